"""Numbers in a sentence: counts and shares, in digits or words, with what limits them. No years, dates, money or sections.

`numbers_in` is what metrics are read from. A range ("20 to 30 percent") gives nothing, for it is no one value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extractors.grammar import View

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: float(value) for value, word in enumerate((_UNITS + " seventeen eighteen nineteen").split())} | {
    w: 20.0 + 10 * i for i, w in enumerate(_TENS)
}
_SCALES = {"hundred": 100.0, "thousand": 1000.0, "million": 1_000_000.0, "dozen": 12.0}
_PARTS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5}
_PARTS |= {"sixth": 6, "tenth": 10, "tenths": 10, "halves": 2, "eighth": 8, "eighths": 8}

# Words before a number that say how far it holds. The longest is tried first.
BOUNDS = {
    "more than": "more-than", "over": "more-than", "in excess of": "more-than", "upwards of": "more-than",
    "greater than": "more-than", "well over": "more-than", "above": "more-than", "exceeding": "more-than",
    "exceeded": "more-than",
    "less than": "less-than", "fewer than": "less-than", "under": "less-than", "below": "less-than", "up to": "less-than",
    "no more than": "less-than", "at most": "less-than", "at least": "at-least", "no fewer than": "at-least",
    "not less than": "at-least", "no less than": "at-least", "a minimum of": "at-least", "about": "about", "around": "about",
    "approximately": "about", "roughly": "about", "some": "about", "nearly": "about", "almost": "about", "an estimated": "about",
    "close to": "about", "estimated": "about", "approx": "about", "approx.": "about", "~": "about", "circa": "about",
    "as many as": "less-than", "only": "exact", "just": "exact", "only about": "about", "just over": "more-than",
    "just under": "less-than", "a little over": "more-than", "a little under": "less-than", "slightly more than": "more-than",
}  # fmt: skip
_BEFORE_RANGE = frozenset({"between", "from"})
_MONTHS = (
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)
# Words that make the number after them a name ("section 9", "Level 1") and those that make the one before them a time or sum.
_NAMING = (
    "$ section sec sec. § §§ no no. number page p. pp. title paragraph article part level chapter exhibit appendix item figure"
    " table version form room suite box age aged tier phase # fiscal fy line footnote note rule priority c.f.r u.s.c ext ext."
    " extension"
)
_MEASURING = (
    "u.s.c u.s.c. usc c.f.r c.f.r. cfr st nd rd th year years month months week weeks day days hour hours minute minutes second"
    " seconds dollars cents o'clock am pm a.m. p.m. pages page - / ° :"
)
_OTHER_ENTITIES = frozenset({"DATE", "MONEY", "TIME", "LAW"})
_NOT_BEFORE = frozenset((_NAMING + " " + _MONTHS).split())
_NOT_AFTER = frozenset((_MEASURING + " " + _MONTHS).split()) - {"may", "march"}
_DIGITS = re.compile(r"(?=.*\d)[\dOolI]{1,3}(?:[,.][\dOolI]{3})+$|(?=.*\d)\d[\dOolI]*(?:\.\d+)?$")
_PERCENT = frozenset({"%", "percent", "per", "pct", "pct.", "percentage"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number in tokens [start, end): `value` in `unit` (count, or share 0..1), `bound` as in Claim, `raw` with its bound."""

    start: int
    end: int
    value: float
    unit: str
    bound: str
    raw: str


def numbers_in(view: View) -> tuple[Number, ...]:
    """Every count and share, left to right. `start` is the number's own first token; words of bound lie before it."""
    found = []
    at = 0
    while at < len(view.tokens):
        read = _fraction(view, at) or _percent(view, at) or _count(view, at)
        if read is None:
            at += 1
            continue
        value, unit, end = read
        if value >= 0 and not _range(view, at, end):
            bound, first = _bound(view, at)
            raw = " ".join(view.tokens[index].text for index in range(first, end))
            found.append(Number(at, end, value, unit, bound, raw))
        at = end
    return tuple(found)


def _word(view: View, at: int) -> str:
    return view.lower[at] if 0 <= at < len(view.lower) else ""


def _plain(view: View, at: int) -> tuple[float, int] | None:
    """A bare number from `at`: (value, end)."""
    token = _word(view, at)
    if _DIGITS.match(view.tokens[at].text if at < len(view.tokens) else ""):
        return _scaled(view, _value(view.tokens[at].text), at + 1)
    if token in ("a", "an") and _word(view, at + 1) in _SCALES:
        return _scaled(view, 1.0, at + 1)
    if token in _SCALES and _word(view, at - 1) not in ("of", "a"):
        return None
    if token not in _WORDS:
        return None
    value, end = _WORDS[token], at + 1
    if 20 <= value < 100 and _word(view, end) == "-" and _WORDS.get(_word(view, end + 1), 99) < 10:
        value, end = value + _WORDS[_word(view, end + 1)], end + 2
    elif 20 <= value < 100 and 0 < _WORDS.get(_word(view, end), 99) < 10:
        value, end = value + _WORDS[_word(view, end)], end + 1
    return _scaled(view, value, end)


def _value(raw: str) -> float:
    digits = raw.translate(str.maketrans("OolI", "0011"))
    if re.fullmatch(r"\d{1,3}([,.]\d{3})+", digits) and not re.fullmatch(r"\d+\.\d+", digits):
        return float(re.sub(r"[,.]", "", digits))
    return float(digits.replace(",", ""))


