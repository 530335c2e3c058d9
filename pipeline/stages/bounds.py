"""At which pages of a file a document begins: what each page shows, for and against, added up to a likelihood.

The weights are log odds, set by hand on invented streams; each comes with the words a person is shown where the sum leaves doubt.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.patterns.dates import dates_in
from pipeline.patterns.headers import header_blocks, is_field
from pipeline.patterns.headings import headlike, inner_heading, plain_subject, same_subject
from pipeline.patterns.heads import announces
from pipeline.patterns.messages import clock_in
from pipeline.patterns.offices import is_office
from pipeline.patterns.opening import signer_of
from pipeline.stages.sheets import Sheet, folded

HEADED = frozenset({"email", "memo", "cable"})
NAMED = 0.6  # weight of an opening whose heading names a kind
_LETTERS = frozenset({"letter", "cover-letter"})
_BOUND = frozenset({"report", "agreement", "slides", "other", "table", "form"})  # kinds whose inner pages have headings
_END = re.compile(r"(?m)^\s*(?:#\s?#\s?#|#{2,}|-\s?30\s?-|END\b.{0,20}|\*\s?\*\s?\*)\s*$")
_GOES_ON = re.compile(r"(?im)^\W*(?:-?\s?more\s?-?|continued(?: on next page)?|\(cont(?:inued|[’']?d)\.?\))\W*$")
_CONTINUED = re.compile(
    r"(?i)^(?:\S+\s+){0,9}?\S+?\s?[,(\[–—-]\s?cont(?:inued|inuation|[’']?d)?\.?[)\]]?\W*$"
)  # "DEPOSITION, CONTINUED"
_HAND_OVER = re.compile(r"(?i)^\W*(?:page\s+(?:two|three|four|five|six|[2-9]|[1-9]\d)|\(?cont(?:inued|[’']d)?\.?\)?)\W*$")


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely (0..1) a document starts at a page, and what speaks for it and against."""

    likelihood: float
    reasons: tuple[str, ...]


Sign = tuple[float, str]


def judged(sheets: tuple[Sheet, ...], at: int, begun: int) -> Verdict:
    """Whether page `at` starts a document, where the one before began at page `begun`."""
    if at == 0:
        sheet = sheets[0]
        shown = sheet.opening.weight >= 0.6 or sheet.opening.kind == "withheld-page"
        return Verdict(
            0.95 if shown else 0.6, () if shown else ("the file begins here, but nothing on the page says that a document does",)
        )
    decided = _decided(sheets, at, begun)
    if decided is not None:
        return decided
    signs = [(-0.9, ""), *_of_the_top(sheets, at, begun), *_of_the_edges(sheets, at), *_of_the_run(sheets, at, begun)]
    total = sum(weight for weight, _ in signs)
    reasons = sorted((sign for sign in signs if sign[1] and abs(sign[0]) >= 0.4), key=lambda sign: -abs(sign[0]))
    return Verdict(1 / (1 + math.exp(-total)), tuple(f"{'for' if w > 0 else 'against'}: {words}" for w, words in reasons[:5]))


def _decided(sheets: tuple[Sheet, ...], at: int, begun: int) -> Verdict | None:
    """Where one thing settles it."""
    sheet, before, first = sheets[at], sheets[at - 1], sheets[begun].opening
    opening = sheet.opening
    if sheet.count and before.count and sheet.count[1] == before.count[1] and sheet.count[0] > before.count[0]:
        return Verdict(0.02, (f"against: page {sheet.count[0]} of {sheet.count[1]} follows page {before.count[0]}",))
    if sheet.count and sheet.count[0] == 1:
        ended = before.count is None or before.count[0] == before.count[1]
        return Verdict(0.93 if ended or opening.weight >= 0.4 else 0.7, (f"for: it calls itself page 1 of {sheet.count[1]}",))
    if any(_CONTINUED.match(line) for line in sheet.lines[:2]) and not (opening.kind in HEADED and opening.weight >= 0.9):
        return Verdict(0.06, (f"against: '{sheet.lines[0][:40]}' says that it goes on",))
    if opening.kind == "withheld-page":
        alone = first.kind != "withheld-page" and _stands_alone(sheets, at)
        return Verdict(0.6 if alone else 0.1, ("the page is withheld as a whole: it may be part of the document before it",))
    if first.kind == "withheld-page":
        return Verdict(0.85, ("for: the pages before it were withheld",))
    if opening.kind == "cable" and first.kind == "cable" and opening.quoted:
        return Verdict(0.05, ("against: a later section of the same cable",))
    if opening.kind == "email" and opening.weight >= 0.25 and first.kind == "email" and _older(sheets, at, begun):
        return Verdict(0.15, ("against: an older message of the same subject",))
    return None


