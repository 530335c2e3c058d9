"""A finding told a second time, by the sentence beside one of its sides."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from invented_claims import TOPIC, claim

from pipeline.records.finding import Claim, Contradiction
from pipeline.scorers.scope import ScopeScorer
from pipeline.stages.compare import LISTED, REVIEW, Params, buckets, compare

HERE: dict[str, Any] = {"page_id": "p1", "document_id": "d", "file_id": "d"}


def at(one: Claim, start: int) -> Claim:
    return replace(one, **HERE, start=start, end=start + len(one.quote))


@pytest.mark.parametrize(("start", "who", "standings"), [(36, "assistant", [LISTED, REVIEW]), (90, "assistant", [LISTED, LISTED]),
                                                         (36, "chief", [LISTED, LISTED])])  # fmt: skip
def test_the_sentence_beside_tells_it_again(start: int, who: str, standings: list[str]) -> None:
    first = at(claim("-joining-free", "No dock on this river may leave it.", when="2010-08-09", to="internal"), 0)
    second = at(claim("-joining-free", "There is no form for leaving it either.", who, when="2010-08-09", to="internal"), start)
    letter = claim("+joining-free", "A dock need only write to us.", "press", "2010-08-24")
    (bucket,) = buckets((first, second, letter), TOPIC).values()
    found = compare(bucket, TOPIC, ScopeScorer(), Params())
    assert sorted(one.standing for one in found) == standings
    assert sum(any(reason.feature == "sentence beside it" for reason in one.reasons) for one in found) == standings.count(REVIEW)


def shifts(*claims: Claim) -> list[Contradiction]:
    made = [one for bucket in buckets(claims, TOPIC).values() for one in compare(bucket, TOPIC, ScopeScorer(), Params())]
    return [one for one in made if one.kind == "shift"]


def test_of_one_announcement_the_shift_that_fits_best_is_shown() -> None:
    new = claim("-paper-needed", "As of today no town signs a paper any longer.", "chief", "2010-09-20")
    near = claim("+paper-needed", "Each town signs a paper.", "chief", "2010-09-01")
    far = claim("+paper-needed", "A paper is asked of each town.", "assistant", "2008-05-01")
    pairs = {frozenset((one.left_claim_id, one.right_claim_id)): one for one in shifts(new, near, far)}
    assert pairs[frozenset((new.id, near.id))].standing == "shift"
    aside = pairs[frozenset((new.id, far.id))]
    assert (aside.kind, aside.standing, aside.reasons[-1].feature) == ("shift", "related", "announced before")
    other = claim("-paper-needed", "From now on a town needs no paper.", "assistant", "2010-12-01")
    standings = {one.standing for one in shifts(new, near, other) if other.id in (one.left_claim_id, one.right_claim_id)}
    assert standings == {"shift"}  # another announcement


@pytest.mark.parametrize(("status", "alone"), [("deny", False), ("", True)])
def test_two_papers_tell_of_a_change_before_one_sentence_does(status: str, alone: bool) -> None:
    told = "As of today the paper that was asked of each town is asked of none any longer."
    here: dict[str, Any] = {"page_id": "n1", "document_id": "n", "file_id": "n", "start": 0, "end": len(told), "announced": True}
    old = replace(claim("+paper-needed/former", told, "chief", "2010-09-20"), **here)
    new = replace(claim("-paper-needed", told, "chief", "2010-09-20"), **here)
    before = claim("+paper-needed", "Each town signs a paper.", "chief", "2010-09-01")
    made = shifts(old, new, *(() if alone else (before,)))
    shown = [{one.left_claim_id, one.right_claim_id} for one in made if one.standing == "shift"]
    assert shown == [{old.id, new.id} if alone else {before.id, new.id}]


@pytest.mark.parametrize(
    ("when", "stance", "words", "standing"),
    [
        ("2010-12-01", "-", "That a town signs is not what we want.", REVIEW),
        ("2010-12-01", "-", "There never was a paper for towns.", LISTED),
        ("2010-09-10", "-", "That a town signs is not what we want.", LISTED),
        ("2010-12-01", "+", "That a town signs is what we want.", ""),
    ],
)
def test_what_is_said_after_a_change_and_in_line_with_it_is_no_contradiction(
    when: str, stance: str, words: str, standing: str
) -> None:
    old = claim("+paper-needed", "Each town signs a paper.", "chief", "2010-09-01")
    new = claim("-paper-needed", "As of today no town signs a paper any longer.", "chief", "2010-09-20")
    later = claim(f"{stance}paper-needed", words, "assistant", when, to="internal")
    (bucket,) = buckets((old, new, later), TOPIC).values()
    made = compare(bucket, TOPIC, ScopeScorer(), Params())
    found = [one.standing for one in made if {one.left_claim_id, one.right_claim_id} == {old.id, later.id}]
    assert (found or [""]) == [standing]
