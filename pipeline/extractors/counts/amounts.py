"""Plain amounts in a sentence, in digits or words: "1,5O8", "6.1 million", "60K", "one hundred fifty-one thousand", "two dozen".

Only the size is read here; what it is a size of, and what limits it, is said in numbers.py. Digits may hold the letters that a
scanner takes for them (O for 0, l and I for 1). Own code and no library of number words, since those take clean words alone and
give no tokens back.
"""

from __future__ import annotations

import re

from pipeline.extractors.cueing.grammar import View

_SAID = (
    ("zero", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8),
    ("nine", 9),
    ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14), ("fifteen", 15), ("sixteen", 16),
    ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fourty", 40),
    ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90),
)  # fmt: skip
WORDS = {word: float(value) for word, value in _SAID}
SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_LOTS = {"dozen": 12.0, "score": 20.0}
_SHORT = {"k": 1e3, "m": 1e6, "mil": 1e6, "mln": 1e6, "mm": 1e6, "bn": 1e9}
_GLUED = re.compile(r"[~≈]?(?P<digits>\d[\d,.]*?)(?P<scale>[kKmM]|mil)?\+?$")
_GROUPED = re.compile(r"(?=.*\d)[\dOolI|]{1,3}(?:[,.][\dOolI|]{3})+$")
_PLAIN = re.compile(r"(?:\d[\dOolI]*|l\d+|[lI]{2}\d+)(?:\.\d+)?$|\.\d+$")
_ORDINAL = re.compile(r"(?P<digits>\d{1,3}(?:,\d{3})+|\d{3,})(?:st|nd|rd|th)$")
_LETTERS = str.maketrans("OolI|", "00111")


def amount(view: View, at: int) -> tuple[float, int] | None:
    """(value, end) of the amount that starts at this token; None where none does. `end` is the token after its last."""
    if not 0 <= at < len(view.tokens):
        return None
    digits = digits_of(view.tokens[at].text)
    if digits is not None:
        return _scaled(view, digits, at + 1)
    word = view.lower[at]
    if word in ("a", "an") and at + 1 < len(view.lower) and (view.lower[at + 1] in SCALES or view.lower[at + 1] in _LOTS):
        return _and_a_half(view, *_words(view, at + 1, 1.0))
    if word in ("a", "one") and at + 1 < len(view.lower) and view.lower[at + 1] == "single":
        return 1.0, at + 2
    if word in WORDS:
        return _and_a_half(view, *_words(view, at, 0.0))
    return None


def _and_a_half(view: View, value: float, end: int) -> tuple[float, int]:
    """ "Two and a half million", "a dozen and a half"; "two and a half" alone is no number of anything."""
    after = end + 3
    if view.lower[end:after] != ("and", "a", "half"):
        return value, end
    scale = {**SCALES, **_LOTS}.get(view.lower[after] if after < len(view.lower) else "")
    last = {**SCALES, **_LOTS}.get(view.lower[end - 1])
    if scale:
        return (value + 0.5) * scale, after + 1
    return (value + last / 2, after) if last else (value, end)


def digits_of(text: str) -> float | None:
    """The value of one token of digits, with its short scale if it is glued on ("6.1M"); None for anything else."""
    ordinal = _ORDINAL.match(text)
    if ordinal:
        return float(ordinal["digits"].replace(",", ""))
    if _GROUPED.match(text):
        return float(re.sub(r"[,.]", "", text.translate(_LETTERS)))
    if _PLAIN.match(text):
        return float(text.translate(_LETTERS))
    glued = _GLUED.match(text)
    if glued and re.fullmatch(r"\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?", glued["digits"]):
        return float(glued["digits"].replace(",", "")) * _SHORT.get((glued["scale"] or "").lower(), 1.0)
    return None


def _scaled(view: View, value: float, end: int) -> tuple[float, int]:
    """Digits with the scale after them: "6.1 million", "60 K", "2 dozen"."""
    glued = end < len(view.tokens) and view.tokens[end].start == view.tokens[end - 1].end
    word = view.lower[end] if end < len(view.lower) else ""
    if word in SCALES or word in _LOTS:
        return value * {**SCALES, **_LOTS}[word], end + 1
    if word in _SHORT and (glued or len(word) > 1):
        return value * _SHORT[word], end + 1
    return value, end


def _words(view: View, at: int, group: float) -> tuple[float, int]:
    """Number words as they are said: small ones add up, "hundred" multiplies, "thousand" and "million" close a group."""
    total, last = 0.0, at - 1
    while at < len(view.lower):
        word, value = view.lower[at], WORDS.get(view.lower[at])
        if value is not None and _fits(group, value):
            group += value
        elif word == "hundred" and 0 < group < 100:
            group *= 100
        elif word in _LOTS and 0 < group < 100:
            return total + group * _LOTS[word], at + 1
        elif word in SCALES and group > 0:
            total, group = total + group * SCALES[word], 0.0
        elif word == "point" and _decimal(view, at):
            decimal, at = _decimal(view, at) or ("", at)
            group, last = float(f"{group:.0f}.{decimal}"), at - 1
            at += at < len(view.lower) and view.lower[at] == "-"
            continue
        elif word in ("-", "and") and last == at - 1 and _goes_on(view, at, total + group):
            at += 1
            continue
        else:
            break
        at, last = at + 1, at
    return total + group, last + 1


def _fits(group: float, value: float) -> bool:
    """Whether "forty" + "two" or "three hundred" + "eleven" go on, unlike "ten" + "four"."""
    ten, hundred = group % 10 == 0 and group % 100 >= 20 and 0 < value < 10, group % 100 == 0
    return ten or hundred


def _goes_on(view: View, at: int, so_far: float) -> bool:
    """Whether a hyphen or an "and" joins two words of one number: "forty-two", "a hundred and twenty"."""
    following = view.lower[at + 1] if at + 1 < len(view.lower) else ""
    if view.lower[at] == "-":
        return following in WORDS or following in SCALES or following in _LOTS or following == "point"
    return following in WORDS and so_far >= 100 and so_far % 100 == 0


def _decimal(view: View, at: int) -> tuple[str, int] | None:
    """The digits after "point", and where they end: "one point nine", "one-point-nine"."""
    found, at = "", at + 1
    while at < len(view.lower):
        start = at + (view.lower[at] == "-")
        value = WORDS.get(view.lower[start] if start < len(view.lower) else "", 99.0)
        if value > 9:
            break
        found, at = f"{found}{value:.0f}", start + 1
    return (found, at) if found else None
