"""Dates as American offices print them, with the precision they have and no more.

`dates_in` finds them in running text; `normal_date` reads a field that should hold one date. Numeric dates are read
month first, as US agencies write them; where that is impossible and day first is possible, day first.
A two-digit year below 69 is 20xx, otherwise 19xx (the POSIX rule). An impossible date (31 June) is no date at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

FIRST_YEAR, LAST_YEAR = 1700, 2099

_STEMS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# Scans turn l into 1 or I, o into 0: a month may be spelled so, a day or year may hold O, l or I among its digits.
_MONTH = (
    r"(?:[Jj][Aa][Nn](?:[Uu][Aa][Rr][Yy])?|[Ff][Ee][Bb](?:[Rr][Uu][Aa][Rr][Yy])?|[Mm][Aa][Rr](?:[Cc][Hh])?"
    r"|[Aa][Pp][Rr](?:[Ii1l][Ll1I])?|[Mm][Aa][Yy]|[Jj][Uu][Nn](?:[Ee])?|[Jj][Uu][Ll1I](?:[Yy])?"
    r"|[Aa][Uu][Gg](?:[Uu][Ss][Tt])?|[Ss][Ee][Pp](?:[Tt](?:[Ee][Mm][Bb][Ee][Rr])?)?|[Oo0][Cc][Tt](?:[Oo0][Bb][Ee][Rr])?"
    r"|[Nn][Oo0][Vv](?:[Ee][Mm][Bb][Ee][Rr])?|[Dd][Ee][Cc](?:[Ee][Mm][Bb][Ee][Rr])?)(?![A-Za-z])\.?"
)
_DAY = r"(?:[0O12lI3]?[0-9]|[0O123lI][OlI])(?![0-9])"
_YEAR = r"(?:[12][0-9O][0-9OlI]{2})(?![0-9A-Za-z])"
_SHORT_YEAR = r"(?:['’]?\d{2})(?![0-9A-Za-z]|[-/.]\d)"
_GAP = r"[ \t]{0,3}(?:\n(?!\n))?[ \t]{0,3}"
_ORDINAL = r"(?:[ ]?(?:st|nd|rd|th))?"
_BEFORE = r"(?<![A-Za-z0-9])"
# Case numbers, telephone numbers and section numbers are made of the same digits and dashes as dates.
_BEFORE_NUMBER = (
    r"(?<![A-Za-z0-9$§#])(?<!\d[./,])(?<!\b\d-)(?<!\b\d\d-)(?<!\b\d\d\d-)(?<![A-Za-z]-)"
    r"(?<!Sec\. )(?<!Section )(?<!No\. )"
)
_AFTER_NUMBER = r"(?![A-Za-z0-9%])(?![-/][A-Za-z])(?![-/]\d{1,4}(?![-/\d]))(?!\.\d)"
_ABOUT = r"(?P<about>(?:early|mid|late|around|about|circa|ca\.|c\.|approximately|roughly)[ -]{1,2}(?:in[ ])?)?"


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date at `text[start:end]` of what was searched. `iso` is `2010`, `2010-09` or `2010-09-15`.

    `precision` is day, month, year, or approx: the date lies in or near `iso` ("early 2010", "fall 2009", "circa May 2008").
    """

    start: int
    end: int
    text: str
    iso: str
    precision: str


Reading = tuple[str, str]  # iso, precision; ("", "") for what is no date


def dates_in(text: str) -> tuple[DateFound, ...]:
    """Every date with at least a year in the text, in text order, without overlap.

    A bare year counts only after a word that makes it one ("in 2010", "since 2008", "fall 2009"), never in the name of
    an act or after FY: a fiscal year is not a calendar year.
    """
    found: list[DateFound] = []
    taken = bytearray(len(text))
    for pattern, read in _FORMS:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            # An impossible date is taken too: of "31 June 2010" a later form must not keep "June 2010".
            taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
            iso, precision = read(match)
            if iso:
                found.append(DateFound(match.start(), match.end(), match.group(), iso, precision))
    return tuple(sorted(found, key=lambda one: one.start))


def normal_date(text: str) -> Reading:
    """(iso, precision) of a field that holds one date, weekday and clock allowed; ("", "") where it holds none or two."""
    bare = re.fullmatch(r"\s*([12]\d{3})\s*\.?\s*", text)
    if bare and FIRST_YEAR <= int(bare[1]) <= LAST_YEAR:
        return bare[1], "year"
    readings = {(one.iso, one.precision) for one in dates_in(text[:400])}
    return readings.pop() if len(readings) == 1 else ("", "")


def _digits(raw: str) -> int:
    return int(raw.translate(str.maketrans("OlI", "011")).strip("'’"))


def _year(raw: str) -> int:
    value = _digits(raw)
    if len(raw.strip("'’")) == 2:
        value += 2000 if value < 69 else 1900
    return value if FIRST_YEAR <= value <= LAST_YEAR else 0


def _month(raw: str) -> int:
    name = raw.lower().replace("0", "o").rstrip(".")
    for index, stem in enumerate(_STEMS):
        if name.replace("1", "l")[:3] == stem or name.replace("1", "i")[:3] == stem:
            return index + 1
    return 7 if name[:3] == "jui" else 0  # "JuIy" with a capital I


def _day_iso(year: int, month: int, day: int) -> Reading:
    try:
        return (date(year, month, day).isoformat(), "day") if year else ("", "")
    except ValueError:
        return "", ""


def _month_iso(year: int, month: int) -> Reading:
    return (f"{year:04d}-{month:02d}", "month") if year and 1 <= month <= 12 else ("", "")


