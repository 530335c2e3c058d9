"""Contradictions: labelled pairs, with the claims as labelled (the scorer alone) and from their words (the whole line)."""

from __future__ import annotations

from collections import Counter
from typing import Any

from measuring.figures import Figure, Section, found_and_right
from measuring.statements import Reader, matters
from pipeline.ports import ContradictionScorer
from pipeline.records.finding import Claim
from pipeline.records.topic import Topic
from pipeline.stages.compare import Params, buckets, compare

Row = dict[str, Any]
SCORER, WHOLE = "pairs, claims as labelled", "pairs, from the words"
NOTE = "  Claims are given as labelled, so only the scorer is measured. Written by the authors: such figures overstate the truth."
WHOLE_NOTE = "  Both sentences are read by the extractor first. A pair counts as found when the labelled kind comes out."


def claim_of(name: str, side: Row, topic: Topic) -> Claim:
    """The claim a labelled side describes. Sides of one `place` stand in one sentence, others in documents of their own."""
    date = side["date"]
    place = f"place-{side['place']}" if side.get("place") else name
    start = 0
    return Claim(
        id=name, page_id=f"{place}-p1", document_id=place, file_id=place, release_id="labels", topic=topic.id,
        proposition=side.get("proposition", ""), metric=side.get("metric", ""), stance=side.get("stance", ""),
        status=side["status"], value=side.get("value"), bound=side.get("bound", ""), unit=side.get("unit", ""),
        quote=side["quote"], start=start, end=start + len(side["quote"]), speaker=side["speaker"],
        speaker_kind=side["speaker_kind"], addressee="", date=date,
        date_precision={10: "day", 7: "month", 4: "year"}.get(len(date), ""), jurisdiction=side.get("jurisdiction", ""),
        period=side.get("period", ""), population=side.get("population", ""), audience=side["audience"],
        announced=side.get("announced", False), confidence=0.9, extractor="label", reasons=(),
    )  # fmt: skip


def kind_found(claims: tuple[Claim, ...], topic: Topic, scorer: ContradictionScorer) -> str:
    """The kind of the best finding over every bucket of these claims, or none."""
    best = [one for bucket in buckets(claims, topic).values() for one in compare(bucket, topic, scorer, Params())]
    return max(best, key=lambda one: (one.score, one.id)).kind if best else "none"


def measure_scorer(rows: list[Row], topic: Topic, scorer: ContradictionScorer) -> Section:
    """The scorer and the comparing stage on claims as labelled."""
    found = {}
    for row in rows:
        sides = tuple(claim_of(f"{row['id']}-{side}", row[side], topic) for side in ("left", "right"))
        found[row["id"]] = kind_found(sides, topic, scorer)
    return _section("Contradictions on labelled pairs", NOTE, SCORER, rows, found)


def measure_whole(rows: list[Row], topic: Topic, scorer: ContradictionScorer, read: Reader) -> Section:
    """The same pairs from their words. Pairs that share a sentence are left out: their halves do not stand alone."""
    alone = [row for row in rows if not row["left"].get("place")]
    found, read_right = {}, 0
    for row in alone:
        claims: tuple[Claim, ...] = ()
        for side in ("left", "right"):
            label = row[side]
            context = {"date": label["date"], "author": label["speaker"], "author_kind": label["speaker_kind"]}
            context |= {"audience": label["audience"], "title": topic.title, "kind": "memo"}
            mine = read(f"{row['id']}-{side}", label["quote"], context)
            read_right += any(matters(label, claim) for claim in mine)
            claims += mine
        found[row["id"]] = kind_found(claims, topic, scorer)
    section = _section("Contradictions from the words of labelled pairs", WHOLE_NOTE, WHOLE, alone, found)
    sides = Figure(WHOLE, "sentences read as labelled", read_right, 2 * len(alone))
    return Section(section.title, section.note, (sides, *section.figures), details=section.details)


def _section(title: str, note: str, part: str, rows: list[Row], found: dict[str, str]) -> Section:
    figures: list[Figure] = []
    for name, kinds in (("contradictions", {"stance", "number", "data"}), ("shifts", {"shift"})):
        wanted = sum(row["expected"] in kinds for row in rows)
        got = sum(kind in kinds for kind in found.values())
        right = sum(row["expected"] in kinds and found[row["id"]] == row["expected"] for row in rows)
        figures += found_and_right(part, name, right, got, wanted)
    traps: dict[str, Counter[str]] = {}
    for row in rows:
        if row["expected"] == "none":
            quiet = found[row["id"]] == "none"
            traps.setdefault(row["trap"], Counter()).update({"rows": 1, "quiet": int(quiet)})
    figures.append(
        Figure(part, "look-alikes left alone", sum(n["quiet"] for n in traps.values()), sum(n["rows"] for n in traps.values()))
    )
    figures += [Figure(part, f"left alone, {trap}", n["quiet"], n["rows"]) for trap, n in sorted(traps.items())]
    wrong = [row for row in rows if found[row["id"]] != row["expected"]]
    details = tuple(
        f"  {row['id']}: {found[row['id']]} for {row['expected']} ({row['why']}): "
        f"{row['left']['quote']} | {row['right']['quote']}"
        for row in wrong
    )
    return Section(title, note, tuple(figures), details=details)
