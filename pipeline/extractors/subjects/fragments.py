"""Sentences that state nothing: headings, rows and heads of a table that the parser took for one, what a word is to mean."""

from __future__ import annotations

import re
from itertools import accumulate

from pipeline.extractors.cueing.grammar import View

_FRAGMENT_KINDS = frozenset({"email", "slides", "talking-points", "chronology", "form", "table"})
# The cells of one row: figures side by side.
_ROW = re.compile(r"(?<!\S)(?:[$€£] )?\d[\d,.]*%?(?: (?:[$€£] )?\d[\d,.]*%?){2,}(?!\S)")
_NOTE = re.compile(r"\W*\(\d{1,2}\)\s*")
# "(2) “Live” means ...", "“No conviction” are persons who ...": what a word is to mean in a paper.
_TERM = re.compile(
    r"""["“]\w[^"“”]{1,40}["”],?\s+(?:(?:shall|will)\s+)?(?:means?|refers?\s+to|denotes?|(?:is|are)\s+"""
    r"""(?:persons|people|those|anyone|individuals|aliens|records|cases|counties|jurisdictions))\b"""
)
_LABEL = re.compile(r"(?P<term>[A-Z][A-Za-z -]{2,40}):\s")
# "Under the draft that was set aside a county could have ...": what never came to hold.
_DRAFT = re.compile(
    r"(?i)\bunder (?:the|a|an|that|our|their|its) (?:\w+ ){0,2}?(?:draft|proposal|bill)\b.*\b(?:would|could)\b", re.S
)
# What is wished, proposed or only put down to be talked of, by its label ("Our demands:", "Option B:") or by the words behind it
# ("Exit for towns: recommended"). An aim or a need is told of as a fact: "Goal: all ports by 2013", "Needed: a signed form".
_WISH = r"(?:propos(?:ed|als?)|demand(?:s|ed)?|requested|recommend(?:ed|ations?)|wish(?:es|\s+list)?|asks?|suggest(?:ed|ions?))"
_TO_TALK_OF = r"(?:options?|to\s+do|next\s+steps?|action\s+items?|agenda(?:\s+items?)?|topics?|ideas?)"
_LABELLED = r"\W*(?:\d+[.)]\s*)?(?:(?:our|their|the|my|its|key|main|other|next|policy)\s+){0,2}"
_WISHED = re.compile(rf"{_LABELLED}{_WISH}(?:\s+[\w-]+){{0,4}}\s*(?:#?\d+|[A-Z])?\s*[:–—]\s*(?=\S)", re.I)
_PUT_DOWN = re.compile(rf"{_LABELLED}{_TO_TALK_OF}(?:\s+(?:#?\d+|[A-Za-z]))?\s*[:–—]\s*(?=\S)", re.I)
_UNDECIDED = re.compile(
    r"(?:[:–—]|\s-)\s*(?:(?:not|to\s+be|still|now|under|withdrawn|left)\s+)?(?:recommended|proposed|pending|adopted|requested|tbd|decided|discussed|consider(?:ed|ation)"
    r"|review|discussion|rejected|deferred|tabled|open|desired|preferred|sought|referred|follow|wanted|study|pros\s+and\s+cons)\b(?:\s+[\w-]+){0,3}\W*$",
    re.I,
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_JOINTS = frozenset({"ADP", "DET", "PRON", "AUX", "CCONJ", "SCONJ", "PART", "ADV"})


def says_something(view: View, kind: str, title: str = "") -> bool:
    """Whether there is a verb, or a finished fragment as people leave them in emails and slides; a bare heading has neither.

    Rows of a table that were taken for a sentence ("enacted 668 668 1,045") say nothing but their numbers; the paper's own
    `title` nothing where it is no sentence.
    """
    if len(_ROW.findall(" ".join(token.text for token in view.tokens))) > 1 or _is_title(view, title):
        return False
    if any(token.pos in ("VERB", "AUX") for token in view.tokens):
        return True
    return kind in _FRAGMENT_KINDS or view.lower[-1] == "."


def defines(view: View, above: str) -> bool:
    """Whether this tells what a word is to mean: in quotation marks, or in a numbered note on a word of the text `above`."""
    text = view.sentence.text
    note = _NOTE.match(text)
    rest = text[note.end() :] if note else text
    if _TERM.match(rest.lstrip()):
        return True
    label = _LABEL.match(rest) if note else None
    return label is not None and _letters(label["term"]) in _letters(above)


def of_a_draft(view: View) -> bool:
    """Whether this tells what would have been under a paper that was never in force."""
    return _DRAFT.search(view.sentence.text) is not None


def only_wished(view: View) -> bool:
    """Whether this is a point without a verb under what is wished, proposed or to be talked of: "Demands: no fee for towns"."""
    text = view.sentence.text
    if any(token.tag in _FINITE for token in view.tokens):
        return False
    return any(pattern.match(text) for pattern in (_WISHED, _PUT_DOWN)) or _UNDECIDED.search(text) is not None


def is_head(view: View) -> bool:
    """Whether these are heads of columns side by side: words that nothing joins into a sentence, most of them with a capital."""
    words = [token for token in view.tokens if token.text[0].isalpha()]
    loose = len(words) > 3 and not any(token.pos in _JOINTS for token in words)
    return loose and sum(token.text[0].isupper() for token in words) * 4 >= len(words) * 3


def _is_title(view: View, title: str) -> bool:
    """Whether this is the paper's title with hardly more, each word of weight with a capital, and no sentence behind it."""
    words = [word for word in title.split() if len(word) > 3]
    head, text = _letters(title), _letters(view.sentence.text)
    if len(words) < 2 or not all(word[0].isupper() or not word[0].isalpha() for word in words):
        return False
    if not text.startswith(head) or 2 * len(head) < len(text):
        return False
    read = accumulate(len(_letters(token.text)) for token in view.tokens)
    return not any(token.tag in _FINITE for token, letters in zip(view.tokens, read, strict=True) if letters > len(head))


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text.casefold()))
