"""Who is examined where in a transcript: the headings and oaths with which an examination begins, and the day beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.patterns.days.dates import DateFound, dates_in
from pipeline.patterns.names.name_forms import personal
from pipeline.patterns.names.roles import HEAD
from pipeline.patterns.openings.headings import headlike

_NUMBER = re.compile(r"^\s*(?:\d{1,3}\s+(?=\S)|\d{1,3}\s*$)")  # what transcripts print beside their lines
_HEADING = re.compile(
    r"(?i:(?:and,?\s|following,?\s)*(?:(?:continued|further|videotaped|video|direct|cross|re-?direct|re-?cross|sworn|recorded)[\s-]+)*"
    r"(?:examinations?|depositions?|interviews?|sworn\sstatements?)(?:\supon\soral\sexamination)?\s(?:of|with)\b)\s*(?P<who>.*)"
)
_OATH = re.compile(
    r"(?i:[\s,]*(?:(?:having|was|were|been|being|is|after)\s){0,3}(?:(?:first|then|previously|recalled|and)[\s,]+){0,2}"
    r"(?:duly\s(?:\w+\s)?sworn|(?<=being\s)sworn(?=,)|(?<=,\s)sworn(?=\W*$)|sworn(?=,?\s(?:testified|deposed|deposes|says|said|was))|called\sas\sa\switness))"
)
# What is made of papers and crowds too ("Examination of Jail Records"): begins where one person is shown to be asked.
_LOOSE = re.compile(r"(?i:(?:and,?\s|following,?\s)*(?:examinations?|(?:(?:further|recorded)\s)?interviews?)\s(?:of|with)\b)")
_TITLE = re.compile(rf"(?i:\b(?:{HEAD}|clerk|designee|witness|deponent|inspector|deputy|warden)\b)")
_PERSON = re.compile(r"(?:[A-Z][a-z]+\s)+(?:[A-Z]\.\s)?[A-Z][\w’'-]*[a-z](?<!s)(?=,|$)")
_CERTIFIED = re.compile(r"(?i:^(?:(?:court\s)?reporter[’']?s?[’']?\s)?certificat(?:e|ion)(?:\sof\s(?:the\s)?[\w\s]{3,30})?$)")
_CALLED = re.compile(r"(?i:^(?:and,?\s)?(?:the\s)?(?:witness|deponent)(?:\sherein)?,\s*(?:the\s)?|^the\s)")
_QUESTION = re.compile(
    r"(?m)^[ \t]*(?:\d{1,3}(?::\d{1,2})?[ \t]+)?(?:[QA]\b[.:]?|Question:|Answer:|QUESTION:|ANSWER:|THE\s(?:WITNESS|DEPONENT):)\s"
)
_ASKED = re.compile(r"(?:Q|Question|QUESTION)\b[.:]?\s")
_BESIDE_NAME = re.compile(r"(?i:by\s|taken\b|and$|volume\b)")
_ASIDE = re.compile(r"\s*\([^)]*\)\s*$")
_FEWEST_ASKED = 2  # questions and answers without which a heading tells of no examination
_WHO, _MORE = 16, 3  # words of whoever is examined, and lines that his description may take after the first
_NEAR = 3  # lines above and below a heading in which its day may stand
_PAGE = re.compile(r"(?i:\b(?:page|pg\.?|p\.)\s?\d{1,4}\s*$)|\s\d{1,4}\s*$")
_HEAD_NAME = re.compile(
    r"\W*(?P<who>(?:[A-Z]\.\s?){1,2}[A-Z][A-Za-z’'-]{2,}|[A-Z][a-z]+(?:\s[A-Z]\.)?\s[A-Z][a-z’'-]{2,}|[A-Z]{2,}(?:\s[A-Z]\.)?\s[A-Z][A-Z’'-]{2,})"
    r"(?P<tail>\s?[-–—,(]\s?(?i:(?:re-?)?(?:direct|cross)|(?:direct\s|cross\s)?examination))?\W*"  # "ANN ROE - DIRECT"
)
_DEEP = 60  # lines of a page below which no running head stands, for the numbers of its lines may be read first
_BESIDE = 160  # characters behind a name within which a title page says when he was examined


@dataclass(frozen=True, slots=True)
class Examination:
    """From `text[start]` on `who`, as printed, answers; '' where a certificate ends it, and nobody does.

    `date` is the ISO day beside the heading, '' where none stands there.
    """

    start: int
    who: str
    date: str


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    text: str


@lru_cache(maxsize=64)
def examinations(text: str) -> tuple[Examination, ...]:
    """The examinations that begin on a page, from top to bottom."""
    rows = [_Row(line.start(), _NUMBER.sub("", line.group()).strip()) for line in re.finditer(r"[^\n]+", text)]
    rows = [row for row in rows if row.text]
    found: dict[int, Examination] = {}
    for at, row in enumerate(rows):
        heading, oath = _HEADING.match(row.text), _OATH.search(row.text)
        first, who = (at, _below(rows, at, heading["who"])) if heading else _sworn(rows, at, oath) if oath else (at, "")
        printed = _CALLED.sub("", _ASIDE.sub("", who).strip(" ,.;:"))
        if _CERTIFIED.match(row.text):
            found.setdefault(at, Examination(row.start, "", ""))
        elif _names(printed) and (not _LOOSE.match(row.text) or _is_one(printed, rows, at)):
            found.setdefault(first, Examination(rows[first].start, printed, _day(rows, first, at)))
    return tuple(found[at] for at in sorted(found))


def _names(who: str) -> bool:
    """Whether these words can name a person: no pronoun, no sentence, no day."""
    words = len(who.split())
    return (1 < words <= _WHO or (words == 1 and who.isupper() and len(who) > 1)) and headlike(who) and not dates_in(who)


def _is_one(who: str, rows: list[_Row], at: int) -> bool:
    """Whether these words are one person's: with a title, with a question below, or a name not used in small letters."""
    if _TITLE.search(who) or any(_ASKED.match(row.text) for row in rows[at + 1 : at + 1 + _MORE]):
        return True
    used = {word for row in rows for word in re.findall(r"\b[a-z]+\b", row.text)}
    return _PERSON.match(who) is not None and used.isdisjoint(who.lower().replace(",", " ").split())


