"""Places told by who or what sits there: a table's first column, whose sheriff somebody is, a clip's dateline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.patterns.names.name_forms import folded, names_nobody, opens
from pipeline.patterns.names.office_words import OFFICE

_WORD = r"[A-ZÀ-Þ][\w’'-]*[\w’]"
_SORT = r"(?:County|Counties|COUNTY|Jurisdictions?|JURISDICTION|Sites?|SITE|City|CITY|Town|Parish|PARISH)"
_OR = rf"(?:{_SORT}|(?i:state|agency|facility|jail|office|lea|ori)\b)"
_HEAD = re.compile(
    rf"(?m)^[ \t|]*{_SORT}(?:[ ]?/[ ]?{_OR})?[ \t|]+(?P<columns>[A-Z%#](?:[^\n;:]|:(?=[ ][a-z])){{2,120}})"
    r"\n(?:[a-z][^\n\d]{0,30}\n)?\n?"
)
# Where such a table has a column of persons, the words of its rows may be theirs.
_OF_PERSONS = re.compile(
    r"(?i:\b(?:names?|dob|birth|born|inmate|detainee|subject|patient|caller|client|alien|contacts?|poc|phone|liaison"
    r"|officer|agent|sheriff|coordinator|attorney|counsel|who|by|person|defendant|charge|bed|cell|pod|bunk|bond|hold"
    r"|in\s?/\s?out)\b)"
)
# A table whose rows hold a day alone is of places where the days are a program's, and not what befalls persons.
_DAY = re.compile(r"\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b")
_OF_PROGRAM = re.compile(
    r"(?i:\b(?:activat\w+|on[ -]?line|live|deploy\w*|starts?|started|effective|signed|mo[au]|target|planned|scheduled|rollout"
    r"|implement\w*|joined|dates?)\b)"
)
_BEFALLS = re.compile(
    r"(?i:\b(?:in|out|held|placed|released|arrest\w*|booked|transfer\w*|moved|deport\w*|removed|lifted|detained)\b)"
)
_ROW = re.compile(rf"[ \t|]*(?P<name>{_WORD}(?:[ ]{_WORD}){{0,2}})[ \t|*†=:~-]+(?:\d|to\sbe\sset|TBD|n/a|none\b|pending)[^\n]*")
_GAP = re.compile(r"\n{0,2}")  # a scan sets the rows of a wide table apart
_ROWS = 3  # rows that make a table
_SUMS = frozenset(("total", "totals", "all", "grand", "subtotal", "statewide", "sum", "average"))
# Whoever is sheriff of it has it; the name may stand between.
_HOLDER = (
    r"(?:[Ss]heriff|SHERIFF|[Uu]ndersheriff|Mayor|[Pp]olice[ ][Cc]hief|[Cc]ounty[ ](?:[Aa]dministrator|[Ee]xecutive"
    r"|[Cc]lerk|[Aa]ttorney))"
)
_NAMED = rf"(?:[ \n](?:[A-Z]\.|{_WORD})){{1,3}}"
_OF_HOLDER = re.compile(rf"\b{_HOLDER}{_NAMED}[ \n]of[ \n](?P<name>{_WORD}(?:[ ]{_WORD})?)(?=[.,;:)\n]|[ ](?:[a-z“\"(]|$))")
# "They told Sheriff Ada Roe of Kessel": of what somebody is told it may be a person
_TOLD_OF = re.compile(
    r"(?i:\b(?:t[eo]ll|tells|told|warn\w*|inform\w*|ask\w*|advis\w+|remind\w*|sp(?:oke|eak\w*)|heard?|complain\w*|notif\w+|wrote"
    r"|appris\w+|assur\w+|let|says?|said)\s(?:(?:to|with|the|our|from)\s){0,2})\Z"
)
_OF_ONE = re.compile(r"(?i:,?\s(?:and\s(?:his|her)|in\scell|was\s(?:held|hit|ill|beaten)|who\s(?:was|is|had))\b)")
# "Caller: Sheriff Ada Roe, Kessel", in a form: the last word may be who came with her
_FIELD = re.compile(rf"(?m)^[ \t]*[A-Z][a-z ]{{2,20}}:[ ]{{1,3}}{_HOLDER}{_NAMED},[ ](?P<name>{_WORD}(?:[ ]{_WORD})?)[ \t]*$")
_AGAIN = re.compile(
    rf"\b(?:in|outside|throughout|across)[ ]({_WORD})(?![\w’'-])(?<![’']s)"
    rf"|\b(?:In|Outside|Throughout|Across)[ ]({_WORD})(?=[,.;:)]|[ ](?:(?:and|the|it|we|they|this|no|an?)\b|[A-Z\d]))(?<![’']s)"
    rf"|(?<![\w’'.-])({_WORD})[ ](?i:county|sheriff|police|court(?:house)?|field[ ]office|city|commission(?:ers)?|council)\b"
    r"(?![ ](?:case|hearing|dates?|file|report|appearance|record|interview|matter|number|incident|stop)s?\b)"
)
# "Kessel is the only county that ..."
_IS_ONE = re.compile(
    rf"(?<![\w’'.-])(?P<name>{_WORD})[ ](?:is|was)[ \n](?:the|an?|our)[ \n](?:[a-z]+[ \n]){{0,2}}"
    r"(?:county|city|town|parish|jurisdiction)"
    r"(?=[.,;)]|[ \n](?:in|that|which|to|of|where|on|with|left|not|still|we|they)\b)"
)
_DATELINE = re.compile(
    r"(?m)^[ \t]*(?:By|BY)[ ][^\n]{3,50}\n(?:[ \t]*\n)?(?:[A-Z][^\n.]{2,40}\n(?:[ \t]*\n)?)?"
    r"[ \t]*(?P<name>[A-Z][A-Z’'-]+(?:[ ][A-Z][A-Z’'-]+){0,2})(?:,[ ][A-Z][\w.]{1,12})?[ ](?:\([A-Z]{2,}\)[ ])?"
    r"[-–—]{1,2}[ ](?!(?:He|She|His|Her|They|Their|I|My)\b)(?=[“\"A-Z])"
)
# The first words of towns' names: "Port Kessel" is a place where Kessel is one.
PREFIX = re.compile(
    r"(?i:port|fort|ft\.?|mount|mt\.?|lake|cape|point|pt\.?|glen|upper|lower|saint|st\.?|new|old|north|south|east|west|little|big"
    r"|great|san|santa)"
)
_ACRONYM = re.compile(r"[A-Z]{2,4}")


def seats_shown(text: str) -> Iterator[str]:
    """Folded words of places, and whole names of two words or more."""
    for name in _names(text):
        words = [word for word in name.split() if not (names_nobody(word) or opens(word) or OFFICE.fullmatch(word))]
        yield from (folded(word) for word in words if not PREFIX.fullmatch(word))
        if len(words) > 1 and len(words) == len(name.split()):
            yield " ".join(map(folded, words))


def _names(text: str) -> Iterator[str]:
    for head in _HEAD.finditer(text):
        if not _OF_PERSONS.search(head["columns"]):
            yield from _first_cells(text, head)
    for match in _OF_HOLDER.finditer(text):
        if not _TOLD_OF.search(text[max(0, match.start() - 40) : match.start()]) and not _OF_ONE.match(text, match.end()):
            yield match["name"]
    again = met_again(text)
    yield from (match["name"] for match in _FIELD.finditer(text) if match["name"].split()[-1] in again)
    for pattern in (_IS_ONE, _DATELINE):
        yield from (match["name"] for match in pattern.finditer(text))


def met_again(text: str) -> frozenset[str]:
    """Words that the page names as places: one is in them, or they have something else of a county's than a jail."""
    return frozenset(word for match in _AGAIN.finditer(text) for word in match.groups() if word)


