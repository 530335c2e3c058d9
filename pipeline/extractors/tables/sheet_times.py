"""Times named in the heads, labels and titles of tables: "FY 2010", "FY10 Q3", "As of June 30, 2010", "July 1 through ...".

A head is no sentence: a bare year is a time there, and "2010" below "Fiscal year" is a fiscal year.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.patterns.days.months import MONTH, STEMS

_NUMBERS = r"\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d"
_MONTH = rf"(?i:{MONTH})"  # titles are set in capitals as well
_NTH = rf"{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?"
_IN_YEAR = rf"{_MONTH}(?:,?\s|-)\d{{4}}"
_WHOLE_DAY = rf"(?:{_NTH},?\s\d{{4}}|{_NUMBERS}|{_IN_YEAR})"
_DAY = rf"(?:{_WHOLE_DAY}|{_NTH})"
_TO = r"\)?,?\s?(?i:through|thru|to|until|[-–—])\s?(?i:the\send\sof\s)?"
_FISCAL = r"(?:F[Yy]|F\.Y\.|CY|[Ff]iscal\s(?:[Yy]ear|YEAR)|FISCAL\sYEAR|[Cc]alendar\s[Yy]ear)\s?-?\s?(?:\d{4}|['’]?\d\d)(?!\d)"
_QUARTER = r"(?:Q[1-4]|[1-4]Q|(?:1st|2nd|3rd|4th|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)\s(?:[Qq]uarter|[Qq]tr\.?))"
_OF = r"(?:the\s)?(?:(?:end\sof|COB|close\sof\sbusiness)\s(?:on\s)?)?"
# The most telling form first: what begins and ends, then what ends, then quarters, years, days and months.
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_DAY}{_TO}{_WHOLE_DAY}",
        rf"{_MONTH}\s?(?:{_TO.strip()}|\s?[-–—]\s?){_MONTH},?\s\d{{4}}",
        rf"(?i:as\sof|through|thru|up\sto|to|by|ending|ended|since|at\sthe\send\sof|end\sof)\s{_OF}{_WHOLE_DAY}",
        rf"{_FISCAL},?\s{_QUARTER}|{_QUARTER},?\s(?:of\s)?(?:the\s)?{_FISCAL}|{_QUARTER},?\s(?:of\s)?\d{{4}}",
        rf"{_FISCAL}(?!\s?[-–/]\s?\d)",
        _WHOLE_DAY,
    )
)
_PART_OF_YEAR = re.compile(
    rf"(?i:{MONTH}(?:\s?[-–—/&]\s?{MONTH})?|{_QUARTER}|Qtr\.?\s?[1-4]|H[12]|(?:1st|2nd|first|second)\shalf|(?:week|wk\.?|month)\s\d{{1,2}})"
)
_ALONE = re.compile(rf"(?<![\d,] ){_MONTH}(?:,?\s|-)\d{{4}}")
# The day up to which a sheet was made says nothing of the year of its months: "Removals by month, data as of January 5, 2011".
_PRINTED = re.compile(
    rf"(?i:\b(?:as\sof|printed|prepared|updated|run|dated)\s?:?\s(?:on\s)?{_WHOLE_DAY})|{_NTH},?\s\d{{4}}|{_NUMBERS}"
)
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")
_LEADS = re.compile(
    r"(?i)(?:as\sof|through|thru|to|by|since|end\sof|at\sthe\send\sof|month\sending|period\sending|ending)(?:\s(?:date|month))?$"
)
_FISCAL_STUB = re.compile(r"(?i)\b(?:fiscal|FY)\b")
_YEAR_STUB = re.compile(r"(?i)^(?:calendar\s)?years?$")
RUNNING = re.compile(r"(?i)\b(?:cumulative|to\sdate|inception|since\sactivation|total\sto)\b")


def time_in(text: str, forms: tuple[re.Pattern[str], ...] = _FORMS) -> str:
    """The time the words name, as they stand; '' where they name none, or several of which none begins where another ends."""
    for form in forms:
        found = {" ".join(match.group().replace(")", "").split()) for match in form.finditer(text)}
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


def time_of_title(lines: tuple[str, ...]) -> tuple[str, int]:
    """(the time that one of these lines gives to what is below, which of them); ('', -1) where none does.

    The most telling form in any line counts, and of two alike the first. A bare day is that of the printing or the letter.
    """
    for form in (*_FORMS[:-1], _ALONE):
        for at, line in enumerate(lines):
            if named := time_in(line, (form,)):
                return named, at
    return "", -1


def time_under(label: str, stub: str, title: str) -> str:
    """The time that a label of a row or column names below the head `stub`: "2010" below "Fiscal year", a day below "As of"."""
    plain = label.strip(" :*")
    if _BARE_YEAR.fullmatch(plain):
        if _FISCAL_STUB.search(stub) or (not _YEAR_STUB.search(stub.strip()) and _FISCAL_STUB.search(title)):
            return f"Fiscal year {plain}"
        return plain
    named = time_in(plain)
    lead = _LEADS.search(stub.strip())
    return f"{stub.strip()} {named}" if named and lead and named == plain else named


def times_under(labels: tuple[str, ...], stub: str, title: str) -> tuple[str | None, ...]:
    """The time of each label in a row of them, '' where it names none, None where it names a part of nobody knows which year.

    "Q2" behind "FY2010 Q1" is of that year, "March" below "Calendar year 2010" of that one.
    """
    found: list[str | None] = []
    wraps = _wraps(labels)
    for label in labels:
        named = time_under(label, stub, title)
        before = next((one for one in reversed(found) if one), "")
        part = part_of_a_year(label)
        found.append(named or (None if part and wraps else _completed(label.strip(" :*"), before, title) if part else ""))
    return tuple(found)


def _wraps(labels: tuple[str, ...]) -> bool:
    """Whether bare months go on behind December: they are of two years, and nothing says which of them the title means."""
    stems = STEMS.split("|")
    months = [stems.index(plain[:3]) for label in labels if re.fullmatch(MONTH, plain := label.strip(" :*"))]
    return any(later <= earlier for earlier, later in pairwise(months))


def part_of_a_year(label: str) -> bool:
    """Whether a label is of some months or weeks of a year and does not say of which: "Q3", "Jul-Aug", "1st half", "Week 2"."""
    return _PART_OF_YEAR.fullmatch(label.strip(" :*")) is not None


def _completed(part: str, before: str, title: str) -> str | None:
    """The part of a year with its year; None where neither the label before nor the title tells it."""
    led = re.fullmatch(rf"({_FISCAL}),?\s({_QUARTER})", before)
    if led and re.fullmatch(_QUARTER, part) and _nth(led[2]) < _nth(part):
        return f"{led[1]} {part}"
    years = set(_BARE_YEAR.findall(_PRINTED.sub(" ", title)))
    if re.fullmatch(MONTH, part) and len(years) == 1 and not _FISCAL_STUB.search(title):
        return f"{part} {years.pop()}"
    return None


def _nth(quarter: str) -> int:
    digit = re.search(r"[1-4]", quarter)
    return int(digit.group()) if digit else ("fi", "se", "th", "fo").index(quarter[:2].lower()) + 1


def without_times(text: str) -> str:
    """The text with its times taken out."""
    for form in _FORMS:
        text = form.sub(" ", text)
    return re.sub(rf"\b(?:19|20)\d\d\b|(?<!\w){_QUARTER}(?!\w)", " ", text)


def reaches_back(time: str) -> bool:
    """Whether a time is one up to whose end things are counted: "through June 30, 2010", "October 27, 2008 - June 30, 2010"."""
    return re.search(r"(?i)^(?:as of|through|thru|up to|to|since)\b|(?:through|thru|to|until|[-–—])\s", time) is not None
