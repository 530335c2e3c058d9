"""What must not be published: words hidden under ink, and what singles out or reaches a private person.

Later stages get the pages already masked with `spans.masked`. A value found once is withheld wherever the file repeats it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from pipeline.patterns.days.months import STEMS
from pipeline.patterns.names.name_forms import folded
from pipeline.patterns.names.seats import is_of_places
from pipeline.patterns.private.ages import KIND as AGE
from pipeline.patterns.private.ailing import ailing_in
from pipeline.patterns.private.beside import names_beside
from pipeline.patterns.private.care import KIND as CARE
from pipeline.patterns.private.care import care_of
from pipeline.patterns.private.case_pages import case_parts, unwrapped
from pipeline.patterns.private.contacts import contacts_in
from pipeline.patterns.private.custody import KIND as CUSTODY
from pipeline.patterns.private.custody import booked_in, heard_in, named_in_custody
from pipeline.patterns.private.delimited import delimited_rows
from pipeline.patterns.private.health import KIND as HEALTH
from pipeline.patterns.private.health import health_in, patients_in
from pipeline.patterns.private.homes import homes_beside
from pipeline.patterns.private.identifiers import identifiers_in
from pipeline.patterns.private.in_file_names import names_in_files
from pipeline.patterns.private.minors import minors_in
from pipeline.patterns.private.people import GIVEN_ON, subjects_in, told_of
from pipeline.patterns.private.presumed import Company, company_of, presumed_names, with_known
from pipeline.patterns.private.presumed_values import values_in_case
from pipeline.patterns.private.relief import KIND as RELIEF
from pipeline.patterns.private.relief import relief_in
from pipeline.patterns.private.rows_of_persons import rows_of_persons
from pipeline.patterns.private.seen_on import parties_in, seen_on
from pipeline.patterns.private.signs import IdentifierFound
from pipeline.patterns.private.telephones import lines_of_offices
from pipeline.patterns.private.told_of import BASIS as TOLD
from pipeline.patterns.private.told_of import HELD, told_persons
from pipeline.patterns.private.views import plain_joints, views_of
from pipeline.patterns.public.office_streets import houses_of_offices
from pipeline.patterns.public.officials import key
from pipeline.patterns.public.parts_taken import officials_in
from pipeline.patterns.sense.letters import letters
from pipeline.ports import Parser, Tagger
from pipeline.records import spans
from pipeline.records.finding import Openly, Withheld
from pipeline.records.page import Page
from pipeline.records.source import Decision
from pipeline.stages.reading.gaps import cells_apart
from pipeline.stages.screening import balance, tagged
from pipeline.stages.screening.fields import unread_fields
from pipeline.stages.screening.ill_in_line import ill_in_line
from pipeline.stages.screening.in_company import add_company
from pipeline.stages.screening.merged import hidden, merged
from pipeline.stages.screening.repeats import NAMES, lone, repeats, said_plainly
from pipeline.stages.screening.rosters import BASIS as CELL
from pipeline.stages.screening.rosters import roster_cells
from pipeline.stages.screening.shown_elsewhere import is_line, is_place

VERSION = "92"
UNREAD = "a form asks for a private identifier here, and the answer could not be read"
NO_PERSONS = ("NORP", "LANGUAGE", "LAW", "EVENT", "DATE", "FAC")  # of its labels; towns and firms it mistakes for people
MARGIN = 0.06  # share of the page's height in which stamps stand
_YEAR, _DAY = re.compile(r"20[01]\d"), re.compile(rf"\b(?:{STEMS})[a-z]*\.?\s\d{{1,2}},?\s\Z")
NOTHING = Openly()


@dataclass(frozen=True, slots=True)
class Params:
    """`repeat_at_least` is the length (characters) from which a withheld value is looked for in the rest of the file."""

    repeat_at_least: int = 6


def screen(
    pages: tuple[Page, ...],
    params: Params,
    parser: Parser,
    decisions: tuple[Decision, ...] = (),
    known: Openly = NOTHING,
    tagger: Tagger | None = None,
) -> tuple[Withheld, ...]:
    """Everything to keep back on the pages of one file, by page and place; identifier spans of a page never overlap.

    `known` is what the other files of the release show to be public. The parser is asked only about pages that are about one
    person's case. `tagger` reads beside the rules; without one they work alone.

    What a person decided to publish is not held back, whatever kind it is; what one decided to withhold is, wherever it stands.
    """
    free = frozenset(letters(one.text) for one in decisions if one.publish)
    own = officials_in(tuple(page.text for page in pages))
    officials = own | frozenset(known.officials)
    found = [
        [
            *(one for one in _not_free(page, free, listed, parser.ordinary) if not is_line(page.text, one, known)),
            *_decided(page.text, decisions),
        ]
        for page, listed in zip(pages, roster_cells(pages), strict=True)
    ]
    for page, ones in zip(pages, found, strict=True):
        ones[:] = (one for one in ones if not is_place(page.text, one, known))
    persons = tuple(_told_to_be_persons(pages, found, (CELL, TOLD)))
    officials -= {key(name) for name in persons} - own
    towns = frozenset(place for place in known.places if " " in place)
    told = towns - {_whole(name) for name in persons}
    for page, ones in zip(pages, found, strict=True):
        ones[:] = (one for one in ones if one.basis not in (CELL, TOLD) or _whole(page.text[one.start : one.end]) not in told)
    held = {folded(word) for name in _told_to_be_persons(pages, found, (CELL,)) for word in re.split(r"[\s,]+", name)}
    places = frozenset(known.places) - towns - held
    for page, ones in zip(pages, found, strict=True):
        ones[:] = (one for one in ones if one.basis != CELL or not _of_places(page.text[one.start : one.end], places))
        beside = names_beside(
            plain_joints(cells_apart(page)),
            tuple(one for one in ones if one.kind not in (*NAMES, AGE, HEALTH, RELIEF, CARE, CUSTODY)),
            officials,
        )
        ones += (
            one
            for one in beside
            if not _plain_or_free(text := page.text[one.start : one.end], pages, free) and not _of_places(text, places)
        )
    company: Company | None = None
    for page, ones in zip(pages, found, strict=True):
        parts = case_parts(plain_joints(page.text), tuple(ones))
        if parts:
            company = company or with_known(_company(pages, found, own), places, tuple(sorted(officials - own)))
            more = _of_case(page, tuple(ones), company, parser, free, pages)
            ones += (
                one
                for one in more
                if any(start <= one.start < end for start, end in parts) and not is_line(page.text, one, known)
            )
    for page, ones in zip(pages, found, strict=True):
        ones += tuple(names_in_files(page.text, tuple(ones), parser.ordinary, free))
        names = tuple((one.start, one.end) for one in ones if one.kind in NAMES)
        ones += (one for one in homes_beside(page.text, names) if letters(page.text[one.start : one.end]) not in free)
    for ones in found:  # "12 Tannery Walk, Dunmere": the end of a home and its town are no name
        homes = [one for one in ones if one.kind == "address"]
        ones[:] = (one for one in ones if one.kind not in NAMES or not any(home.start < one.start < home.end for home in homes))
    alone: list[list[IdentifierFound]] = [[] for _ in pages]
    words = tagged.taken(pages, tagger) if tagger else []
    if tagger:
        texts = tuple(page.text for page in pages)
        shown = tagged.Shown(
            officials, _surnames(officials), frozenset(known.places), known, lines_of_offices(texts), houses_of_offices(texts)
        )
        alone = tagged.weighed(pages, found, words, tagger, shown, free, parser.ordinary)
    asked = (params.repeat_at_least, parser.ordinary, places, _surnames(officials))
    repeated = repeats(pages, found, *asked)
    if add_company(pages, found, (repeated, alone), officials, places | towns, free):
        repeated = repeats(pages, found, *asked)
    if tagger:
        stay = balance.kept(
            pages, [[*first, *more, *here] for first, more, here in zip(found, repeated, alone, strict=True)], words
        )
        for each in (found, repeated, alone):
            each[:] = [[one for one in ones if one in staying] for ones, staying in zip(each, stay, strict=True)]
    withheld: list[Withheld] = []
    for page, first, again, here in zip(pages, found, repeated, alone, strict=True):
        withheld += (hidden(page, index) for index, one in enumerate(page.hidden) if letters(one.text) not in free)
        ill = ill_in_line(page.text, [*again, *here], first)
        withheld += merged(page, [*first, *again, *here, *ill])
        withheld += (Withheld(page.id, "unread-field", -1, -1, "", (box,), UNREAD) for box in unread_fields(page))
    return tuple(withheld)


def _surnames(officials: frozenset[str]) -> frozenset[str]:
    """Of whom the file and the release show in office: alone they may be theirs."""
    return frozenset(name.rpartition(" ")[2] for name in officials)


def _whole(name: str) -> str:
    """A name as `towns_shown` folds it."""
    return " ".join(folded(word) for word in name.split())


def _of_places(name: str, places: frozenset[str]) -> bool:
    """Whether a name of two words or more is made of words that the release shows to be of places alone."""
    return " " in name and is_of_places(name, places)


def _told_to_be_persons(pages: tuple[Page, ...], found: list[list[IdentifierFound]], weak: tuple[str, ...]) -> Iterator[str]:
    """Full names that a label, a number or a form makes somebody's, and not what is `weak`: no other file makes them places or
    officials."""
    for page, ones in zip(pages, found, strict=True):
        names = (page.text[one.start : one.end].strip() for one in ones if one.kind in NAMES and one.basis not in weak)
        yield from (name for name in names if not lone(name) and name.strip(" ,"))


def _plain_or_free(name: str, pages: tuple[Page, ...], free: frozenset[str]) -> bool:
    """Whether what looks like a name is to be published, or is made of words that the file also uses in lower case."""
    return letters(name) in free or all(said_plainly(word, pages) for word in re.findall(r"[^\W\d_]{2,}", name))


def _company(pages: tuple[Page, ...], found: list[list[IdentifierFound]], officials: frozenset[str]) -> Company:
    names = (page.text[one.start : one.end] for page, ones in zip(pages, found, strict=True) for one in ones if one.kind in NAMES)
    return company_of(tuple(unwrapped(cells_apart(page)) for page in pages), officials, frozenset(names))


def _of_case(
    page: Page, ones: tuple[IdentifierFound, ...], company: Company, parser: Parser, free: frozenset[str], pages: tuple[Page, ...]
) -> Iterator[IdentifierFound]:
    """What else is private on a page about one person's case: names nothing shows to be public, no number of its margins."""
    text = unwrapped(plain_joints(cells_apart(page)))
    parsed = parser.entities(page.text)
    persons = tuple((one.start, one.end) for one in parsed if one.label == "PERSON")
    others = tuple((one.start, one.end) for one in parsed if one.label in NO_PERSONS)
    names = tuple(presumed_names(text, company, persons, others, parser.ordinary))
    private = tuple((one.start, one.end) for one in (*ones, *names) if one.kind in NAMES)
    told = (
        *names,
        *values_in_case(text, (*ones, *names)),
        *health_in(text, private),
        *relief_in(text, private),
        *heard_in(text, private),
        *care_of(text, (*ones, *names)),
        *seen_on(text),
    )
    placed = spans.Placed(page)
    for one in told:
        value = page.text[one.start : one.end]
        if one in names and lone(value) and said_plainly(value, pages):
            continue
        if letters(value) in free or any(held.start <= one.start and one.end <= held.end for held in ones):
            continue
        if one.kind in NAMES or all(box.y0 > MARGIN and box.y1 < 1 - MARGIN for box in placed.boxes(one.start, one.end)):
            yield one


