"""Where and when a statement holds: the places and times named in what is said, never those of the one who says it."""

from __future__ import annotations

import re

from pipeline.extractors import grammar
from pipeline.extractors.frames import Frame
from pipeline.extractors.grammar import View
from pipeline.patterns.dates import dates_in, normal_date
from pipeline.records.document import Document

_WHOLE = frozenset({
    "u.s.", "us", "usa", "america", "united states", "the united states", "the u.s.", "u.s", "states", "nation", "mexico",
    "washington", "d.c.",
})  # fmt: skip
_NO_PLACE_WORDS = frozenset({
    "spring", "summer", "fall", "winter", "autumn", "congress", "court", "english", "spanish", "i", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "appendix", "attachment", "exhibit", "section", "part", "phase",
    "level", "fiscal", "step", "table", "figure", "chapter", "christmas", "north", "south", "east", "west", "may", "march",
})  # fmt: skip
_NO_PLACES = frozenset({"ORG", "LAW", "EVENT", "WORK_OF_ART", "PRODUCT", "TIME", "NORP"})
_PLACE_WORDS = ("County", "Counties", "City", "Parish", "State", "Town", "Borough")
_SINCE = re.compile(
    r"\b(since|through|as of|until|by|before|after|between|during|from|beginning in|beginning|starting in|as early as|in)\s+"
    r"(?:the\s+)?(?:end of\s+)?$",
    re.I,
)
_TO = re.compile(r"[\s,]*(?:through|to|until|till|and|up to|and ending(?: on)?|[-–—])(?: the end of)?\s*", re.I)
_DAY = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?"
    r"|Sept?\.?|Oct\.?|Nov\.?|Dec\.?) (\d{1,2})\b(?!,? \d{4})"
)
_LOOSE = re.compile(
    r"\b(?:in|during|over) (?:that|this|the same) (?:period|time|year|month)\b"
    r"|\b(?:last|this|next) (?:year|month|fall|spring|summer|winter|week)\b"
    r"|\b(?:(?:in|for|during) )?(?:the )?fiscal year (?:19|20)\d\d\b|\b(?:(?:in|for|during) )?FY ?-?(?:20)?\d\d\b"
    r"|\b(?:since|by|until|after) (?:late |early |mid-)?(?:19|20)\d\d\b",
    re.I,
)


def jurisdiction(view: View, said: frozenset[int], speakers: frozenset[int], near: tuple[int, ...], counted: bool = False) -> str:
    """The state, county or city that what is said is limited to; several joined by "; "; '' for everywhere.

    `said` are the tokens of the statement, `speakers` those of its sources, `near` the matched ones. A number (`counted`)
    belongs to the place before it, where one stands before and another after it: "in Franklin 4 percent, in Tremont 6".
    """
    homes = {view.clause[at] for at in near}
    found: list[str] = []
    before = False
    at = 0
    while at < len(view.tokens):
        end = _place_end(view, at)
        if end > at:
            inside = at in said and at not in speakers and view.clause[at] in homes
            name = " ".join(view.tokens[i].text for i in range(at, end)).removesuffix("'s").strip(" .,")
            name = re.sub(r"\s*[’']s$", "", name).removeprefix("the ").removeprefix("The ")
            if counted and before and at > max(near):
                break
            before = before or (inside and at < min(near))
            if inside and name.lower() not in _WHOLE and name and name not in found and not _part_of_name(view, at, end):
                found.append(name)
            at = end
        else:
            at += 1
    return "; ".join(found)


def _place_end(view: View, at: int) -> int:
    """End of the place name that starts here; `at` where none does."""
    token = view.tokens[at]
    if token.text in ("County", "City", "State", "Town") and view.lower[at + 1 : at + 2] == ("of",) and at + 2 < len(view.tokens):
        end = at + 2
        while end < len(view.tokens) and view.tokens[end].text[:1].isupper() and view.tokens[end].text not in _PLACE_WORDS:
            end += 1
        return end if end > at + 2 else at
    end = at
    while end < len(view.tokens) and view.tokens[end].pos == "PROPN" and view.tokens[end].text[:1].isupper() and end - at < 4:
        end += 1
        if view.tokens[end - 1].text in _PLACE_WORDS and end - at > 1:
            return end
    if token.ent != "GPE":
        return _opening_place(view, at)
    end = at
    while (
        end < len(view.tokens)
        and view.tokens[end].ent == "GPE"
        and view.tokens[end].pos in ("PROPN", "PART", "DET", "ADP", "NOUN")
    ):
        end += 1
    return max(end, at + 1) if token.pos == "PROPN" else at


