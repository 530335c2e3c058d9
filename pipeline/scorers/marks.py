"""What the words of one statement say of how far it goes, read once for each quote.

How many it speaks of, with what force, of what time, on what condition or of whom, and with what stress. `both_true.py` sets
two such readings beside each other. General English of offices; nothing here belongs to a subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.scorers.held_to import ANY_CROWD, Held, clause, flat, held_in
from pipeline.scorers.sorts import content

SOME, MOST = "some", "most"
FREE, BOUND, WISHED = "free", "bound", "wished"
FIRST, LATER = "first", "later"

_CLAUSE = r"(?:\A|[.,;:–—]\s*|\b(?:and|but|that|while|for|in|of|to|with|at|from|where|on)\s+)\W*(?:the\s+)?"
_CASES = r"(?:cases?|places?|instances?|situations?|matters?|circumstances|count(?:y|ies)|states?|jurisdictions?|jails?|sites?)"
_FEW = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,4})"
# Some of a crowd, however many; nearly all of it. Adverbs count wherever they stand, other words at the head of a clause.
_AMOUNTS = {
    MOST: re.compile(
        rf"{_CLAUSE}(?:most|(?:great\s+|vast\s+|large\s+|overwhelming\s+)?(?:bulk|majority)|(?:nearly|almost)\s+(?:all|every\w*|none|nobody|nothing)"
        r"|few(?<!a\sfew)|hardly\s+any)\b"
        rf"|\bin\s+(?:most|nearly\s+all|almost\s+all)\s+(?:[\w-]+\s+)?{_CASES}\b"
        r"|\b(?:mostly|largely|usually|ordinarily|normally|generally|typically|by\s+and\s+large|on\s+the\s+whole|for\s+the\s+most\s+part"
        r"|in\s+general|as\s+a\s+(?:general\s+)?rule|more\s+often\s+than\s+not|rarely|seldom|hardly\s+(?:any|ever)|(?:close|next)\s+to\s+nothing"
        r"|well\s+nigh|practically\s+(?:nothing|nobody|none))\b",
        re.IGNORECASE,
    ),
    SOME: re.compile(
        rf"{_CLAUSE}(?:some|several|certain|many|a\s+(?:few|number|handful|couple|minority|good\s+(?:many|part))|a\s+(?:small\s+|good\s+|large\s+)?"
        rf"(?:share|part|portion)|one\s+or\s+two|not\s+(?:all|every\w*)|others|{_FEW}\s+(?:[\w-]+\s+)?(?:(?:out\s+)?of|in)\s+(?:the\s+|our\s+|every\s+)?"
        rf"(?:{_FEW}|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred))\b(?!\s+(?:time|day|years?\s+ago|extent|of\s+us\s+(?:believe|think)))"
        rf"|\bin\s+(?:some|several|certain|many|a\s+few)\s+(?:[\w-]+\s+)?{_CASES}\b|\bthere\s+(?:is|are|was|were)\s+some\b"
        r"|\b(?:sometimes|occasionally|now\s+and\s+then|here\s+and\s+there)\b",
        re.IGNORECASE,
    ),
}
# "Conflicting accounts of whether they could leave" grants no freedom.
_ASKED = re.compile(r"\b(?:of|on|about|as\s+to|over|asked|ask|asks)\s+whether\b[^.;,]*", re.IGNORECASE)
_FORCES = {
    WISHED: re.compile(
        r"\b(?:ought\s+(?:not\s+)?to(?!\s+be\s+(?:said|noted|added|clear|plain|remembered|mentioned))|(?:should|would)\s+(?:like|prefer|do\s+well)\b|(?:is|are|was|were|been)\s+(?:never\s+|not\s+|only\s+)?(?:meant|supposed"
        r"|intended|designed|hoped)\s+(?:to|for)|had\s+better|(?:we|i)\s+(?:hope|wish)\b|(?:goals?|aims?|purposes?|intention|objectives?|idea)\s+"
        r"(?:[\w-]+\s+){0,4}?(?:is|are|was|were)\s+(?:not\s+)?to|not\s+what\s+(?:[\w-]+\s+){1,3}(?:is|are|was|were)\s+for)\b"
        r"|\A\W*(?:[A-Za-z0-9]{1,3}[.)]\s+)?To\s+(?!date\b|this\b|my\b|our\b|the\b|an?\b)[a-z]+(?![^.;]{0,60}(?:\b(?:is|are|means|would)\b|,\s+(?:no|yes|i|we|you|they|it|he|she|there|th(?:e|is|at)|an?|our|your|each|every|any)\b))",
        re.IGNORECASE,
    ),
    FREE: re.compile(
        r"\b(?:(?:may|can|could)\s+(?!not\b)\w+|(?:is|are|remains?)\s+(?:quite\s+|entirely\s+)?free\s+to|(?:is|are)\s+(?:allowed|entitled|permitted)\s+to"
        r"|(?:has|have)\s+the\s+(?:right|option)|need\s+not|(?:does|do)\s*(?:n[o’']t|\s+not)\s+have\s+to)\b",
        re.IGNORECASE,
    ),
    BOUND: re.compile(
        r"\b(?:must|shall|should|is\s+to|are\s+to|(?:may|can)(?:not|\s+not)?\s+be|(?:is|are)\s+(?:required|obliged|supposed|instructed|forbidden|told"
        r"|not\s+(?:to|allowed)|under\s+(?:instruction|orders?))|policy|instructions?|(?:under|by)\s+(?:the|our|its)\s+(?:contract|rules?|terms))\b",
        re.IGNORECASE,
    ),
}  # fmt: skip
# What a law or an order asks for, which is not what was done: the whole of a statement, with nothing said of its own behind it.
_DIRECTED = re.compile(
    r"\A(?!\W*(?:as|contrary|despite|whatever|what)\b)[^,;:]{0,60}?\b(?:acts?|laws?|statutes?|congress|regulations?|directives?|orders?|memorand(?:um|a)|memos?"
    r"|polic(?:y|ies)|guidance|rules?|priorities|charter)\s+(?:[\w-]+ly\s+)?(?:directs?|directed|requires?|required|mandates?|mandated|calls?\s+for|called\s+for"
    r"|demands?|instructs?|instructed|obliges?|commands?|tells?|told|orders?|ordered)\b(?![^.]*(?:;|,\s*(?:and|but|so|yet|which)\b))",
    re.IGNORECASE,
)
_SLIP = re.compile(
    r"\b(?:by\s+mistake|mistakenly|in\s+error|erroneously|inadvertently|(?:an|our)\s+oversight|has\s+been\s+disciplined|in\s+breach\s+of"
    r"|(?:against|contrary\s+to)\s+(?:\w+\s+)?(?:instructions?|policy|orders?|the\s+rules?))\b",
    re.IGNORECASE,
)
# That nothing need be bought, and that money is for something else: what nobody needs nobody pays for.
_NO_NEED = re.compile(
    r"\bno\s+(?:[\w-]+\s+){0,3}?(?:equipment|hardware|software|scanners?|readers?|machines?|computers?|devices?|upgrades?|terminals?|lines?|systems?"
    r"|technology|infrastructure|installations?|purchases?)\s+(?:[\w-]+\s+){0,2}?(?:to\s+(?:buy|purchase|install|replace|acquire|procure)|(?:is|are|was|were)\s+(?:needed|required|necessary))\b"
    r"|\bnothing\s+to\s+(?:buy|purchase|install|replace|acquire)\b|\bneed\s+not\s+(?:buy|purchase|install|replace|acquire)\b",
    re.IGNORECASE,
)
_OTHER_MONEY = re.compile(
    r"\$\s?\d[\d.,]*[^.;]*?,?\s+(?:none|no\s+(?:part|portion))\s+of\s+(?:it|this|that|which|them)\b[^.;]{0,20}?\b(?:for|to|on)\b"
    r"|\bnone\s+of\s+(?:the|this|that|our|its)\s+(?:money|funds?|sum|grant|appropriation)\b[^.;]{0,30}?\b(?:for|to|on)\b",
    re.IGNORECASE,
)
# What shows that somebody tried to use a freedom, or was held to a duty: then an act does speak against it.
_TRIED = re.compile(
    r"\b(?=\w)(?:\b(?:refus\w+|declin\w+|denied|turned\s+(?:down|away)|reject\w+|not\s+let|told\s+(?:no|them|him|it|her|that)|over\s+(?:its|their|his|the)\s+objections?"
    r"|objected|protest\w*|against\s+(?:its|their|his|the)\s+w\w+|despite|whatever|all\s+the\s+same|anyway|nevertheless|unasked|had\s+to|made\s+to|forced"
    r"|compelled|ordered|resolutions?|voted|requested|wished|wanted|without\s+(?:its|their|the|any|a)\b|no\s+(?:choice|say))\b"
    r"|(?<!nobody has )(?<!none has )(?<!no one has )(?<!\bwe )(?<!\bever )\basked\b(?!\s+for))",
    re.IGNORECASE,
)
_NOBODY_DID = re.compile(
    r"\b(?:no|none|nobody|neither|not\s+(?:one|a\s+single))\b[^.;,]{0,40}?\b(?:has|have|had)\s+(?:ever\s+|yet\s+|so\s+far\s+)?\Z",
    re.IGNORECASE,
)
_TELLING = r"(?:told|tell|tells|said|say|says|informed|advised|assured|promised|wrote|written|let\s+\w+\s+know)"
# What speaks of the freedom or duty itself tells of no act: "counties have never had the ability to leave".
_OF_FREEDOM = re.compile(
    r"\b(?:abilit(?:y|ies)|able|options?|choices?|rights?|authority|power|possib\w+|voluntar\w+|mandatory|compulsory|optional|obligat\w+|permi\w+"
    r"|freedom|free\s+to)\b"
    # That there is no way, or that one was told so, speaks of the freedom too: "at no time was there a way to ...".
    r"|\bthere(?:['’]s|\s+(?:is|are|was|were|(?:has|have|had)\s+(?:\w+\s+)?been))\s+(?:\w+\s+){0,3}?(?:ways?|means|routes?|roads?|paths?|doors?|exits?"
    r"|procedures?|process(?:es)?|provisions?|mechanisms?|methods?|switch(?:es)?|forms?)\b"
    rf"|\b{_TELLING}\b[^.;]{{0,60}}?\b(?:could|may|might|can|cannot|there\s+(?:is|are|was|were|had\s+been)|(?:is|are|was|were)\s+(?:not\s+)?free)\b",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"\b(?:was|were|had|did|didn['’]t|(?:has|have)\s+(?:been|not|never|so\s+far|\w+(?:ed|en|pt|nt|ld|ught)))\b"
    r"|\b(?:we|they|it|he|she|officers?|count(?:y|ies)|states?|jails?|[A-Z][a-z]+)\s+(?:\w+ed|kept|sent|let|gave|paid|took|went)\b"
)
# That somebody said so is no deed: "Mr. Roe stated that", "we were told that".
_SAID_THAT = re.compile(
    r"(?:\A|(?<=[.;:]\s))[^.;:]{0,80}?\b(?:said|says|wrote|writes|(?:told|advised|informed|assured|warned|reminded)(?:\s+(?!that\b)[\w’'-]+){0,4}"
    r"|(?:stat|report|explain|add|not|confirm|testifi|answer|repli|announc|insist|maintain|acknowledg|conced|indicat|remark|observ|declar|claim"
    r"|assert|admitt|agre|stress|emphasi[sz])e?(?:d|s))\s+that\s",
    re.IGNORECASE,
)
# A time, a condition, or what holds at present, before the words that tell of an act: then the act is not what is told.
_WHEN = re.compile(
    r"\b(?:before|until|till|unless|once|when|if|after)\b[^,.;]*\Z|\b(?:is|are|am|there['’]s|do|does|can|cannot|must|will)\b",
    re.IGNORECASE,
)
_UNIT = r"(?:years?|months?|weeks?|days?)"
_TIMES = {
    FIRST: re.compile(
        r"\b(?:for|during|in|over|within|throughout)\s+(?:the|its|our|their)\s+(?:very\s+)?(?:first|initial|opening|pilot|test|trial|early)\b"
        r"|\bat\s+(?:first|the\s+(?:start|outset|launch|beginning))\b|\b(?:initially|originally|at\s+launch|before\s+(?:launch|activation))\b"
        rf"|\bin\s+the\s+{_UNIT}\s+after\b",
        re.IGNORECASE,
    ),
    LATER: re.compile(
        r"\b(?:after|following|beyond|past|from|since)\s+(?:that|then|the\s+(?:end\s+of|first|second|initial|pilot|test|trial)|year\s+\w+|month\s+\w+"
        rf"|launch|activation)\b|\bafter\s+(?:an?|{_FEW})\s+{_UNIT}\b|\b{_UNIT}\s+later\b|\bfrom\s+the\s+\w+\s+{_UNIT}\s+on\b"
        r"|\b(?:thereafter|afterwards|later\s+on|in\s+later\s+years|by\s+now|these\s+days|nowadays)\b",
        re.IGNORECASE,
    ),
}
_NOT_YET = re.compile(
    r"\b(?:no|not|none|nobody|nothing|never|\w+n['’]t)\b[^.;]{0,80}\b(?:yet|so\s+far|thus\s+far|to\s+date|as\s+of\s+(?:today|now|yet)|up\s+to\s+now"
    r"|until\s+now|at\s+this\s+(?:time|point|stage))\b|\b(?:so\s+far|thus\s+far|to\s+date|as\s+of\s+(?:today|now)|until\s+now|up\s+to\s+now)\b"
    r"[^.;]{0,40}\b(?:no|not|none|nobody|nothing|never|\w+n['’]t)\b",
    re.IGNORECASE,
)
_FIRST_OF_ALL = re.compile(
    r"\bput(?:s|ting)?\s+(?!(?:in|off|aside|out)\b)(?:[\w-]+\s+){0,3}?(?<!\bthe\s)(?<!\bin\s)(?<!\bat\s)first\b|\b(?:(?:worst|gravest|most\s+\w+|serious\w*|dangerous|violent)(?:\s+\w+){0,2}\s+(?:come\s+)?(?:first|foremost)|first\s+and\s+foremost"
    r"|priorit(?:y|ies|i[sz]e[sd]?)|focus(?:es|ed)?|concentrat(?:es?|ed)|above\s+all|chiefly|primarily)\b",
    re.IGNORECASE,
)
_NONE_ELSE = re.compile(
    r"\b(?:only|solely|exclusively|alone|nobody\s+else|no\s+one\s+else|nothing\s+else|confined|limited)\b", re.IGNORECASE
)
_OTHERS_TOO = re.compile(
    r"\b(?:others?|also|too|as\s+well|either|not\s+(?:only|exclusively|solely)|in\s+addition|beyond"
    r"|whatever\s+(?:the|his|her|their)\s+(?:charge|offen[sc]e|crime|record)s?)\b",
    re.IGNORECASE,
)
# The thing itself as what a sentence is about, and nothing concluded from it.
_ITSELF = re.compile(
    r"(?:\A|[.;:]\s)\W*(?:the|this|that)\s+(?!count|state|jail|sheriff|city|town|agenc|office|law|statute|department|board)([\w-]+)\s+itself\b"
    r"(?![^.]*,\s*(?:and\s+)?(?:so|hence|thus|therefore|which\s+means)\b)",
    re.IGNORECASE,
)
_LEAVES_OUT = re.compile(
    r"\b(?:unless|except(?:ing)?(?:\s+(?:for|in|that|where|when|if))?|save(?:\s+(?:for|in|where|that|when)|(?=\s+\w+\s+\w+,))|apart\s+from"
    r"|aside\s+from|other\s+than|with\s+the\s+exception\s+of|excluding|but\s+for)\s+((?:[\w’'-]++\s*){1,10})",
    re.IGNORECASE,
)
# A case of its own, told at the head of a sentence: "Where a judge has signed", "A jail with an old machine", "In one county".
_CASE = re.compile(
    r"\A\W*(?:(?:where|when|if|once|in\s+case)\s|in\s+(?-i:(?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Z][a-z]+\b)"
    r"|(?:an?|one|any)\s+(?:[\w-]+\s+){1,3}(?:with|who|whose|that|which|in\s+which|older|under|over)\b)",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r"(?:\A|[,;:]\s*)\W*(?:for|of|as\s+to|among|in\s+the\s+case\s+of|with\s+respect\s+to)\s+(?:the\s+|those\s+)?((?:[\w’'-]+\s+){1,7}?[\w’'-]+)"
    r"(?=,|(?<!\bon)(?<!\bof)(?<!\bin)(?<!\bat)(?<!\bby)(?<!with)(?<!from)\s+(?:all|none|any|no|one|every|an?|the|is|are|there)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Marks:
    """Each field holds the words that say so, '' where none do.

    `amounts`, `forces` and `times` are by the names above; `tried` and `act` tell of what was done, `slip` that it was
    against the rule; `directed` is what a law or an order asks for; `whom` is the crowd named at the head, `crowd` its content;
    `left_out` an exception, `but` its content.
    """

    amounts: dict[str, str]
    forces: dict[str, str]
    times: dict[str, str]
    act: str
    tried: str
    slip: str
    not_yet: str
    first_of_all: str
    none_else: str
    others_too: str
    itself: str
    no_need: str
    other_money: str
    case: str
    whom: str
    crowd: frozenset[str]
    left_out: str
    but: frozenset[str]
    held: tuple[Held, ...]
    directed: str

    @property
    def none(self) -> bool:
        """Whether nothing is marked on which `both_true.py` can rest its side of a test."""
        return not (
            self.amounts
            or self.forces
            or self.times
            or self.not_yet
            or self.first_of_all
            or self.itself
            or self.no_need
            or self.crowd
            or self.but
            or self.held
        )


@lru_cache(maxsize=1 << 17)
def marks(quote: str) -> Marks:
    """What the words of a quote mark; empty fields where they mark nothing."""
    whom, left_out = _OF_WHOM.search(quote), _LEAVES_OUT.search(quote)
    without = clause(left_out[1], 1) if left_out else ""
    return Marks(
        amounts=_by_name(_AMOUNTS, quote), forces=_by_name(_FORCES, _ASKED.sub(" ", quote)), times=_by_name(_TIMES, quote),
        act=_act(quote), tried=_tried(quote), slip=_words(_SLIP, quote), not_yet=_words(_NOT_YET, quote),
        first_of_all=_words(_FIRST_OF_ALL, quote), none_else=_words(_NONE_ELSE, quote), others_too=_words(_OTHERS_TOO, quote),
        itself=_words(_ITSELF, quote), no_need=_words(_NO_NEED, quote), other_money=_words(_OTHER_MONEY, quote),
        case=_words(_CASE, quote),
        whom=flat(whom[1]) if whom else "", crowd=content(ANY_CROWD.sub(" ", whom[1])) if whom else frozenset(),
        left_out=flat(left_out[0].replace(left_out[1], without)) if left_out else "",
        but=content(without) - content(quote.replace(without, " ")) if without else frozenset(),
        held=tuple(held_in(quote)), directed=_words(_DIRECTED, quote),
    )  # fmt: skip


def _by_name(patterns: dict[str, re.Pattern[str]], quote: str) -> dict[str, str]:
    return {name: words for name, pattern in patterns.items() if (words := _words(pattern, quote))}


def _words(pattern: re.Pattern[str], quote: str) -> str:
    found = pattern.search(quote)
    return flat(found[0]) if found else ""


def _tried(quote: str) -> str:
    """The words that tell that somebody tried; '' where nobody is said to have: "no town has declined"."""
    found = _TRIED.search(quote)
    return flat(found[0]) if found and not _NOBODY_DID.search(quote, 0, found.start()) else ""


def _act(quote: str) -> str:
    """The words that tell what was done; '' where none are, or only a time or condition: "before the town has signed"."""
    said = _SAID_THAT.sub("", quote)
    told = (
        found for found in _ACT.finditer("" if _OF_FREEDOM.search(quote) else said) if not _WHEN.search(said[: found.start()])
    )
    return next((flat(found[0]) for found in told), "")
