"""What the first lines of a page say it is - a press release, an agreement, talking points - and what its heading is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from pipeline.patterns.authorship import is_office
from pipeline.patterns.dates import dates_in

_REPLY = re.compile(r"^\s*(?:(?:RE|R£|FW|FWD|AW|WG)\s?(?:\[\d+\])?\s?[:;]\s*)+", re.IGNORECASE)
_BANNER = re.compile(
    r"(?i:^\W*(?:for official use only|law enforcement sensitive|pre-?decisional|deliberative|privileged"
    r"|attorney.client|attorney work product"
    r"|draft|sample|unclassified|confidential|secret|limited official use|sensitive but unclassified|fouo|les"
    r"|c\s?o\s?n\s?f\s?i\s?d\s?e\s?n\s?t\s?i\s?a\s?l"
    r"|not for (?:public )?(?:release|distribution)|internal use only|page \d+(?: of \d+)?|\d{1,4}|skip to .{0,20}"
    r"|share this:?|print|e-?mail|tags?:.*"
    r"|ex(?:hibit)?[-. ]?[\d(][\w.()-]*.*|execution (?:copy|version)|sample\b.*\b(?:invented|testing|not "
    r"an?\b).*|.{0,60}declassified/released.*|logo\b.*"
    r"|attachment \w{1,3}|appendix \w{1,3}|.{0,6}https?://.*|www\..*)\W*$)"
    r"|^[\W\d_]*$|^(?:[\w.-]+ ){0,4}[\w.-]*\d{5,}\W*$|^\([a-z]\)\(\d\).*$"
)
_SMALL_WORDS = """
    a an and as at by for from in into nor of on or the to with vs via de la del between among no
