"""What papers print of their writers: credits, office lines above and below the title, in a margin or at the foot."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.patterns.offices import (
    AGENCY,
    DATE_TAIL,
    LONGEST,
    NO_OFFICE,
    Names,
    is_named,
    is_office,
    kind_of,
    name_in,
    office_in,
)

_REACH = 6  # lines below a title in which an office line may stand
_DEED = r"prepared|written|compiled|produced|issued|published|released|submitted|drafted|authored|recorded|taken|transcribed"
_SORT = r"report|study|survey|brief(?:ing)?|white\spaper|publication|audit|investigation|paper|fact\s?sheet|project|product|guide"
_CREDIT = re.compile(
    rf"(?im)(?:^|[.;|(]\s|\b(?:was|is|were)\s)[\W_]*(?:(?:{_DEED})\s(?:jointly\s)?by\s?:?"
    rf"|(?:an?\s(?:[\w-]+\s)?|this\s(?:[\w-]+\s)?)?(?:{_SORT})(?:\s(?:to|for)(?:\s\w+){{1,4}})?\s(?:by|from|of)\b\s?:?"
    r"|(?:author|authors|prepared\sby|recorder|reporter|contact|media\scontact|press\scontact|contacts|office|source\sof\sthis\spaper"
    r"|respectfully\ssubmitted)\s?:|by\b|©\s?(?:\d{4})?|copyright\s(?:©\s?)?(?:\d{4})?)[ \t]*(?:\n[ \t]*)?"
    r"(?P<who>(?:the\s)?[^\n.;:|]{3,110})"
)
_MINUTES_OF = re.compile(
    r"(?i:\b(?:minutes|proceedings)\sof\s(?:(?:the|a|an|regular|special|monthly|joint|annual)\s)*(?:meeting\sof\s(?:the\s)?)?)"
    r"(?P<who>[A-Z][^\n]{3,90})$"
)
_TAKEN_DOWN = re.compile(r"(?i:\bdeposition of\b|\btranscript\b|^(?:public |joint )?hearing\b|\bhearing before\b|^before the$)")
_OF_WHOM = re.compile(
    r"(?i:\b(?:declaration|affidavit|testimony|statement|remarks|speech)\s(?:of|by)\s(?:the\s)?)"
    r"(?P<who>[A-Z][^\n]{3,110}?)(?i:\s(?:on|about|regarding|concerning)\s.*)?$"
)
_STATED = re.compile(
    r"(?:(?i:(?:prepared|opening|written)\s)?(?:STATEMENT|TESTIMONY|Statement|Testimony)\s(?i:of)\s(?i:the\s)?)(?P<who>[A-Z][^\n]{3,110})$"
)
_DEPONENT = re.compile(r"(?i:\bdeposition\sof\s(?:the\s)?)(?P<who>[A-Z\d][^\n]{3,90})$", re.MULTILINE)
# "A. I am the Branch Chief for Harbor Watch."
_SWORN = re.compile(
    r"(?im:^[\s\d]*(?:A|Answer|THE\s(?:WITNESS|DEPONENT))[.:]\s+)(?:[Il1L|]\s?am(?:\scurrently)?|I['’]m)\s(?:the|an?)\s"
    r"(?P<rank>(?:[A-Z][\w’'-]*\s?){1,6}?)(?:,?\s(?:for|of|at|in|with)\s(?:the\s)?(?P<house>(?:(?:[A-Z][\w.&’'-]*|and|of|for|the)\s?){1,9}))?\s?[.,;]"
)
_EARLY = 2500  # characters in which whoever is examined says who he is


@dataclass(frozen=True, slots=True)
class Paper:
    """What of a paper can tell who wrote it. `above` are the lines over its title, `below` those under it, `margins` the lines
    printed again on its pages, `foot` the last lines of its text; `text` is all of it. `for_public`: talking points,
    questions and answers or a press release, which an agency keeps of its own more than of others'."""

    title: str
    above: tuple[str, ...]
    below: tuple[str, ...]
    margins: tuple[str, ...]
    foot: tuple[str, ...]
    text: str
    for_public: bool = False


def printed(paper: Paper, own: Names) -> Iterable[tuple[str, str, str]]:
    """(name, kind, why) of everybody the paper names as its writer, the surest first."""
    if any(_TAKEN_DOWN.search(line) for line in (paper.title, *paper.below[:4]) if len(line.split()) <= LONGEST):
        yield from _heard(paper, own)
        return  # a court's or a committee's head stands above what others say
    above = "\n".join(line for line in paper.above if not NO_OFFICE.search(line))
    speaks = _OF_WHOM.search(paper.title)
    if speaks:
        yield speaks["who"].strip(" ,"), kind_of(DATE_TAIL.sub("", speaks["who"]), own), "named in the title as who speaks"
    if not speaks or kind_of(above, own) not in ("court", "congress"):  # before whom it is said stands there
        names = (office_in(line, own) for line in paper.above)
        yield next((name for name in names if name), ""), kind_of(above, own), "stands above the title"
    for pattern in (_MINUTES_OF, _OF_WHOM):
        if (found := pattern.search(paper.title)) and (name := DATE_TAIL.sub("", found["who"]).strip(" ,")):
            yield name, kind_of(name, own), "named in the title as its writer"
    if is_office(paper.title, by_head=True) and not is_named(paper.title, own.program):
        yield paper.title, kind_of(paper.title, own), "an office heads it"
    head = re.split(r"\s[-–—|]\s|:\s", paper.title)[0]
    if any(head.casefold().startswith(name.casefold()) for name in own.program) and is_office(head):
        yield head, kind_of(head, own), "an office of the program heads it"
    house = re.split(r"\s[-–—|]\s", paper.title)[0]
    if house != paper.title and is_office(house) and kind_of(house, own) == AGENCY:
        yield house, AGENCY, "its office stands before the title"
    ends = "\n".join((*paper.below[: 2 * _REACH], "", *paper.foot))
    for found in _CREDIT.finditer(ends):
        printed = found.group().lstrip(" .;|(_-\n\t")
        name = name_in(found["who"], own) if not printed[:1].islower() or printed.startswith(("is ", "was ", "were ")) else ""
        if name:
            yield name, kind_of(name, own), "named as its writer"
    for line in (*paper.below[:_REACH], *paper.margins, *paper.foot[-3:]):
        name = office_in(line, own)
        if name:
            yield name, kind_of(name, own), "an office line"


def _heard(paper: Paper, own: Names) -> Iterable[tuple[str, str, str]]:
    """Who alone makes a statement in a hearing, or whose answers a deposition takes down, with the kind their words give them."""
    short = [line.strip() for line in paper.text.split("\n") if len(line.split()) <= LONGEST]
    made = {DATE_TAIL.sub("", found["who"]).strip(" ,.:") for line in short if (found := _STATED.match(line))}
    if len(made) == 1:
        yield (who := made.pop()), kind_of(who, own), "makes the statement"
    heads = "\n".join((paper.title, *paper.below[:4]))
    deponent, rank = _DEPONENT.search(heads), _SWORN.search(paper.text[:_EARLY])
    if deponent and rank:
        house = ", ".join(part for part in (rank["rank"], rank["house"]) if part)
        yield DATE_TAIL.sub("", deponent["who"]).strip(" ,.:"), kind_of(house, own), "says so on oath"
