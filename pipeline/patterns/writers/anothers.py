"""What of a paper shows another's hand than the releasing agency's: an office, an address, a by-line, the voice of outsiders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.names.offices import AGENCY, LONGEST, Names, is_named, is_office, kind_of
from pipeline.patterns.openings.headings import BYLINE, datelined, headlike
from pipeline.patterns.writers.parties import house_kind, speaker_kind

_THEIRS = re.compile(
    r"(?i:\b(?:our|my)\s(?:clients?|members?|organi[sz]ations?|coalition|clinic|students|neighbou?rs|parishioners|readers|community)\b"
    r"|\bwe\s(?:(?:have|had|also)\s)*(?:interviewed|call\son|urge|demand|sued|documented|surveyed|represent|spoke\s(?:with|to)"
    r"|reviewed\srecords|filed\s(?:a|an|suit))\b"
    r"|\b(?:through|under|from|by|via)\s(?:\w+\s){0,4}(?:FOIA|freedom\sof\sinformation|public\srecords)\b"
    r"|\b(?:obtained|released\sto\sus|provided\sto\sus)\b[^.\n]{0,60}\b(?:request|lawsuit|litigation)\b|\bknow\syour\srights\b"
    r"|\byou\s(?:do\snot\s)?have\s(?:the|a|to)\s?right\b|\bdo\snot\s(?:open\sthe\sdoor|sign\sanything)\b|\b(?:talk|speak)\s(?:to|with)\san?\s"
    r"(?:immigration\s)?(?:lawyer|attorney)\b)"
)
_DOUBTED = (
    r"(?:claim(?:s|ed)?|admit(?:s|ted)?|insist(?:s|ed)?|refus(?:es|ed)|declin(?:es|ed)|deni(?:es|ed)|fail(?:s|ed)?|contends?"
    r"|did\snot\s(?:respond|answer|reply)|would\snot\s(?:say|discuss|comment)|ha(?:s|ve)\s(?:failed|refused|misled|not\s(?:answered|explained))"
    r"|officials?\s(?:say|said|told|claim|claimed|admit|admitted|refused)|(?:told|assured|promised|misled)\s(?:us|the\spublic|counties))"
)
# A field of a form or the foot of a reference tells what a paper is about or sent to, not whose it is.
FIELD = re.compile(
    r"(?i:(?:state|county|city|jurisdictions?|location|places?|to|attn|cc|for|subject|re|topic|committee|primary|hearing|name)\s?:)"
    r"|(?i:places?|sites?|locations?|visited)\s(?=[A-Z█])"
)
# So begin the heads of a table's columns: "County Activated Tags Fines", and no "County of Marlow", "State Police".
_COLUMNS = re.compile(
    r"(?:County|State|City|Town|Parish|COUNTY|STATE|CITY)\s(?!(?i:of|police|patrol|bureau|jail|detention|department)\b)[\w/%#-]+(?:\s[\w/%#-]+)*$"
)
# What stands behind it is not whose.
_BEHIND = re.compile(r"\s(?i:for|in|by|from|to|with|on|about|versus|vs|against|at|under)\b")
_CROWD = re.compile(r"(?i:\b(?:sheriffs|counties|cities|states|jails|towns|officers|partners)\b(?!['’]))")
_BODY = re.compile(
    r"(?i:\b(?:jail|detention\scenter|lock-?up|sheriff|undersheriff|coalition|county|department|police|project)\b)"
)
_BREAKS = re.compile(r"\s[|•·–—-]\s|\s{3,}|;\s")
_ADDRESS = re.compile(r"(?i:[\w.+)-]*@|\b(?:https?://|www\.))[\w./-]*?(?P<end>\.[a-z]{2,6})\b(?!\.\w)")
_GOVERNMENT = frozenset({".gov", ".mil"})
# "Our county has asked"; a question may well be put so by whoever is answered.
_OURS = re.compile(
    r"(?i:\b(?:our|my)\s(?:own\s)?(?:county|city|town|parish|village|jail|deputies|sheriff|undersheriff|governor|legislature|newsroom|readers"
    r"|clients?|members?|congregation|supervisors|commissioners|state)\b|\bwe,\sthe\s(?!undersigned\sofficers)\w+|\bthis\scounty\b)[^?.!]{0,400}+(?:[.!]|$)"
)
_SAYS = r"(?i:says|said|claims|answers\sthat|calls\sit|wants\sus)"
# Words that every county, city or State has in its name.
_GENERIC = frozenset(
    {"county", "city", "state", "town", "office", "sheriff", "sheriff's", "sheriff’s", "police", "department", "bureau", "jail"}
)
_NAME = 7  # words of a name beside a day
_DATED = re.compile(
    r"(?i:\b(?:as\sof|through|ending|ended|updated|revised?|rev|version|issued|posted|prepared|cleared|approved|effective|data|date|dated|draft"
    r"|activated|printed|since|report|sheet|summary|update|figures|totals|week|month|quarter|year|period|edition|print(?:ing)?)\b)"
)


def by_outsiders(text: str, own: Names) -> bool:
    """Whether the paper speaks as those do who look at the agency from outside, or doubt it."""
    if _THEIRS.search(text):
        return True
    names = "|".join(re.escape(one) for one in own.agency)
    said = re.compile(
        rf"\b(?:{names}|(?i:the\s(?:federal\s)?agency))(?:['’]s?)?\s(?i:{_DOUBTED})\b"
        rf"|(?i:\b(?:told|informed|promised|assured|billed|warned)\s(?:\w+\s)?by\s(?:the\s)?)(?:{names})\b"
        rf"|(?i:\b(?:according\sto|data\s(?:from|obtained\sfrom)|records\s(?:from|obtained\sfrom)|figures\sfrom))\s(?:{names})"
    )
    return said.search(text) is not None


def shows_another(lines: Iterable[str], title: str, own: Names) -> bool:
    """Whether one of these lines names somebody else as whose paper it is."""
    for line in lines:
        if BYLINE.match(line) or datelined(line) or any(one["end"].lower() not in _GOVERNMENT for one in _ADDRESS.finditer(line)):
            return True
        if FIELD.match(line) or len(line.split()) > LONGEST + _NAME or _is_prose(line):
            continue
        if (line != title and _named_with_day(line, own)) or _told_about(own.agency).search(line):
            return True
        if any(_of_another(part, own, line == title) for part in parts_of(line)):
            return True
    return False


def _is_prose(line: str) -> bool:
    """Whether a line is the end of a sentence, in which counties are spoken of."""
    return len(line.split()) > _NAME and re.search(r"[a-z)\d]\.$", line) is not None and not headlike(line.rstrip("."))


def _of_another(part: str, own: Names, titled: bool) -> bool:
    """Whether a part of a line names somebody else's office; behind a preposition stands what the paper is about."""
    head = _BEHIND.split(part)[0].strip(" ,.")
    if not head[:1].isupper() or head.endswith((".", "?")) or FIELD.match(part) or _CROWD.search(head):
        return False
    if _COLUMNS.match(head) and not is_office(head):
        return False
    words = len(head.split())
    kind = kind_of(head, own) if words <= _NAME or (words <= LONGEST and headlike(head)) else ""  # else it is a sentence
    if not kind or _is_house(head, kind, own):
        return False
    alone = not titled and 1 < words <= _NAME and head == part and headlike(part)  # as a name below a title stands
    return alone or is_office(head) or (_BODY.search(head) is not None and words > 1 and headlike(head))


