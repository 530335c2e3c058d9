"""A closer look at the unsure lines of coarse scans: what reads surer is kept, what reads stranger is not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest

from pipeline.records.page import Box, Line, Word
from pipeline.stages.reading import closer

PAGE = np.full((900, 700), 255, np.uint8)


def _line(*said: tuple[str, float]) -> Line:
    return Line(tuple(Word(text, 0.1 * at, 0.5, 0.1 * at + 0.08, 0.52, sure) for at, (text, sure) in enumerate(said, 1)), 3)


@dataclass
class Desk:
    """Reads the crop of any line as `says`, and counts how often it was asked."""

    says: tuple[Line, ...]
    asked: list[Box] = field(default_factory=list)

    def crop(self, pixels: Any, box: Box, dpi: float, islands: bool = False, again: bool = False) -> Any:
        self.asked.append(box)
        return pixels

    def recognise(self, pixels: Any, dpi: int, languages: tuple[str, ...], single_block: bool = False) -> tuple[Line, ...]:
        return self.says


def _looked(lines: tuple[Line, ...], desk: Any, dpi: float = 200) -> tuple[Line, ...]:
    return closer.looked(lines, PAGE, dpi, desk, desk, ("eng",))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("S090", "5090"),
        ("EX-7,12", "EX-7.12"),
        ("Harbo?r", "Harbour"),
        ("“Lessee.”", "“Lessee”"),
        ("PAGE07", "PAGE 07"),
        ("HZR-001", "HZR-01"),
        ("a.notice", "a notice"),
        ("TENANTS", "TENANT’S"),
    ],
)
def test_what_reads_surer_takes_the_place(first: str, second: str) -> None:
    after = (*((part, 0.93) for part in second.split()), ("now", 0.96))
    done = _looked((_line((first, 0.5), ("now", 0.96)),), Desk((_line(*after),)))
    assert " ".join(word.text for word in done[0].words) == f"{second} now"
    assert done[0].block == 3
    assert done[0].words[0].confidence == 0.93
    assert done[0].words[-1] == _line(("x", 0.5), ("now", 0.96)).words[-1]


@pytest.mark.parametrize(
    ("first", "sure", "second", "surer"),
    [
        ("Harbour", 0.5, "Harb!ur", 0.95),  # signs
        ("Harbour", 0.5, "HarBour", 0.95),  # large letters in a word
        ("harbour", 0.5, "harbour.", 0.95),  # a speck at its end
        ("4071", 0.5, "4O7l", 0.95),  # letters for figures
        ("HZR-21", 0.5, "HZR-OF", 0.95),
        ("Harbour", 0.5, "Harbaur", 0.65),  # hardly surer
        ("EX-7,12", 0.3, "EX-7.12", 0.5),  # not sure itself
        ("Harbour", 0.8, "Harbor", 0.99),  # never in question
        ("Harbour", 0.5, "Har", 0.99),  # much shorter
        ("(b)(6)", 0.5, "(b)(8)", 0.99),  # boxes and their codes have readers of their own
        ("I", 0.5, "1", 0.99),  # a lone letter
    ],
)
def test_what_reads_no_surer_or_stranger_does_not(first: str, sure: float, second: str, surer: float) -> None:
    lines = (_line((first, sure), ("now", 0.96)),)
    assert _looked(lines, Desk((_line((second, surer), ("now", 0.96)),))) == lines


def test_words_are_not_run_together_and_pieces_of_one_are_joined() -> None:
    apart = (_line(("LAKE", 0.4), ("ON", 0.4)),)
    assert _looked(apart, Desk((_line(("LAKEON", 0.9)),))) == apart
    letters = (_line(*((sign, 0.5) for sign in "COPY"), ("ED", 0.5)),)
    assert _looked(letters, Desk((_line(("COPYED", 0.9)),))) == letters
    pieces = _line(("A", 0.9), ("iates;", 0.5), ("Non-", 0.6), ("-competiti", 0.6), ("ition.", 0.9))
    done = _looked((pieces,), Desk((_line(("Associates;", 0.92), ("Non-competition.", 0.92)),)))
    assert [word.text for word in done[0].words] == ["Associates;", "Non-competition."]
    assert (done[0].words[0].x0, done[0].words[0].y0) == (0.1, 0.5)


def test_quotes_of_another_form_are_no_other_reading() -> None:
    lines = (_line(("Tenant's", 0.4), ("now", 0.96)),)
    assert _looked(lines, Desk((_line(("Tenant’s", 0.9), ("now", 0.96)),))) == lines


def test_fine_scans_and_sure_lines_are_left_alone_and_a_page_has_its_bound() -> None:
    unsure, sure = _line(("S090", 0.5), ("now", 0.9)), _line(("5090", 0.9), ("now", 0.9))
    desk = Desk((sure,))
    assert _looked((unsure,), desk, 300) == (unsure,)
    assert _looked((sure,), desk) == (sure,)
    assert not desk.asked
    _looked((unsure,) * (closer.MOST + 5), desk)
    assert len(desk.asked) == closer.MOST


@pytest.mark.parametrize("says", [(), (_line(("5090", 0.9)), _line(("now", 0.9)))])
def test_nothing_read_or_several_lines_change_nothing(says: tuple[Line, ...]) -> None:
    lines = (_line(("S090", 0.5), ("now", 0.96)),)
    assert _looked(lines, Desk(says)) == lines
