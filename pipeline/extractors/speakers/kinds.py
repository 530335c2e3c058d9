"""What kind of speaker a phrase names: the words for offices, courts, councils, groups, papers and records.

Words of rank that say nothing of whose they are ("counsel", "the director") take the kind of the body that speaks of them as
its own.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.patterns.writers.parties import NO_STATE

OFFICIAL = frozenset({"agency", "congress", "state", "local", "court"})

# In this order: a "federal judge" is a court, an "immigrant coalition of the county" a group, before the general words apply.
_KINDS = {
    "record": "records record data statistics documents document figures numbers spreadsheet memo memorandum email emails e-mail"
    " e-mails statistic table chart log",
    "court": "judge judges court courts justice justices magistrate magistrates tribunal jurist",
    "congress": "congressman congresswoman congressmen senator senators rep rep. reps. reps sen sen. sens. congress house senate"
    " lawmaker lawmakers congressional hill congressmember",
    "advocate": "advocate advocates activist activists coalition network union unions critics critic opponents opponent"
    " proponents association alliance organization organizations organisation"
    " organisations nonprofit nonprofits ngo ngos campaign"
    " clinic foundation plaintiff plaintiffs organizer organizers organiser organisers shelter shelters aclu protesters"
    " campaigners campaigner federation watchdog league petitioners petitioner",
    "local": "sheriff sheriffs undersheriff undersheriffs mayor mayors county counties city cities town towns village parish"
    " borough police precinct precincts policemen policeman patrolman deputies supervisors alderman aldermen councilman"
    " councilwoman councilmember councilmembers councilor councillor councilors councillors council jail jails jailer jailers"
    " warden local localities locality municipal municipality"
    " municipalities selectmen selectman constable dispatcher commissioners"
    " captain captains lieutenant lieutenants sergeant sergeants chiefs lockup bookings booking da cops cop precincts defender"
    " departments co cty pd",
    "state": "governor governors gov gov. legislature assembly assemblyman assemblywoman assemblymember state states statewide"
    " legislator legislators trooper troopers",
    "press": "newspaper newspapers reporter reporters times post journal tribune chronicle herald gazette news press magazine"
    " reuters journalist journalists media blog wire courier"
    " ledger sentinel columnist columnists editor editors editorial blogger"
    " broadcaster newsroom newscast host moderator interviewer anchor"
    " correspondent paper papers examiner inquirer observer bulletin",
    "agency": "federal feds fed immigration homeland fbi cbp uscis headquarters hq agents agent washington"
    " administration government cabinet",
    "": "resident residents citizen citizens pastor pastors priest priests bishop bishops minister professor professors"
    " researcher researchers economist economists scholar scholars academic academics criminologist farmer farmers neighbor"
    " neighbors neighbour neighbours mother mothers father fathers parent parents victim victims witness witnesses driver drivers"
    " worker workers man men woman women student students"
    " teacher teachers caller callers reader readers immigrant immigrants client"
    " clients detainee detainees inmate inmates nephew niece cousin cousins brother sister shopkeeper owner owners employer"
    " employers voter voters doctor doctors nurse nurses tenant tenants parishioner parishioners family families wife husband"
    " daughter son study studies expert experts analysts guy constituent constituents everybody people folks rumor rumour"
    " grandmother aunt uncle boy girl child children kid vendor grower growers businessman congregation church churches",
}  # fmt: skip
_WORDS = {word: kind for kind, words in reversed(_KINDS.items()) for word in words.split()}
_RANK = frozenset(_KINDS)
# Where the words alone mislead. First match counts; looked for in the lower-case phrase, padded with spaces.
_PHRASES = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r" (?:office of )?(?:public|congressional|media|external|intergovernmental) (?:affairs|relations|liaison)", "role"),
        (r" (?:press|media|news) (?:officer|office|secretary|spokes\w+|liaison|aide|desk|team|assistant|contact)", "role"),
        (r" inspectors? general", "role"),
        (r" councils? (?:of|for|on) (?:churches|synagogues|mosques|rabbis|bishops|immigrants?|refugees?)\b"
         r"| (?:interfaith|ministerial|labou?r|trades) councils?\b", "advocate"),
        (r" union (?:representative|president|leader|official|steward|local)| guild", "advocate"),
        (r" (?:legal aid|civil (?:liberties|rights)|(?:im)?migrants?['’]? rights|human rights|bar association|advocacy)\b",
         "advocate"),
        (r" (?:lawyers?|attorneys?|counsel) (?:for|of) (?:the |a |some )?"
         r"(?:plaintiffs?|detainees?|immigrants?|families|defendants?)", "advocate"),
        (r" (?:immigration|defen[cs]e|plaintiffs?['’]?|immigrants?['’]?|opposing|class) (?:lawyers?|attorneys?|counsel)",
         "advocate"),
        (r" (?:(?<!deputy )sheriffs?|police chiefs?|chiefs of police|counties|cities|mayors|municipal(?:ities)?)"
         r" (?:association|league|conference|federation)| (?:association|league|conference) of (?:counties|cities|sheriffs|mayors"
         r"|chiefs of police|police chiefs)", "local"),
        (r" (?:(?:im)?migrants?|refugees?|workers?|asylum|day labor(?:er)?s?|latin[oa]s?|hispanic|legal|law|rights|defense)"
         r" (?:(?:rights|defense|justice|legal|law|action|resource|advocacy|solidarity) )?"
         r"(?:project|cent(?:er|re)|initiative|fund|forum|institute|collective) ", "advocate"),
        (r" (?:immigrants?|immigration|community|rights|faith|advocacy|citizens?['’]?|latino|hispanic)"
         r" (?:groups?|leaders?|network)", "advocate"),
        (r" (?:state|highway) (?:police|patrol|troopers?)| bureau of (?:criminal )?identification| identification bureau"
         r"| criminal records bureau| (?:secretary|commissioner|director|department) of public safety"
         r"| public safety (?:secretary|commissioner|director|department)", "state"),
        (r" (?:district attorneys?|public defenders?|police (?:chiefs?|superintendents?|commissioners?)|chiefs? of police"
         r"|precinct commanders?|jail (?:administrators?|commanders?)|city hall|corrections chief)", "local"),
        (r" (?:state|commonwealth)['’]?s? attorneys? general", "state"),
        (r" plaintiffs? (?:own )?(?:police )?(?:chief|sheriff|mayor|manager|council|board|department|officers)"
         r"(?= $| (?:of|for|at|in|who|and)\b)", "local"),
        (r" state(?:['’]s)? (?:senators?|representatives?|reps?\.?|sen\.?|lawmakers?|house|senate|court) ", "state"),
        (r" supreme court| court of appeals| circuit(?: court)?| (?:state|federal|district|county|superior|immigration) courts? ",
         "court"),
        (r" (?:justice department|department of justice|white house|u\.?s\.? attorneys?|border patrol|field offices?"
         r"|homeland security|attorney general|secretary of|the department of|central office|federal) ", "agency"),
        (r" (?:ranking (?:member|minority)|select committee|(?:sub)?committee staff|congressional|capitol hill"
         r"|(?:judiciary|appropriations|oversight|senate|house|joint) (?:sub)?committee)", "congress"),
    )
)  # fmt: skip
# "Dorn Senate Committee on Ports": by the name of the State, in capitals.
_STATES_SENATE = re.compile(rf"\b(?!(?i:{NO_STATE})\s)[A-Z][A-Za-z]+(?<!House)\s(?i:senate\s(?:sub)?committee)")
_TO_STATES = re.compile(
    r"(?i:\bstate (?:and local )?(?:liaisons?|outreach)\b)"
)  # theirs who send them, not "the state's liaison"
# Ranks and offices that every public body has; the second column is whose they are where nobody speaks of them as his own.
_ROLES = {
    "agency": "agency department bureau secretary director directors coordinator spokesman spokeswoman spokesperson"
    " spokespeople"
    " spokespersons liaison liaisons representative representatives presenter presenters trainer assistant"
    " officials official office offices inspector",
    "local": "chief deputy commander commissioner supervisor superintendent board",
    "congress": "senate chairman chairwoman",
    "": "counsel lawyer lawyers attorney attorneys officer officers manager managers management representatives"
    " analyst auditor auditors clerk administrator administrators staff staffers staffer team committee subcommittee"
    " members member chair treasurer engineer parties party program comptroller delegation delegates panel task force"
    " commission counselor adviser advisor aide aides division branch unit section executive finance legal operations"
    " predecessor predecessors successor colleague colleagues"
    " president vice specialist policy rapporteur leadership brass authorities authority division examiner chiefs",
}
_UNDER = frozenset({"deputy", "assistant", "vice"})  # nothing before another rank: "deputy director"
# What counties, States and Congress have, and hardly an agency; with whom its people meet.
_SELDOM_ITS = frozenset(
    {"board", "commission", "committee", "subcommittee", "panel", "delegation", "delegates", "clerk", "treasurer", "comptroller"}
)
_ROLE_WORDS = {word: kind for kind, words in _ROLES.items() for word in words.split()}
# What a court and a legislature have of their own; others who speak in their papers are parties and witnesses.
_INSIDE = {
    "court": frozenset({"clerk"}),
    "congress": frozenset({
        "staff", "staffer", "staffers", "member", "members", "chair", "committee", "subcommittee", "panel", "delegation",
    }),
}  # fmt: skip
_STATE_NAMES = (
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois "
    "indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri "
    "montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin "
    "wyoming carolina dakota jersey "
)
_STATES = frozenset(_STATE_NAMES.split())
_NO_HEADS = frozenset({
    "local", "federal", "state", "statewide", "congressional", "municipal", "immigration", "homeland", "records", "record",
    "data",
    "statistics", "documents", "document", "figures", "numbers", "table", "chart", "log", "program", "finance", "policy",
    "operations",
    "legal", "news", "booking", "bookings", "media", "section", "executive", "unit", "study", "studies", "campaign", "vice",
    "task",
    "force", "times", "post", "magazine", "bulletin", "paper", "papers", "email", "e-mail", "emails", "memo", "memorandum",
    "blog",
    "county", "city", "town", "jail", "hill", "house",
})  # fmt: skip
# What an office puts out speaks for the office, where it is not said whose it is.
_PAPERS = frozenset({
    "update", "statement", "flyer", "flier", "slide", "slides", "page", "site", "website", "sheet", "brochure", "leaflet",
    "guidance",
    "material", "materials", "brochures", "leaflets", "script", "scripts",
    "draft", "release", "faq", "faqs", "points", "manual", "handbook", "poster", "deck", "summary",
})  # fmt: skip
_MISREAD = (
    ("rn", "m"),
    ("m", "rn"),
    ("1", "l"),
    ("0", "o"),
    ("v", "y"),
    ("lu", "hi"),
    ("ii", "li"),
)  # letters a scanner mixes up
_LINKS = frozenset({"of", "for", "at", "from", "on", "in", "with", "to"})  # "a call with counsel" is no counsel
_SUFFIX = re.compile(r"(?:'s|’s|'|’)$")


def plain_kind(phrase: str, agencies: tuple[str, ...]) -> str:
    """The kind that the words tell by themselves, '' where there are only words of rank."""
    return _kind_of(phrase, agencies, "", False, False)


def kind_of(phrase: str, agencies: tuple[str, ...], author_kind: str = "", owned: bool = False) -> str:
    """The kind a speaker's own words tell, '' where they tell none. `agencies` are the topic's names of the agency.

    A word of rank alone takes `author_kind`, where that is a public body's: "counsel" in a county's letter is the county's;
    "the director" there is the agency's, unless the author speaks of him as his own (`owned`).
    """
    return _kind_of(phrase, agencies, author_kind, owned, True)


@lru_cache(maxsize=4096)
def _kind_of(phrase: str, agencies: tuple[str, ...], author_kind: str, owned: bool, ranks: bool) -> str:
    words = [_SUFFIX.sub("", word.strip(".,'’\"()“”;:")) for word in phrase.replace("-", " ").split()]
    lower = [_spelled(word.lower()) for word in words]
    padded = f" {' '.join(lower)} "
    if lower and _WORDS.get(lower[-1]) == "record":
        return "record"
    agency = any(f" {name.lower()} " in padded for name in agencies)
    if _TO_STATES.search(phrase):
        return ("agency" if agency or not (owned and author_kind in OFFICIAL) else author_kind) if ranks else ""
    if _STATES_SENATE.search(phrase):
        return "agency" if agency else "state"
    for pattern, kind in _PHRASES:
        if pattern.search(padded):
            if kind == "role" and not ranks:
                return ""
            if kind == "role":
                return author_kind if author_kind in OFFICIAL and owned and not agency else "agency"
            return "agency" if agency and kind in ("local", "state") else kind
    told = _by_words(words, lower, agency)
    return told or (_by_rank(lower, author_kind, owned) if ranks else "")


def _spelled(word: str) -> str:
    """The word of the lists that a scanner's misreading stands for, else the word itself."""
    if word in _WORDS or word in _ROLE_WORDS:
        return word
    variants = (word.replace(wrong, right) for wrong, right in _MISREAD if wrong in word)
    return next((one for one in variants if one in _WORDS or one in _ROLE_WORDS), word)


