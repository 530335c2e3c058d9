"""Numbers on a page about one person's case: each is somebody's that nothing shows to number, count or date something else.

What shows it: a word for such a thing right before it ("contract", "room"), a court named beside a docket, a noun behind a count,
the shape of a date, an hour, a form, a request or a stamp.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.private.plates import STATUTE, plates_in
from pipeline.patterns.private.presumed_homes import BASIS, with_name
from pipeline.patterns.private.signs import DIGIT as _D
from pipeline.patterns.private.signs import IdentifierFound, digits_enough, line_before
from pipeline.patterns.private.telephones import grouped_in
from pipeline.patterns.public.paper_numbers import LABEL, of_named, of_police, papers_numbered

# A number by which something is kept: six digits or more, with letters, in groups or not.
_NUMBER = re.compile(
    r"(?<![\w$€£.,§-])(?<!\d/)(?=(?:[A-Z*]{0,4}[ -]?\d){1,2}(?:[ -]?[A-Z*]{0,5}[ -]?\d){4})[A-Z*]{0,5}[ -]?\d[\dA-Z*]*"
    r"(?:[- ](?=[\dA-Z]*\d)[\dA-Z*]+){0,5}(?![\w%])(?![.,/]\d)"
)
_COUNTS = re.compile(r"\d{1,3}(?: \d{1,3}){2,}")  # a row of a table of small numbers
# Three groups of three digits are an alien's number, whatever stands before them; what a scan makes of digits is read as such.
_NINE = re.compile(rf"(?<![\w$€£.,/-])(?<!\d )(?:A[- ]?)?{_D}{{3}}[ -]?{_D}{{3}}[ -]?{_D}{{3}}(?![\w%]|[.,/-]\d| \d{{1,3}}\b)")
_TOKEN = re.compile(r"(?<![\w$€£.,/-])(?:[A-Z]{1,3}-?)?\d[\dA-Z]*(?:[- ]\d[\dA-Z]*){0,4}(?![\w%/])(?![.,]\d)")
# One word of figures, capitals and dashes.
_GLUED = re.compile(
    r"(?<![\w$€£.,/§*-])(?<!\d[ ])(?=(?:[A-Z*-]*\d){4})(?:[A-Z]{1,3}[ ](?=\d))?[A-Z\d*]+(?:-[A-Z\d*]+)*(?![\w%]|-\w)(?![.,:/]\d)"
)
# What counts, dates, cites, files or is reached by it is no person's number.
_OF_SOMETHING = re.compile(
    r"(?i:\b(?:mission|flight|docket|requests?|foia|bates|contract|agreement|(?<!money\s)orders?|forms?|sections?|secs?|code|§|u\.s\.c|c\.f\.r"
    r"|invoice|bill|grant"
    r"|public\slaw|memo(?:randum)?|policy|directive|bulletin|opinion|resolution|schedule|courtroom|room|suite|rte|route|hwy|highway|pages?|ref|bar"
    r"|version|exhibit|(?<=routing\s)slip|(?<=packing\s)slip|(?-i:CSR|RPR|CRR)|ori|dkt|item|line|ext|p\.?l|h\.?r|vol|commission|notary|bonding|surety|verbale|precinct|section|chapter|title|channel"
    r"|solicitation|query|zip|release|correspondence|matter|log|model|purchase|requisition|work\s(?:order|plan))\b"
    r"[\s.:#]{0,3}(?:licen[cs]e\s)?(?:no\b|nos\b|num(?:ber)?\b|id\b)?[\s.:#]{0,3})$"
    r"|\b(?i:correspondence|matter|log|invoice)\b[^\n\d]{0,12}$"
    r"|(?i:\bcourt\b[^\n#]{0,25}#\s?)$"
    # what a body decides on in public, and a box that the office fills in
    r"|\b(?:[Bb]oard|[Cc]ouncil|[Cc]ommission|[Ss]upervisors)\s(?:denied|approved|rejected|settled|received|referred)\s(?:the\s)?claim\s"
    r"(?:[Nn]o\.?|number|\#)\s?$"
    r"|\b(?i:office\suse)\b[^\n]*\s[A-Z]{2,5}\s[Nn]o\.?\s?$"
)
# Behind these figures alone say nothing: a docket's and a terminal's have letters, or a court is named beside them.
_NEEDS_MORE = re.compile(r"(?i:\b(?:docket|dkt|ori|query|line|item)\b[\s.:#]{0,3}(?:no\b|num(?:ber)?\b)?[\s.:#]{0,3})$")
_FIGURES = re.compile(r"\d{6,}(?![\w-])")
# The same of a short number alone: an alien is "identified by 204 417 719" and his file "moved from" it.
_BEFORE_FEW = re.compile(r"(?i:\b(?:district|unit|star|hours|since|until|in|year|fy|by|from|between|box)\b[\s.:#]{0,3})$")
# A case has a number of a court where one is named beside it, or two parties.
_CASE = re.compile(
    r"(?i:\b(?:case|cause|action|matter|civil|criminal|(?<!our\s)(?<!your\s)(?<!my\s)(?<!his\s)(?<!her\s)(?<!client\s)no)\b[\s.:#]{0,3}(?:no\b|nos\b|num(?:ber)?\b)?[\s.:#]{0,3})$"
)
_COURT = re.compile(r"\b(?:[Cc]ourt|COURT|[Dd]ocket|DOCKET|[Vv]s?\.|V\.)(?!\w)")
_COURT_NEAR = 160
_NUMBER_WORD = re.compile(
    r"(?i:no|num(?:ber)?|id|pin|tag|card|carnet|tarjeta|c[eé]dula|pasaporte|passport|dpi|rx|mr|acct|account|badge|bkg|booking|employee|inmate)"
)
# Of these a short number is somebody's whatever word stands behind it.
_OWN_NUMBER = re.compile(r"(?i:id|pin|card|carnet|tarjeta|c[eé]dula|pasaporte|passport|dpi)")
# "1204 prints": what is counted stands behind a count, with an adjective before it at most.
_COUNTED = re.compile(
    r"[ ](?!(?:was|were|is|are|has|had|and|or|for|from|with|which|who|that|but|then|not|into|upon|under|when|after"
    r"|before|in|on|at|to|by|as|of|showing|issued|belonging|returned|dated|held|because|if|it|he|she|they)\b)[a-z]{3,}"
)
_AGENCY = re.compile(r"(?:EOIR|SF|DS|DD|OF|HR|PL|EO|IR|TD|GAO|OIG|CRS|CBO|NIST|ANSI|ISO|HB|SB|AB)-\d[\d-]*[A-Z]?")
_DOCKET = re.compile(r"(?:\d{1,2}:)?\d{2,4}-?(?:CV|CR|CIV|CRIM|MJ|MC|CA|CIV|MDL)-?\d+(?:-[A-Z]{2,4})?|(?:CV|CR|CIV)-?\d{2,4}-\d+")
# The letters of a request, and the running number that stands behind the prefix of a stamp, however a scan has spaced it.
_FILED = re.compile(r"FOIA|ICFO|FOI\d")
_STAMPED = re.compile(r"[ ]?[._-][ ]?0\d{3,7}[ \t]*(?:\n|$)")
_SHAPES = re.compile(
    r"(?:[FC]Y-?|Q[1-4]-?)?(?:19|20)\d\d(?:-?Q[1-4])?|(?:[FC]Y)?(?:19|20)\d\d[- /](?:19|20)?\d\d"
    r"|(?:\(?\d{3}\)?[-. /]{1,2})?\d{3}[-. ]\d{4}|\d{5}-\d{4}"
    r"|(?:[0-2]?\d|3[01]) (?:[01]\d|2[0-3])[0-5]\d"  # a day and an hour of a calendar
    r"|(?:[01]\d|2[0-4])[0-5]\d(?:-(?:[01]\d|2[0-4])[0-5]\d|Z|H|L|HRS?|E[SD]T|C[SD]T|M[SD]T|P[SD]T)"
    r"|\d{1,2}[- ]\d{1,2}[- ]\d{2,4}|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"|[A-Z]{2} \d{5}|(?:[A-Z]{2,5} \d{3,5} )?\d{6}Z"
)
# "14 de julio de 2010"
_DIA = re.compile(
    r"(?i:\b\d{1,2}\s(?:de\s)?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)"
    r"(?:,?\s(?:del?\s)?\d{4}\b)?)"
)
# "the new form (XY-2207)": letters, a dash and few figures, alone in the brackets behind the word.
_FORM, _FORM_NUMBER = re.compile(r"(?i:\bforms?)\s\(\Z"), re.compile(r"[A-Z]{1,4}-\d{2,5}[A-Z]?\)")
POLICE = "the number of a report that the police wrote, on a page about one person's case"
LONG = 6  # digits from which on a number needs no word before it


def numbers_in_case(text: str, found: tuple[IdentifierFound, ...], names: tuple[int, ...]) -> Iterator[IdentifierFound]:
    """Every number of such a page that may be a person's, and plates of cars; `found` is all that was found on it, `names` where
    the names among that begin."""
    numbers = tuple(_numbers(text, found, names))
    yield from numbers
    yield from _alike(text, (*found, *numbers), names)


def _numbers(text: str, found: tuple[IdentifierFound, ...], names: tuple[int, ...]) -> Iterator[IdentifierFound]:
    known = [*((day.start, day.end) for day in dates_in(text)), *((one.start, one.end) for one in found), *grouped_in(text)]
    known += [*papers_numbered(text, names), *(day.span() for day in _DIA.finditer(text))]
    for match in _NUMBER.finditer(text):
        start = match.start() + len(match.group()) - len(match.group().lstrip(" -"))
        long = _digits(text[start : match.end()]) >= LONG
        if long and _may_be_ones(text, start, match.end(), known, names) and not _counts(text, match, names):
            known.append((start, match.end()))
            yield IdentifierFound(start, match.end(), "person-number", POLICE if of_police(text, start) else BASIS)
    for match in _GLUED.finditer(text):
        if _may_be_ones(text, *match.span(), known, names) and (not match.group().isdigit() or _is_labelled(text, match)):
            yield IdentifierFound(*match.span(), "person-number", BASIS)
    for match in _NINE.finditer(text):
        grouped = " " in match.group().strip() or "-" in match.group() or with_name(text, match, names)
        if (
            grouped
            and digits_enough(match.group())
            and (with_name(text, match, names) or not _ends_a_row(text, match))
            and not _of_something(text, match.start())
        ):
            yield IdentifierFound(*match.span(), "a-number", BASIS)
    yield from plates_in(text, names)


def _digits(value: str) -> int:
    return sum(map(str.isdigit, value))


def _may_be_ones(text: str, start: int, end: int, known: list[tuple[int, int]], names: tuple[int, ...]) -> bool:
    """Whether neither its shape nor what stands beside it shows the number to be of something else."""
    value = text[start:end]
    alone = not text[text.rfind("\n", 0, start) + 1 : start].strip() and text[end : end + 1] in ("", "\n")
    return not (
        (alone and re.fullmatch(r"[A-Z]{3,}[- ]?0*\d{4,}", value))
        or _STAMPED.match(text, end)
        or _FILED.search(value)
        or any(some.fullmatch(value) for some in (_COUNTS, _SHAPES, _AGENCY, _DOCKET))
        or (_of_something(text, start) and not of_named(text, end, names))
        or _BEFORE_FEW.search(line_before(text, start, 40))
        or _meets(known, start, end)
    )


def _of_something(text: str, start: int) -> bool:
    """Whether a word right before the number says that it is of something else than a person: a court's case, a form."""
    before = line_before(text, start, 40)
    court = any(
        not one.group().casefold().startswith("docket")
        for one in _COURT.finditer(text, max(0, start - _COURT_NEAR), start + _COURT_NEAR)
    )
    if _NEEDS_MORE.search(before) and _FIGURES.match(text, start):
        return court
    if _OF_SOMETHING.search(before) or STATUTE.search(before) or (_FORM.search(before) and _FORM_NUMBER.match(text, start)):
        return True
    return bool(_CASE.search(before) and (court or _COURT.search(text, max(0, start - _COURT_NEAR), start + _COURT_NEAR)))


