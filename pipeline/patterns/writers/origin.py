"""Who made a paper, and when, as its fields, brackets, rows of facts and last lines say.

"Drafted: PLA/KRoe, 2/11/2010", "(I. Roe, OPA, May 4, 2010)" below a title, "Author | Unit | Date" above a row, "Traveler ...
Written May 4, 2010" in a table of facts. Each tells a name; whose office that is may have to be told by something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.names.offices import DATE_TAIL, LONGEST, ROOM, is_office, unmarked
from pipeline.patterns.names.roles import HEAD
from pipeline.patterns.openings.headings import headlike
from pipeline.patterns.writers.senders import ROLE

_DEED = (
    r"prepared|written(?:\sup)?|drafted|compiled|submitted|recorded|logged|taken|typed|reported|presented|originated|kept|assembled|developed|authored"
    r"|collated"
)
_CONTACT = r"(?:staff|program|office|agency|unit)\scontacts?|points?\sof\scontact|p\.?o\.?c\.?"
_MAKER = (
    rf"(?:{_DEED})\sby|(?:prepared|compiled|submitted|logged|recorded)(?=\s?:)|drafted|drafters?|preparers?|authors?|originator|(?:originating|responding|answering)\s(?:office|unit|agency|component)"
    r"|(?:reporting|issuing)\s(?:officers?|office|unit|agent|agency)|analysts?|briefers?|presenters?|instructors?|trainers?|travell?ers?|recorder|scribe"
    rf"|note-?taker|{_CONTACT}|from\sthe\sdesk\sof|(?:opinion|decision|ruling|report)\sby(?=\s?:)"
)
# Parts that every house has in papers of its own: whose a paper is they tell by their name alone.
_ANYBODYS = re.compile(
    rf"(?i:(?:reporting|issuing)\s\w+|presenters?|instructors?|trainers?|recorder|scribe|note-?taker|{_CONTACT})"
)
# Facts that stand beside a maker's in one line, without whose names the end of his could not be told.
_FACT = (
    r"(?:travel\s)?dates?|written(?:\sup)?|to|places?|locations?|subject|re|ref(?:erence)?s?|unit|office"
    r"|(?:t\.?a\.?|case|control|report|tasker|file)\s(?:no|number|\#)|req(?:uested)?(?:\sby)?|run|due|held|printed|phone|tel|fax|e-?mail"
    r"|(?:action|responsible)\s(?:officers?|office|unit|agent|agency)|copies|cc|purpose|(?:cleared|approved|reviewed)(?:\sby)?|classification|handling"
)
LABEL = re.compile(rf"(?i:^\W*(?P<label>{_MAKER})\b)(?P<sep>\s?[:–—-]\s*|\s+(?=[A-Z(█\[]))(?P<rest>\S.*)$")
NEXT = re.compile(
    rf"(?i:\s+(?:{_MAKER}|{_FACT})\s?:)|\s+(?:Dates?|Written|To|Places?|Unit|Office|Run|Due)\b(?=\s[A-Z(\d])"
    r"|\s{3,}|\s[|•·]\s|;\s"
)
# "From: Office of Fees Date: May 4, 2011 Distribution: all piers", in one line.
_FROM = re.compile(r"\W*(?:From|FROM)\s?:\s*(?P<rest>\S.*)")
_FIELD_BEHIND = re.compile(r"\s+(?:[A-Z][a-z]{1,13}|[A-Z]{2,13})\s?:(?:\s|$)")
_FOR_WHOM = re.compile(
    rf"(?i:\s(?:for|to)\s)(?=(?i:the\s)?(?:(?:[A-Z]\.\s?)+[A-Z][a-z]|(?:(?:Deputy|Acting|Assistant|Associate)\s)*{HEAD}\b))"
)
_BRACKET = re.compile(r"\((?P<who>[^()]{4,80})\)")
_ABOUT = re.compile(r"(?i:\b(?:sheriff|county|city|state|police|board|council)\b)")  # of whom a title may tell in a bracket
_INITIALED = re.compile(r"(?:[A-Z]\.[ -]?){1,3}[A-Z][\w’'-]+")
# A person with his post in small letters: "I. Roe, regional communications director".
_POSTED = re.compile(r"(?:[A-Z]\.[ -]?|[A-Z][\w’'-]+\s){1,3}[A-Z][\w’'-]+,(?:\s[a-z][\w’'/&-]*){1,7}")
_LETTERS = re.compile(r"[A-Z][A-Z&/-]{1,7}")
# Of a force, which may be anybody's: "Sgt. A. Roe, TRU", but no "Deputy Director".
_RANKED = re.compile(
    r"(?:Sgt|Sergeant|Lt|Lieutenant|Capt|Captain|Cpl|Corporal|Det|Detective|Trooper|Patrolman|Deputy|Dep|Ofc|Sheriff)\b\.?"
    r"\s(?!(?:Assistant|Associate|Under|Principal|Director|Chief|Secretary|Commandant|Commissioner|Administrator|Counsel|General)\b)[A-Z]"
)
# What sets a paper down in lines of its own: "Unit", "Author", "Date" above the row that answers them.
COLUMNS = re.compile(
    r"(?i:(?:author|prepared\sby|drafter|originator|name|office(?:\ssymbol)?|unit|date|telephone|phone|ext\.?|version|title"
    r"|organization)\b[\s|]*){2,6}"
)
WHO_COLUMN = re.compile(r"(?i:\b(?:author|prepared\sby|drafter|originator)\b)")
_CODES = re.compile(r"\(?\(?[bB6]\)?\s?\([67]\)(?:\([A-F]\))?|█+")
_EXTENSION = re.compile(r"(?i:,?\s(?:x|ext\.?|tel\.?|phone)\s?\d[\d-]*)")
CREDITED = re.compile(rf"(?i:^\W*(?:{_DEED})\s(?:for\s.{{3,60}}?\s)?by\b)")
# Who dictated and who typed: "RT:jw".
_INITIALS = re.compile(r"(?:,\s|\s|^)(?:[A-Z]{2,4}\s?[:/]\s?[a-z]{2,3}|[A-Z]{2,4}/[A-Z]{2,4})\b")
# "Tagging Branch weekly roll-up": whose it is stands before its sort.
_ROLL_UP = re.compile(
    r"(?P<who>(?:(?:[A-Z][a-z][\w&’'-]*|of|for|and|the)\s){1,7}|(?:[A-Z][A-Z&-]+\s){1,7})"
    r"(?i:(?:daily|(?:bi-?)?weekly|monthly|quarterly|annual|year-end|end-of-year)\s(?:\w+\s)?"
    r"(?:reports?|roll-?up|updates?|summary|digest|highlights|notes|status|activity|bulletin|log|figures|numbers))\b"
)
# "MARLOW COUNTY - COUNSEL'S CHRONOLOGY", "Franklin Bureau of Records - Technical note 4": no sheet of figures about them.
_OF_ITSELF = re.compile(
    r"(?P<house>[^\n:|]{4,80}?)\s(?:[-–—|]{1,2})\s(?:(?P<officer>(?i:(?:county|city|state|general)\s)?(?i:counsel|sheriff|attorney|auditor"
    r"|clerk|manager|warden|chief|director|governor|mayor)['’](?i:s)\s)|(?i:(?:technical|staff|research|legal|case|field|file|duty|shift|bench|policy)"
    r"\s)?(?i:notes?|memo\w*|minutes|bulletin|newsletter|annual\sreport|chronology|order|directive|intake\s\w+|booking\s\w+|roster|log"
    r"|pass-?on\s\w+|muster\s\w+)\b)"
)
# "DORN COUNTY JAIL   SHIFT LOG   Night": no sign divides its house from its sort.
_JAIL_LOG = re.compile(
    r"(?P<house>(?:[A-Z][\w’'.-]*\s){1,5}?(?i:jail|detention\s(?:center|facility)|lock-?up|correctional\s(?:center|facility)|sheriff['’]?s?\s(?:office|department)))"
    r"\s(?i:(?:(?:shift|duty|booking|daily|watch|control|post|roll\scall|housing)\s)(?:logs?|notes?|orders?|roster|sheet|bulletin|report|briefing))\b"
)
_GARBLED = re.compile(r"^\s?\[(?![^\]]*[a-z]{3})[^\]\n]{2,20}\]")  # a box with a code, as a scan reads it
_TAKES_DOWN = re.compile(r"\b(?:CSR|RPR|CRR|RMR|CVR|CCR)\b|(?i:\b(?:court\sreporter|stenographer|notary)\b)")
_NOBODY = re.compile(r"(?i:n/?a|none|unknown|same|various|see\b.*|tbd|nobody|self|staff)")
MADE = "named in a field as who made it"
BRACKETED = "named in brackets at its head"
# "FAX to: the desk   from: Dell FO   pages: 2": all the fields of a cover in one line.
_FAXED = re.compile(
    r"(?=.{0,200}\b(?i:pages?|pgs?)\s?:)(?=.{0,200}\b(?i:to)\s?:)\W*(?:(?i:fax|telefax|facsimile)\b)?.{0,120}?\b(?i:from)\s?:\s*"
    r"(?P<who>[A-Z][\w.,&’' -]{1,60}?)(?=\s{2,}|\s+(?i:pages?|pgs?|date|fax|phone|tel|to|re|subject|attn)\b\s?\.?\s?:|$)"
)
LONGEST_LINE = 300  # characters; what is longer holds no fields
TOP, LAST, _HEAD = 9, 6, 4  # lines at the top and at the end in which makers name themselves; below a title for a bracket


@dataclass(frozen=True, slots=True)
class Maker:
    """`name` as printed, '' where it is withheld; `why` says how it stands there, `part` by what label, if by one."""

    name: str
    why: str
    part: str = ""

    @property
    def asked(self) -> bool:
        """Whether he is but the one to ask; with an office other than the releasing one's he may have made the paper."""
        return re.fullmatch(rf"(?i:{_CONTACT})", self.part) is not None

    @property
    def posted(self) -> bool:
        """Whether more is told than a person's name: an office, letters for one, or that somebody's name is withheld."""
        return not _RANKED.match(self.name) and (
            not (self.name or _ANYBODYS.fullmatch(self.part))
            or "/" in self.name
            or is_office(self.name)
            or re.search(r"(?<![\w.])[A-Z]{2,}(?![\w.])", self.name) is not None
        )


