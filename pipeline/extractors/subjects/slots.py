"""The times and places that a sentence names beside its numbers, one by one: "in FY2009", "(2010)", "of Ohio", "nationwide"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.subjects.place_names import Known, is_name, known_end, of_state, place_end, placed, shown_end
from pipeline.patterns.days.months import MONTH

_UNIT = r"(?:year|quarter|half|month|week)"
_FOUR = r"(?:19|20)\d\d"
_NTH = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"
_FISCAL = rf"(?:fiscal(?:\s+years?)?|FY)[\s-]*['’]?(?:{_FOUR}|\d\d)"
_LEAD = (
    r"(?:\b(?:in|for|during|at|by|as\s+of|through|on|of|over)\s+)?"
    r"(?:(?:the\s+)?(?:end|close|start|beginning|middle|course)\s+of\s+)?(?:the\s+)?"
)
_TIME = re.compile(
    rf"(?<![\w-])(?P<lead>(?i:{_LEAD}))(?:"
    rf"(?P<quarter>(?i:(?:{_NTH}|last)\s+(?:quarter|half)(?:\s+of\s+(?:the\s+)?(?:{_FISCAL}|{_FOUR}|year))?)"
    rf"|Q[1-4](?:\s+(?:of\s+)?(?:{_FISCAL}|['’]?\d\d(?:\d\d)?))?)"
    rf"|(?P<fiscal>(?i:{_FISCAL}))"
    rf"|(?P<day>{MONTH}\s+[0-3]?\d(?:st|nd|rd|th)?(?:,?\s+{_FOUR})?)"
    rf"|(?P<month>{MONTH}(?:,?\s+(?:of\s+)?{_FOUR})?)"
    rf"|(?P<relative>(?i:(?:last|this|next|previous|prior|preceding|following|same)\s+{_UNIT}"
    rf"|(?:(?:a|one)\s+)?{_UNIT}\s+(?:before|earlier|later|ago|after)))"
    rf"|(?P<year>(?i:calendar\s+(?:year\s+)?)?{_FOUR})"
    rf"|(?P<nth>(?i:{_NTH}))"
    r")(?![\w%]|[,.]\d|-\d)"
)
_NATION = re.compile(
    r"(?i)\b(?:nationwide|nationally|countrywide|(?:in|for|across|over|throughout)\s+the\s+(?:whole\s+|entire\s+)?(?:nation|country)"
    r"(?:\s+as\s+a\s+whole)?)\b"
)
_INTO = re.compile(r"(?i)\b(?:in|of|from|for|at|across|within|throughout)\s+$")
_LOCAL = re.compile(r"\b(?:County|City|Parish|Town|Borough)\b")


@dataclass(frozen=True, slots=True)
class Slot:
    """A time (or a place) at [start, end) of a sentence's text, in its own `words`; of what `kind`: a year, a county."""

    start: int
    end: int
    words: str
    kind: str
    time: bool

    def goes_with(self, other: Slot) -> bool:
        """Whether two of them can be set side by side: two years, two counties, a county and the nation."""
        if self.time != other.time:
            return False
        return self.kind == other.kind or "nation" in (self.kind, other.kind) or (other.kind == "nth" and self.kind == "quarter")

    def named_like(self, first: Slot) -> Slot:
        """ "In the second" behind "in the first quarter" is the second quarter."""
        if self.kind != "nth":
            return self
        unit = next((word for word in ("quarter", "half") if word in first.words.lower()), "")
        return replace(self, words=f"{self.words} {unit}", kind=first.kind)


def slots_in(view: View, starts: list[int], numbers: tuple[tuple[int, int], ...], known: Known) -> list[Slot]:
    """Every time and place named, in text order. `numbers` are the spans of what is counted: those are no years or days."""
    text = view.sentence.text
    plain = "".join("\0" if any(low <= at < high for low, high in numbers) else sign for at, sign in enumerate(text))
    found = [_time(one) for one in _TIME.finditer(plain)]
    found += [Slot(one.start(), one.end(), "", "nation", False) for one in _NATION.finditer(text)]
    return sorted((*found, *_places(view, starts, known)), key=lambda one: one.start)


def _time(found: re.Match[str]) -> Slot:
    kind = found.lastgroup or ""
    if kind in ("fiscal", "year"):
        kind = "year"
    elif kind == "relative":
        kind = next(word for word in ("year", "quarter", "half", "month", "week") if word in found["relative"].lower())
        kind = "quarter" if kind == "half" else kind
    return Slot(found.start(), found.end(), " ".join(found[0].split()).rstrip("."), kind, True)


def _places(view: View, starts: list[int], known: Known) -> list[Slot]:
    found, at = [], 0
    while at < len(view.tokens):
        told = (place_end(view, at), placed(view, at), of_state(view, at, known), known_end(view, at, known))
        end = max(*told, shown_end(view, at, known))
        name = " ".join(token.text for token in view.tokens[at:end])
        name = re.sub(r"\s*['’]s$", "", name).removeprefix("the ").removeprefix("The ").strip(" .,")
        if end > at and is_name(name):
            lead = _INTO.search(view.sentence.text[: starts[at]])
            start = lead.start() if lead else starts[at]
            kind = "local" if _LOCAL.search(name) else "place"
            found.append(Slot(start, starts[end - 1] + len(view.tokens[end - 1].text), name, kind, False))
        at = max(end, at + 1)
    return found
