"""Rows that OCR of a whole page passed over: stamps in the margins first, and faint ones where two looks agree."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from pipeline.records.page import Box, Line, Word
from pipeline.stages.reading.at_hand import Params
from pipeline.stages.reading.recognised import MISSED_ROWS, _with_missed

FOOT = Box(0.1, 0.95, 0.3, 0.97)
NOISE = tuple(Box(0.1, 0.2 + 0.05 * at, 0.3, 0.22 + 0.05 * at) for at in range(MISSED_ROWS))


@dataclass
class Desk:
    """What `_with_missed` asks of a job: rows that were missed, and what is read in the place at the foot, look by look."""

    says: list[tuple[str, float]]
    params: Params = field(default_factory=Params)
    languages: tuple[str, ...] = ("eng",)
    path: Path = Path("page.pdf")

    def __post_init__(self) -> None:
        self.look = self.engine = self

    def missed(self, pixels: Any, dpi: float, boxes: tuple[Box, ...]) -> tuple[Box, ...]:
        return (*NOISE, FOOT)

    def crop(self, pixels: Any, box: Box, dpi: float, again: bool = False, lined: bool = False) -> Box:
        return box

    def recognise(self, pixels: Box, dpi: int, languages: tuple[str, ...], single_block: bool = False) -> tuple[Line, ...]:
        if pixels != FOOT:
            return ()
        text, sure = self.says.pop(0)
        return (Line((Word(text, 0.1, 0.95, 0.3, 0.97, sure),), 0),)


@pytest.mark.parametrize(
    ("says", "taken"),
    [
        ([("TC_26789", 0.9)], True),
        ([("TC_26789", 0.1), ("TC_26789", 0.2)], True),
        ([("TC_26789", 0.1), ("TC_26739", 0.8)], False),
        ([("Zo.wn", 0.1), ("Zo.wn", 0.1)], False),
    ],
)
def test_a_faint_stamp_is_taken_where_two_looks_agree(says: list[tuple[str, float]], taken: bool) -> None:
    desk: Any = Desk(list(says))
    lines = _with_missed(desk, np.zeros((9, 9), np.uint8), 200.0, ())
    assert [word.text for line in lines for word in line.words] == ([says[0][0]] if taken else [])


def test_a_row_that_reads_as_nothing_at_first_is_read_larger() -> None:
    """A short last line, "Lease).", reads as nothing at the size that most rows read best at."""
    above = (Line((Word("common", 0.1, 0.9, 0.3, 0.92, 0.9),), 0),)
    desk: Any = Larger([("Lease).", 0.93)])
    lines = _with_missed(desk, np.zeros((9, 9), np.uint8), 200.0, above)
    assert [word.text for line in lines for word in line.words] == ["common", "Lease)."]


class Larger(Desk):
    """Reads the place at the foot only at the second look."""

    def crop(self, pixels: Any, box: Box, dpi: float, again: bool = False, lined: bool = False) -> Box:
        return box if again else NOISE[0]
