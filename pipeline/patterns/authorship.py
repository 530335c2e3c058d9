"""Whose a paper is where no header says so: credit lines, office lines, marks of secrecy, and the voice it is written in.

A title says what a paper is about, never who wrote it. What outsiders print of themselves is looked for before anything that
speaks for the releasing agency, and where nothing speaks for anybody the writer stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.patterns.parties import speaker_kind

AGENCY = "agency"
NOBODYS = "none"  # a body of none of the kinds, such as a university: no kind, but known to be no agency
_LONGEST = 14  # words of an office line or a credit; what is longer is prose
SHORT = 5  # words of a line that may name an office in small letters
_REACH = 6  # lines below a title in which an office line may stand
_DEED = r"prepared|written|compiled|produced|issued|published|released|submitted|drafted|authored|recorded|taken|transcribed"
_SORT = r"report|study|survey|brief(?:ing)?|white\spaper|publication|audit|investigation|paper|fact\s?sheet|project|product|guide"
_CREDIT = re.compile(
    rf"(?im)(?:^|[.;|(]\s|\b(?:was|is|were)\s)[\W_]*(?:(?:{_DEED})\s(?:jointly\s)?by\s?:?"
    rf"|(?:an?\s(?:[\w-]+\s)?|this\s(?:[\w-]+\s)?)?(?:{_SORT})(?:\s(?:to|for)(?:\s\w+){{1,4}})?\s(?:by|from|of)\b\s?:?"
    r"|(?:author|authors|prepared\sby|recorder|reporter|contact|media\scontact|press\scontact|contacts|office|source\sof\sthis\spaper"
    r"|respectfully\ssubmitted)\s?:|by\b|©\s?(?:\d{4})?|copyright\s(?:©\s?)?(?:\d{4})?)[ \t]*(?:\n[ \t]*)?"
    r"(?P<who>(?:the\s)?[^\n.;:|]{3,110})"
)
_DATE_TAIL = re.compile(
    r"(?i:[\s,(–-]*(?<!\w)(?:(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|fall"
    r"|winter|revised|issued|posted|updated)\b.*|\(?\d{3}\)?[\s.-].*|\d{1,2}[/.].*|(?:19|20)\d\d\b.*|\S+@\S+.*))$"
)
_OUTSIDERS = re.compile(
    r"(?i:\buniversity\b|\bcollege\b|\blaw\s(?:school|clinic)\b|\binstitute\b|\bgrand\sjury\b|\bthink\stank\b|\bfaculty\b)"
)
_WATCHDOG = re.compile(r"(?i:\bgovernment accountability office\b|\bcongressional (?:research service|budget office)\b)|\bGAO\b")
# The last words of what can write a paper; "the county's role", "checks in Marlow" are what papers are about.
_ORGANISATION = (
    r"offices?|units?|divisions?|branch|bureau|department|agency|directorate|administration|services?|cent(?:er|re)|coalition|network"
    r"|alliance|foundation|association|union|clinic|project|council|school|university|college|institute|league|society"
    r"|(?:sub)?committee|commission(?:ers)?|board|supervisors|court|jury|police|group|task\sforce|defenders?|legislature|assembly|party"
    r"|church|ministry|campaign|initiative|fund|watch|rights|press|times|tribune|herald|courier|news|affairs|relations|headquarters"
    r"|(?:hot|help)?line|desk"
)
_RANK = (
    r"auditor|comptroller|controller|inspector\sgeneral|sheriff|team|staff|officers?|director|chief|secretary|analysts?|clerk|attorneys?"
    r"|counsel|reporter|stenographer|writer|liaison|coordinator|adviser|advisor|governor|mayor|defender"
)
# The last words of what can write a paper; "the county's role", "checks in Marlow" are what papers are about.
_BODY = re.compile(rf"(?i:\b(?:{_ORGANISATION}|{_RANK})(?:\s?\([A-Z]{{2,8}}\))?)\W*$")
_HOUSE = re.compile(rf"(?i:\b(?:{_ORGANISATION})(?:\s?\([A-Z]{{2,8}}\))?)\W*$")
# What the first line of a letterhead may be as well. "Alder County" alone is more often what a paper is about.
_GOVERNMENT = re.compile(
    r"(?:U\.\s?S\.|US|United States|UNITED STATES)\s[A-Z][^.?!]*$"
    r"|(?i:county|city|town|village|commonwealth|parish)\s(?i:of)\s[A-Z]"
)
_NO_OFFICE = re.compile(
    r"(?i:^(?:present|attend\w*|prepared|members|distribution|subject|place|location|date|cop(?:y|ies)|see|table|figure|note|source"
    r"|about|on|by|with|under|of|for|to|the\srole|what|how|why|when|is|are|do|does|can|re|subject|title|topic|program)\b)"
    r"|[?!]|(?i:\b(?:is|are|was|were|has|have|had|will|shall|may|must|can|said|says|and\s(?:you|the\scommunity))\b)"
)
_RESTRICTED = re.compile(
    r"(?im)^[^\n]{0,60}\b(?:for\sofficial\suse(?:\sonly)?|FOUO|law\senforcement\ssensitive|pre-?decisional|deliberative"
    r"|internal\suse(?:\sonly)?|(?:internal\s(?:note|paper|document|draft)\b)|not\sfor\s(?:public\s)?(?:distribution|release)"
    r"|for\suse\sby\s[^\n]{0,40}(?:staff|spokes\w+|officers|field))\b"
)
# A mark of secrecy before the office on one line is no part of its name.
_MARKED = re.compile(
    r"^(?i:(?:for\sofficial\suse\sonly|internal\suse\sonly|law\senforcement\ssensitive|fouo|pre-?decisional|deliberative|draft|sensitive"
    r"|confidential|privileged|not\sfor\s(?:public\s)?(?:distribution|release))(?:\s?[-–—|/:;,.]+\s*|\s{2,}))+"
)
_PREPARED_FOR = re.compile(
    r"(?i:\bprepared\sfor\s(?:use\sby\s)?(?:the\s)?(?:(?:deputy|acting|principal)\s)*"
    r"(?:assistant\s(?:director|secretary)|(?:under)?secretary|director|front\soffice|executive\sassociate|chief\sof\sstaff|headquarters))"
)
_SERIES = re.compile(
    r"(?i:\b(?:daily|weekly|monthly|quarterly|annual|year-to-date|cumulative|fiscal\syear|FY\s?-?\d+|nationwide)\b"
    r"[^\n]{0,60}\b(?:statistics|report|metrics|data|figures|numbers|activity|summary|dashboard|sheet|status|update|interoperability)\b"
    r"|\b(?:statistics|metrics|statistical\s(?:report|summary|tables?)|deployment\s(?:status|plan)|activity\sreport)\b)"
)
_OURS = re.compile(
    r"(?i:\b(?:this|our)\s(?:agency|directorate|program\soffice|component|headquarters|bureau)\b|\bour\s(?:own\s)?(?:field\soffices?"
    r"|program|special\sagents|detention\s\w+|enforcement\sofficers|deportation\sofficers|interoperability)\b"
    r"|\b(?:questions|inquiries|media|press)\b[^.]{0,80}\b(?:directed|referred|go|sent|forwarded)\sto\s(?:the\s|our\s)?(?:office\sof\s)?"
    r"(?:public\saffairs|press\soffice|field\soffice|program\soffice)"
    r"|\bwe\s(?:(?:have|had|now|will|also)\s)*(?:deploy(?:ed)?|activated?|remov(?:e|ed)|lodged?|plan\sto\sactivate)\b)"
)
_THEIRS = re.compile(
    r"(?i:\b(?:our|my)\s(?:clients?|members?|organi[sz]ations?|coalition|clinic|students|neighbou?rs|parishioners|readers|community)\b"
    r"|\b(?:questions|inquiries|media|press)\b[^.]{0,80}\b(?:directed|referred|go|sent|forwarded)\sto\s(?:the\s|our\s)?(?:office\sof\s)?"
    r"(?:public\saffairs|press\soffice|field\soffice|program\soffice)"
    r"|\bwe\s(?:(?:have|had|also)\s)*(?:interviewed|call\son|urge|demand|sued|documented|surveyed|represent|spoke\s(?:with|to)"
    r"|reviewed\srecords|filed\s(?:a|an|suit))\b"
    r"|\b(?:through|under|from|by|via)\s(?:\w+\s){0,4}(?:FOIA|freedom\sof\sinformation|public\srecords)\b"
    r"|\b(?:obtained|released\sto\sus|provided\sto\sus)\b[^.\n]{0,60}\b(?:request|lawsuit|litigation)\b|\bknow\syour\srights\b)"
)
_DOUBTED = (
    r"(?:claim(?:s|ed)?|admit(?:s|ted)?|insist(?:s|ed)?|refus(?:es|ed)|declin(?:es|ed)|deni(?:es|ed)|fail(?:s|ed)?|contends?"
    r"|did\snot\s(?:respond|answer|reply)|would\snot\s(?:say|discuss|comment)|ha(?:s|ve)\s(?:failed|refused|misled|not\s(?:answered|explained))"
    r"|officials?\s(?:say|said|told|claim|claimed|admit|admitted|refused)|(?:told|assured|promised|misled)\s(?:us|the\spublic|counties))"
)
_RELEASED = re.compile(r"(?i:\bFOIA\b|\bfreedom of information\b|\breleased\b|\bresponsive\b)")  # who hands papers out wrote none
_INSIDE = re.compile(
    r"(?i:^\W*(?:colleagues|team)\b|\bour\s(?:guidance|slides?|position|field\soffices?|outreach|talking\spoints|line|website|web\ssite"
    r"|fact\ssheet|message|deployment|program|own\s\w+)\b|\bfront\soffice\b|\bHQ\b|\bheadquarters\b|\bthe\sHill\b"
    r"|\bpublic\saffairs\b)"
)
_MEETING = re.compile(r"(?i:\bminutes\b|\bmeeting\b|\bagenda\b|\bproceedings\b|\bsteering\b)")
_MINUTES_OF = re.compile(
    r"(?i:\b(?:minutes|proceedings)\sof\s(?:(?:the|a|an|regular|special|monthly|joint|annual)\s)*(?:meeting\sof\s(?:the\s)?)?)"
    r"(?P<who>[A-Z][^\n]{3,90})$"
)
_TAKEN_DOWN = re.compile(r"(?i:\bdeposition of\b|\btranscript\b|^(?:public |joint )?hearing\b|\bhearing before\b|^before the$)")
_OF_WHOM = re.compile(
    r"(?i:\b(?:declaration|affidavit|testimony|statement|remarks|speech)\sof\s(?:the\s)?)(?P<who>[A-Z][^\n]{3,110})$"
)
_FIRST = re.compile(r"(?i:\b(?:we|our|us)\b)")
_SENTENCE = re.compile(r"[^.?!\n]+(?:\n[^.?!\n]+)*[.?!]")
_CODES = re.compile(r"\(?b\)?\s?\(\d\)|█")
_ROLE = re.compile(
    r"(?:[A-Z][\w’'-]*,?\s){0,4}(?:Liaison|Coordinator|Analyst|Advis[eo]r|Specialist|Statistician|Manager|Chief|Officer|Director|Counsel"
    r"|Unit|Branch|Division|Staff)\b(?:,\s(?:[A-Z][\w’'-]*\s?){1,4})?"
)
_CUT = re.compile(
    r"(?im)^[\W_]*(?:original message\b|from\s?:|warning\b|notice\b|this (?:e-?mail|message)\b|confidential|sent from\b)"
)


@dataclass(frozen=True, slots=True)
class Names:
    """How a release's papers call the agency whose records they are, and the program (its component) they are about."""

    agency: tuple[str, ...]
    program: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Both, the agency's first."""
        return self.agency + self.program


