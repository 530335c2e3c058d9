"""What a trained reader finds private on a page beside the rules.

It reads words in their place, so it withholds them where they stand. Only a name of which it is very sure, that it takes for
private in two places of the file, or that is of two words or more of which none stands in a dictionary, is looked for elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from pipeline.patterns.names.name_forms import folded, of_an_official
from pipeline.patterns.names.office_words import ORGANISATION
from pipeline.patterns.names.seats import is_of_places
from pipeline.patterns.private.signs import PRESUMED, IdentifierFound
from pipeline.patterns.private.telephones import digits_of
from pipeline.patterns.public.office_streets import HOUSE, stands_behind_office
from pipeline.patterns.public.officials import key
from pipeline.patterns.public.paper_numbers import papers_numbered
from pipeline.patterns.public.shown_public import is_public, names_place
from pipeline.patterns.sense.letters import letters
from pipeline.ports import Tagger
from pipeline.records import spans
from pipeline.records.finding import Openly
from pipeline.records.page import Page
from pipeline.records.tagging import LONGEST, Tagged
from pipeline.stages.reading.gaps import cells_apart
from pipeline.stages.screening.of_somebody import could_be
from pipeline.stages.screening.overruled import overruled
from pipeline.stages.screening.repeats import NAMES

AS_READ = "-as-read"  # kinds that end so are withheld where they were read, and followed nowhere
NAME, NUMBER, CONTACT, HOME = "name", "number", "contact", "home"
_TELLS = re.compile(r"\d|[A-ZÀ-Þ]|\w{4}")  # small words alone tell nothing of anybody
# "J.T.P.", "K.": who is given no more of a name; the reader must be surer, since lists and headings have single letters too.
INITIALS, _INITIALS = 0.7, re.compile(r"(?<![\w.])(?:[A-Z][.-][ ]?){1,4}(?!\w{2})")
_JOINT = re.compile(r",?[ \n]|-")
LOCAL = 7  # digits of a telephone without its area's
MARGIN = 0.06  # share of the page's height in which stamps stand
# The code beside a box, or several: "(b)(6), (b)(7)(C)".
_CODE = r"(?:(?<![^\W_])\(?[bjk]\)?\s?\(\d(?!\d)\)?(?:\s?(?:\([A-F]\)?|[A-F]\)))?[\s,;/&]{0,3})+"
_EXEMPTION, _CLOSED = re.compile(_CODE, re.IGNORECASE), re.compile(rf"\s?{_CODE}\Z", re.IGNORECASE)
_PARTNER = re.compile(r"[A-Z][\w’'-]+ & \Z")  # before the second name of a firm
# What befell him says more than the title that he may have for a given name: "Marshal Roe, son of the caller, was booked".
_BEFELL = re.compile(
    r",?\s(?:(?:the\s|an?\s)?(?:son|daughter|wife|husband|mother|father|brother|sister|nephew|niece|cousin|boyfriend|girlfriend)\b"
    r"|(?:was|is|were)\s(?:\w+\s)?(?:booked|arrested|held|detained|jailed|taken|deported|removed|stopped|lodged|released)\b|aged?\s\d|\d\d,)"
)
_NEAR = 0.7  # of a bound: what is enough for a word beside one that reaches it


@dataclass(frozen=True, slots=True)
class Reading:
    """Words in a row that are read as one private thing; `probability` is that of the likeliest word."""

    start: int
    end: int
    label: str
    probability: float
    joined: bool = False  # a part of a name of which the rules withhold another


def readings(text: str, words: tuple[Tagged, ...], bounds: Mapping[str, float]) -> Iterator[Reading]:
    """What is likely enough to be private by the bound of its label, with words beside it of that label that come near."""
    group: list[Tagged] = []
    for one in words:
        if one.private < _NEAR * bounds[one.label]:
            continue
        if group and not (one.label == group[-1].label and _side_by_side(text[group[-1].end : one.start])):
            yield from _reading(text, group, bounds)
            group = []
        group.append(one)
    if group:
        yield from _reading(text, group, bounds)


def _side_by_side(between: str) -> bool:
    return len(between) <= 4 and not re.search(r"\w|\n\n|\t", between)


def _reading(text: str, group: list[Tagged], bounds: Mapping[str, float]) -> Iterator[Reading]:
    best = max(one.private for one in group)
    if best >= bounds[group[0].label] and _TELLS.search(text[group[0].start : group[-1].end]):
        yield Reading(group[0].start, group[-1].end, group[0].label, best)


@dataclass(frozen=True, slots=True)
class Shown:
    """What file and release show to be public: `officials` by their whole names and `surnames`, `places`, and `known`."""

    officials: frozenset[str]
    surnames: frozenset[str]
    places: frozenset[str]
    known: Openly
    lines: tuple[str, ...] = ()  # telephones that the file itself gives as offices' wherever they stand
    houses: frozenset[tuple[str, str]] = frozenset()  # of offices, by number and street, as the file gives them


def taken(pages: tuple[Page, ...], tagger: Tagger) -> list[tuple[Tagged, ...]]:
    """What the reader takes the words of each page for."""
    return [tagger.tag(_legible(cells_apart(page))) for page in pages]


def weighed(
    pages: tuple[Page, ...],
    found: list[list[IdentifierFound]],
    words: list[tuple[Tagged, ...]],
    tagger: Tagger,
    shown: Shown,
    free: frozenset[str],
    ordinary: Callable[[str], bool],
) -> list[list[IdentifierFound]]:
    """What is withheld besides where it stands alone, page by page.

    `words` is what the reader takes those of each page for. What is looked for elsewhere too is put into `found`, and what it
    overrules is taken out of it. `free` are folded texts that a person decided to publish.
    """
    for ones, stay in zip(found, overruled(pages, found, words), strict=True):
        ones[:] = stay
    bounds = tagger.bounds
    read = [
        [
            one
            for one in _rest(page.text, tuple(readings(page.text, seen, bounds)), ones)
            if letters(page.text[one.start : one.end]) not in free
            and could_be(one.label, page.text, one.start, one.end, one.probability, partial(is_of_places, places=shown.places))
            and not _is_shown(page, one, shown)
            and not (one.label == NUMBER and _is_of_paper(page.text, one, ones))
        ]
        for page, ones, seen in zip(pages, found, words, strict=True)
    ]
    met = Counter(_plain(page.text[one.start : one.end]) for page, ones in zip(pages, read, strict=True) for one in ones)
    alone: list[list[IdentifierFound]] = []
    for page, into, found_here in zip(pages, found, read, strict=True):
        alone.append([])
        for told in found_here:
            value = page.text[told.start : told.end]
            sure = told.probability >= bounds["sure"] or met[_plain(value)] > 1
            named = told.label == NAME and " " in value and re.search(r"[^\W\d_]{2}", value) is not None
            kind = (
                "person-name" if named and sure else PRESUMED if named and _is_shaped(value, ordinary) else told.label + AS_READ
            )
            followed = not kind.endswith(AS_READ)
            basis = f"read as private by a trained reader (p {tagger.right(told.probability):.2f})"
            (into if followed else alone[-1]).append(IdentifierFound(told.start, told.end, kind, basis))
            if named or told.label == NAME:
                alone[-1] += _in_haste(page.text, told, shown, ordinary, basis)
    return alone


def _in_haste(text: str, told: Reading, shown: Shown, ordinary: Callable[[str], bool], basis: str) -> Iterator[IdentifierFound]:
    """The same word elsewhere on the page, where a name is written without a capital and stands in no dictionary."""
    value = text[told.start : told.end]
    for word in re.findall(r"[^\W\d_]{4,}", value) if value.islower() else ():
        if ordinary(word) or word in shown.surnames or word in shown.places:
            continue
        for match in re.finditer(rf"(?<![\w@.-]){re.escape(word)}(?![\w@-]|\.\w)", text):
            if match.end() <= told.start or told.end <= match.start():
                yield IdentifierFound(*match.span(), NAME + AS_READ, basis)


def _legible(text: str) -> str:
    """As much of a page as is read in a few seconds whatever its signs are, sign for sign; halves of signs are none."""
    return text[:LONGEST].encode("utf-8", "replace").decode("utf-8")


def _is_shaped(name: str, ordinary: Callable[[str], bool]) -> bool:
    """Whether it is of two words or more that are printed as names are and stand in no dictionary."""
    words = re.findall(r"[^\W\d_]{2,}", name)
    return len(words) > 1 and all(word[0].isupper() and not ordinary(word) for word in words)


def _plain(name: str) -> str:
    return " ".join(folded(word) for word in name.split())


def _rest(text: str, read: tuple[Reading, ...], found: list[IdentifierFound]) -> Iterator[Reading]:
    """What of the readings no find of the rules covers and is no code for it, where a letter or digit is left of it."""
    for one in read:
        at = one.start
        for start, end in [*sorted((held.start, held.end) for held in found), (one.end, one.end)]:
            if start >= one.end:
                start = end = one.end
            code = _EXEMPTION.match(text, at, start)
            at = code.end() if code else at
            closed = _CLOSED.search(text, at, start)
            last = closed.start() if closed else start
            initials = one.label == NAME and one.probability >= INITIALS and _INITIALS.search(text, at, last)
            if last > at and (initials or re.search(r"\w\w|\d", text[at:last])):
                left = at + len(text[at:last]) - len(text[at:last].lstrip(" \n\t,.;:()-"))
                right = left + len(text[left:last].rstrip(" \n\t,;:(-"))
                yield Reading(left, right, one.label, one.probability, _is_joined(text, left, right, one, found))
            at = max(at, end)
            if at >= one.end:
                break


def _is_joined(text: str, start: int, end: int, one: Reading, found: list[IdentifierFound]) -> bool:
    """Whether the rules withhold a name right before or behind it that is read as one with it, as in "Roe, Ada"."""
    if one.label != NAME or one.probability < INITIALS:
        return False
    held = [each for each in found if each.kind in NAMES and each.start < one.end and one.start < each.end]
    return any(
        _JOINT.fullmatch(text[end : each.start] if each.start >= end else text[each.end : start]) is not None
        for each in held
        if each.start >= end or each.end <= start
    )


def _is_short_for(words: list[str], officials: frozenset[str]) -> bool:
    """Whether the name is one initial and the surname of one person in office, and of no second."""
    if len(words) != 2 or not re.fullmatch(r"[^\W\d_]\.", words[0]):
        return False
    first, last = folded(words[0][0]), words[1].strip(".,’'").casefold()
    firsts = {one.partition(" ")[0] for one in officials if " " in one and one.rpartition(" ")[2] == last}
    return len(firsts) == 1 and folded(min(firsts)[0]) == first


def _is_of_paper(text: str, one: Reading, found: list[IdentifierFound]) -> bool:
    """Whether it is the number of a paper that a body numbers by its initials, and of nobody beside it."""
    names = tuple(held.start for held in found if held.kind in NAMES)
    return any(start <= one.start and one.end <= end for start, end in papers_numbered(text, names))


def _is_shown(page: Page, one: Reading, shown: Shown) -> bool:
    """Whether something shows it to be public: an office, a place, a line that the release gives out, a stamp's place."""
    value = page.text[one.start : one.end]
    if one.joined:
        return False
    if one.label == NAME:
        words = value.split()
        if len(words) > 1 and (key(value) in shown.officials or _is_short_for(words, shown.officials)):
            return True
        if len(words) == 1 and folded(value) in shown.surnames:
            return True
        starts = [one.start + word.start() for word in re.finditer(r"\S+", value)]
        if _BEFELL.match(page.text, one.end):
            del starts[1:]
        return (
            is_of_places(value, shown.places)
            or any(of_an_official(page.text, start) for start in starts)
            or is_public(page.text, one.start, one.end)
            or names_place(page.text, one.start, one.end)
        )
    if one.label == CONTACT:
        told = [digits_of(part) for part in re.split(r"[A-Za-z]{3,}", value) if len(digits_of(part)) >= LOCAL]
        return bool(told) and all(one in shown.known.lines or any(one in line for line in shown.lines) for one in told)
    if one.label == HOME and " " not in value and _PARTNER.search(page.text[max(0, one.start - 24) : one.start]):
        return True
    if one.label == HOME and (house := HOUSE.search(value)):
        return (house[1], house[2].casefold()) in shown.houses or stands_behind_office(page.text, one.start + house.start())
    if one.label == HOME and not re.search(r"\d", value):  # a town, county or hospital alone is no home
        last = value.split()[-1]
        return is_of_places(value, shown.places) or ORGANISATION.fullmatch(last.strip(".,")) is not None
    if one.label == NUMBER:
        boxes = spans.boxes(page, one.start, one.end)
        return bool(boxes) and all(box.y1 <= MARGIN or box.y0 >= 1 - MARGIN for box in boxes)
    return False
