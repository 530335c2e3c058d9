"""Whether two opposite statements could both be true at once: the last question before a pair is called a contradiction.

"Most had convictions" and "some had none" are both true of one crowd; so are a rule and the case it leaves out, what a place
may do and what it did, what had not happened by spring and what did in autumn. General English of offices.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.records.finding import Claim, Reason
from pipeline.scorers import coverage, extent, periods
from pipeline.scorers.sorts import content

_CLAUSE = r"(?:\A|[.,;:–—]\s*|\b(?:and|but|that|while|for|in|of|to|with|at|from|where|on)\s+)\W*(?:the\s+)?"
_CASES = r"(?:cases?|places?|instances?|situations?|matters?|circumstances|count(?:y|ies)|states?|jurisdictions?|jails?)"
# Some of a crowd, however many; nearly all of it. Adverbs count wherever they stand, other words at the head of a clause.
_SOME = re.compile(
    rf"{_CLAUSE}(?:some|several|certain|many|a\s+(?:few|number|handful|couple|minority|good\s+(?:many|part))|a\s+(?:small\s+|good\s+|large\s+)?"
    rf"(?:share|part|portion)|one\s+or\s+two|not\s+(?:all|every\w*)|others)\b(?!\s+(?:time|day|years?\s+ago|extent|of\s+us\s+(?:believe|think)))"
    rf"|\bin\s+(?:some|several|certain|many|a\s+few)\s+(?:[\w-]+\s+)?{_CASES}\b|\b(?:sometimes|occasionally|now\s+and\s+then|here\s+and\s+there)\b",
    re.IGNORECASE,
)
_MOST = re.compile(
    rf"{_CLAUSE}(?:most|(?:great\s+|vast\s+|large\s+|overwhelming\s+)?(?:bulk|majority)|nearly\s+(?:all|every\w*)|almost\s+(?:all|every\w*))\b"
    rf"|\bin\s+(?:most|nearly\s+all|almost\s+all)\s+(?:[\w-]+\s+)?{_CASES}\b"
    r"|\b(?:mostly|largely|usually|ordinarily|normally|generally|typically|by\s+and\s+large|on\s+the\s+whole|for\s+the\s+most\s+part"
    r"|in\s+general|as\s+a\s+(?:general\s+)?rule|more\s+often\s+than\s+not|rarely|seldom|hardly\s+(?:any|ever)|few(?!\w)(?<!a\sfew))\b",
    re.IGNORECASE,
)
_LEAVES_OUT = re.compile(
    r"\b(?:unless|except(?:ing)?(?:\s+(?:for|in|that|where|when|if))?|save(?:\s+(?:for|in|where|that|when)|(?=\s+\w+\s+\w+,))|apart\s+from"
    r"|aside\s+from|other\s+than|with\s+the\s+exception\s+of|excluding|but\s+for)\s+((?:[\w’'-]+\s*){1,10})",
    re.IGNORECASE,
)
# A case of its own, told at the head of a sentence: "Where a judge has signed", "A jail with an old machine", "In one county".
_CASE = re.compile(
    r"\A\W*(?:(?:where|when|if|once|in\s+case)\s|in\s+(?-i:(?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Z][a-z]+\b)"
    r"|(?:an?|one|any)\s+(?:[\w-]+\s+){1,3}(?:with|who|whose|that|which|in\s+which|older|under|over)\b)",
    re.IGNORECASE,
)
_AT_FIRST = re.compile(
    r"\b(?:for|during|in|over|within|throughout)\s+(?:the|its|our|their)\s+(?:very\s+)?(?:first|initial|opening|pilot|test|trial|early)\b"
    r"|\bat\s+(?:first|the\s+(?:start|outset|launch|beginning))\b|\b(?:initially|originally|at\s+launch|before\s+(?:launch|activation))\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:after|following|beyond|past|from)\s+(?:that|then|the\s+(?:end\s+of|first|second|initial|pilot|test|trial)|year\s+\w+|month\s+\w+"
    r"|launch|activation)\b|\b(?:thereafter|afterwards|later\s+on|in\s+later\s+years|by\s+now|these\s+days|nowadays)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:no|not|none|nobody|nothing|never|\w+n['’]t)\b[^.;]{0,80}\b(?:yet|so\s+far|thus\s+far|to\s+date|as\s+of\s+(?:today|now|yet)|up\s+to\s+now"
    r"|until\s+now|at\s+this\s+(?:time|point|stage))\b|\b(?:so\s+far|thus\s+far|to\s+date|as\s+of\s+(?:today|now)|until\s+now|up\s+to\s+now)\b"
    r"[^.;]{0,40}\b(?:no|not|none|nobody|nothing|never|\w+n['’]t)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:must|shall|should|is\s+to|are\s+to|(?:may|can)(?:not|\s+not)?\s+be|(?:is|are)\s+(?:required|obliged|supposed|instructed|forbidden|told"
    r"|not\s+(?:to|allowed)|under\s+(?:instruction|orders?))|policy|instructions?|(?:under|by)\s+(?:the|our|its)\s+(?:contract|rules?|terms))\b",
    re.IGNORECASE,
)
_SLIP = re.compile(
    r"\b(?:by\s+mistake|mistakenly|in\s+error|erroneously|inadvertently|(?:an|our)\s+oversight|against\s+(?:\w+\s+)?(?:instructions?|policy|orders?"
    r"|the\s+rules?)|contrary\s+to\s+(?:\w+\s+)?(?:instructions?|policy|orders?|the\s+rules?)|in\s+breach\s+of|has\s+been\s+disciplined)\b",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\b(?:(?:may|can|could)\s+(?!not\b)\w+|(?:is|are|remains?)\s+(?:quite\s+|entirely\s+)?free\s+to|(?:is|are)\s+(?:allowed|entitled|permitted)\s+to"
    r"|has\s+the\s+(?:right|option)|have\s+the\s+(?:right|option)|need\s+not|(?:does|do)\s*n[o’']t\s+have\s+to|(?:does|do)\s+not\s+have\s+to)\b",
    re.IGNORECASE,
)
# What shows that somebody tried to use a freedom, or was held to a duty: then an act does speak against it.
_TRIED = re.compile(
    r"\b(?:refus\w+|declin\w+|denied|turned\s+(?:down|away)|reject\w+|not\s+let|told\s+(?:no|them|him|it|her|that)|over\s+(?:its|their|his|the)\s+objections?"
    r"|objected|protest\w*|against\s+(?:its|their|his|the)\s+w\w+|despite|whatever|all\s+the\s+same|anyway|nevertheless|unasked|had\s+to|made\s+to|forced"
    r"|compelled|ordered|resolutions?|voted|requested|wished|wanted|without\s+(?:its|their|the|any|a)\b|no\s+(?:choice|say))\b"
    r"|(?<!nobody has )(?<!none has )(?<!no one has )(?<!\bwe )(?<!\bever )\basked\b(?!\s+for)",
    re.IGNORECASE,
)
_FIRST_OF_ALL = re.compile(
    r"\b(?:(?:worst|gravest|most\s+\w+|serious\w*|dangerous|violent)(?:\s+\w+){0,2}\s+(?:first|foremost)|first\s+and\s+foremost|priorit(?:y|ies|i[sz]e[sd]?)"
    r"|focus(?:es|ed)?|concentrat(?:es?|ed)|above\s+all|chiefly|primarily)\b",
    re.IGNORECASE,
)
_NONE_ELSE = re.compile(
    r"\b(?:only|solely|exclusively|alone|nobody\s+else|no\s+one\s+else|nothing\s+else|confined|limited)\b", re.IGNORECASE
)
_OTHERS_TOO = re.compile(
    r"\b(?:others?|also|too|as\s+well|either|not\s+(?:only|exclusively|solely)|in\s+addition|beyond)\b", re.IGNORECASE
)
_ACT = re.compile(
    r"\b(?:was|were|had|did|didn['’]t|(?:has|have)\s+(?:been|not|never|so\s+far|\w+(?:ed|en|pt|nt|ld|ught)))\b"
    r"|\b(?:we|they|it|he|she|officers?|count(?:y|ies)|states?|jails?|[A-Z][a-z]+)\s+(?:\w+ed|kept|sent|let|gave|paid|took)\b"
)
_WHEN = re.compile(r"\b(?:before|until|till|unless|once|when|if|after)\b[^,.;]*\Z", re.IGNORECASE)
_ITSELF = re.compile(
    r"\bthe\s+(?!count|state|jail|sheriff|city|town|agenc|office|law|statute|department|board)([\w-]+)\s+itself\b", re.IGNORECASE
)
_OF_WHOM = re.compile(
    r"(?:\A|[,;:]\s*)\W*(?:for|of|as\s+to|among|in\s+the\s+case\s+of|with\s+respect\s+to)\s+(?:the\s+|those\s+)?((?:[\w’'-]+\s+){1,7}?[\w’'-]+)"
    r"(?=,|(?<!\bon)(?<!\bof)(?<!\bin)(?<!\bat)(?<!\bby)(?<!with)(?<!from)\s+(?:all|none|any|no|one|every|an?|the|is|are|there)\b)",
    re.IGNORECASE,
)
# What names a crowd without telling it from another: a town is a county to many writers.
_ANY_CROWD = re.compile(
    r"\b(?:count(?:y|ies)|cit(?:y|ies)|towns?|states?|jails?|sheriffs?|police|jurisdictions?|localit(?:y|ies)|communit(?:y|ies)|places?|agenc(?:y|ies)"
    r"|partners?|governments?|people|persons?|individuals?|aliens?|subjects?|cases?|those|who|whom|removed|deported|returned|sent|home)\b",
    re.IGNORECASE,
)
MARKS = 1 << 18  # what some twenty patterns give for the quotes of a bucket of ten thousand claims is remembered


@dataclass(frozen=True, slots=True)
class Room:
    """How both can be true: the words on each side that leave room for it ('' for a side without), and why in a clause."""

    left: str
    right: str
    why: str

    def turned(self) -> Room:
        """The same with the sides changed."""
        return Room(self.right, self.left, self.why)

    def row(self) -> Reason:
        """As a reason; it weighs nothing, since it settles what the pair is."""
        return Reason("both could be true", self.left, self.right, 0.0, self.why)


def room(left: Claim, right: Claim) -> Room | None:
    """How both of two opposite statements could be true, or None where no words leave room for that."""
    for asked in _ASKED:
        if (found := asked(left, right)) or ((turned := asked(right, left)) and (found := turned.turned())):
            return found
    return None


@lru_cache(maxsize=MARKS)
def _found(pattern: re.Pattern[str], quote: str) -> re.Match[str] | None:
    return pattern.search(quote)


@lru_cache(maxsize=MARKS)
def _words(pattern: re.Pattern[str], quote: str) -> str:
    found = pattern.search(quote)
    return " ".join(found[0].split()).strip(" ,;:.–—") if found else ""


def _parts(one: Claim, other: Claim) -> Room | None:
    """Some of a crowd beside most or some of it."""
    some, much = _words(_SOME, one.quote), _words(_SOME, other.quote) or _words(_MOST, other.quote)
    if some and much and not _words(_MOST, one.quote):
        return Room(some, much, "one speaks of some, the other not of all: both can be true")
    return None


def _rule_and_case(one: Claim, other: Claim) -> Room | None:
    """What mostly holds beside one case, place or event."""
    mostly = _words(_MOST, one.quote)
    if not mostly or _words(_MOST, other.quote):
        return None
    case = _words(_CASE, other.quote)
    if case:
        return Room(mostly, case, "a rule that has exceptions, and a case of its own")
    narrower = coverage.places(one, other) == coverage.WIDER and coverage.narrower(one, other)[1] is other
    if narrower and not extent.universal(other):
        return Room(mostly, other.jurisdiction, "a rule that has exceptions, and one place")
    return None


def _left_out(one: Claim, other: Claim) -> Room | None:
    """A rule beside the very case that it leaves out."""
    found = _found(_LEAVES_OUT, one.quote)
    if found is None:
        return None
    named = content(found[1]) - content(one.quote.replace(found[0], " "))
    met = named & content(other.quote)
    if met and 2 * len(met) >= len(named):
        return Room(" ".join(found[0].split()), _words(_CASE, other.quote), "one leaves out the very case the other speaks of")
    return None


def _first_and_later(one: Claim, other: Claim) -> Room | None:
    """What was so at first beside what was so afterwards."""
    first, later = _words(_AT_FIRST, one.quote), _words(_LATER, other.quote)
    if first and later and not _words(_LATER, one.quote) and not _words(_AT_FIRST, other.quote):
        return Room(first, later, "one speaks of the beginning, the other of the time after it")
    return None


def _not_yet(one: Claim, other: Claim) -> Room | None:
    """What had not happened by a day beside what is told later."""
    words = _words(_NOT_YET, one.quote)
    if words and periods.surely_before(periods.said_on(one), periods.said_on(other)):
        return Room(words, "", "one says what was not so by its own day, the other was said later")
    return None


def _slip(one: Claim, other: Claim) -> Room | None:
    """What must be beside what is told as a breach of it."""
    bound, slip = _words(_BOUND, one.quote), _words(_SLIP, other.quote)
    return Room(bound, slip, "one says what must be, the other tells of a slip as a slip") if bound and slip else None


def _freedom_and_act(one: Claim, other: Claim) -> Room | None:
    """What may be done beside what was done, where nobody was held to it."""
    free, act = _words(_FREE, one.quote), _act(other.quote)
    if not free or not act or extent.universal(one) or any(_words(held, other.quote) for held in (_TRIED, _FREE, _BOUND)):
        return None
    return Room(free, act, "one says what may be done, the other what was done: nobody was held to it")


@lru_cache(maxsize=65536)
def _act(quote: str) -> str:
    """The words that tell what was done; '' where none are, or only a time or condition: "before the town has signed"."""
    told = (found for found in _ACT.finditer(quote) if not _WHEN.search(quote[: found.start()]))
    return next((" ".join(found[0].split()) for found in told), "")


def _first_of_all(one: Claim, other: Claim) -> Room | None:
    """What comes first beside what comes too."""
    first, too = _words(_FIRST_OF_ALL, one.quote), _words(_OTHERS_TOO, other.quote)
    if first and too and not _NONE_ELSE.search(one.quote):
        return Room(first, too, "one says what comes first, the other that more comes too")
    return None


def _thing_itself(one: Claim, other: Claim) -> Room | None:
    """The thing itself beside what goes with it: "the check itself is free" says nothing of the line it runs on."""
    found = _found(_ITSELF, one.quote)
    if found is None or content(found[1]) & content(other.quote):
        return None
    return Room(found[0], "", f"one speaks of the {found[1].casefold()} itself alone, the other does not")


def _two_crowds(one: Claim, other: Claim) -> Room | None:
    """Two crowds, each named at the head of its sentence."""
    mine = _found(_OF_WHOM, one.quote)
    if mine is None or (yours := _found(_OF_WHOM, other.quote)) is None:
        return None
    crowds = content(_ANY_CROWD.sub(" ", mine[1])), content(_ANY_CROWD.sub(" ", yours[1]))
    if all(crowds) and not crowds[0] & crowds[1]:
        return Room(
            " ".join(mine[1].split()), " ".join(yours[1].split()), "each says of whom it speaks, and they are not the same"
        )
    return None


_ASKED: tuple[Callable[[Claim, Claim], Room | None], ...] = (
    _parts, _rule_and_case, _left_out, _first_and_later, _not_yet, _slip, _freedom_and_act, _first_of_all, _thing_itself,
    _two_crowds,
)  # fmt: skip
