"""What the next sentence gives up: "Our letters said that ports may stay out. From today that is withdrawn."

A change told in two sentences: the first tells what held, as something said or done so far; the second ends it, or brings in
what takes its place. General English of offices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extractors import wording
from pipeline.extractors.cueing.candidates import FLIP, Candidate
from pipeline.extractors.sides import changes
from pipeline.extractors.sides.standing import Standing
from pipeline.extractors.wording import Setting
from pipeline.records.finding import Claim

REACH = 140  # characters of the next sentence within which it says so
_PAPER = (
    r"(?:letters?|forms?|guidance|sheets?|memo(?:randum|s)?|polic(?:y|ies)|rules?|practices?|positions?|instructions?|advice|answers?|language"
    r"|assurances?|statements?|procedures?|notices?|directives?|orders?|wording|versions?|templates?|agreements?|points|reading)"
)
# That it is told as what was so far: "until this week", "have been using", "our letters said".
_SO_FAR = re.compile(
    r"\b(?:(?:until|till|up\s+to)\s+(?:now|today|yesterday|this|last|the)\b|(?:has|have|had)\s+been\s+\w+ing\b|used\s+to\b|hitherto|heretofore|so\s+far\b"
    rf"|(?:our|my|the|that|this|earlier|old|previous|current|present)\s+(?:[\w-]+\s+)?{_PAPER}\b[^.;]{{0,60}}?\b(?:said|told|stated|promised|allowed|required|provided|let"
    r"|read|had|directed|instructed)\b)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"\b(?:that|this|it|they|those|(?:that|this|the|such|those)\s+(?:[\w-]+\s+)?{_PAPER})\s+"
    r"(?:(?:is|are|was|were|has\s+been|have\s+been|stands?)\s+(?:now\s+|hereby\s+|being\s+)?"
    r"(?:withdrawn|rescinded|revoked|superseded|replaced|cancell?ed|retired|dropped|over|ended|void|at\s+an\s+end)"
    r"|(?:now\s+)?(?:ends?|stops?|ceases?)\b|no\s+longer\s+(?:holds?|appl(?:y|ies)|stands?))",
    re.IGNORECASE,
)
_NEW = re.compile(rf"\b(?:new|revised|amended|changed)\s+(?P<paper>{_PAPER})\b", re.IGNORECASE)


def given_up(text: str, after: str) -> str:
    """The words by which the sentence `after` gives up what `text` tells as what was so far; '' where it does not."""
    after = after[:REACH]
    if not _SO_FAR.search(text):
        return ""
    if ends := _ENDS.search(after):
        return " ".join(ends[0].split())
    new = _NEW.search(after) if changes.takes_over(after) else None
    same = new is not None and re.search(rf"\b{re.escape(new['paper'].rstrip('s'))}", text, re.IGNORECASE)
    return " ".join(new[0].split()) if new and same else ""


def ends(text: str) -> str:
    """The words by which a sentence ends what the one before it tells: "It is withdrawn as of today"; ''."""
    found = _ENDS.search(text[:REACH])
    return " ".join(found[0].split()) if found else ""


def held(found: Candidate) -> bool:
    """Whether it is stated as what was so, by the writer or his papers, and not as a change already."""
    return found.standing.status in ("asserted", "reported") and not found.turn.longer


def claims_of(setting: Setting, found: Candidate, until: int, words: str) -> Iterator[Claim]:
    """What held, in its own sentence, and the contrary, which the writer says in the two together; they end at `until`."""
    old = replace(found, standing=Standing("former", words, "given up by the next sentence", changed=True))
    new = replace(found, frames=(), standing=Standing("asserted", words, "what the sentence before tells is given up"))
    yield wording.claim_of(setting, old, found.stance, "former", True)
    yield wording.claim_of(replace(setting, end=until), new, FLIP[found.stance], "asserted", True)
