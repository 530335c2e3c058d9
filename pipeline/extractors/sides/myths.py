"""Sheets that set myths against facts: what stands behind "Myth:" is what the writer denies.

Agencies answer critics in this form, under many labels ("Misconception #2:", "Reality:"); a label may stand on a line of its own,
and a parser may take it for a sentence.
"""

from __future__ import annotations

import re

_REFUTED = (
    r"(?:(?:common\s+)?(?:myths?|misconceptions?|rumou?rs?|fiction|false|falsehoods?|allegations?)"
    r"|(?:what\s+)?you\s+(?:may|might|will|would|could)\s+(?:have\s+heard|hear))"
)
_TRUE = r"(?:the\s+)?(?:facts?|realit(?:y|ies)|truth|true|correct(?:ion)?)"
_NUMBER = r"\s*(?:(?:#|no\.)?\s*\d+)?\s*"
_MARK = "(?:[:.\u2013\u2014]|-(?!(?-i:[a-z])))"  # no "false-positive", "fact-finding"
_LABELS = {
    "myth": re.compile(rf"\W*(?:\d+[.)]\s*)?{_REFUTED}\b{_NUMBER}{_MARK}", re.I),
    "fact": re.compile(rf"\W*(?:\d+[.)]\s*)?{_TRUE}\b{_NUMBER}{_MARK}", re.I),
}
_ALONE = {
    "myth": re.compile(rf"(?:\A|\n)[ \t\W]*{_REFUTED}\b{_NUMBER}{_MARK}?[ \t]*\n\s*\Z", re.I),
    "fact": re.compile(rf"(?:\A|\n)[ \t\W]*{_TRUE}\b{_NUMBER}{_MARK}?[ \t]*\n\s*\Z", re.I),
}
_FACT_INSIDE = re.compile(rf"(?<=[\s.!?\"\u201d]){_TRUE}\b{_NUMBER}[:\u2013\u2014-]", re.I)
# Myths in one column and facts beside them, under their heads; the words of both stand in one line.
_THEIRS = r"(?:what\s+)?(?:they|critics|others|opponents|supporters|advocates|(?:the|their)\s+\w+)\s+(?:says?|claims?|hears?)"
_OURS = (
    r"(?:what\s+(?:you|to)\s+(?:(?:can|should|may)\s+)?(?:say|answer|reply)|(?:what\s+)?(?:we\s+(?:say|answer|know|found)(?:\s+back)?"
    r"|(?:our\s+)?(?:answers?|responses?|reply)))"
)
_SIDE_BY_SIDE = re.compile(
    rf"(?:\A|\n)[ \t]*(?:{_REFUTED}|{_THEIRS}|(?:the\s+)?claims?)\b[ \t|]+(?:{_TRUE}|{_OURS})\b[ \t]*\n", re.I
)
_QUOTATION = re.compile(r"[\"“][^\"“”]+[\"”]")
_PAIRS = 24  # paragraphs below their heads in which myths are looked for
_GAP = re.compile(r"\n[ \t\r]*\n")
BESIDE = "beside"
REACH = 80  # characters before a sentence in which a label may stand on a line of its own


def role_of(text: str, start: int, end: int) -> str:
    """`myth` or `fact` where text[start:end], a sentence, stands behind such a label on its line or the line above; else ''.

    A sentence that holds the fact as well as the myth says what it says: ''. `beside` where it begins a line of a table of myths
    with facts beside them: it may be either.
    """
    line = text[:start].rsplit("\n", 1)[-1]
    whole = line + text[start:end]
    if label := _LABELS["myth"].match(whole):
        answer = _FACT_INSIDE.search(whole, label.end())
        return "myth" if answer is None else "fact" if answer.start() < len(line) else ""
    if _LABELS["fact"].match(whole):
        return "fact"
    if _SIDE_BY_SIDE.search(text, max(0, start - 1), end):
        return BESIDE  # the heads were taken for the beginning of the sentence
    before = text[max(0, start - REACH) : start]
    alone = next((role for role, label in _ALONE.items() if label.search(before)), "")
    if alone or _quoted_cell(text, start, end):
        return alone or "myth"
    return BESIDE if not line.strip() and _in_two_columns(text[:start]) else ""


def _quoted_cell(text: str, start: int, end: int) -> bool:
    """Whether a sentence stands in a paragraph that is one quotation, and the heads of two such columns stand a few above it:
    a table read cell by cell."""
    first = max((gap.end() for gap in _GAP.finditer(text, 0, start)), default=0)
    last = gap.start() if (gap := _GAP.search(text, end)) else len(text)
    if not _QUOTATION.fullmatch(text[first:last].strip()):
        return False
    head = next((found for found in reversed(list(_SIDE_BY_SIDE.finditer(text, 0, first)))), None)
    between = len(_GAP.findall(text[head.end() : first])) if head else 0
    return head is not None and between <= _PAIRS and not between % 2


def _in_two_columns(before: str) -> bool:
    """Whether the heads of two such columns stand above, with no empty line between."""
    block = before[max((gap.end() for gap in _GAP.finditer(before)), default=0) :]
    return _SIDE_BY_SIDE.search(block) is not None


def label_before(text: str) -> str:
    """The label "Myth:" with which a sentence begins; '' without one, and where the fact stands in the same sentence."""
    label = _LABELS["myth"].match(text)
    return label.group() if label and _FACT_INSIDE.search(text, label.end()) is None else ""


def is_label(text: str) -> bool:
    """Whether a sentence is nothing but such a label, with or without its mark."""
    return any(label.fullmatch(f"{text.strip().rstrip(':.')}:") for label in _LABELS.values())


def unlabelled(text: str) -> str:
    """The sentence without a label of either kind."""
    for label in _LABELS.values():
        if (found := label.match(text)) and found.end() < len(text.rstrip()):
            return text[found.end() :].strip()
    return text
