"""Numbers on a page that may be stamps: at the end of a run of words, or in a margin; `stamps.py` tells which are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.records.page import Line, Page, Word

MARGIN = 0.12  # share of the page's height, above and below, where stamps are printed
_LIKE = str.maketrans("OoQDIl|iSsBZzG", "00001111558226")
_TAIL = re.compile(r"^(?P<head>(?:.*[^0-9A-Za-z])?|[A-Za-z]{2,12}|.*[A-Za-z]{2,12})(?P<number>[0-9OoQIl|SBZ]{4,12})$")
_OF_A_PREFIX = re.compile(r"[A-Z0-9][A-Z0-9&/()._-]*")  # a word that may stand in a prefix before its letters
_NO_STAMP_BEFORE = re.compile(
    r"(?i:\b(?:page|pages|case|docket|fax|phone|tel|telephone|no|number|request|doc|document|filed|rev|form|omb"
    r"|control|room|suite|box|zip|call"
    r"|contract|grant|invoice|order|docid|id|re|dated?|version|section)\b[.:#]?\s*#?|-(?:cv|cr|mc|md|civ)-)$"
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A number that may be a stamp's, at the end of a run of words: `prefix` is what stands before it, as printed."""

    page: int
    prefix: str
    digits: str
    raw: str
    pure: bool
    margin: bool
    whole_line: bool
    spot: tuple[int, int] = (0, 0)

    @property
    def key(self) -> str:
        """See `key_of`."""
        return key_of(self.prefix)


def key_of(prefix: str) -> str:
    """What two ways of printing or reading one prefix have in common."""
    return re.sub(r"[\s._-]+", "-", prefix.translate(_LIKE).upper()).strip("-")


def printed_on(index: int, page: Page) -> Iterator[Printed]:
    """Every such number on the page, the `index`-th of its file, with each prefix that may be meant (up to four words)."""
    for row, line in enumerate(page.lines):
        for part in _parts(line):
            words = [word.text.strip(",;()[]") for word in part]
            middle = (part[-1].y0 + part[-1].y1) / 2
            margin = middle < MARGIN or middle > 1 - MARGIN
            for at, word in enumerate(words):
                match = _TAIL.match(word)
                if not match or (at != len(words) - 1 and not margin):
                    continue
                number = match["number"]
                if sum(sign.isdigit() for sign in number) < max(3, len(number) - 2):
                    continue
                held = ""
                for back in range(0, min(at, 4) + 1):
                    before = " ".join(words[at - back : at])
                    prefix = (before + " " if before else "") + match["head"]
                    if _NO_STAMP_BEFORE.search(prefix):
                        break
                    if back and re.search(r"[A-Za-z]{2}", held) and not _OF_A_PREFIX.fullmatch(words[at - back]):
                        break  # the words of a banner on the same line: "not a real record MARL-000124"
                    held = prefix
                    if not re.search(r"[A-Za-z]", prefix) and back < min(at, 4):
                        continue
                    whole = at - back == 0 and at == len(words) - 1
                    yield Printed(
                        index,
                        prefix,
                        number.translate(_LIKE),
                        prefix + number,
                        number.isdigit(),
                        margin,
                        whole,
                        (row, line.words.index(part[at])),
                    )


def _parts(line: Line) -> Iterator[list[Word]]:
    """The line's words, cut at wide white space: a stamp stands apart from a footer on the same line."""
    part: list[Word] = []
    for word in line.words:
        if part and word.x0 - part[-1].x1 > 0.05:
            yield part
            part = []
        part.append(word)
    if part:
        yield part
