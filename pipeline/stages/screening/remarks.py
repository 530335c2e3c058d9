"""Remarks in the rows of lists of persons: a short cell on illness, relief, kin or age is withheld whole, whatever its column.

Of half a remark the rest can be guessed. Columns for charges stay, and a cell as long as a sentence is read as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.private.health import KIND as HEALTH
from pipeline.patterns.private.health import ailments
from pipeline.patterns.private.relief import tells_relief
from pipeline.patterns.private.signs import IdentifierFound
from pipeline.stages.reading.set_rows import Cell, Row, starts_of, text_of

CONFIDED = "a cell in a person's row that tells of illness, of relief asked for or of kin"
# What else a remark in somebody's row may tell of him: his kin, his age, how he is dosed or helped, whom he bore witness of.
_OF_SOMEBODY = re.compile(
    r"(?i:\b(?:mother|father|parents?|wife|husband|spouse|son|daughter|child(?:ren)?|grand(?:mother|father|parents?)|sister|brother|uncle|aunt|newborn"
    r"|baby|widow(?:er)?|orphan|twins|minor|juvenile|medical|mental|psych|meds|medication|hospital\w*|clinic|disab\w+|surgery|injur\w+|due\s(?:in|next)"
    r"|victim|witness|survivor|trafficked|raped?|assaulted|abused|gay|lesbian|transgender|homeless|suicid\w+)\b"
    r"|(?<![\d/-])\d{1,2}\s?(?:yrs?|y/?o|years?(?:\sold)?|wks?|weeks|mos)\b)"
)
# When and how somebody left: "5/6 bond", "5/8 time served"
_LEFT = re.compile(
    r"(?i:\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?\s(?:bond(?:ed)?|p\.?r|r\.?o\.?r|o\.?r|cash|surety|posted|rel(?:eased)?|served"
    r"|time\s(?:served|srvd?|svd)|dism(?:issed)?)\b)"
)
REMARK = 6  # words from which on a cell is a sentence, which is read as one
_CHARGED = re.compile(r"(?i:\b(?:charges?|offen[cs]es?|statutes?|levels?|bond)\b)")  # a column that stays whole
REACH = 0.15  # share of the page's width beyond which a label says nothing of a cell


def confided(row: Row, held: set[int], heads: list[tuple[float, str]]) -> Iterator[IdentifierFound]:
    """Whole cells of one person's row that tell of illness, of relief asked for, of kin or of an age, but sentences and charges.

    `held` are where cells begin that are withheld anyway, `heads` where the columns' labels begin, with their text.
    """
    starts = starts_of(row)
    for at, left in enumerate(starts):
        right = starts[at + 1] if at + 1 < len(starts) else 2.0
        part = [cell for cell in row if left - 0.001 <= cell.word.x0 < right - 0.001]
        text = text_of(part)
        if (
            len(part) <= REMARK
            and not any(cell.start in held for cell in part)
            and not _CHARGED.search(_head_above(part[0], heads))
            and (any(ailments(text)) or tells_relief(text) or _OF_SOMEBODY.search(text) or _LEFT.match(text))
        ):
            yield from (IdentifierFound(cell.start, cell.end, HEALTH, CONFIDED) for cell in part)


def _head_above(cell: Cell, heads: list[tuple[float, str]]) -> str:
    """The label that begins nearest above the cell, or ''."""
    left, text = min(heads, key=lambda head: abs(head[0] - cell.word.x0))
    return text if abs(left - cell.word.x0) < REACH else ""