def _is_house(name: str, kind: str, own: Names) -> bool:
    """Whether an office of this kind is the releasing agency's; a county's bears the county's name."""
    house = house_kind(own.agency)
    if kind != house or house == AGENCY:
        return kind == house
    told = {word.casefold() for word in re.findall(r"[A-Z][\w’'-]+", own.agency[0])} - _GENERIC
    return not told.isdisjoint(re.findall(r"[\w’'-]+", name.casefold()))


def _named_with_day(line: str, own: Names) -> bool:
    """Whether a line is the name of somebody unknown and a day, as below a title: "Dell Families Together, May 2011"."""
    found = dates_in(line)
    if len(found) != 1 or found[0].precision not in ("day", "month", "year"):
        return False
    name = re.split(r"\s[-–—|]+\s", line[: found[0].start].strip(" ,|–—-("))[-1]
    rest = line[found[0].end :].strip(" .)")
    told = is_named(name, own.all) or is_office(name) or ":" in name or re.search(r"\d", name)
    words = name.split()
    return (
        not rest and not told and 2 <= len(words) <= _NAME and headlike(name) and not name.isupper() and not _DATED.search(name)
    )


def speaks_for_another(text: str, own: Names) -> bool:
    """Whether a text says "our county", or tells what the agency says."""
    ours = house_kind(own.agency) == AGENCY and _OURS.search(text)
    return bool(ours) or _quoting(own.agency).search(text) is not None


@lru_cache(maxsize=64)
def _told_about(names: tuple[str, ...]) -> re.Pattern[str]:
    """ "About checks by ICE": so a heading speaks of an agency that others have made."""
    return re.compile(rf"(?i:\babout\b)[^\n]{{0,200}}\b(?i:by)\s(?i:the\s)?(?:{'|'.join(map(re.escape, names))})(?!\w)")


@lru_cache(maxsize=64)
def _quoting(names: tuple[str, ...]) -> re.Pattern[str]:
    """ "ICE says": so speak those who are not it."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})\s{_SAYS}\b")


def is_asker(line: str) -> bool:
    """Whether a line in the head of written answers names who asked, or a field of his: "From Rep. Ada Roe", "Committee: ..."."""
    return FIELD.match(line) is not None or speaker_kind(line) == "congress" or re.match(r"(?i:from\s)", line) is not None


def is_away(name: str, own: Names) -> bool:
    """Whether an address beside a name is outside of the agency's own domain."""
    letters = [one.lower() for one in own.agency if one.isupper()]
    return any(
        one["end"].lower() not in _GOVERNMENT
        or not any(re.search(rf"@(?:[\w-]+\.)*{re.escape(part)}\.", one.group().lower()) for part in letters)
        for one in _ADDRESS.finditer(name)
    )


def parts_of(line: str) -> Iterator[str]:
    for part in _BREAKS.split(line.strip()):
        yield from (one.strip(" .,-–—|") for one in re.split(r",\s", part) if one.strip(" .,-–—|"))
