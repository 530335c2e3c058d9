"""Papers made of questions and their answers, whatever they call themselves."""

from __future__ import annotations

import re

_ASKS = re.compile(r"[*\d.)\s]{0,5}[A-Z][^.?!:]{5,110}\?(?P<more>\s\S.*)?$")
_ON_OATH = re.compile(r"(?:\d{1,2}\s+)?(?:Q|QUESTION)\s?[.:)]")
_LONGEST = 18  # words of a question that heads its answer


def questions_answered(text: str) -> int:
    """How many lines put a question that is answered behind it or below; 0 where people are examined, question by question."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if any(_ON_OATH.match(line) for line in lines):
        return 0
    count = 0
    for line, below in zip(lines, (*lines[1:], ""), strict=False):
        found = _ASKS.match(line)
        asked = found is not None and len(line[: line.find("?")].split()) <= _LONGEST
        count += asked and bool((found and found["more"]) or (below and not below.endswith("?")))
    return count
