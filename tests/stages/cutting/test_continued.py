"""Documents that go on in the next file, and files that only look as if they did."""

from __future__ import annotations

import random

import pytest
from drawn_page import RELEASE, page

from pipeline.records.document import Continuation
from pipeline.records.page import Page
from pipeline.records.source import File
from pipeline.stages.cutting.continued import Ends, continued
from pipeline.stages.segment import Params, segment

OPEN = "\n".join(["the board went on to speak of the fee, and of who would have to pay it in the end, which was"] * 44)
ONWARD = "not what the county had been told by the clerk, who had left the room before the vote was taken.\n" + OPEN
REPORT = "Report on the Bridge Register\n\nBureau of Weights\n\nMarch 2010\n\n" + OPEN
CLOSED = "The board thanks the clerk for the register.\n\nSincerely,\n\nJane Roe\nClerk of the Board\n"
MAIL = "From: Roe, Jane\nSent: Monday, March 1, 2010 9:00 AM\nTo: Doe, Sam\nSubject: RE: Fees\n\nThe county asks if it is due.\n"
MINUTES = "Minutes of the Bridge Board\nMay 3, 2010\n\nThe clerk read the register.\n"


def ends(name: str, *texts: str, first: int = 1, release: str = "r") -> Ends:
    pages = tuple(_stamped(page(text, number), name, first + number - 1) for number, text in enumerate(texts, 1))
    file = File(f"{name:>16}"[-16:], release, name, "0" * 64, 1, "application/pdf")
    made = segment(file, RELEASE, pages, Params()).documents
    at = {one.number: one for one in pages}
    return Ends(release, name, made[0], pages[0], made[-1], at[made[-1].first_page], pages[-1])


def _stamped(one: Page, name: str, number: int) -> Page:
    return one if not number else page(f"{one.text}\n\nEX FOIA {number:06d}", one.number)


def joined(*files: Ends) -> list[tuple[str, str]]:
    names = {one.first.id: one.name for one in files} | {one.last.id: one.name for one in files}
    return [(names[one.document_id], names[one.next_id]) for one in continued(files)]


@pytest.mark.parametrize(
    ("last", "then"),
    [
        (REPORT, ONWARD),
        (REPORT + "\nPage 3 of 7", "The bridges of the county\n\n" + OPEN + "\nPage 4 of 7"),
        (REPORT + "\n- more -", "The bridges are old.\n" + OPEN),
        (REPORT + "\n12", ONWARD + "\n13"),
    ],
)
def test_what_breaks_off_goes_on_in_the_next_part(last: str, then: str) -> None:
    assert joined(ends("part01of02.pdf", last), ends("part02of02.pdf", then)) == [("part01of02.pdf", "part02of02.pdf")]


@pytest.mark.parametrize(
    ("last", "then"),
    [
        (REPORT, MAIL),
        (REPORT, MINUTES),
        (CLOSED, MINUTES),
        (CLOSED, "Fees by County\nCounty 2009 2010\nMarlow 12 13\nAshby 14 15\n"),
        (REPORT + "\nPage 7 of 7", "A Register of Bridges\n\n" + OPEN + "\nPage 1 of 3"),
        (MAIL, MAIL.replace("Fees", "Roads")),
    ],
)
def test_what_is_whole_does_not(last: str, then: str) -> None:
    assert joined(ends("part01of02.pdf", last), ends("part02of02.pdf", then)) == []


def test_files_that_neither_stamps_nor_names_put_in_order_are_not_joined() -> None:
    files = ends("register.pdf", REPORT, first=0), ends("letters.pdf", ONWARD, first=0)
    assert joined(*files) == []
    stamped = ends("register.pdf", REPORT, REPORT + "!"), ends("letters.pdf", ONWARD, first=3)
    assert joined(*stamped) == [("register.pdf", "letters.pdf")]


def test_stamps_that_run_on_put_files_in_order() -> None:
    files = ends("zeta.pdf", REPORT, first=41), ends("alpha.pdf", ONWARD, first=42), ends("beta.pdf", ONWARD, first=90)
    assert joined(*files) == [("zeta.pdf", "alpha.pdf")]


def test_parts_of_another_release_are_not_joined() -> None:
    assert joined(ends("part1.pdf", REPORT), ends("part2.pdf", ONWARD, release="s")) == []


def test_ten_parts_in_any_order_are_joined_in_turn() -> None:
    files = [ends(f"part{number:d}of11.pdf", REPORT if number == 1 else ONWARD) for number in range(1, 12) if number != 7]
    random.Random(3).shuffle(files)
    found = joined(*files)
    assert found == [(f"part{n}of11.pdf", f"part{n + 1}of11.pdf") for n in range(1, 11) if n not in (6, 7)]


def test_what_is_found_says_why() -> None:
    (one,) = continued((ends("part01of02.pdf", REPORT), ends("part02of02.pdf", ONWARD)))
    assert isinstance(one, Continuation)
    assert one.confidence > 0.5
    assert any("part" in reason for reason in one.reasons)
    assert any("sentence" in reason for reason in one.reasons)
