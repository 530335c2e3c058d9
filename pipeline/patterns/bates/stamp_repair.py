"""Misread digits of stamps, put right from the numbers on the pages around; a wrong repair is worse than none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.patterns.bates.stamp_marks import key_of
from pipeline.records.document import Numbered, Numbering, Series

REACH = 4  # pages within which another stamp of the series vouches for one
VOUCHING = 2  # stamps that must tell the same number where only one side of a page is known
_SWAPS = frozenset(
    frozenset(pair)
    for pair in ("17", "38", "56", "68", "08", "06", "09", "58", "14", "27", "49", "39", "35", "89", "12", "01", "23")
)
_NOUGHT_AS = frozenset("689")  # what a scan makes of a nought; a 1 too, but a round hundred may be a true gap

# What is plainly read: page number -> running number. Pages before the file count down from 0, those after it go on.
Plain = dict[int, int]


def settled(page: int, digits: str, pure: bool, plain: Plain) -> int | None:
    """The number to print on `page`, on which `digits` were read; None if it cannot be told.

    It is repaired where the nearest stamps on either side leave one answer, or where noughts before the number were read
    as other digits and the stamps around, on one side only if need be, tell it without them.
    """
    own = int(digits)
    told = expected(page, plain, both=True)
    if told is not None and (own == told or one_misreading(digits, told)):
        return told
    told = _without_slips(page, digits, plain)
    if told is not None:
        return told
    return own if pure or expected(page, plain) == own else None


def expected(page: int, plain: Plain, both: bool = False) -> int | None:
    """What the nearest plainly read stamps before and after say this page's number is; None where they disagree.

    With `both` there must be one on either side.
    """
    told: set[int] = set()
    sides = 0
    for step in (-1, 1):
        near = next((at for at in range(page + step, page + step * (REACH + 1), step) if at in plain), None)
        if near is not None:
            sides += 1
            told.add(plain[near] + page - near)
    return told.pop() if len(told) == 1 and (sides == 2 or not both) else None


def one_misreading(digits: str, wanted: int) -> bool:
    """Whether the digits read differ from the wanted ones by one digit, or by digits that scans confuse."""
    should = str(wanted).zfill(len(digits))
    if len(should) != len(digits):
        return False
    odd = [frozenset(pair) for pair in zip(digits, should, strict=True) if pair[0] != pair[1]]
    return len(odd) == 1 or (len(odd) == 2 and all(pair in _SWAPS for pair in odd))


def _without_slips(page: int, digits: str, plain: Plain) -> int | None:
    """The number that most stamps within reach tell, if `digits` are it but for the noughts before it.

    What bears out the digits as read must be fewer and slips of the same kind: one face of type is misread alike on page
    after page.
    """
    near = {at: plain[at] for at in range(page - REACH, page + REACH + 1) if at != page and at in plain}
    told = Counter(value + page - at for at, value in near.items())
    borne_out = told.pop(int(digits), 0)
    if not told:
        return None
    best, votes = max(told.items(), key=lambda item: (item[1], -item[0]))
    if votes < VOUCHING or votes <= borne_out or not _nought_slip(digits, best):
        return None
    alike = (str(value).zfill(len(digits)) for at, value in near.items() if value + page - at == int(digits))
    slips = all(_nought_slip(read, best + int(read) - int(digits)) for read in alike)
    return best if slips else None


def _nought_slip(digits: str, wanted: int) -> bool:
    """Whether only noughts that fill the wanted number up were read as other digits."""
    if wanted <= 0:
        return False
    should = str(wanted).zfill(len(digits))
    filling = len(should) - len(str(wanted))
    return (
        len(should) == len(digits)
        and digits != should
        and digits[filling:] == should[filling:]
        and all(read == "0" or read in _NOUGHT_AS for read in digits[:filling])
    )


def beside(files: Sequence[Numbering], series: tuple[Series, ...]) -> tuple[tuple[Numbered, ...], ...]:
    """For each file the numbers on the last pages before it and the first after it, in the order of the release.

    Their pages count from the file's own first page, so that those before it are 0 and less. A file whose place among its
    neighbours another one fills gets none.
    """
    widths = {key_of(one.prefix): one.width for one in series}
    begins, total = [], 0
    for file in files:
        begins.append(total)
        total += file.n_pages
    on: dict[int, list[Numbered]] = {}
    values: dict[str, set[int]] = {}
    for begin, file in zip(begins, files, strict=True):
        for one in file.numbers:
            key = key_of(one.prefix)
            if widths.get(key) == len(one.digits):
                on.setdefault(begin + one.page, []).append(one)
                values.setdefault(key, set()).add(int(one.digits))
    found = []
    for begin, file in zip(begins, files, strict=True):
        last = begin + file.n_pages
        around = (*range(max(begin - REACH, 0) + 1, begin + 1), *range(last + 1, last + REACH + 1))
        mine = tuple(Numbered(at - begin, one.prefix, one.digits) for at in around for one in on.get(at, ()))
        found.append(tuple(one for one in mine if not _filled(key_of(one.prefix), mine, file, values)))
    return tuple(found)


def _filled(key: str, mine: tuple[Numbered, ...], file: Numbering, values: dict[str, set[int]]) -> bool:
    """Whether the numbers between a file's neighbours stand on other pages of the release."""
    before = [int(one.digits) for one in mine if one.page < 1 and key_of(one.prefix) == key]
    after = [int(one.digits) for one in mine if one.page > file.n_pages and key_of(one.prefix) == key]
    if not before or not after:
        return False
    own = {int(one.digits) for one in file.numbers if key_of(one.prefix) == key}
    between = range(max(before) + 1, min(after))
    return len(between) <= file.n_pages and any(number in values[key] and number not in own for number in between)
