"""What the first lines of a page say it is - a press release, an agreement, talking points - and how sure that is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.days.dating import date_of_letterhead
from pipeline.patterns.names.offices import is_office
from pipeline.patterns.openings.headings import (
    BYLINE,
    NUMBERED,
    could_stand,
    datelined,
    first_of,
    headlike,
    headline_among,
    joined,
    top_lines,
)
from pipeline.patterns.openings.questions import questions_answered
from pipeline.patterns.writers.origin import makers, rolled_up

_DEED = (
    r"(?:memorand(?:um|a) of (?:agreement|understanding)|agreement|covenant|MOA|MOU|contract"
    r"|addendum|letter of intent|terms of reference)"
)
# A heading ends with what it names, or goes on with its parties; "this agreement" is a sentence.
_AGREEMENT = re.compile(
    rf"(?i:^(?!.*\b(?:this|the undersigned|hereby|hereto|acknowledges)\b)(?:.{{0,80}}\b)?{_DEED}\b"
    r"(?:\s?\(\w+\))?(?:\s(?:between|among|by|for|on|with|regarding|concerning|relating|of)\b.*)?\W*$"
    rf"|^(?:[A-Z-]+\s){{0,6}}{_DEED}\s(?=dated\b|this\b))"
)
_KIND_HEADS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "press",
        re.compile(
            r"(?i:for immediate release|\b(?:news|press) release\b|\bmedia (?:advisory|release)\b|\bnews "
            "from\b)"
        ),
    ),
    (
        "talking-points",
        re.compile(
            r"(?i:^if[ -]asked\b(?!.*[:.?]$)"
            r"|\btalking points\b|^\W*talkers?\b|\bkey messages\b|\bmessaging points\b|\bpress guidance\b|\bQ\s?(?:&"
            r"|and)\s?A[’']?s?\b|\bquestions (?:and|&) answers\b|\bfrequently asked\b|\bFAQ"
            r"|\bmyths?\s?(?:/|&|and|v\.?|vs\.?|versus)\s?(?:the\s)?(?:facts?|reality|realities)\b)"
        ),
    ),
    (
        "slides",
        re.compile(
            r"(?i:\bslide (?:deck|show|presentation)\b|\bpower\s?point (?:presentation|slides|deck)\b|^briefing slides\b)"
        ),
    ),
    ("chronology", re.compile(r"(?i:\bchronology\b|\btime ?line of\b|^time ?line\b)")),
    ("agreement", _AGREEMENT),
    (
        "form",
        re.compile(
            r"(?:OMB\s(?:No|Control|Approval)|\bForm\s[A-Z]{1,4}-\d|\b[A-Z][a-z]+\sForm\b|\bAPPLICATION FOR\b|\bFORM\b"
            r"|(?i:\b(?:clearance|routing|transmittal) (?:sheet|slip)\b|\bchecklist\b|\bworksheet\b))"
        ),
    ),
    (
        "memo",
        re.compile(
            r"(?i:^(?:[\w’'-]+\s){0,3}memorandum(?:\s(?:opinion|of law|(?:for|to) (?:the "
            r")?(?:record|files?)))?\W*$|^(?:legal|advisory) opinion\b)"
        ),
    ),
    (
        "other",
        re.compile(
            r"(?i:\bdeposition of\b|\btranscript of\b|^(?:public )?hearing\b|\binterview "
            r"(?:with|of)\b|^(?:meeting |field |call |hotline )notes\b|^notes (?:of|from)\b|^notes (?:--?|–|—|on)\s"
            r"|\b(?:hotline|call) log\b|\bminutes of\b|^minutes\b|^agenda\b|\bproceedings "
            r"of\b|^resolution\b|^ordinance\b|^transcript\b|^statement for the record\b"
            r"|\b(?:rush|rough|partial|unofficial|verbatim|raw|edited|unedited) transcript\b"
            r"|\btranscript \((?:excerpts?|unchecked|rough|rush|partial)\b)"
        ),
    ),
    (
        "report",
        re.compile(
            r"(?i:\b(?:cumulative|daily|weekly|monthly|quarterly|annual) "
            r"(?:figures|numbers|data|totals|roll-?up|update|summary|digest|highlights)\b"
            r"|\breport\b|\bstatistics\b|\bmetrics\b|\bassessment\b|\bstudy\b|\breview "
            r"of\b|\bstrategic plan\b"
            r"|\bstandard operating procedures?\b|\bbrief(?:ing)?\b(?: paper| book)?"
            r"|\bbackground(?:er)?\b|\bfact sheet\b|\bwhite paper\b|\bguidance\b|\bpolicy\b|\bdeclaration of\b"
            r"|\btestimony\b)"
        ),
    ),
)
_ROLL = re.compile(r"(?i:(?:attend\w*|present|absent|members|participants|distribution|cc|copies|invited)\s?:)")  # who was there
_PARTY_BEHIND = re.compile(
    rf"(?i:{_DEED})(?:\s?\(\w+\))?"
    r"(?:\W*$|\s(?i:between|among|by|for|on|with|regarding|concerning|relating|of)\s(?:the\s|an?\s)?[A-Z(]|\s(?i:dated|this)\b)"
)
BOX_TO_TICK = re.compile(r"\[\s?[Xx]?\s?\]|[☐☒☑]")
# "A report to the legislature by the State Auditor", below a title that names no kind.
_CREDITED = re.compile(
    r"(?i:(?:an?|the|this)\s(?:[\w-]+\s){0,2}(?:report|study|survey|audit|white "
    r"paper|briefing)\s(?:(?:to|for)\s(?:\w+\s){1,4})?(?:by|of|from)\b)"
)
_WITHHELD = re.compile(
    r"(?i:\bpages?\b[^.\n]{0,30}\bwithheld\b|\bwithheld\s(?:in\s(?:full|their\sentirety|its\sentirety)|pursuant)"
    r"|\bdeleted\spages?\b|\bpages?\s(?:have\sbeen\s)?removed\b"
    r"|\bpage\sintentionally\swithheld\b|\bthis\spage\sis\sexempt\b)"
)
_SUBTITLE = re.compile(
    r"(?i:an?\s(?:[\w-]+\s){0,2}(?:report|study|survey|review|assessment|analysis|history|audit|guide)\s(?:of|on|into|to|by|from)\b)"
)
_FEWEST_ANSWERS = 4  # to questions, on a page that is one of questions and answers though it does not say so
_FEWEST_BOXES = 3  # to tick, on a page that is a form though it does not say so
_UPDATED = re.compile(r"\s*(?i:posted|published|updated)\b")  # as sheets are too, whose maker stands beside
_SHEET = re.compile(
    r"(?i:\b(?:fact\s?sheet|bulletin\s(?:no|number|\#)|(?:shift|staff|training|safety)\sbulletin|faqs?|questions\sand\sanswers|q\s?(?:&|and)\s?as?"
    r"|talking\spoints|(?:notice|alert|announcement|reminder)\sto|hand-?out|guide(?:lines)?|handbook|directive|policy|procedures?|at\sa\sglance)\b)"
)
_SLIDE = re.compile(r"(?m)^\s*(?i:slide)\s\d{1,3}\b")
_ASKED = re.compile(
    r"\s*(?:\d{1,3}\s+)?(?:[QA]\s?[.:)]|(?:Q|QUESTION|Question|A|ANSWER|Answer):)\s"
)  # a question put, not a heading
_CELL = re.compile(r"[$(]?[\d,.]+%?\)?|\d{1,2}/\d{1,2}/\d{2,4}|\d+[-–]\d+|\(?[bB]\)\(\d\)\S*|n/?a|-{1,3}|–")


@dataclass(frozen=True, slots=True)
class Heading:
    """`kind` is a document kind, `title` the heading as printed on one line, `weight` (0..1) how sure the kind is."""

    kind: str
    title: str
    weight: float


def heading_of(text: str, landscape: bool = False) -> Heading | None:
    """What the page's first lines announce, or None. Email, memo, letter and cable heads are told elsewhere."""
    lines = top_lines(text)
    if _WITHHELD.search(text) and len(text.split()) < 80:
        return Heading("withheld-page", "", 0.9)
    alone = bool(lines) and _set_apart(lines[0], text)
    if len(_SLIDE.findall(text)) > 1 and lines:
        return Heading("slides", joined(lines, 0) if headlike(lines[0]) or alone else "", 0.7)
    named = _named(lines, alone)
    if named and named.kind == "form" and len(BOX_TO_TICK.findall(text)) > 1:
        named = Heading("form", named.title, 0.9)
    if named and named.weight >= 0.7:
        return named
    if lines and not named and rolled_up(lines[0]):
        return Heading("report", lines[0], 0.6 + _dated_below(lines, 0))
    if len(BOX_TO_TICK.findall(text)) >= _FEWEST_BOXES and lines and (headlike(lines[0]) or alone):
        title = next((line for line in lines[:4] if line.isupper() and not is_office(line)), lines[0])
        return Heading("form", title, 0.7)
    if lines and any(_CREDITED.match(line) for line in lines[1:4]) and (headlike(lines[0]) or alone) and not tabular(text):
        first = 1 if dates_in(lines[0]) else 0
        return Heading("report", _titled(lines, first), 0.6 + _dated_below(lines, 0))
    if questions_answered(text) >= _FEWEST_ANSWERS and lines and (headlike(lines[0]) or could_stand(lines[0])):
        title = lines[0] if not is_office(lines[0], by_head=True) else headline_among(lines) or lines[0]
        return Heading("talking-points", title, 0.6 + _dated_below(lines, 0))
    credited = bool(lines) and next(makers(lines[0], lines[1:6], ()), None) is not None
    official = credited or _of_a_house(lines)
    if any(datelined(line) or (BYLINE.match(line) and not (official and _UPDATED.match(line))) for line in lines[:10]):
        return Heading("article", headline_among(lines), 0.7)
    if tabular(text):
        told = bool(lines) and (headlike(lines[0]) or alone or (could_stand(lines[0]) and not re.search(r"\d", lines[0])))
        title = joined(lines, 0) if told else ""
        return Heading("table", title, 0.6 if title else 0.45)
    if landscape and len(text.split()) < 140 and lines:
        return Heading("slides", lines[0] if headlike(lines[0]) or alone else "", 0.5)
    if named or not lines or not (headlike(lines[0]) or alone) or NUMBERED.match(lines[0]):
        return named
    first = _below_letterhead(lines)
    dated = bool(0 < first < len(lines) - 1 and lines[first + 1].isupper() and date_of_letterhead((lines[first],)).date)
    first += dated  # a letterhead may be dated above the title
    if first >= len(lines) or not headlike(lines[first]) or NUMBERED.match(lines[first]) or re.search(r"\d", lines[first]):
        first = 0  # nothing but the office heads it
    title = joined(lines, first)
    capitals = lines[first].isupper() and len(lines[first].split()) > 1
    return Heading("other", title, (0.45 if capitals else 0.3) + (0.3 if dated else _dated_below(lines, first)))


