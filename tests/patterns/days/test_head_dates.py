"""The day that minutes, transcripts, notes and sheets of figures give themselves, and what kind their heads say they are."""

from __future__ import annotations

import pytest

from pipeline.patterns.days.head_dates import date_of_head
from pipeline.patterns.openings.opening import opening_of

BODY = "\n\nThe board spoke of the fee at length and came to no view of it. " * 8


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Minutes of the regular meeting of October 19, 2010", "2010-10-19"),
        ("Meeting of March 3, 2011, Room 4. Present: the Director;", "2011-03-03"),
        ("Date: March 17, 2011. Place: Room 9. Recorder: Analyst.", "2011-03-17"),
        ("A report to the legislature by the State Auditor, January 2011", "2011-01"),
        ("The Marlow Courier, April 3, 2011. By a staff writer.", "2011-04-03"),
        ("Fee line, Port Lindley. Volunteer: third shift. June 8, 2011", "2011-06-08"),
        ("Taken March 3, 2011", "2011-03-03"),
        ("The law is stated as of August 20, 2010.", "2010-08-20"),
        ("October 27, 2008 through April 30, 2011. Run date May 6, 2011.", "2011-05-06"),
        ("Calls received on June 4, 2010", "2010-06-04"),
        ("Draft 2, not for quotation . June 2011 . press@union.example.org", "2011-06"),
        ("We came in force . before June 2011 . and left", ""),
        ("The minutes of February 17, 2011 were approved as read.", ""),
        ("In reply to your letter of June 3, 2010", ""),
        ("Next meeting April 21, 2011, same room.", ""),
        ("Effective June 1, 2011", ""),
        ("The fee was raised in Marlow on October 14, 2010.", ""),
        ("Activity from October 27, 2008 through January 31, 2011.", ""),
        ("Prepared for the hearing of March 9, 2011", ""),
        ("As of March 9, 2011, the fee was due in nine counties.", ""),
        ("The Act of March 3, 2002", ""),
        ("Room 4, 2010 Census", ""),
    ],
)
def test_a_head_dates_its_paper_or_does_not(line: str, date: str) -> None:
    found = date_of_head((line,))
    assert found.date == date
    assert (found.basis, found.precision) == (("text", "month" if len(date) == 7 else "day") if date else ("", ""))


def test_two_days_that_disagree_are_none() -> None:
    assert date_of_head(("Meeting of March 3, 2011", "Meeting of March 4, 2011")).date == ""


@pytest.mark.parametrize(
    ("head", "kind", "title"),
    [
        ("Office of Fees\nLEGAL MEMORANDUM\nSubject: Whether the fee is due", "memo", "Whether the fee is due"),
        ("DEPOSITION OF THE FEE DIRECTOR\nTaken March 3, 2011", "other", "DEPOSITION OF THE FEE DIRECTOR"),
        ("COUNTY OF ALDER\nOffice of the Sheriff\nInterview with the Fee Director", "other", "Interview with the Fee Director"),
        ("THE FEE AFTER TWO YEARS\nA report to the legislature by the State Auditor", "report", "THE FEE AFTER TWO YEARS"),
        ("THE FEE: CUMULATIVE FIGURES BY STATE\nRun date May 6, 2011", "report", "THE FEE: CUMULATIVE FIGURES BY STATE"),
        ("THE FEE: FREQUENTLY ASKED QUESTIONS", "talking-points", "THE FEE: FREQUENTLY ASKED QUESTIONS"),
        ("COUNTY SEEKS WAY OUT\nThe Marlow Courier, April 3, 2011. By a staff writer.", "article", "COUNTY SEEKS WAY OUT"),
        ("NOTES", "other", "NOTES"),
        (
            "Fee Board\nNotes of the meeting held on March 3, 2011\nAttending: Staff; Policy",
            "other",
            "Notes of the meeting held on March 3, 2011",
        ),
        (
            "Office of the State Attorney General\nMEMORANDUM OPINION\nRe: Whether the fee is due",
            "memo",
            "Whether the fee is due",
        ),
        ("MEMORANDUM OF AGREEMENT BETWEEN MARLOW AND ALDER", "agreement", "MEMORANDUM OF AGREEMENT BETWEEN MARLOW AND ALDER"),
    ],
)
def test_heads_of_papers_without_a_header(head: str, kind: str, title: str) -> None:
    found = opening_of(head + BODY)
    assert (found.kind, found.title) == (kind, title)


@pytest.mark.parametrize(
    ("mast", "date"),
    [
        ("Tribune-Herald, Sunday March 27, 2011, page A1", "2011-03-27"),
        ("Marlow Argus | March 27, 2011 | B3", "2011-03-27"),
        ("Board backs a fee from March 27, 2011 on", ""),
    ],
)
def test_the_line_of_a_newspaper_dates_its_piece(mast: str, date: str) -> None:
    assert (
        opening_of(f"{mast}\nFees rise at the pier\nBy Ann Roe, staff writer\nMARLOW - The fees rose.\n{BODY}").dated.date == date
    )
