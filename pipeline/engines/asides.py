"""Notes in a margin that a paragraph runs past: the paragraph is read to its end before the note.

Pure geometry and the ends of lines; any unit of length, y down.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.engines.cells import runs_on
from pipeline.engines.placed import Placed

NEAR = 1.7  # heights of type from a line of a paragraph to the next
ALIKE = 1.15  # times the height of one line that of the next may be
MOST = 3  # blocks that may stand between the two parts of a paragraph

Row = list[Placed]


def set_aside(blocks: Sequence[list[Row]]) -> list[list[Row]]:
    """The blocks, each that stands in a margin beside a paragraph behind it and not within it."""
    done: list[list[Row]] = []
    for block in blocks:
        notes = 0
        while (
            notes < min(len(done) - 1, MOST) and _beside(done[-1 - notes], block) and _beside(done[-1 - notes], done[-2 - notes])
        ):
            notes += 1
        if notes and _goes_on(done[-1 - notes], block):
            done[-1 - notes] = [*done[-1 - notes], *block]
        else:
            done.append(block)
    return done


def _beside(note: Sequence[Row], block: Sequence[Row]) -> bool:
    """Whether a note stands wholly left or right of a block."""
    if note[0][0].x0 < block[0][-1].x1 and block[0][0].x0 < note[0][-1].x1:
        return False
    low, high = _sides(note)
    left, right = _sides(block)
    return high <= left or low >= right


def _sides(block: Sequence[Row]) -> tuple[float, float]:
    return min(row[0].x0 for row in block), max(row[-1].x1 for row in block)


def _goes_on(block: Sequence[Row], after: Sequence[Row]) -> bool:
    """Whether the first line of a block follows the last of the other: close below it, in the same type, in mid-sentence."""
    last, first = block[-1], after[0]
    tall = last[0].height
    close = 0 < first[0].bottom - last[0].bottom <= NEAR * tall
    alike = tall <= ALIKE * first[0].height and first[0].height <= ALIKE * tall
    return close and alike and abs(first[0].x0 - last[0].x0) <= tall and runs_on(last, first)