@dataclass(frozen=True, slots=True)
class Paper:
    """What of a paper can tell who wrote it. `above` are the lines over its title, `below` those under it, `margins` the lines
    printed again on its pages, `foot` the last lines of its text; `text` is all of it. `for_public`: talking points,
    questions and answers or a press release, which an agency keeps of its own more than of others'."""

    title: str
    above: tuple[str, ...]
    below: tuple[str, ...]
    margins: tuple[str, ...]
    foot: tuple[str, ...]
    text: str
    for_public: bool = False


@dataclass(frozen=True, slots=True)
class Writer:
    """`name` as printed ('' where only the kind is known), `kind` one of SPEAKER_KINDS or '', and in `why` what told it."""

    name: str
    kind: str
    why: str


UNKNOWN = Writer("", "", "")


def writer_of(paper: Paper, own: Names) -> Writer:
    """Who wrote the paper, by what is printed on it, else by how it speaks of the agency `own`; UNKNOWN where neither tells."""
    for name, kind, why in _printed(paper, own):
        if kind:
            return Writer(name, "" if kind == NOBODYS else kind, why)
    if not own.agency or not _named(f"{paper.title}\n{paper.text}", own.all) or _by_outsiders(paper.text, own):
        return UNKNOWN
    if _RESTRICTED.search("\n".join((paper.text[:1200], *paper.margins, *paper.foot))):
        return Writer("", AGENCY, "a mark of secrecy")
    if _PREPARED_FOR.search(paper.text[:1500]):
        return Writer("", AGENCY, "prepared for an officer of the agency")
    if _MEETING.search("\n".join((paper.title, *paper.below[:2]))) and _met_at(own).search(paper.text[:800]):
        return Writer("", AGENCY, "met at the agency's own office")
    if _OURS.search(paper.text) or _signed_by_one_of_us(paper, own):
        return Writer("", AGENCY, "speaks of the agency as its own")
    if paper.for_public and _named("\n".join((*paper.above, paper.title)), own.all):
        return Writer("", AGENCY, "speaks to the public for the program")
    if _SERIES.search(paper.title) and _named(f"{paper.title}\n{paper.text[:800]}", own.all) and not _FIRST.search(paper.text):
        return Writer("", AGENCY, "one of a series of the agency's figures")
    return UNKNOWN


