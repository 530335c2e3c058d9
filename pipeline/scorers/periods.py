"""When a claim was made and what time it speaks of: ISO dates at their own precision as ranges of days, and their gaps.

A date known to the month is every day of that month, never its first: what the range does not settle stays unsettled.
"""

from __future__ import annotations

import calendar
import re
from datetime import MINYEAR, date, timedelta
from functools import lru_cache

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.days.months import MONTH
from pipeline.records.finding import Claim

Range = tuple[date, date]  # first and last day, both included

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_LEAD = r"(?:(?:in|for|during|of|through|as\s+of)\s+)?(?:the\s+)?"
_YEAR = r"(?:FY|F\.Y\.|fiscal(?:\s+year)?)[\s-]*(?P<year>\d{4}|['’]?\d\d)"
_NTH = r"(?:Q(?P<n>[1-4])|(?P<m>[1-4])Q|(?P<word>first|second|third|fourth|1st|2nd|3rd|4th)\s+(?:quarter|qtr\.?))"
_FISCAL = re.compile(rf"{_LEAD}{_YEAR}", re.IGNORECASE)
_QUARTERS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (rf"{_LEAD}{_YEAR},?\s+{_NTH}", rf"{_LEAD}{_NTH},?\s+(?:of\s+)?(?:the\s+)?{_YEAR}")
)
_MONTHS = re.compile(  # "April - June 2010", "July 1 through September 30, 2010": the year is printed once
    r"(?P<first>[A-Z][a-z]+\.?(?:\s\d{1,2})?)(?P<to>\s?(?:through|thru|to|until|till|and|[-–—])\s?)(?P<last>[A-Z][a-z]+\.?(?:\s\d{1,2},?)?\s(?P<year>\d{4}))"
)
_SINCE_THE = re.compile(r"\b(?:has|have)\s+been\b[^.;]{0,60}?\bsince\s+the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE)
_OPEN = ("", "..")
_HALF_A_YEAR = 183
WITHIN_A_MONTH, WITHIN_HALF_A_YEAR, WITHIN_A_YEAR = "within a month", "within half a year", "within a year"
OVER_A_YEAR, OVER_TWO_YEARS = "more than a year apart", "more than two years apart"
_NEAR = ((31, WITHIN_A_MONTH), (_HALF_A_YEAR, WITHIN_HALF_A_YEAR), (366, WITHIN_A_YEAR))
_FAR = ((730, OVER_TWO_YEARS), (366, OVER_A_YEAR))
_SO_FAR = frozenset(
    ("to date", "so far", "as of now", "until now", "till now", "currently", "now", "at present", "today", "as of today")
)
_FILLERS = frozenset(
    ("through", "to", "until", "till", "by", "up", "end", "of", "the", "in", "for", "during", "as", "at", "on", "from")
)
_ONWARD = re.compile(r"\b(?:since|from|after|beginning|starting|effective)\b", re.IGNORECASE)
_UP_TO = re.compile(r"\b(?:through|until|till|before|by|up to|to date|end(?:ing|ed))\b", re.IGNORECASE)
_PART_OF_YEAR = re.compile(r"\b(?:quarter|qtr|half|Q[1-4])\b", re.IGNORECASE)
_ORDER = {"fi": 1, "1s": 1, "se": 2, "2n": 2, "th": 3, "3r": 3, "fo": 4, "4t": 4}  # first, 1st, ...
# "Through April 9", "at the close of March", "between October 1 and March 31", with no year.
_BARE = re.compile(rf"\b(?P<month>{MONTH})(?:\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?)?(?![\w’'-])")
_YEAR_TOLD = re.compile(r"\d{4}|['’]\d\d\b|\b(?:FY|CY)\s?\d|\b(?i:fiscal|last|next|quarter|half)\b")
_OVER = re.compile(r"(?:\s(?:closed|ended|ran\sout|was\s(?:over|out)))?\W*")
# The end of a month is its last day: what is so then is not so all through it.
_AT_ITS_END = re.compile(
    rf"(?i:\b(?:end|close)\s+of\s+(?:the\s+month\s+of\s+)?(?={MONTH}\s\d{{4}}))|\b(?:[Ww]hen|[Aa]s)\s+(?={MONTH}\s)"
)
# "From activation to April 9, 2011": up to that day.
_FROM_THE_START = re.compile(
    r"(?i:\b(?:from|since|between))\s(?:[a-z’'-]+\s){1,4}?(?:to|through|thru|until|till|and|up\sto)\s(?:the\s(?:end|close)\sof\s)?(?=[A-Z])"
)
_TO_COME = timedelta(days=183)  # within which a day ahead may be meant, and not one gone by
# Nothing is so since, or as of, a day to come.
_GONE_BY = re.compile(r"\b(?:since|as\s+of|closed|ended|ran\s+out|was\s+(?:over|out))\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from)\b", re.IGNORECASE)


@lru_cache(maxsize=8192)
def days_of(text: str) -> Range | None:
    """The days `2010`, `2010-09`, `2010-09-15`, an interval `a/b` (either end may be open), `FY2010` or printed words stand for.

    Printed words are such as "from October 2008 through January 2011" or "since 2009". None for anything else, impossible
    dates included. A federal fiscal year begins on 1 October of the year before.
    """
    text = text.strip()
    fiscal = _FISCAL.fullmatch(text) or next((found for form in _QUARTERS if (found := form.fullmatch(text))), None)
    if fiscal:
        return _of_fiscal_year(fiscal)
    first, slash, last = text.partition("/")
    if not slash or not _numeric(first + last):
        return _single(text) or _printed(text)
    if first in _OPEN and last in _OPEN:
        return None
    begin = date.min if first in _OPEN else (_single(first) or (None,))[0]
    end = date.max if last in _OPEN else (_single(last) or (None, None))[1]
    return (begin, end) if begin and end and begin <= end else None


def _of_fiscal_year(found: re.Match[str]) -> Range | None:
    """The days of a federal fiscal year or of one of its quarters, the first of which begins in October."""
    told = found.groupdict()
    year = int(told["year"].strip("'’")) + (2000 if len(told["year"].strip("'’")) == 2 else 0)
    if year < MINYEAR + 1:
        return None
    nth = int(told.get("n") or told.get("m") or "0") or _ORDER.get((told.get("word") or "")[:2].lower(), 0)
    if not nth:
        return date(year - 1, 10, 1), date(year, 9, 30)
    first = (date(year - 1, 10, 1), date(year, 1, 1), date(year, 4, 1), date(year, 7, 1))[nth - 1]
    return first, (date(year - 1, 12, 31), date(year, 3, 31), date(year, 6, 30), date(year, 9, 30))[nth - 1]


def _numeric(text: str) -> bool:
    return not any(letter.isalpha() for letter in text)


def _printed(text: str) -> Range | None:
    """A period in words: two dates are its ends, one date is a day, month or year, or one end where the words say so."""
    if _PART_OF_YEAR.search(text):
        return None  # of which months it is, the words do not say
    text = _FROM_THE_START.sub("through ", text)
    text = _MONTHS.sub(r"\g<first> \g<year>\g<to>\g<last>", text)
    found = dates_in(text if text[:1].isalpha() else f"in {text}")
    days = [range_ for one in found if one.precision != "approx" and (range_ := _single(one.iso))]
    if len(days) != len(found) or not 1 <= len(days) <= 2:
        return None
    if ended := _AT_ITS_END.search(text):
        last = days[-1][1]
        days[-1] = (last, last) if found[-1].start >= ended.start() else days[-1]
    if len(days) == 2:
        return (days[0][0], days[1][1]) if days[0][0] <= days[1][1] else None
    if _UP_TO.search(text):
        return None if _BETWEEN.search(text) else (date.min, days[0][1])
    if re.search(r"\bbetween\b", text, re.IGNORECASE):
        return None
    return (days[0][0], date.max) if _ONWARD.search(text) else days[0]


def _single(text: str) -> Range | None:
    match = _ISO.fullmatch(text)
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        if match[2]:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except (ValueError, calendar.IllegalMonthError):
        return None


def said_on(claim: Claim) -> Range | None:
    """The days on one of which the statement was made; None where unknown or only approximate to an unreadable degree."""
    return days_of(claim.date) if claim.date else None


def _dated(period: str, said: Range | None) -> str:
    """The words with the years of their days and months, where they print none: the last ones before it was said.

    "Through April 9", said on a day after it, is of that year; "at the close of December" is of the year before. A day a little
    ahead may be one to come ("runs through April 9", said on April 1), as the end of a month that was not over: no year is added.
    """
    bare = list(_BARE.finditer(period))
    if (
        not bare
        or not _OVER.fullmatch(period[bare[-1].end() :])
        or said is None
        or said[0].year != said[1].year
        or _YEAR_TOLD.search(period)
    ):
        return period
    before, full = said[1], period
    ahead = [_begin(bare[-1], year) for year in (said[1].year, said[1].year + 1)]
    if not _GONE_BY.search(period) and any(day and said[1] < day <= said[1] + _TO_COME for day in ahead):
        return period
    for one in reversed(bare):
        year = next((year for year in (before.year, before.year - 1) if (begun := _begin(one, year)) and begun <= before), 0)
        if not year:
            return period
        put = f"{one['month'].rstrip('.')} {one['day']}, {year}" if one["day"] else f"{one['month'].rstrip('.')} {year}"
        full = full[: one.start()] + put + full[one.end() :]
        before = _begin(one, year) or before
    covered = days_of(full)
    return full if covered is None or covered[1] == date.max or covered[1] <= said[1] or _within_its_month(full) else period


def _begin(bare: re.Match[str], year: int) -> date | None:
    """The day, or the first one of the month, in this year."""
    found = dates_in(f"in {bare['month'].rstrip('.')} {bare['day'] + ', ' if bare['day'] else ''}{year}")
    span = _single(found[0].iso) if found else None
    return span[0] if span else None


def _within_its_month(text: str) -> bool:
    """Whether the words name a month and no end of it: "in March", said on the 20th."""
    return not (_AT_ITS_END.search(text) or _UP_TO.search(text))


def speaks_of(claim: Claim) -> Range | None:
    """The days the statement speaks of, where it says so in a form that can be compared.

    "Since 2008" reaches to the day it was said; where that is unknown it stays open at its end (`date.max`).
    """
    said = said_on(claim)
    covered = days_of(_dated(claim.period, said) if claim.status != "planned" else claim.period) if claim.period else None
    if covered and said and covered[1] == date.max and claim.status != "planned" and covered[0] <= said[1]:
        return covered[0], said[1]
    return covered


def going_on_since(claim: Claim) -> Range | None:
    """The day of a month since which something "has been" so, by the day on which it is said: "in custody since the 12th"."""
    day, said = _since_the(claim.quote), said_on(claim)
    if not day or said is None or said[0] != said[1]:
        return None
    month = said[0] if day <= said[0].day else said[0].replace(day=1) - timedelta(days=1)
    return _single(f"{month:%Y-%m}-{day:02d}")


@lru_cache(maxsize=65536)
def _since_the(quote: str) -> int:
    """The day of the month since which something has been so; 0 where none is named."""
    found = _SINCE_THE.search(quote)
    return int(found["day"]) if found else 0


def names_a_time(claim: Claim) -> bool:
    """Whether a period is printed that says more than "so far": "to date" is the day of the statement."""
    return bool(_period_words(claim.period))


def same_words(left: Claim, right: Claim) -> bool:
    """Whether both print one period in the same words ("through March", "to the end of March") and speak within half a year.

    Without a year the words fix a time only together with the day on which they were said.
    """
    words = _period_words(left.period)
    if not words or words != _period_words(right.period):
        return False
    one, other = said_on(left), said_on(right)
    return one is None or other is None or bool(re.search(r"\d{4}", " ".join(words))) or most_gap(one, other) <= _HALF_A_YEAR


@lru_cache(maxsize=8192)
def _period_words(period: str) -> tuple[str, ...]:
    words = re.findall(r"\w+", period.casefold())
    return tuple(word for word in words if word not in _FILLERS) if " ".join(words) not in _SO_FAR else ()


def overlap(one: Range, other: Range) -> bool:
    """Whether the two ranges share a day."""
    return one[0] <= other[1] and other[0] <= one[1]


def least_gap(one: Range, other: Range) -> int:
    """The fewest days that can lie between them; 0 where they overlap."""
    return max((other[0] - one[1]).days, (one[0] - other[1]).days, 0)


def most_gap(one: Range, other: Range) -> int:
    """The most days that can lie between a day of one and a day of the other."""
    return max((other[1] - one[0]).days, (one[1] - other[0]).days)


def surely_before(one: Range | None, other: Range | None) -> bool:
    """Whether every day of the first lies before every day of the second; False where either is unknown."""
    return one is not None and other is not None and one[1] < other[0]


def gap(left: Claim, right: Claim) -> str:
    """How far apart the two were surely made, in words such as "within a month"; '' where that is not known.

    Of dates known to a month or year the gap that is certain counts: the most for nearness, the least for distance.
    """
    return gap_between(left.date, right.date) or ""


def gap_between(left: str, right: str) -> str | None:
    """The gap of two dates as `gap` tells it; None where one of them is unknown."""
    one, other = days_of(left) if left else None, days_of(right) if right else None
    if one is None or other is None:
        return None
    most, least = most_gap(one, other), least_gap(one, other)
    near = next((words for days, words in _NEAR if most <= days), "")
    return near or next((words for days, words in _FAR if least > days), "")


def days_apart(left: Claim, right: Claim) -> int | None:
    """Days between two statements, only where both are dated to the day: a month or a year is no number of days."""
    if left.date_precision != "day" or right.date_precision != "day":
        return None
    one, other = said_on(left), said_on(right)
    if one is None or other is None or one[0] != one[1] or other[0] != other[1]:
        return None
    return abs((one[0] - other[0]).days)


def ordered(one: Claim, other: Claim) -> tuple[Claim, Claim]:
    """The earlier claim first; the lower id first where dates do not tell."""
    first, second = said_on(one), said_on(other)
    if surely_before(first, second):
        return one, other
    if surely_before(second, first):
        return other, one
    return (one, other) if one.id <= other.id else (other, one)
