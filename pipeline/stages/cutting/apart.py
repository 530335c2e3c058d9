"""What sets a page apart from the document before it: an exhibit's sticker, a running head that begins, ends or comes back."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.days.head_dates import date_of_figures
from pipeline.stages.cutting.sheets import NOT_FULL, Sheet, folded
from pipeline.stages.reading.fabric import SPOKEN

# "EXHIBIT 6", "DEPOSITION EXHIBIT 12", "Plaintiff's Ex. A", alone on its line at the edge of a page.
_STICKER = re.compile(
    r"(?i:(?:(?:deposition|depo|trial|hearing|joint|government|govt|agency|county|plaintiffs?|defendants?|petitioners?|respondents?)(?:['’]s?)?\s)*"
    r"(?:exhibit|exh|ex)\b[.\s]{0,2}(?:no\b\.?\s?|\#\s?)?(?P<number>\d{1,4}|[A-Z]{1,2})(?:-\d{1,3})?)"
)
_MARKED = re.compile(r"(?i:\bmarked\b|\bexhibits?\b)")
_ITEM = re.compile(r"(?:[•▪●◦‣*>-]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_NUMBERED = re.compile(r"(\d{1,2})[.)]\s+\S")
_COUNTED = 2  # a list of a document goes on from its third item on; many a page's begins with 1
_EDGE = 3  # lines at the top and at the end of a page that may be a sticker
_HEAD = 2  # first lines of a page that may be a running head
_LETTERS, _WORDS = 12, 16  # fewest letters and most words of a line that may be one
_KEPT = 2048  # pages whose heads are remembered: every page of a file is asked for them by each that follows
_OFF_TYPE, _OFF_SCANNED = 0.03, 0.12  # by which the sizes of type of one paper's pages differ at most (logarithms)
_HEAD_LINES = 4  # first lines of a sheet of figures that say what they count
_TO = re.compile(r"\s?(?:[-–—]|to|through|thru)\s?")
_OWN = 0.5  # share of a running head's pairs of words that the document so far uses, from which on it may be its own


def of_what_sets_apart(sheets: tuple[Sheet, ...], at: int, begun: int) -> Iterator[tuple[float, str]]:
    """What of it speaks for and against a bound before page `at`."""
    sheet, before = sheets[at], sheets[at - 1]
    spoken = before.fabric in SPOKEN or sheets[begun].fabric in SPOKEN
    sticker = sticker_on(sheet)
    if sticker and sticker == sticker_on(before):
        yield -1.5, f"it bears the sticker '{sticker}' of the page before"
    elif sticker and (spoken or sheets[begun].opening.kind == "email"):
        marked = any(_MARKED.search(one.page.text) for one in sheets[begun:at])
        yield (3.0 if marked and sheet.fabric not in SPOKEN else 2.2), f"the sticker '{sticker}' of an exhibit"
    elif sticker and sheets[begun].opening.kind != "agreement":
        yield 0.8, f"the sticker '{sticker}' of an exhibit"
    silent = not any(one.fabric in SPOKEN for one in sheets[begun:at])
    if sheet.fabric in SPOKEN and silent and before.foot < NOT_FULL and sheets[begun].opening.kind != "email":
        yield 0.8, "people talk on it, and nobody did so far"
    last, first = _items(before)[-1:], _items(sheet)[:1]
    if last and first and first[0] == last[0] + 1 > _COUNTED:
        yield (-3.2 if sheet.fabric == before.fabric else -1.8), f"number {first[0]} of a list follows {last[0]}"
    yield from _of_running_heads(sheets, at, begun)
    counted = counted_to(sheet), counted_to(before) or counted_to(sheets[begun])
    if all(counted) and counted[0] != counted[1]:
        yield 1.6, "its figures are counted up to another day"
    if _other_type(sheet, before) and not {"slides"} & {sheet.fabric, before.fabric}:
        yield 1.0, "its text is set in other type than that of the page before"


def _other_type(sheet: Sheet, before: Sheet) -> bool:
    """Whether the running text of two pages differs in size by more than one paper's pages do; a scan measures it less well."""
    if not (sheet.type and before.type):
        return False
    scanned = "ocr" in (sheet.page.method, before.page.method)
    return abs(math.log(sheet.type / before.type)) > (_OFF_SCANNED if scanned else _OFF_TYPE)