def makers(title: str, below: tuple[str, ...], foot: tuple[str, ...]) -> Iterator[Maker]:
    """Everybody whom a paper's head and last lines say to have made it, in their order."""
    top = tuple(line for line in (title, *below[:TOP]) if len(line) <= LONGEST_LINE)
    for line in (*top, *(one for one in foot[-LAST:] if len(one) <= LONGEST_LINE)):
        for part in _fields(line):
            label = LABEL.match(part)
            told = label and (":" in label["sep"] or label["label"].lower().endswith(" by"))
            if label and (made := _named(label["rest"], bool(told))) is not None:
                yield Maker(made, MADE, label["label"] if label else "")
    if faxed := next((found for line in top[:_HEAD] if (found := _FAXED.match(line))), None):
        yield Maker(faxed["who"].strip(" ,"), "named as whom it is from", "from")
    for line in top[: _HEAD + 1]:
        for found in _BRACKET.finditer(line):
            if made := _in_bracket(found["who"], line in top[:2] and not line[found.end() :].strip()):
                yield Maker(made, BRACKETED)
    for above, line in pairwise(top):
        if COLUMNS.fullmatch(above) and WHO_COLUMN.search(above):
            row = DATE_TAIL.sub("", " ".join(re.split(r"\s{3,}|\s\|\s", line))).strip(" ,")
            if headlike(row) and len(row.split()) <= LONGEST:
                yield Maker(row, "named in a row of facts")
    for line in top[:_HEAD]:
        if who := rolled_up(line):
            yield Maker(who, "its office stands before what it is")
    if heads := _OF_ITSELF.match(title):
        house = heads["house"].strip(" ,-–—")
        if heads["officer"] or is_office(house, by_head=True) or re.search(r"(?i:\b(?:jail|detention\scenter)$)", house):
            yield Maker(f"{house}, {heads['officer'].strip()[:-2]}" if heads["officer"] else house, "heads its own paper")
    if logs := _JAIL_LOG.match(title):
        yield Maker(logs["house"], "heads its own log")
    for line in foot[-LAST:]:
        if made := initialed(line):
            yield Maker(made, "its office and initials end it")


