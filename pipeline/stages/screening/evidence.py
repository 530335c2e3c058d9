"""What speaks for and against a hold being private, as numbers: what the trained reader takes its words for, here and wherever
the file says them again, on what the rules rest it, and who and what stands around it.

Each sign alone errs: the reader takes a detainee in a subject line for an official, a rule the duty officer beside a number for
its private owner. They seldom err together, so none has the last word: `balance` weighs them.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.patterns.names.name_forms import folded
from pipeline.patterns.private.presumed import BASIS as NAMELESS
from pipeline.patterns.private.presumed_homes import BASIS as OF_CASE
from pipeline.patterns.private.signs import PRESUMED, IdentifierFound
from pipeline.patterns.private.telephones import BASIS as NO_OFFICE
from pipeline.records.tagging import Tagged

NAME, REACH, HOME, NUMBER = "name", "reach", "home", "number"
SORTS = {
    "person-name": NAME, PRESUMED: NAME, "name-as-read": NAME, "phone": REACH, "email": REACH, "contact-as-read": REACH,
    "address": HOME, "home-as-read": HOME, "person-number": NUMBER, "number-as-read": NUMBER,
}  # fmt: skip
AGAIN = "repeats what is withheld elsewhere in the file"
# On what a hold rests that other evidence may outweigh: the want of a sign, what stands near, company, the reader itself.
_SOFT = re.compile(
    r"repeats what is|read as private by a trained|stands beside|a name on a line of its own|stands right behind"
    r"|stands in a list with|a mailbox neither|a street that no office"
    rf"|{re.escape(NAMELESS)}|{re.escape(OF_CASE)}|{re.escape(NO_OFFICE)}"
)
_FLOOR = 0.005  # of what the reader gives: beyond it its figures mean nothing


@dataclass(frozen=True, slots=True)
class Beside:
    """What a page's words are taken for, and `alike`: what each word of a name is taken for in the file."""

    text: str
    words: tuple[Tagged, ...]
    alike: dict[str, tuple[float, ...]] = field(default_factory=dict)

    def within(self, start: int, end: int) -> Sequence[Tagged]:
        """The words that the reader tells of in this stretch."""
        first = bisect_left(self.words, start, key=lambda word: word.end)
        last = bisect_left(self.words, end, key=lambda word: word.start)
        return [word for word in self.words[first:last] if word.end > start]


def is_soft(one: IdentifierFound) -> bool:
    """Whether the hold is of a sort that is weighed and rests on nothing that says for certain whose it is."""
    return one.kind in SORTS and _SOFT.match(one.basis) is not None


def odds(share: float) -> float:
    """The logarithm of the odds, at most some five either way."""
    share = min(max(share, _FLOOR), 1 - _FLOOR)
    return math.log(share / (1 - share))


def words_of(name: str) -> Iterator[str]:
    """The words by which a name is met again."""
    return (word for word in (folded(one) for one in re.split(r"[\s,]+", name)) if len(word) > 2)


def evidence(seen: Beside, one: IdentifierFound, bases: Sequence[str], around: Sequence[IdentifierFound]) -> dict[str, float]:
    """The signs of one hold. `bases` are all on which it rests, `around` what of the page is withheld for certain."""
    text, (start, end) = seen.text, (one.start, one.end)
    first, last = _lines(text, start, end)
    named, value = SORTS[one.kind] == NAME, text[start:end]
    told = {
        "nameless": float(any(basis in (NAMELESS, OF_CASE, NO_OFFICE) for basis in bases)),
        "beside": float(any(basis.startswith(("stands beside", "a name on", "stands right")) for basis in bases)),
        "reader": float(all("trained reader" in basis or basis == AGAIN for basis in bases)),
        "lines": _most(seen, first, last, start, end, named),
        "company": _mean(seen, first, last, start, end),
        "page": _mean(seen, 0, len(text), start, end),
        "sure": math.log1p(sum(first <= each.start < last for each in around)),
    }
    here = odds(max((word.private for word in seen.within(start, end)), default=0.0))
    if not named:
        return told | {"here": here}
    met = [each for word in words_of(value) for each in seen.alike.get(word, ())] or [here]
    return told | {
        "likeliest": max(met),
        "mean": sum(met) / len(met),
        "indexed": float(re.match(r"[^\s,]+,\s", value) is not None),
    }


def _lines(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the lines of this stretch and two on either side begin and end."""
    first, last = text.rfind("\n", 0, start), text.find("\n", end)
    for _ in range(2):
        first = text.rfind("\n", 0, max(first, 0))
        last = text.find("\n", last + 1) if last >= 0 else last
    return first + 1, last if last >= 0 else len(text)


def _apart(seen: Beside, first: int, last: int, start: int, end: int) -> Iterator[Tagged]:
    return (word for word in seen.within(first, last) if word.end <= start or word.start >= end)


def _most(seen: Beside, first: int, last: int, start: int, end: int, unnamed: bool) -> float:
    """Of the words around, names left out or them alone, how likely the likeliest is private."""
    return odds(max((w.private for w in _apart(seen, first, last, start, end) if (w.label == "name") != unnamed), default=0.0))


def _mean(seen: Beside, first: int, last: int, start: int, end: int) -> float:
    """How likely the names around are private, on average; 0, which says nothing, without any."""
    near = [odds(w.private) for w in _apart(seen, first, last, start, end) if w.label == "name" and w.private + w.public > 0.5]
    return sum(near) / len(near) if near else 0.0


def alike(pages: Sequence[Beside]) -> dict[str, tuple[float, ...]]:
    """What the reader takes each word of three letters or more for, wherever the file writes it with a capital."""
    met: dict[str, list[float]] = {}
    for page in pages:
        for word in page.words:
            value = page.text[word.start : word.end]
            if word.label == NAME and value[:1].isupper():
                for each in words_of(value):
                    met.setdefault(each, []).append(odds(word.private))
    return {word: tuple(found) for word, found in met.items()}
