"""Invented papers released more than once - copied, hidden otherwise, redrafted, cut down, filled in anew - and their kinship.

Pairs are judged: a pair of documents is right where both stand in a family of the true kind. Papers come from one of the two
families of layouts, so that the score is taken on layouts that were not in sight.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from random import Random

from measuring import wordstock as w
from measuring.figures import Section, found_and_right
from measuring.laid_out import laid_out
from measuring.papers import LINES, Paper, paged
from measuring.streams import FAMILIES, RELEASE
from pipeline.records.document import Document
from pipeline.records.page import Page
from pipeline.records.source import File
from pipeline.stages.relate import Params, relate
from pipeline.stages.segment import Params as Cutting
from pipeline.stages.segment import segment

CODES = ("(b)(5)", "(b)(6), (b)(7)(C)", "(b)(7)(E)")
PAPERS = 150
LONG = 25  # lines: shorter papers are not cut down


@dataclass(frozen=True, slots=True)
class Issued:
    """One issue of a paper. Papers of one `record` are copies or versions; of one `form` they share a template."""

    lines: list[str]
    record: int
    part_of: int = -1
    form: int = -1


def measure(family: str) -> Section:
    """Precision, recall and F1 of pairs by kind of kinship."""
    part = f"families of {family} layouts"
    issued = _issued(family)
    records = tuple(_document(one, number) for number, one in enumerate(issued))
    kinship = relate(tuple((document, pages, ()) for document, pages in records), Params())
    place = {document.id: number for number, (document, _) in enumerate(records)}
    found: dict[str, set[tuple[int, int]]] = {"same record": set(), "template": set(), "excerpt": set()}
    for one in kinship.families:
        if one.page_ids:
            continue
        kind = "same record" if one.kind in ("copy", "version") else one.kind
        numbers = sorted(place[key] for key in one.document_ids)
        longest = max(numbers, key=lambda number: len(" ".join(issued[number].lines)))
        pairs = combinations(numbers, 2)
        found[kind] |= {pair for pair in pairs if kind != "excerpt" or longest in pair}
    true = _true(issued)
    found["template"] -= true["same record"]
    details = [f"    {kind}: {'extra' if pair in found[kind] else 'missed'} {[issued[n].lines[:3] for n in pair]}"
               for kind in true for pair in sorted(found[kind] ^ true[kind])]  # fmt: skip
    figures = [
        figure
        for kind in true
        for figure in found_and_right(part, kind, len(found[kind] & true[kind]), len(found[kind]), len(true[kind]))
    ]
    count: Counter[str] = Counter()
    for kind in true:
        count.update({"right": len(found[kind] & true[kind]), "found": len(found[kind]), "true": len(true[kind])})
    figures += found_and_right(part, "all kinds", count["right"], count["found"], count["true"])
    return Section(
        f"Families of documents, {family} layouts", f"  {len(issued)} documents.", tuple(figures), details=tuple(details)
    )


def _true(issued: list[Issued]) -> dict[str, set[tuple[int, int]]]:
    true: dict[str, set[tuple[int, int]]] = {"same record": set(), "template": set(), "excerpt": set()}
    for (left, one), (right, other) in combinations(enumerate(issued), 2):
        if one.record == other.record:
            true["same record"].add((left, right))
        elif one.form == other.form != -1:
            true["template"].add((left, right))
        elif one.record == other.part_of or other.record == one.part_of:
            true["excerpt"].add((left, right))
    return true


def _issued(family: str) -> list[Issued]:
    chance = Random(f"kin {family}")
    made: list[Issued] = []
    for number in range(PAPERS):
        paper: Paper = chance.choice(FAMILIES[family])(chance)
        lines = [line for page in paper.pages for line in page]
        if paper.kind in ("withheld-page", "table", "form") or len(" ".join(lines).split()) < 60:
            continue
        made.append(Issued(lines, number))
        turn = chance.random()
        if turn < 0.2:
            made.append(Issued([w.misread(line, 0.004, chance) for line in lines], number))
        elif turn < 0.45:
            made += [Issued(_hidden(lines, chance), number) for _ in range(chance.randint(1, 2))]
        elif turn < 0.6:
            made.append(Issued(_redrafted(lines, chance), number))
        elif turn < 0.75 and len(lines) > LONG * 3:
            at = chance.randrange(len(lines) // 3, len(lines) - LONG)
            made.append(Issued([w.heading(chance), "", *lines[at : at + LONG]], PAPERS + number, part_of=number))
    for form in range(6):
        made += _filled_in(form, chance)
    chance.shuffle(made)
    return made


def _hidden(lines: list[str], chance: Random) -> list[str]:
    """Runs of words replaced by codes, other ones each time."""
    out = []
    for line in lines:
        words = line.split(" ")
        if len(words) > 5 and chance.random() < 0.18:
            at = chance.randrange(1, len(words) - 3)
            words[at : at + chance.randint(2, 6)] = [chance.choice(CODES)]
        out.append(" ".join(words))
    return out


def _redrafted(lines: list[str], chance: Random) -> list[str]:
    """A draft: a paragraph more, some lines worded anew."""
    out = [w.sentence(chance) if len(line) > 60 and chance.random() < 0.08 else line for line in lines]
    at = chance.randrange(len(out) // 2, len(out))
    return [*out[:at], "", *w.paragraph(chance, 2), "", *out[at:]]


def _filled_in(form: int, chance: Random) -> list[Issued]:
    """One agreement made with several parties on different days."""
    body = [w.paragraph(chance, chance.randint(3, 6)) for _ in range(chance.randint(5, 12))]
    office = chance.choice(w.OFFICES)
    made = []
    for number, county in enumerate(chance.sample(w.COUNTIES, chance.randint(2, 5))):
        when = w.day(chance)
        lines = ["MEMORANDUM OF AGREEMENT", f"BETWEEN THE {office.upper()}", f"AND THE {county.upper()} COUNTY SHERIFF", ""]
        lines += [
            f"This agreement is made on {when:%B} {when.day}, {when.year} by the {office} and the",
            f"sheriff of {county} County.",
            "",
        ]
        for order, part in enumerate(body, 1):
            lines += [f"{order}. The {county} County Sheriff agrees.", *part, ""]
        lines += [f"Signed for {county} County by {w.person(chance)}", f"Date: {when:%m/%d/%Y}"]
        made.append(Issued(lines, 2 * PAPERS + form * 10 + number, form=form))
    return made


def _document(one: Issued, number: int) -> tuple[Document, tuple[Page, ...]]:
    file_id = f"{number:016x}"
    texts = [
        "\n".join([*page, "", f"EX FOIA 11-2233.{number * 40 + n:07d}"]) for n, page in enumerate(paged(one.lines, size=LINES))
    ]
    pages = tuple(laid_out(text, n, file_id) for n, text in enumerate(texts, 1))
    file = File(file_id, RELEASE.id, f"{number}.pdf", "0" * 64, 1, "application/pdf")
    first = segment(file, RELEASE, pages, Cutting()).documents[0]
    return Document(**{name: getattr(first, name) for name in Document.__slots__} | {"last_page": len(pages)}), pages