def _by_words(words: list[str], lower: list[str], agency: bool) -> str:
    told = [_WORDS[word] for word in lower if word in _WORDS and _WORDS[word] != "record" and not _is_other(word, words, lower)]
    for kind in ("court", "congress", "advocate"):
        if kind in told:
            return kind
    if agency:
        return "agency"
    for kind in ("local", "state", "press", "agency"):
        if kind in told:
            return "agency" if kind in ("state", "local") and "federal" in lower else kind
    if _STATES & set(lower) and any(word in _ROLE_WORDS for word in lower):
        return "state"
    return ""


def _by_rank(lower: list[str], author_kind: str, owned: bool) -> str:
    named = [word for word in lower if word in _ROLE_WORDS]
    roles = [_ROLE_WORDS[word] for at, word in enumerate(named) if word not in _UNDER or at == len(named) - 1]
    if not roles or not lower or _WORDS.get(lower[-1]) == "":
        return author_kind if _PAPERS & set(lower) and author_kind in OFFICIAL else ""
    usual = next((kind for kind in roles if kind), "")
    if author_kind == "agency" and not owned and _SELDOM_ITS.intersection(lower):
        return usual  # "the board's clerk", in an agency's paper
    if author_kind not in OFFICIAL or (usual and author_kind != "agency" and not owned):
        return usual
    return author_kind if owned or _INSIDE.get(author_kind) is None or _INSIDE[author_kind] & set(lower) else usual


def _is_other(word: str, words: list[str], lower: list[str]) -> bool:
    """Words that only in capitals, or only in small letters, name a kind: "the House" and "a house", "the News" and "news"."""
    raw = words[lower.index(word)]
    if word in (
        "house",
        "senate",
        "hill",
        "times",
        "post",
        "record",
        "washington",
        "star",
        "fed",
        "justice",
        "observer",
        "examiner",
    ):
        return not raw[:1].isupper()
    if word in ("organization", "organizations"):
        return raw[:1].isupper()
    return False


def is_person_or_body(phrase: str) -> bool:
    """Whether the phrase's last word, or the one before "of", is one for people or bodies that can speak."""
    words = [_SUFFIX.sub("", word.strip(".,'’\"()“”;:")).lower() for word in phrase.replace("-", " ").split()]
    cut = next((at for at in range(1, len(words)) if words[at] in _LINKS), len(words))
    head = words[cut - 1] if words else ""
    return (head in _WORDS or head in _ROLE_WORDS) and head not in _NO_HEADS
