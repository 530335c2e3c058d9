"""What OCR makes of a line's end, of the mark of an item, of noughts: changed only where the page or the writing shows it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.engines.ink import Ink
from pipeline.engines.scripted import Scripted
from pipeline.records.page import Line, Word
from pipeline.seen import Grey
from pipeline.stages.reading.doubtful import settled

HIGH, WIDE, TALL = 1000, 800, 20


def _page(*last: tuple[int, int, int, int]) -> tuple[Grey, Word]:
    """A word of three letters, then marks at (left, top, width, height) from the third letter's foot; and its box."""
    page = np.full((HIGH, WIDE), 255, np.uint8)
    right = 0
    for at in range(3):
        page[400 : 400 + TALL, 100 + 16 * at : 110 + 16 * at] = 0
        right = 110 + 16 * at
    for left, top, wide, high in last:
        page[420 + top : 420 + top + high, right + left : right + left + wide] = 0
        right += left + wide
    return page, Word("now", 100 / WIDE, 400 / HIGH, (right + 1) / WIDE, 420 / HIGH, 0.7)


POINT, COMMA = (3, -4, 4, 4), (3, -4, 4, 9)
COLON = (POINT, (-4, -14, 4, 4))  # its upper point right above the lower


def _settled(page: Grey, words: tuple[Word, ...], script: tuple[Line, ...] = ()) -> list[str]:
    done = settled((Line(words, 0),), page, 150, Ink(), Scripted({}, script), ("eng",))
    return [word.text for word in done[0].words]


@pytest.mark.parametrize("text", ["now,", "now.", "974."])
def test_a_sign_that_nobody_printed_goes(text: str) -> None:
    page, word = _page()
    assert _settled(page, (replace(word, text=text),)) == [text[:-1]]


@pytest.mark.parametrize(
    ("text", "sign", "sure"),
    [
        ("now.", POINT, 0.7),
        ("now,", COMMA, 0.7),
        ("now,", POINT, 0.7),  # the tail of a comma may be too faint to count as ink
        ("now.", None, 0.95),
        ("now;", None, 0.7),
        ("now", None, 0.7),
        ("now)", None, 0.7),
        ("...", None, 0.7),
        ("P.", None, 0.7),
        ("E.O.", None, 0.7),
    ],
)
def test_a_sign_that_is_printed_or_that_ocr_is_sure_of_stays(
    text: str, sign: tuple[int, int, int, int] | None, sure: float
) -> None:
    page, word = _page(*([sign] if sign else []))
    assert _settled(page, (replace(word, text=text, confidence=sure),)) == [text]


@pytest.mark.parametrize(
    ("text", "signs", "sure", "done"),
    [
        ("now.", COLON, 0.7, "now:"),
        ("now;", COLON, 0.7, "now:"),
        ("now.", COLON, 0.95, "now."),
        ("now.", (POINT,), 0.7, "now."),
        ("now.", (POINT, (-4, -22, 4, 4)), 0.7, "now."),  # a speck above the line
        ("now.", (POINT, (6, -14, 4, 4)), 0.7, "now."),  # a speck aside
        ("now.", (POINT, (-4, -14, 4, 1)), 0.7, "now."),  # no more than a speck
        ("now;", (COMMA, (-4, -14, 4, 4)), 0.7, "now;"),
        ("now;", (), 0.7, "now;"),
    ],
)
def test_a_colon_is_told_by_its_two_points(
    text: str, signs: tuple[tuple[int, int, int, int], ...], sure: float, done: str
) -> None:
    page, word = _page(*signs)
    assert _settled(page, (replace(word, text=text, confidence=sure),)) == [done]


def test_a_comma_that_touches_the_last_letter_stays() -> None:
    page, word = _page((-1, -4, 4, 9))
    assert _settled(page, (replace(word, text="now,"),)) == ["now,"]


