"""Redactions with codes, names and citations: spans true, codes where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from drawn_page import box_of, file, page

from pipeline.records.finding import Findings
from pipeline.records.page import Box, Page, RedactionBox
from pipeline.stages.find import Params, find

if TYPE_CHECKING:
    from pipeline.engines.language import SpacyParser


def findings(parser: SpacyParser, *pages: Page) -> Findings:
    found = find(file(), pages, parser, Params())
    texts = {one.id: one.text for one in pages}
    for one in (*found.mentions, *found.citations):
        assert texts[one.page_id][one.start : one.end] == one.text
    return found


def test_codes_on_a_box_are_read(parser: SpacyParser) -> None:
    boxes = (
        RedactionBox(Box(0.1, 0.3, 0.4, 0.32), "black", "(b){6). (b)(7)(c)"),
        RedactionBox(Box(0.1, 0.5, 0.4, 0.52), "black", ""),
    )
    found = findings(parser, page("The chief wrote.", redactions=boxes)).redactions
    assert [one.codes for one in found] == [("(b)(6)", "(b)(7)(C)"), ()]
    assert [one.raw for one in found] == ["(b){6). (b)(7)(c)", ""]
    assert [one.kind for one in found] == ["black", "black"]
    assert found[0].area == pytest.approx(0.006)


def test_a_code_printed_beside_its_box_belongs_to_it(parser: SpacyParser) -> None:
    plain = page("He met ████ (b)(6) at noon.")
    found = findings(parser, page("He met ████ (b)(6) at noon.", redactions=(box_of(plain, "████"),))).redactions
    assert [(one.codes, one.raw) for one in found] == [(("(b)(6)",), "(b)(6)")]


def test_a_code_far_from_the_box_does_not(parser: SpacyParser) -> None:
    boxes = (RedactionBox(Box(0.1, 0.8, 0.4, 0.82), "black", ""),)
    found = findings(parser, page("To: (b)(6)\nSubject: Fees", redactions=boxes)).redactions
    assert [(one.codes, one.kind) for one in found] == [((), "black"), (("(b)(6)",), "white")]


@pytest.mark.parametrize("text", ["To: (b)(6), (b)(7)(C)", "(b)(5)", "The chief is   (b)(6)   and he knew"])
def test_a_code_typed_in_place_of_words_is_a_redaction(parser: SpacyParser, text: str) -> None:
    assert [one.kind for one in findings(parser, page(text)).redactions] == ["white"]


@pytest.mark.parametrize(
    "text",
    [
        "Exemption (b)(6) protects privacy, and we used it.",
        "under 5 U.S.C. 552(b)(6)",
        "One record   (b)(5)\nTwo records   (b)(6)\nAn email   (b)(7)(C)\nA memo  (b)(5)\nA note   (b)(6)".replace(
            "\nA memo  ", "\nA memo      "
        ),
        "the county paid",
    ],
)
def test_prose_and_indexes_hide_nothing(parser: SpacyParser, text: str) -> None:
    lines = text.split("\n")
    width = max(len(line.partition("   ")[0]) for line in lines)
    aligned = "\n".join(
        f"{a.strip():<{width}}   {b.strip()}" if b else a for a, _, b in (line.partition("   ") for line in lines)
    )
    assert findings(parser, page(aligned)).redactions == ()


def test_redaction_ids_survive_a_hair_of_movement(parser: SpacyParser) -> None:
    one = findings(parser, page("x", redactions=(RedactionBox(Box(0.1, 0.3, 0.4, 0.32), "black", ""),))).redactions[0]
    two = findings(parser, page("x", redactions=(RedactionBox(Box(0.10004, 0.3, 0.4, 0.32), "black", "(b)(6)"),))).redactions[0]
    assert one.id == two.id


def test_names_join_under_what_the_file_defines(parser: SpacyParser) -> None:
    text = (
        "Governor Pat Example met the U.S. Bureau of Fees and Tolls (BFT) in Marlow County. BFT said no.\n\n"
        "The Marlow County Sheriff's Office agreed with BFT. Mr. Roe did not."
    )
    found = findings(parser, page(text)).mentions
    kinds = {(one.kind, one.normal) for one in found}
    assert {("person", "pat example"), ("person", "roe"), ("place", "marlow county")} <= kinds
    assert sum(one.normal == "us bureau of fees and tolls" for one in found) == 4
    assert ("office", "marlow county sheriff's office") in kinds


@pytest.mark.parametrize(
    "text", ["From:\nTo:\nSubject:", "(b)(6), (b)(7)(C)", "████ ██████", "I. PURPOSE", "Monday, March 3, 2010", ""]
)
def test_header_words_codes_and_masks_are_no_names(parser: SpacyParser, text: str) -> None:
    assert findings(parser, page(text)).mentions == ()


def test_header_names_are_turned_round(parser: SpacyParser) -> None:
    found = findings(parser, page("From: Roe, Jane\nTo: Doe, Sam; Poe, Al\nSubject: Fees\n\nJane Roe wrote.")).mentions
    assert [one.normal for one in found].count("jane roe") == 2
    assert {"sam doe", "al poe"} <= {one.normal for one in found}


def test_citations_are_found_in_place(parser: SpacyParser) -> None:
    found = findings(parser, page("It rests on 8 USC 1373 and on\nINA section 287(g).")).citations
    assert [(one.kind, one.normal) for one in found] == [("usc", "8 U.S.C. § 1373"), ("ina", "INA § 287(g)")]


def test_no_pages(parser: SpacyParser) -> None:
    assert findings(parser) == Findings((), (), ())
