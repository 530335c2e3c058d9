"""What tops a paper besides its title and its office: who heads the office, a station's letters, a slip's name before an office,
from whom a heading says that a letter is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.patterns.names.offices import DATE_TAIL, is_office
from pipeline.patterns.names.person_names import FULL, LOUD_FULL
from pipeline.patterns.names.roles import HEAD

# "Letter from the Assistant Director to the Mayor": a heading by whoever filed it.
_SENT_FROM = re.compile(
    r"(?i:(?:letter|memo(?:randum)?|note|message|e-?mail|fax|cable|report|response|reply|update)\sfrom\s(?P<the>the\s)?)"
    r"(?P<who>[A-Z][^\n]{2,100}?)(?:\s(?i:to|for|on|about|regarding|concerning)\s.*)?$"
)
# By what figures are told apart, and crowds of whom nobody in particular writes: "Activity report by State and county".
MEASURE = re.compile(
    r"(?i:(?:(?:states?|count(?:y|ies)|cit(?:y|ies)|towns?|parish(?:es)?|jurisdictions?|regions?|regional|districts?|areas?|field|offices?|sectors?"
    r"|sites?|facilit(?:y|ies)|locations?|fiscal|calendar|years?|months?|quarters?|weeks?|days?|dates?|levels?|types?|kinds?|categor(?:y|ies)|ages?"
    r"|sex|gender|national(?:ity|ities)|citizenship|countr(?:y|ies)|criminal|criminality|offen[sc]es?|conviction|crimes?|status|priority|activation"
    r"|agenc(?:y|ies)|sheriffs|jails|officers|partners|departments|residents|members|and|or|of|by|per|each|all)\b[\s,/&-]*)+)"
)
# Who heads the office whose paper it is, at its top or its foot: "Ann Roe, Sheriff   (555) 555-0100".
HEADS = re.compile(
    rf"(?:(?i:respectfully(?:\ssubmitted)?|by),?\s)?(?P<who>(?:{FULL}|{LOUD_FULL}),\s(?!(?i:former|ex|retired|candidate|late)\b)(?:[A-Z][\w’'-]*\s(?:of\s)?){{0,3}}(?i:{HEAD}|Undersheriff|Superintendent"
    r"|Mayor|Commander|Warden)(?:\sof\s[A-Z][\w’' -]{2,40})?)(?:\s*[(\d][\d()\s.-]*)?"
)
# Sorts of paper that an office's name may follow: "TRAVELER -- ...", "WEEKLY - ...".
_SLIP = re.compile(
    r"(?i:\b(?:slip|sheet|memo|form|log|notes?|weekly|daily|monthly|bulletin|notice|cover|fax|transmittal|talkers|pass-?down|roll-?up)\W*$)"
)
# Letters that no one could take for a word ("WKSL"), or with what stations bear behind theirs ("WALL-FM", "KIDS Radio").
_STATION = re.compile(
    r"(?:[WK][A-Z]{2,3}-(?:FM|AM|TV|DT)|[WK][B-DF-HJ-NP-TV-Z]{2,3}"
    r"|[WK][A-Z]{2,3}(?=\W{1,3}(?i:radio|tv|television|news|channel|eyewitness|public|am|fm|\d{1,4})\b))(?![\w-])"
)
_ON_AIR = re.compile(r"(?i:\b(?:transcript|aired|on\sair|broadcast|host|anchor)\b)")
_STATEMENT = re.compile(
    r"(?i:(?:(?:prepared|written|joint|opening|public)\s){0,2}(?:statement|testimony|comments?|remarks)(?:\sfor\sthe\srecord)?)"
)
_OF = re.compile(r"(?i:of|by|from)\s")
_JAIL = re.compile(r"(?i:\b(?:jail|lock-?up|detention\scent(?:er|re)|correctional\s(?:facility|cent(?:er|re)))$)")
_MEMO = re.compile(r"(?i:\W*(?:inter-?office\s)?(?:memo|memorandum|notice|log|order|bulletin|pass-?on|muster|shift)\b)")
_ABOUT = re.compile(r"(?i:\b(?:from|in|at|inside|into|about|of|to|on|my)\s)")  # "LETTERS FROM DORN COUNTY JAIL"
_FROM_WHOM = re.compile(r"(?i:\b(?:from|by)\s(?!\s*:))")
_MYSELF, _LINES = re.compile(r"\bI\s(?:was|am|saw|sat|spent|have|had|heard)\b"), 4
_DASH = re.compile(r"\s[-–—|]{1,2}\s")
_EARLY = 600  # characters in which a transcript says what it is


def station_of(title: str, text: str) -> str:
    """The letters of the station whose broadcast is written down; '' where a title begins otherwise."""
    found = _STATION.match(title)
    return found.group() if found and _ON_AIR.search(text[:_EARLY]) else ""


def stated_by(title: str, below: tuple[str, ...]) -> str:
    """The title with the line below it where that says whose statement it heads: "WRITTEN STATEMENT / of the Wardens' League"."""
    goes_on = _STATEMENT.fullmatch(title.strip()) and below and _OF.match(below[0])
    return f"{title.strip()} {below[0]}" if goes_on else title


def jail_above(title: str, below: tuple[str, ...]) -> str:
    """The jail that heads a memorandum or log of its own; ''."""
    headed = below and _JAIL.search(title) and _MEMO.match(below[0])
    told = headed and (
        _ABOUT.search(title) or _FROM_WHOM.search(below[0]) or any(_MYSELF.search(line) for line in below[:_LINES])
    )
    return title if headed and not told else ""


def behind_slip(title: str) -> str:
    """The office that stands behind the name of a slip or periodical: "TRAVELER -- OFFICE OF THE CLERK"; ''."""
    slip = _DASH.split(title)
    named = len(slip) > 1 and _SLIP.search(slip[0]) and is_office(slip[1], by_head=True) and not is_office(slip[0], by_head=True)
    return slip[1] if named else ""


def sent_from(lines: Iterable[str]) -> Iterator[str]:
    """Whom headings name as a sender: "Letter from the Sheriff of Marlow to the Guard"."""
    for line in lines:
        if found := _SENT_FROM.match(line.strip()):
            who = DATE_TAIL.sub("", found["who"]).strip(" ,")
            if found["the"] or not MEASURE.fullmatch(who):
                yield who
