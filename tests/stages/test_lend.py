"""Papers that go on in the next file are lent who wrote them and when; files that only lie beside each other are lent nothing."""

from __future__ import annotations

import pytest
from drawn_page import RELEASE, page

from pipeline.records.document import Document, Lent
from pipeline.records.source import File
from pipeline.stages.cutting.continued import Ends
from pipeline.stages.lend import CONTINUED, Brink, lend
from pipeline.stages.segment import Params, segment

FILLED = "\n".join(["The board went on to speak of the fee, and of who would have to pay for it in the end. It said no."] * 30)
OPEN = FILLED + "\nWhat was left of the money had by then been lent by the clerk to the towns, which"
WITHIN = "had asked for it in the spring and have not paid it back to this day. The clerk knows of it.\n" + FILLED
CLOSED = "\n\nSincerely,\n\nAda Roe\nClerk of the Board\nMarlow County\n"
MEMO = "MEMORANDUM\n\nTO: Ferry Board\nFROM: Jane Doe, Harbor Master\nDATE: March 4, 2011\nSUBJECT: Tolls\n\n" + FILLED
LETTER = "Marlow County\nOffice of the Clerk\n\nMay 6, 2011\n\nDear Director Lund:\n\n" + FILLED
REPORT = "Report on the Bridges of Dale County\nPrepared by the Bureau of Weights\nJune 2010\n\n" + FILLED
MAIL = "From: Roe, Jane\nSent: Monday, March 1, 2010 9:00 AM\nTo: Doe, Sam\nSubject: RE: Fees\n\n" + FILLED


def brink(name: str, *texts: str, first: int = 0) -> Brink:
    stamps = [f"\n\nEX FOIA {first + at:06d}" if first else "" for at in range(len(texts))]
    file = File(f"{name:>16}"[-16:], "r", name, "0" * 64, 1, "application/pdf")
    pages = tuple(page(text + stamp, at, file_id=file.id) for at, (text, stamp) in enumerate(zip(texts, stamps, strict=True), 1))
    made = segment(file, RELEASE, pages, Params())
    head, tail = made.documents[0], made.documents[-1]
    ends = Ends("r", name, head, pages[head.first_page - 1], tail, pages[tail.first_page - 1], pages[tail.last_page - 1])
    own = tuple(one for one in made.parts if one.document.id == head.id)
    parts = tuple(one for one in made.parts if one.document.id == tail.id)
    return Brink(ends, tuple(one for one in made.messages if one.document_id == tail.id), parts, own)


def lent(*files: Brink) -> dict[str, Document]:
    """What was lent, by the name of the file in which the document stands."""
    names = {one.id: f.ends.name for f in files for one in (f.ends.first, f.ends.last)}
    return {names[one.document.id]: one.document for one in lend(files)}


def two(last: str, then: str, names: tuple[str, str] = ("part 1.pdf", "part 2.pdf")) -> Document | None:
    return lent(brink(names[0], last, first=7), brink(names[1], then, first=8)).get(names[1])


@pytest.mark.parametrize(
    ("last", "then"),
    [
        (MEMO[: -len(FILLED)] + OPEN, WITHIN),
        (MEMO + "\nPage 1 of 3", "How the tolls came about\n\n" + FILLED + "\nPage 2 of 3"),
        (MEMO + "\n1", FILLED + "\n2"),
        (MEMO + "\n- 1 -", "- 2 -\n" + FILLED),
        (MEMO + "\n(continued on next page)", "Boats\n" + FILLED),
        (MEMO, "Ferry Board (continued)\n" + FILLED),
        (MEMO[: -len(FILLED)] + OPEN + "\nFOR STAFF ALONE", WITHIN + "\nFOR STAFF ALONE"),
        (MEMO, "Page 2 - Ferry Board\nMarch 4, 2011\n\n" + FILLED),
    ],
)
def test_a_memorandum_that_is_cut_tells_who_wrote_its_rest(last: str, then: str) -> None:
    found = two(last, then)
    assert found is not None
    assert (found.author, found.date, found.kind) == ("Jane Doe, Harbor Master", "2011-03-04", "memo")
    assert (found.date_basis, found.author_basis) == ("continued", CONTINUED)


