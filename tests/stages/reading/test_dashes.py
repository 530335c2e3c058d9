"""Rules made of dashes: counted where OCR makes letters of them or nothing; what is no such rule stays as read."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.engines.ink import Ink
from pipeline.records.page import Line, Word
from pipeline.seen import Grey
from pipeline.stages.reading.dashes import run_into
from pipeline.stages.reading.dashes import with_dashes as rules_found


def with_dashes(lines: tuple[Line, ...], page: Grey, dpi: float, look: Ink) -> tuple[Line, ...]:
    return run_into(rules_found(lines, page, dpi, look))


def _line(text: str, y: float = 0.1, x: float = 0.1, confidence: float = 0.9) -> Line:
    words = []
    for part in text.split():
        words.append(Word(part, round(x, 4), y, round(x + 0.01 * len(part), 4), round(y + 0.012, 4), confidence))
        x += 0.01 * (len(part) + 1)
    return Line(tuple(words), 0)


def _rule(first: int, length: int, of: int) -> Grey:
    """A page with a rule of dashes at 0.1 of its height, from `first` to `first` + `length` of `of` parts of its width."""
    page = np.full((1100, 850), 255, np.uint8)
    left, right = 850 * first // of, 850 * (first + length) // of
    for x in range(left + 4, right - 12, 12):
        page[115:117, x : x + 7] = 0
    return page


def test_letters_that_ocr_makes_of_a_rule_of_dashes_become_dashes() -> None:
    read = Line((Word("wanes", 0.1, 0.1, 0.3, 0.11, 0.4), Word("ccc", 0.32, 0.1, 0.5, 0.11, 0.2)), 0)
    done = with_dashes((read, _line("signed by the clerk", 0.3)), _rule(1, 4, 10), 100, Ink())
    words = [word.text for line in done for word in line.words]
    assert set(words[0]) == {"-"} and 20 <= len(words[0]) <= 28 and words[1:] == ["signed", "by", "the", "clerk"]


def test_a_rule_that_runs_into_a_number_keeps_its_dashes() -> None:
    page = _rule(1, 4, 10)
    page[106:118, 430:436] = 0
    page[106:118, 442:448] = 0
    read = Line(
        (Word("-", 0.1, 0.1, 0.2, 0.11, 0.8), Word("—-078", 0.4, 0.096, 0.54, 0.11, 0.9), Word("SENT", 0.6, 0.1, 0.7, 0.11, 0.9)),
        0,
    )
    words = [word.text for word in with_dashes((read,), page, 100, Ink())[0].words]
    assert len(words) == 2 and words[1] == "SENT" and words[0].endswith("-078") and len(words[0]) > 20


def test_a_rule_of_which_ocr_read_only_the_end_is_counted_whole() -> None:
    page = _rule(1, 4, 10)
    page[106:118, 430:436] = 0
    read = Line((Word("at", 0.02, 0.1, 0.06, 0.11, 0.9), Word("---1", 0.44, 0.096, 0.54, 0.11, 0.9)), 0)
    done = with_dashes((read,), page, 100, Ink())[0].words
    assert [word.text[-2:] for word in done] == ["at", "-1"] and len(done[1].text) > 20 and 0.09 < done[1].x0 < 0.12


@pytest.mark.parametrize("text", ["-5", "co-op", "--noted", ".50", "078"])
def test_a_dash_before_a_word_is_no_rule(text: str) -> None:
    line = Line((Word("on", 0.1, 0.3, 0.15, 0.31, 0.9), Word(text, 0.2, 0.3, 0.3, 0.31, 0.9)), 0)
    assert with_dashes((line,), _rule(0, 0, 10), 100, Ink()) == (line,)


def test_what_ocr_is_sure_of_or_is_no_rule_stays_as_read() -> None:
    sure = Line((Word("wanes", 0.1, 0.1, 0.5, 0.11, 0.9),), 0)
    unsure = Line((Word("wanes", 0.1, 0.3, 0.5, 0.31, 0.1),), 0)
    assert with_dashes((sure, unsure), _rule(1, 4, 10), 100, Ink()) == (sure, unsure)


def _shown(lines: tuple[Line, ...]) -> list[str]:
    return [" ".join("-----" if set(word.text) == {"-"} else word.text for word in line.words) for line in lines]


def test_a_rule_that_ocr_passed_over_stands_in_the_row_it_is_printed_in() -> None:
    left, right, below = _line("From", 0.099, 0.02), _line("115335", 0.1, 0.55), _line("signed by the clerk", 0.3)
    assert _shown(with_dashes((left, right, below), _rule(1, 4, 10), 100, Ink())) == [
        "From -----",
        "115335",
        "signed by the clerk",
    ]
    assert _shown(with_dashes((right, below), _rule(1, 4, 10), 100, Ink()))[0] == "----- 115335"
    assert _shown(with_dashes((below,), _rule(1, 4, 10), 100, Ink())) == ["-----", "signed by the clerk"]


def test_a_rule_that_runs_a_little_downhill_is_one() -> None:
    page = np.full((1100, 850), 255, np.uint8)
    for at in range(30):
        page[115 + at // 8 : 117 + at // 8, 60 + 12 * at : 67 + 12 * at] = 0
    assert [len(word.text) for line in with_dashes((), page, 100, Ink()) for word in line.words] == [30]


@pytest.mark.parametrize("sign", ["=======", "*******", "wanes"])
def test_signs_that_ocr_is_sure_of_are_no_dashes(sign: str) -> None:
    read = Line((Word(sign, 0.1, 0.1, 0.5, 0.11, 0.9),), 0)
    assert with_dashes((read,), _rule(1, 4, 10), 100, Ink()) == (read,)


def _marks(wide: list[int], step: int, high: int = 2) -> Grey:
    page = np.full((1100, 850), 255, np.uint8)
    at = 100
    for width in wide:
        page[115 : 115 + high, at : at + width] = 0
        at += max(step, width + 2)
    return page


@pytest.mark.parametrize(
    "page",
    [
        _marks([7] * 5, 12),  # too few
        _marks([2] * 30, 8),  # dots that lead to a page number
        _marks([7] * 30, 40),  # hyphens of a table's empty cells
        _marks([4, 15, 6, 16, 5, 14, 4, 16, 6], 8),  # what a fax leaves of an underline
        _marks([4, 15, 6, 16, 5, 14, 4, 16, 6] * 3 + [7] * 8, 8),  # the same of a long one, even in one place
        _marks([7] * 30, 12, high=7),  # small boxes
        _marks([600], 0),  # a rule in one piece
    ],
)
def test_what_is_no_rule_of_dashes_adds_none(page: Grey) -> None:
    lines = (_line("signed by the clerk", 0.3),)
    assert with_dashes(lines, page, 100, Ink()) == lines


def test_a_rule_of_which_two_dashes_have_run_together_is_one_still() -> None:
    done = with_dashes((_line("signed by the clerk", 0.3),), _marks([7] * 9 + [16] + [7] * 9, 9), 100, Ink())
    assert sum(word.text.count("-") for line in done for word in line.words) == 18


def test_letters_made_of_a_rule_that_runs_into_a_number_become_part_of_it() -> None:
    page = _rule(1, 4, 10)
    page[106:118, 430:436] = 0
    read = Line((Word("wanes", 0.1, 0.1, 0.4, 0.11, 0.3), Word("---1", 0.44, 0.096, 0.54, 0.11, 0.9)), 0)
    done = with_dashes((read,), page, 100, Ink())[0].words
    assert [set(word.text[:-1]) for word in done] == [{"-"}] and done[0].text.endswith("-1") and len(done[0].text) > 20


@pytest.mark.parametrize(("gap", "n_words"), [(0.0, 1), (0.005, 1), (0.03, 2)])
def test_a_word_right_behind_a_rule_is_run_into_by_it_and_one_apart_is_not(gap: float, n_words: int) -> None:
    rule = Word("-" * 18, 0.1, 0.1, 0.35, 0.104, 0.9)
    number = Word("078538", 0.35 + gap, 0.096, 0.45, 0.106, 0.9)
    assert len(run_into((Line((rule, number), 0),))[0].words) == n_words