"""
_SMALL = frozenset(_SMALL_WORDS.split())

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
            r"(?i:\btalking points\b|\bkey messages\b|\bmessaging points\b|\bpress guidance\b|\bQ\s?(?:&"
            r"|and)\s?A[’']?s?\b|\bquestions (?:and|&) answers\b|\bfrequently asked\b|\bFAQ)"
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
            r"(?:with|of)\b|^(?:meeting |field |call |hotline )notes\b|^notes (?:of|from)\b"
            r"|\b(?:hotline|call) log\b|\bminutes of\b|^minutes\b|^agenda\b|\bproceedings "
            r"of\b|^resolution\b|^ordinance\b|^transcript\b)"
        ),
    ),
    (
        "report",
        re.compile(
            r"(?i:\b(?:cumulative|daily|weekly|monthly|quarterly|annual) "
            r"(?:figures|numbers|data|totals)\b|\breport\b|\bstatistics\b|\bmetrics\b|\bassessment\b|\bstudy\b|\breview "
            r"of\b|\bstrategic plan\b"
            r"|\bstandard operating procedures?\b|\bbrief(?:ing)?\b(?: paper| book)?"
            r"|\bbackground(?:er)?\b|\bfact sheet\b|\bwhite paper\b|\bguidance\b|\bpolicy\b|\bdeclaration of\b"
            r"|\btestimony\b)"
        ),
    ),
)
_ROLL = re.compile(r"(?i:(?:attend\w*|present|absent|members|participants|distribution|cc|copies|invited)\s?:)")  # who was there
_JOINTS = frozenset({"between", "by and between", "among", "and"})  # lines of their own between the parties in a heading
_PARTY_BEHIND = re.compile(
    rf"(?i:{_DEED})(?:\s?\(\w+\))?"
    r"(?:\W*$|\s(?i:between|among|by|for|on|with|regarding|concerning|relating|of)\s(?:the\s|an?\s)?[A-Z(]|\s(?i:dated|this)\b)"
)
BOX_TO_TICK = re.compile(r"\[\s?[Xx]?\s?\]|[☐☒☑]")
_NUMBERED = re.compile(r"^(?:\(?\d{1,2}[.)]|[IVX]{1,5}[.)]|[A-Z][.)]\s|(?:Article|ARTICLE|Section|SECTION|Part|PART|Chapter)\b)")
# "A report to the legislature by the State Auditor", below a title that names no kind.
_CREDITED = re.compile(
    r"(?i:(?:an?|the|this)\s(?:[\w-]+\s){0,2}(?:report|study|survey|audit|white "
    r"paper|briefing)\s(?:(?:to|for)\s(?:\w+\s){1,4})?(?:by|of|from)\b)"
)
_INNER = re.compile(
    r"(?i:(?:chapter|section|part|article|appendix|annex|exhibit|attachment|schedule|table|figure|tab|slide|step|phase)\s+(?:[\dIVXA-Z]{1,4}\b|\d)"
    r"|table of contents|contents\b|executive "
    r"summary|introduction\b|background\b|conclusions?\b|recommendations?\b|methodology\b"
    r"|scope\b|findings\b|discussion\b|summary\b|purpose\b|references\b|glossary|acronyms|signatures?\b|in witness whereof"
    r"|message attributes|agenda\b|questions\?|points of contact|next steps\W*$|continued\b)"
    r"|(?:[IVX]{1,5}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.)]\s"
)
_DATELINE = re.compile(
    r"^\s*(?:[A-Z][A-Z.’' ]{2,30}(?:,\s[A-Z][A-Za-z. ]{1,20})?\s?)?\((?:AP|CNN|Reuters|REUTERS|UPI|AFP)\)"
    r"|^\s*[A-Z][A-Z.’' ]{3,30}(?:,\s[A-Z][A-Za-z.]{1,12})?\s?(?:--|—|–)\s"
)
_BYLINE = re.compile(
    r"^\s*(?:By|BY)\s(?:the\s)?[A-Z][\w.’-]+(?:\s[A-Z][\w.’-]+){1,4}(?:,.{0,40})?$|^\s*(?i:posted|published"
    r"|updated)\b.{0,60}\d{4}"
    r"|^\s*(?:The\s|THE\s)?(?:[A-Z][\w’'.-]+\s){0,4}(?i:courier|times|post|tribune|herald|sentinel|gazette|chronicle|journal|ledger"
    r"|observer|register|star|bulletin|dispatch|examiner|inquirer|globe|daily\snews)[,.|–-]\s.{0,60}\d{4}"
    r"|.{0,60}\b[Bb][Yy]\s(?:a\s|our\s)?(?i:staff|special)\s(?i:writer|reporter|correspondent)"
)
_WITHHELD = re.compile(
    r"(?i:\bpages?\b[^.\n]{0,30}\bwithheld\b|\bwithheld\s(?:in\s(?:full|their\sentirety|its\sentirety)|pursuant)"
    r"|\bdeleted\spages?\b|\bpages?\s(?:have\sbeen\s)?removed\b"
    r"|\bpage\sintentionally\swithheld\b|\bthis\spage\sis\sexempt\b)"
)
_CELL = re.compile(r"[$(]?[\d,.]+%?\)?|\d{1,2}/\d{1,2}/\d{2,4}|\d+[-–]\d+|\(?[bB]\)\(\d\)\S*|n/?a|-{1,3}|–")


@dataclass(frozen=True, slots=True)
class Heading:
    """`kind` is a document kind, `title` the heading as printed on one line, `weight` (0..1) how sure the kind is."""

    kind: str
    title: str
    weight: float


def plain_subject(subject: str) -> str:
    """The subject folded for joining: no reply marks, no outer marks, one space, lower case."""
    folded = _REPLY.sub("", re.sub(r"\s+", " ", subject)).casefold()
    return re.sub(r"\s+", " ", re.sub(r"[^\w%$&/' -]+", " ", folded)).strip(" -_/")


def same_subject(one: str, other: str) -> bool:
    """Whether two subjects are one but for reply marks and a few misread letters."""
    left, right = (re.sub(r"\W", "", plain_subject(text)) for text in (one, other))
    if not left or not right:
        return False
    return left == right or (min(len(left), len(right)) > 9 and SequenceMatcher(None, left, right).ratio() >= 0.82)


def inner_heading(line: str) -> bool:
    """Whether a heading is that of a part - a chapter, appendix, table - and not of a whole."""
    return bool(_INNER.match(line))


def is_reply(subject: str) -> bool:
    """Whether the subject is marked as a reply or as passed on."""
    return bool(_REPLY.match(subject))


def top_lines(text: str, most: int = 15) -> tuple[str, ...]:
    """The first lines that say something: banners, stamps, page numbers and navigation left out."""
    kept = [line.strip() for line in text[:6000].split("\n") if line.strip() and not _BANNER.match(line.strip())]
    return tuple(kept[:most])


def heading_of(text: str, landscape: bool = False) -> Heading | None:
    """What the page's first lines announce, or None. Email, memo, letter and cable heads are told elsewhere."""
    lines = top_lines(text)
    if _WITHHELD.search(text) and len(text.split()) < 80:
        return Heading("withheld-page", "", 0.9)
    alone = bool(lines) and _set_apart(lines[0], text)
    named = _named(lines, alone)
    if named and named.kind == "form" and len(BOX_TO_TICK.findall(text)) > 1:
        named = Heading("form", named.title, 0.9)
    if named and named.weight >= 0.7:
        return named
    if lines and any(_CREDITED.match(line) for line in lines[1:4]) and (headlike(lines[0]) or alone) and not _tabular(text):
        return Heading("report", _joined(lines, 0), 0.6 + _dated_below(lines, 0))
    if any(_DATELINE.match(line) or _BYLINE.match(line) for line in lines[:10]):
        return Heading("article", _headline(lines), 0.7)
    if _tabular(text):
        told = bool(lines) and (headlike(lines[0]) or alone or (_could_stand(lines[0]) and not re.search(r"\d", lines[0])))
        title = _joined(lines, 0) if told else ""
        return Heading("table", title, 0.6 if title else 0.45)
    if landscape and len(text.split()) < 140 and lines:
        return Heading("slides", lines[0] if headlike(lines[0]) or alone else "", 0.5)
    if named or not lines or not (headlike(lines[0]) or alone) or _NUMBERED.match(lines[0]):
        return named
    title = _joined(lines, 0)
    capitals = lines[0].isupper() and len(lines[0].split()) > 1
    return Heading("other", title, (0.45 if capitals else 0.3) + _dated_below(lines, 0))