def rolled_up(line: str) -> str:
    """The office whose periodical a line heads: "Tagging Branch weekly roll-up"; '' for any other line."""
    rolled = _ROLL_UP.match(unmarked(line).strip())
    who = re.sub(r"^(?i:the)\s", "", rolled["who"].strip()) if rolled else ""
    return who if who and is_office(who) else ""


def unlabelled(line: str) -> str:
    """The line without a maker's label: "Originator: Port Lindley Field Office"; '' where it but tells whom to ask."""
    label = LABEL.match(line)
    if label and re.fullmatch(rf"(?i:{_CONTACT})", label["label"]):
        return ""
    sent = None if label else _FROM.match(line)
    if sent:
        return _FIELD_BEHIND.split(sent["rest"])[0]
    return label["rest"] if label and ":" in label["sep"] else line


def without_whom(name: str) -> str:
    """A credit without the one it was made for: "the Tracking Unit for C. Roe"."""
    return _FOR_WHOM.split(name)[0].strip(" ,")


def _fields(line: str) -> Iterator[str]:
    """The parts of a line that may each be a field."""
    yield from (part.strip() for part in re.split(r"\s{3,}|\s[|•·]\s", line) if part.strip())


def _named(rest: str, sure: bool) -> str | None:
    """The name that begins a field's value; '' for one that is withheld, None where it names nobody. `sure`: a colon marks it."""
    if _TAKES_DOWN.search(rest):
        return None  # who takes down what others say
    if sure and rest.lstrip().startswith(","):
        return ""  # taken out, and no code in its place
    rest = _behind_day(_GARBLED.sub("(b)(6)", rest))
    value = without_whom(NEXT.split(f" {rest}", maxsplit=1)[0].strip())
    value = ROOM.split(value)[0]
    ends = [one for one in dates_in(value) if one.precision in ("day", "month") and one.start]
    value = value[: ends[-1].start].rstrip(" ,(–-") if ends and not re.search(r"\w", value[ends[-1].end :]) else value
    value = value if value.startswith("(") else value.split(" (")[0]
    shown = DATE_TAIL.sub("", _EXTENSION.sub("", _CODES.sub(" ", value))).strip(" ,;:/()&.–—-")
    if _CODES.search(value):
        shown = " ".join(shown.split()).strip(" ,;:/()&.-")
        return shown if is_office(shown) or "/" in shown else ""
    told = sure or _INITIALED.match(shown) or is_office(shown)
    named = headlike(shown) or (sure and _POSTED.fullmatch(shown) is not None)
    plain = shown[:1].isupper() and len(shown.split()) <= LONGEST and named and re.search(r"[A-Za-z]{2}", shown)
    return shown if told and plain and not (_NOBODY.fullmatch(shown) or shown.endswith("?")) else None


