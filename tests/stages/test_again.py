"""A finding told a second time, by the sentence beside one of its sides."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from invented_claims import TOPIC, claim

from pipeline.records.finding import Claim
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
