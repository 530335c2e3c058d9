"""Papers that come behind another and speak of it: what changes an agreement, what is annexed to a person's statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.names.offices import NOBODYS, Names, kind_of
from pipeline.patterns.openings.headings import headlike, inner_heading, top_lines
from pipeline.records.document import Document
from pipeline.records.page import Page
from pipeline.stages.cutting.sheets import Sheet, folded
from pipeline.stages.reading.fabric import SPOKEN

_TOP = 4  # first lines of a paper in which it names the one before
_REACH = 80  # characters in front of a day, or behind a name, that may tell of it
_OWN_NAME = 5  # letters of a title's word from which on it names the paper
_OF_DAY = re.compile(
    r"(?P<name>[A-Za-z]{5,})(?:\s(?:of|for|on)\s(?:the\s)?[A-Z][\w’'-]+(?:\s[\w’'-]+){0,3})?,?\s"
    r"(?:of|(?:which\sis\s|that\swas\s)?(?:dated|signed|made|executed|concluded|entered\sinto))(?:\s(?:on|as\sof))?\s$"
)
_LABEL = (
    r"(?i:annex(?:ure)?|appendix|attachment|exhibit|enclosure|tab|schedule)\W{1,2}"
    r"(?:(?i:no)\.?\s?)?(?:\d{1,3}|[A-Z]{1,2}|[IVX]{1,5})\b"
)
_SAID = r"(?i:(?:(?:prepared|written|opening|sworn|full)\s)*(?:statement|testimony|declaration|affidavit|remarks))"
_WHO = r"(?P<{}>(?:(?:MR|MS|MRS|DR|Mr|Ms|Mrs|Dr)\.?\s)?[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*)){{0,4}}?)"
_ANNEX = re.compile(_LABEL)
_ANNEXED = re.compile(
    rf"{_LABEL}\W+(?i:(?:to|of)\s(?:the\s)?)"
    rf"(?:{_SAID}\s(?i:of|by)\s(?i:the\s)?{_WHO.format('of')}|{_WHO.format('whose')}[’']\s?[Ss]\s{_SAID})\W*(?:$|[,:(])"
)


def of_what_comes_behind(sheets: tuple[Sheet, ...], at: int, begun: int) -> Iterator[tuple[float, str]]:
    """What speaks for a paper that begins at page `at` because it tells of the one before as of another."""
    sheet, before = sheets[at], sheets[at - 1]
    if names_another(sheet, sheets[begun]):
        yield 2.6, "its first lines name the document before it as another paper"
    label = next((line for line in sheet.lines[:_TOP] if _ANNEX.match(line)), "")
    if label and before.fabric in SPOKEN and sheet.fabric not in SPOKEN and sheets[begun].fabric in SPOKEN:
        yield 3.4, f"'{label[:40]}' heads a paper, and people talked before it"
    elif label and annexed_to(sheet.lines) and not annexed_to(before.lines):
        yield 2.6, f"'{label[:40]}' comes with what a person said"


def names_another(sheet: Sheet, first: Sheet) -> bool:
    """Whether the head of a page names the document that the page would otherwise go on, by its day or as what it belongs to.

    "The Parties to the Memorandum of March 3, 2010 agree" behind a memorandum: a paper does not call itself by its own day so.
    What is headed as a part ("Attachment A to the Memorandum") stays with it.
    """
    title = first.opening.title or (first.lines[0] if first.lines else "")
    words = {word for word in folded(title).split() if len(word) >= _OWN_NAME}
    if not words or not sheet.lines or inner_heading(sheet.lines[0]) or not headlike(sheet.lines[0]):
        return False
    if folded(sheet.lines[0]) == folded(first.lines[0] if first.lines else ""):
        return False
    text = " ".join(sheet.lines[:_TOP])
    for day in dates_in(text):
        named = _OF_DAY.search(text[max(0, day.start - _REACH) : day.start])
        if day.precision == "day" and named and named["name"].casefold() in words:
            return True
    whole = " ".join(folded(title).split()[:3])
    return len(whole.split()) > 1 and any(f"to the {whole}" in folded(" ".join(sheet.lines[:at])) for at in (1, 2, 3))


def annexed_to(lines: tuple[str, ...]) -> str:
    """Whose statement the first lines of a page say that it is annexed to: "ANNEX 2 TO THE STATEMENT OF MR. ROE"; else ''."""
    for at in range(min(_TOP, len(lines))):
        found = _ANNEXED.match(lines[at])
        if found:
            return " ".join((found["of"] or found["whose"]).split())
    return ""


def of_the_speaker(documents: tuple[Document, ...], pages: tuple[Page, ...], own: Names) -> tuple[Document, ...]:
    """The documents of a file; what is annexed to a person's statement is that person's, and about of the day of the statement,
    or of the paper before it, where that names the person.

    Of what kind he is, is told by his statement, or by what stands behind his name in the paper before ("Ann Roe, Sheriff").
    """
    texts = {page.number: page.text for page in pages}
    made: list[Document] = []
    for one in documents:
        who = annexed_to(top_lines(texts.get(one.first_page, ""), _TOP))
        before = made[-1] if made else None
        if who and before:
            name = who.split()[-1].strip(".,").casefold()
            same = next((other for other in reversed(made) if name in folded(other.author).split()), None)
            said = "\n".join(texts.get(at, "") for at in range(before.first_page, before.last_page + 1))
            kind = same.author_kind if same else _kind_behind(name, said, own)
            one = replace(
                one,
                author=same.author if same else who,
                author_kind=kind,
                author_basis="it is annexed to this person's statement",
            )
            given = same or (before if re.search(rf"\b{re.escape(name)}\b", folded(said)) else None)
            if given and not one.date and given.date:
                one = replace(one, date=given.date, date_precision="approx", date_basis="enclosure")
            if given:
                one = replace(one, audience=one.audience or given.audience, recipients=one.recipients or given.recipients)
        made.append(one)
    return tuple(made)


def _kind_behind(name: str, text: str, own: Names) -> str:
    """The kind of what stands behind a person's name: "Ann Roe, Sheriff of Linden"; '' where nothing there tells it."""
    for found in re.finditer(rf"(?i)\b{re.escape(name)},\s(?P<post>[^;]{{3,{_REACH}}})", " ".join(text.split())):
        kind = kind_of(found["post"], own)
        if kind and kind != NOBODYS:
            return kind
    return ""
