"""Where documents begin in a stack of pages, what is left in doubt, and that a person's word stands."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from drawn_page import RELEASE, file, page

from pipeline.records.document import Segmentation
from pipeline.records.source import Ruling
from pipeline.stages.segment import Params, segment

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "scripts"))

from measuring import streams

EMAIL = "From: Roe, Jane\nSent: Monday, March 1, 2010 9:00 AM\nTo: Doe, Sam\nSubject: RE: Fees\n\nThe county asks if it is due.\n"
FULL = "\n".join(["the board went on to speak of the fee, and of who would have to pay it in the end,"] * 44)
LETTER = "March 5, 2010\n\nDear Sheriff Poe:\n\nThank you for your letter.\n\nSincerely,\n\nJane Roe\n"
REPORT = "Report on the Bridge Register\n\nBureau of Weights\n\nMarch 2010"


def cut(*texts: str, rulings: tuple[Ruling, ...] = ()) -> Segmentation:
    pages = tuple(page(text, number) for number, text in enumerate(texts, 1))
    return segment(file(), RELEASE, pages, Params(), rulings)


def starts(*texts: str) -> list[int]:
    return [one.first_page for one in cut(*texts).documents]


@pytest.mark.parametrize(
    "second",
    [
        EMAIL,
        EMAIL.replace("Fees", "Roads"),
        LETTER,
        REPORT,
        "FOR IMMEDIATE RELEASE\nMarch 4, 2010\n\nCounty Joins the Program\n\nIt said so.",
        FULL + "\nPage 1 of 3",
    ],
)
def test_a_head_starts_a_document(second: str) -> None:
    assert starts(EMAIL, second) == [1, 2]


@pytest.mark.parametrize(
    "second",
    [
        FULL,
        "and so it was left to the board.\nNobody spoke again.",
        "> quoted text of an older message\n> that goes on",
        "From the county we heard nothing more about the matter, and the board let it rest for a year.",
        "2\n\n" + FULL,
        "",
    ],
)
def test_running_text_goes_on(second: str) -> None:
    assert starts(FULL if second.startswith("2") else EMAIL + FULL, second) == [1]


@pytest.mark.parametrize(
    "head", ["Chapter 2: The Gates", "APPENDIX A", "Table 3. Counts by county", "Executive Summary", "III. AUTHORITY"]
)
def test_a_part_of_a_report_is_no_document(head: str) -> None:
    assert starts(REPORT + "\n\n1", f"{head}\n\n{FULL}\n\n2") == [1]


def test_a_running_head_starts_nothing() -> None:
    memo = f"MEMORANDUM\n\nTO: The Director\nFROM: The Deputy\nDATE: March 3, 2010\nSUBJECT: Fees at the gate\n\n{FULL}"
    assert starts(memo, f"Subject: Fees at the gate\n\n{FULL}") == [1]


def test_the_header_of_an_older_message_right_below_prose_starts_nothing() -> None:
    older = EMAIL.replace("Fees", "Roads").replace("March 1", "February 9")
    assert starts(EMAIL, f"and that is all I know of it. Please call.\n\n{older}") == [1]


def test_an_end_mark_and_a_title_part_two_papers() -> None:
    assert starts("Notes on ferries\n\n" + FULL + "\n###", "Scale Certification in Ashby\n\nMarch 3, 2010\n\n" + FULL) == [1, 2]


def test_doubt_is_written_down_with_its_reasons() -> None:
    found = cut(EMAIL, "PAGES WITHHELD IN FULL\n(b)(5)")
    (doubt,) = found.boundaries
    assert (doubt.page_id, doubt.reviewed) == (f"{'f' * 16}-p2", False)
    assert doubt.reasons and 0.25 < doubt.confidence < 0.75
    assert cut(EMAIL, LETTER).boundaries == ()


@pytest.mark.parametrize("starts_here, first_pages", [(True, [1, 2]), (False, [1])])
def test_a_ruling_stands(starts_here: bool, first_pages: list[int]) -> None:
    for second in (FULL, LETTER):
        found = cut(EMAIL, second, rulings=(Ruling("records.pdf", 2, starts_here),))
        assert [one.first_page for one in found.documents] == first_pages
        assert [(one.reviewed, one.starts) for one in found.boundaries] == [(True, starts_here)]


def test_a_ruling_names_the_kind() -> None:
    found = cut(EMAIL, FULL, rulings=(Ruling("records.pdf", 2, True, "report"),))
    assert [one.kind for one in found.documents] == ["email", "report"]


@pytest.mark.parametrize("family, least", [("seen", 0.95), ("unseen", 0.92)])
def test_invented_streams_are_cut_as_well_as_was_measured(family: str, least: float) -> None:
    figures = {one.name: one.value for one in streams.measure(family).figures}
    assert (figures["bounds F1"] or 0) >= least
    assert (figures["kinds right, of papers whose start was found"] or 0) >= 0.95
    assert (figures["header fields exact, all together"] or 0) >= 0.95


def mail(clock: str, subject: str = "Fees", day: str = "March 1, 2010") -> str:
    head = f"From: Roe, Jane\nSent: Monday, {day} {clock}\nTo: Doe, Sam\nSubject: {subject}\n\n"
    return head + "The county asks if it is due.\n"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (mail("9:12 AM"), mail("11:40 AM", "RE: Fees"), [1, 2]),
        (mail("9:12 AM"), mail("4:03 PM", "RE: RE: Fees"), [1, 2]),
        (mail("11:40 AM", "RE: Fees"), mail("9:12 AM"), [1]),
        (mail("1:05 PM", "RE: Fees"), mail("11:59 AM"), [1]),
        (mail("9:12 AM"), mail("8:00 AM", "RE: Fees", "March 2, 2010"), [1, 2]),
        (mail("", "RE: Fees"), mail(""), [1]),
    ],
)
def test_a_reply_of_the_same_day_stands_alone_and_an_older_mail_does_not(first: str, second: str, expected: list[int]) -> None:
    assert starts(first, second) == expected


@pytest.mark.parametrize(
    ("head", "next_head", "expected"),
    [
        ("Monthly Statistics through September 30, 2010", "Monthly Statistics through September 30, 2011", [1, 2, 3, 4]),
        ("Report on Scales, March 2010", "Report on Scales, April 2010", [1, 2, 3, 4]),
        ("Report on Scales, March 2010", "Report on Scales, March 2010", [1, 2, 3]),
        ("Report on the Scales of Marlow", "Report on the Scales of Marlow", [1, 2, 3]),
        ("Westmark 2/17/2010 2639 6 0.10", "Westmark 2/18/2010 2644 7 0.11", [1, 2, 3]),
    ],
)
def test_a_head_once_more_for_another_day_heads_another_paper(head: str, next_head: str, expected: list[int]) -> None:
    body = "\n".join(FULL.split("\n")[:8])
    papers = (f"{head}\nBureau of Weights\n\n{body}.", f"{next_head}\nBureau of Weights\n\n{body}.")
    assert starts(EMAIL, LETTER, *papers) == expected


MEMO = "MEMORANDUM\n\nTO: The Director\nFROM: Counsel\nDATE: October 4, 2010\nSUBJECT: The fee\n\n" + FULL
INNER = "III. Background\n\nThe letter of the county was dated September 8, 2010.\nAs of March 3, 2010\n\n" + FULL
MINUTES = "MINUTES OF THE FEE BOARD\n\nDate: {day}. Place: Room 9.\n\nThe fee was spoken of."


def test_a_day_named_under_an_inner_heading_starts_nothing() -> None:
    assert starts(MEMO, INNER) == [1]


def test_the_same_head_under_another_date_is_another_paper() -> None:
    assert starts(MINUTES.format(day="March 3, 2011"), MINUTES.format(day="June 9, 2011")) == [1, 2]
    assert starts(MINUTES.format(day="March 3, 2011"), "MINUTES OF THE FEE BOARD\n\n" + FULL) == [1]