def _of_a_house(lines: tuple[str, ...]) -> bool:
    """Whether a house or the sort of a house's sheet heads a page: it says when it was posted as a newspaper's page does."""
    return bool(lines) and (is_office(lines[0], by_head=True) or any(_SHEET.search(line) for line in lines[:3] if headlike(line)))


def _set_apart(line: str, text: str) -> bool:
    """Whether such a line stands in a block of its own."""
    return could_stand(line) and bool(re.search(rf"(?:^|\n\n|\A)[ \t]*{re.escape(line)}[ \t]*\n[ \t]*\n", text[:3000]))


def _named(lines: tuple[str, ...], alone: bool = False) -> Heading | None:
    """A heading that names the kind of thing it heads. `alone`: the first line is set apart from what follows."""
    first = _below_letterhead(lines)
    for index, line in enumerate(lines[:8]):
        if _ROLL.match(line) or _ASKED.match(line):
            continue
        heads = headlike(line) or (alone and index == 0)
        if not (heads or (index < 2 and len(line.split()) < 14 and not line.endswith("."))):
            continue
        for kind, pattern in _KIND_HEADS:
            weak = kind in ("report", "form", "other", "memo")
            found = pattern.search(line)
            # "Notes of the meeting held on ...", "KXYZ 88.1, May 4, rush transcript"
            told = heads or (kind == "other" and found is not None and (found.start() == 0 or index == 0))
            misplaced = (weak and (index > first + 1 or not told)) or (kind == "agreement" and not _deed_at(index, line))
            if found is None or misplaced:
                continue
            title = headline_among(lines[index + 1 :]) if kind == "press" else _titled(lines, first_of(lines, index))
            return Heading(kind, title or line, 0.9 if kind == "memo" else 0.6 + _dated_below(lines, index) if weak else 0.85)
    return None


