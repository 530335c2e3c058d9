"""Sentences that are none: headings, and rows of a table that the parser took for a sentence."""

from __future__ import annotations

import re

from pipeline.extractors.grammar import View

_FRAGMENT_KINDS = frozenset({"email", "slides", "talking-points", "chronology", "form", "table"})
# The cells of one row: figures side by side.
_ROW = re.compile(r"(?<!\S)(?:[$€£] )?\d[\d,.]*%?(?: (?:[$€£] )?\d[\d,.]*%?){2,}(?!\S)")


def says_something(view: View, kind: str) -> bool:
    """Whether there is a verb, or a finished fragment as people leave them in emails and slides; a bare heading has neither.

    Rows of a table that were taken for a sentence ("enacted 668 668 1,045") say nothing but their numbers.
    """
    if len(_ROW.findall(" ".join(token.text for token in view.tokens))) > 1:
        return False
    if any(token.pos in ("VERB", "AUX") for token in view.tokens):
        return True
    return kind in _FRAGMENT_KINDS or view.lower[-1] == "."
