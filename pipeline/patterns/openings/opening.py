"""How a page opens: as an email, memo, cable or letter with its header read, as what its heading names, or as nothing told."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.days.dating import UNDATED, Dated, date_of_header, date_of_letterhead
from pipeline.patterns.days.head_dates import date_of_head, date_of_heading
from pipeline.patterns.names.offices import is_office
from pipeline.patterns.names.roles import HEAD
from pipeline.patterns.openings import cables
from pipeline.patterns.openings.headers import HeaderBlock, header_blocks, people
from pipeline.patterns.openings.headings import MAST, headlike, headline, top_lines
from pipeline.patterns.openings.heads import BOX_TO_TICK, heading_of
from pipeline.patterns.writers.parties import speaker_kind
from pipeline.patterns.writers.signers import CLOSING, signer_of

DEAR = re.compile(
    r"(?m)^[ \t]*Dear\s(?P<who>[^\n:,]{2,80})\s?[:,.]?\s*$|^[ \t]*Dear\s(?P<mid>(?:Mr|Mrs|Ms|Dr|Senator|Representative"
    r"|Governor|Sheriff|Chairman|Sir)[^\n:,]{0,60})[:,]"
    r"|(?m:^[ \t]*(?P<bare>Sirs?|Madam|Gentlemen|Ladies and Gentlemen|(?i:To Whom It May Concern)"
    r"|(?:Mr|Madam)\.? [A-Z][a-z]+)\s?:[ \t]*$)"
)
_RANK_ALONE = re.compile(rf"(?m)^[ \t]*(?P<who>{HEAD}(?:[ ]{HEAD})?)\s?:[ \t]*$")
_TITLE_ALONE = re.compile(
    rf"(?m)^[ \t]*(?P<who>(?:{HEAD}|Officer|Warden|Undersheriff|M(?:r|rs|s|iss)\.?|Dr\.?)\s(?P<surname>[A-Z][\w’'-]+))"
    r"\s?[-–—,:]{1,2}[ \t]*$"
)
_NAMELESS = re.compile(
    r"(?i:\b(?:sirs?|madam|ma['’]am|gentlemen|ladies|colleagues?|friends?|officers?|director|or|and|to\swhom\sit\smay\sconcern)\b)"
)
_SENT_BY = re.compile(r"(?i:\W*(?:via|by|attn|attention|certified|personal|confidential|fax)\b)")
_HEAD_LINES = 14  # lines above a greeting
_TO = re.compile(r"(?m)^[ \t]*To (?:the )?(?P<who>[A-Z][^\n:;?!]{3,90}?)[,.]?[ \t]*$")
_LINES_ABOVE = 8  # lines between a letterhead and the line that says to whom a letter goes
_FOIA_ANSWER = re.compile(r"(?i:freedom of information act|\bFOIA\b)")
_FOIA_SAYS = re.compile(
    r"(?i:\byour (?:FOIA |freedom of information act )?request\b|\bresponsive\b|\bin response to your\b"
    r"|\brequest number\b|\bwithh[eo]ld\b)"
)
_RUNNING = re.compile(r"^\s*(?:[a-z]\w*\s\w+\s|>)|(?:\w+\s){4}.*[a-z][.?!]\s*$|\b(?:wrote|writes):\s*$")  # a line of prose
_SUBJECT = re.compile(r"(?m)^[ \t]*(?i:re|subject|question presented)\s?:\s*(?P<what>[^\n]{4,200})")
_PAGE_OF = re.compile(r"[\s,.|·–—-]+(?:(?i:pages?|pp?\.)\s?)?[A-Z]?-?\d{1,3}\W*$")  # where in a newspaper a piece stood
_OF_A_DAY = frozenset({"article", "other"})  # minutes, transcripts, notes, press: each is of one day
_NUMBERED = re.compile(r"(?i:[\w\s]{3,40}\bno\.?\s?[\w-]{1,12}\s)")  # "OPINION NO. 11-04      May 20, 2011"
_SURE = 0.85  # weight of a letter with its day, or its close
NAMED = 0.6  # weight of a heading that names its kind
_ABOVE_A_MAIL = 60  # words above a mail's header from which on the page may be another paper's, with the mail pasted below
_SIGNATURE = 9  # words in the line of a signature
_TITLED = 3  # lines right above the fields of a memorandum in which its heading may be dated


@dataclass(frozen=True, slots=True)
class Opening:
    """What the top of a page shows. `weight` (0..1) is how sure it is that a document of this kind begins here.

    `letterhead` are the lines above the body, for telling who wrote. `quoted`: an older message printed under another.
    """

    kind: str
    title: str
    dated: Dated
    author: str
    recipients: tuple[str, ...]
    cc: tuple[str, ...]
    letterhead: str
    weight: float
    quoted: bool


def opening_of(text: str, landscape: bool = False, plain_text: bool = False) -> Opening:
    """Reads the top of a page. `plain_text`: the file is a text, so its first page is an article unless it says otherwise."""
    if cables.is_tail(text):
        return Opening("other", "", UNDATED, "", (), (), "", 0.0, False)
    cable = cables.cable_of(text)
    if cable:
        sender, weight = cable.sender, 0.3 if cable.low else 0.95
        return Opening("cable", cable.subject, cable.dated, sender, cable.to, (), sender, weight, cable.later or cable.low)
    block = next(iter(header_blocks(text)), None)
    if block:
        above = text[: block.start]
        if block.kind == "memo" and (letter := letter_above(above)):
            return letter  # the memorandum below it is another paper
        far_down = block.kind == "email" and len(above.split()) > _ABOVE_A_MAIL
        top = _unheaded(above, landscape, plain_text) if far_down else None
        own = top is not None and (top.weight >= NAMED or bool(top.title and dates_in(top.title)))
        return top if top and own else _headed(text, block)
    return _unheaded(text, landscape, plain_text) or Opening(
        "other", "", UNDATED, "", (), (), "\n".join(top_lines(text, 8)), 0.0, False
    )


def letter_above(text: str) -> Opening | None:
    """The letter that the text above a memorandum's fields is, from its day to whom it greets; None where it is none."""
    found = (_letter(text) or None) if text.strip() else None
    return found if found and found.weight >= _SURE and found.dated.date else None


