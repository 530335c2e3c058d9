"""What a document says of itself, read off its pages: kind, title, date, who wrote it and to whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline import codec
from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.days.dating import UNDATED, Dated, date_of_file_name, date_of_text
from pipeline.patterns.days.days_made import day_below_body, day_made
from pipeline.patterns.days.head_dates import date_of_figures, date_of_head, date_of_heading, date_of_title
from pipeline.patterns.days.printed_days import (
    day_of_answers,
    day_of_form,
    day_of_last_entry,
    day_of_meeting,
    day_of_period,
    day_of_release,
    end_of_period,
)
from pipeline.patterns.days.revised import date_of_margin, day_of_draft, month_at_edge, month_of_imprint
from pipeline.patterns.law.exemptions import legible
from pipeline.patterns.names.offices import NOBODYS, Names, kind_of
from pipeline.patterns.openings.examined import day_of_head, is_asked, witness_of_head
from pipeline.patterns.openings.headings import headline, plain_subject, top_lines
from pipeline.patterns.openings.numbered_papers import day_of_numbered
from pipeline.patterns.openings.on_top import sent_from
from pipeline.patterns.openings.opening import Opening
from pipeline.patterns.openings.questions import answered_in_writing
from pipeline.patterns.writers.announced import announcer, house_of_headline
from pipeline.patterns.writers.letterhead_people import in_letterhead
from pipeline.patterns.writers.on_behalf import client_of, guest, members_above, several_letters
from pipeline.patterns.writers.parties import audience_of, head_of_agreement, letterhead_kind, parties_of, speaker_kind
from pipeline.patterns.writers.signers import signed_at_foot, signer_of, with_house
from pipeline.patterns.writers.sworn import sworn_house
from pipeline.records.document import Document
from pipeline.records.page import Page
from pipeline.records.source import File, Release
from pipeline.stages.cutting.coded_fields import sender_under_box
from pipeline.stages.cutting.sheets import folded, is_stamp
from pipeline.stages.cutting.title_block import Title
from pipeline.stages.cutting.writers import FOOT, own_names, writer
from pipeline.stages.reading.fabric import SPOKEN, fabric_of, slide_like

_REVISED = frozenset({"form", "report", "talking-points", "other", "slides", "table"})
_MINUTED = frozenset({"other", "report", "article"})  # kinds of which minutes may be
_PERIODICAL = frozenset({"other", "report", "table"})
_EDGED = frozenset({"other", "report"})  # kinds that name themselves and their month at the edge of each page
_FIGURES = frozenset({"report", "table", "other"})
_DATED_BY_HEAD = frozenset({"report", "article", "slides", "table", "other", "talking-points", "memo"})
_HEARING = re.compile(r"(?i:(?<![a-z])(?:hrg|hearing)(?![a-z]))")  # whose day a file of answers is named after
_OF_EVENT = re.compile(
    r"(?i:\bdate\sof\s(?:the\s)?(?:call|event|meeting|visit|hearing|travel|trip|appearance|briefing)\b)\s?[:–—-]"
)
_FIELD = 40  # characters behind its label
_BULLET = re.compile(r"(?m)^\s*[•▪●◦‣*-]\s\S")
_SLIDE_WORDS, _FEWEST_SLIDES = 90, 3
_HEADER = 1500  # characters in which a mail says who sends it
SURE = 0.9  # weight from which on a heading is believed
BYLINED = 0.7  # weight of an opening that shows a byline or the place a report was filed from
_EDGE = 2  # lines at either end of a page that may say what draft it is
_HEADLINED = frozenset({"report", "article", "press", "slides", "other", "chronology", "talking-points"})
_GOVERNMENTS = frozenset({"state", "local", "congress", "court"})  # of which there are many: their heads are told apart by house
_LETTERHEADED = frozenset({"letter", "cover-letter", "memo"})
# Kinds that name their writer where they please: above or below the title, in a margin, at the foot, or nowhere.
_TITLED = frozenset({"form", "report", "slides", "other", "table", "chronology", "talking-points", "press"})


@dataclass(frozen=True, slots=True)
class Start:
    """A document found to begin on page `index` (0-based in the pages given), up to and without `stop`, below `head`."""

    index: int
    stop: int
    opening: Opening
    head: Title | None
    confidence: float


def _bulleted(pages: tuple[Page, ...]) -> bool:
    """Whether most of three pages or more hold a few words in bullets or lines: the slides of a talk that nothing calls so."""
    few = [(len(page.text.split()) <= _SLIDE_WORDS and len(_BULLET.findall(page.text)) > 1) or slide_like(page) for page in pages]
    return len(few) >= _FEWEST_SLIDES and sum(few) >= 0.7 * len(few)


def document(
    file: File,
    release: Release,
    pages: tuple[Page, ...],
    own: tuple[Page, ...],
    start: Start,
    bates: dict[str, str],
    again: frozenset[str],
) -> Document:
    """The document on these pages. `own` is what of them is its own, without papers that stand below it; never empty.

    `again` are the lines that the file prints again and again, `bates` the stamps by page id.
    """
    opening = start.opening
    if opening.kind == "other" and opening.weight < SURE and _bulleted(own):
        opening = replace(opening, kind="slides")
    kind, whole = opening.kind, "\n\n".join(page.text for page in own)
    title = opening.title or (headline(own[0].text, kind != "article") if kind in _HEADLINED else "")
    if not title and start.head and kind in _TITLED:
        title = start.head.lines[0]
    dated = _dated(opening, start.head, own, whole)
    if not dated.date and start.index == 0 and not (answered_in_writing(whole) and _HEARING.search(file.name)):
        dated = date_of_file_name(file.name)
    numbers = [bates[page.id] for page in pages if page.id in bates]
    author, author_kind, recipients = _written(opening, title, own, whole, again, release)
    return Document(
        id=codec.short_id("document", file.id, pages[0].number, kind, plain_subject(title)),
        release_id=release.id,
        file_id=file.id,
        first_page=pages[0].number,
        last_page=pages[-1].number,
        kind=kind,
        title=title[:300],
        date=dated.date,
        date_precision=dated.precision,
        date_basis=dated.basis,
        author=legible(author),
        author_kind=author_kind,
        recipients=recipients,
        cc=opening.cc,
        audience=audience_of(kind, recipients + opening.cc, opening.title if kind == "letter" else "", whole[:8000]),
        bates_first=numbers[0] if numbers else "",
        bates_last=numbers[-1] if numbers else "",
        thread_id="",  # known only when the whole corpus is: see `relate`
        confidence=start.confidence,
    )


def _dated(opening: Opening, head: Title | None, pages: tuple[Page, ...], whole: str) -> Dated:
    """The day a document gives itself, by what its kind says most surely first."""
    first = pages[0].text
    asked = opening.kind == "other" and is_asked((whole,)) and not answered_in_writing(whole)
    if asked and witness_of_head((whole,)) and (day := day_of_head((whole,))):
        return Dated(day, "day", "text")  # beside the pages' numbers, not that of the stamp with which a court took it in
    dated = opening.dated if opening.dated.date else day_of_meeting(top_lines(first)) if opening.kind in _MINUTED else UNDATED
    dated = dated if dated.date or opening.kind not in _PERIODICAL else end_of_period(top_lines(first))
    dated = dated if dated.date else date_of_text(opening.kind, first, whole)
    if answered_in_writing(whole):  # not of the day of the hearing after which they were put
        given = day_of_answers((*top_lines(first, 10), *_printed(pages[-1])[-FOOT:]))
        given = given if given.date else date_of_text("report", first, whole)
        dated = given if given.date else dated
    if not dated.date and opening.kind in ("press", "article"):
        dated = day_of_release(top_lines(first))
    if not dated.date and opening.kind == "chronology":
        dated = day_of_last_entry(top_lines(first))
    if not dated.date and opening.kind in ("email", "memo"):  # without a day in its header
        dated = day_of_period(top_lines(first))
    if not dated.date and opening.kind in ("form", "other"):
        dated = day_of_form(top_lines(first))
    made = _made(opening, pages) if opening.kind in _TITLED | {"memo"} else UNDATED
    if made.date and (not dated.date or (made.date < dated.date and dated.date in _days_of_events(first))):
        dated = made
    if not dated.date and asked and (day := day_of_head((whole,))):
        dated = Dated(day, "day", "text")
    if not dated.date and opening.kind in _DATED_BY_HEAD:
        dated = date_of_head(top_lines(first, 8))
        dated = date_of_title(head.lines) if head and not dated.date else dated
    if not dated.date and opening.kind in ("form", "other") and (day := day_of_numbered(top_lines(first))):
        dated = Dated(day, "day", "text")
    if not dated.date and opening.kind in ("form", "other"):
        days = {one for one in map(date_of_heading, top_lines(first, 3)) if one.date}
        dated = days.pop() if len(days) == 1 else dated
    if not dated.date and opening.kind == "other" and fabric_of(pages[0]) in SPOKEN and (one := day_below_body(first)):
        dated = Dated(one.iso, one.precision, "text")
    if not dated.date and opening.kind in _REVISED:
        dated = date_of_margin(first, pages[-1].text)
    if not dated.date and opening.kind in _TITLED:
        dated = day_of_draft(tuple(line for page in pages for line in _edges(page)))
    if not dated.date and opening.kind in _EDGED:
        dated = month_at_edge(tuple(lines[-1] for page in pages if (lines := _printed(page))))
    if not dated.date and opening.kind in _REVISED:
        dated = month_of_imprint(_printed(pages[-1])[-FOOT:])
    if not dated.date and opening.kind in _FIGURES:
        dated = date_of_figures(top_lines(first, 8))
    return dated


def _printed(page: Page) -> tuple[str, ...]:
    """The lines of a page without stamps, its running foot last."""
    return tuple(line for line in top_lines(page.text, 400) if not is_stamp(line))


def _edges(page: Page) -> tuple[str, ...]:
    """The first lines of a page and its last."""
    lines = _printed(page)
    return (*lines[:_EDGE], *lines[_EDGE:][-_EDGE:])


def _made(opening: Opening, pages: tuple[Page, ...]) -> Dated:
    """The day that its fields and last lines name as that on which it was written."""
    foot = tuple(line for line in top_lines(pages[-1].text, 400) if not is_stamp(line))
    one = day_made(opening.title, top_lines(pages[0].text), foot)
    return Dated(one.iso, one.precision, "text") if one else UNDATED


def _days_of_events(first: str) -> set[str]:
    """The days behind fields such as "Date of call:", on which a paper made for the event is not yet written."""
    fields = (first[one.end() : one.end() + _FIELD].partition("\n")[0] for one in _OF_EVENT.finditer(first[:_HEADER]))
    return {day.iso for field in fields for day in dates_in(field)[:1]}


def _of_the_letterhead(pages: tuple[Page, ...], own: Names) -> str:
    """The name and post of somebody in the letterhead whose name alone is the last line of the letter; ''."""
    last = _printed(pages[-1])[-1:]
    return next((printed for name, _, printed in in_letterhead(pages[0].text, own) if (name,) == last), "")


def _written(
    opening: Opening, title: str, pages: tuple[Page, ...], whole: str, again: frozenset[str], release: Release
) -> tuple[str, str, tuple[str, ...]]:
    """(who wrote it, of what kind he is, to whom)."""
    kind, own = opening.kind, own_names(release)
    author, recipients = legible(opening.author), opening.recipients
    if kind in ("email", "memo") and not author:
        author = sender_under_box(pages[0], 0, _HEADER)
    if kind in ("letter", "cover-letter") and not author:
        author = signer_of(whole) or signed_at_foot([line for line in _printed(pages[-1]) if folded(line) not in again])
        author = author or next(sent_from(top_lines(pages[0].text, 3)), "")
        author = author or _of_the_letterhead(pages, own)
    if kind == "agreement":
        author, recipients = parties_of(head_of_agreement(top_lines(pages[0].text)) or title, author, recipients)
    of = speaker_kind(author, own.all) or (letterhead_kind(opening.letterhead, own.all) if kind in _LETTERHEADED else "")
    if kind in ("letter", "cover-letter") and author and not of and (client := client_of(whole, own)):
        author, of = f"{author}, on behalf of {client}", kind_of(client, own)
    if kind in _LETTERHEADED and author and of in _GOVERNMENTS and not speaker_kind(author, own.all):
        author = with_house(author, opening.letterhead, of, own)
    if kind not in _LETTERHEADED | {"email"} and several_letters(whole):
        return "", "", recipients
    if kind == "article" and not of and (author or opening.weight >= BYLINED):
        foot = tuple(line for line in top_lines(pages[-1].text, 400) if not is_stamp(line))[-FOOT:]
        writes, of = guest(author, top_lines(pages[0].text), foot, whole)
        author, of = writes or author, "" if of == NOBODYS else of or members_above(top_lines(pages[0].text, 3)) or "press"
    if not of and (kind in _TITLED or (kind == "memo" and not author)):
        found = writer(opening, title, pages, again, release)
        author, of = author or found.name, found.kind
        if kind == "press" and not author and not of:
            author, of = house_of_headline(title, whole, own)
        of = of or (announcer(whole, own) if kind == "press" else "")
    asked = kind == "other" and not author and is_asked((whole,)) and not answered_in_writing(whole)
    if asked and (who := witness_of_head((whole,))):  # pages of a transcript, headed by who answers
        told = kind_of(sworn_house(whole), own)
        author, of = who, "" if told == NOBODYS else told
    return author, of, recipients
