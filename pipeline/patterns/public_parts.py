"""Who acts in public though no rank is given: the clergy and members who speak for a group at a meeting, members of a body, and
the agency's own people as the address book of its mail prints them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.patterns.name_forms import CAP, personal
from pipeline.patterns.officials import NAME, key, members_in, names_office

# Where people speak to a body in public.
_MEETING = re.compile(
    r"(?i:\b(?:minutes|regular\smeeting|special\smeeting|public\s(?:comments?|hearing|testimony|forum)|town\shall|speakers?)\b)"
)
_GROUP = (
    r"(?:leagues?|associations?|unions?|chamber|coalitions?|alliances?|federations?|societ(?:y|ies)|committees?|clubs?|guilds?|lodge"
    r"|post|grange|caucus|councils?|ministr(?:y|ies)|congregations?|diocese|institutes?|foundations?|taxpayers|ministers)"
)
_SAYS = (
    r"(?:said|spoke|asked|told|read|favou?red|opposed|supported|urged|thanked|testified|agreed|objected|presented|stated|added"
    r"|commented|called|wanted|was\s(?:for|against)|is\s(?:for|against))\b"
)
# "Mr. Bart Lomax, taxpayers' league, favored": behind a comma, in lower case or not, whom one speaks for.
_MEMBER = re.compile(
    rf"(?<![\w’'.@/-])(?P<name>{NAME}),[ \n](?:of[ \n]the[ \n]|the[ \n])?(?:[\w’'&-]+[ \n]){{0,4}}?(?i:{_GROUP})"
    rf"(?:,[ \n]|[ \n](?={_SAYS}))"
)
_CLERGY = r"(?:Rev\.?|Reverend|Rabbi|Imam|Pastor|Msgr\.?|Bishop|Deacon)"
# "Rev. Bart Lomax for the Kessel Table", "Rev. Bart Lomax, First Baptist, said"
_CLERGYMAN = re.compile(
    rf"(?<!\b[Hh]is[ ])(?<!\b[Hh]er[ ])(?<!\b[Mm]y[ ])\b{_CLERGY}[ \n](?P<name>{CAP}(?:[ ](?:[A-Z]\.|{CAP})){{1,2}})"
    rf"(?:[ \n]for[ \n](?:the[ \n])?[A-Z][\w’'-]+[ \n](?:(?:of|for)[ \n])?[A-Z]"
    rf"|,[ \n](?:(?:[A-Z][\w’'.-]+|of|the)[ \n]?){{1,5}},[ \n](?={_SAYS})|[ \n]spoke[ \n]for[ \n])"
)
# Who leads it or answers for it, the name behind: "The coordinator is Rev. Bart Lomax."
_LEADS = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Ii]ts)[ \n](?:[a-z]+[ \n])?"
    r"(?:coordinator|director|chair|president|secretary|spokes\w+|editor|author|organizer)[ \n]is"
    rf"[ \n](?:{_CLERGY}[ ]|Mr\.?[ ]|Ms\.?[ ]|Mrs\.?[ ]|Dr\.?[ ])?"
    rf"(?P<name>{CAP}(?:[ ](?:[A-Z]\.|{CAP})){{1,2}})(?=[.,;\n]|[ ]and\b)"
)
_HEADER = re.compile(r"(?im)^[ \t>|]*(?P<field>from|to|cc)[ \t]?:[ \t]*(?P<who>[^\n]*(?:\n[ \t]+[^\n:]+)*)")
# "Lomax, Bart Q. (CTR)": so an agency's own address book prints its people; others come with the mailbox they wrote from.
_ENTRY = re.compile(
    rf"[ \t]*(?P<name>{CAP},[ ]{CAP}(?:[ ][A-Z]\b\.?)?)(?:[ ]\([^()@]{{2,30}}\))?[ \t]*"
    r"(?:<[^<>@]*@[\w.-]+\.(?:gov|mil|us)>)?"
)
_OFTEN = 2  # messages that a name is printed so at the head of


def speakers_shown(text: str) -> Iterator[str]:
    """Names, as `key` folds them, of those who speak for others in public or lead a group."""
    for match in (*_CLERGYMAN.finditer(text), *_LEADS.finditer(text)):
        if _is_personal(match["name"]):
            yield key(match["name"])
    if _MEETING.search(text):
        for match in _MEMBER.finditer(text):
            if _is_personal(match["name"]):
                yield key(match["name"])


def members_shown(text: str) -> Iterator[str]:
    """Names and surnames of the members of a body that its minutes list, whatever else the page tells."""
    for name in members_in(text):
        if personal(name, 1) and not any(names_office(word) for word in name.split()):
            yield key(name) if " " in name else name.casefold()


def correspondents_shown(texts: tuple[str, ...]) -> Iterator[str]:
    """Names of an address book that head the mails of a file again and again, and never with a private mailbox."""
    seen: Counter[str] = Counter()
    strange: set[str] = set()
    for text in texts:
        for match in _HEADER.finditer(text):
            for entry in match["who"].split(";"):
                found = _ENTRY.fullmatch(entry.strip())
                if found and _is_personal(found["name"]):
                    seen[key(found["name"])] += 1
                elif "@" in entry:
                    strange.update(key(" ".join(pair)) for pair in re.findall(rf"({CAP}),?[ ]({CAP})", entry))
    turned = {" ".join(reversed(name.split())) for name in strange}
    yield from (name for name, times in seen.items() if times >= _OFTEN and name not in strange | turned)


def _is_personal(name: str) -> bool:
    return personal(name) and not any(names_office(word) for word in name.split())