def _unheaded(text: str, landscape: bool, plain_text: bool) -> Opening | None:
    """What a page without a header opens as; None where nothing tells."""
    letter = _letter(text) or _addressed(text)
    heading = heading_of(text, landscape)
    lettered = any(is_office(line, by_head=True) and speaker_kind(line) != "press" for line in top_lines(text, 1))
    if plain_text and heading and heading.kind in ("report", "form", "table", "article", "other") and not lettered:
        heading = None  # a text file with a headline is an article, whatever its headline speaks of
    if letter and (heading is None or heading.kind in ("report", "form", "table", "agreement", "article", "slides", "other")):
        return letter
    head = "\n".join(top_lines(text, 8))
    if heading:
        day = date_of_head(top_lines(text, 8)) if heading.kind in _OF_A_DAY and heading.weight >= NAMED else UNDATED
        dated = UNDATED if heading.kind in ("agreement", "table", "chronology") else date_of_letterhead(top_lines(text, 14))
        if day.date and day.date != dated.date and (not dated.date or heading.kind == "other"):
            dated = day
        if not dated.date and not day.date and heading.kind == "other":
            dated = next((date_of_heading(line) for line in top_lines(text, 8) if _NUMBERED.match(line)), UNDATED)
        if heading.kind == "article" and not dated.date:
            dated = _date_of_mast(top_lines(text, 3))
        author = _byline(text) if heading.kind in ("article", "report") else ""
        subject = _SUBJECT.search(text[:1500]) if heading.kind == "memo" else None
        title = " ".join(subject["what"].split()) if subject else heading.title
        if heading.kind == "memo":  # what stands below its heading is what it is about
            lines = top_lines(text, 8)
            head = "\n".join(lines[: next((at for at, line in enumerate(lines) if line == heading.title), len(lines))])
        return Opening(heading.kind, title, dated, author, (), (), head, heading.weight, False)
    if plain_text:
        lines = tuple(line.strip() for line in text[:3000].split("\n") if line.strip())[:14]
        return Opening("article", headline(text), date_of_letterhead(lines), _byline(text), (), (), head, 0.6, False)
    return None


