"""Rows of persons below no head: lines of one build, each a name before a number of one length, with days of birth among them.

The second page of a list has no head, and a ragged one has none that stands over its columns; what tells is that the rows are
alike. A table of places has counts, with commas or of any length, and no day long past. A log has a head for names and for what
befalls persons, however its columns are set.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.names.name_forms import names_nobody
from pipeline.patterns.names.office_words import OFFICE, ORGANISATION
from pipeline.patterns.private.signs import IdentifierFound

BASIS = "stands in rows of persons"
_ROW = re.compile(
    r"(?m)^[ \t]*(?:\d{1,3}[.)]?[ \t]+)?(?P<name>[A-ZÀ-Þ][\w’'-]*\.?,?(?:[ \t]+[A-ZÀ-Þ][\w’'-]*\.?,?){0,3})"
    r"[ \t]+(?=[^\n]*\d{5})(?P<rest>[^\n]+)$"
)
_NUMBER = re.compile(r"(?<![\w$.,/-])(?:[A-Z]{1,3}[- ]?)?\d{5,10}(?![\w,/-]|\.\d)")
# "Date Name Charge", over rows that begin with a day or a number: what a jail logs of those it books.
_LOG_HEAD = re.compile(
    r"(?im)^(?=[^\n]*\b(?:charges?|offen[cs]es?|booked|booking|bond|bail|bunk|cell|pod|inmates?|arrest(?:ed|ee)?|hold|bed|dob|age|sex|race)\b)"
    r"(?![^\n]*\b(?:county|jurisdiction|site|facility|total|phone|officer|agency|count)\b)"
    r"(?P<before>(?:[A-Za-z\d#/.]+[ \t|]+){0,3}?)"
    r"(?P<who>(?:name|inmate|arrestee|subject|prisoner|detainee)s?)\b(?P<rest>[ \t|]+[^\n.:;]{3,60})$"
)
# A column of what one person has: below it stand persons, whatever else the rows hold.
_OWN_COLUMN = re.compile(r"(?i:\b(?:age|bunk|bed|cell|pod|bond|bail|dob|d\.o\.b|born|sex|race)\b)")
_ONE_HELD = frozenset({"inmate", "arrestee", "prisoner", "detainee"})  # heads of columns that hold a person in each row
_LEAD = re.compile(r"[ \t|]*(?:(?:\#?\d[\d/:.,-]*[ap]?m?|[A-Z]{0,3}-?\d{2,}[\d-]*)[ \t|]+)*+")
_LOGGED = re.compile(
    r"[A-ZÀ-Þ][\w’'-]+,[ ]?[A-ZÀ-Þ][\w’'-]*\.?(?:[ ][A-Z]\b(?!/)\.?)?"
    r"|[A-ZÀ-Þ][a-zß-ÿ’'-]+(?:[ ][A-Z]\.?(?=[ ]))?(?:[ ][A-ZÀ-Þ][a-zß-ÿ’'-]+)?"
    r"|[A-Z][A-Z’'-]+(?:[ ][A-Z][A-Z’'-]+)?"
)
# What is said of one person, where all else in a row is counts: an hour or day, a long number, a sum.
_OF_ONE = re.compile(r"[^\W\d_]{2}|\d{4}|\d[/:-]\d|\$")
# Between a name and a birth in a row stand short forms alone: "Roe, Ada  W/F  3/4/81".
_SHORT = re.compile(r"[\s,;|(]{1,4}(?:[A-Z/]{1,4}[\s,;|/]{1,3}){0,3}(?:(?i:dob|born|b\.)[\s:]{0,2})?")
# Days long past that are no births: of who was hired or what was built, by the row or its head.
_NO_BIRTHS = re.compile(
    r"(?i:\b(?:hired?|seniority|appointed|sworn|elected|built|opened|founded|enacted|effective|signed|dated|sites?|est)\b)"
)
_BLANKED = 4  # spaces at the front of a row, where a number of four figures was taken for an hour (`as_printed`)
LOG = "stands in the log of a jail"
LONGEST = 400  # characters of a line of a log
_WITH_DAY = re.compile(r"(?m)^(?=[^\n]{0,80}(?:\d[/.-]\d|[a-z]{3}\.?\s\d))[^\n]{8,300}$")
_HEAD = 3  # lines above such rows in which their head may stand
ROWS, BIRTHS = 3, 2  # of one build, and with a birth, from which on they list persons
LAST_BORN = 1996  # the latest year of birth of whom the agency met grown in its first years


def rows_of_persons(text: str) -> Iterator[IdentifierFound]:
    """Names, numbers and births in such rows of one block, and names in a jail's log."""
    yield from _of_logs(text)
    yield from _born(text)
    for block in re.finditer(r"(?:[^\n]+\n?)+", text):
        rows = [row for row in _ROW.finditer(text, *block.span()) if _is_name(row["name"])]
        numbers = {row.start(): list(_NUMBER.finditer(text, row.start("rest"), row.end())) for row in rows}
        lengths = Counter(len(one.group()) for ones in numbers.values() for one in ones)
        alike, times = lengths.most_common(1)[0] if lengths else (0, 0)
        births = {row.start(): list(_births(text, row.start("rest"), row.end())) for row in rows}
        if times < ROWS or sum(map(bool, births.values())) < BIRTHS:
            continue
        for row in rows:
            told = [one.span() for one in numbers[row.start()] if len(one.group()) == alike]
            if told:
                yield IdentifierFound(
                    row.start("name"), row.start("name") + len(row["name"].rstrip(" ,\t")), "person-name", BASIS
                )
                yield from (IdentifierFound(start, end, "person-number", BASIS) for start, end in told)
            yield from (IdentifierFound(start, end, "date-of-birth", BASIS) for start, end in births[row.start()])


