"""The claims and contradictions that come out of the sample release, against its truth."""

from __future__ import annotations

from collections import Counter
from typing import Any

from measuring import pairs
from measuring.figures import Figure, Section
from pipeline.patterns.sense.letters import letters, runs
from pipeline.ports import ContradictionScorer
from pipeline.records.finding import Claim
from pipeline.records.topic import Topic
from pipeline.stages.compare import CONTRADICTIONS, REVIEW, SHIFT
from pipeline.store import Reader

Truth = dict[str, Any]
SHOWN = (*CONTRADICTIONS, SHIFT)


def measure(reader: Reader, names: dict[str, str], truth: Truth) -> Section:
    """Statements are met on their page by most of their words; pairs by the words of both sides."""
    part = "claims and pairs on the sample"
    claims: list[Claim] = [claim for _, found in reader.units("claims") for claim in found if not claim.faint]
    by_page: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        by_page.setdefault((names[claim.file_id], int(claim.page_id.rpartition("-p")[2])), []).append(claim)
    met: dict[str, list[Claim]] = {}
    right: set[str] = set()
    spared: set[str] = set()
    wanted = [one for one in truth["statements"] if one["role"] == "claim"]
    for one in truth["statements"]:
        near = [claim for claim in by_page.get((one["file"], one["page_no"]), []) if _same_words(one["quote"], claim.quote)]
        if one["role"] == "claim":
            met[one["key"]] = [claim for claim in near if _same_matter(one, claim)]
            right |= {claim.id for claim in met[one["key"]]}
        elif one["role"] == "open":
            spared |= {claim.id for claim in near}
        else:
            met[one["key"]] = near
    hit = [one for one in wanted if met[one["key"]]]
    judged = [claim for claim in claims if claim.id in right or claim.id not in spared]
    neutral = [one for one in truth["statements"] if one["role"] == "neutral"]
    figures = [
        Figure(part, "labelled claims found", len(hit), len(wanted)),
        Figure(part, "found claims that are labelled so", len(right), len(judged)),
        Figure(
            part,
            "neutral statements left alone",
            sum(not ({c.id for c in met[n["key"]]} - right) for n in neutral),
            len(neutral),
        ),
        Figure(
            part, "status right, of claims found", sum(any(c.status == o["status"] for c in met[o["key"]]) for o in hit), len(hit)
        ),
    ]
    return Section("Claims and contradictions on the sample", "", (*figures, *_pairs(part, reader, claims, met, truth)))


def measure_scorer(truth: Truth, topic: Topic, scorer: ContradictionScorer) -> Section:
    """The scorer alone on the sample's statements as its truth gives them: by another hand than the labelled pairs."""
    part = "pairs of the sample, claims as its truth has them"
    stated = {one["key"]: pairs.claim_of(one["key"], one, topic) for one in truth["statements"] if one["role"] == "claim"}

    def kind(row: Truth) -> str:
        sides = tuple(stated[row[side]] for side in ("left", "right") if row[side] in stated)
        return pairs.kind_found(sides, topic, scorer)

    rows, alike = truth["contradictions"], truth["not_contradictions"]
    alike = [row for row in alike if row["left"] in stated and row["right"] in stated]
    figures = (
        Figure(part, "contradictions, disputes and shifts found", sum(kind(row) == row["kind"] for row in rows), len(rows)),
        Figure(part, "look-alikes of two claims left alone", sum(kind(row) not in SHOWN for row in alike), len(alike)),
    )
    return Section("Contradictions on the sample's statements as its truth has them", "", figures)


def rows(truth: Truth) -> list[dict[str, Any]]:
    """The pairs of the sample's truth in the form of labelled pairs, of which both sides are claims; all were in sight."""
    stated = {one["key"]: one for one in truth["statements"] if one["role"] == "claim"}
    known = [*((row, row["kind"]) for row in truth["contradictions"]), *((row, "none") for row in truth["not_contradictions"])]
    return [
        {"id": f"sample: {row['left']}, {row['right']}", "split": pairs.DEVELOPMENT, "expected": wanted}
        | {side: stated[row[side]] for side in ("left", "right")}
        for row, wanted in known
        if row["left"] in stated and row["right"] in stated
    ]


def _same_words(true: str, found: str) -> bool:
    """Whether one quote holds most of the other's words: the page may have been read with errors, quotes cut differently."""
    one, other = Counter(_words(true)), Counter(_words(found))
    return sum((one & other).values()) >= 0.7 * min(sum(one.values()), sum(other.values())) > 0


def _words(text: str) -> list[str]:
    return [word for word in runs(text) if len(word) > 1]


def _same_matter(one: Truth, claim: Claim) -> bool:
    if one["metric"]:
        return (
            claim.metric == one["metric"]
            and claim.value is not None
            and abs(claim.value - one["value"]) <= 1e-6 * max(1.0, one["value"])
        )
    return bool(claim.proposition == one["proposition"] and claim.stance == one["stance"])


def _pairs(part: str, reader: Reader, claims: list[Claim], met: dict[str, list[Claim]], truth: Truth) -> list[Figure]:
    """Pairs are compared by their words, since copies of one record are shown as one."""
    words = {claim.id: letters(claim.quote) for claim in claims}
    made = {
        (frozenset((words[o.left_claim_id], words[o.right_claim_id])), o.kind)
        for _, found in reader.units("compare")
        for o in found
        if o.standing != REVIEW
    }
    listed = {pair for pair, kind in made if kind in SHOWN}

    def options(row: Truth) -> set[frozenset[str]]:
        return {frozenset((words[a.id], words[b.id])) for a in met.get(row["left"], ()) for b in met.get(row["right"], ())}

    def came_out(row: Truth) -> bool:
        return any((option, row["kind"]) in made for option in options(row))

    rows, alike = truth["contradictions"], truth["not_contradictions"]
    reachable = [row for row in rows if options(row)]
    return [
        Figure(part, "labelled contradictions, disputes and shifts found", sum(map(came_out, rows)), len(rows)),
        Figure(part, "the same, of those whose two claims were found", sum(map(came_out, reachable)), len(reachable)),
        Figure(part, "labelled look-alikes left alone", sum(not options(row) & listed for row in alike), len(alike)),
    ]
