"""When a statement was made: the time that the verb of saying bears ("ICE said in March"), else the day of its document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.speakers.frames import Frame
from pipeline.extractors.subjects.scope import offsets
from pipeline.patterns.days.dates import dates_in, normal_date
from pipeline.patterns.days.months import MONTH
from pipeline.records.document import Document

# Words behind which a time is not that of one telling: "has said since May", "will be everywhere by 2013".
_AWAY = re.compile(
    r"(?i:\b(?:since|through|thru|throughout|as\s+of|until|till|by|before|prior\s+to|after|between|from|starting|beginning|effective"
    r"|for|to|through|and|or)\s+(?:the\s+)?(?:(?:end|start|close|beginning|middle)\s+of\s+)?)$"
)
_PREPOSITION = re.compile(r"(?:[A-Za-z]+\s)*(?=\d)|")  # within a year as it is found: "by 2013"
_DAY = re.compile(rf"\b({MONTH}) (\d{{1,2}})\b(?!,? \d{{4}})")
_MONTH = re.compile(
    rf"\b(?i:in|last|this past|early|late|early in|late in) ({MONTH})\b(?!\.? \d|,? \d{{4}})(?P<ago> (?:of )?last year\b)?"
)
_BACK = re.compile(r"\b(?i:(last (?:year|month)|yesterday|(?P<many>a|one|two|three|four|five) (?P<unit>years?|months?) ago))\b")
_MANY = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}

_AHEAD = ("will", "shall", "’ll", "'ll", "may", "might", "could", "should", "would", "can", "must")
# What befalls letters and hearings, and no sheriff "elected in 2006".
_OF_PAPERS = frozenset(
    {"date", "send", "write", "sign", "issue", "mail", "post", "publish", "release", "hold", "circulate", "file"}
)


def report_of(frames: tuple[Frame, ...], heard: tuple[Frame, ...], name: str, document: Document) -> Frame | None:
    """The report of speech whose time is that of a statement: the innermost around it (`frames`), else that among those of its
    sentence (`heard`) of whoever is told to say it, if that is not the author."""
    if frames or name in ("", document.author):
        return frames[0] if frames else None
    return next((one for one in heard if one.source is not None and one.source.name == name), None)


def said_on(view: View, frame: Frame | None, document: Document) -> tuple[str, str]:
    """(date, precision) of the statement: the time that the verb of saying bears, else the document's own.

    What has no year ("on August 2", "in March", "last year") is told from the document's day, and lies before it. A year or a
    month later than the document is none in which anything was said: it is of what is still to come.
    """
    own = document.date, document.date_precision
    if frame is None or _to_come(view, frame.cue):
        return own
    starts, text = offsets(view), view.sentence.text

    def borne(start: int, end: int) -> bool:
        token = max((at for at, one in enumerate(starts) if one < end), default=-1)
        within = _PREPOSITION.match(text, start, end)
        away = _AWAY.search(text[:start]) or (within and _AWAY.search(within[0]))
        return token >= 0 and token not in frame.content and not away and _hangs_on(view, token, frame.cue)

    for found in dates_in(text):
        late = bool(own[0]) and found.precision != "day" and found.iso > own[0][: len(found.iso)]
        if not late and borne(found.start, found.end):
            return found.iso, found.precision
    for match in _DAY.finditer(text) if own[0] else ():
        if borne(match.start(), match.end()):
            return _with_year(match, document)
    if document.date_precision != "day":
        return own
    return next((when for start, end, when in _told_back(text, date.fromisoformat(own[0])) if borne(start, end)), own)


def _to_come(view: View, cue: int) -> bool:
    """Whether the telling itself is still to come, or may: "will say in May", "plans to tell them in July", "may announce"."""
    before = {view.lower[kid] for kid in view.children[cue] if view.tokens[kid].dep in ("aux", "auxpass")}
    return not before.isdisjoint(_AHEAD) or ("to" in before and "have" not in before)


def _hangs_on(view: View, token: int, cue: int) -> bool:
    """Whether a time is told of the verb of saying: no other verb stands between, but that of a letter "sent on May 3"."""
    at = token
    while at != cue:
        above = grammar.head_of(view, at)
        of_a_paper = view.tokens[at].dep == "acl" and view.lemmas[at] in _OF_PAPERS
        if above == at or (view.tokens[at].pos in ("VERB", "AUX") and not of_a_paper):
            return False
        at = above
    return True


def _told_back(text: str, day: date) -> Iterator[tuple[int, int, tuple[str, str]]]:
    """(start, end, (date, precision)) of every time that is told from the day of the document backwards."""
    for match in _MONTH.finditer(text):
        for year in (day.year - 1,) if match["ago"] else (day.year, day.year - 1):
            iso, precision = normal_date(f"{match[1]} {year}")
            if iso and iso <= day.isoformat()[: len(iso)]:
                yield match.start(), match.end(), (iso, precision)
                break
    for match in _BACK.finditer(text):
        words = match[0].lower()
        if words == "yesterday":
            yield match.start(), match.end(), ((day - timedelta(1)).isoformat(), "day")
            continue
        many = _MANY.get((match["many"] or "one").lower(), 1)
        month = day.year * 12 + day.month - 1 - many
        back = (str(day.year - many), "year") if "year" in words else (f"{month // 12:04}-{month % 12 + 1:02}", "month")
        yield match.start(), match.end(), back


def _with_year(match: re.Match[str], document: Document) -> tuple[str, str]:
    for year in (int(document.date[:4]), int(document.date[:4]) - 1):
        iso, precision = normal_date(f"{match.group(1)} {match.group(2)}, {year}")
        if iso and iso[: len(document.date)] <= document.date:
            return iso, precision
    return document.date, document.date_precision
