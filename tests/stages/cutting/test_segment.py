"""Where documents begin, what they are, and what their heads say."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from drawn_page import RELEASE, file, page

from pipeline.patterns.days.dates import normal_date
from pipeline.records.document import KINDS, Document
from pipeline.records.page import Box, Page, RedactionBox
from pipeline.records.source import Release
from pipeline.stages.segment import Params, segment

EMAIL = (
    "From: Roe, Jane\nSent: Monday, March 1, 2010 9:00 AM\nTo: Doe, Sam\nCc: (b)(6), (b)(7)(C)\n"
    "Subject: RE: Fees of the county\n\nSam,\n"
    "The county asks whether the fee is due. It is not, and never was.\n"
)
PROSE = "\n".join(["the board went on to speak of the fee, and of who would have to pay it in the end,"] * 40)
MEMO = "MEMORANDUM\n\nTO: The Director\nFROM: The Deputy\nDATE: March 3, 2010\nSUBJECT: Fees\n\nThe fee is set by law.\n"
LETTER = (
    "Office of Tests\n100 Example Plaza\n\nMarch 5, 2010\n\nThe Honorable Pat Example\nUnited "
    "States Senate\n\nDear Senator Example:\n\n"
    "Thank you for your letter about the fee.\n\nSincerely,\n\nJane Roe\nAssistant Director\n"
)
AGREEMENT = (
    "MEMORANDUM OF AGREEMENT\nBETWEEN\nTHE FEDERAL OFFICE OF TESTS\nAND\nTHE MARLOW COUNTY SHERIFF\n\nI. PURPOSE\n\n"
    "This agreement is entered into this 3rd day of March, 2010, by the parties.\n"
)
COVER = (
    "March 9, 2010\n\nDear Requester:\n\nThis answers your Freedom of Information Act request. We "
    "found 12 pages that are responsive, and\n"
    "portions were withheld under (b)(6).\n\nSincerely,\n\nFOIA Officer\n"
)
CABLE = (
    "Message Text\nUNCLASSIFIED\nPAGE 01 TOWN 06523 020510Z\nR 311528Z JUL 79\nFM AMEMBASSY "
    "TOWN\nTO SECSTATE WASHDC 7509\nUNCLAS TOWN 6523\n"
    "E.O. 12065: N/A\nTAGS: AAAA, BB\nSUBJECT: VISIT OF THE ROAD SURVEY\nTEAM\nREF: PORT 6191\n1. THE TEAM MAY COME.\n"
)


def cut(
    *texts: str, name: str = "records.pdf", media_type: str = "application/pdf", feet: tuple[str, ...] = ()
) -> tuple[Document, ...]:
    pages = tuple(page(text, number, feet[number - 1] if feet else "") for number, text in enumerate(texts, 1))
    return segment(file(name, media_type), RELEASE, pages, Params()).documents


def ranges(documents: tuple[Document, ...]) -> list[tuple[int, int, str]]:
    return [(one.first_page, one.last_page, one.kind) for one in documents]


@pytest.mark.parametrize(
    ("text", "kind", "title", "date", "basis"),
    [
        (EMAIL, "email", "RE: Fees of the county", "2010-03-01", "header"),
        (MEMO, "memo", "Fees", "2010-03-03", "header"),
        (LETTER, "letter", "Letter to The Honorable Pat Example, United States Senate", "2010-03-05", "letterhead"),
        (
            AGREEMENT,
            "agreement",
            "MEMORANDUM OF AGREEMENT BETWEEN THE FEDERAL OFFICE OF TESTS AND THE MARLOW COUNTY SHERIFF",
            "2010-03-03",
            "text",
        ),
        (COVER, "cover-letter", "Letter to Requester", "2010-03-09", "letterhead"),
        (CABLE, "cable", "VISIT OF THE ROAD SURVEY TEAM", "1979-07-31", "header"),
        (
            "FOR IMMEDIATE RELEASE\nMarch 4, 2010\n\nCounty Joins the Fee Program\n\nThe county said so.",
            "press",
            "County Joins the Fee Program",
            "2010-03-04",
            "letterhead",
        ),
        ("TALKING POINTS: THE FEE\n\n- It is small.", "talking-points", "TALKING POINTS: THE FEE", "", ""),
        ("CHRONOLOGY OF THE FEE\n\nJune 3, 2009  a meeting\nJuly 4, 2009  a call", "chronology", "CHRONOLOGY OF THE FEE", "", ""),
        ("PAGES WITHHELD IN FULL\n(b)(5)", "withheld-page", "", "", ""),
        ("the fee was paid and nobody asked", "other", "", "", ""),
        ("", "other", "", "", ""),
    ],
)
def test_kind_title_and_date(text: str, kind: str, title: str, date: str, basis: str) -> None:
    (one,) = cut(text)
    assert (one.kind, one.title, one.date, one.date_basis) == (kind, title, date, basis)
    assert (one.date_precision == "") == (date == "")
    assert one.kind in KINDS and 0 < one.confidence <= 1


def test_a_pile_of_scans_is_cut_at_each_head() -> None:
    documents = cut(EMAIL, PROSE, MEMO, PROSE, LETTER, AGREEMENT, PROSE)
    assert ranges(documents) == [(1, 2, "email"), (3, 4, "memo"), (5, 5, "letter"), (6, 7, "agreement")]


def test_prose_never_starts_a_document() -> None:
    assert ranges(cut(PROSE, PROSE, PROSE)) == [(1, 3, "other")]


def test_a_page_count_holds_pages_together_and_parts_them() -> None:
    pages = [EMAIL + "\nPage 1 of 2", MEMO + "\nPage 2 of 2", PROSE + "\nPage 1 of 1", PROSE + "\nPage 1 of 2"]
    assert [span[:2] for span in ranges(cut(*pages))] == [(1, 2), (3, 3), (4, 4)]


def test_an_older_message_of_the_thread_stays_with_it() -> None:
    older = EMAIL.replace("March 1", "February 20")
    newer = EMAIL.replace("March 1", "March 2").replace("of the county", "of the port")
    assert ranges(cut(EMAIL, older, newer)) == [(1, 2, "email"), (3, 3, "email")]


def test_every_message_of_an_email_has_its_own_sender_date_and_place() -> None:
    texts = (
        EMAIL,
        "-----Original Message-----\nFrom: Poe, Al\nTo: Roe, Jane\nSent: 2/27/2010 4:05 PM\nSubject: Fees\n\nWhat now?",
    )
    pages = tuple(page(text, number) for number, text in enumerate(texts, 1))
    found = segment(file(), RELEASE, pages, Params())
    assert [(one.sender, one.date, one.time, one.depth) for one in found.messages][1] == ("Poe, Al", "2010-02-27", "16:05", 1)
    top, quoted = found.messages
    assert top.document_id == quoted.document_id == found.documents[0].id
    assert (quoted.page_id, pages[1].text[quoted.header_end : quoted.end].strip()) == (pages[1].id, "What now?")
    assert "Original Message" not in pages[0].text[top.start :][: top.end]


def test_a_memo_has_no_messages() -> None:
    assert segment(file(), RELEASE, (page(MEMO),), Params()).messages == ()


def test_people_and_audience() -> None:
    (email,) = cut(EMAIL)
    assert (email.author, email.recipients, email.cc, email.audience) == (
        "Roe, Jane",
        ("Doe, Sam",),
        ("(b)(6), (b)(7)(C)",),
        "internal",
    )
    (letter,) = cut(LETTER)
    assert (letter.author, letter.author_kind, letter.audience) == ("Jane Roe, Assistant Director", "agency", "congress")
    assert letter.recipients == ("The Honorable Pat Example, United States Senate",)
    (agreement,) = cut(AGREEMENT)
    assert agreement.audience == "state-local"
    assert agreement.recipients == ("MARLOW COUNTY SHERIFF",)
    (outside,) = cut(EMAIL.replace("Doe, Sam", "sam@example.com"))
    assert outside.audience == ""
    assert cut("TALKING POINTS\n\n- It is small.")[0].audience == "public"
    assert cut("TALKING POINTS\nInternal use only\n\n- It is small.")[0].audience == "internal"


def test_a_text_file_is_an_article_with_its_headline() -> None:
    text = (
        "Skip to main content\n2012-05-03 16:32:24\n\nCounty Leaves the Fee Program\n\nBy Pat "
        "Example\n\nThe county left on Friday, it said."
    )
    (one,) = cut(text, name="story.txt", media_type="text/plain")
    assert (one.kind, one.title, one.date, one.audience) == ("article", "County Leaves the Fee Program", "2012-05-03", "public")
    assert one.author == "Pat Example"


def test_the_file_name_dates_what_nothing_else_does() -> None:
    (one,) = cut(PROSE, name="letters/2010-07-27 reply.pdf")
    assert (one.date, one.date_basis) == ("2010-07-27", "file-name")
    assert cut(PROSE, name="report 12.pdf")[0].date == ""


def test_two_dates_in_a_letterhead_are_ambiguous() -> None:
    assert cut(LETTER.replace("March 5, 2010\n", "March 5, 2010\n\nMarch 7, 2010\n"))[0].date == ""


def test_covered_pages_stay_inside_the_document_that_goes_on() -> None:
    black = RedactionBox(Box(0.05, 0.05, 0.95, 0.9), "black", "(b)(5)")
    pages = (
        page(EMAIL, 1),
        page("(b)(5)", 2, redactions=(black,)),
        page(PROSE, 3),
        page("(b)(5)", 4, redactions=(black,)),
        page(MEMO, 5),
    )
    documents = segment(file(), RELEASE, pages, Params()).documents
    assert ranges(documents) == [(1, 3, "email"), (4, 4, "withheld-page"), (5, 5, "memo")]


def test_bates_numbers_of_a_document() -> None:
    documents = cut(EMAIL, PROSE, MEMO, feet=("MARL-000123", "MARL-000124", "MARL-000125"))
    assert [(one.bates_first, one.bates_last) for one in documents] == [
        ("MARL-000123", "MARL-000124"),
        ("MARL-000125", "MARL-000125"),
    ]


def test_a_banner_on_every_page_hides_no_heading() -> None:
    banner = "INVENTED FOR TESTING ONLY\n\n"
    documents = cut(banner + PROSE, banner + "THE SECOND PAPER\nMarch 4, 2010\n\nIt is short.", banner + PROSE)
    assert ranges(documents)[1][0] == 2
    assert documents[1].title == "THE SECOND PAPER"


def test_ids_rest_on_meaning() -> None:
    one, other = cut(EMAIL), cut(EMAIL + "\nA later scan reads more.")
    assert one[0].id == other[0].id
    assert cut(EMAIL.replace("Fees", "Roads"))[0].id != one[0].id


def test_every_page_belongs_to_one_document() -> None:
    documents = cut(EMAIL, "", PROSE, LETTER, "", AGREEMENT, CABLE)
    assert [number for one in documents for number in range(one.first_page, one.last_page + 1)] == list(range(1, 8))


def test_no_pages_no_documents() -> None:
    found = segment(file(), RELEASE, (), Params())
    assert (found.documents, found.stamps) == ((), ())


@pytest.mark.slow
def test_real_cables_are_dated_and_whole(shared_data: Path) -> None:
    pdf = pytest.importorskip("pipeline.engines.pdf").Pdf()
    folder = shared_data / "state_cables"
    with (folder / "metadata.csv").open(newline="", encoding="utf-8") as rows:
        sample = list(csv.DictReader(rows))[:100:3]
    right = 0
    for row in sample:
        path = folder / row["source_file"]
        pages = []
        for number in range(1, pdf.probe(path, "f" * 16, ()).n_pages + 1):
            layer = pdf.layer(path, number, "")
            lines = layer.lines if layer else ()
            pages.append(Page(**{**_fields(page("", number)), "lines": lines, "text": _joined(lines)}))
        documents = segment(file(row["source_file"]), RELEASE, tuple(pages), Params()).documents
        right += len(documents) == 1 and documents[0].kind == "cable" and documents[0].date == normal_date(row["cable_date"])[0]
    assert right >= 0.95 * len(sample)


def _fields(one: Page) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__dataclass_fields__}


def _joined(lines: object) -> str:
    from pipeline.records import spans

    return spans.joined(lines)  # type: ignore[arg-type]


BODY = "The visits began in the spring. " * 12


@pytest.mark.parametrize(
    ("top", "kind"),
    [
        ("U.S. COAST AND HARBOR GUARD\n\nTALKING POINTS: FERRY CHECKS\n\n", "agency"),
        ("BEHIND THE GATE: ONE YEAR OF CHG CHECKS IN MARLOW\nA report of the visits\n\n", ""),
        ("REPORT ON THE COAST AND HARBOR GUARD\n\n", ""),
        ("FREQUENTLY ASKED QUESTIONS\nabout checks by the Coast and Harbor Guard\n\n", ""),
    ],
)
def test_a_paper_about_the_agency_is_not_by_it(top: str, kind: str) -> None:
    release = Release("r", agency="U.S. Coast and Harbor Guard")
    (made,) = segment(file("a.pdf", "application/pdf"), release, (page(top + BODY, 1, ""),), Params()).documents
    assert made.author_kind == kind
