"""Who acts in public though no rank is given: the clergy and members who speak for a group at a meeting, members of a body, and
the agency's own people as the address book of its mail prints them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.patterns.names.name_forms import CAP, personal
from pipeline.patterns.names.office_words import names_office
from pipeline.patterns.public.officials import NAME, key
from pipeline.patterns.public.parts_taken import FILLED_IN, HEAD, members_in, of_himself

# Where people speak to a body in public.
_MEETING = re.compile(
    r"(?i:\b(?:(?<!\d\s)(?<!few\s)(?<!five\s)(?<!ten\s)minutes(?!\s(?:later|ago|after|before|of\sthe\scall)\b)|regular\smeeting"
    r"|special\smeeting|public\s(?:comments?|hearing|testimony|forum|speakers?)|town\shall|speakers?(?=[ \t]?(?:[:\n]|$)))\b)"
)
_GROUP = (
    r"(?:leagues?|associations?|unions?|chamber|coalitions?|alliances?|federations?|societ(?:y|ies)|committees?|clubs?|guilds?|lodge"
    r"|post|grange|caucus|councils?|ministr(?:y|ies)|congregations?|diocese|institutes?|foundations?|taxpayers|ministers)"
)
_SAYS = (
    r"(?:said|spoke|asked|told|read|favou?red|opposed|supported|urged|thanked|testified|agreed|objected|presented|stated|added"
    r"|commented|called|wanted|was\s(?:for|against)|is\s(?:for|against))\b"
)
# What stands before a group: names, whose it is, who is in it; a verb or where one is makes it a building.
_OF_GROUP = r"(?:[A-Z][\w’'&-]*|[a-z]+(?:[’']s|s[’'])|[a-z]+[eo]rs|of|for|and|the|local|county|city|town|state|retired|former)"
# "Mr. Abel Poe, taxpayers' league, favored": behind a comma, in lower case or not, whom one speaks for.
_MEMBER = re.compile(
    rf"(?<![\w’'.@/-])(?P<name>{NAME}),[ \n](?:of[ \n]the[ \n]|the[ \n])?(?:{_OF_GROUP}[ \n]){{0,4}}?(?i:{_GROUP})"
    rf"(?:,[ \n]|[ \n](?={_SAYS}))"
)
_CLERGY = r"(?:Rev\.?|Reverend|Rabbi|Imam|Pastor|Msgr\.?|Bishop|Deacon)"
# "Rev. Abel Poe for the Kessel Table", "Rev. Abel Poe, First Baptist, said"
_CLERGYMAN = re.compile(
    rf"(?<!\b[Hh]is[ ])(?<!\b[Hh]er[ ])(?<!\b[Mm]y[ ])\b{_CLERGY}[ \n](?P<name>{CAP}(?:[ ](?:[A-Z]\.|{CAP})){{1,2}})"
    rf"(?:[ \n]for[ \n](?:the[ \n])?[A-Z][\w’'-]+[ \n](?:(?:of|for)[ \n])?[A-Z]"
    rf"|,[ \n](?:(?:[A-Z][\w’'.-]+(?![\w’'-])|of|the)[ \n]?){{1,5}},[ \n](?={_SAYS})|[ \n]spoke[ \n]for[ \n])"
)
# Who leads it or answers for it, the name behind: "The coordinator is Rev. Abel Poe."
_LEADS = re.compile(
    r"\b(?:(?:[Tt]he|[Oo]ur|[Ii]ts)[ \n](?:[a-z]+[ \n])?(?:coordinator|director|chair|president|spokes\w+|organizer)"
    r"|(?:[Oo]ur|[Ii]ts)[ \n](?:[a-z]+[ \n])?(?:secretary|editor|author))[ \n]is"
    rf"[ \n](?:{_CLERGY}[ ]|Mr\.?[ ]|Ms\.?[ ]|Mrs\.?[ ]|Dr\.?[ ])?"
    rf"(?P<name>{CAP}(?:[ ](?:[A-Z]\.|{CAP})){{1,2}})(?=[.,;\n]|[ ]and\b)"
)
# "lawyer Bart Lomax disagreed": who acts for others, and is not somebody's own
_COUNSEL = re.compile(
    rf"(?<![\w’'-])(?<!\b[Hh]is )(?<!\b[Hh]er )(?<!\b[Mm]y )(?<![Tt]heir )(?<![’']s )(?<!ower of )(?:lawyer|attorney)[ \n]"
    rf"(?P<name>{CAP}(?:[ ](?:[A-Z]\.|{CAP})){{1,2}})"
    rf"(?=,[ ]|[ ]{_SAYS}|[ ](?:disagreed|argued|represents|represented|filed|wrote|countered)\b)"
)
# "For the plaintiffs: Bart Lomax, Kessel Law Clinic", a line of its own in a court's record; no party stands so, whoever he is.
_APPEARS = re.compile(
    r"(?m)^[ \t]*(?:(?i:counsel|attorneys?|appearances?)[ ,:]+)?(?i:for)[ ](?:the[ ])?"
    r"(?i:plaintiffs?|defendants?|petitioners?|respondents?|appellants?)[,:][ ]+(?:(?:Mr|Ms|Mrs)\.?[ ])?"
    rf"(?P<name>{CAP}(?:[ ](?:[A-Z]\.|{CAP})){{1,2}}),[ ](?P<house>[^;,\n]{{4,60}})(?=[;,\n]|$)"
)
_HOUSE = re.compile(
    r"\b(?:LLP|LLC|P\.?C\.?|Law|Legal|Firm|Clinic|Project|Office|Offices|Union|Fund|Counsel|General|Department|Center|Aid|Defenders?)\b"
)
# Where somebody is held, treated or sheltered has no counsel of his.
_HOLDS = re.compile(r"(?i:\b(?:detention|processing|correction\w*|custody|jail|prison|medical|residential|shelter|treatment)\b)")
_SMALL = ("of", "the", "for", "and", "&")
_HEADER = re.compile(r"(?im)^[ \t>|]*(?P<field>from|to|cc)[ \t]?:[ \t]*(?P<who>[^\n]*(?:\n[ \t]+[^\n:]+)*)")
# "Poe, Abel Q. (CTR)": so an agency's own address book prints its people; others come with the mailbox they wrote from.
_ENTRY = re.compile(
    rf"[ \t]*(?P<name>{CAP},[ ]{CAP}(?:[ ][A-Z]\b\.?)?)(?:[ ]\([^()@]{{2,30}}\))?[ \t]*"
    r"(?:<[^<>@]*@[\w.-]+\.(?:gov|mil|us)>)?"
)
# What a mail has, or what its address book adds to a name; a form that somebody fills in has a sender too.
_MAIL = re.compile(
    r"(?im:^[ \t>|]*(?:sent|date|subject|cc)[ \t]?:)|\([A-Z][^()@\n]{1,30}\)[ \t]*(?:;|<|$)|@[\w.-]+\.(?:gov|mil|us)\b", re.M
)
SHORT = 6  # words of a heading
BLOCK = 5  # lines around the field in which the rest of a mail's head stands
REACH = 300  # characters of these lines, at most
_DEAR = re.compile(r"\bDear[ ](?:Mr|Ms|Mrs|Miss)\.?[ ](?:[A-Z][\w’'-]+[ ])?(?P<name>[A-Z][\w’'-]*\w)")
_OFTEN = 2  # messages that a name is printed so at the head of


def speakers_shown(text: str) -> Iterator[str]:
    """Names, as `key` folds them, of those who speak for others in public."""
    members = _MEMBER.finditer(text) if _MEETING.search(text[:HEAD]) or _MEETING.search(_headings(text)) else ()
    for match in (*_CLERGYMAN.finditer(text), *members):
        if _is_personal(match["name"]) and not of_himself(text, match.end()):
            yield key(match["name"])


def leaders_shown(text: str) -> Iterator[str]:
    """The same of those who lead a group or answer for it."""
    yield from (key(match["name"]) for match in _LEADS.finditer(text) if _is_personal(match["name"]))


def counsel_shown(text: str) -> Iterator[str]:
    """The same of lawyers whom a paper names as such, or a court's record as appearing for a side."""
    for match in _COUNSEL.finditer(text):
        if _is_personal(match["name"]) and not of_himself(text, match.end()):
            yield key(match["name"])
    for match in _APPEARS.finditer(text):
        named = all(word[0].isupper() or word in _SMALL for word in match["house"].split())
        if named and _HOUSE.search(match["house"]) and not _HOLDS.search(match["house"]) and _is_personal(match["name"]):
            yield key(match["name"])


