"""Bates numbers: a prefix and a running number stamped on every page, usually in a margin.

The prefix of a file is learned from numbers that rise by one from page to page. A misread digit is put right only where the pages
before and after agree on what stands between them; a wrong repair is worse than none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.records.document import Stamp
from pipeline.records.page import Line, Page, Word

MARGIN = 0.12  # share of the page's height, above and below, where stamps are printed
_LIKE = str.maketrans("OoQDIl|iSsBZzG", "00001111558226")
_TAIL = re.compile(r"^(?P<head>(?:.*[^0-9A-Za-z])?|[A-Za-z]{2,12}|.*[A-Za-z]{2,12})(?P<number>[0-9OoQIl|SBZ]{4,12})$")
_NO_STAMP_BEFORE = re.compile(
    r"(?i:\b(?:page|pages|case|docket|fax|phone|tel|telephone|no|number|request|doc|document|filed|rev|form|omb"
    r"|control|room|suite|box|zip|call"
    r"|contract|grant|invoice|order|docid|id|re|dated?|version|section)\b[.:#]?\s*#?|-(?:cv|cr|mc|md|civ)-)$"
)
_MONTH_OR_STATE = re.compile(r"^(?:[A-Z]{2}\.?|[A-Z][a-z]+\.?(?:\s\d{1,2},?)?)$")
_SWAPS = frozenset(
    frozenset(pair)
    for pair in ("17", "38", "56", "68", "08", "06", "09", "58", "14", "27", "49", "39", "35", "89", "12", "01", "23")
)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A number that may be a stamp's, at the end of a run of words: `prefix` is what stands before it, as printed."""

    page: int
    prefix: str
    digits: str
    raw: str
    pure: bool
    margin: bool
    whole_line: bool

    @property
    def key(self) -> str:
        return re.sub(r"[\s._-]+", "-", self.prefix.translate(_LIKE).upper()).strip("-")


def stamps_of(pages: tuple[Page, ...]) -> tuple[Stamp, ...]:
    """The stamp of each page that shows one, in page order: at most one a page, `raw` as read, `bates` with the file's prefix."""
    seen = [one for index, page in enumerate(pages) for one in _seen(index, page)]
    numbers = [page.number for page in pages]
    key = _learned(seen, numbers)
    if key is None:
        return tuple(_single(seen, pages))
    mine: dict[int, _Seen] = {}
    for one in seen:
        if one.key == key and (one.page not in mine or (one.margin, one.pure) > (mine[one.page].margin, mine[one.page].pure)):
            mine[one.page] = one
    # Scans put spaces round the marks inside a prefix on some pages and not on others.
    prefix = _commonest(re.sub(r"\s*([._-]+)\s*", r"\1", one.prefix) for one in mine.values())
    width = int(_commonest(str(len(one.digits)) for one in mine.values()))
    stamps: list[Stamp] = []
    for index, one in sorted(mine.items()):
        value = _settled(one, mine, numbers)
        if value is not None:
            stamps.append(Stamp(pages[index].id, f"{prefix}{value:0{width}d}", one.raw))
    return tuple(stamps)


def _seen(index: int, page: Page) -> Iterator[_Seen]:
    for line in page.lines:
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
                for back in range(0, min(at, 4) + 1):
                    before = " ".join(words[at - back : at])
                    prefix = (before + " " if before else "") + match["head"]
                    if _NO_STAMP_BEFORE.search(prefix):
                        break
                    if not re.search(r"[A-Za-z]", prefix) and back < min(at, 4):
                        continue
                    whole = at - back == 0 and at == len(words) - 1
                    yield _Seen(index, prefix, number.translate(_LIKE), prefix + number, number.isdigit(), margin, whole)


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


def _learned(seen: list[_Seen], numbers: list[int]) -> str | None:
    """The prefix whose numbers rise with the pages on the most pairs of pages, next or next but one; the longest of equals."""
    values: dict[str, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for one in seen:
        values[one.key][one.page].add(int(one.digits))
    best: tuple[int, int, str] | None = None
    for key, by_page in values.items():
        pages = sorted(by_page)
        steps = sum(
            any(value + numbers[after] - numbers[before] in by_page[after] for value in by_page[before])
            for before, after in (*pairwise(pages), *zip(pages, pages[2:], strict=False))
        )
        rank = (steps, len(key), key)
        # Bare numbers may be page numbers; only long ones that keep rising are stamps.
        enough = steps >= 1 if key else steps >= 2 and all(len(one.digits) >= 5 and one.margin for one in seen if not one.key)
        if enough and (best is None or rank > best):
            best = rank
    return best[2] if best else None


def _settled(one: _Seen, mine: dict[int, _Seen], numbers: list[int]) -> int | None:
    """The number to print, repaired if its neighbours leave one answer; None if it cannot be told."""
    before, after = mine.get(one.page - 1), mine.get(one.page + 1)
    own = int(one.digits)
    here = numbers[one.page]
    if before and after and before.pure and after.pure:
        low = int(before.digits) + here - numbers[before.page]
        high = int(after.digits) - (numbers[after.page] - here)
        if low == high:
            return low if own == low or _one_misreading(one.digits, low) else (own if one.pure else None)
    if one.pure:
        return own
    for near in (before, after):
        if near and near.pure and int(near.digits) + here - numbers[near.page] == own:
            return own
    return None


def _one_misreading(digits: str, expected: int) -> bool:
    """Whether the digits read differ from the expected ones by one digit, or by digits that scans confuse."""
    wanted = str(expected).zfill(len(digits))
    if len(wanted) != len(digits):
        return False
    odd = [frozenset(pair) for pair in zip(digits, wanted, strict=True) if pair[0] != pair[1]]
    return len(odd) == 1 or (len(odd) == 2 and all(pair in _SWAPS for pair in odd))


def _single(seen: list[_Seen], pages: tuple[Page, ...]) -> Iterator[Stamp]:
    """Stamps where no sequence shows: only zero-padded or long numbers behind letters, alone on their line or in a margin."""
    repeated = Counter(page_key for page_key in {(one.page, one.key, one.digits) for one in seen})
    constant = Counter((key, digits) for _, key, digits in repeated)
    done: set[int] = set()
    for one in sorted(seen, key=lambda one: (one.page, not one.margin, -len(one.prefix))):
        letters = sum(sign.isalpha() for sign in one.prefix)
        plain = (
            one.prefix == one.prefix.upper() and ":" not in one.prefix and len(one.prefix) <= 30 and len(one.prefix.split()) <= 3
        )
        padded = one.digits[0] == "0" and len(one.digits) >= 5
        strong = one.pure and plain and letters >= 2 and (padded or (len(one.digits) >= 6 and not one.prefix.endswith(" ")))
        if one.page in done or not strong or not one.whole_line or constant[(one.key, one.digits)] > 1:
            continue
        if _MONTH_OR_STATE.match(one.prefix.strip()) and one.prefix.endswith(" "):
            continue
        done.add(one.page)
        yield Stamp(pages[one.page].id, one.raw, one.raw)


def _commonest(values: Iterator[str]) -> str:
    counts = Counter(values)
    return max(sorted(counts), key=lambda value: counts[value])