def counted_to(sheet: Sheet) -> str:
    """The last day up to which the head of a page says that its figures count, ISO; '' where it does not say."""
    for line in sheet.lines[:_HEAD_LINES]:
        days = [one for one in dates_in(line) if one.precision == "day"]
        spanned = len(days) == 2 and not line[: days[0].start].strip() and _TO.fullmatch(line[days[0].end : days[1].start])
        if spanned or (days and date_of_figures((line,)).date):
            return days[-1].iso
    return ""


def _items(sheet: Sheet) -> list[int]:
    """The numbers of the list's items that begin on a page."""
    return [int(found[1]) for line in sheet.lines if (found := _NUMBERED.match(line))]


def sticker_on(sheet: Sheet) -> str:
    """The sticker of an exhibit that a page bears at its edge, folded; '' without one."""
    lines = [line.strip() for line in sheet.page.text.split("\n") if line.strip()]
    found = (_STICKER.fullmatch(line.strip(" .:-–—[]()")) for line in (*lines[:_EDGE], *lines[-_EDGE:]))
    return next((f"Exhibit {one['number'].upper()}" for one in found if one), "")


def _of_running_heads(sheets: tuple[Sheet, ...], at: int, begun: int) -> Iterator[tuple[float, str]]:
    """A head that this page shares with the next and with none before begins a paper, unless its words are the document's own.

    Where every page of a transcript bore one, a page without it is none of them.
    """
    heads, last = _heads(sheets[at].page.text), _heads(sheets[at - 1].page.text)
    after = _heads(sheets[at + 1].page.text) if at + 1 < len(sheets) else frozenset()
    for head in sorted(heads & after - last):
        if _is_new(head, sheets[begun:at]):
            yield 2.2, f"the running head '{head[:40]}' begins here"
            return
    turns = sheets[at].fabric in SPOKEN, sheets[at - 1].fabric in SPOKEN
    if sheets[begun].fabric in SPOKEN and not turns[0] and at - begun > 1:
        so_far = last
        for one in sheets[begun : at - 1]:
            so_far &= _heads(one.page.text)
        if so_far and not so_far & heads:
            yield 1.2, "the running head of the pages before is missing"
    if turns == (True, False):
        fresh = heads - last
        back = fresh and {head for one in sheets[:begun] for head in _heads(one.page.text) & fresh}
        if back:
            yield 1.5, f"the running head '{min(back)[:40]}' of an earlier document is back"


def _is_new(head: str, before: tuple[Sheet, ...]) -> bool:
    """Whether the pages before use fewer of a head's pairs of words than would make it their own."""
    pairs = {" ".join(pair) for pair in pairwise(head.split())}
    enough, open_pairs = _OWN * len(pairs), set(pairs)
    for one in before:
        told = _told(one.page.text)
        open_pairs -= {pair for pair in open_pairs if pair in told}
        if len(pairs) - len(open_pairs) >= enough:
            return False
    return True


@lru_cache(maxsize=_KEPT)
def _told(text: str) -> str:
    """A page's words, folded; many heads of a file ask for them."""
    return folded(text)


@lru_cache(maxsize=_KEPT)
def _heads(text: str) -> frozenset[str]:
    """The first lines of a page, folded, that could be a running head."""
    lines = islice((line.strip() for line in text.split("\n") if len(folded(line)) > 1), _HEAD)
    tops = (line for line in lines if len(line.split()) <= _WORDS and not _ITEM.match(line) and not line.endswith("."))
    return frozenset(one for one in map(folded, tops) if len(one) >= _LETTERS)