def _scaled(view: View, value: float, end: int) -> tuple[float, int]:
    while _word(view, end) in _SCALES:
        value, end = value * _SCALES[_word(view, end)], end + 1
        if _word(view, end) == "and" and _word(view, end + 1) in _WORDS:
            more = _plain(view, end + 1)
            if more and more[0] < 100:
                value, end = value + more[0], more[1]
    return value, end


def _fraction(view: View, at: int) -> tuple[float, str, int] | None:
    """two-thirds, one in four, three out of five, half (of) a dozen, half of those."""
    if _word(view, at) == "half":
        return _half(view, at)
    top = _plain(view, at)
    if top is None and _word(view, at) == "a" and _word(view, at + 1) in _PARTS:
        top = (1.0, at + 1)
    if top is None:
        return None
    value, end = top
    end += _word(view, end) == "-"
    if _word(view, end) in _PARTS and value < _PARTS[_word(view, end)]:
        return round(value / _PARTS[_word(view, end)], 6), "share", end + 1
    joint = 1 if _word(view, end) == "in" else 2 if (_word(view, end), _word(view, end + 1)) == ("out", "of") else 0
    below = _plain(view, end + joint) if joint else None
    followed = _word(view, below[1]) if below else ""
    small = below is not None and 0 < value < below[0] <= 100
    if below and small and (joint == 2 or (view.tokens[end + joint].text.isalpha() and followed not in _PERCENT)):
        return round(value / below[0], 6), "share", below[1]
    return None


def _half(view: View, at: int) -> tuple[float, str, int] | None:
    after = at + 1 + (_word(view, at + 1) == "a")
    if _word(view, after) == "dozen":
        return 6.0, "count", after + 1
    if _word(view, after) in ("million",):
        return 500_000.0, "count", after + 1
    if _word(view, at + 1) in ("of", "the", "those", "all") or _word(view, at - 1) in (
        "than",
        "about",
        "over",
        "under",
        "nearly",
        "almost",
    ):
        return 0.5, "share", at + 1
    return None


def _percent(view: View, at: int) -> tuple[float, str, int] | None:
    token = view.tokens[at].text
    glued = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)(?:%|percent|pct)", token)
    if glued:
        return _share(float(glued[1]), at + 1)
    read = _plain(view, at)
    if read is None:
        return None
    value, end = read
    end += _word(view, end) == "-" and _word(view, end + 1) in _PERCENT
    if _word(view, end) not in _PERCENT or (_word(view, end) == "per" and _word(view, end + 1) not in ("cent", "centum")):
        return None
    if _word(view, end + 1) == "point" or _word(view, end + 1) == "points":
        return -1.0, "share", end + 2
    return _share(value, end + 1 + (_word(view, end) == "per"))


def _share(percent: float, end: int) -> tuple[float, str, int]:
    return (round(percent / 100, 6) if percent <= 100 else -1.0), "share", end


def _count(view: View, at: int) -> tuple[float, str, int] | None:
    read = _plain(view, at)
    if read is None:
        return None
    value, end = read
    before, after, text = _word(view, at - 1), _word(view, end), view.tokens[at].text
    year = bool(re.fullmatch(r"(?:19|20)\d\d", text)) and end == at + 1
    if year and not _counts_things(view, at, end):
        return -1.0, "count", end
    if value != int(value) or before in _NOT_BEFORE or after in _NOT_AFTER or after in _PERCENT:
        return -1.0, "count", end
    if (
        before in ("-", "/", ":")
        or (at > 1 and before == "(" and after == ")")
        or (not year and view.tokens[at].ent in _OTHER_ENTITIES and not _counts_things(view, at, end))
    ):
        return -1.0, "count", end
    return value, "count", end


def _counts_things(view: View, at: int, end: int) -> bool:
    """ "2000 jurisdictions": a number that could be a year counts when it qualifies a plural noun."""
    return view.tokens[at].dep == "nummod" and end < len(view.tokens) and view.tokens[end].tag == "NNS"


def _range(view: View, at: int, end: int) -> bool:
    """Whether this number is one end of a range."""
    before, after = _word(view, at - 1), _word(view, end)
    if after in ("to", "-", "–", "and", "through") and _numeric(view, end + 1):
        return after != "and" or _word(view, at - 1) in _BEFORE_RANGE
    if before in ("to", "-", "–", "and", "through") and at > 1:
        lower = at - 2 - (_word(view, at - 2) in _PERCENT)
        return _numeric(view, lower) and (before != "and" or _word(view, lower - 1) in _BEFORE_RANGE)
    return False


def _numeric(view: View, at: int) -> bool:
    return 0 <= at < len(view.tokens) and (bool(_DIGITS.match(view.tokens[at].text)) or _word(view, at) in _WORDS)


def _bound(view: View, at: int) -> tuple[str, int]:
    """(bound, first token of the words that say so)."""
    start = at
    if _word(view, start - 1) in ("the", "a", "an") and _word(view, start) != "a":
        start -= 1
    for length in (3, 2, 1):
        if start - length >= 0:
            phrase = " ".join(view.lower[start - length : start])
            if phrase in BOUNDS:
                return BOUNDS[phrase], start - length
    return "exact", at