def _date_of_mast(lines: tuple[str, ...]) -> Dated:
    """The day behind a newspaper's name, or behind any name before the page it stood on: "Dell Argus, March 2, 2010, page B1"."""
    days = [one for line in lines if MAST.match(line) for one in dates_in(line)]
    days = days or [
        one
        for line in lines
        for one in dates_in(line)
        if headlike(line[: one.start].strip(" ,.|–-")) and _PAGE_OF.match(line, one.end)
    ]
    return Dated(days[0].iso, days[0].precision, "letterhead") if len(days) == 1 else UNDATED


def _headed(text: str, block: HeaderBlock) -> Opening:
    """An email, memo or form with such fields; sure only where little stands above its header on the page."""
    above = [line for line in text[: block.start].split("\n") if line.strip()]
    words = sum(len(line.split()) for line in above)
    weight = 0.95 if words <= 30 and not block.quoted else 0.3
    if block.kind == "email" and any(_RUNNING.search(line) for line in above):
        weight = min(weight, 0.3)  # what stands above is the end of another message
    if words > 120 or block.quoted:
        weight = 0.0 if block.quoted else 0.1
    author, to = block.value("from"), block.value("to")
    dated = date_of_header(block.value("sent", "date"))
    if not dated.date and block.kind == "memo":
        dated = date_of_letterhead(tuple(text[: block.start].split("\n")[-8:]) + tuple(text[block.end :].split("\n")[:4]))
        dated = (
            dated if dated.date else next((one for one in map(date_of_heading, reversed(above[-_TITLED:])) if one.date), dated)
        )
    letterhead = "\n".join(above[-8:])
    title, kind = block.value("subject"), block.kind
    if kind == "memo" and len(BOX_TO_TICK.findall(text)) > 1:
        heading = next((line for line in top_lines(text[: block.start]) if headlike(line)), "")
        kind, title = "form", title or heading
    return Opening(kind, title, dated, author, people(to), people(block.value("cc")), letterhead, weight, block.quoted)


def _letter(text: str) -> Opening | None:
    """A letter: a salutation near the top, with a date line, a letterhead or a close."""
    dear = DEAR.search(text[:4000]) or _by_rank(text[:4000]) or _by_title(text[:4000])
    if not dear:
        return None
    lines = tuple(line.strip() for line in text[: dear.start()].split("\n") if line.strip())
    words = sum(len(line.split()) for line in lines)
    if words > 150:
        return None
    dated = date_of_letter(lines)
    closing = CLOSING.search(text, dear.end())
    if not (dated.date or closing or len(lines) >= 3):
        return None
    kind = (
        "cover-letter"
        if _FOIA_ANSWER.search(text) and len(_FOIA_SAYS.findall(text)) >= 2 and not re.search(r"\bI (?:hereby )?request\b", text)
        else "letter"
    )
    subject = re.search(
        r"(?m)^[ \t]*(?:RE|Re|SUBJECT|Subject)\s?:\s*(?P<what>[^\n]+(?:\n(?!\s*(?:\n|Dear))[^\n]{3,90}){0,2})",
        text[: dear.end() + 600],
    )
    named = dear.groupdict()
    bare = named.get("bare") or ""
    bare = bare if " " in bare and not _NAMELESS.match(bare) else ""  # "Sir:" names nobody, "Mr. Roe:" does
    who = " ".join((named.get("who") or named.get("mid") or bare).split())
    recipients = _addressee(lines, who)
    title = " ".join(subject["what"].split()) if subject else f"Letter to {recipients[0] if recipients else who}"
    return Opening(
        kind,
        title,
        dated,
        signer_of(text[dear.end() :]),
        recipients,
        (),
        "\n".join(_letterhead(lines, recipients)),
        0.85 if dated.date or closing else 0.7,
        False,
    )


def _by_rank(text: str) -> re.Match[str] | None:
    """A greeting by rank alone ("Sheriff:") below a day and an address that bears the rank."""
    found = _RANK_ALONE.search(text)
    above = tuple(line.strip() for line in text[: found.start()].split("\n") if line.strip()) if found else ()
    named = found is not None and any(
        line.split()[:1] == [found["who"].split()[0]] or f", {found['who']}" in line for line in above
    )
    return found if named and date_of_letterhead(above).date else None


