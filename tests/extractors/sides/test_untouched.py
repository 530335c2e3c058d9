"""Duties and rights that something leaves as they are, and denials counted on "not one"."""

from __future__ import annotations

import pytest
from one_parser import loaded_parser

from pipeline.extractors.cueing.grammar import View, view_of
from pipeline.extractors.sides.stance import turn_of
from pipeline.extractors.sides.untouched import as_stated, kept_in


def view(text: str) -> View:
    return view_of(loaded_parser().parse(text)[0])


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("The note has no effect on your duty to hold the boat.", "You have the duty to hold the boat."),
        ("A storm does not relieve the pilot of his duty to call.", "He has the duty to call."),
        ("Nothing in this letter changes the harbor's right to leave.", "The harbor has the right to leave."),
        ("A fine has no effect on the requirement that a form be signed.", "The requirement that a form be signed stands."),
        ("We may alter the form without affecting a harbor's right to leave.", "A harbor has the right to leave."),
    ],
)
def test_what_is_not_touched_stands(text: str, stated: str) -> None:
    assert as_stated(view(text)) == stated


@pytest.mark.parametrize(
    "text",
    [
        "The harbor has no right to leave.",
        "This letter changes the harbor's right to leave.",
        "No pilot has a duty to call.",
        "We did not discuss the right to leave.",
        "The storm did not change the harbor.",
    ],
)
def test_what_is_denied_or_touched_does_not(text: str) -> None:
    assert kept_in(view(text)) is None


@pytest.mark.parametrize(
    ("text", "word", "negated"),
    [
        ("Nothing in this letter changes the harbor's right to leave.", "right", False),
        ("A storm does not relieve the pilot of his duty to call.", "duty", False),
        ("The harbor has no right to leave.", "right", True),
        ("Not one review of the docks has been done.", "done", True),
        ("Not a single harbor was asked.", "asked", True),
        ("One review of the docks has been done.", "done", False),
        ("The office neither takes nor keeps the forms.", "keeps", True),
        ("The office takes and keeps the forms.", "keeps", False),
        ("The pact has no clause under which a dock may leave.", "leave", True),
        ("We know of no law that makes it a duty.", "duty", True),
        ("No dock that has signed may leave.", "signed", False),
        ("A dock with no bed that is free must close.", "free", False),
    ],
)
def test_denial_reaches_what_it_denies(text: str, word: str, negated: bool) -> None:
    seen = view(text)
    assert turn_of(seen, (seen.lower.index(word),), -1).negated is negated


def test_a_wish_states_nothing() -> None:
    seen = view("I would rather not learn of it from a reporter.")
    assert turn_of(seen, (seen.lower.index("learn"),), -1).void


@pytest.mark.parametrize(
    ("text", "supposed"),
    [
        ("A yard that keeps boats longer does so at its own risk.", True),
        ("Any yard that keeps boats longer may be fined.", True),
        ("A yard that has kept boats longer is here.", False),
        ("A yard that kept boats longer was fined.", False),
        ("The yard that keeps boats longer is ours.", False),
        ("It is a yard that keeps boats longer.", False),
    ],
)
def test_a_case_that_is_only_supposed_is_none(text: str, supposed: bool) -> None:
    seen = view(text)
    at = next(at for at, word in enumerate(seen.lemmas) if word == "keep")
    turn = turn_of(seen, (at, seen.lower.index("longer")), -1, at)
    assert (turn.void == "a case that is only supposed") is supposed