def _of_the_top(sheets: tuple[Sheet, ...], at: int, begun: int) -> Iterator[Sign]:
    """What the page's own heading says."""
    sheet, opening, first = sheets[at], sheets[at].opening, sheets[begun].opening
    kind, weight = opening.kind, opening.weight
    if kind in HEADED:
        yield (
            (5.5 if weight >= 0.9 else -1.5),
            f"the header of {'an' if kind == 'email' else 'a'} {kind} {'tops' if weight >= 0.9 else 'stands lower on'} the page",
        )
        if kind == "email" and not opening.author and _header_cut(sheets[at - 1]):
            yield -5.0, "its header began on the page before"
        if kind == "memo" and first.kind == "memo" and plain_subject(opening.title) == plain_subject(first.title) != "":
            yield -4.0, "the running head of the same memo"
        return
    if kind in _LETTERS:
        yield 4.0 if weight >= 0.85 else 2.2, "a salutation with a letter's head"
        if first.kind == "email":
            yield -2.5, "the pages before are an email, which may hold a greeting"
        return
    inner = inner_heading(sheet.lines[0]) if sheet.lines else False
    if inner:
        yield -1.6, f"'{sheet.lines[0][:40]}' heads a part of something"
    elif kind not in ("other", "table") and weight:
        yield (3.6 if weight >= 0.85 else 2.0 if weight >= 0.6 else 0.9), f"a heading that names a {kind}"
        if first.kind == kind and kind not in ("slides",) and weight < 0.9:
            yield -0.8, f"the document before is a {kind} too"
    elif kind == "table":
        yield (1.0 if opening.title else 0.2), "a sheet of figures"
    elif kind == "other" and weight >= NAMED and announces(opening.title):
        yield 2.0, "a heading that names a kind of paper"
    elif sheet.lines and headlike(sheet.lines[0]) and not sheet.lines[0].endswith(":"):
        yield 0.7 if sheet.lines[0].isupper() else 0.4, "a heading"
    elif not opening.dated.date:
        yield -0.9, "nothing heads the page"
    if sheet.lines and is_office(sheet.lines[0], by_head=True) and sheet.lines[0] not in sheets[at - 1].lines[:3] and not inner:
        yield 1.2, "the name of an office stands on top"
    if opening.dated.date and not inner:
        yield 1.0, "a date of its own on top"
    slide = sheet.landscape and sheets[at - 1].landscape  # each of a deck has a title and little else, and ends early
    if _cover(sheet) and not inner and not slide:
        yield 1.9, "a page with a title and little else"
    if sheet.large and not inner:
        yield 0.7, "a heading in large type"


