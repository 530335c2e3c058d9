"""Of whom a share is: the words that tell its whole ("of the people removed", "among those convicted"), and what narrows them.

A share of a group is no share of all. What only says where, when or by whom ("of the people we removed from Dale County")
narrows nothing: the claim's own place and time say that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extractors.counts.fractions import PERCENT
from pipeline.extractors.counts.numbers import Number
from pipeline.extractors.cueing.grammar import View, word_at
from pipeline.extractors.cueing.matching import Match

# How the population of a claim says that it is narrowed, or that nobody says of whom a number is.
HERE_ONLY, NOT_SAID = "(here only:", "(of whom is not said here)"
_AMONG = frozenset({"among", "amongst"})
_OPENING = frozenset({",", ";", ":", "and", "but", "that", "while", '"', "“", "–", "—", "-", "nationwide", "overall", "|"})
_POINTING = frozenset({"them", "whom", "which"})
_ENDING = frozenset({",", ";", ":", ".", "(", ")", "|", "–", "—"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BEHIND = 3  # words from the number to the "of" behind it: "28 % of", "31 ( or so ) of"
# The words that narrow stand before the verb of the clause: "of those removed had been charged" narrows nothing.
_NO_VERB = r"(?!\b(?:had|have|has|was|were|is|are|made|make)\b)"
_GROUP = re.compile(
    r"(?<!convicted )(?<!guilty )(?<!accused )\b(?:of|among|amongst|from among)\s+"
    r"(?:(?:all|the|those|these|everybody|everyone|anybody|anyone|people|persons|individuals|subjects|aliens|cases|\d[\d,]*)\s+)*"
    rf"(?P<who>(?:{_NO_VERB}[^,;.]){{0,80}}?(?:(?P<kind>match|arrested|booked|charged|held|detained|identified"
    r"|screened|level [123i]|referred|interviewed|in custody|released|flagged"
    r"|wom[ae]n\b|men\b|(?:fe)?males?\b|juveniles?\b|minors\b)"
    rf"|from [a-z])(?:{_NO_VERB}[^,;.%]){{0,60}})",
    re.I,
)
# Everybody whom a check of prints finds is found by a match: this narrows nothing.
_EVERYBODY = re.compile(
    r"(?i)^(?!identified|flagged|screened|booked|arrested|held|detained|referred|interviewed)"
    r"(?:\w+ ){0,2}(?:after|following|upon|by|through|because of|as a result of) "
    r"(?:(?:a|an|the|such a) )?(?:\w+ )?(?:match|hit)\s*$"
)
_FROM = re.compile(
    r"\b[Ff]rom\s+(?P<name>(?:the\s+)?(?:[A-Z][\w’'.-]*)(?:\s+[A-Z][\w’'.-]*)*)"
    r"|\bfrom\s+(?P<here>(?:(?:the|this|that|our|your|its|their|my|all|any|local|county|state|activation|inception|\w+\s+\d)\b\s*)+"
    r"(?:count(?:y|ies)|states?|country|cit(?:y|ies)|towns?|jails?|start|day|time|date|beginning|outset)?\b)"
)


def wholes(view: View, number: Number) -> Iterator[range]:
    """The words of each phrase that tells of whom the number is: behind it, or at the head of its clause before it."""
    for at, word in enumerate(view.lower):
        behind = word == "of" and number.end <= at < number.end + _BEHIND and _only_signs(view, number.end, at)
        later = word in _AMONG and at >= number.end
        ahead = (word == "of" or word in _AMONG) and at < number.start and (at == 0 or word_at(view, at - 1) in _OPENING)
        if not (behind or later or ahead):
            continue
        end = next((one for one in range(at + 1, len(view.tokens)) if _ends(view, one)), len(view.tokens))
        end = at + 2 if word_at(view, at + 1) in _POINTING else end  # "97 of them old"
        # Notes leave the verb out: in "71% of its removals no record" the end of the whole is not to be seen.
        told = any(one.tag in _FINITE for order, one in enumerate(view.tokens) if not at < order < end)
        if at + 1 < end and told and not (ahead and end > number.start):
            yield range(at + 1, end)


def of_itself(view: View, number: Number, said: Match) -> bool:
    """Whether a share is said of those that it would count: "most of those who have no conviction" is no share of all."""
    return number.unit == "share" and any(set(said.tokens) <= set(whole) for whole in wholes(view, number))


def narrowed(view: View, number: Number, parts: list[Match]) -> str:
    """The words of the whole where they name one of the `parts` that others count: "of persons with a conviction"; or ''."""
    for whole in wholes(view, number):
        if any(set(one.tokens) <= set(whole) for one in parts):
            return " ".join(view.tokens[at].text for at in range(whole.start - 1, whole.stop))
    return ""


def group(text: str, place: str, own: frozenset[str] = frozenset()) -> str:
    """The words of a sentence that narrow of whom its share is ("of those matched"); '' where none do.

    `place` is the claim's own: whoever is removed from there is not narrowed by it. `own` are the words (in small letters) that
    say of whom its metric is a share: of a share of those matched "of those matched" says nothing more.
    """
    for found in _GROUP.finditer(text):
        if found["kind"] and any(word.startswith(found["kind"].lower()) for word in own):
            continue
        if _EVERYBODY.search(found["who"]) or (not found["kind"] and _of_the_place(found["who"], place)):
            continue
        return " ".join(found.group().split()).rstrip()
    return ""


def _of_the_place(who: str, place: str) -> bool:
    """Whether the words say only from where or from when on: the claim's own place, or no name at all."""
    told = _FROM.search(who)
    if told is None:
        return False
    if told["here"]:
        return True
    name = told["name"].removeprefix("the ").removesuffix(" County").removesuffix("’s").removesuffix("'s")
    return name in place or any(one.strip() in told["name"] for one in place.split(";") if one.strip())


def _ends(view: View, at: int) -> bool:
    """Whether the phrase is over: a sign, or the verb that says something of it, unlike that of "those who have none"."""
    told = view.tokens[at].tag in _FINITE and view.tokens[view.clause[at]].dep not in ("relcl", "acl")
    return told or view.lower[at] in _ENDING


def _only_signs(view: View, start: int, end: int) -> bool:
    return all(
        view.lower[at] in PERCENT or view.lower[at] in ("(", ")", "out", "cent", "share", "portion") for at in range(start, end)
    )
