"""Names of bodies that write papers: whether a line names an office, and of what kind a body is to the agency of a release."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.patterns.writers.parties import FEDERAL_OFFICES, speaker_kind

AGENCY = "agency"
NOBODYS = "none"  # a body of none of the kinds, such as a university: no kind, but known to be no agency
LONGEST = 14  # words of an office line or a credit; what is longer is prose
_SHORT = 5  # words of a line that may name an office in small letters
DATE_TAIL = re.compile(
    r"(?i:[\s,(–-]*(?<!\w)(?:(?:january|february|march(?=[\s,]*(?:\d|$))|april|may(?=[\s,]*(?:\d|$))|june|july|august|september|october|november|december|spring|summer|fall"
    r"|winter|revised|issued|posted|updated|version|rev\.)\b.*|\(?\d{3}\)?[\s.-].*|\d{1,2}[/.].*|(?:19|20)\d\d\b.*|\S+@\S+.*))$"
)
_OUTSIDERS = re.compile(
    r"(?i:\buniversity\b|\bcollege\b|\blaw\s(?:school|clinic)\b|\binstitute\b|\bgrand\sjury\b|\bthink\stank\b|\bfaculty\b|\b(?:llp|llc|inc)\b)"
)
_WATCHDOG = re.compile(r"(?i:\bgovernment accountability office\b|\bcongressional (?:research service|budget office)\b)|\bGAO\b")
# The last words of what can write a paper; "the county's role", "checks in Marlow" are what papers are about.
_ORGANISATION = (
    r"offices?|units?|divisions?|branch|bureau|department|agency|directorate|administration|services?|cent(?:er|re)|coalition|collective|network"
    r"|alliance|foundation|association|union|clinic|project|council|school|university|college|institute|league|society"
    r"|(?:sub)?committee|commission(?:ers)?|board|supervisors|court|jury|police|group|task\sforce|defenders?|legislature|assembly|party"
    r"|church|ministry|campaign|initiative|fund|watch|rights|press|times|tribune|herald|courier|news|affairs|relations|headquarters"
    r"|(?:hot|help)?line|desk|legal\said"
)
_RANK = (
    r"auditor|comptroller|controller|inspector\sgeneral|sheriff|team|staff|officers?|director|chief|secretary|analysts?|clerk|attorneys?"
    r"|counsel|reporter|stenographer|writer|liaison|coordinator|adviser|advisor|governor|mayor|defender|administrator|superintendent"
    r"|executive|treasurer"
)
_BODY = re.compile(
    rf"(?:(?i:\b(?:{_ORGANISATION}|{_RANK})(?:\s?\([A-Z]{{2,8}}\))?)|\b(?:PMO|HQ|(?:{FEDERAL_OFFICES})(?:\s[A-Z][a-z]+){{0,2}})"
    r"|(?i:\b(?:field|regional|district|resident)\soffice\s)[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\W*$"
)
_RANKED = re.compile(rf"\b(?i:{_RANK})(?:\s[A-Z][\w.’'-]*){{2,3}}$")  # "Relations Officer Jane Poe"
_ABOUT = re.compile(
    r"(?<!ommittee)(?<!ommission)(?<!orce)(?<!roup)(?<!ouncil)\s(?i:on|about|concerning|regarding|for\sthe)\s(?=[A-Z])"
)
_WHITHER = re.compile(r"\s(?i:to|with|from)\s")
_HOUSE = re.compile(rf"(?i:\b(?:{_ORGANISATION})(?:\s?\([A-Z]{{2,8}}\))?)\W*$")
# What the first line of a letterhead may be as well. "Alder County" alone is more often what a paper is about.
_GOVERNMENT = re.compile(
    r"(?:U\.\s?S\.|US|United States|UNITED STATES)\s[A-Z][^.?!]*$"
    r"|(?i:county|city|town|village|commonwealth|parish)\s(?i:of)\s[A-Z]"
    r"|(?i:state\sof)(?:\s[A-Z][\w’'-]+){1,3}?,?\s(?i:office|department|division|bureau|board|commission|attorney|executive|senate)\b"
)
# "Stop Harbor Watch Hotline" is none of the program's own.
_AGAINST = re.compile(r"(?i:\W*(?:the\s)?(?:stop|against|end|no|resist|oppos\w+|abolish|beyond|out\sof|uncover\w*)\b)")
# Of no other body than the one whose program the papers are about, where none is named.
_PROGRAM_OFFICE = re.compile(r"(?:(?:^|,\s|\bthe\s)Program\s(?:Management\s)?Office|(?:^|,\s)PMO)\s*$")
_ADDRESSED = (  # whom a paper is for is not who wrote it: "Brief to the state association"
    r"(?:an?\s)?(?:brief(?:ing)?|report|presentation|remarks|talk|speech|testimony|letter|memo\w*|address|update|submission|notice|handout|statement|slides|responses?|reply|answers?|complaint|petition|open\sletter)"
    r"\s(?:to|for|before)"
)
NO_OFFICE = re.compile(
    rf"(?i:^(?:{_ADDRESSED}|(?:bill(?:ed)?|sold|ship(?:ped)?)\sto|attn|attention|remit|present|attend\w*|prepared|members|distribution|subject|place|location|date|cop(?:y|ies)|callers?|complainants?|visitors?|see|table|figure|note|source"
    r"|about|on|by|with|under|of|for|to|the\srole|what|how|why|when|is|are|do|does|can|re|subject|title|topic|program(?!\s(?:management\s)?office\b))\b)"
    r"|^(?:(?!United|Unified|Combined|Limited|Allied|Associated)\w+ed|[Ss]ent|[Tt]old|[Gg]iven|[Ss]een|[Ss]poke|[Hh]eld)\s(?:to|from|with|at|in|on|for|by)\b"
    r"|\b(?i:to|attn|re)\s?:|^(?i:not\s)|[?!→]|->|(?i:\b(?:this|these|is|are|was|were|has|have|had|will|shall|may|must|can|said|says|and\s(?:you|the\scommunity))\b)"
)
_LABEL = re.compile(r"(?i:^(?:(?:media|press|news)\s)?contacts?\s?:\s*)")  # before whom the press may ask: no part of the name
# A mark of secrecy before the office on one line is no part of its name.
_MARKED = re.compile(
    r"^(?i:(?:for\sofficial\suse\sonly|internal\suse\sonly|law\senforcement\ssensitive|fouo|pre-?decisional|deliberative|draft|sensitive"
    r"|confidential|privileged|not\sfor\s(?:public\s)?(?:distribution|release))(?:\s?[-–—|/:;,.]+\s*|\s{2,}|\s(?=[A-Z][a-z])))+"
)
_FIRM = re.compile(r"\b(?:LLP|LLC|Inc|INC|Consultants|Consulting|Associates)\.?$")
ROOM = re.compile(r"(?i:,\s(?:conference\s)?(?:room|rm|suite|auditorium|hall)\b)")  # where people met
RELEASED = re.compile(r"(?i:\bFOIA\b|\bfreedom of information\b|\breleased\b|\bresponsive\b)")  # who hands papers out wrote none


@dataclass(frozen=True, slots=True)
class Names:
    """How a release's papers call the agency whose records they are, and the program (its component) they are about."""

    agency: tuple[str, ...]
    program: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Both, the agency's first."""
        return self.agency + self.program