def _of_the_edges(sheets: tuple[Sheet, ...], at: int) -> Iterator[Sign]:
    """How the page before ended, how this one sets in, and what numbers they bear."""
    sheet, before = sheets[at], sheets[at - 1]
    if sheet.count:
        if not before.count:
            yield -1.5, f"it calls itself page {sheet.count[0]} of {sheet.count[1]}"
        else:
            yield 1.2, "its count of pages is another"
    elif before.count:
        yield (
            (2.2 if before.count[0] == before.count[1] else 0.4),
            f"the page before was page {before.count[0]} of {before.count[1]}",
        )
    if sheet.number is not None and not sheet.count:
        if before.number is not None and 0 < sheet.number - before.number <= 2:
            yield -3.0, f"page number {sheet.number} follows {before.number}"
        elif sheet.number == 1:
            yield 1.2, "it bears page number 1"
        elif 1 < sheet.number < 400:
            yield -1.6, f"it bears page number {sheet.number}"
    elif before.number is not None and not before.count and not sheet.count:
        yield 0.8, "the page before was numbered, this one is not"
    last = _last_line(before)
    foot = "\n".join([line for line in before.page.text.split("\n") if line.strip()][-4:])
    if _END.search(foot):
        yield 2.5, "the page before ends with an end mark"
    elif _GOES_ON.search(foot):
        yield -3.0, "the page before says that it goes on"
    elif signer_of(before.page.text):
        yield (1.8 if before.short else 1.2), "the page before closes with a signature"
    elif before.short and not (sheet.landscape and before.landscape):
        yield 1.0, "the page before ends early"
    elif last and re.search(r"[a-z,;-]$", last) and len(last) > 50:
        yield -1.6, "the page before breaks off in a sentence"
    if sheet.lines:
        top = sheet.lines[0]
        if top.startswith((">", "|")):
            yield -3.0, "it sets in within quoted text"
        elif re.match(r"[a-z]", top) and len(top.split()) > 2:
            yield -2.5, "it sets in within a sentence"
        elif re.match(r"(?:[•*>▪-]|\d{1,2}[.)]|\(?[a-z][.)])\s", top):
            yield -1.2, "it sets in within a list"
        elif len(top) > 60 and re.search(r"[.a-z,]$", top) and not headlike(top):
            yield -1.4, "it sets in with running text"
        if any(_HAND_OVER.match(line) for line in sheet.lines[:4]):
            yield -2.5, "its running head says that it is a later page"


def _of_the_run(sheets: tuple[Sheet, ...], at: int, begun: int) -> Iterator[Sign]:
    """What it has in common with the document it would otherwise belong to."""
    sheet, before, first = sheets[at], sheets[at - 1], sheets[begun]
    if sheet.landscape != before.landscape:
        yield (
            (1.4 if first.opening.kind in ("slides", "email", *_LETTERS) or sheet.landscape else 0.6),
            "the page lies the other way than the one before",
        )
    elif sheet.landscape and before.landscape and at - 1 >= begun:
        yield -1.8, "it lies on its side like the page before"
    shared = _shared_tops(sheet, before, sheets[begun], fresh=at - 1 == begun)
    days = sheet.opening.dated.date, first.opening.dated.date
    dated_anew = shared and all(days) and days[0] != days[1]
    if sheet.opening.weight >= NAMED and (dated_anew or _other_period(sheet, before, first)):
        yield 1.2, f"the head '{(shared or sheet.lines[0])[:40]}' once more, under another date"
    elif shared and sheet.opening.kind not in HEADED:
        yield -2.2, f"it has the head '{shared[:40]}' of the page before"
    if sheet.opening.kind == "table" and before.opening.kind == "table":
        yield -1.2, "the page before is a sheet of figures too"
    plain = sheet.opening.kind not in (*HEADED, *_LETTERS)
    if first.opening.kind in _BOUND and plain:
        yield -0.7, f"{first.opening.kind}s have headings within"
        if first.opening.kind == "agreement" and sheet.opening.kind in ("other", "table", "form", "report"):
            yield -1.6, "signature pages and schedules have headings of their own"

    if first.opening.kind in HEADED and plain and sheet.opening.weight < 0.8:
        yield (-2.6 if first.opening.kind == "cable" else -1.3), f"{first.opening.kind}s hold all sorts of text"