def _could_stand(line: str) -> bool:
    """Whether a line in sentence case could be a heading: a few words, a capital first, not ended like a sentence."""
    return (
        bool(re.match(r"[A-Z]", line))
        and 2 <= len(line.split()) <= 14
        and not re.search(r"[.,;:?!-]$|^(?:Dear|Hi|All|Thank)\b", line)
    )


def _set_apart(line: str, text: str) -> bool:
    """Whether such a line stands in a block of its own."""
    return _could_stand(line) and bool(re.search(rf"(?:^|\n\n|\A)[ \t]*{re.escape(line)}[ \t]*\n[ \t]*\n", text[:3000]))


def _named(lines: tuple[str, ...], alone: bool = False) -> Heading | None:
    """A heading that names the kind of thing it heads. `alone`: the first line is set apart from what follows."""
    first = _below_letterhead(lines)
    for index, line in enumerate(lines[:8]):
        if _ROLL.match(line):
            continue
        heads = headlike(line) or (alone and index == 0)
        if not (heads or (index < 2 and len(line.split()) < 14 and not line.endswith("."))):
            continue
        for kind, pattern in _KIND_HEADS:
            weak = kind in ("report", "form", "other", "memo")
            found = pattern.search(line)
            told = heads or (kind == "other" and found is not None and found.start() == 0)  # "Notes of the meeting held on ..."
            misplaced = (weak and (index > first + 1 or not told)) or (kind == "agreement" and not _deed_at(index, line))
            if found is None or misplaced:
                continue
            title = _headline(lines[index + 1 :]) if kind == "press" else _joined(lines, _first_of(lines, index))
            return Heading(kind, title or line, 0.9 if kind == "memo" else 0.6 + _dated_below(lines, index) if weak else 0.85)
    return None


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


