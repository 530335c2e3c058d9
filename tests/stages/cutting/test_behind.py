"""Papers that come behind another and speak of it, what a page of doubt is lent, and banners at the foot of a file's pages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drawn_page import file, page

from pipeline.records.document import Document
from pipeline.records.page import Page
from pipeline.records.source import Release
from pipeline.stages.cutting.apart import counted_to
from pipeline.stages.cutting.behind import annexed_to, of_the_speaker
from pipeline.stages.cutting.bounds import judged
from pipeline.stages.cutting.sheets import running_feet, sheet_of
from pipeline.stages.cutting.title_block import title_of
from pipeline.stages.cutting.unsure import DOUBTFUL, as_lent
from pipeline.stages.cutting.writers import own_names
from pipeline.stages.segment import Params, _opening, segment

GUARD = Release("r", agency="U.S. Coast and Harbor Guard", component="Ferry Checks")
PROSE = "The yard has forty slips and was built for thirty. The captain was civil, and counsel sat in the room throughout.\n"
DEED = (
    "MEMORANDUM OF AGREEMENT\nbetween the Guard and the State of Franklin\n\nI. Purpose. Boats are seen.\n"
    + PROSE * 6
    + "\nSigned May 4, 2010\nAnn Roe, Deputy Commandant\nIda Stoll, Harbor Secretary"
)
TALK = (
    "SUBCOMMITTEE ON PORTS\nHEARING ON BOATS\nTuesday, March 8, 2011\n\n"
    "WITNESS: ORRIN GELL, Sheriff of Dell County.\n\n"
    "Ms. STOLL. Who pays for the tags?\n\nMr. GELL. The yards do, all of them.\n\nMs. STOLL. Were they asked?\n\n"
    "Mr. GELL. They were told in the spring.\n\nMs. STOLL. By whom?\n\nMr. GELL. By me, in writing.\n\nMs. STOLL. Thank you."
)
BANNER = "This copy was made for the one who asked for it and is not to be sold by anybody, in whole or in"


def cut(*texts: str) -> tuple[Document, ...]:
    pages = tuple(page(text, number, f"CHG 11-0001.{number:06d}") for number, text in enumerate(texts, 1))
    return segment(file(), GUARD, pages, Params()).documents


def first_pages(*texts: str) -> list[int]:
    return [one.first_page for one in cut(*texts)]


@pytest.mark.parametrize(
    "head",
    [
        "CHANGE No. 1\nThe parties to the Memorandum of May 4, 2010 agree as follows.",
        "FIRST SUPPLEMENT\nto the Memorandum of Agreement\nmade between the same parties",
        "SIDE LETTER\nIt goes with the Agreement dated May 4, 2010.",
    ],
)
def test_what_changes_an_agreement_is_a_paper_of_its_own(head: str) -> None:
    found = cut(DEED, head + "\n\n1. Article I reads: all boats are seen twice.\n" + PROSE * 3 + "\nSigned September 9, 2010")
    assert [one.first_page for one in found] == [1, 2]
    assert "2010-05-04" not in found[1].date


@pytest.mark.parametrize(
    "head",
    [
        "ATTACHMENT A TO THE MEMORANDUM OF AGREEMENT\nBoats to be seen in the first year",  # a schedule of it
        "II. DUTIES\nThe Guard sees each boat once in the year.",
        "The parties to the Memorandum of May 4, 2010 agree to meet once in each year, and to tell the yards of it in",
        "SIGNATURES\nFor the Guard   For the State",
    ],
)
def test_what_is_part_of_an_agreement_stays_with_it(head: str) -> None:
    assert first_pages(DEED, head + "\n\n" + PROSE * 3) == [1]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("ANNEX 2 TO THE STATEMENT OF MR. GELL", "MR. GELL"),
        ("Appendix I to Ms. Stoll's Statement", "Ms. Stoll"),
        ("Attachment B to the prepared testimony of Ida Stoll, Sheriff", "Ida Stoll"),
        ("EXHIBIT A TO DECLARATION OF ORRIN GELL", "ORRIN GELL"),
        ("ANNEX 2. CONTACTS WITH THE YARDS", ""),
        ("Attachment A to the Memorandum of Agreement", ""),
        ("Annex B to the statement of work", ""),
        ("The annex to the statement of Mr. Gell was not sent to anybody", ""),
        ("Exhibit 4", ""),
    ],
)
def test_whose_statement_a_head_names(line: str, who: str) -> None:
    assert annexed_to((line, "Boats seen in each year")) == who


def test_an_annex_behind_a_hearing_is_the_witness_s() -> None:
    rows = "\n".join(f"Yard {number}   {number * 7}   {number * 3}" for number in range(1, 12))
    hearing, annex = cut(TALK, "ANNEX A TO THE STATEMENT OF MR. GELL\nBoats seen by yard, up to April 30, 2011\n\n" + rows)
    assert hearing.author != "MR. GELL"
    assert (annex.author, annex.author_kind, annex.date, annex.date_precision) == ("MR. GELL", "local", "2011-03-08", "approx")


def test_talk_that_goes_on_is_no_annex() -> None:
    assert first_pages(
        TALK, "Mr. GELL. Annex A tells it.\n\nMs. STOLL. I have it.\n\nMr. GELL. Then you know.\n\nMs. STOLL. I do."
    ) == [1]


def sheets(*texts: str) -> list[str]:
    pages = tuple(page(f"{text}\n{BANNER}\nany part", number) for number, text in enumerate(texts, 1))
    feet = running_feet(pages)
    return [sheet_of(one, _opening(file(), one, frozenset(), Params()), frozenset(), 0.6, 1.25, feet).lines[-1] for one in pages]


def test_a_banner_below_every_page_is_no_text() -> None:
    assert sheets("One yard.\nIt is full.", "Two yards.\nThey are shut.", "Three.\nNo more.") == [
        "It is full.",
        "They are shut.",
        "No more.",
    ]


def test_the_last_line_of_one_page_is_its_text() -> None:
    one = page("One yard.\nIt is full of boats")
    feet = running_feet((one, page("Two.\nIt is shut", 2), page("Three.\nNo more", 3)))
    assert (
        sheet_of(one, _opening(file(), one, frozenset(), Params()), frozenset(), 0.6, 1.25, feet).lines[-1]
        == "It is full of boats"
    )


@pytest.mark.parametrize(
    ("top", "titled"),
    [
        ("IN BRIEF: DELL YARD", True),
        ('AS BROADCAST - KLDL, "Harbor Hour", May 12, 2011, 8:20 a.m.', True),
        ("MR. GELL: Not one boat", False),
        ("GELL: No.", False),
        ("It was a quarter past eight, and the yard was shut.", False),
    ],
)
def test_heads_that_end_in_a_clock_or_follow_a_label(top: str, titled: bool) -> None:
    one = page(top + "\n\n" + PROSE * 5)
    assert (title_of(one, (top,)) is not None) == titled


def test_more_as_a_heading_does_not_lead_on() -> None:
    sheet = "FACT SHEET\nBoats and Tags\nMarch 2010\n\n" + PROSE * 4 + "\nMore\nAsk the yard.\nThe desk is open."
    letter = "THE TAG LINE\nNews for yards | Volume 3 | April 2011\n\n" + PROSE * 4
    assert first_pages(sheet, letter) == [1, 2]
    assert first_pages(sheet.replace("Ask the yard.\nThe desk is open.", ""), PROSE * 4) == [1]


WHOLE = Document(
    "d", "r", "f" * 16, 1, 3, "report", "Boats", "2010-05-04", "day", "text", "Harbor Office", "agency", ("Ann Roe",), (),
    "public", "", "", "", 0.9,
)  # fmt: skip


def test_a_page_of_doubt_is_not_lent_the_day_and_the_writer_as_if_sure() -> None:
    lent = as_lent(WHOLE, "")
    assert (lent.date, lent.date_precision, lent.author, lent.author_basis) == ("2010-05-04", "approx", "Harbor Office", DOUBTFUL)
    assert as_lent(WHOLE, "2010-05").author == "Harbor Office"
    own = as_lent(WHOLE, "2011-02")
    assert (own.date, own.date_precision, own.author, own.author_kind, own.audience) == ("2011-02", "month", "", "", "")


def pages_of_doubt() -> tuple[Page, ...]:
    notes = "Notes\n\n" + PROSE * 3
    return (page("Weekly report of the yard\nMay 4, 2010\n\n" + PROSE * 20, 1), page(notes, 2), page(PROSE * 3, 3))


def test_parts_say_where_the_doubt_begins() -> None:
    found = segment(file(), GUARD, pages_of_doubt(), Params())
    doubtful = [one.page_id for one in found.boundaries if not one.starts]
    unsure = [one for one in found.parts if one.document.author_basis == DOUBTFUL or one.document.date_precision == "approx"]
    assert [one.page_id for one in unsure] == doubtful != []
    assert all(one.document.id == found.documents[0].id for one in unsure)


def smaller(one: Page, times: float) -> Page:
    """The page set in type so much smaller."""
    lines = tuple(
        replace(line, words=tuple(replace(word, y1=word.y0 + (word.y1 - word.y0) * times) for word in line.words))
        for line in one.lines
    )
    return replace(one, lines=lines)


def likelihood(times: float, method: str = "ocr") -> float:
    pages = (page("Weekly report of the yard\nMay 4, 2010\n\n" + PROSE * 8, 1), smaller(page("Notes\n\n" + PROSE * 8, 2), times))
    said = [_opening(file(), one, frozenset(), Params()) for one in pages]
    sheets = tuple(
        sheet_of(replace(one, method=method), opening, frozenset(), 0.6, 1.25) for one, opening in zip(pages, said, strict=True)
    )
    return judged(sheets, 1, 0).likelihood


def test_other_type_speaks_for_another_paper() -> None:
    assert likelihood(0.8) > likelihood(1.0) == likelihood(0.95)
    assert likelihood(0.95, "text_layer") > likelihood(1.0, "text_layer") == likelihood(0.99, "text_layer")


def test_rows_of_a_table_in_small_type_are_no_running_text() -> None:
    rows = "\n".join(f"{number}/12/2009 Yard {number} was opened to boats with {number * 7} slips" for number in range(1, 12))
    table = smaller(page("Yards\n\n" + rows), 0.8)
    assert sheet_of(table, _opening(file(), table, frozenset(), Params()), frozenset(), 0.6, 1.25).type == 0.0


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("TABLE 3. Boats by yard\nFrom the first day through February 28, 2011.", "2011-02-28"),
        ("Boats by yard\nNovember 17, 2009 to March 31, 2011. Each boat once.", "2011-03-31"),
        ("Boats by yard\nStatistics through May 4, 2010", "2010-05-04"),
        ("Boats by yard\nThe captain wrote on May 4, 2010 to the yard.", ""),
        ("Boats by yard\nIt was open from May 1, 2010 to June 3, 2010, and shut then.", ""),
    ],
)
def test_up_to_which_day_a_head_counts(head: str, day: str) -> None:
    one = page(head + "\n\n" + PROSE * 3)
    assert counted_to(sheet_of(one, _opening(file(), one, frozenset(), Params()), frozenset(), 0.6, 1.25)) == day


def test_an_annex_behind_a_paper_that_does_not_name_the_person_has_nothing_of_its_day_and_readers() -> None:
    memo = "MEMORANDUM\n\nTO: All desks\nFROM: Ferry Office\nDATE: March 3, 2010\nSUBJECT: Ropes\n\nMr. {} coils the ropes."
    annex = page("ANNEX 2 TO THE STATEMENT OF MR. LUND\n\nThe harbor has nine boats.", 2)
    found = []
    for name in ("Poe", "Lund"):
        first = page(memo.format(name), 1)
        (one,) = segment(file(), GUARD, (first,), Params()).documents
        behind = replace(one, first_page=2, last_page=2, author="", date="", date_precision="", recipients=(), audience="")
        found.append(of_the_speaker((one, behind), (first, annex), own_names(GUARD))[1])
    assert [one.author for one in found] == ["MR. LUND"] * 2
    assert [(one.date, one.recipients) for one in found] == [("", ()), ("2010-03-03", ("All desks",))]