def colleague(sender: str, recipients: tuple[str, ...], text: str, own: Names) -> bool:
    """Whether a mail with a bare rank for a sender ("Regional Coordinator, West") is from the agency's own staff: it goes to them
    and speaks of the house from inside."""
    if not _ROLE.fullmatch(sender.strip()) or not recipients or _kind(sender, own):
        return False
    kinds = {_kind(one, own) or ("" if _ROLE.fullmatch(one.strip()) or _CODES.search(one) else NOBODYS) for one in recipients}
    return kinds <= {AGENCY, ""} and AGENCY in kinds and _INSIDE.search(text) is not None


def signed_kind(text: str, sender: str, own: Names) -> str:
    """The kind of whoever signed a mail, from the lines below its last sentence; '' where they do not tell.

    A sender whose name is withheld and who signs with a bare rank is one of the agency's own staff.
    """
    cut = _CUT.search(text)
    lines = [line.strip(" >\t") for line in text[: cut.start() if cut else len(text)].split("\n")]
    signature = [line for line in lines if line and len(line.split()) <= _LONGEST][-5:]
    while signature and not is_office(signature[0]) and not _ROLE.fullmatch(signature[0]):
        signature = signature[1:]
    kind = _kind("\n".join(signature), own) if signature else ""
    if kind:
        return "" if kind == NOBODYS else kind
    withheld = bool(_CODES.search(sender)) and not re.search(r"[A-Z][a-z]{2}", _CODES.sub("", sender))
    return AGENCY if withheld and any(_ROLE.fullmatch(line) for line in signature) else ""


