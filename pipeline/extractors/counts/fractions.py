"""Shares in a sentence: percentages, fractions in words, "three in ten", "23 of every 100", "of every four, one"."""

from __future__ import annotations

import re

from pipeline.extractors.counts.amounts import SCALES, amount
from pipeline.extractors.counts.limits import MOST
from pipeline.extractors.cueing.grammar import View, word_at

_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9}
_PARTS |= {"tenth": 10, "twelfth": 12}
_PARTS |= {f"{word}s": value for word, value in _PARTS.items() if word != "half"} | {"halves": 2}
EACH = frozenset({"every", "each", "any"})
PERCENT = frozenset({"%", "percent", "per", "pct", "pct.", "percentage", "°"})
_LABEL = 14  # words of a row's label that are looked at
LABELLING = frozenset({":", "|", "=", "...", "....", "--", "–", "—"})  # what stands between a label and its number
_LARGEST_BELOW = 100  # "three in ten", "23 of every 100"

_PERCENT = frozenset({"%", "percent", "per", "pct", "pct.", "percentage", "°"})


def share_at(view: View, at: int) -> tuple[float, str, int] | None:
    """(value, unit, end) of the share that starts at this token, or of "half a dozen"; -1 for what is over the whole."""
    return _of_a_scale(view, at) or _share_of_each(view, at) or _fraction(view, at) or _percent(view, at) or _most(view, at)


def _of_a_scale(view: View, at: int) -> tuple[float, str, int] | None:
    """ "A quarter million", "three quarters of a million"."""
    top = 1.0 if word_at(view, at) in ("a", "an", "one") else (amount(view, at) or (0.0, at))[0]
    part = at + 1 + (word_at(view, at + 1) == "-")
    below = _PARTS.get(word_at(view, part))
    scale = part + 1 + 2 * (view.lower[part + 1 : part + 3] in (("of", "a"), ("of", "one")))
    if below is None or not 0 < top < below or word_at(view, scale) not in SCALES:
        return None
    return top / below * SCALES[word_at(view, scale)], "count", scale + 1


def _most(view: View, at: int) -> tuple[float, str, int] | None:
    """ "Most of those removed", "the vast majority of removals": over a half, as `bound_of` says of these words."""
    if view.lower[at] in MOST and word_at(view, at + 1) == "of" and word_at(view, at - 1) not in ("at", "the", "their"):
        return 0.5, "share", at + 1
    majority = view.lower[at] in ("majority", "bulk") and word_at(view, at + 1) == "of"
    return (0.5, "share", at + 1) if majority else None


def _share_of_each(view: View, at: int) -> tuple[float, str, int] | None:
    """ "Of every four deported, one": the share stands at the "one", and the "four" is part of the words before it."""
    below_at = next((back for back in range(at - 1, max(-1, at - 14), -1) if view.lower[back] in EACH), -1)
    lead = word_at(view, below_at - 1)
    if below_at < 0 or lead not in ("of", "in", "for"):
        return None
    below, top = amount(view, below_at + 1), amount(view, at)
    if below is None or top is None or below[1] > at or not 0 < top[0] < below[0] <= _LARGEST_BELOW:
        return None
    return round(top[0] / below[0], 6), "share", top[1]


def _fraction(view: View, at: int) -> tuple[float, str, int] | None:
    """two-thirds, one in four, three out of every five, eight in a hundred, one person in four, half a dozen, half of those."""
    if word_at(view, at) == "half":
        return _half(view, at)
    top = amount(view, at)
    if top is None and word_at(view, at) in ("a", "an", "one"):
        top = (1.0, at + 1)
    if top is None:
        return None
    value, end = top
    joined = end + (word_at(view, end) == "-")
    if word_at(view, joined) in _PARTS and value < _PARTS[word_at(view, joined)]:
        return round(value / _PARTS[word_at(view, joined)], 6), "share", joined + 1
    if word_at(view, at) in ("a", "an"):
        return None
    for place in (end, *(end + more for more in (1, 2) if value < 10 and _plain_words(view, end, end + more))):
        below = _below(view, place, near=place == end)
        if below and 0 < value < below[0] <= _LARGEST_BELOW:
            return round(value / below[0], 6), "share", below[1]
    return None


def _plain_words(view: View, start: int, end: int) -> bool:
    """Whether only nouns and participles stand there: "one removed person in four"."""
    return end <= len(view.tokens) and all(view.tokens[i].pos in ("NOUN", "ADJ", "VERB") for i in range(start, end))


def _below(view: View, at: int, near: bool) -> tuple[float, int] | None:
    """The number below the line of a fraction said in words, from the word that joins: "in ten", "out of every four"."""
    word, after = word_at(view, at), at + 1
    if word == "out" and word_at(view, after) == "of":
        after += 1
    elif word not in ("in", "of", "per", "for"):
        return None
    each = word_at(view, after) in EACH
    hundred = each and word_at(view, after + each) == "hundred"
    read = (100.0, after + 2) if hundred else amount(view, after + each)
    if read is None or (word in ("of", "for") and not each):
        return None
    following = word_at(view, read[1])
    if following in PERCENT:
        return None
    if word == "in" and not each:
        # "one in four people" is a share; "one in 4 counties" and "two people in ten towns" are none.
        counted = read[1] < len(view.tokens) and view.tokens[read[1]].tag in ("NNS", "NNPS")
        spelled = view.tokens[after].text.isalpha() or read[0] in (10, 100)
        return read if spelled and (near or not counted) else None
    return read


def _half(view: View, at: int) -> tuple[float, str, int] | None:
    after = at + 1 + (word_at(view, at + 1) == "a")
    if word_at(view, after) == "dozen":
        return 6.0, "count", after + 1
    if word_at(view, after) in SCALES:
        return SCALES[word_at(view, after)] / 2, "count", after + 1
    if word_at(view, at + 1) in ("of", "the", "those", "all", "had", "have", "were", "are") or word_at(view, at - 1) in (
        "than", "about", "over", "under", "nearly", "almost", "roughly", "exactly", "only", "by", "near", "barely",
    ):  # fmt: skip
        return 0.5, "share", at + 1
    return None


def _percent(view: View, at: int) -> tuple[float, str, int] | None:
    token = view.tokens[at].text
    glued = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)(?:%|percent|pct)", token)
    if glued:
        return _share(float(glued[1]), at + 1)
    read = amount(view, at)
    if read is None:
        return None
    value, end = read
    if value <= 100 and word_at(view, end) not in PERCENT and _labelled(view, at):
        return _share(value, end)
    if end == at + 1 and re.fullmatch(r"0?\.\d+", token) and word_at(view, end) not in PERCENT:
        return value, "share", end  # ".26" in a table
    end += word_at(view, end) == "-" and word_at(view, end + 1) in PERCENT
    word, following = word_at(view, end), word_at(view, end + 1)
    if word not in PERCENT or (word == "per" and following not in ("cent", "centum")) or (word == "°" and "/" not in following):
        return None
    if following in ("point", "points"):
        return -1.0, "share", end + 2
    return _share(value, end + 1 + (word in ("per", "°")))


def _labelled(view: View, at: int) -> bool:
    """Whether a number stands behind a label that calls it a share: "Level 1 as % of the total | 28"."""
    label = view.lower[max(0, at - _LABEL) : at - 1] if at and view.tokens[at - 1].text in LABELLING else ()
    return any(word in PERCENT - {"per"} or word in ("share", "portion", "proportion") for word in label)


def _share(percent: float, end: int) -> tuple[float, str, int]:
    return (round(percent / 100, 6) if percent <= 100 else -1.0), "share", end