def _stands_alone(sheets: tuple[Sheet, ...], at: int) -> bool:
    """Whether a run of withheld pages is followed by the start of something, or by nothing."""
    after = next((one for one in sheets[at:] if one.opening.kind != "withheld-page" and one.page.text.strip()), None)
    return after is None or after.opening.weight >= 0.7 or (after.count is not None and after.count[0] == 1)


def _older(sheets: tuple[Sheet, ...], at: int, begun: int) -> bool:
    """Whether this email is an older message printed below the one the document began with."""
    opening, first = sheets[at].opening, sheets[begun].opening
    if opening.quoted:
        return True
    if (opening.author, opening.dated, opening.title) == (first.author, first.dated, first.title):
        return False  # the same message once more: another copy
    days = opening.dated.date, first.dated.date
    if "" in days or days[0] > days[1]:
        return False
    clocks = _clock(sheets[at]), _clock(sheets[begun])
    if days[0] == days[1] and all(clocks) and clocks[0] > clocks[1]:
        return False  # sent later the same day
    subjects = [first.title]
    for sheet in sheets[begun:at]:
        subjects += [block.value("subject") for block in header_blocks(sheet.page.text)]
    return any(same_subject(opening.title, subject) for subject in subjects)


def _clock(sheet: Sheet) -> str:
    """The time of day in the first header of the page, or ''."""
    block = next(iter(header_blocks(sheet.page.text)), None)
    return clock_in(block.value("sent", "date")) if block else ""


def _header_cut(before: Sheet) -> bool:
    """Whether the page before ends within a header: its last lines are fields."""
    return any(is_field(line) for line in before.lines[-3:])


def _cover(sheet: Sheet) -> bool:
    """Whether the page could be a cover: a few short lines, none a sentence, no list."""
    words = sum(len(line.split()) for line in sheet.lines)
    if not 4 <= words <= 45 or len(sheet.lines) < 2:
        return False
    return not any(re.search(r"[.;:]$|^[•*-]\s|_{3,}", line) or len(line) > 90 for line in sheet.lines)


def _shared_tops(sheet: Sheet, before: Sheet, first: Sheet, fresh: bool) -> str:
    """A line among the first two of both pages, or one that heads this page and names the document; '' without."""
    if _other_period(sheet, before, first):
        return ""
    tops = [folded(line) for line in before.lines[:2]]
    for line in sheet.lines[:2]:
        if len(folded(line)) > 5 and folded(line) in tops:
            return line
    subject = plain_subject(first.opening.title)
    for line in sheet.lines[:3]:
        bare = plain_subject(re.sub(r"^(?i:subject|re)\s?[:;]\s*", "", line))
        if len(bare) > 8 and (bare == subject or same_subject(bare, subject)):
            return line
    heads = {folded(line) for line in first.lines[:14]} if fresh or first is not before else set()
    return next(
        (
            line
            for line in sheet.lines[:2]
            if re.match(r"(?:The Honorable|Director|Mr|Ms|Mrs|Dr)\b", line) and folded(line) in heads
        ),
        "",
    )


def _other_period(sheet: Sheet, before: Sheet, first: Sheet) -> bool:
    """Whether its head is that of the page before, or of the document, for other days: "Figures through March 2011"."""
    heads = [_without_days(line) for line in (*before.lines[:2], *first.lines[:3])]
    for line in sheet.lines[:2]:
        plain, days = _without_days(line)
        if days and len(plain) > 5 and any(plain == other and held and held != days for other, held in heads):
            return True
    return False


def _without_days(line: str) -> tuple[str, tuple[str, ...]]:
    """The line folded without its dates, and these; nothing for a row of figures, which heads no paper."""
    found = dates_in(line)
    for one in reversed(found):
        line = line[: one.start] + line[one.end :]
    return ("", ()) if re.search(r"\d", line) else (folded(line), tuple(one.iso for one in found))


def _last_line(sheet: Sheet) -> str:
    return sheet.lines[-1] if sheet.lines else ""