def _printed(paper: Paper, own: Names) -> Iterable[tuple[str, str, str]]:
    """(name, kind, why) of everybody the paper names as its writer, the surest first."""
    if any(_TAKEN_DOWN.search(line) for line in (paper.title, *paper.below[:4]) if len(line.split()) <= _LONGEST):
        return  # a court's or a committee's head stands above what others say
    above = "\n".join(line for line in paper.above if not _NO_OFFICE.search(line))
    speaks = _OF_WHOM.search(paper.title)
    if speaks:
        yield speaks["who"].strip(" ,"), _kind(_DATE_TAIL.sub("", speaks["who"]), own), "named in the title as who speaks"
    if not speaks or _kind(above, own) not in ("court", "congress"):  # before whom it is said stands there
        yield "", _kind(above, own), "stands above the title"
    for pattern in (_MINUTES_OF, _OF_WHOM):
        if (found := pattern.search(paper.title)) and (name := _DATE_TAIL.sub("", found["who"]).strip(" ,")):
            yield name, _kind(name, own), "named in the title as its writer"
    if is_office(paper.title, by_head=True) and not _named(paper.title, own.program):
        yield paper.title, _kind(paper.title, own), "an office heads it"
    ends = "\n".join((*paper.below[: 2 * _REACH], "", *paper.foot))
    for found in _CREDIT.finditer(ends):
        printed = found.group().lstrip(" .;|(_-\n\t")
        name = _name_in(found["who"], own) if not printed[:1].islower() or printed.startswith(("is ", "was ", "were ")) else ""
        if name:
            yield name, _kind(name, own), "named as its writer"
    for line in (*paper.below[:_REACH], *paper.margins, *paper.foot[-3:]):
        name = _office_in(line, own)
        if name:
            yield name, _kind(name, own), "an office line"


def _kind(name: str, own: Names) -> str:
    if not name.strip():
        return ""
    if _WATCHDOG.search(name):
        return "congress"
    told = speaker_kind(name, own.agency)
    if not told and _named(name, own.program) and _BODY.search(re.split(r",|\s[-–]\s", name)[0]):
        return AGENCY  # "the Harbor Watch Program Office"; the program's name alone is what many a paper is about
    outside = _OUTSIDERS.search(name) and not _named(name, own.agency)
    return NOBODYS if outside and told in ("", AGENCY) else told