def kind_of(name: str, own: Names) -> str:
    if not name.strip():
        return ""
    if _WATCHDOG.search(name):
        return "congress"
    told = speaker_kind(name, own.agency)
    if not told and is_named(name, own.program) and not _AGAINST.match(name) and _BODY.search(re.split(r",|\s[-–]\s", name)[0]):
        return AGENCY  # "the Harbor Watch Program Office"; the program's name alone is what many a paper is about
    if not told and own.program and (_PROGRAM_OFFICE.search(name) or _by_letters(own.program).search(name)):
        return AGENCY
    outside = _OUTSIDERS.search(name) and not is_named(name, own.agency)
    return NOBODYS if outside and told in ("", AGENCY) else told


def name_in(printed: str, own: Names) -> str:
    """The body a credit names, without a date behind it; '' where it is not one that writes papers."""
    name = DATE_TAIL.sub("", printed).strip(" ,-–|")
    if (about := _ABOUT.search(name)) and _BODY.search(name[: about.start()]):
        name = name[: about.start()]  # "the Owners' Alliance on Harbor Watch"
    if whither := _WHITHER.search(name):  # "the Bureau to the Court", and no "visit to the Bureau"
        name = name[: whither.start()] if _BODY.search(name[: whither.start()]) else ""
    if len(name.split()) > LONGEST or (re.search(r"(?i:['’]s?\s\w+$)", name) and not _HOUSE.search(name)):
        return ""  # "the county's role", and no "Owners' Association"
    head = re.split(r"(?i:,|\s(?:of|for|at|in|and)\s)", name)[0]
    writes = _BODY.search(head) or any(form.search(name) for form in (_BODY, _RANKED, _FIRM))
    return name if writes or is_own(name, own) else ""