def _is_labelled(text: str, match: re.Match[str]) -> bool:
    """Whether a noun or sign leads up to plain figures, and they count nothing."""
    label = LABEL.search(line_before(text, match.start(), 30))
    if not label:
        return False
    if label["word"] and _OWN_NUMBER.fullmatch(label["word"]):
        return True  # "card 48213 expired" counts no expired things
    labelled = label["alone"] or label["sign"] or _NUMBER_WORD.fullmatch(label["word"])
    return bool(labelled) and not _COUNTED.match(text, match.end())


def _counts(text: str, match: re.Match[str], names: tuple[int, ...]) -> bool:
    """Whether these are the counts that end a row of a table in which no person is named and no word for a number stands."""
    label = LABEL.search(line_before(text, match.start(), 30))
    labelled = label is not None and bool(label["alone"] or label["sign"] or _NUMBER_WORD.fullmatch(label["word"]))
    row = " " in match.group().strip() and len({len(one) for one in match.group().split()}) > 1
    return row and _ends_a_row(text, match) and not labelled and not with_name(text, match, names)


def _ends_a_row(text: str, match: re.Match[str]) -> bool:
    """Whether the groups are the last cells of a row of a table: plain counts with spaces between, and nothing behind them."""
    before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    alone = re.fullmatch(r"[\d ]+", match.group()) and re.match(r"[ \d.,%$-]*(?:\n|$)", text[match.end() :])
    return bool(alone) and not re.search(
        r"(?i:\b(?:file|alien|a|no|num(?:ber)?|id|tel|ph(?:one)?|cell|fax|at|call)\b[\s.:#]*)$", before
    )


def _meets(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in spans)


def _alike(text: str, found: tuple[IdentifierFound, ...], names: tuple[int, ...]) -> Iterator[IdentifierFound]:
    """Numbers shaped as one withheld on the page, in the lines of other persons: a column of a list."""
    kinds = ("person-number", "plate", "roster-number")
    shapes = {_shape(text[one.start : one.end]) for one in found if one.kind in kinds}
    days = [day.span() for day in _DIA.finditer(text)]
    for match in _TOKEN.finditer(text):
        shape = _shape(match.group())
        if shape in shapes and shape.count("9") >= 4 and not _meets(days, *match.span()) and with_name(text, match, names):
            yield IdentifierFound(*match.span(), "person-number", BASIS)


def _shape(value: str) -> str:
    return re.sub(r"[A-Z]", "A", re.sub(r"\d", "9", value))