def _by_title(text: str) -> re.Match[str] | None:
    """A greeting without "Dear" ("Officer Roe -", "Ms. Roe,") below a day and short lines, one of which bears the name."""
    for found in _TITLE_ALONE.finditer(text):
        above = tuple(line.strip() for line in text[: found.start()].split("\n") if line.strip())
        named = any(found["surname"] in line for line in above)
        short = all(len(line.split()) <= _SIGNATURE for line in above[1:])
        if named and short and len(above) <= _HEAD_LINES and date_of_letter(above).date:
            return found
    return None


def date_of_letter(lines: tuple[str, ...]) -> Dated:
    """The day of a letter's head, on a line of its own or behind an office: "Office of the Chief   May 4, 2010"."""
    dated = date_of_letterhead(lines)
    if dated.date:
        return dated
    days = {one.date: one for one in map(date_of_heading, lines) if one.date}
    return next(iter(days.values())) if len(days) == 1 else UNDATED


def _addressed(text: str) -> Opening | None:
    """A letter without a salutation: below a dated letterhead a line says to whom it goes ("To the Director")."""
    to = _TO.search(text[:1500])
    lines = tuple(line.strip() for line in text[: to.start()].split("\n") if line.strip()) if to else ()
    head = next((at for at, line in enumerate(lines) if is_office(line, by_head=True)), len(lines))
    dated = date_of_letterhead(lines[head:])
    short = all(len(line.split()) <= _SIGNATURE for line in lines[head:])
    if to is None or head > 2 or not dated.date or not short or len(lines) - head > _LINES_ABOVE:
        return None
    who = " ".join(to["who"].split()).strip(" ,")
    letterhead = "\n".join(line for line in lines[head:] if not date_of_letterhead((line,)).date)
    return Opening("letter", f"Letter to {who}", dated, signer_of(text[to.end() :]), (who,), (), letterhead, 0.85, False)


def _letterhead(lines: tuple[str, ...], recipients: tuple[str, ...]) -> tuple[str, ...]:
    """The lines above the date and the address of a letter."""
    first = recipients[0].split(",")[0] if recipients else ""
    address = next((index for index, line in enumerate(lines) if first and line.startswith(first)), len(lines))
    day = next((index for index, line in enumerate(lines) if date_of_letterhead((line,)).date), len(lines))
    return lines[: min(address, day, 6)]


def _addressee(lines: tuple[str, ...], who: str) -> tuple[str, ...]:
    """The first line of the address above the salutation that names the person greeted, else the salutation's own words."""
    if not _NAMELESS.sub("", who).strip():
        return _address(lines) or ((who,) if who else ())
    surname = who.split()[-1] if who.split() else ""
    for index, line in enumerate(lines):
        if surname and len(surname) > 2 and surname in line and len(line.split()) < 10 and not re.search(r"\d|\.$", line):
            below = lines[index + 1] if index + 1 < len(lines) and not re.search(r"\d", lines[index + 1]) else ""
            return (f"{line}, {below}" if below and not dates_in(below) else line,)
    return (who,) if who else ()


def _address(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Whom the address between a letter's day and a salutation that names nobody says: an office or a post, with its house."""
    day = max((at for at, line in enumerate(lines) if date_of_letterhead((line,)).date), default=len(lines))
    block = [line for line in lines[day + 1 :] if not (_SUBJECT.match(line) or _SENT_BY.match(line))]
    named = [line.rstrip(",") for line in block[:2] if len(line.split()) <= _SIGNATURE and not re.search(r"\d|[.?!:]$", line)]
    return (", ".join(named),) if named and named[0] == block[0].rstrip(",") else ()


def _byline(text: str) -> str:
    for line in top_lines(text, 14):
        match = re.match(r"^\s*(?:By|BY)\s(?P<who>(?:the\s)?[A-Z][^\n\d|]{3,60})$", line)
        if match:
            return match["who"].strip()
    return ""