def _opening_place(view: View, at: int) -> int:
    """End of the place in "In Franklin, ..." where the tagger does not know it; `at` where it is none."""
    if at != 1 or view.lower[0] not in ("in", "across", "throughout", "within") or view.tokens[at].ent in _NO_PLACES:
        return at
    if view.lower[at] in _NO_PLACE_WORDS:
        return at
    end = at
    while end < len(view.tokens) and view.tokens[end].text[:1].isupper() and end - at < 3:
        end += 1
    plain = all(view.tokens[i].text.isalpha() and not view.tokens[i].text.isupper() for i in range(at, end))
    dated = any(normal_date(f"{view.tokens[i].text} 1, 2000")[0] for i in range(at, end))
    follows = end < len(view.tokens) and (view.lower[end] == "," or view.tokens[end].pos == "NUM")
    return end if at < end and follows and plain and not dated else at


def _part_of_name(view: View, at: int, end: int) -> bool:
    """Whether the place only belongs to an office or a person: "Marlow County Jail", "Sheriff Dole of Marlow County"."""
    last = view.tokens[end - 1]
    head = grammar.head_of(view, end - 1)
    if last.dep == "compound" and view.tokens[head].pos == "PROPN" and head >= end:
        return True
    if last.dep == "pobj":
        above = grammar.head_of(view, head)
        return head < at and view.lower[head] == "of" and view.tokens[above].pos == "PROPN"
    return last.dep == "appos" and view.tokens[head].pos == "PROPN" and view.tokens[head].ent == "PERSON"


def period(view: View, said: frozenset[int], near: tuple[int, ...]) -> str:
    """The time a statement speaks of, in its own words ("since 2008", "through March 31, 2011"), or ''."""
    text = view.sentence.text
    starts = _offsets(view)
    homes = {view.clause[at] for at in near}

    def belongs(start: int) -> bool:
        token = max((i for i, offset in enumerate(starts) if offset <= start), default=-1)
        return token in said and (view.clause[token] in homes or min(abs(token - at) for at in near) <= 8)

    dates = dates_in(text)
    for order, found in enumerate(dates):
        lead = _SINCE.search(text[: found.start])
        if lead and belongs(found.start):
            later = dates[order + 1 : order + 2]
            joined = bool(later) and bool(_TO.fullmatch(text[found.end : later[0].start]))
            return text[lead.start() : later[0].end if joined else found.end].strip()
    for loose in _LOOSE.finditer(text):
        if belongs(loose.start()):
            return loose.group()
    return ""


def said_on(view: View, frame: Frame | None, document: Document) -> tuple[str, str]:
    """(date, precision) of the statement: that named beside the verb of saying, else the document's own.

    "August 2" without a year takes the year of the document's date, or the one before where it would lie ahead.
    """
    if frame is not None:
        starts = _offsets(view)
        home = view.clause[frame.cue]

        def beside(start: int) -> bool:
            token = max((i for i, offset in enumerate(starts) if offset <= start), default=-1)
            return token >= 0 and token not in frame.content and view.clause[token] == home

        for found in dates_in(view.sentence.text):
            if beside(found.start):
                return found.iso, found.precision
        for match in _DAY.finditer(view.sentence.text):
            if beside(match.start()) and re.match(r"\d{4}", document.date):
                return _with_year(match, document)
    return document.date, document.date_precision


def _with_year(match: re.Match[str], document: Document) -> tuple[str, str]:
    for year in (int(document.date[:4]), int(document.date[:4]) - 1):
        iso, precision = normal_date(f"{match.group(1)} {match.group(2)}, {year}")
        if iso and iso[: len(document.date)] <= document.date:
            return iso, precision
    return document.date, document.date_precision


def _offsets(view: View) -> list[int]:
    """Where each token starts in the sentence's clean text; found by walking, as line breaks may have been undone."""
    offsets, at = [], 0
    for token in view.tokens:
        place = view.sentence.text.find(token.text, at)
        at = place if place >= 0 else at
        offsets.append(at)
        at += len(token.text) if place >= 0 else 0
    return offsets
