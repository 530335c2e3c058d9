"""What a statement is held to, a quality or a condition that must be there or be absent: "with a warrant", "unless asked"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.scorers.sorts import content

# What names a crowd without telling it from another: a town is a county to many writers.
ANY_CROWD = re.compile(
    r"\b(?:count(?:y|ies)|cit(?:y|ies)|towns?|states?|jails?|sheriffs?|police|jurisdictions?|localit(?:y|ies)|communit(?:y|ies)|places?|agenc(?:y|ies)"
    r"|partners?|governments?|people|persons?|individuals?|aliens?|subjects?|cases?|those|who|whom|removed|deported|returned|sent|home)\b",
    re.IGNORECASE,
)
# Words that grant a condition and set it aside hedge nothing in: "even if", "warrant or no warrant", "with or without".
_GRANTED = re.compile(
    r"\beven\s+(?:if|when|where|after|though)\b[^,.;]*|\bwhether\b[^,.;]*\bor\b[^,.;]*|\bwith\s+or\s+without\b[^,.;]*|\b(\w+)\s+or\s+no\s+\1\b"
    r"|\b(?:regardless|irrespective)\s+of\b[^,.;]*|\b(?:whatever|no\s+matter)\b[^,.;]*",
    re.IGNORECASE,
)
# What a statement is held to, a quality or a condition: words that ask for it, and words that ask for its absence.
_HELD_TO = re.compile(
    r"\b(?:(?P<with>with|having)|(?P<without>without|lacking)|(?P<unless>unless|until|till)"
    r"|(?P<if>if|where|when|once|as\s+long\s+as|so\s+long\s+as|provided|given|who|whose))\s+(?P<what>(?:[\w’'-]++\s*){1,8})",
    re.IGNORECASE,
)
_KINDS = {"with": ("quality", False), "without": ("quality", True), "unless": ("condition", True), "if": ("condition", False)}
_NO = re.compile(r"\b(?:no|not|never|none|nothing)\b|n['’]t\b", re.IGNORECASE)
# What is denied behind the quality denies none of it: "without a license and nothing else".
_DENIED_BESIDES = re.compile(r"[\s,]+(?:and|or|but)\s+(?:no|not|never|none|nothing|nobody)\b.*", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|may|might|can|could|must|need|will|would|shall|should|does|do|did|comes?|gets?)\b", re.I
)
_ANYONE = re.compile(r"\b(?:no|nobody|none|each|every\w*|any|all)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:an?|the)\s", re.IGNORECASE)
_OWN_WORDS = {"quality": (4, 0), "condition": (8, 1)}  # words that are the quality's or condition's own, and verbs among them


@dataclass(frozen=True, slots=True)
class Held:
    """What a statement is held to, a quality or a condition: its words, their content folded, and whether it must be absent."""

    kind: str
    words: str
    about: frozenset[str]
    absent: bool


@lru_cache(maxsize=65536)
def granted_apart(quote: str) -> str:
    """The quote without what it grants and sets aside: "even if ...", "with or without a warrant", "whatever the charge"."""
    return _GRANTED.sub(". ", quote)


def flat(text: str) -> str:
    """Words as one line, without the signs around them."""
    return " ".join(text.split()).strip(" ,;:.–—")


def clause(text: str, verbs: int) -> str:
    """The text up to where the main clause begins: a verb that is not its own, or who it is that does it."""
    found = list(_FINITE.finditer(text))
    own = found[0].end() if verbs and found else text.find(" ") + 1
    ends = [one.start() for one in (*found[verbs:], *_ANYONE.finditer(text, own), *list(_ARTICLE.finditer(text, own))[1:])]
    return text[: min(ends)] if ends else text


def held_in(quote: str) -> Iterator[Held]:
    """Every quality and condition that a quote names, but for what it grants and sets aside."""
    for found in _HELD_TO.finditer(granted_apart(quote)):
        kind, absent = _KINDS[next(name for name in _KINDS if found[name])]
        words, verbs = _OWN_WORDS[kind]
        own = clause(_DENIED_BESIDES.sub("", " ".join(found["what"].split()[:words])), verbs)
        about = content(ANY_CROWD.sub(" ", own))
        if about:
            yield Held(kind, flat(found[0]), about, absent != (_NO.search(own) is not None))
