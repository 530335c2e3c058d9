"""What kind of text fills a page: questions and answers, speakers by name, slides, rows of figures, a mail, or prose.

A paper is of one fabric for the most part; where it changes another paper may begin.
"""

from __future__ import annotations

import re

from pipeline.patterns.openings.headers import header_blocks
from pipeline.patterns.openings.headings import top_lines
from pipeline.patterns.openings.heads import tabular
from pipeline.patterns.openings.questions import questions_answered
from pipeline.patterns.openings.talk import talkers
from pipeline.records.page import Page

PROSE = "prose"
SPOKEN = frozenset({"examination", "hearing", "talk", "chat"})
_FEWEST = 3
_SLIDE_WORDS, _FEWEST_LINES = 110, 4
_FIGURE = re.compile(r"\D\s[$(]?\d[\d,.]*%?\)?$")  # a row ends with its figure
_NAMES = (
    ("chat", re.compile(r"\W?\d{1,2}:\d\d(?::\d\d)?\s?(?:[AaPp]\.?[Mm]\.?)?\W{1,3}[A-Z][\w .]{0,30}:")),
    ("examination", re.compile(r"(?:\d{1,2}\s+)?(?:Q|A|QUESTION|ANSWER)\s?[.:)]?(?:\s|$)")),
    (
        "hearing",
        re.compile(
            r"(?:The|THE|Mr|MR|Ms|MS|Mrs|MRS|Dr|DR|Chairman|Senator|Representative)\.?\s[A-Z][A-Z .'’-]+(?:\([^)]*\))?\.\s"
        ),
    ),
    ("talk", re.compile(r"[A-Z][A-Z .'’()-]{2,40}:\s")),
)


def fabric_of(page: Page) -> str:
    """mail, slides, table, chat, examination, hearing, talk, questions, or prose where nothing else tells."""
    text = page.text
    if any(header_blocks(text)):
        return "mail"
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for name, begins in _NAMES:
        if sum(bool(begins.match(line)) for line in lines) >= _FEWEST:
            return name
    if talkers(lines):
        return "talk"
    if questions_answered(text) >= _FEWEST:
        return "questions"
    if tabular(text):
        return "table"
    return "slides" if slide_like(page) else PROSE


def slide_like(page: Page) -> bool:
    """Whether a page holds a few words, in lines that mostly do not end as sentences do, and not with a figure."""
    lines = top_lines(page.text, 40)
    if len(page.text.split()) > _SLIDE_WORDS or len(lines) < _FEWEST_LINES or not lines[0][:1].isupper():
        return False
    ended = sum(line.endswith((".", "?", "!", ":", ",")) for line in lines)
    rows = sum(_FIGURE.search(line) is not None for line in lines)
    return ended <= 0.4 * len(lines) and rows <= 0.2 * len(lines)