def _numbered(sign: tuple[int, int, int, int]) -> tuple[Grey, Word]:
    page = np.full((HIGH, WIDE), 255, np.uint8)
    page[400 : 400 + TALL, 100:108] = 0
    left, top, wide, high = sign
    page[420 + top : 420 + top + high, 108 + left : 108 + left + wide] = 0
    return page, Word("1,", 100 / WIDE, 400 / HIGH, (108 + left + wide) / WIDE, 420 / HIGH, 0.95)


@pytest.mark.parametrize(
    ("sign", "after", "read"),
    [
        (POINT, "The", "1."),
        (COMMA, "The", "1,"),
        (POINT, "2010", "1,"),  # "October 1, 2010", broken before the day
        (POINT, "and", "1,"),
    ],
)
def test_the_number_of_an_item_ends_with_a_full_stop(sign: tuple[int, int, int, int], after: str, read: str) -> None:
    page, number = _numbered(sign)
    text = Word(after, 0.2, 0.4, 0.25, 0.42, 0.95)
    assert _settled(page, (number, text))[0] == read


def _read_alone(text: str, sure: float) -> tuple[Line, ...]:
    return (Line((Word(text, 0.1, 0.1, 0.9, 0.9, sure),), 0),)


@pytest.mark.parametrize(
    ("ocr", "sure", "alone", "alone_sure", "gap", "done"),
    [
        ("2s", 0.6, "2.", 0.92, 0.05, "2."),
        ("(69)", 0.6, "(i)", 0.95, 0.05, "(i)"),
        ("2s", 0.6, "2.", 0.65, 0.05, "2s"),  # hardly surer
        ("2s", 0.9, "2.", 0.97, 0.05, "2s"),  # sure enough at first
        ("at", 0.6, "ah", 0.92, 0.05, "at"),  # no mark of an item
        ("2s", 0.6, "2.", 0.92, 0.008, "2s"),  # stands in its line like any word
        ("total", 0.6, "1.", 0.92, 0.05, "total"),
    ],
)
def test_the_mark_of_an_item_is_read_again_by_itself(
    ocr: str, sure: float, alone: str, alone_sure: float, gap: float, done: str
) -> None:
    page, word = _page()
    first = replace(word, text=ocr, confidence=sure)
    text = Word("Receiving", first.x1 + gap, first.y0, first.x1 + gap + 0.1, first.y1, 0.95)
    assert _settled(page, (first, text), _read_alone(alone, alone_sure))[0] == done


@pytest.mark.parametrize(
    ("ocr", "done"),
    [
        ("DRC-O1", "DRC-01"),
        ("2O10", "2010"),
        ("5/O7/2010", "5/07/2010"),
        ("E.0.", "E.O."),
        ("(E.0.", "(E.O."),
        ("O80630Z", "080630Z"),
        ("RSC-0!", "RSC-01"),
        ("OMB-O!,", "OMB-01,"),
        ("EA-I1", "EA-11"),
        ("EA-I!;", "EA-11;"),
        ("RSC-!2", "RSC-12"),
        ("ALDER-19!", "ALDER-19!"),
        ("MS-13|", "MS-13|"),
        ("FOIA-10!", "FOIA-10!"),
        ("FOIA-10],", "FOIA-10],"),
        ("RSC-1!", "RSC-1!"),
        ("0!", "01"),
        ("EX-IO", "EX-IO"),  # letters alone
        ("A-l1", "A-l1"),  # one letter is no name of a code
        ("Rm-I1", "Rm-I1"),
        ("HO-HO!", "HO-HO!"),
        ("10!", "10!"),
        ("O806", "O806"),  # a room, a visa
        ("NO80630", "NO80630"),
        ("O-1", "O-1"),  # a visa
        ("CO2", "CO2"),
        ("H-1O", "H-1O"),
        ("O1", "O1"),
        ("Rev.0.5", "Rev.0.5"),
        ("v.0.", "v.0."),
        ("A.0.5", "A.0.5"),
    ],
)
def test_noughts_and_the_letter_o(ocr: str, done: str) -> None:
    page, word = _page(POINT)
    assert _settled(page, (replace(word, text=ocr, confidence=0.95),)) == [done]


