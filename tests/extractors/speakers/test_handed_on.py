"""What is somebody's own word on the page and what is handed on there by another; sentences of our own, as many of each."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.sides import handed_on
from pipeline.extractors.sides.standing import READING, Standing
from pipeline.extractors.speakers import hearing, speaker
from pipeline.extractors.speakers.sources import Source
from pipeline.records.document import Document

UNREAD = Standing("asserted", "", "")


AGENCIES = ("ICE", "DHS", "Immigration and Customs Enforcement")


def status(parser: Any, text: str, kind: str, author: str, of: str, standing: Standing, reader: Source | None = None) -> str:
    paper = Document("d", "r", "f", 1, 1, kind, "", "", "", "", author, of, (), (), "", "", "", "", 1.0)
    (sentence,) = parser.parse(text)
    view = view_of(sentence)
    listener = hearing.Listener(paper, AGENCIES)
    heard = listener.hear(view, False)
    at = speaker.heart(view, heard.frames)
    held = speaker.around(heard.frames, at)
    source, relayed, _ = hearing.who(heard, held, view)
    return handed_on.status_of(standing, heard, held, source, relayed, at[-1], view, kind, AGENCIES)


@pytest.mark.parametrize(
    ("kind", "author", "of", "text", "expected"),
    [
        # another than the author tells it
        ("report", "County Clerk", "local", "The field office said that every county may leave.", "reported"),
        ("press", "Harbor Ledger", "press", "The agency says it pays for every bed.", "reported"),
        ("letter", "Sheriff", "local", "According to ICE, a fifth of the men had no record.", "reported"),
        ("memo", "Unit Chief", "agency", "Several sheriffs assert that the beds are dear.", "reported"),
        # nobody else does, or it stands there word for word
        ("report", "County Clerk", "local", "Every county may leave.", "asserted"),
        ("memo", "Unit Chief", "agency", "We told the sheriffs that the beds are free.", "asserted"),
        ("memo", "Chief, Jail Branch", "agency", "I told the sheriffs that the beds are free.", "asserted"),
        ("press", "Harbor Ledger", "press", '"We pay for every bed," the agency spokesman said.', "asserted"),
        ("report", "Advisory Committee on Jails", "state", "The Committee finds that the beds are dear.", "asserted"),
        (
            "letter",
            "Director",
            "agency",
            "U.S. Immigration and Customs Enforcement has determined that beds are free.",
            "asserted",
        ),
        ("letter", "Sheriff", "local", "U.S. Immigration and Customs Enforcement has determined that beds are free.", "reported"),
        # in a paper of its own a body tells by its people what it says itself; what it makes public it says
        ("chronology", "Unit Chief", "agency", "The field office informs the county that it may leave.", "asserted"),
        ("press", "Harbor Ledger", "press", "ICE announced that no county pays any more.", "asserted"),
        ("letter", "Sheriff", "local", "The record shows that no county left.", "asserted"),
    ],
)
def test_without_a_model(parser: Any, kind: str, author: str, of: str, text: str, expected: str) -> None:
    assert status(parser, text, kind, author, of, UNREAD) == expected


@pytest.mark.parametrize(
    ("kind", "author", "of", "text", "read", "expected"),
    [
        # a colleague told of is another all the same, where the model reads it so; the house itself is not
        (
            "email",
            "Analyst",
            "agency",
            "The liaison says no county pays.",
            Standing("reported", "", READING, surety=0.9),
            "reported",
        ),
        (
            "memo",
            "Analyst",
            "agency",
            "The Department says no county pays.",
            Standing("reported", "", READING, surety=0.9),
            "asserted",
        ),
        (
            "memo",
            "Analyst, Budget",
            "agency",
            "We say no county pays.",
            Standing("reported", "", READING, surety=0.9),
            "asserted",
        ),
        (
            "letter",
            "Director",
            "agency",
            "ICE holds that no county pays.",
            Standing("reported", "", READING, surety=0.9),
            "asserted",
        ),
        (
            "letter",
            "Director",
            "agency",
            "ICE told them no county pays.",
            Standing("reported", "", READING, surety=0.9),
            "reported",
        ),
        (
            "letter",
            "Sheriff",
            "local",
            "ICE holds that no county pays.",
            Standing("reported", "", READING, surety=0.9),
            "reported",
        ),
        # the model is believed that it is the author's where it is sure
        (
            "memo",
            "Analyst",
            "agency",
            "Chiefs report a loss, and it is so.",
            Standing("asserted", "", "", surety=0.95),
            "asserted",
        ),
        ("memo", "Analyst", "agency", "Chiefs report that calls fell.", Standing("asserted", "", "", surety=0.7), "reported"),
        (
            "memo",
            "Analyst",
            "agency",
            "Chiefs report that calls may fall.",
            Standing("hedged", "", READING, surety=0.9),
            "hedged",
        ),
    ],
)
def test_with_what_a_model_reads(parser: Any, kind: str, author: str, of: str, text: str, read: Standing, expected: str) -> None:
    assert status(parser, text, kind, author, of, read) == expected


def hands(parser: Any, text: str, title: str, top: str = "") -> list[str]:
    """By what hands a reported statement is said to have come, for a paper of the Bureau of Weights."""
    paper = Document("d", "r", "f", 1, 1, "other", title, "", "", "", "Bureau of Weights", "state", (), (), "", "", "", "", 1.0)
    (sentence,) = parser.parse(text)
    view = view_of(sentence)
    heard = hearing.Listener(paper, AGENCIES, top=top).hear(view, False)
    held = speaker.around(heard.frames, speaker.heart(view, heard.frames))
    source, _, _ = hearing.who(heard, held, view)
    return [one.feature for one in handed_on.at_what_hand(heard, held, source, "reported", view)]


@pytest.mark.parametrize(
    ("text", "title", "top", "features"),
    [
        ("Ms. Orr said that every scale is sealed.", "Minutes of the working group", "", ["minutes"]),
        ("Ms. Orr said that every scale is sealed.", "STATE BUREAU", "STATE BUREAU\nMeeting notes, May 3\n", ["minutes"]),
        (
            "Ms. Orr said that every scale is sealed.",
            "STATE BUREAU",
            "STATE BUREAU\nStaff\nPresent: I. Orr, L. Fell\n",
            ["minutes"],
        ),
        ("Ms. Orr said that every scale is sealed.", "STATE BUREAU", "STATE BUREAU\nWeekly report\n", []),
        ("Ms. Orr said that the mayor had told the press that scales are sealed.", "Minutes of the working group", "", []),
        ("ICE told us that every scale is sealed.", "Letter to the Mayor", "", ["teller"]),
        ("We were told by ICE that every scale is sealed.", "Letter to the Mayor", "", ["teller"]),
        ("ICE told the mayor that every scale is sealed.", "Letter to the Mayor", "", []),
        ("We told ICE that every scale is sealed.", "Letter to the Mayor", "", []),
    ],
)
def test_minutes_set_down_what_was_said_and_a_teller_what_he_was_told(
    parser: Any, text: str, title: str, top: str, features: list[str]
) -> None:
    assert hands(parser, text, title, top) == features


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("On the levy of 1910, the clerk told us that the levy is due.", True),
        ("The clerk told us that the levy is due.", True),
        ("The levy is due, and the clerk told us that it rains.", False),
    ],
)
def test_what_is_said_may_be_named_in_front_of_whoever_says_it(parser: Any, text: str, held: bool) -> None:
    (sentence,) = parser.parse(text)
    view = view_of(sentence)
    frames = speaker.frames_in(view, hearing.Voices(Source("", "")), AGENCIES)
    tokens = tuple(at for at, word in enumerate(view.lower) if word in ("levy", "due"))
    assert bool(speaker.around(frames, tokens)) is held