def _behind_day(value: str) -> str:
    """A field's value without the day it begins with: "Drafted: May 4, 2011, I. Roe"; '' where the day is all of it."""
    days = [one for one in dates_in(value) if one.precision in ("day", "month")]
    first = days and not value[: days[0].start].strip(" ,(–-")
    return value[days[0].end :].strip(" ,;/|–-") if first else value


def _in_bracket(held: str, ends: bool) -> str:
    """The person and the office of a bracket, without its day: "(I. Roe, OPA, May 4, 2010)"; '' for a bracket of another sort.

    `ends`: a title ends with it, and it may name the office alone: "CHRONOLOGY (Guard program office; abridged)".
    """
    days = [one for one in dates_in(held) if one.precision in ("day", "month")]
    parts = [one.strip() for one in DATE_TAIL.sub("", held[: days[0].start] if days else held).split(",") if one.strip()]
    if not 0 < len(parts) <= 3 or _CODES.search(held):
        return ""
    person = _INITIALED.fullmatch(parts[0]) is not None
    house = any(_LETTERS.fullmatch(one) or is_office(one) for one in parts[person:])
    whole = (held,) if ROLE.fullmatch(held) else ()  # "(Field Coordinator, Region 4)"
    named = (one for one in (*whole, *re.split(r"[,;]\s", held)) if is_office(one) and not _ABOUT.search(one))
    alone = next(named, "") if ends else ""
    return ", ".join(parts) if house and (person or days) else alone


def initialed(line: str) -> str:
    """The office before the initials of whoever dictated and typed a paper; '' where a line holds no such thing."""
    found = _INITIALS.search(line)
    office = line[: found.start()].strip(" ,") if found else ""
    return office if office and is_office(office) and len(line.split()) <= LONGEST else ""