@pytest.mark.parametrize(
    ("read", "done"),
    [
        ("P 112027Z MAR 74 | PAGE 02 1120462", "P 112027Z MAR 74 | PAGE 02 112046Z"),
        ("O 1120152 OCT 79 | O 1120302", "O 112015Z OCT 79 | O 112030Z"),
        ("O 1120152 OCT 79 | OO 1120302", "O 112015Z OCT 79 | OO 112030Z"),
        ("O R 1120152 OCT 79", "O R 112015Z OCT 79"),
        ("P 112027Z MAR 74 | ------ 1120302 /64", "P 112027Z MAR 74 | ------ 112030Z /64"),
        (
            "PAGE 01 ALDER 04410 112027Z | PAGE 02 ALDER 04410 1120462",
            "PAGE 01 ALDER 04410 112027Z | PAGE 02 ALDER 04410 112046Z",
        ),
        ("P 112027Z MAR 74 | RECORD 1120462", "P 112027Z MAR 74 | RECORD 1120462"),
        ("P 112027Z MAR 74 | 1120462", "P 112027Z MAR 74 | 1120462"),  # a number in a column
        ("P 112027Z MAR 74 | Case 1120462 of 2010", "P 112027Z MAR 74 | Case 1120462 of 2010"),
        ("P 112027Z MAR 74 | OP 1120462", "P 112027Z MAR 74 | OP 1120462"),
        ("-----1120302 /64 | R 082006Z FEB 74", "-----112030Z /64 | R 082006Z FEB 74"),
        ("page 02 1120462", "page 02 1120462"),  # nothing shows that it is a time
        ("P 112027Z MAR 74 | 1190462", "P 112027Z MAR 74 | 1190462"),  # no such minute
        ("P 112027Z MAR 74 | 4120462", "P 112027Z MAR 74 | 4120462"),  # no such day
        ("P 112027Z MAR 74 | 11204622", "P 112027Z MAR 74 | 11204622"),
        ("P 112027Z MAR 74 | 1120461", "P 112027Z MAR 74 | 1120461"),
        ("1120462 March", "1120462 March"),
    ],
)
def test_the_zone_of_a_date_time_group(read: str, done: str) -> None:
    page, word = _page(POINT)
    lines = tuple(Line(tuple(replace(word, text=text) for text in row.split()), at) for at, row in enumerate(read.split(" | ")))
    settled_lines = settled(lines, page, 150, Ink(), Scripted({}), ("eng",))
    assert " | ".join(" ".join(one.text for one in line.words) for line in settled_lines) == done


@pytest.mark.parametrize(
    ("read", "done"),
    [
        ("ACTION BUR-12 INFO DIV-OI OPS-00 HR-04", "ACTION BUR-12 INFO DIV-01 OPS-00 HR-04"),
        ("BUR-12 10-14 OPS-00 HR-04", "BUR-12 IO-14 OPS-00 HR-04"),
        ("BUR-12 DIV-1S OPS-00 HR-04 PRS-OL", "BUR-12 DIV-15 OPS-00 HR-04 PRS-01"),
        ("BUR-12 OPS-00 HR-04 NEA-!}", "BUR-12 OPS-00 HR-04 NEA-11"),
        ("BUR-12 OPS-00 HR-04 NEA-1S.", "BUR-12 OPS-00 HR-04 NEA-15."),
        ("BUR-12 OPS-00 DIV-OI", "BUR-12 OPS-00 DIV-OI"),  # two others are no list
        ("the IS-OL of BUR-12", "the IS-OL of BUR-12"),
        ("BUR-12 OPS-001 HR-04 DIV-OI", "BUR-12 OPS-001 HR-04 DIV-OI"),  # of no one shape
        ("BUR-12 OPS-00 HR-04 DIV-SOIL", "BUR-12 OPS-00 HR-04 DIV-SOIL"),
        ("BUR-12 OPS-00 HR-04 DIV-OX", "BUR-12 OPS-00 HR-04 DIV-OX"),
        ("BUR-12 OPS-00 HR-04 22-14", "BUR-12 OPS-00 HR-04 22-14"),  # no letters look like these
        ("BUR-12 OPS-00 HR-04 SOIL", "BUR-12 OPS-00 HR-04 SOIL"),
    ],
)
def test_codes_in_a_row_have_one_shape(read: str, done: str) -> None:
    page, word = _page(POINT)
    assert _settled(page, tuple(replace(word, text=text, confidence=0.95) for text in read.split())) == done.split()