def announces(line: str) -> bool:
    """Whether a line names a kind of document: such a line is a heading however often it is printed."""
    return _named((line,)) is not None


def headlike(line: str) -> bool:
    """Whether a line could be a heading: short, not ended like a sentence, its weighty words capitalised."""
    words = re.findall(r"[A-Za-z][\w’'.-]*", line)
    if not words or len(words) > 18 or len(line) > 130 or re.search(r"[,;]$|[a-z]\.$", line.strip()):
        return False
    weighty = [word for word in words if word.lower() not in _SMALL]
    if not weighty:
        return line.isupper()
    capitals = sum(word[0].isupper() for word in weighty)
    return bool(capitals >= 0.7 * max(len(weighty), 1))


def _joined(lines: tuple[str, ...], index: int) -> str:
    """The heading that line begins, with the lines that go on with it (at most six, in the same letter case)."""
    parts = [lines[index]]
    for line in lines[index + 1 : index + 7]:
        joins = line.strip().lower() in _JOINTS
        goes_on = joins or (
            parts[-1].split()[-1].lower().strip(":") in _SMALL or line.split()[0].lower() in _SMALL or parts[-1].endswith(",")
        )
        if (
            not (joins or headlike(line))
            or _NUMBERED.match(line)
            or _BYLINE.match(line)
            or line.endswith(":")
            or (line.isupper() != parts[-1].isupper() and not {line.strip().lower(), parts[-1].strip().lower()} & _JOINTS)
            or dates_in(line)
        ):
            break
        if not (goes_on or line.isupper()):
            break
        parts.append(line)
    return re.sub(r"\s+", " ", re.sub(r"-\s(?=[A-Z])", "-", " ".join(parts))).strip()


def _first_of(lines: tuple[str, ...], index: int) -> int:
    """Where a heading that ends in line `index` began: lines in capitals that break off before it belong to it."""
    while index and lines[index - 1].isupper() and lines[index].isupper():
        before = lines[index - 1]
        small = before.split()[-1].lower() in _SMALL or lines[index].split()[0].lower() in _SMALL
        if not (before.endswith((",", "-")) or small):
            break
        index -= 1
    return index


def _headline(lines: tuple[str, ...]) -> str:
    """The first line set like a heading of four words or more, else the first that could be one; no date, contact or byline."""
    other = ""
    for index, line in enumerate(lines[:12]):
        if not _could_head(line):
            continue
        if headlike(line):
            return _joined(lines, index)
        other = other or line
    return other


def _could_head(line: str) -> bool:
    words = line.split()
    if len(words) < 4 or len(words) > 28 or re.search(r"(?i:contact|@|\bphone\b|^by\b|^tags|photo|https?:)", line):
        return False
    if _DATELINE.match(line) or _BYLINE.match(line) or (line.endswith(".") and len(words) > 14):
        return False
    found = dates_in(line)
    return not found or len(line) - sum(one.end - one.start for one in found) >= 20


def headline(text: str, like_heading: bool = False) -> str:
    """The headline of a page of plain text, or ''. `like_heading`: only a line that is set like one."""
    found = _headline(top_lines(text, 25))
    return "" if like_heading and not headlike(found) else found


def _tabular(text: str) -> bool:
    """Whether most lines are rows of figures."""
    rows = [line.split() for line in text.split("\n") if len(line.split()) > 1]
    figures = [row for row in rows if sum(bool(_CELL.fullmatch(cell)) for cell in row) >= max(1, 0.34 * len(row))]
    return len(figures) >= 5 and len(figures) >= 0.5 * len(rows)
