"""Numbers in a sentence: counts and shares, in digits or words, with what limits them. No years, dates, money or sections.

`numbers_in` is what metrics are read from. A range ("20 to 30 percent") gives nothing, for it is no one value, nor does what is
no total ("up 530"); a growth ("from 14 to 544", "544, up from 14") gives both, the earlier marked as `former`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.extractors.counts.amounts import amount
from pipeline.extractors.counts.differences import no_total
from pipeline.extractors.counts.fractions import PERCENT, share_at
from pipeline.extractors.counts.limits import bound_of
from pipeline.extractors.counts.no_counts import counts_nothing
from pipeline.extractors.counts.nones import not_even_one
from pipeline.extractors.cueing.grammar import View, word_at
from pipeline.extractors.subjects.captions import only_names

_SET_BESIDE = frozenset({"against", "versus", "vs", "vs.", "than", "from"})  # "53 percent, against 28 for the nation"
_RANGING = frozenset({"to", "-", "–", "and", "through", "or"})
_GROWING = frozenset({
    "grow", "rise", "increase", "expand", "go", "climb", "jump", "fall", "drop", "decline", "decrease", "up", "down", "double",
    "soar", "spread", "move", "swell", "growth", "leap", "edge", "shrink",
})  # fmt: skip
_OWNING = frozenset({"of", "the", "our", "its", "their", "his", "her", "all", "those", "these", "this", "that", "same", "very"})
_OWNERS = frozenset({"DET", "PRON", "NOUN", "PROPN", "PART", "ADJ"})
_POSSESSIVE, _FEW = frozenset({"'s", "'"}), 5  # "41 of the state's 58"
_YEAR = re.compile(r"(?:19|20)\d\d")
_BACK = 6  # words before "from" in which the verb of growing is looked for

_UNCOUNTED = frozenset({"several", "few", "handful", "couple", "some", "many"})
_OPENING = frozenset({",", ";", ":", "and", "but", "that", "while", '"', "“", "–", "—", "-"})  # what a clause may open behind
_JOINED = frozenset({",", "and", "while", "but", ";"})
_APART = 18  # words that may stand between "of those 412" and the part of them
_PARTING = frozenset({"of", "among", "amongst"})
_TAKING_UP = frozenset({"whom", "which", "them", "these", "those"})
_INCLUDING = frozenset({"including", "include", "includes", "incl", "incl."})
_PLACING = frozenset({"in", "from", "across", "at", "over", "within", "for"})  # "412 people from 14 counties, of whom ..."


@dataclass(frozen=True, slots=True)
class Number:
    """A number in tokens [start, end): `value` in `unit` (count, or share 0..1), `bound` as in Claim, `raw` with its bound.

    `former`: it is named as what was before ("up from 12"). `whole`: the number this one is a part of ("62 of the 90", "of those
    90, 62"), else 0, and `whole_at` where that begins, else -1.
    `left_out`: the sentence tells of all the others ("all but 97 had been convicted"). `some_of`: it tells of some of these.
    """

    start: int
    end: int
    value: float
    unit: str
    bound: str
    raw: str
    former: bool = False
    whole: float = 0.0
    whole_at: int = -1
    left_out: bool = False
    some_of: bool = False

    @property
    def counted_off(self) -> bool:
        """Whether the whole stands before it: "of those 90, 62"."""
        return 0 <= self.whole_at < self.start


def numbers_in(view: View) -> tuple[Number, ...]:
    """Every count and share, left to right. `start` is the number's own first token; words of bound lie before it.

    "62 of the 90" is the counts 62, which knows its `whole`, and 90.
    """
    return () if only_names(view) else tuple(_kept(view, tuple(_linked(view, tuple(_read(view))))))


def _read(view: View) -> Iterator[Number]:
    """All that reads as a number, with value -1 for what is one of something else (a year, a sum, a section)."""
    at = 0
    while at < len(view.tokens):
        read = share_at(view, at) or _count(view, at)
        if read is None:
            at += 1
            continue
        value, unit, end = read
        bound, first = bound_of(view, at, end)
        raw = " ".join(view.tokens[index].text for index in range(first, end))
        yield Number(at, end, value, unit, bound, raw)
        at = end


def _linked(view: View, found: tuple[Number, ...]) -> Iterator[Number]:
    """Numbers with what those before lend them: "53 percent, against 28", "from 14 to 544", "62 of the 90", "of those 90, 62"."""
    last: Number | None = None
    whole: Number | None = None
    told: list[Number] = []
    for order, number in enumerate(found):
        following = found[order + 1] if order + 1 < len(found) else None
        if last and last.unit == "share" and number.unit == "count" and _beside(view, last, number) and number.value <= 100:
            number = replace(number, value=round(number.value / 100, 6), unit="share")
        if following and _part_of(view, number, following):
            number = replace(number, whole=following.value, whole_at=following.start)
        elif number.value < 0:
            yield number  # a day or a sum between the whole and its part
            continue
        elif whole and last and 0 < number.value <= whole.value and number.unit == "count" and _counted_off(view, last, number):
            number = replace(number, whole=whole.value, whole_at=whole.start)
        elif taken := _taken_from(view, number, told):
            whole, number = taken, replace(number, whole=taken.value, whole_at=taken.start)
        elif not (whole and says_where(view, number)):
            whole = number if _opens(view, number) else None
        last = number
        told.append(number)
        yield number


def _taken_from(view: View, part: Number, told: list[Number]) -> Number | None:
    """The number before that this one takes a part of: "412 men, of whom 187 ...", "412 men, 187 of them ...", "412 men,
    including 187 ...". A number that only says where, or is smaller, is none; nor is one of another clause to "whom"."""
    first = bound_of(view, part.start, part.end)[1]
    first -= word_at(view, first - 1) == ","
    relative = word_at(view, first - 2) in _PARTING and word_at(view, first - 1) in _TAKING_UP
    after = word_at(view, part.end) == "of" and word_at(view, part.end + 1) in _TAKING_UP - {"those", "these"}
    if part.unit != "count" or part.value <= 0 or not (relative or after or word_at(view, first - 1) in _INCLUDING):
        return None
    for one in reversed(told):
        between = view.lower[one.end : first]
        parted = ";" in between and {"whom", "which"} & {word_at(view, first - 1), word_at(view, part.end + 1)}
        if len(between) > _APART or parted or one.former:
            return None
        if one.unit == "count" and one.bound == "exact" and one.value >= part.value and not says_where(view, one):
            return one
    return None


def says_where(view: View, number: Number) -> bool:
    """ "In the six counties", "from 14 jails": a number that others are counted beside, and not of."""
    at = bound_of(view, number.start, number.end)[1] - 1
    return word_at(view, at - (word_at(view, at) in _OWNING - {"all"})) in _PLACING


def _part_of(view: View, part: Number, whole: Number) -> bool:
    """ "62 of the 90", "41 of the state's 58"."""
    if not part.unit == whole.unit == "count" or not 0 < part.value <= whole.value:
        return False
    between = view.lower[part.end : whole.start]
    return between[:1] == ("of",) and (set(between) <= _OWNING or (between[-1] in _POSSESSIVE and len(between) <= _FEW))


def _opens(view: View, number: Number) -> bool:
    """Whether a clause opens with this number as what others are a part of: "Of those 412, ...", "of the 90 who left, ..."."""
    at = bound_of(view, number.start, number.end)[1] - 1
    for _ in range(_FEW):
        at -= at > 0 and view.tokens[at].pos in _OWNERS
    opening = at == 0 or word_at(view, at - 1) in _OPENING
    return number.unit == "count" and number.value > 0 and word_at(view, at) in ("of", "among") and opening


def _counted_off(view: View, last: Number, number: Number) -> bool:
    """Whether the number stands behind a comma or an "and" of the same sentence: ", 371 had ... and 41 had not"."""
    first = bound_of(view, number.start, number.end)[1]
    return word_at(view, first - 1) in _JOINED and first - last.end <= _APART


def _beside(view: View, last: Number, number: Number) -> bool:
    return number.start - last.end <= 4 and view.lower[number.start - 1] in _SET_BESIDE


def _kept(view: View, found: tuple[Number, ...]) -> Iterator[Number]:
    """Without what is no value: ranges, what is denied ("not 26"), what is a number of something else."""
    for order, number in enumerate(found):
        before = found[order - 1] if order else None
        after = found[order + 1] if order + 1 < len(found) else None
        ranged = (before and _range(view, before, number)) or (after and _range(view, number, after))
        beside = before is not None and before.value >= 0
        if number.value < 0 or ranged or _denied(view, number) or no_total(view, number.start, number.end, beside):
            continue
        yield replace(
            number, former=_grown_from(view, number.start), left_out=_left_out(view, number.start), some_of=_some_of(view, number)
        )


def _left_out(view: View, at: int) -> bool:
    """ "All but 97", "all except 31 of them", "everyone but 4"."""
    return word_at(view, at - 1) in ("but", "except", "save") and word_at(view, at - 2) in ("all", "everyone", "everybody")


def _denied(view: View, number: Number) -> bool:
    """ "Not 26", "nowhere near half", "not one of the 14", "not a single one"."""
    if number.value == 1 and any(not_even_one(view, at) for at in range(number.start, number.end)):
        return True
    first = bound_of(view, number.start, number.end)[1]
    before = view.lower[max(0, first - 4) : first]
    if before[-1:] == ("not",):
        return number.bound in ("exact", "about") and (number.unit == "share" or word_at(view, number.end) != "of")
    if before[-1:] == ("nowhere",):
        return True
    leading = [word for word in before if word not in ("the", "these", "those", "our", "its", "all")]
    return (leading[-2:] == ["one", "of"] and word_at(view, first - 4) != "every") or leading[-2:] == ["none", "of"]


def _some_of(view: View, number: Number) -> bool:
    """ "Several of the 22", "all but a handful of the 22": something is said of a part of them, and how many, nobody says."""
    first = bound_of(view, number.start, number.end)[1]
    after = word_at(view, first - 2) == "of" and word_at(view, first - 1) in _OWNING
    return after and any(view.lower[at] in _UNCOUNTED for at in range(max(0, first - 4), first - 2))


def _range(view: View, low: Number, high: Number) -> bool:
    """Whether two numbers are the ends of a range. "Grew from 14 to 544" is none."""
    between = tuple(word for word in view.lower[low.end : high.start] if word not in PERCENT)
    if len(between) != 1 or between[0] not in _RANGING or _is_year(view, low) != _is_year(view, high):
        return False  # "from 88 in 2009 to 660" is no range from 2009
    first = bound_of(view, low.start, low.end)[1]
    if between[0] == "and":
        return word_at(view, first - 1) == "between"
    if between[0] == "-":
        return view.tokens[high.start - 1].start == view.tokens[low.end - 1].end
    return not _grown_from(view, low.start)


def _is_year(view: View, number: Number) -> bool:
    return number.value < 0 and _YEAR.fullmatch(view.lower[number.start]) is not None


def _grown_from(view: View, at: int) -> bool:
    """Whether the number at `at` is what something grew or fell from."""
    first = at - 1
    while first >= 0 and view.lower[first] in ("about", "only", "just", "some", "roughly", "around", "a", "the", "mere"):
        first -= 1
    if word_at(view, first) != "from":
        return False
    return any(view.lemmas[index] in _GROWING for index in range(max(0, first - _BACK), first))


def _count(view: View, at: int) -> tuple[float, str, int] | None:
    read = amount(view, at)
    if read is None:
        return None
    value, end = read
    return (-1.0 if counts_nothing(view, at, end, value) else value), "count", end
