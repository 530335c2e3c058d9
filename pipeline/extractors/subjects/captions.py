"""Lines that only name what stands elsewhere, and whose numbers say nothing: captions, headings, rows of tables of contents."""

from __future__ import annotations

import re

from pipeline.extractors.cueing.grammar import View

_DRAWN = r"(?:tables?|figures?|fig\.?|charts?|graphs?|diagrams?|illustrations?)"  # no slides, which say things
_PARTS = rf"(?:{_DRAWN}|sections?|chapters?|parts?|exhibits?|maps?|appendix|annex|attachments?|tabs?|schedules?)"
_NUMBERED = r"(?:\d{1,3}(?:[.-]\d{1,2}){0,3}|[A-Z]{1,2}(?:[.-]?\d{1,2})?|[IVX]+)"
_LABEL = re.compile(rf"\W*{_DRAWN}\s+{_NUMBERED}\W*", re.IGNORECASE)
_CAPTION = re.compile(rf"\W*{_DRAWN}\s+{_NUMBERED}\s*(?:[.:)–—-]|\s|$)", re.IGNORECASE)
_LEADER = re.compile(r"\.{4,}|(?:\.\s){3,}\.?|…{2,}|(?:\s_){3,}|_{4,}")
_ENTRY = re.compile(rf"\W*(?:{_PARTS}\s+{_NUMBERED}\b|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\.?\s|[IVX]+\.\s|[A-Z]\.\s)", re.IGNORECASE)
_GIVEN = re.compile(
    r"[:,=|]\s*(?:\w+\s){0,2}\d[\d,.]*(?:\s?%|\spercent|\s(?:thousand|million))?\W*$"
)  # "Chart 6: Prints sent, 9,400"
_SMALL, _WORDS = 3, 2  # letters of a word that a heading prints small; words of a heading
_SIGNS = frozenset(":|=;•\n")
_PAGE = re.compile(r"\s*(?:[ivxl]+|\d{1,3}(?:-\d{1,3})?|[A-Z]-\d{1,3})\s*$", re.MULTILINE)


def only_names(view: View) -> bool:
    """Whether a sentence is a caption, a heading or rows of a table of contents."""
    text = view.sentence.text.strip()
    return _is_heading(view, text) or (_CAPTION.match(text) is not None and not _tells(view)) or _is_contents(text)


def is_title(view: View, before: View) -> bool:
    """Whether this is the title of what the sentence before names: "Figure 3." "Sites in 58 counties"."""
    return _LABEL.fullmatch(before.sentence.text) is not None and not _tells(view)


def _tells(view: View) -> bool:
    """Whether there is a verb, or a number behind a label: "Chart 6: Prints sent, 9,400"."""
    verb = any(token.tag in ("VBD", "VBZ", "VBP", "MD") for token in view.tokens)
    return verb or _GIVEN.search(view.sentence.text) is not None


def _is_heading(view: View, text: str) -> bool:
    """ "38 Ferries Running on the River": in capitals, no stop, no verb. "Ferries Running 38" is a label with its number.

    What a newspaper prints above a piece has a verb and says something: "38 Ferries Lost Last Year, Agency Says".
    """
    words = [word for word in re.findall(r"[^\W\d]+", text) if len(word) > _SMALL]
    titled = len(words) >= _WORDS and all(word.istitle() for word in words) and text[-1:].isalpha()
    verb = any(token.tag in ("VBD", "VBZ", "MD") for token in view.tokens)
    return titled and not verb and _SIGNS.isdisjoint(text)


def _is_contents(text: str) -> bool:
    """ "4.2 Sites in 58 counties ........ 17": a part's name or number before, a page behind; "Sites live .... 58" is data."""
    lead = _LEADER.search(text)
    return lead is not None and _PAGE.match(text, lead.end()) is not None and _ENTRY.match(text) is not None
