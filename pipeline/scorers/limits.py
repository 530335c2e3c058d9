"""Words that fence a statement in: a time, a condition, a part, a sense. Each that only one side has is a doubt about the pair.

`caveats.py` and `changes.py` tell apart what surely is something else; these words only make it likelier, so they weigh and
rule nothing out. General English of offices; nothing here belongs to a subject.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.patterns.sense.framing import framed_to
from pipeline.records.finding import Claim, Reason
from pipeline.scorers import extent
from pipeline.scorers.sorts import content

# What one such word weighs, and how many are counted. Of 155 development pairs of opposite stances (contradictions, shifts, other
# scopes, redefinitions) .79 were contradictions without one, .47 with one, .23 with two: odds fall to .3 with each. Half of that
# is taken (in the measure of `calibration.py`), for what `caveats.py` and `changes.py` know is gone before.
EACH, MOST = -0.065, 3
_TIME = (
    r"(?:19|20)\d\d|today|tomorrow|yesterday|tonight|now|nowadays|currently|presently|then|formerly|previously|originally|initially"
    r"|earlier|later|recently|lately|again|yet|(?<!,\s)since|until|till|before|after|during|effective|at\s+first|so\s+far"
    r"|for\s+the\s+(?:moment|present|time\s+being)|at\s+(?:the\s+(?:time|start|outset|beginning)|this\s+(?:time|point|stage))"
    r"|this\s+(?:week|month|year|spring|summer|fall|winter)|(?:next|last)\s+\w+"
    r"|(?:pilot|phase)(?!\s+(?:count(?:y|ies)|cit(?:y|ies)|towns?|states?|sites?|places?|jails?|jurisdictions?|agenc(?:y|ies))\b)|trial\s+period"
)
_NUMBER = (
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|(?:a\s+)?(?:dozen|hundred"
    r"|thousand))"
)
# "No class was given the deputies", "prints are being checked" tell what is done; "given the load", "being a city" fence in.
_NOT_DONE = (
    r"(?<!\bis\s)(?<!\bare\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bbe\s)(?<!\bbeen\s)(?<!\bnot\s)(?<!\bha[sd]\s)(?<!\bhave\s)(?<!\bon\s)"
)
_PART = (
    r"alone|mainly|mostly|partly|except|excepting|apart\s+from|aside\s+from|other\s+than|unless|provided(?=\s+that\b)"
    r"|if|where|while|whereas|although|though|insofar|certain(?=\s+\w+s\b)"
    rf"|some(?!\s+(?:time|{_NUMBER})\b)|particular|{_NOT_DONE}given(?=\s+(?:that|the|an?|its|their|our|his|her|this|these|such|how)\b)"
    r"|in\s+(?:cases?|the\s+case)|as\s+(?:to|for|far"
    r"|regards|concerns)|with\s+(?:respect|regard)\s+to|when\s+it\s+comes|in\s+respect\s+of|for\s+(?:purposes?|the\s+purposes?)"
    r"|the\s+(?:latter|former)|the\s+(?:first|second|other)\s+(?:day|week|month|quarter|year|phase|stage|part|half)|as\s+a\s+whole|overall"
    rf"|agency-?wide|nation-?wide|state-?wide|county-?wide|{_NOT_DONE}being"
)
_SENSE = (
    r"technically|legally|formally|strictly|nominally|theoretically|practically|officially|administratively|contractually"
    r"|in\s+(?:practice|theory|principle|law|effect|name|form|fact\s+only)|on\s+paper|as\s+a\s+(?:matter|practical|legal|rule)"
    r"|meaning|(?<!\bno\s)(?<!\bany\s)(?<!\bthe\s)(?<!\bby\s)(?<!\bother\s)means(?!\s+(?:of|to|by|for)\b)|so-called|the\s+(?:word|term|phrase|label)|that\s+is(?=\s*,)|in\s+the\s+\w+\s+sense"
    r"|in\s+that(?=\s+(?:the|an?|it|they|we|you|no|one|each|there)\b)|in\s+the\s+sense|counting|excluding|including"
)
# Here and below `\b(?=\w)` looks for an alternative at the beginnings of words alone, which halves the time.
_FENCE = re.compile(rf"\b(?=\w)(?:{_TIME}|{_PART}|{_SENSE})\b", re.IGNORECASE)
_LED_BY = re.compile(
    r"(?:\A|[;:]\s+)\W*((?:for|in|on|at|by|under|among|outside|within|inside|with)\s+(?!(?:all|any|every|each|fact|short|sum|addition"
    r"|at\s+least|more\s+than|nearly|about|over|two|three|four|five|six|seven|eight|nine|ten|several"
    r"|general|other\s+words|some\s+time|my|our\s+view|response|reply|answer)\b)(?:[\w’'-]+\s+){0,3}?[\w’'-]+)(?=[,\s])",
    re.IGNORECASE,
)
_LED = re.compile(r"(?:for|among|with|under|outside|within|inside)\s")
_LOCATED = re.compile(
    r"\b(?:in|at|on|for|by|with|under)\s+(?:(?:this|that|one|another|other|the\s+other|neighbou?ring)\s+\w+"
    r"|our\s+(?:count(?:y|ies)|states?|towns?|cit(?:y|ies)|jails?|region|district|area|case))\b",
    re.IGNORECASE,
)
# What a paper says of itself or of what it is all about narrows nothing: "under this agreement".
_OF_ITSELF = re.compile(
    r"\b(?:under|in|by|with|for|at|on)\s+(?:this|that|the\s+present)\s+(?:agreement|memorandum|mo[au]|program(?:me)?|initiative|section|paragraph"
    r"|article|polic(?:y|ies)|letter|memo|document|paper|sheet|form|process|system|respect|regard|point|matter)\b",
    re.IGNORECASE,
)
# A condition or part, with what it names: where the other side speaks of the same, it sets nothing apart.
_NAMING = re.compile(
    r"\b(?P<fence>where|if|when\s+it\s+comes(?=\s+to)|as\s+(?:to|for|regards|concerns)|in\s+(?:the\s+)?cases?(?=\s+(?:of|where|in))"
    r"|with\s+(?:respect|regard)\s+to)\s(?P<what>[^,.;:]{3,80})",
    re.IGNORECASE,
)
# When and where a case happened, apart from words by which another time is told from the present.
_OF_A_CASE = re.compile(
    r"(?:(?:19|20)\d\d|before|after|since|during|(?:this|last)\s.+|yesterday|today|again|(?:in|on|at|for|by|with|under|among|inside|within|outside|where)\b.*"
    r"|while|other\s+than|being|alone)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“][^\"“”]{1,40}[\"”]")
# A time named with every other fences nothing in.
_AT_ANY_TIME = re.compile(
    r"\b(?:now|then|today|earlier)\s*,?\s+(?:or|and|nor)\s+(?:later|ever|then|now|tomorrow|in\s+(?:the\s+)?future)\b"
    r"|\bin\s+(?:law|theory|principle)\s+(?:or|and|nor)\s+in\s+(?:fact|practice)\b",
    re.IGNORECASE,
)
# Nor does a year by which a paper is called, what goes on as before, what follows from a condition, how long a thing lasts, what
# must be done before another can be, nor "not one single", which is no other one.
_NO_FENCE = re.compile(
    r"\b(?:the|our|your|this|that|its)\s+(?:19|20)\d\d(?=\s+(?:[\w-]+\s+)?(?:agreements?|mo[au]s?|memorand\w+|memos?|letters?|guidance|directives?"
    r"|polic\w+|contracts?|reports?|notices?|sheets?|statutes?|acts?|laws?)\b)"
    r"|\b(?:agreements?|mo[au]s?|memorand\w+|memos?|letters?|contracts?|papers?|forms?)\s+(?:that\s+|which\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:signed|dated|executed|sent|wrote|made)\s+(?:back\s+)?(?:in\s+|on\s+)?"
    r"(?:last\s+\w+|(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+(?:\d{1,2},?\s+)?)?(?:19|20)\d\d)\b"
    r"|\b(?:as|than|like)\s+before\b|\b(?:will|shall|would|may|can|must)\s+(?:not\s+|never\s+)?then\b"
    r"|\b(?:no|not|never|none|nobody|cannot|\w+n['’]t)\b[^.;,]{0,50}?\b(?:until|till|before|unless)\s+(?!(?:19|20)\d\d|the\s+end|next|\w+day\b)"
    r"|(?<=\bhours\s)(?:before|after)\b|(?<=\bdays\s)(?:before|after)\b"
    r"|(?<=\w\s)before\s+(?:it|they|he|she|we|(?:the|an?|any|each)\s+[\w-]+)\s+(?:can|could|may|will|is|are|was|were)\b"
    r"|\b(?:not|no|never)\b[^.;]{0,60}?\bfor\s+(?:one|a)\s+single\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_LEADING = frozenset(("in", "on", "at", "for", "by", "since", "during", "through", "as", "of", "from", "the", "until"))
_NONE = Reason("limits", "", "", 0.0, "no words of one side set the two apart")


@lru_cache(maxsize=65536)
def fences(quote: str) -> frozenset[str]:
    """The words of a quote that fence in what it says, folded."""
    return frozenset(one for together in _phrases(quote) for one in together)


@lru_cache(maxsize=65536)
def _phrases(quote: str) -> tuple[frozenset[str], ...]:
    """The same, those that stand side by side or one in the other together: "since last fall" is one fence."""
    quote = quote[framed_to(quote) :]  # "now" and "today" of one who begins to speak
    quote = _NO_FENCE.sub(" ", _OF_ITSELF.sub(" ", _AT_ANY_TIME.sub(" ", quote)))
    found = [(one.start(), one.end(), one[0]) for pattern in (_FENCE, _LOCATED) for one in pattern.finditer(quote)]
    found += [(one.start(1), one.end(1), one[1]) for one in _LED_BY.finditer(quote)]
    found += [(one.start(), one.end(), one[0]) for one in _QUOTED.finditer(quote) if len(one[0].split()) <= 4]
    made: list[frozenset[str]] = []
    last = -1
    for start, end, words in sorted(found):
        if made and start <= last + 1:
            made[-1] |= {_folded(words)}
        else:
            made.append(frozenset((_folded(words),)))
        last = max(last, end)
    return tuple(made)


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def between(left: Claim, right: Claim) -> tuple[frozenset[str], frozenset[str]]:
    """The fences of either side that may set it apart from the other.

    A condition that the other side speaks of as well is the subject of both ("where nothing matches", "cards with no match");
    and where and when a case happened fences nothing in against what knows no case.
    """
    one, other = _apart(left, right), _apart(right, left)
    return one - other, other - one


def _apart(mine: Claim, yours: Claim) -> frozenset[str]:
    found = fences(mine.quote)
    if extent.instance(mine) and extent.none_at_all(yours):
        found = frozenset(one for one in found if not _OF_A_CASE.fullmatch(one))
    if not found:
        return found
    said, subjects = content(yours.quote), _subjects(mine.quote)
    shared = {fence for fence, words in subjects if 2 * len(words & said) >= len(words)}
    return found - shared if shared else found


@lru_cache(maxsize=65536)
def _subjects(quote: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """(fence, words of meaning of what it names): of conditions ("where nothing matches") and of fences that lead with it."""
    named = [(_folded(one["fence"]), content(one["what"])) for one in _NAMING.finditer(quote)]
    led = [(one, content(one)) for one in fences(quote) if _LED.match(one)]
    return tuple((fence, words) for fence, words in (*named, *led) if words)


def row(left: Claim, right: Claim, weighed: str = "") -> Reason:
    """What the words weigh that fence in one side and not the other.

    `weighed`: the times that another row holds against the pair, or settles; their words are not held against it twice.
    """
    alone, apart = (_but(words, weighed) for words in between(left, right))
    if not alone and not apart:
        return _NONE
    count = min(_counted(left, alone) + _counted(right, apart), MOST)
    shown = ", ".join(sorted(alone)), ", ".join(sorted(apart))
    words = "; ".join(one for one in shown if one)
    note = f"words of one side alone that may set the two apart: {words}"
    return Reason("limits", *shown, round(EACH * count, 3), note)


def _but(words: frozenset[str], weighed: str) -> frozenset[str]:
    """The fences without those that name nothing but what is weighed already: "in 2010"."""
    if not words or not weighed:
        return words
    told = set(_WORD.findall(weighed.casefold()))
    return frozenset(one for one in words if not set(_WORD.findall(one)) <= told | _LEADING)


def _counted(claim: Claim, words: frozenset[str]) -> int:
    """How many phrases of a quote these words of it make."""
    return sum(1 for together in _phrases(claim.quote) if together & words)
