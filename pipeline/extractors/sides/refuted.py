"""What is put down only to be called false in the next sentence: "Claim: nobody pays. Not so.", "They say X. That is not true."

Whoever calls it false says the contrary. What is told as another's word stays that one's besides.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extractors.cueing.candidates import FLIP, Candidate
from pipeline.extractors.sides.stance import Turn
from pipeline.extractors.sides.standing import Standing

REFUTED = "refuted"  # the role of such a sentence, beside `myth` and `fact`
_WHOLLY = r"(?:simply|just|plainly|flatly|quite|of\s+course)\s+"
_CALLED_FALSE = re.compile(
    rf"\W*(?:(?:that|this|it|which)(?:\s+(?:is|was)|['’]s)\s+(?:{_WHOLLY})?"
    r"(?:not\s+(?:so|true|correct|the\s+case)|untrue|false|incorrect|a\s+myth|nonsense)\b"
    r"|(?:that|this|it)\s+(?:isn|wasn)['’]t\s+(?:so|true|correct|the\s+case)\b"
    r"|(?:not\s+(?:so|true)|false|untrue|wrong|incorrect|nonsense)\s*(?:[.,:;!]|$))",
    re.IGNORECASE,
)


def calls_false(text: str) -> bool:
    """Whether a sentence starts by calling false what stands before it."""
    return _CALLED_FALSE.match(text) is not None


def turned(found: Candidate) -> tuple[Candidate, ...]:
    """What is said by whoever calls it false; before it the statement itself, where it is told as somebody's word."""
    if found.standing.changed:
        return (found,)
    turn = Turn(not found.turn.negated, "", (*found.turn.words, "called false"))
    contrary = replace(
        found, stance=FLIP[found.stance], turn=turn, standing=Standing("asserted", "", "called false right after"), frames=()
    )
    told = any(one.source is not None and one.source.name for one in found.frames)
    return (found, contrary) if told else (contrary,)