def is_asked(texts: tuple[str, ...]) -> bool:
    """Whether these pages hold questions and answers."""
    return sum(len(_QUESTION.findall(text)) for text in texts) >= _FEWEST_ASKED


def day_of(who: str, texts: tuple[str, ...]) -> str:
    """The first day behind the name of whoever is examined where that is printed first, as on a title page; or ''."""
    words = r"[\s\d,]+".join(re.escape(word) for word in who.replace(",", " ").split())
    for text in texts:
        if found := re.search(words, text, re.IGNORECASE):
            days = [one for one in dates_in(text[found.end() : found.end() + _BESIDE]) if one.precision == "day"]
            return days[0].iso if days else ""
    return ""


def day_of_head(texts: tuple[str, ...]) -> str:
    """The one day beside a page's number in a transcript's running heads ("O. Roe   March 2, 2011   Page 31"), or ''."""
    rows = [_NUMBER.sub("", line).strip() for text in texts for line in text.split("\n")[:_DEEP]]
    found = {days[0].iso for row in rows if _PAGE.search(row) and headlike(row) and len(days := [*_days(row)]) == 1}
    return found.pop() if len(found) == 1 else ""


def witness_of_head(texts: tuple[str, ...]) -> str:
    """Whose name alone stands beside a page's number in a transcript's running heads ("O. Roe - 3/2/2011   31"), or ''."""
    found: dict[str, str] = {}
    for line in (line for text in texts for line in text.split("\n")[:_DEEP]):
        paged = _PAGE.search(line) is not None
        rest = _PAGE.sub("", line) if paged else _NUMBER.sub("", line).strip()
        if not paged and not ((told := _HEAD_NAME.fullmatch(rest)) and told["tail"]):
            continue
        for one in reversed(list(_days(rest))):
            rest = rest[: one.start] + rest[one.end :]
        if (who := _HEAD_NAME.fullmatch(rest)) and (personal(who["who"]) or "." in who["who"]):
            found[who["who"].casefold()] = who["who"]
    return next(iter(found.values())) if len(found) == 1 else ""


def _below(rows: list[_Row], at: int, who: str) -> str:
    """The name that a heading begins, with the lines below that go on with it, in capitals or behind a comma or "OF"."""
    parts = [who] if who else []
    for row in rows[at + 1 : at + 1 + _MORE]:
        last = parts[-1] if parts else ","
        joins = last.endswith((",", "&")) or re.search(r"(?i:\b(?:of|the|for|and))$", last)
        if not (joins or (row.text.isupper() and last.isupper() and not last.endswith(")"))) or _closes(row.text):
            break
        parts.append(row.text)
    return " ".join(parts)


def _closes(line: str) -> bool:
    """Whether a line is no part of a name: a day, another examination, a question, who examines."""
    return bool(dates_in(line) or _HEADING.match(line) or _QUESTION.match(line) or _BESIDE_NAME.match(line))


def _sworn(rows: list[_Row], at: int, oath: re.Match[str]) -> tuple[int, str]:
    """(row, name) of whoever is sworn in row `at`: what stands before the oath in it, else in the lines right above."""
    before = rows[at].text[: oath.start()].strip(" ,")
    if headlike(_CALLED.sub("", before)):
        return at, before
    first, parts = at, list[str]()
    while first and at - first < _MORE and rows[first - 1].text.endswith(",") and not _closes(rows[first - 1].text):
        first -= 1
        parts.insert(0, rows[first].text)
        if not rows[max(first - 1, 0)].text.isupper():
            break
    return first, " ".join(parts)


def _day(rows: list[_Row], first: int, last: int) -> str:
    """The day in the heading's own line, else the nearest that stands alone in a line beside it."""
    own = [one for row in rows[first : last + 1] for one in _days(row.text)]
    if len({one.iso for one in own}) == 1:
        return own[0].iso
    beside = [*reversed(rows[max(0, first - _NEAR) : first]), *rows[last + 1 : last + 1 + _NEAR]]
    alone = (one for row in beside if len(row.text.split()) <= _WHO // 2 for one in list(_days(row.text))[:1])
    return next((one.iso for one in alone), "")


def _days(line: str) -> Iterator[DateFound]:
    return (one for one in dates_in(line) if one.precision == "day")
