"""Unsure readings that hold no word of their question, and aims beside numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_claims import TOPIC, claim

from pipeline.records.finding import Contradiction
from pipeline.scorers import versed
from pipeline.scorers.scope import ScopeScorer

SURE = claim("+joining-free", "Joining is voluntary for every town.", "press", "2010-09-02")


@pytest.mark.parametrize(
    ("quote", "extractor", "confidence", "weighs"),
    [
        ("The ferry is, I believe, among the finest things this valley has built.", "model", 0.6, True),
        ("It is a fine thing.", "model", 0.6, True),
        ("The ferry is, I believe, among the finest things this valley has built.", "model", 0.9, False),
        ("The ferry is, I believe, among the finest things this valley has built.", "rules+model", 0.6, False),
        ("Nobody asked whether a town would find joining voluntary last summer.", "model", 0.6, False),
        ("Joining is a must.", "model", 0.6, False),
    ],
)
def test_an_unsure_reading_without_words_of_its_question_weighs_less(
    quote: str, extractor: str, confidence: float, weighs: bool
) -> None:
    unsure = replace(claim("-joining-free", quote, "chief", "2010-09-20", "internal"), extractor=extractor, confidence=confidence)
    assert (versed.row(SURE, unsure, TOPIC).weight < 0) is (versed.row(unsure, SURE, TOPIC).weight < 0) is weighs


def test_such_a_pair_is_below_one_that_speaks_of_the_matter() -> None:
    off = replace(claim("-joining-free", "It is a fine thing.", "chief", "2010-09-20"), extractor="model", confidence=0.6)
    on = replace(off, id="on", quote="Joining is a must.")
    scores = [ScopeScorer().score(SURE, one, TOPIC) for one in (off, on)]
    assert all(isinstance(one, Contradiction) for one in scores) and scores[0].score < scores[1].score  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        ("The scheme deals with grave cases.", "data"),
        ("The goals are to find grave cases and to deal with them first.", "scope"),
        ("The scheme was designed to deal with grave cases.", "scope"),
        ("B. To find, hold and deal with grave cases;", "scope"),
        ("To be clear, the scheme is for grave cases alone.", "data"),
    ],
)
def test_an_aim_is_not_gainsaid_by_a_number(quote: str, kind: str) -> None:
    number = claim("light-share=0.8", "Four in five were light cases.", "table", "2010-09-20", "internal")
    found = ScopeScorer().score(claim("+aims-high", quote, "press", "2010-09-02"), number, TOPIC)
    assert found is not None and found.kind == kind


@pytest.mark.parametrize(("people", "kind"), [("people handled", "data"), ("people handled (here only: of those fined)", "")])
def test_what_a_part_of_them_is_like_says_nothing_of_all(people: str, kind: str) -> None:
    number = claim("light-share=0.8", "Four in five were light.", "table", "2010-09-20", "internal", population=people)
    found = ScopeScorer().score(claim("+aims-high", "We deal with grave cases.", "press", "2010-09-02"), number, TOPIC)
    assert (found.kind if found else "") == kind