def _name_in(printed: str, own: Names) -> str:
    """The body a credit names, without a date behind it; '' where it is not one that writes papers."""
    name = _DATE_TAIL.sub("", printed).strip(" ,-–|")
    if len(name.split()) > _LONGEST or re.search(r"(?i:['’]s?\s\w+$)", name):
        return ""
    head = re.split(r"(?i:,|\s(?:of|for|at|in)\s)", name)[0]
    return name if _BODY.search(head) or _BODY.search(name) or _ends_in_own(name, own) else ""


def _office_in(line: str, own: Names) -> str:
    """The office that a line names, up to its first stop; '' where it names none, or speaks of one."""
    line = _MARKED.sub("", line.strip())
    first = _DATE_TAIL.sub("", re.split(r"(?<!U\.S)(?<!\b[A-Z])[.|•]\s|\s[|•–—]\s", line.strip())[0]).strip(" ,-–|.")
    if (
        not first
        or not first[:1].isupper()
        or _NO_OFFICE.search(first)
        or _RELEASED.search(line)
        or len(first.split()) > _LONGEST
    ):
        return ""
    return first if is_office(first) or any(_ends_in_own(part, own) for part in first.split(",")) else ""


def is_office(line: str, by_head: bool = False) -> bool:
    """Whether one of the parts between commas is named for an office: "Office of Policy", "Field Office Director".

    `by_head`: the word before "of", "for" and "on" must be one for an office; "A report on the sheriff" is none.
    """
    small = [word for word in re.findall(r"[A-Za-z][\w’'-]*", line) if word[0].islower() and len(word) > 3]
    if len(line.split()) <= SHORT and line[:1].isupper():
        small = []  # "Legal aid line, Port Lindley"
    heads = [re.split(r"\s(?i:of|for|on|and)\s", part)[0] for part in line.split(",")]
    named = (
        bool(_HOUSE.search(heads[0]) or _GOVERNMENT.match(line)) if by_head else any(_BODY.search(one) for one in (*heads, line))
    )
    return named and not small and not _NO_OFFICE.search(line)


@lru_cache(maxsize=256)
def _met_at(own: Names) -> re.Pattern[str]:
    names = "|".join(re.escape(one) for one in own.agency)
    return re.compile(
        rf"(?<!\w)(?:{names})(?:['’]s?)?\s(?i:headquarters|HQ|conference|(?:regional|field|main)\soffice|building)\b"
    )


def _ends_in_own(name: str, own: Names) -> bool:
    """Whether the words are the agency's name and no more, or an office of it: not "checks by" it."""
    plain = re.sub(r"(?i:^(?:the\s|u\.?s\.?\s|united states\s)+)", "", name.strip()).casefold()
    return any(plain in (label.casefold(), re.sub(r"(?i:^u\.?s\.?\s)", "", label).casefold()) for label in own.agency)


@lru_cache(maxsize=256)
def _naming(names: tuple[str, ...]) -> re.Pattern[str]:
    forms = (re.escape(one) if len(one) <= 5 else rf"(?i:{re.escape(one)})" for one in names)  # short names only in capitals
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")


def _named(text: str, names: tuple[str, ...]) -> bool:
    return bool(names) and _naming(names).search(text) is not None


def _by_outsiders(text: str, own: Names) -> bool:
    """Whether the paper speaks as those do who look at the agency from outside, or doubt it."""
    if _THEIRS.search(text):
        return True
    names = "|".join(re.escape(one) for one in own.agency)
    said = re.compile(
        rf"\b(?:{names}|(?i:the\s(?:federal\s)?agency))(?:['’]s?)?\s(?i:{_DOUBTED})\b"
        rf"|(?i:\b(?:according\sto|data\s(?:from|obtained\sfrom)|records\s(?:from|obtained\sfrom)|figures\sfrom))\s(?:{names})"
    )
    return said.search(text) is not None


def _signed_by_one_of_us(paper: Paper, own: Names) -> bool:
    """Signed with a bare rank under a text whose "we" is answerable for the program."""
    if not any(_ROLE.fullmatch(line.strip()) for line in paper.foot[-3:]):
        return False
    return any(_FIRST.search(one.group()) and _named(one.group(), own.all) for one in _SENTENCE.finditer(paper.text))
