"""Of pairs that show one thing the one is kept whose quotes can be read by themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_claims import TOPIC, claim

from pipeline.records.finding import Claim, Contradiction
from pipeline.scorers.scope import ScopeScorer
from pipeline.stages.compare import Params, compare

FORM = {"document_id": "form", "page_id": "form-p1"}
FULL = claim("-joining-free", "Every board that gets this form is required to join at once.", "chief", "2010-09-08", **FORM)
CURT = claim(
    "-joining-free", "This is not optional.", "chief", "2010-09-08", page_id="form-p1", document_id="form", start=90, end=111
)
FREE = claim("+joining-free", "Joining is left to each board as it sees fit.", "assistant", "2010-09-07")


def quotes(*claims: Claim) -> set[str]:
    """The curt or full lines set against FREE."""
    named = {one.id: one.quote for one in claims}
    sides = [(named[one.left_claim_id], named[one.right_claim_id]) for one in found(*claims)]
    return {left if right == FREE.quote else right for left, right in sides if FREE.quote in (left, right)}


def found(*claims: Claim) -> tuple[Contradiction, ...]:
    return compare(claims, TOPIC, ScopeScorer(), Params())


def test_a_curt_line_gives_way_to_what_its_document_says_in_full() -> None:
    assert quotes(FREE, FULL, CURT) == {FULL.quote}


@pytest.mark.parametrize(
    "full",
    [
        replace(FULL, document_id="another"),  # another document says it in full
        replace(FULL, stance="affirm"),  # the same document says the contrary in full
        replace(FULL, status="reported", speaker=""),  # in full, but by hearsay
    ],
)
def test_a_curt_line_stands_where_nothing_fuller_says_it_as_well(full: Claim) -> None:
    assert CURT.quote in quotes(FREE, full, CURT)


def test_a_lone_curt_line_is_kept_and_a_second_full_one_too() -> None:
    assert quotes(FREE, CURT) == {CURT.quote}
    second = replace(FULL, id="second", quote="No board has a say in the matter, whatever its members vote.", start=40, end=80)
    assert quotes(FREE, FULL, second) == {FULL.quote, second.quote}


def test_a_part_of_a_quote_gives_way_to_the_whole() -> None:
    part = replace(FULL, id="part", quote="It must join as soon as this has come to it.", start=FULL.start + 5, end=FULL.end - 5)
    assert quotes(FREE, FULL, part) == {FULL.quote}
    assert quotes(FREE, part) == {part.quote}
    assert quotes(FREE, FULL, replace(part, page_id="form-p2")) == {FULL.quote, part.quote}


def test_a_bare_row_gives_way_to_the_sentence_with_its_number_and_to_no_other() -> None:
    sheet = {"document_id": "sheet", "page_id": "sheet-p1", "period": "2010"}
    told = claim("handled=10", "In 2010 the office handled ten cases in all.", "assistant", "2012-03-01", period="2010")
    row = claim("handled=90", "2010 90", "table", "2012-03-01", **sheet)
    sentence = claim(
        "handled=90", "The table shows that ninety cases were handled in 2010.", "table", "2012-03-01", start=9, **sheet
    )
    other = claim(
        "handled=70", "The table shows that seventy cases were handled in 2010.", "table", "2012-03-01", start=9, **sheet
    )

    def rows(*claims: Claim) -> set[str]:
        return {one.left_claim_id for one in found(*claims)} | {one.right_claim_id for one in found(*claims)}

    assert row.id not in rows(told, row, sentence) and sentence.id in rows(told, row, sentence)
    assert row.id in rows(told, row, other)
