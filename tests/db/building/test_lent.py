"""What is published of a document that goes on from the file before."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tiny_edition import tiny_records

from db.building.lent import lenders, with_lent
from db.pages import terms, wording
from pipeline.records.document import Lent, Part, Segmentation


def some() -> Segmentation:
    made = tiny_records()
    return next(found for (stage, _), found in made.outputs.items() if stage == "segment" and len(found.documents) > 1)


def test_what_is_lent_stands_in_the_document_and_its_parts_and_nowhere_else() -> None:
    found = some()
    old, other = found.documents[:2]
    found = replace(found, parts=(Part("p", 0, other), Part("p", 9, old)))
    lent = replace(old, author="Ada Roe, Clerk", date="2011-05-06", date_basis="continued")
    told = {lent.id: Lent(lent, (Part("p", 9, lent),), ("another",))}
    made = with_lent(found, told)
    assert made is not None
    assert made.documents == (lent, *found.documents[1:])
    assert made.parts == (Part("p", 0, other), Part("p", 9, lent))
    assert lenders(found, told) == ("another",)


@pytest.mark.parametrize("found", [None, some()])
def test_where_nothing_is_lent_nothing_changes(found: Segmentation | None) -> None:
    lent = replace(some().documents[0], id="0" * 16)
    assert with_lent(found, {lent.id: Lent(lent, (), ("another",))}) is found
    assert lenders(found, {}) == ()


def test_the_basis_of_a_lent_day_is_told_in_words() -> None:

    assert terms.BASES["continued"] in wording.date_note(
        {"date": "2011-05", "date_precision": "month", "date_basis": "continued"}
    )