@pytest.mark.parametrize(
    ("last", "then"),
    [
        (MEMO, FILLED),  # nothing heads it, and stamps and names run on: so do files that were scanned one by one
        (LETTER + CLOSED, FILLED),
        (MEMO + "\n14", FILLED + "\n15"),  # numbers of a production
        (MEMO + "\nPage 14 of 90", FILLED + "\nPage 15 of 90"),
        (MEMO[: -len(FILLED)] + OPEN, LETTER),
        (MEMO[: -len(FILLED)] + OPEN, MAIL),
        (MEMO[: -len(FILLED)] + OPEN, REPORT),
        (MEMO + "\nPage 3 of 3", FILLED + "\nPage 1 of 3"),
        (MEMO, "Fees by county\nCounty 2009 2010\nMarlow 12 13\nDale 14 15\n"),
    ],
)
def test_what_is_not_shown_to_go_on_is_lent_nothing(last: str, then: str) -> None:
    found = two(last, then, ("doc 1.pdf", "doc 2.pdf"))
    assert found is None


def test_files_that_nothing_puts_in_order_lend_nothing() -> None:
    opened = MEMO[: -len(FILLED)] + OPEN
    assert lent(brink("tolls.pdf", opened), brink("ferries.pdf", WITHIN)) == {}
    assert lent(brink("part 1.pdf", opened), brink("part 3.pdf", WITHIN)) == {}


def test_who_signs_the_last_page_signed_the_first() -> None:
    found = lent(brink("part 1.pdf", LETTER[: -len(FILLED)] + OPEN), brink("part 2.pdf", WITHIN + CLOSED))
    assert found["part 2.pdf"].date == "2011-05-06"
    assert {name: one.author for name, one in found.items()} == dict.fromkeys(
        ("part 1.pdf", "part 2.pdf"), "Ada Roe, Clerk of the Board"
    )


def test_what_is_quoted_last_in_a_mail_is_lent_its_own_sender_and_day() -> None:
    quoted = (
        "\n\n-----Original Message-----\nFrom: Lund, Ira\nSent: Friday, February 26, 2010 4:10 PM\n"
        "To: Roe, Jane\nSubject: Fees\n\n"
    )
    found = two(MAIL[:200] + quoted + OPEN, WITHIN)
    assert found is not None
    assert (found.kind, found.author, found.date) == ("email", "Lund, Ira", "2010-02-26")


def test_a_chain_of_parts_is_lent_one_head() -> None:
    parts = [brink("book_part01of04.pdf", MEMO[: -len(FILLED)] + OPEN, first=1)]
    parts += [brink(f"book_part{at:02d}of04.pdf", WITHIN + "\n" + OPEN, first=at) for at in (2, 3)]
    parts += [brink("book_part04of04.pdf", WITHIN, first=4)]
    found = lent(*reversed(parts))
    assert sorted(found) == [f"book_part{at:02d}of04.pdf" for at in (2, 3, 4)]
    assert {(one.author, one.date) for one in found.values()} == {("Jane Doe, Harbor Master", "2011-03-04")}


def test_ids_pages_and_stamps_stay() -> None:
    first, then = brink("part 1.pdf", MEMO[: -len(FILLED)] + OPEN, first=7), brink("part 2.pdf", WITHIN, first=8)
    (one,) = lend((first, then))
    assert isinstance(one, Lent)
    was = then.ends.first
    assert (one.document.id, one.document.file_id, one.document.bates_first) == (was.id, was.file_id, was.bates_first)
    assert one.files == (first.ends.last.file_id,)