def _headings(text: str) -> str:
    """The lines that hold few words and end no sentence."""
    return "\n".join(line for line in text.split("\n") if len(line.split()) <= SHORT and not line.rstrip().endswith((".", ",")))


def members_shown(text: str) -> Iterator[str]:
    """Names and surnames of the members of a body that its minutes list, whatever else the page tells."""
    for name in members_in(text):
        if personal(name, 1) and not any(names_office(word) for word in name.split()):
            yield key(name) if " " in name else name.casefold()


def correspondents_shown(texts: tuple[str, ...]) -> Iterator[str]:
    """Names of an address book that head the mails of a file again and again, and never with a private mailbox."""
    seen: Counter[str] = Counter()
    wrote: set[str] = set()
    strange: set[str] = set()
    for text in texts:
        greeted = {match["name"].casefold() for match in _DEAR.finditer(text)}
        of_inmate = FILLED_IN.search(text) is not None
        for match in _HEADER.finditer(text):
            head = _head(text, match)
            for entry in match["who"].split(";"):
                found = _ENTRY.fullmatch(entry.strip())
                if found and _is_personal(found["name"]):
                    name = key(found["name"])
                    if of_inmate or name.rpartition(" ")[2] in greeted:
                        strange.add(name)
                    elif _MAIL.search(head):
                        seen[name] += 1
                        wrote.update((name,) if match["field"].casefold() == "from" else ())
                elif "@" in entry:
                    strange.update(key(" ".join(pair)) for pair in re.findall(rf"({CAP}),?[ ]({CAP})", entry))
    turned = {" ".join(reversed(name.split())) for name in strange}
    yield from (name for name, times in seen.items() if times >= _OFTEN and name in wrote - strange - turned)


def _head(text: str, match: re.Match[str]) -> str:
    """The field with the lines around it, up to the next blank line and to where another message begins."""
    above = text[max(0, match.start() - REACH) : match.start()].rpartition("\n\n")[2].split("\n")[-BLOCK:]
    below = text[match.start() : match.end() + REACH].partition("\n\n")[0].split("\n")[:BLOCK]
    return "\n".join((*above, *below))


def _is_personal(name: str) -> bool:
    return personal(name) and not any(names_office(word) for word in name.split())