def _titled(lines: tuple[str, ...], index: int) -> str:
    """The heading that begins in this line, and the title above it where this is what stands below one: "A study of ..."."""
    title = joined(lines, index)
    above = lines[index - 1] if index == 1 else ""
    under = _SUBTITLE.match(lines[index]) and headlike(above) and len(above.split()) > 1
    return f"{above}: {title}" if under and not (is_office(above) or dates_in(above) or announces_kind(above)) else title


def _below_letterhead(lines: tuple[str, ...]) -> int:
    """How many of the first lines, three at most, only name an office, as a letterhead does."""
    return next((index for index, line in enumerate(lines[:3]) if not is_office(line, by_head=True) or announces_kind(line)), 3)


def announces_kind(line: str) -> bool:
    """Whether a line holds a word for a kind of document."""
    return any(pattern.search(line) for _, pattern in _KIND_HEADS)


def _deed_at(index: int, line: str) -> bool:
    """Whether a deed's heading may stand in this line; below the second, small letters behind it are a row or a bullet."""
    return index < 2 or (index <= 3 and _PARTY_BEHIND.search(line) is not None and not re.search(r"\d\s+[\d,.]+\W*$", line))


def _dated_below(lines: tuple[str, ...], index: int) -> float:
    """What a short line with a date under a heading adds to its weight: most documents date themselves there."""
    below = [line for line in lines[index + 1 : index + 3] if len(line.split()) < 16]
    return 0.3 if any(one.precision in ("day", "month") for line in below for one in dates_in(line)) else 0.0


def heads_deed(line: str) -> bool:
    """Whether a line is the heading of an agreement."""
    return headlike(line) and _AGREEMENT.search(line) is not None


def announces(line: str) -> bool:
    """Whether a line names a kind of document: such a line is a heading however often it is printed."""
    return _named((line,)) is not None


def tabular(text: str) -> bool:
    """Whether most lines are rows of figures."""
    rows = [line.split() for line in text.split("\n") if len(line.split()) > 1]
    figures = [row for row in rows if sum(bool(_CELL.fullmatch(cell)) for cell in row) >= max(1, 0.34 * len(row))]
    return len(figures) >= 5 and len(figures) >= 0.5 * len(rows)
