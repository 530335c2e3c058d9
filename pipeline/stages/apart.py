"""What sets a page apart from the document before it: an exhibit's sticker, a running head that begins, ends or comes back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.stages.fabric import SPOKEN
from pipeline.stages.sheets import Sheet, folded

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
    if sheet.fabric in SPOKEN and silent and before.short and sheets[begun].opening.kind != "email":
        yield 0.8, "people talk on it, and nobody did so far"
    last, first = _items(before)[-1:], _items(sheet)[:1]
    if last and first and first[0] == last[0] + 1 > _COUNTED:
        yield (-3.2 if sheet.fabric == before.fabric else -1.8), f"number {first[0]} of a list follows {last[0]}"
    yield from _of_running_heads(sheets, at, begun)


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
    heads, last = _heads(sheets[at]), _heads(sheets[at - 1])
    after = _heads(sheets[at + 1]) if at + 1 < len(sheets) else frozenset()
    fresh = {one for one in heads & after if one not in last}
    for head in sorted(fresh):
        told = folded(" ".join(one.page.text for one in sheets[begun:at]))
        pairs = [" ".join(pair) for pair in pairwise(head.split())]
        if sum(pair in told for pair in pairs) < _OWN * len(pairs):
            yield 2.2, f"the running head '{head[:40]}' begins here"
            return
    so_far = frozenset.intersection(*map(_heads, sheets[begun:at])) if at - begun > 1 else frozenset[str]()
    if so_far and not so_far & heads and sheets[begun].fabric in SPOKEN and sheets[at].fabric not in SPOKEN:
        yield 1.2, "the running head of the pages before is missing"
    back = {one for one in heads if one not in last and any(one in _heads(earlier) for earlier in sheets[:begun])}
    if back and sheets[at].fabric in SPOKEN and sheets[at - 1].fabric not in SPOKEN:
        yield 1.5, f"the running head '{sorted(back)[0][:40]}' of an earlier document is back"


def _heads(sheet: Sheet) -> frozenset[str]:
    """The first lines of a page, folded, that could be a running head."""
    lines = [line.strip() for line in sheet.page.text.split("\n") if line.strip() and len(folded(line)) > 1]
    tops = (line for line in lines[:_HEAD] if len(line.split()) <= _WORDS and not _ITEM.match(line) and not line.endswith("."))
    return frozenset(one for one in map(folded, tops) if len(one) >= _LETTERS)