def office_in(line: str, own: Names) -> str:
    """The office that a line names, up to its first stop; '' where it names none, or speaks of one."""
    line = _LABEL.sub("", unmarked(line))
    first = DATE_TAIL.sub("", re.split(r"(?<!U\.S)(?<!\b[A-Z])[.|•]\s|\s[|•·*–—-]\s", line.strip())[0]).strip(" ,-–|.")
    if not first or not first[:1].isupper() or NO_OFFICE.search(first) or RELEASED.search(line) or len(first.split()) > LONGEST:
        return ""
    if ROOM.search(first):
        return ""
    if is_office(first) or any(is_own(part, own) for part in first.split(",")):
        return first
    house, _, rest = first.partition(",")  # "Ashby Legal Clinic, an oral history of the program"
    if rest.strip()[:1].islower() and is_office(house):
        return house
    house, joint, _ = first.partition(" with ")  # "Ashby Legal Clinic with the Harbor Ministry"
    return house if joint and is_office(house) else ""


def unmarked(line: str) -> str:
    """The line without the marks of secrecy before it."""
    return _MARKED.sub("", line.strip())


def is_office(line: str, by_head: bool = False) -> bool:
    """Whether one of the parts between commas is named for an office: "Office of Policy", "Field Office Director".

    `by_head`: the word before "of", "for" and "on" must be one for an office; "A report on the sheriff" is none.
    """
    small = [word for word in re.findall(r"[A-Za-z][\w’'-]*", line) if word[0].islower() and len(word) > 3]
    if len(line.split()) <= _SHORT and line[:1].isupper():
        small = []  # "Legal aid line, Port Lindley"
    heads = [re.split(r"\s(?i:of|for|on|and)\s", part)[0] for part in line.split(",")]
    named = (
        bool(_HOUSE.search(heads[0]) or _GOVERNMENT.match(line)) if by_head else any(_BODY.search(one) for one in (*heads, line))
    )
    return named and not small and not NO_OFFICE.search(line)


def is_own(name: str, own: Names) -> bool:
    """Whether the words are the agency's name and no more, or an office of it: not "checks by" it."""
    plain = re.sub(r"(?i:^(?:the\s|u\.?s\.?\s|united states\s)+)", "", name.strip()).casefold()
    return any(plain in (label.casefold(), re.sub(r"(?i:^u\.?s\.?\s)", "", label).casefold()) for label in own.agency)


def program_letters(own: Names) -> tuple[str, ...]:
    """The first letters of the program's names of two words or more: "HW" for Harbor Watch."""
    letters = {"".join(word[0] for word in name.split() if word[0].isupper()) for name in own.program}
    return tuple(sorted(one for one in letters if len(one) > 1))


@lru_cache(maxsize=256)
def _by_letters(program: tuple[str, ...]) -> re.Pattern[str]:
    """Offices of a program that go by its first letters: "HW PMO", "HW-Outreach"."""
    named = "|".join(map(re.escape, program_letters(Names((), program)))) or r"(?!)"
    office = r"PMO|(?i:program\s(?:management\s)?office|outreach|deployment|communications\s(?:team|desk)|field\scoordinators?)"
    return re.compile(rf"(?<![\w-])(?:{named})[\s-](?:{office})\b")


@lru_cache(maxsize=256)
def _naming(names: tuple[str, ...]) -> re.Pattern[str]:
    forms = (re.escape(one) if len(one) <= 5 else rf"(?i:{re.escape(one)})" for one in names)  # short names only in capitals
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")


def is_named(text: str, names: tuple[str, ...]) -> bool:
    return bool(names) and _naming(names).search(text) is not None
