"""Whether it is told what a sentence is about: papers that never name the program, and papers of other programs beside them.

Every sentence of a labelled paper is marked `+` (about the program), `-` (about another thing) or `.` (says nothing of either).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from measuring.figures import Figure, Section
from measuring.weights import Point
from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.cueing.sight import named_in
from pipeline.extractors.subjects import ties
from pipeline.labels import Row
from pipeline.ports import ClaimExtractor, Parser
from pipeline.records.document import Document
from pipeline.records.finding import Claim
from pipeline.records.language import Passage
from pipeline.records.topic import Company, Topic

PART = "subjects"
NOTE = (
    "  Papers that never name the program, papers of other programs, and both in one; held-out papers only, whose sentences\n"
    "  were marked before the rules were written. Their author wrote the rules too."
)
LEADS = 0.25  # share of the release's other papers that name the program, from which they are taken to be about it


@dataclass(frozen=True, slots=True)
class Marked:
    """One sentence: its mark, how it was tied, and how many claims were taken from it."""

    paper: str
    mark: str
    text: str
    tie: ties.Tie
    claims: int


def read(row: Row, topic: Topic, parser: Parser, extractor: ClaimExtractor) -> Iterator[Marked]:
    """The marked sentences of one labelled paper."""
    text, lines = _text(row)
    paper, kept = _document(row), _company(row["company"])
    sentences = [one for one in parser.parse(text) if one.tokens]
    spoken = []
    for order, one in enumerate(sentences):
        view = view_of(one)
        gap = order == 0 or "\n\n" in text[sentences[order - 1].end - 1 : one.start + 1]
        spoken.append((view, bool(named_in(view, topic.terms)), gap))
    tied = ties.ties_of(paper, spoken, topic, kept)
    claims: tuple[Claim, ...] = ()
    if extractor.concerns(paper, parser.words(text), topic, kept):
        claims = extractor.extract(paper, (Passage("p1", 1, text, parser.parse(text)),), topic, (), kept)
    for start, end, mark in lines:
        at = max(range(len(sentences)), key=lambda at: _shared(sentences[at].start, sentences[at].end, start, end))
        taken = sum(1 for claim in claims if not claim.faint and 2 * _shared(claim.start, claim.end, start, end) > end - start)
        yield Marked(row["id"], mark, text[start:end], tied[at], taken)


def measure(rows: list[Row], topic: Topic, parser: Parser, extractor: ClaimExtractor) -> Section:
    """How many of the sentences about the program are read as such, of how many read, and of how many claims are taken."""
    told = [one for row in rows for one in read(row, topic, parser, extractor)]
    counts: Counter[tuple[str, str]] = Counter()
    for one in told:
        counts[one.mark, "all"] += 1
        counts[one.mark, "tied"] += one.tie.strength >= ties.LEAST
        counts[one.mark, "claimed"] += one.claims > 0
    taken = counts["+", "tied"] + counts["-", "tied"]
    claimed = counts["+", "claimed"] + counts["-", "claimed"]
    wrong = [
        f"{one.paper} {one.mark} {one.tie.strength:.2f} {one.text}"
        for one in told
        if (one.mark == "+") != (one.tie.strength >= ties.LEAST)
    ]
    return Section(
        "What a sentence is about",
        NOTE,
        (
            Figure(PART, "read of those about the program", counts["+", "tied"], counts["+", "all"]),
            Figure(PART, "about the program of those read", counts["+", "tied"], taken),
            Figure(PART, "about the program of those claimed from", counts["+", "claimed"], claimed),
        ),
        "",
        tuple(wrong),
    )


def points(rows: list[Row], read_in_releases: list[Row], topic: Topic, parser: Parser, extractor: ClaimExtractor) -> list[Point]:
    """What the weights of `ties` are fitted on: the sentences of these papers, and those of whole releases (`about.jsonl`)."""
    told = [one for row in rows for one in read(row, topic, parser, extractor) if one.tie.evidence]
    found = [Point("", one.mark == "+", dict(one.tie.evidence)) for one in told]
    return found + [Point(row["release"], row["about"], row["evidence"]) for row in read_in_releases]


def _text(row: Row) -> tuple[str, list[tuple[int, int, str]]]:
    """The running text, and where each marked sentence stands in it."""
    text, lines = "", []
    for mark, line in row["lines"]:
        if mark in "+-":
            lines.append((len(text), len(text) + len(line), mark))
        text += f"{line}\n"
    return text, lines


def _document(row: Row) -> Document:
    return Document(
        row["id"], "labels", row["id"], 1, 1, row["kind"], row["title"], "", "", "", row["author"], row["author_kind"],
        tuple(row["recipients"]), tuple(row["cc"]), row["audience"], "", "", "", 1.0,
    )  # fmt: skip


def _company(kept: Row) -> Company:
    return Company(False, kept["thread"], kept["file"], kept["release"] >= LEADS)


def _shared(start: int, end: int, other: int, until: int) -> int:
    return min(end, until) - max(start, other)
