"""Bates numbers: a prefix and a running number stamped on every page, usually in a margin.

A prefix is learned from numbers that rise by one from page to page, in a file or over all files of the release. How a
misread digit is put right stands in `stamp_repair.py`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from pipeline.patterns.bates.stamp_marks import Printed, key_of, printed_on
from pipeline.patterns.bates.stamp_repair import Plain, expected, settled
from pipeline.records.document import Numbered, Numbering, Series, Stamp
from pipeline.records.page import Page

MOST_SERIES = 3  # stamps of as many series on one page: an agency's, a court's, a party's
PREFIX_LIKE = 0.75  # similarity of two prefixes that OCR may have read off the same print
MOST_OF_RELEASE = 12  # series of one release; more would be forms with numbers of their own
SCATTERED = 4  # pages with a padded number of their own from which on a prefix counts as a series where none rises
_MONTH_OR_STATE = re.compile(r"^(?:[A-Z]{2}\.?|[A-Z][a-z]+\.?(?:\s\d{1,2},?)?)$")

# Letters between figures, in the number of a request ("2012FOIA0099"): one scan may read them wrong, and no neighbour says so.
_AMID = re.compile(r"(?<=\d)[A-Z]+(?=\d)", re.IGNORECASE)
# "201 1FOIA0417": a year that the scan has broken, right before such letters.
_BROKEN_YEAR = re.compile(
    r"(?<!\d)((?:19|20)(?:\d(?=[ ]\d[A-Z])|(?=[ ]\d\d[A-Z])))[ ](?=\d{1,2}(?:FOIA|ICFO|FOIL|FOI|PRA|PRR)\d)"
)
_LAWS = frozenset(("FOIA", "ICFO", "FOI", "FOIL", "PRA", "PRR", "CPRA", "OPRA", "CORA", "GRAMA", "RTK", "RTKL", "PIA"))


def numbering_of(pages: tuple[Page, ...]) -> Numbering:
    """What the pages of a file have in their margins that may be stamps, for `series_of`."""
    seen = {
        (page.number, one.prefix, one.digits)
        for index, page in enumerate(pages)
        for one in printed_on(index, page)
        if one.margin and one.pure and len(one.digits) >= 4 and re.search(r"[A-Z]{2}", one.key)
    }
    return Numbering(max((page.number for page in pages), default=0), tuple(Numbered(*one) for one in sorted(seen)))


def series_of(files: Iterable[Numbering]) -> tuple[Series, ...]:
    """The series of a release, whose files come in the order of their names.

    A series rises with the pages on three pairs, through the files as if they were one, or stands with other numbers of one
    width, padded with noughts, on `SCATTERED` pages and in two files at the least.
    """
    seen: list[Printed] = []
    owner: list[int] = []
    for order, file in enumerate(files):
        seen += (Printed(len(owner) + one.page - 1, one.prefix, one.digits, "", True, True, False) for one in file.numbers)
        owner += [order] * file.n_pages
    found: dict[str, Series] = {}
    left = seen
    while len(found) < MOST_OF_RELEASE:
        key = _learned(left, list(range(len(owner))), further=True) or _scattered(left, owner)
        if key is None:
            break
        mine = [one for one in left if one.key == key]
        # A shorter tail of the same words ("10-0042." of "FOIA 10-0042.") is no series of its own.
        spots = {(one.page, one.digits) for one in mine}
        left = [one for one in left if (one.page, one.digits) not in spots and one.key != key]
        found[key] = Series(_printed_prefix([one.prefix for one in mine]), int(_commonest(str(len(one.digits)) for one in mine)))
    return tuple(sorted(found.values(), key=lambda one: (one.prefix, one.width)))


def _scattered(seen: list[Printed], owner: list[int]) -> str | None:
    """A prefix with a number of its own on each of several pages, in several files."""
    by_key: dict[str, list[Printed]] = defaultdict(list)
    for one in seen:
        by_key[one.key].append(one)
    fit = [
        (len(mine), len(key), key)
        for key, mine in by_key.items()
        if len({one.digits for one in mine}) == len(mine) >= SCATTERED
        and len({owner[one.page] for one in mine}) >= 2
        and len({len(one.digits) for one in mine}) == 1
        and len({one.page for one in mine}) == len(mine)
        and all(one.digits[0] == "0" and len(one.digits) >= 5 for one in mine)
    ]
    return max(fit)[2] if fit else None


def stamps_of(pages: tuple[Page, ...], known: tuple[Series, ...] = (), beside: tuple[Numbered, ...] = ()) -> tuple[Stamp, ...]:
    """The stamps of each page that shows any, in page order: the chief one first, then those of other series.

    `raw` is as read, `bates` with the prefix as its series mostly prints it. The series on most pages is the chief one. `known`
    are the series of the release (see `series_of`): a number in a margin that bears the prefix of one needs no neighbours.
    `beside` are the numbers on the pages before and after the file (see `stamp_repair.beside`): they vouch as its own pages do.
    """
    by_key = {key_of(one.prefix): one for one in known}
    seen = [one for index, page in enumerate(pages) for one in printed_on(index, page)]
    numbers = [page.number for page in pages]
    found: list[tuple[int, bool, Stamp]] = []
    left = seen
    for order in range(MOST_SERIES):
        key = _of_release(left, by_key) or _learned(left, numbers, further=order > 0)
        if key is None:
            break
        around = {one.page: int(one.digits) for one in beside if key_of(one.prefix) == key}
        mine = _of_series(key, left, numbers, by_key.get(key), around)
        found += ((index, order > 0, stamp) for index, stamp in _series(mine, pages, order == 0, by_key.get(key), around))
        spots = {(one.page, one.spot) for one in mine.values()}
        left = [one for one in left if (one.page, one.spot) not in spots and one.key != key]
    if not found:
        return tuple(_single(seen, pages))
    return tuple(stamp for _, _, stamp in sorted(found, key=lambda item: item[:2]))


def _of_release(seen: list[Printed], known: dict[str, Series]) -> str | None:
    """The series of the release that stands on the most of these pages, in their margins; None without any."""
    on: dict[str, set[int]] = defaultdict(set)
    for one in seen:
        if one.margin and (key := _known_as(one, known)):
            on[key].add(one.page)
    return max(sorted(on), key=lambda key: len(on[key])) if on else None


def _known_as(one: Printed, known: dict[str, Series]) -> str | None:
    """The key of the series this number belongs to: its own, or one that OCR may have misread; digits in it must agree."""
    if one.key in known:
        return one.key if len(one.digits) == known[one.key].width else None
    digits = re.sub(r"\D", "", one.key)
    like = [key for key, series in known.items() if one.pure and len(one.digits) == series.width and _alike(one.key, key)]
    return next((key for key in like if re.sub(r"\D", "", key) == digits), None)


def _of_series(key: str, seen: list[Printed], numbers: list[int], known: Series | None, around: Plain) -> dict[int, Printed]:
    """The number of each page that bears this prefix, or one much like it where the number is the one to be expected.

    In a series that the release is `known` to bear, its count of digits is enough.
    """
    mine: dict[int, Printed] = {}
    for one in seen:
        if known and not one.margin and len(one.digits) != known.width:
            continue
        if one.key == key and (one.page not in mine or (one.margin, one.pure) > (mine[one.page].margin, mine[one.page].pure)):
            mine[one.page] = one
    width = {len(one.digits) for one in mine.values()}
    plain = around | {numbers[page]: int(one.digits) for page, one in mine.items() if one.pure}
    for one in seen:
        fits = one.page not in mine and one.margin and len(one.digits) in width and _alike(one.key, key)
        if fits and expected(numbers[one.page], plain) == int(one.digits):
            mine[one.page] = one
            plain |= {numbers[one.page]: int(one.digits)} if one.pure else {}
    for one in seen if known else ():
        if known and one.page not in mine and one.margin and _known_as(one, {key: known}):
            mine[one.page] = one
    return mine


def _alike(key: str, known: str) -> bool:
    """Whether OCR may have made the one prefix of the other."""
    return len(known) >= 3 and SequenceMatcher(None, key, known, autojunk=False).ratio() >= PREFIX_LIKE


def _series(
    mine: dict[int, Printed], pages: tuple[Page, ...], chief: bool, known: Series | None, around: Plain
) -> Iterator[tuple[int, Stamp]]:
    prefix = known.prefix if known else _printed_prefix([one.prefix for one in mine.values()])
    width = known.width if known else int(_commonest(str(len(one.digits)) for one in mine.values()))
    plain = around | {pages[index].number: int(one.digits) for index, one in mine.items() if one.pure}
    for index, one in sorted(mine.items()):
        value = settled(pages[index].number, one.digits, one.pure, plain)
        if value is not None:
            bates = f"{prefix}{value:0{width}d}"
            yield index, Stamp(pages[index].id, bates, one.raw, chief, value != int(one.digits))


def _printed_prefix(prefixes: list[str]) -> str:
    """The prefix as most pages print it; where scans vary in the white space round its marks, the one without, if it is there.

    Of two that as many pages have, that one whose letters and figures are less mixed: "FOIA", not "FO1A".
    """
    closed = {re.sub(r"\s*([._-]+)\s*", r"\1", prefix) for prefix in prefixes}
    counts = Counter(prefixes)
    best = max(sorted(counts), key=lambda prefix: (counts[prefix], -_mixed(prefix), prefix in closed, "." in prefix))
    return re.sub(r"(?<=\w),$", ".", best)  # a full stop with a speck below it


def _mixed(prefix: str) -> int:
    """How often a letter stands right beside a figure."""
    return sum(one.isalnum() and then.isalnum() and one.isdigit() != then.isdigit() for one, then in pairwise(prefix))


def _learned(seen: list[Printed], numbers: list[int], further: bool) -> str | None:
    """The prefix whose numbers rise with the pages on the most pairs of pages, next or next but one; the longest of equals.

    A `further` series, beside the chief one, must have letters in its prefix and rise on three pairs.
    """
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
        if further:
            enough = steps >= 3 and bool(re.search(r"[A-Z]{2}", key))
        if enough and (best is None or rank > best):
            best = rank
    return best[2] if best else None


def _single(seen: list[Printed], pages: tuple[Page, ...]) -> Iterator[Stamp]:
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
        if any(letters not in _LAWS for letters in _AMID.findall(one.prefix)):
            continue
        done.add(one.page)
        closed = _BROKEN_YEAR.sub(r"\1", one.raw)
        yield Stamp(pages[one.page].id, closed, one.raw, repaired=closed != one.raw)


def _commonest(values: Iterator[str]) -> str:
    counts = Counter(values)
    return max(sorted(counts), key=lambda value: counts[value])
