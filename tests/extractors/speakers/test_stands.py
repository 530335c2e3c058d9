"""Stands taken without a statement, and quotations of several sentences, on sentences of our own; as many that are neither."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.extractors.cueing.grammar import View, view_of, words
from pipeline.extractors.sides.stands import stands_in
from pipeline.extractors.speakers import hearing, speaker
from pipeline.extractors.speakers.sources import Source, Voices
from pipeline.records.document import Document

PAPER = Document("d", "r", "f", 1, 1, "press", "", "", "", "", "", "press", (), (), "public", "", "", "", 1.0)
VOICES = Voices(Source("", ""))


def views(parser: Any, text: str) -> tuple[View, ...]:
    return tuple(view_of(sentence) for sentence in parser.parse(text) if sentence.tokens)


@pytest.mark.parametrize(
    ("text", "who", "about"),
    [
        ("The council opposed the agreement with the bureau.", "council", "agreement"),
        ("Advocates urged the county to withdraw.", "Advocates", "withdraw"),
        ("The sheriff cited the cost of the beds.", "sheriff", "cost"),
        ("The plan was endorsed by the governor.", "governor", "plan"),
        ("The supervisors called for a review of the program.", "supervisors", "review"),
        ("The sheriff spoke, praising the deputies.", "sheriff", "deputies"),
        ("The senator was critical of the program.", "senator", "program"),
        ("The governor's call for an audit went unheard.", "governor", "audit"),
    ],
)
def test_a_stand_has_somebody_and_what_it_is_about(parser: Any, text: str, who: str, about: str) -> None:
    (view,) = views(parser, text)
    found = stands_in(view, VOICES, (), ())
    assert any(who in words(view, one.by) and about in words(view, tuple(sorted(one.content))) for one in found)
    assert {one.mode for one in found} == {"stand"}


@pytest.mark.parametrize(
    "text",
    [
        "The program costs too much.",
        "The fence supports the roof.",
        "The bed was offered.",
        "The wall backed onto the river.",
        "A call came late.",
        "The road was described.",
        "The clerk walked home.",
        "The heavy rain knocked out the lights.",
    ],
)
def test_things_and_acts_are_no_stands(parser: Any, text: str) -> None:
    (view,) = views(parser, text)
    assert stands_in(view, VOICES, (), ()) == ()


def test_a_report_is_not_a_stand_too(parser: Any) -> None:
    (view,) = views(parser, "The sheriff said that the program is optional.")
    frames = speaker.frames_in(view, VOICES, ())
    assert frames and not {one.cue for one in stands_in(view, VOICES, (), frames)} & {one.cue for one in frames}


def owners(parser: Any, text: str) -> list[str]:
    """Whose quotation each sentence stands in, '' where nobody is known or it is none."""
    listener = hearing.Listener(PAPER, ())
    all_views = views(parser, text)
    found = []
    for at, view in enumerate(all_views):
        one = listener.hear(view, at == 0, all_views[at + 1 : at + 4])
        found.append(one.owner.name if one.owner else "")
    return found


def test_a_quotation_is_of_whom_it_names_at_its_end(parser: Any) -> None:
    first, *_ = owners(parser, "“No county was ever asked. The beds cost us dearly,” the sheriff told the board.")
    assert "sheriff" in first


def test_a_report_within_a_quotation_does_not_take_it_over(parser: Any) -> None:
    text = "“No county was asked,” the sheriff said. “The clerks say it is a choice. The beds cost us dearly.”"
    assert "sheriff" in owners(parser, text)[-1]


def test_a_quotation_that_names_nobody_stays_nobodys(parser: Any) -> None:
    first, *_ = owners(parser, "“No county was ever asked. The beds cost us dearly.” The board met in May.")
    assert first == ""


def test_what_follows_a_closed_quotation_is_not_part_of_it(parser: Any) -> None:
    assert owners(parser, "“No county was ever asked at all,” the sheriff said. The beds cost a lot.")[-1] == ""
