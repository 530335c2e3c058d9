"""Changes made public: what is said to hold from now on, or to hold no longer."""

from __future__ import annotations

import re

from pipeline.extractors.cueing.candidates import Candidate
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.sides.standing import TAKEN_BACK
from pipeline.extractors.speakers.saying import ANNOUNCING
from pipeline.patterns.days.months import MONTH

_CHANGE_WORDS = frozenset({
    "now", "longer", "change", "henceforth", "instead", "effective", "anymore", "discontinue", "terminate", "end",
})  # fmt: skip
_CHANGES = re.compile(
    r"\b(?:effective (?:today|immediately|now|at once|on|as of|from|[A-Z]\w+ \d|\d)"
    r"|(?:as of|from|starting|beginning) (?:today|now|this \w+)"
    r"|from now on|from this (?:day|date|point)(?: on| forward)?|going forward|hereby|henceforth"
    r"|(?:beginning|starting) (?:in|on|with) "
    r"|(?:is|are|have|has|been) (?:changing|changed|revised|revising|reversing|reversed) (?:our|its|the|their|this|that)"
    r"|(?:has|have|had|is|are) (?:now |also |since |today )?(?:been )?(?:ended|terminated|rescinded|withdrawn"
    r"|abolished|revoked|discontinued|"
    r"dropped|repealed|scrapped|lifted|abandoned|waived))\b",
    re.I,
)

# Of what is still to come or holds no longer: "From July 1, ...", "Starting Monday", and no span of days.
_FROM_THEN = re.compile(
    r"\b(?:[Ff]rom|[Aa]s of|[Oo]n and after|[Bb]eginning|[Ss]tarting|[Ee]ffective|[Cc]ommencing)\s"
    rf"(?:{MONTH}\.?\s\d{{1,2}}|tomorrow|next\s(?:week|month|year|fall|spring|summer|winter)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"(?!,?\s(?:\d{4},?\s)?(?:to|through|until|thru)\b)"
)

# How a sentence begins that says what takes the place of what the one before tells as past: "From July 1 ...", "It is now ...".
_TAKES_OVER = re.compile(
    r"\W*(?:from|as\s+of|beginning|starting|effective|with\s+effect|on\s+and\s+after|now|today|henceforth|hereafter|going\s+forward|instead"
    r"|(?:under|by|with)\s+(?:the|this|that|our|its|today['’]s)\s+(?:new|revised|amended|notice|order|memo\w*|guidance|policy)"
    r"|(?:that|this|it|they)\s+(?:is|are|will|may|must|can|has|have)?\s*(?:now|no\s+longer|henceforth|ends?|chang\w+|stops?))\b",
    re.IGNORECASE,
)


def takes_over(text: str) -> bool:
    """Whether a sentence begins by saying from when on, or under what new rule, something else holds."""
    return _TAKES_OVER.match(text) is not None


def made_public(view: View, found: Candidate) -> bool:
    """Whether a sentence tells of what it states as of something new: "effective today", "announced that it will no longer"."""
    if found.standing.note == TAKEN_BACK:
        return True
    if not found.frames or found.frames[0].lemma not in ANNOUNCING:
        own = not found.frames or found.frames[0].mode == "say"
        text = view.sentence.text
        new = found.standing.status == "planned" or (found.turn.longer and not _past(view, found.anchor))
        ahead = new and _FROM_THEN.search(text) is not None
        return own and found.standing.status in ("asserted", "planned", "former") and (ahead or bool(_CHANGES.search(text)))
    inside = {view.lower[at] for at in found.frames[0].content} | {view.lemmas[at] for at in found.frames[0].content}
    return found.turn.longer or bool(inside & _CHANGE_WORDS) or (found.turn.negated and "until" in inside)


def _past(view: View, said: int) -> bool:
    """Whether the clause of this word tells of the past: "from May 2 it was no longer free" is history, no change made now."""
    own = (at for at in range(len(view.tokens)) if view.clause[at] == view.clause[said])
    return any(view.tokens[at].tag == "VBD" or view.lower[at] in ("could", "would") for at in own)