def _read_named(match: re.Match[str]) -> Reading:
    iso, precision = _day_iso(_year(match["y"]), _month(match["m"]), _digits(match["d"]))
    return (iso, "approx") if iso and match.groupdict().get("about") else (iso, precision)


def _read_range(match: re.Match[str]) -> Reading:
    first = _day_iso(_year(match["y"]), _month(match["m"]), _digits(match["d"]))[0]
    last = _day_iso(_year(match["y"]), _month(match["m"]), _digits(match["e"]))[0]
    return _month_iso(_year(match["y"]), _month(match["m"])) if first and last else ("", "")


def _read_month(match: re.Match[str]) -> Reading:
    iso, precision = _month_iso(_year(match["y"]), _month(match["m"]))
    if match["m"] == "may":  # the verb, far more often than the month
        return "", ""
    return (iso, "approx") if iso and match["about"] else (iso, precision)


def _read_numbers(match: re.Match[str]) -> Reading:
    first, second, year = _digits(match["a"]), _digits(match["b"]), _year(match["y"])
    return _day_iso(year, first, second) if first <= 12 else _day_iso(year, second, first)


def _read_iso(match: re.Match[str]) -> Reading:
    return _day_iso(_year(match["y"]), int(match["m"]), int(match["d"]))


def _read_month_numbers(match: re.Match[str]) -> Reading:
    return _month_iso(_year(match["y"]), int(match["m"]))


def _read_year(match: re.Match[str]) -> Reading:
    year = _year(match["y"])
    return (f"{year:04d}", "approx" if match["about"] else "year") if year else ("", "")


def _read_season(match: re.Match[str]) -> Reading:
    year = _year(match["y"])
    return (f"{year:04d}", "approx") if year else ("", "")


def _forms() -> Iterator[tuple[re.Pattern[str], Callable[[re.Match[str]], Reading]]]:
    """Most telling form first: a later form never takes characters that an earlier one holds."""
    dash = r"[ ]?(?:-|–|—|to|and|through|&)[ ]?"
    about = f"(?i:{_ABOUT})"
    month, day, year, any_year = (
        f"(?P<m>{_MONTH})",
        f"(?P<d>{_DAY}){_ORDINAL}",
        f"(?P<y>{_YEAR})",
        f"(?P<y>{_YEAR}|{_SHORT_YEAR})",
    )
    numbers = rf"{_BEFORE_NUMBER}(?P<a>{_DAY})(?P<s>[/.-])(?P<b>{_DAY})(?P=s)"
    plain_year = r"(?P<y>(?:1[789]|20)\d\d)(?!\d|[,.]\d|[-/:]\w|%)"
    rows: tuple[tuple[str, Callable[[re.Match[str]], Reading]], ...] = (
        (rf"{_BEFORE}(?P<d>\d{{2}})\d{{4}}Z[ ]{month}[ ]{any_year}", _read_named),  # cable date-time group
        (rf"{_BEFORE}(?P<y>[12]\d{{3}})(?P<s>[-/])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?!\d)(?=T\d|[^A-Za-z]|$)", _read_iso),
        (rf"{_BEFORE}{year}[ ,]{{1,2}}{month}[ ]?{day}(?!,?[ ]\d{{4}})", _read_named),
        (rf"{about}{_BEFORE}{month}{_GAP}{day}{dash}(?P<e>{_DAY}){_ORDINAL}[ ]?[,.]?{_GAP}{year}", _read_range),
        (rf"{about}{_BEFORE}{month}{_GAP}{day}[ ]?[,.]?{_GAP}{year}", _read_named),
        (
            rf"{_BEFORE}{month}[ ]{{1,2}}{day}[ ]\d{{1,2}}:\d\d(?::\d\d)?[ ](?:[AP]M[ ]|[A-Z]{{3,4}}[ ])?{year}",
            _read_named,
        ),  # ctime
        (rf"{_BEFORE}{month}[ -]{day}(?:-|,?[ ](?=['’])){any_year}", _read_named),
        (rf"{about}{_BEFORE}{day}(?:[ ]day[ ]of)?[ -]{{1,2}}{month}[ ]?,?[ -]?{_GAP}{year}", _read_named),
        (rf"{_BEFORE}(?P<d>{_DAY})(?P<s>[ -]){month}(?P=s){any_year}(?![ ][a-z])", _read_named),
        (rf"{numbers}{year}{_AFTER_NUMBER}", _read_numbers),
        (rf"{numbers.replace('[/.-]', '[/-]')}(?P<y>\d{{2}}){_AFTER_NUMBER}", _read_numbers),
        (rf"{about}{_BEFORE}{month}[ ]?(?:,|of|-)?{_GAP}{year}", _read_month),
        (rf"{_BEFORE_NUMBER}(?<![/.-])(?P<m>0?[1-9]|1[0-2])/(?P<y>[12]\d{{3}}){_AFTER_NUMBER}(?!/)", _read_month_numbers),
        (rf"(?i)\b(?:spring|summer|fall|autumn|winter)(?:[ ]of|,)?[ ]{plain_year}", _read_season),
        (rf"(?i)\b(?P<about>early|mid|late|circa|ca\.|around)[ -](?:in[ ])?{plain_year}", _read_year),
        (
            r"(?i)(?:\b(?<!act[ ])(?<!fiscal[ ])(?:in|since|during|by|before|after|until|till|through|from|year|of|between)"
            r"|(?<=\b(?:19|20)\d\d[ ])(?:and|to))"
            rf"[ ](?P<about>early[ ]|mid-|late[ ]|about[ ]|around[ ])?{plain_year}",
            _read_year,
        ),
    )
    for pattern, read in rows:
        yield re.compile(pattern), read


_FORMS = tuple(_forms())