def _first_cells(text: str, head: re.Match[str]) -> Iterator[str]:
    """The names in the rows below the head; most of them are of one word, or the second cell may be a person's."""
    names, days = [], False
    row = _ROW.match(text, head.end())
    while row:
        days |= _DAY.search(row.group()) is not None and not re.search(r"\d", _DAY.sub("", row.group()))
        if row["name"].split()[0].casefold() not in _SUMS:
            names.append(row["name"])
        row = _ROW.match(text, row.end() + len(_GAP.match(text, row.end()).group()))  # type: ignore[union-attr]
    if days and (_BEFALLS.search(head["columns"]) or not _OF_PROGRAM.search(head["columns"])):
        return
    if len(names) >= _ROWS and 2 * sum(" " not in name for name in names) >= len(names):
        yield from names


def is_of_places(name: str, places: Iterable[str]) -> bool:
    """Whether it is words of known places, with a town's first word or an office's letters: "Port Kessel", "Kessel SO"."""
    known = frozenset(places)
    words = name.split()
    told = [word for word in words if folded(word) in known]
    rest = [word for word in words if folded(word) not in known]
    led = rest[:1] == words[:1] and len(rest) == 1 and bool(PREFIX.fullmatch(rest[0]))
    lettered = not name.isupper() and all(_ACRONYM.fullmatch(word) for word in rest)
    return bool(told) and (not rest or led or lettered)


_MARKED = re.compile(
    r"(?i:\b(?:mr|mrs|ms|miss|mx|inmate|detainee|alien|arrestee|patient|caller|victim|complainant|(?:sur)?name(?:\sis)?|named|called"
    r"|wife|husband|mother|father|brother|sister|son|daughter|cousin|uncle|aunt)\b[.:,#]?\s{0,3})\Z"
)


def is_place_of_release(text: str, start: int, end: int, places: Iterable[str]) -> bool:
    """Whether what was taken for a name is a known place alone, with a town's first word or with an office's letters, and no mark
    of a person stands right before it. Two known places together may be somebody's name."""
    name = text[start:end]
    known = frozenset(places)
    alone = len(name.split()) == 1 or any(folded(word) not in known for word in name.split())
    return alone and is_of_places(name, known) and not _MARKED.search(text[max(0, start - 24) : start])
