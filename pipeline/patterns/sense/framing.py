"""The words by which one begins to speak, and which say nothing of what is said: "I write today to say that", "Now, plainly:".

A "now" or "before" among them is of the speaking. What somebody said once ("in 2009 the chief said that ...") is no such frame.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SAY = (
    r"(?:say|tell|state|note|confirm|remind|assure|stress|repeat|add|answer|write|clear|plain|point\s+out|emphasi[sz]e|reiterate|know|remember"
    r"|understand|mention|observe|explain|report|advise|inform|bear\s+in\s+mind|keep\s+in\s+mind|submit|ask\s+you\s+to\s+note)"
)
_TELLER = r"(?:i|we|you|he|she|they|it|(?:the|our|my|your)\s+[\w-]+(?:\s+[\w-]+)?|(?-i:[A-Z])\w+(?:\s+(?-i:[A-Z])\w+)?)"
_TOLD = (
    r"(?:said|told|stated|noted|explained|mentioned|wrote|written|discussed|promised|advised|reported|heard|indicated|testified|described"
    r"|shown|set\s+out|pointed\s+out|announced|agreed)"
)
_FROM_ON = r"(?:as\s+of|effective|from|since|until|till|starting|beginning)\b"
_DENIED = r"(?:no|not|never|cannot|hardly|\w+n['’]t)\b"
_FRAMES = (
    # "Now, ...", "Now then, ...", "Now for the cards: ...", "Today, as ever, my point is that"
    r"(?:(?:well|so|and|but|all\s+right|okay|ok),?\s+)?now(?:\s+then)?,",
    r"(?:now|next|finally|lastly|today)\b[^.;:,]{0,50}:",
    # "As I told you before, ...", "as counsel explained before the recess, ..."
    rf"as\s+(?:(?:{_TELLER}|[\w-]+)\s+)?(?:(?:has|have|had|was|were|is)\s+)?(?:(?:already|just|often|been)\s+)?{_TOLD}\b[^,;:.]{{0,60}},",
    # "I write today to say that ...", "At this time we want to stress that ...", "I have one thing to add:"
    rf"(?!{_FROM_ON})[^.;:]{{0,100}}?\b(?:i|we)(?:['’](?:m|d|ll|ve))?\s(?:(?!{_DENIED})[\w'’]+\s+){{0,8}}?{_SAY}\b(?:[^.;:,]{{0,50}}?\bthat\b|[^.;:]{{0,50}}?:)",
    # "Before you vote tonight, understand that", "Until we speak, please know that", "let me be clear:"
    rf"(?:[^.;:]{{0,80}}?,\s+)?(?:please\s+|also\s+|let\s+me\s+(?:be\s+|say\s+)?|do\s+)?{_SAY}\b(?:[^.;:,]{{0,30}}?\bthat\b|[^.;:,]{{0,30}}?:)",
    r"it\s+(?:was|has\s+been|is)\s+(?:made\s+)?(?:clear|plain|known)\b[^.;:,]{0,40}?\bthat\b",
    # "To answer the question you asked last year, ...", "Before I turn to the figures, ...", "Going into next year's budget, ..."
    r"(?:to\s+(?:answer|return|come\s+back|respond|reply|go\s+back)|in\s+(?:answer|reply|response)\s+to|turning\s+to|going\s+into|thank(?:s|\s+you)\s+for"
    r"|(?:before|when|until|after|while)\s+(?:i|we)\s+(?:turn|begin|start|close|speak|spoke|meet|met|talk|talked|go|get\s+to|finish|end))"
    r"\b[^,;:.]{0,100}[,:]",
)
_FRAME = re.compile(r"\A\W*(?:" + "|".join(_FRAMES) + r")\s*", re.IGNORECASE)
_MOST = 3  # frames one within the other: "Now, as I said before, let me be clear:"


@lru_cache(maxsize=65536)
def framed_to(text: str) -> int:
    """Where what is said begins, behind all that only leads to it; 0 where the text begins with what is said."""
    at = 0
    for _ in range(_MOST):
        found = _FRAME.match(text[at:])  # a text of its own, for it is looked for at the beginning alone
        if found is None or not text[at + found.end() :].strip(" .!?\n"):
            break
        at += found.end()
    return at
