"""What "it" points at, after one sentence and within one."""

from __future__ import annotations

import pytest

from pipeline.engines.language import SpacyParser
from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.cueing.sight import named_in
from pipeline.extractors.sides.pointing import ABOUT, ELSEWHERE, OPEN, before_it, subject_of

TERMS = ("Safe Harbors",)


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Safe Harbors begins in May.", ABOUT),
        ("The launch of Safe Harbors was announced.", ABOUT),
        ("It costs nothing.", ABOUT),
        ("The agreement sets out who is responsible for what.", ELSEWHERE),
        ("The memorandum was signed in March.", ELSEWHERE),
        ("A form must be completed by each dock.", ELSEWHERE),
        ("The county signed the agreement.", OPEN),
        ("The process is open to all.", OPEN),
        ("The forms were sent.", OPEN),
        ("The form and the letter were sent.", OPEN),
        ("We spoke with the harbor master.", OPEN),
        ("Good morning.", OPEN),
        ("", OPEN),
    ],
)
def test_subject(parser: SpacyParser, text: str, told: str) -> None:
    for sentence in parser.parse(text)[:1]:
        view = view_of(sentence)
        assert subject_of(view, named_in(view, TERMS), True) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The letter says that it is voluntary.", ELSEWHERE),
        ("The county knows that it is voluntary.", OPEN),
        ("Safe Harbors is old, and the sheriff says it is voluntary.", ABOUT),
        ("We were told it is voluntary.", OPEN),
    ],
)
def test_within_a_sentence(parser: SpacyParser, text: str, told: str) -> None:
    view = view_of(parser.parse(text)[0])
    assert before_it(view, named_in(view, TERMS), view.lower.index("it")) == told
