"""At which pages of a file a document begins: what each page shows, for and against, added up to a likelihood.

The weights are log odds, set by hand on invented streams; each comes with the words a person is shown where the sum leaves doubt.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.openings.headers import header_blocks
from pipeline.patterns.openings.headings import plain_subject, same_subject
from pipeline.patterns.openings.lower import lower_papers
from pipeline.patterns.openings.messages import clock_in
from pipeline.patterns.openings.page_count import heads_on, later_head
from pipeline.stages.cutting.apart import of_what_sets_apart
from pipeline.stages.cutting.behind import names_another, of_what_comes_behind
from pipeline.stages.cutting.edges import of_the_edges
from pipeline.stages.cutting.sheets import NOT_FULL, Sheet, folded
from pipeline.stages.cutting.tops import HEADED, LETTERS, NAMED, fresh_title, of_the_top
from pipeline.stages.reading.fabric import PROSE, SPOKEN

_BOUND = frozenset(
    {"report", "agreement", "slides", "other", "table", "form", "talking-points"}
)  # kinds whose inner pages have headings
_IN_FULL = 0.85  # weight of an opening from which on nothing of its head is wanting
_CONTINUED = re.compile(
    r"(?i)^(?:\S+\s+){0,9}?\S+?\s?[,(\[–—-]\s?cont(?:inued|inuation|[’']?d)?\.?[)\]]?\W*$"
)  # "DEPOSITION, CONTINUED"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely (0..1) a document starts at a page, and what speaks for it and against."""

    likelihood: float
    reasons: tuple[str, ...]


Sign = tuple[float, str]
_NAMES = {
    "mail": "a mail", "table": "rows of figures", "examination": "questions under oath", "talk": "talk by speakers",
    "hearing": "a hearing", "chat": "a chat", "questions": "questions with their answers",
}  # fmt: skip


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
    signs = [(-0.9, ""), *of_the_top(sheets, at, begun), *of_the_edges(sheets, at)]
    signs += [*of_what_sets_apart(sheets, at, begun), *_of_the_run(sheets, at, begun), *of_what_comes_behind(sheets, at, begun)]
    total = sum(weight for weight, _ in signs)
    reasons = sorted((sign for sign in signs if sign[1] and abs(sign[0]) >= 0.4), key=lambda sign: -abs(sign[0]))
    return Verdict(1 / (1 + math.exp(-total)), tuple(f"{'for' if w > 0 else 'against'}: {words}" for w, words in reasons[:5]))


def _decided(sheets: tuple[Sheet, ...], at: int, begun: int) -> Verdict | None:
    """Where one thing settles it."""
    sheet, before, first = sheets[at], sheets[at - 1], sheets[begun].opening
    opening = sheet.opening
    goes_on = sheet.count and before.count and sheet.count[1] == before.count[1] and sheet.count[0] > before.count[0]
    if sheet.count and goes_on and before.count and not _in_a_stack(sheets, at, begun):
        return Verdict(0.02, (f"against: page {sheet.count[0]} of {sheet.count[1]} follows page {before.count[0]}",))
    if sheet.count and sheet.count[0] == 1:
        ended = before.count is None or before.count[0] == before.count[1]
        return Verdict(0.93 if ended or opening.weight >= 0.4 else 0.7, (f"for: it calls itself page 1 of {sheet.count[1]}",))
    if any(_CONTINUED.match(line) for line in sheet.lines[:2]) and not (opening.kind in HEADED and opening.weight >= 0.9):
        return Verdict(0.06, (f"against: '{sheet.lines[0][:40]}' says that it goes on",))
    if (head := later_head(sheet.page.text)) and any(heads_on(head, text) for text in _begun(sheets, at, begun)):
        return Verdict(0.04, (f"against: '{sheet.lines[0][:40] if sheet.lines else head[:40]}' heads a later page of it",))
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


def _in_a_stack(sheets: tuple[Sheet, ...], at: int, begun: int) -> bool:
    """Whether the whole file's pages are counted through, and this one is headed in full, on another matter, for a later day."""
    opening, first = sheets[at].opening, sheets[begun].opening
    headed = opening.kind in (HEADED | LETTERS) and first.kind in (HEADED | LETTERS)
    sure = opening.weight >= _IN_FULL and not opening.quoted and bool(opening.author and opening.recipients)
    whole = all(one.count is not None and one.count[1] == len(sheets) for one in sheets)
    later = "" < first.dated.date < opening.dated.date
    return whole and headed and sure and later and not same_subject(opening.title, first.title)


def _begun(sheets: tuple[Sheet, ...], at: int, begun: int) -> Iterator[str]:
    """The text of the papers that may go on at page `at`, each from its beginning."""
    yield sheets[begun].page.text
    text = sheets[at - 1].page.text
    for lower in lower_papers(text)[-1:]:
        yield text[lower.start :]


def _of_the_run(sheets: tuple[Sheet, ...], at: int, begun: int) -> Iterator[Sign]:
    """What it has in common with the document it would otherwise belong to."""
    sheet, before, first = sheets[at], sheets[at - 1], sheets[begun]
    if sheet.landscape != before.landscape:
        yield (
            (1.4 if first.opening.kind in ("slides", "email", *LETTERS) or sheet.landscape else 0.6),
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
    plain = sheet.opening.kind not in (*HEADED, *LETTERS)
    if first.opening.kind in _BOUND and plain:
        yield -0.7, f"{first.opening.kind.removesuffix('s')}s have headings within"
        if (
            first.opening.kind == "agreement"
            and sheet.opening.kind in ("other", "table", "form", "report")
            and not names_another(sheet, first)
        ):
            yield -1.6, "signature pages and schedules have headings of their own"

    if first.opening.kind in HEADED and plain and sheet.opening.weight < 0.8:
        titled = before.foot < NOT_FULL and fresh_title(sheets, at, begun) is not None and first.opening.kind == "email"
        yield (
            (-2.6 if first.opening.kind == "cable" else -0.4 if titled else -1.3),
            f"{first.opening.kind}s hold all sorts of text",
        )
    yield from _of_the_fabric(sheets, at, begun)


def _of_the_fabric(sheets: tuple[Sheet, ...], at: int, begun: int) -> Iterator[Sign]:
    """Whether the page is filled with the same kind of text as the one before. One page of few words is no deck yet."""
    before, sheet = sheets[at - 1], sheets[at]
    one, other = before.fabric, sheet.fabric
    decked = one == "slides" and at - begun > 1 and sheets[at - 2].fabric == "slides"
    if one == other and one in SPOKEN:
        yield -1.2, "it goes on in the same manner of speaking"
    elif one == other == "slides":
        yield -1.0, "it holds a few words in lines, like the page before"
    elif one != other and ({one, other} & SPOKEN or decked):
        yield 0.9, f"the page before was {_NAMES.get(one, one)}, this one is {_NAMES.get(other, other)}"
    elif one != other and fresh_title(sheets, at, begun) and (PROSE not in (one, other) or before.foot < NOT_FULL):
        yield 0.4, f"the page before was {_NAMES.get(one, one)}, this one is {_NAMES.get(other, other)}"


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
