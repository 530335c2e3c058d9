"""Answers that give an amount, some of those asked about, or a name, and questions of a word or two."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline import labels
from pipeline.app import extractor_for
from pipeline.engines.language import SpacyParser
from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.speakers.answers import answer_in, some_in
from pipeline.extractors.speakers.filled_in import statement_of
from pipeline.topics import load_topic

TOPICS = Path(__file__).resolve().parents[3] / "corpus" / "topics"


@pytest.mark.parametrize(
    ("question", "answer", "told"),
    [
        ("How many counties are live?", "Twenty-six.", "Twenty-six counties are live."),
        ("And how many counties are live?", "A. About 26, as of today.", "About 26 counties are live, as of today."),
        ("How many complaints have you had?", "None.", "no complaints have you had."),
        ("How many boats were counted?", "412 boats.", "412 boats were counted."),
        ("How long does the answer take?", "Six or seven hours.", "the answer take Six or seven hours."),
        ("How many counties are live?", "Six weeks ago none were.", ""),
        ("How many counties are live?", "I have not counted.", ""),
        ("How many counties are live?", "Nine sheriffs came.", ""),
        ("How long does the answer take?", "Too long.", ""),
        ("How long does the answer take?", "None has taken two days.", ""),
        ("Are the counties live?", "Twenty-six.", ""),
        ("How many counties are live?", "Twenty-six counties.", "Twenty-six counties are live."),
        ("How many counties are live?", "Two counties wrote to us about that.", ""),
        ("How many counties are live?", "Ten counties are on my list, but I never counted.", ""),
        ("How are the counties told?", "Twice.", ""),
        ("He knows how many counties are live.", "Twenty-six.", ""),
    ],
)
def test_an_amount_is_put_in_the_place_of_what_asks_for_it(parser: Any, question: str, answer: str, told: str) -> None:
    made = statement_of(view_of(parser.parse(question)[0]), view_of(parser.parse(answer)[-1]))
    assert (made.sentence.text if made else "") == told
    assert made is None or all(0 <= token.head < len(made.tokens) for token in made.tokens)


@pytest.mark.parametrize(
    ("question", "answer", "some"),
    [
        ("Has anyone been held?", "Nine that I know of.", True),
        ("Were any of them told?", "Two of them, in March.", True),
        ("Were any of them told?", "Several.", True),
        ("Were any of them told?", "Two boats came.", False),
        ("Were any of them told?", "One of four.", False),
        ("Was the clerk told?", "Two of them, in March.", False),
        ("How were any of them told?", "Two of them.", False),
        ("Is there any boat that cannot sail?", "Several.", True),
        ("Was there anyone on board?", "Two, in the cabin, who slept.", True),
        ("Is there no way across?", "One, on foot.", False),
        ("Are there no boats that may sail?", "Two.", False),
        ("Have people never been left behind?", "Three, in May.", False),
        ("Was anyone left behind?", "Many on the council believe so.", False),
        ("Was anyone left behind?", "Some in town say they were.", False),
        ("Was anyone left behind?", "Several, the auditors claim.", False),
    ],
)
def test_of_any_there_were_some(parser: Any, question: str, answer: str, some: bool) -> None:
    found = some_in(view_of(parser.parse(question)[0]), view_of(parser.parse(answer)[0]))
    assert (found is not None and found[0]) is some


@pytest.mark.parametrize("text", ["Nobody did.", "No one was.", "None of them.", "Not one of those."])
def test_nobody_says_no(parser: Any, text: str) -> None:
    found = answer_in(view_of(parser.parse(text)[0]))
    assert found is not None
    assert not found[0]


@cache
def _reader() -> labels.Reader:
    topic = load_topic(TOPICS / "secure-communities.toml")
    return labels.reader(topic, SpacyParser(), extractor_for(topic, TOPICS))


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("How many counties are live? Twenty-six.", {("jurisdictions-active", "26")}),
        ("How many agreements have been signed? Thirty-nine.", {("agreements-signed", "39")}),
        ("How long does the answer take? Six or seven hours on a good day.", {("answered-within-hours", "deny")}),
        ("Have people been kept past their release? Nine that I know of.", {("held-past-release", "affirm")}),
        ("Who pays for the extra nights? The county, out of the jail fund.", {("local-cost-free", "deny")}),
        ("A way out? None that I know of.", {("opt-out-available", "deny")}),
        ("Cost? The county carries all of it.", {("local-cost-free", "deny")}),
        ("How many rooms are there? Twelve.", set()),
        ("How long does the drive take? Six hours.", set()),
        ("Who will chair the session on costs? The county administrator.", set()),
        ("Lunch? The county brings it.", set()),
        ("Who has to pay for the extra nights? The county.", {("local-cost-free", "deny")}),
        ("Who refused to pay for the extra nights? The county.", set()),
        ("Who offered to pay for the extra nights? The county.", set()),
        ("Whose idea was it that the county pays for the extra nights? The sheriff.", set()),
        ("Who said that the county pays for the extra nights? The sheriff.", set()),
        ("Parking? Behind the annex.", set()),
        ("Was any of your clerks hired? Two of them.", set()),
    ],
)
def test_question_and_answer_are_read_together(text: str, claims: set[tuple[str, str]]) -> None:
    found = _reader()("answer", text, {"kind": "letter", "date": "2011-06-01", "author_kind": "agency"})
    assert {(one.proposition or one.metric, one.stance or f"{one.value:.10g}") for one in found} == claims
    assert all(one.quote == text for one in found)
