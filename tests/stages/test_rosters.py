"""Lists of persons are told by their heads and where their words stand; tables of counts stay."""

from __future__ import annotations

from drawn_page import page

from pipeline.records import spans
from pipeline.records.page import Box, RedactionBox
from pipeline.stages.rosters import roster_cells
from pipeline.stages.screen import Params, screen

HEAD = (
    "Name of alien          A-file            Born          Residence\n"
    "Last      First      num               MM  DD  YYYY   street"
)
ROWS = (
    "KESTREL   Josefa     087   331   902   03  11  1981   19 Larch Fold",
    "AMBERLEY  Anton      095   220   118   12  30  1966   7 Cooper Wend",
)


def shown(text: str) -> str:
    one = page(text)
    held = screen((one,), Params())
    return spans.masked(one, tuple((w.start, w.end) for w in held if w.start >= 0)).text


def test_every_cell_of_a_persons_row_goes() -> None:
    text = shown("\n".join((HEAD, *ROWS, "", "The board met with Josefa and ten others on the matter of the fees today.")))
    for secret in ("KESTREL", "Josefa", "087", "331", "1981", "Larch", "AMBERLEY", "Anton", "118", "1966", "Cooper"):
        assert secret not in text
    assert "The board met with" in text and "ten others on the matter" in text
    assert "Name of alien" in text and "YYYY" in text


def test_columns_for_charges_and_counts_stay() -> None:
    text = shown(
        "Last name     A-number      Level     Charge\n"
        "KESTREL       087 331 902   2         Larceny 44\nAMBERLEY      095 220 118   1         Fraud 12"
    )
    assert "Larceny" in text and "44" in text and "Fraud" in text and "KESTREL" not in text and "331" not in text


def test_sentences_and_tables_of_counts_are_no_lists_of_persons() -> None:
    for text in (
        "Quarter     Submitted     Matched\nFirst       14,220        1,118\nSecond      15,004        1,260",
        "The SSN and the date of birth of every alien are asked for\nin 14,220 forms and 15,004 letters of the Office of Tolls.",
        "THE FBI NO LONGER ASKS FOR A NUMBER OF THE FORM\nREF A 367452 AND B 152345 ON THE SUBJECT OF TOLLS",
    ):
        assert list(roster_cells(page(text))) == []


def test_an_answer_that_was_not_read_is_painted_over_where_the_form_asks_for_it() -> None:
    form = page("RECORD\nSocial Security No.\n\n\n\n\nOccupation: baker and miller of the town")
    held = screen((form,), Params())
    assert {(one.kind, one.text) for one in held} == {("unread-field", "")}
    label, after = form.lines[1].words[0], form.lines[2].words[0]
    assert any(box.y0 >= label.y1 - 0.001 and box.y1 <= after.y0 for one in held for box in one.boxes)
    assert screen((page("Social Security No.\n123-45-6789"),), Params())[0].kind == "ssn"


def test_the_end_of_a_sentence_and_a_redacted_answer_are_no_unread_fields() -> None:
    assert screen((page("We asked the office for the   date of birth\n\n\n\n\nand it was given."),), Params()) == ()
    box = RedactionBox(Box(0.1, 0.08, 0.6, 0.2), "black", "(b)(6)")
    assert screen((page("Social Security No.\n\n\n\n\nOccupation: baker", redactions=(box,)),), Params()) == ()
