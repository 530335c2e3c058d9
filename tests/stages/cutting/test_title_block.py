"""What counts as a title on top of a page, what it says of its paper, and which pages begin a paper for it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from drawn_page import RELEASE, file, page

from pipeline.records.page import Page
from pipeline.stages.cutting.sheets import sheet_of
from pipeline.stages.cutting.title_block import title_of
from pipeline.stages.reading.fabric import fabric_of
from pipeline.stages.segment import Params, _opening, segment

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "scripts"))

from measuring.laid_out import laid_out

TEXT = "\n".join(["the board went on to speak of the fee, and of who would have to pay it in the end, and"] * 40)
HALF = "\n".join(["The board went on to speak of the fee, and of who would have to pay it in the end, and"] * 22) + "\nwent home."
SOME = (
    "\n".join(["Nobody had asked the county whether it would rather have had the scale on the other side of the"] * 6)
    + "\nbridge."
)


def said(one: Page) -> tuple[str, ...]:
    return tuple(line for line in one.text.split("\n") if line.strip())


@pytest.mark.parametrize(
    ("top", "date", "house"),
    [
        ("What people ask about the scale, and what we tell them", "", False),
        ("What people ask about the scale\n\nA sheet for the counter. Bureau of Weights, May 2010", "2010-05", True),
        ("The scale in Marlow\n\nMay 2010. It takes the place of the sheet of March 2009.", "2010-05", False),
        ("Weekly call, western counties - notes by the clerk, September 14, 2010", "2010-09-14", False),
        ("Weighings by county, April - June 2010\nRun 07/12/2010. For staff.", "2010-07-12", False),
        (
            "Talk after the hearing, in the corridor (taken down from a recorder by the press office,\nnot all voices known)",
            "",
            False,
        ),
        (
            "SCALES AND ROADS\n\nHearing before the Committee on Roads, Thursday, September 23, 2010. Uncorrected.",
            "2010-09-23",
            False,
        ),
        ("Remarks outside the courthouse, January 12, 2011 (as taken down by the press office)", "2011-01-12", False),
        ("Statement of work (extract). Care of the scales, western counties. Order 0009", "", False),
    ],
)
def test_a_title_and_what_it_says(top: str, date: str, house: bool) -> None:
    one = page(f"{top}\n\n{TEXT}")
    found = title_of(one, said(one))
    assert found is not None
    assert (found.date, found.house) == (date, house)


@pytest.mark.parametrize(
    "top",
    [
        "and so it was left to the board",
        "The board met again in May. Nobody spoke.",
        "The CHAIRMAN. Does the county pay?",
        "Q. Did the county pay?",
        "2. Who is in the files",
        "• The county pays nothing",
        "[09:02] Clerk: is it on",
        "To: The Director",
        "It was not until the spring of that year that the county heard of it, and by then the scale\nhad been put up by the",
    ],
)
def test_no_title(top: str) -> None:
    one = page(f"{top}\n\n{TEXT}")
    assert title_of(one, said(one)) is None


def test_large_type_is_told_whatever_the_letters() -> None:
    sheets = [
        laid_out(f"{head}\n\n{SOME}", 1, "f" * 16, large)
        for head in ("Once more on fees", "Why it may apply")
        for large in (0, -1)
    ]
    opened = [_opening(file(), one, frozenset(), Params()) for one in sheets]
    assert [sheet_of(one, o, frozenset(), 0.6, 1.25).large for one, o in zip(sheets, opened, strict=True)] == [True, False] * 2


def starts(*texts: str, large: bool = False) -> list[int]:
    pages = tuple(laid_out(text, number, "f" * 16, 0 if large else -1) for number, text in enumerate(texts, 1))
    return [one.first_page for one in segment(file(), RELEASE, pages, Params()).documents]


SHEET = "The scale in Marlow\n\nA sheet for the counter. Bureau of Weights, March 2010\n\n" + HALF
HEARING = (
    "SCALES AND ROADS\n\nHearing before the Committee on Roads, March 3, 2010\n\n"
    + "The CHAIRMAN. Well?\nThe WITNESS. It is so.\n" * 8
)
SLIDES = "Where we stand\n\nMarlow by May\nAshby by June\nThe rest when there is money\nNo dates to the press"
MAIL = "From: Roe, Jane\nSent: Monday, March 1, 2010 9:00 AM\nTo: Doe, Sam\nSubject: Fees\n\nThe county asks. I said so.\n"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (SHEET, "What you may have heard, and how it is\n\nA handout. Bureau of Weights, May 2010\n\n" + SOME),
        (SHEET, "The scale: what a county should know\n\nJune 2011. It takes the place of the sheet of March 2010.\n\n" + SOME),
        (HEARING, "Answers for the record, received May 4, 2010\n\n" + SOME),
        (SLIDES, "Four Hundred Carts\n\nThe Carters' Table and Marlow Legal Aid. September 2010.\n\n" + SOME + "\n" + SOME),
        (MAIL, "Weekly call, western counties - notes by the clerk, September 14, 2010\n\n" + SOME),
        (MAIL, "Messages exported 11/04/2010. Between: Clerk, Keeper\n\n" + "[09:02] Clerk: is it on\n[09:03] Keeper: no\n" * 4),
    ],
)
def test_a_title_block_begins_a_paper(first: str, second: str) -> None:
    assert starts(first, second, large=first == SHEET) == [1, 2]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (SHEET, "What becomes of the fee\n\n" + SOME),
        (SHEET, "Do we need a new scale?\n\nMost do not. Ask the State, which has a list of those that can be kept for now."),
        (HEARING, "The CHAIRMAN. I thank you.\n" + "The WITNESS. It was nothing.\nThe CHAIRMAN. Next.\n" * 5),
        (SLIDES, "At the bridge\n\nForm 7 comes by fax\nThe keeper holds the cart\nReply within a day\nAsk your office"),
        ("The scale in Marlow through June 30, 2010\n\n" + SOME, "Marlow, by road, through June 30, 2010\n\n" + SOME),
        ("March 5, 2010\n\nDear Sheriff Poe:\n\n" + TEXT, "Sincerely,\n\nJane Roe, Keeper"),
        ("The scale in Marlow\n\n" + TEXT, "Ill. Background\n\n" + SOME),
    ],
)
def test_what_goes_on_begins_nothing(first: str, second: str) -> None:
    assert starts(first, second, large=first == SHEET and "fee" in second[:40]) == [1]


@pytest.mark.parametrize(
    ("text", "fabric"),
    [
        (MAIL, "mail"),
        (HEARING, "hearing"),
        (SLIDES, "slides"),
        ("Q. Did you?\nA. No.\nQ. Why?\nA. I was away.", "examination"),
        ("VOICE: Well?\nASSISTANT DIRECTOR: No.\nVOICE: Not ever?", "talk"),
        ("[09:02] Clerk: on?\n[09:03] Keeper: no\n[09:04] Clerk: ok", "chat"),
        ("Can we get out?\nNo.\n\nDoes it cost us?\nYes.\n\nWhom do we ask?\nThe keeper.", "questions"),
        ("A 1 2\nB 3 4\nC 5 6\nD 7 8\nE 9 10\nF 1 2", "table"),
        (SOME, "prose"),
        ("Dear Sheriff Poe:\n\nThank you for your letter.\n\nSincerely,\n\nJane Roe\nKeeper", "prose"),
        ("The fee was paid.\nWe asked why.\nNobody knew.\nIt was late.", "prose"),
    ],
)
def test_fabric(text: str, fabric: str) -> None:
    assert fabric_of(page(text)) == fabric
