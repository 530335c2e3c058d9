"""Lists of persons are told by their heads and where their words stand; tables of counts stay."""

from __future__ import annotations

import pytest
from drawn_page import page
from one_parser import loaded_parser

from pipeline.records import spans
from pipeline.records.page import Box, RedactionBox
from pipeline.stages.screen import Params, screen
from pipeline.stages.screening.rosters import roster_cells

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
    held = screen((one,), Params(), loaded_parser())
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
        assert list(roster_cells((page(text),))) == [()]


def both(first: str, second: str) -> str:
    pages = (page(first), page(second, 2))
    held = screen(pages, Params(), loaded_parser())
    return spans.masked(pages[1], tuple((w.start, w.end) for w in held if w.start >= 0 and w.page_id == pages[1].id)).text


LIST = (
    "Alien                    A-File            Born          Level\nKESTREL, Josefa          087 331 902       3/11/81       2"
)


@pytest.mark.parametrize("margin", ["", "Attachment B                       page 2\n"])
def test_a_list_goes_on_over_the_page(margin: str) -> None:
    rows = (
        "AMBERLEY, Anton          095 220 118       12/30/66      1\nROE, Ada                 095 220 447       1/3/70        3"
    )
    text = both(LIST, margin + rows)
    for secret in ("AMBERLEY", "Anton", "095", "118", "12/30/66", "ROE", "Ada"):
        assert secret not in text
    assert "1/3/70" not in text and text.rstrip().endswith("3")


@pytest.mark.parametrize(
    "below",
    [
        "Bulverhythe              114               2,210         9\nCray                     95                1,118         4",
        "1  The board met in May and the sheriff told it of 220 118 matches in the first year of the work.",
        "Level     Matches     Removed\nOne       14,220      1,118",
    ],
)
def test_what_follows_on_the_next_page_without_persons_is_no_list(below: str) -> None:
    assert both(LIST, below) == page(below).text
    assert both(LIST + "\n\n\n\nNo more were found in the month.", "KESTREL, Josefa          three             3/11/81") != ""


def test_remarks_on_illness_relief_and_kin_go_whole_and_charges_stay() -> None:
    rows = (
        "Name                 A-File          Born         Charge              Remark\n"
        "Vrba, Tomasz         087 331 902     3/11/81      assault on wife     U visa petition filed\n"
        "Kestrel, Josefa      095 220 118     12/30/66     theft               hearing aid, left\n"
        "Amberley, Anton      095 220 447     1/3/70       false name          trusty, kitchen\n"
        "Roe, Ada             095 220 448     1/4/70       none                released to grandmother\n"
        "Poe, Ida             095 220 449     1/5/70       fishing             5/6 bond"
    )
    text = shown(rows)
    for secret in ("visa", "petition", "filed", "hearing", "aid", "left", "released", "grandmother", "5/6"):
        assert secret not in text
    for stays in ("assault on wife", "theft", "false name", "trusty, kitchen"):
        assert stays in text


def test_the_running_numbers_of_a_log_stay() -> None:
    rows = (
        "Log      Person               A No.            Raised by\n"
        "T-014    Vrba, Tomasz         087 331 902      Kessel County\n"
        "T-015    Kestrel, Josefa      095 220 118      Corran County\n"
        "T-016    Amberley, Anton      095 220 447      Kessel County"
    )
    text = shown(rows)
    assert all(stays in text for stays in ("T-014", "T-015", "T-016", "Corran County"))
    assert not any(secret in text for secret in ("Vrba", "Josefa", "902", "447"))
    assert "T-018" not in shown(rows.replace("T-015", "T-018").replace("T-016", "T-044"))


def test_callers_and_visitors_are_persons_and_what_they_said_is_text() -> None:
    log = (
        "Time     Caller               Call back          What was said\n"
        "09:12    Odalys Prewitt       253 555 0166       Husband taken after a stop, and she asks about the hold\n"
        "10:05    Gerwin Odom          555-0119           Wants to know whether the county may opt out of it"
    )
    text = shown(log)
    for secret in ("Odalys", "Prewitt", "0166", "Gerwin", "0119"):
        assert secret not in text
    assert "Husband taken after a stop" in text and "county may opt out" in text and "09:12" in text
    log += "\n11:40    Sgt. Perpet Vane      253 555 0177 x 2   Returns our call about the van"
    assert "Sgt. Perpet Vane" in shown(log) and "0177" in shown(log) and "0166" not in shown(log)
    register = (
        "IN       VISITOR             REL        ID SHOWN          VEH TAG\n"
        "0905     Lorcan Adebayo      friend     DL ADEBL771K9      7TRK219"
    )
    text = shown(register)
    assert "0905" in text and "friend" in text
    assert not any(secret in text for secret in ("Lorcan", "Adebayo", "ADEBL", "TRK"))


def test_what_follows_a_list_stays() -> None:
    table = "Name                Born        Book #\nROE, Ada            7/2/84      M-22071"
    after = "Marlow had 4 hits in 212 bookings. Questions to Lt. Agnes Purvis."
    text = shown(f"{table}\n{after}")
    assert after in text and "22071" not in text and "7/2/84" not in text
    assert "Total 6" in shown(f"{table}\nTotal 6. Source: IIDS.")


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Records and Tracking Unit (555) 017-4400 Room 31", True),
        ("Rose Unity (555) 017-4400 Room 31", False),
        ("Ilse Vance       Records Unit (555) 017-4400 Room 31", False),
        ("Records Unit (555) 017-4400", False),
    ],
)
def test_an_offices_own_line_ends_a_list_of_persons(line: str, stays: bool) -> None:
    table = "Name                Born        A-file\nROE, Ada            7/2/84      087 551 214\n"
    rows = f"{table}POE, Ida            7/3/84      087 551 215"
    text = shown(f"{rows}\n{line}")
    assert "087 551 215" not in text and ("017-4400" in text) is stays


def test_the_boxes_of_a_form_end_where_the_next_labels_stand() -> None:
    text = shown(
        "Subject ID:          Event #:\n338120947            1004000118\n"
        "File No:             Date:\n087 551 214          April 6, 2010\n"
        "TO: Records Sergeant, 90 Court Plaza"
    )
    assert "April 6, 2010" in text and "90 Court Plaza" in text and "File No:" in text
    assert not any(secret in text for secret in ("338120947", "1004000118", "551"))


def test_an_answer_that_was_not_read_is_painted_over_where_the_form_asks_for_it() -> None:
    form = page("RECORD\nSocial Security No.\n\n\n\n\nOccupation: baker and miller of the town")
    held = screen((form,), Params(), loaded_parser())
    assert {(one.kind, one.text) for one in held} == {("unread-field", "")}
    label, after = form.lines[1].words[0], form.lines[2].words[0]
    assert any(box.y0 >= label.y1 - 0.001 and box.y1 <= after.y0 for one in held for box in one.boxes)
    assert screen((page("Social Security No.\n123-45-6789"),), Params(), loaded_parser())[0].kind == "ssn"


def test_the_end_of_a_sentence_and_a_redacted_answer_are_no_unread_fields() -> None:
    assert (
        screen((page("We asked the office for the   date of birth\n\n\n\n\nand it was given."),), Params(), loaded_parser()) == ()
    )
    box = RedactionBox(Box(0.1, 0.08, 0.6, 0.2), "black", "(b)(6)")
    assert screen((page("Social Security No.\n\n\n\n\nOccupation: baker", redactions=(box,)),), Params(), loaded_parser()) == ()
