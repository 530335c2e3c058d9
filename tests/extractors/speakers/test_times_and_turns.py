"""What held up to now, what was so on a day named first, and labels that are a greeting or no label at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.rules import RuleExtractor
from pipeline.extractors.sides.former import of_its_time
from pipeline.extractors.speakers import hearing, speaker
from pipeline.extractors.speakers.roster import roster_of
from pipeline.records.document import Document
from pipeline.records.page import Page
from pipeline.stages.claims import claims
from pipeline.topics import load_topic

TOPIC = load_topic(Path(__file__).resolve().parents[3] / "corpus" / "topics" / "secure-communities.toml")


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("Up to now a county could leave the list.", True),
        ("Until now the yard had kept every boat.", True),
        ("Response: Up to now a tag could be given on the word of a mate.", True),
        ("He said that until now the yard had kept every boat.", True),
        ("Until March 2010 a county could leave the list.", True),
        ("Until the end of last September the yard had kept every boat.", True),
        ("Until 2009 the yard had kept every boat.", True),
        ("This replaces the custom kept until now, under which no boat was left.", True),
        ("This replaces the rope used until now, with which each boat leaves.", False),
        ("Until now there is no list.", False),
        ("Until May 2011 no county may leave the list.", False),
        ("Until March 31, 2010, 412 boats had to leave.", False),
        ("Up to twelve boats could leave.", False),
        ("The county could leave the list.", False),
    ],
)
def test_up_to_now_is_of_an_earlier_time(parser: Any, text: str, former: bool) -> None:
    view = view_of(parser.parse(text)[0])
    at = next(
        at for at, word in enumerate(view.lemmas) if word in ("leave", "keep", "give", "be") and view.tokens[at].pos != "PART"
    )
    assert (of_its_time(view, at) is not None) == former


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("On March 5, 2010, 17 counties were live in Secure Communities.", "On March 5, 2010"),
        ("On Friday, March 5, 2010, 17 counties were live in Secure Communities.", "On Friday, March 5, 2010"),
        ("As of March 5, 2010, 17 counties were live in Secure Communities.", "As of March 5, 2010"),
        ("17 counties were live in Secure Communities, the board heard on March 5, 2010.", ""),
        ("Counties active in Secure Communities on March 5, 2010: 17", "March 5, 2010"),
        ("Counties active in Secure Communities, March 2010: 17", "March 2010"),
        ("* Counties live in Secure Communities (March 5, 2010) - 17", "March 5, 2010"),
        ("In the quarter ending June 30 Secure Communities was live in 17 counties.", "In the quarter ending June 30"),
        ("Secure Communities was told on March 5, 2010, that 17 counties were live.", ""),
        ("March 5, 2010: 17 counties are live in Secure Communities.", ""),  # a row of a chronology is dated by itself
    ],
)
def test_a_day_in_front_is_the_time_of_what_is_told(parser: Any, text: str, period: str) -> None:
    made = Document(
        "d", "r", "f", 1, 1, "report", "Secure Communities", "2011-03-02", "day", "text",
        "", "agency", (), (), "", "", "", "", 1.0
    )  # fmt: skip
    page = Page("f-p1", "f", 1, text, (), "text_layer", "", 1.0, 0, "eng", 612.0, 792.0, "")
    found = [one for one in claims(made, (page,), TOPIC, parser, RuleExtractor()) if one.metric == "jurisdictions-active"]
    assert [one.period for one in found] == [period]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sheriff:\nTwice a boat left without its tag. We want no doubt to remain.", ["Author", "Author"]),
        ("SHERIFF:\nWe hold nobody.\n\nMAYOR:\nWe hold two.", ["SHERIFF", "MAYOR"]),
        ("Sheriff: We hold nobody. We send them home.", ["Sheriff", "Sheriff"]),
        ("If asked about the governor: We value the work. We have no more to say.", ["Author", "Author"]),
    ],
)
def test_a_greeting_begins_no_turn(parser: Any, text: str, names: list[str]) -> None:
    paper = Document("d", "r", "f", 1, 1, "letter", "Tags", "", "", "", "Author", "agency", (), (), "", "", "", "", 1.0)
    listener = hearing.Listener(paper, ("Guard",), roster_of("Tags", (text,), ("Guard",)))
    found = []
    for sentence in parser.parse(text):
        view = view_of(sentence)
        one = listener.hear(view, False)
        found.append(hearing.who(one, speaker.around(one.frames, speaker.heart(view, one.frames)), view)[0].name)
    assert list(dict.fromkeys(found)) == list(dict.fromkeys(names))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Three agents mention sheriffs who say they were told joining is their own choice.", "sheriffs"),
        ("Three units report mayors who say that the check binds them.", "mayors"),
        ("The field office reports that sheriffs who say no are connected all the same.", "The field office"),
        ("Since May 3 the mailbox has taken in nine complaints that deputies stop people for their looks.", "Author"),
        ("The sheriff makes the claim that deputies stop nobody for his looks.", "The sheriff"),
        ("The field office reports complaints from counties that were connected.", "The field office"),
    ],
)
def test_people_who_are_reported_speak_for_themselves(parser: Any, text: str, name: str) -> None:
    paper = Document("d", "r", "f", 1, 1, "report", "Weekly", "", "", "", "Author", "agency", (), (), "", "", "", "", 1.0)
    listener = hearing.Listener(paper, ("Guard",))
    view = view_of(parser.parse(text)[0])
    one = listener.hear(view, False)
    assert hearing.who(one, speaker.around(one.frames, speaker.heart(view, one.frames)), view)[0].name == name


def test_what_is_asked_in_writing_is_not_the_answerer_s(parser: Any) -> None:
    text = "Question# 1\nQuestion: My county was told twice.\nResponse: The Guard told nobody."
    paper = Document("d", "r", "f", 1, 1, "other", "Tags", "", "", "", "", "agency", (), (), "", "", "", "", 1.0)
    listener = hearing.Listener(paper, ("Guard",), roster_of("Tags", (text,), ("Guard",)))
    kinds = {}
    for sentence in parser.parse(text):
        view = view_of(sentence)
        one = listener.hear(view, False)
        kinds[sentence.text.split(":")[0]] = hearing.who(one, (), view)[0].kind
    assert (kinds["Question"], kinds["Response"]) == ("", "agency")