def _not_free(
    page: Page, free: frozenset[str], listed: tuple[IdentifierFound, ...], ordinary: Callable[[str], bool]
) -> Iterator[IdentifierFound]:
    """What was found and is not to be published; what prose alone tells of must not be made of words of a dictionary."""
    for one in (*_of_page(page), *listed):
        value = page.text[one.start : one.end]
        words = re.findall(r"[^\W\d_]{2,}", value) if one.basis in (TOLD, HELD) else ()
        if one.kind == "roster-number" and _YEAR.fullmatch(value) and _DAY.search(page.text[max(0, one.start - 16) : one.start]):
            continue  # the year of a day beside a form's columns
        if letters(value) not in free and not (words and all(map(ordinary, words))):
            yield one


def _decided(text: str, decisions: tuple[Decision, ...]) -> Iterator[IdentifierFound]:
    for one in decisions:
        if not one.publish:
            signs = [re.escape(sign) for sign in one.text if sign.isalnum()]
            pattern = r"(?<!\w)" + r"[\W_]{0,3}".join(signs) + r"(?!\w)"
            for match in re.finditer(pattern, text, re.IGNORECASE):
                yield IdentifierFound(match.start(), match.end(), "by-decision", "a person decided so")


def _of_page(page: Page) -> Iterator[IdentifierFound]:
    text = plain_joints(page.text)
    yield from _of_text(text)
    for view in views_of(text):
        for one in _of_text(view.text):
            yield replace(one, start=view.span(one.start, one.end)[0], end=view.span(one.start, one.end)[1])
    if unread_fields(page):
        yield from told_of(text)


def _of_text(text: str) -> Iterator[IdentifierFound]:
    numbers = identifiers_in(text)
    contacts = contacts_in(text, tuple((one.start, one.end) for one in numbers if one.kind in GIVEN_ON))
    minors = minors_in(text)
    yield from (
        *numbers,
        *contacts,
        *minors,
        *rows_of_persons(text),
        *delimited_rows(text),
        *patients_in(text),
        *told_persons(text),
        *named_in_custody(text, TOLD),
        *booked_in(text),
        *ailing_in(text),
        *parties_in(text),
    )
    yield from subjects_in(text, (*numbers, *contacts, *minors))