def _of_logs(text: str) -> Iterator[IdentifierFound]:
    """Names below the head of a log, each the first words of its row behind the days and numbers that lead it."""
    done = 0
    for head in _LOG_HEAD.finditer(text):
        if head.start() < done:
            continue
        done, names, told, commas = head.end() + 1, [], 0, 0
        while done < len(text):
            end = text.find("\n", done) if "\n" in text[done : done + LONGEST] else min(len(text), done + LONGEST)
            lead = _LEAD.match(text, done, end)
            name = _LOGGED.match(text, lead.end() if lead else done, end)
            led = lead is not None and (lead.group().strip() != "" or len(lead.group()) >= _BLANKED)
            if not name or not (head["before"].strip() == "" or led):
                break
            if _is_name(name.group()):
                names.append(name.span())
                told += _OF_ONE.search(text, name.end(), end) is not None
                commas += "," in name.group()
            done = end + 1
        # Of places or offences a table has counts alone; "Inmates" over one counts them.
        if told or commas or _OWN_COLUMN.search(head.group()) or head["who"].casefold() in _ONE_HELD:
            yield from (IdentifierFound(*span, "person-name", LOG) for span in names)


def _born(text: str) -> Iterator[IdentifierFound]:
    """Names and births of rows that each begin with a full name and the day of a birth, three of them or more."""
    found: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for line in _WITH_DAY.finditer(text):
        lead = _LEAD.match(text, *line.span())
        name = _LOGGED.match(text, lead.end() if lead else line.start(), line.end())
        short = _SHORT.match(text, name.end(), line.end()) if name and re.search(r"[ ,]", name.group()) else None
        births = list(_births(text, short.end(), line.end())) if short else []
        others = OFFICE.search(line.group()) or _NO_BIRTHS.search(line.group())
        if name and short and births and births[0][0] == short.end() and _is_name(name.group()) and not others:
            found.append((name.span(), births[0]))
    above = text[: found[0][0][0]].split("\n")[-1 - _HEAD : -1] if found else []
    if len(found) >= ROWS and not any(map(_NO_BIRTHS.search, above)):
        for who, birth in found:
            yield IdentifierFound(*who, "person-name", BASIS)
            yield IdentifierFound(*birth, "date-of-birth", BASIS)


def _is_name(name: str) -> bool:
    return not ORGANISATION.search(name) and not any(names_nobody(word) for word in re.split(r"[\s,]+", name) if word)


def _births(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for day in dates_in(text[start:end]):
        if day.precision == "day" and int(day.iso[:4]) <= LAST_BORN:
            yield start + day.start, start + day.end
