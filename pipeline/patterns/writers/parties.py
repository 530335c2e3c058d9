"""Who writes and who is written to: the kind of speaker behind a name as printed, and the audience a document was made for."""

from __future__ import annotations

import re
from functools import lru_cache

_GOVERNMENTS = ("state", "local", "court", "congress")
SPEAKER_KINDS = ("agency", "congress", "state", "local", "court", "advocate", "press")

# Federal offices of arrest, custody, records and rights by their letters, which in capitals stand for nothing else.
FEDERAL_OFFICES = r"ERO|HSI|A?FOD|DFOD|SDDO|OPLA|LESC|CJIS|CRCL|USCIS|CBP|FBI|DHS|DOJ|EOIR|USMS|US-VISIT|NPPD|TSA|ATF|DEA|BJA|OJP"
_OFFICES_WRITTEN_OUT = (
    r"enforcement and removal operations|detention and removal operations|homeland security investigations"
    r"|law enforcement support center|criminal justice information services|principal legal advis[eo]r"
    r"|(?:office for |and )civil rights and civil liberties|citizenship and immigration services|customs and border protection"
    r"|executive office for immigration review|marshals service|homeland security"
)
# Two letters but for those of the capital and of federal departments (Veterans Affairs, Education).
_STATES_HOSTS = (
    r"(?!us|dc|va|ed)[a-z]{2}|alabama|alaska|arkansas|california|colorado|delaware|florida|georgia|hawaii|idaho|illinois|iowa|kansas"
    r"|kentucky|louisiana|maine|maryland|michigan|mississippi|montana|nebraska|nevada|newmexico|ohio|oklahoma|oregon|tennessee|texas"
    r"|utah|vermont|virginia|wisconsin|wyoming"
)
# What stands before "Senate committee" and names no State: whose member, which of several, what it deals with.
NO_STATE = (
    r"(?:the|u\.?s\.?|united|states|full|whole|federal|chair\w*|members?|staff(?:ers?)?|director|counsel|clerk|hearing|testimony|statement"
    r"|before|to|in|of|by|and|or|for|at|from|with|on|two|three|four|five|six|several|many|most|some|few|both|all|any|no|one|an?|another|other"
    r"|each|every|either|neither|this|that|these|those|which|what|whose|our|his|her|its|their|my|your|republican|democratic|bipartisan"
    r"|joint|select|standing|special|powerful|key|former|then|now|last|next|first|judiciary|appropriations|oversight|finance|homeland|security)"
)
# In this order: a House committee is congress though it says "committee"; a State Attorney General is state, not agency.
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "state",  # "DELL SENATE COMMITTEE ON PORTS"; that of the United States has no name before it
        re.compile(
            rf"(?:^|[,;(\n]\s?)(?!(?i:{NO_STATE})\s)"
            r"[A-Z][A-Za-z]+(?<!House)\s(?i:senate\s(?:sub)?committee)\b"
        ),
    ),
    (
        "congress",
        re.compile(
            r"(?i:@mail\.house\.gov|@\w+\.house\.gov|@\w*\.?senate\.gov|\bU\.?S\.? (?:senator|representative)\b"
            r"|\bmembers? of congress\b|\bcongress of the united states\b"
            r"|\boffice of (?:the )?(?:member|senator|representative)\b"
            r"|\brepresentative\b[\s,]+(?:\w+\s){0,2}district\b|\bcongress(?:man|woman)\b"
            r"|\bhouse of representatives\b|\bUnited States Senate\b|\bU\.S\. Senate\b"
            r"|(?<!steering )(?<!advisory )(?<!planning )(?<!working )\bcommittee on (?:the )?\w+"
            r"|\branking member\b|\bsubcommittee\b)"
            r"|\bSen(?:ator|\.)\s[A-Z]|\bRep(?:resentative|\.)\s[A-Z]"
            r"|\bThe Honorable [A-Z][^\n]{2,40}\n[^\n]*(?:Senate|House|Congress)"
        ),
    ),
    (
        "court",
        re.compile(
            r"(?i:\b(?:district|circuit|supreme|superior|appeals?) court\b|\bcourt of appeals\b|\bjudge\b"
            r"|\bclerk of (?:the )?court\b|uscourts\.gov)"
        ),
    ),
    (
        "local",
        re.compile(
            r"(?i:\b(?:under)?sheriff|\bjail\s(?:administrator|captain|commander|lieutenant|manager|sergeant|superintendent|supervisor)\b"
            r"|\b(?:regional|city|municipal|parish|town)\sjail\b|\bjail\s(?:authority|commission|district)\b"
            r"|\bcounty\b|\bco\.\s(?:jail|det|sheriff|police|corr|s\.?o\b|board|bd)"
            r"|\b(?:city|town|village|county|metro(?:politan)?|municipal|borough|township)\spolice\b"
            r"|(?<!state )(?<!states )(?<!federal )(?<!capitol )(?<!military )(?<!park )(?<!secret )(?<!highway )"
            r"(?<!transit )(?<!tribal )(?<!campus )(?<!university )(?<!college )(?<!amtrak )(?<!railroad )"
            r"(?<!authority )(?<!border )(?<!\bice )(?<!\bbia )\bpolice$"
            r"|\bcity of\b|\bmayor\b|\bpolice (?:department|chief)\b|\bchief of police\b"
            r"|\bboard of (?:county )?(?:supervisors|commissioners)\b"
            r"|\b(?:city|town|village|borough|county) (?:council|hall|attorney|controller|auditor|manager|clerk)\b|\btown of\b"
            r"|\bpublic defender\b|\bdistrict attorney\b|\bvillage of\b|\bborough of\b"
            r"|@[\w.]*(?:county|sheriff|city|co)\.[\w.]*\b(?:us|gov|org)\b"
            r"|@[\w.-]*(?:\b(?:cityof|countyof|townof)\w+\.|pd\.(?:org|com|net|us|gov)\b|police\.\w+|\bci\.\w+\.[a-z]{2}\.us))"
            # "Roe, Jane (Alder SO)", "Poe (PD)", "Jane Roe, Alder DA": a sheriff's office, a police department, a prosecutor
            r"|[(\[](?:[A-Z][\w’'.-]*\s){0,3}(?:S\.?O|P\.?D|D\.?A|DAO)\.?\s?[)\]]"
            r"|(?:^|,\s)(?:[A-Z][a-z][\w’'.-]*\s){1,3}(?:S\.?O|P\.?D|D\.?A|DAO)\.?$"
        ),
    ),
    (
        "state",
        re.compile(
            r"(?i:\bgovernor\b|\bstate (?:police|patrol|bureau|attorney|auditor|comptroller|controller|treasurer|of)\b"
            r"|\bstate identification bureaus?\b"
            r"|\bdepartment of (?:public safety|law enforcement|criminal justice)"
            r"|\bcommonwealth of\b|\bstate'?s? attorney\b|@[\w.]*state\.[a-z]{2}\.us"
            rf"|@(?:[\w-]+\.)*(?:{_STATES_HOSTS})\.gov\b|\bbureau of (?:identification"
            r"|criminal)|\blegislature\b)"
        ),
    ),
    (
        "press",
        re.compile(
            r"(?i:\bnews\b(?! (?:release|advisory|conference|from\b))"
            r"|\btimes\b|\btribune\b|\bherald\b|\breporter\b|\bassociated press\b|\breuters\b|\bCNN\b"
            r"|\bcorrespondent\b|\bstaff writer\b|@[\w.]*(?:news|times|tribune|press)\w*\.com)"
        ),
    ),
    (
        "agency",
        re.compile(
            r"(?i:\bdepartment of\b|\bbureau\b|\bagency\b|\bdirectorate\b|\bfederal\b|\bU\.?S\.? (?:department"
            r"|immigration|customs|embassy)|\b(?:assistant|executive associate) (?:director|secretary)\b"
            r"|\bprincipal legal advis[oe]r\b|\bspecial agent in charge\b|\bdeportation officer\b|\b(?:unit|branch) chief\b"
            r"|\bchief, (?:\w+ ){1,4}(?:unit|branch)\b"
            r"|\bfield office\b|\boffice of\b|\b(?:am)?embassy\b|\bsecstate\b|\bconsul(?:ate)?\b"
            r"|@[\w.]*(?<!house)(?<!senate)\.(?:gov|mil)\b|\bfoia officer\b|\bpublic affairs\b)"
        ),
    ),
    (
        "advocate",
        re.compile(
            r"(?i:\bcoalition\b|\bcollective\b(?! (?:bargaining|agreement))|\bworkers?['’]? cent(?:er|re)\b"
            r"|\bnetwork\b|\bcenter for\b|\balliance\b|\bfoundation\b|\bassociation\b|\bunion\b"
            r"|\bleague\b(?! of (?:cities|counties|towns))"
            r"|\blegal (?:aid|services)\b|\b(?:immigra\w+|migrants?|human|workers?)['’]? rights\b"
            r"|\bclinic\b|\bproject\b(?! (?:manager|officer|lead|leader|director|coordinator|team))"
            r"|\bcouncil\b|\blaw school\b|@[\w.]*\.org\b)"
        ),
    ),
    ("agency", re.compile(rf"(?<![\w-])(?:{FEDERAL_OFFICES})(?!\w|-(?![A-Z]{{1,4}}\d))|(?i:\b(?:{_OFFICES_WRITTEN_OUT})\b)")),
)
_STATE_OR_LOCAL = re.compile(
    r"(?i:\bstate (?:police|patrol|bureau|identification)|\bsheriff|\bcounty\b|\bcity of\b|\bpolice department\b"
    r"|\bidentification bureau\b"
    r"|\b(?:department|division|bureau) of (?:public safety|law enforcement|criminal|justice services|investigation))"
)
_FEDERAL = re.compile(
    r"(?i:\bU\.?S\.? (?:department|immigration|customs)|\bdepartment of (?:homeland|justice)\b"
    r"|\bfederal\b|\bUnited States (?:department|immigration))"
)
_LETTERHEAD_WORDS = 10  # in a line; more is running text
_HEARD = re.compile(
    r"(?i:^\W*(?:(?:oversight|joint|written|prepared|opening|closing|oral|public|field)\s)*"
    r"(?:hearings?|testimony|statement|remarks)\b(?!\s(?:notes|preparation|questions))[^\n]{0,90}\s?\n?[^\n]{0,20}\bbefore\s)"
)
_FEDERAL_HOUSE = re.compile(
    r"(?i:\bhouse of representatives\b|\bU\.?\s?S\.?\s(?:senate|house)\b|\bunited states (?:senate|house)\b|\bU\.S\. Congress\b"
    r"|\bcongress of the united states\b)"
)
_LOWER_HOUSE = re.compile(
    r"(?i:\bcounty\b|\bcity\b|\bcouncil\b|\bboard of\b|\blegislature\b"
    r"|\bgeneral assembly\b|\bstate (?:senate|house|of)\b|\bassembly\b)"
)
_PARTIES_IN = 8  # lines of an agreement's head
_ARTICLE = re.compile(
    r"(?i:(?:[IVX\]]+|\d{1,2}|article|section)\b\s?[.:\d]|(?:purpose|background|recitals|whereas|this\s|the\sparties)\b)"
)
_AND = re.compile(r"(?i:\s+and\s+(?:the\s)?)")
_NEXT_PARTY = re.compile(r"(?i:\s+and\s+(?:the\s|(?:state|commonwealth|county|city|town|department|office|board|bureau)\sof\s))")
# Names of federal offices that hold an "and" of their own.
_OWN_AND = re.compile(
    r"(?i:\b(?:immigration\s+and\s+(?:customs|naturalization)|(?:citizenship|customs|health|fish|science|commerce|parks)\s+and"
    r"|enforcement\s+and\s+removal|detention\s+and\s+removal)\s)"
)
FEWEST_LETTERS = 3  # of an agency's short name; two letters stand for too much
_OUTSIDE = re.compile(r"@(?![\w.-]*\.(?:gov|mil)\b)[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)


def names_of(label: str) -> tuple[str, ...]:
    """An agency's name as its papers use it: whole, without "U.S.", and by its letters. ("U.S. Coast and Harbor Guard": CHG.)"""
    plain = re.sub(r"^(?:the |u\.?s\.? |united states )+", "", label.strip(), flags=re.IGNORECASE)
    letters = "".join(word[0] for word in plain.split() if word[0].isupper())
    short = (letters,) if len(letters) >= FEWEST_LETTERS else ()
    return tuple(dict.fromkeys((label, plain, *short))) if plain else ()


def speaker_kind(name: str, own: tuple[str, ...] = ()) -> str:
    """The kind of the person or body named, one of SPEAKER_KINDS, or ''. `own` are names of the releasing agency."""
    if not name.strip():
        return ""
    for label in own:
        if label and re.search(rf"(?<!\w){re.escape(label)}(?!\w)", name, re.IGNORECASE if len(label) > 5 else 0):
            return house_kind(own)
    for kind, pattern in _SIGNS:
        found = pattern.search(name)
        lower = kind == "congress" and found and "ommittee" in found.group().lower() and _LOWER_HOUSE.search(name)
        if found and not (lower and not _FEDERAL_HOUSE.search(name)):
            return kind
    return ""


@lru_cache(maxsize=256)
def house_kind(own: tuple[str, ...]) -> str:
    """The kind of the releasing agency itself: of a sheriff's production local, of a State's police state; else agency."""
    told = speaker_kind(own[0]) if own else ""
    return told if told in _GOVERNMENTS else "agency"


def letterhead_kind(letterhead: str, own: tuple[str, ...] = ()) -> str:
    """The kind named by the first short line of a letterhead that names one, or ''; what is addressed stands further down."""
    lines = [line for line in letterhead.split("\n") if len(line.split()) <= _LETTERHEAD_WORDS]
    return next((kind for kind in (speaker_kind(line, own) for line in lines) if kind), "")


def audience_of(kind: str, recipients: tuple[str, ...], addressee: str, text: str) -> str:
    """internal, public, congress, state-local or '' for a document of this kind.

    Talking points are words prepared for the public, so they count as public unless the page marks them internal or draft.
    """
    to = "\n".join((*recipients, addressee))
    receiver = speaker_kind(to)
    if kind in ("press", "article", "cover-letter"):
        return "public"
    if kind == "talking-points":
        marked = re.search(
            r"(?i:\A\W*if[ -]asked\b|\binternal(?: use| only|\W{0,3} not)\b|\bdraft\b"
            r"|\bnot for (?:public|distribution|release|circulation)"
            r"|\bnot to be (?:shared|distributed|released|shown|circulated)\b"
            r"|\bnot to be (?:handed|given|sent|passed|read) (?:out|over|around|on)\b"
            r"|\bpre-?decisional\b)",
            text[:3000],
        )
        return "internal" if marked else "public"
    if receiver == "congress" or (kind in ("report", "other") and heard_by_congress(text)):
        return "congress"
    if kind == "agreement":
        return "state-local" if _STATE_OR_LOCAL.search(text[:3000]) and _FEDERAL.search(text[:3000]) else ""
    if receiver in ("state", "local"):
        return "state-local"
    if receiver == "press":
        return "public"
    if kind in ("email", "memo", "cable", "chronology"):
        return "" if _OUTSIDE.search(to) else "internal"
    return ""


def heard_by_congress(text: str) -> bool:
    """Whether the head of a paper says that it is what was said before a committee of the federal Congress."""
    head = [line.strip() for line in text[:1500].split("\n") if line.strip()][:8]
    joined = "\n".join(line for line in head if len(line.split()) <= _LETTERHEAD_WORDS * 2)
    told = any(_HEARD.search("\n".join(head[index : index + 3])) for index in range(len(head)))
    return told and _FEDERAL_HOUSE.search(joined) is not None and _LOWER_HOUSE.search(joined) is None


def head_of_agreement(lines: tuple[str, ...]) -> str:
    """Between whom an agreement says in its first lines to be, down to its first article, on one line; '' where they do not."""
    first = next((at for at, line in enumerate(lines[:_PARTIES_IN]) if re.search(r"(?i:\b(?:between|among)\b)", line)), -1)
    held: list[str] = []
    for line in lines[first : first + _PARTIES_IN] if first >= 0 else ():
        if _ARTICLE.match(line) or (held and held[-1].endswith(".") and len(held) > 1):
            break
        held.append(line.strip())
    return re.sub(r"\s*\([^)]*\)", "", " ".join(held))


def parties_of(title: str, author: str, recipients: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """An agreement's parties as (first, others), from a heading "... between A and B"; what was given where it names none."""
    named = re.search(r"(?i:\b(?:between|among|by and between)\s+(?:the\s)?)(?P<both>.{7,280})$", title)
    if not named:
        return author, recipients
    both = named["both"]
    within = [range(*found.span()) for found in _OWN_AND.finditer(both)]
    joints = [found for found in _AND.finditer(both) if not any(found.start() in name for name in within)]
    joints = [found for found in joints if found.start() > 2 and re.match(r"[A-Z█]", both[found.end() :])]
    joint = next((found for found in joints if _NEXT_PARTY.match(both, found.start())), next(iter(joints), None))
    if joint is None:
        return author, recipients
    other = re.split(r"\.\s|;|,?\s(?i:dated|effective|signed)\b", both[joint.end() :])[0].strip(" ,.")
    return both[: joint.start()].strip(" ,"), (other,)