@pytest.mark.parametrize(
    ("read", "sure", "done"),
    [
        ("it shal! be", 0.8, "it shall be"),
        ("each shal] mean", 0.8, "each shall mean"),
        ("out of contro! with", 0.7, "out of control with"),
        ("the lega| office", 0.7, "the legal office"),
        ("it shal! be", 0.95, "it shal! be"),
        ("Hello! The", 0.8, "Hello! The"),
        ("Hello!", 0.8, "Hello!"),
        ("Stop! he", 0.8, "Stop! he"),
        ("No! said", 0.8, "No! said"),
        ("[the media] asked", 0.8, "[the media] asked"),
        ("item a2! is", 0.8, "item a2! is"),
        ("NO! said", 0.8, "NO! said"),
    ],
)
def test_an_l_that_was_taken_for_a_sign(read: str, sure: float, done: str) -> None:
    page, word = _page(POINT)
    assert _settled(page, tuple(replace(word, text=text, confidence=sure) for text in read.split())) == done.split()


@pytest.mark.parametrize(
    ("read", "done"),
    [
        ("PAGE OI ALDER", "PAGE 01 ALDER"),
        ("PAGE OL", "PAGE 01"),
        ("PAGE O1", "PAGE 01"),
        ("Page l of 3", "Page 1 of 3"),
        ("page 1O", "page 10"),
        ("page 2l", "page 21"),
        ("Page II", "Page II"),
        ("Page I", "Page I"),
        ("page L", "page L"),
        ("page O", "page O"),
        ("page oil", "page oil"),
        ("PAGE OIL", "PAGE OIL"),
        ("the OI of", "the OI of"),
        ("020S10Z JUL 74", "020510Z JUL 74"),
        ("PART 4OO5Z", "PART 4OO5Z"),
        ("990S10Z JUL 74", "990S10Z JUL 74"),  # no such day
        ("SOLO10Z JUL 74", "SOLO10Z JUL 74"),  # hardly a figure
        ("THE {TEMS LISTED", "THE ITEMS LISTED"),
        ("THE {TEMS} LISTED", "THE {TEMS} LISTED"),
        ("the {tems listed", "the {tems listed"),
        ("{A listed", "{A listed"),
    ],
)
def test_numbers_of_pages_times_and_an_i_before_capitals(read: str, done: str) -> None:
    page, word = _page(POINT)
    assert _settled(page, tuple(replace(word, text=text, confidence=0.95) for text in read.split())) == done.split()


@settings(deadline=None)
@given(st.text(alphabet="abO01.,;-/() ", min_size=1, max_size=12).filter(str.strip), st.floats(0, 1))
def test_no_word_is_lost_or_moved(text: str, sure: float) -> None:
    page, word = _page(COMMA)
    words = tuple(replace(word, text=part, confidence=sure) for part in text.split())
    done = settled((Line(words, 0),), page, 150, Ink(), Scripted({}), ("eng",))[0].words
    assert [(w.x0, w.x1) for w in done] == [(w.x0, w.x1) for w in words] and all(w.text for w in done)
