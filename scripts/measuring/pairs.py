"""Contradictions: labelled pairs, with the claims as labelled (the scorer alone) and from their words (the whole line)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from measuring import calibration
from measuring.figures import Figure, Section, found_and_right
from pipeline.labels import Reader, matters
from pipeline.ports import ContradictionScorer
from pipeline.records.finding import Claim
from pipeline.records.topic import Topic
from pipeline.stages.compare import CONTRADICTIONS, LISTED, RELATED, REVIEW, SHIFT, Params, buckets, compare

Row = dict[str, Any]
SCORER, WHOLE = "pairs, claims as labelled", "pairs, from the words"
KINDS = CONTRADICTIONS
_FIRST = ("", RELATED, REVIEW, SHIFT, LISTED)  # where a pair has several findings, the later of these is what is shown
DEVELOPMENT, HELD_OUT = "development", "held-out"
NOTE = "  Claims are given as labelled, so only the scorer is measured. Written by the authors: such figures overstate the truth."
WHOLE_NOTE = "  Both sentences are read by the extractor first. A pair counts as found when the labelled kind comes out."
TOP = 50
# The labels name whom a statement was made to more finely than the program tells.
_AUDIENCES = {"state": "state-local", "local": "state-local", "agency": "", "court": "", "press": "public", "foreign": ""}


def claim_of(name: str, side: Row, topic: Topic) -> Claim:
    """The claim a labelled side describes, certain. Sides of one `place` stand in one sentence."""
    date = side["date"]
    place = f"place-{side['place']}" if side.get("place") else name
    start, bound = 0, side.get("bound", "").replace("at-most", "less-than")
    return Claim(
        id=name, page_id=f"{place}-p1", document_id=place, file_id=place, release_id="labels", topic=topic.id,
        proposition=side.get("proposition", ""), metric=side.get("metric", ""), stance=side.get("stance", ""),
        status=side["status"], value=side.get("value"), bound=bound, unit=side.get("unit", ""),
        quote=side["quote"], start=start, end=start + len(side["quote"]), speaker=side["speaker"],
        speaker_kind=side["speaker_kind"].replace("unknown", ""), addressee="", date=date,
        date_precision={10: "day", 7: "month", 4: "year"}.get(len(date), ""), jurisdiction=side.get("jurisdiction", ""),
        period=side.get("period", ""), population=side.get("population", ""),
        audience=_AUDIENCES.get(side["audience"], side["audience"]),
        announced=side.get("announced", False), confidence=1.0, extractor="label", reasons=(),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a pair: the kind of its best finding, or none where it is not shown, its score and where it stands."""

    kind: str
    score: float
    standing: str
    contradiction: str = ""  # the kind, also where it is only laid aside for review


def outcome(claims: tuple[Claim, ...], topic: Topic, scorer: ContradictionScorer) -> Outcome:
    """The best finding over every bucket of these claims."""
    best = [one for bucket in buckets(claims, topic).values() for one in compare(bucket, topic, scorer, Params())]
    if not best:
        return Outcome("none", 0.0, "")
    one = max(best, key=lambda one: (_FIRST.index(one.standing), one.score, one.id))
    return Outcome("none" if one.standing == REVIEW else one.kind, one.score, one.standing, one.kind)


def kind_found(claims: tuple[Claim, ...], topic: Topic, scorer: ContradictionScorer) -> str:
    """The kind of the best finding over every bucket of these claims, or none. What is only laid aside for review is none."""
    return outcome(claims, topic, scorer).kind


def measure_scorer(rows: list[Row], topic: Topic, scorer: ContradictionScorer) -> tuple[Section, ...]:
    """The scorer and the comparing stage on claims as labelled, one section per part of the labels."""
    found = {}
    for row in rows:
        sides = tuple(claim_of(f"{row['id']}-{side}", row[side], topic) for side in ("left", "right"))
        found[row["id"]] = outcome(sides, topic, scorer)
    return (*_by_split("Contradictions on labelled pairs", NOTE, SCORER, rows, found), *_reliable(SCORER, rows, found))


def kinds(rows: list[Row], topic: Topic, scorer: ContradictionScorer) -> dict[str, str]:
    """What comes of every pair, claims as labelled, by id: for setting one generation of the scorer against the next."""
    made = {}
    for row in rows:
        sides = tuple(claim_of(f"{row['id']}-{side}", row[side], topic) for side in ("left", "right"))
        made[row["id"]] = kind_found(sides, topic, scorer)
    return made


def changes(rows: list[Row], before: dict[str, str], now: dict[str, str]) -> list[str]:
    """One line per pair that came out otherwise than in the recorded generation; words only of those developed on."""
    made = []
    for row in rows:
        key = row["id"]
        old, new = before.get(key, ""), now[key]
        if old and old != new:
            wanted = row["expected"]
            word = (
                "gain"
                if _right(new, wanted) > _right(old, wanted)
                else "loss"
                if _right(new, wanted) < _right(old, wanted)
                else "other"
            )
            words = f": {row['left']['quote']} | {row['right']['quote']}" if row["split"] == DEVELOPMENT else ""
            made.append(f"  {word} {key}: {old} -> {new}, {wanted} wanted{words}")
    return made


def _right(kind: str, wanted: str) -> bool:
    return kind == wanted or (wanted == "none" and kind not in (*KINDS, SHIFT))


def weights(rows: list[Row], topic: Topic, scorer: ContradictionScorer) -> list[tuple[float, bool]]:
    """Of the development pairs taken for contradictions: what their reasons weigh, and whether they are right."""
    made = []
    for row in rows:
        if row["split"] == DEVELOPMENT:
            left, right = (claim_of(f"{row['id']}-{side}", row[side], topic) for side in ("left", "right"))
            one = scorer.score(left, right, topic)
            if one is not None and one.kind in KINDS:
                rest = (reason.weight for reason in one.reasons if reason.feature not in ("calibration", "confidence"))
                made.append((round(sum(rest), 3), one.kind == row["expected"]))
    return made


def _reliable(part: str, rows: list[Row], found: dict[str, Outcome]) -> tuple[Section, ...]:
    """Of the held-out pairs: whether the chances given were borne out, and what is right at each threshold."""
    expected = {row["id"]: row["expected"] for row in rows if row["split"] == HELD_OUT}
    scored = [
        (one.score, one.contradiction == expected[key])
        for key, one in found.items()
        if key in expected and one.standing in (LISTED, REVIEW)
    ]
    marks = (("listed", Params().listed), ("listed or laid aside for review", Params().review))
    title, name = f"Whether scores hold, {part}, {HELD_OUT}", f"{part}, scores"
    return (calibration.reliability(title, name, scored, marks),) if scored else ()


def measure_whole(rows: list[Row], topic: Topic, scorer: ContradictionScorer, read: Reader) -> tuple[Section, ...]:
    """The same pairs from their words. Pairs that share a sentence are left out: their halves do not stand alone."""
    alone = [row for row in rows if not row["left"].get("place")]
    found, read_right = {}, dict.fromkeys((DEVELOPMENT, HELD_OUT), 0)
    for row in alone:
        claims: tuple[Claim, ...] = ()
        for side in ("left", "right"):
            label = row[side]
            context = {"date": label["date"], "author": label["speaker"], "author_kind": label["speaker_kind"]}
            context |= {"audience": label["audience"], "title": topic.title, "kind": label.get("kind", "memo")}
            mine = read(f"{row['id']}-{side}", label["quote"], context)
            read_right[row["split"]] += any(matters(label, claim) for claim in mine)
            claims += mine
        found[row["id"]] = outcome(claims, topic, scorer)
    sections = _by_split("Contradictions from the words of labelled pairs", WHOLE_NOTE, WHOLE, alone, found)
    made = []
    for section in sections:
        split = section.title.rpartition(", ")[2]
        sides = 2 * sum(row["split"] == split for row in alone)
        first = Figure(_part(WHOLE, split), "sentences read as labelled", read_right[split], sides)
        made.append(Section(section.title, section.note, (first, *section.figures), details=section.details))
    return (*made, *_reliable(WHOLE, alone, found))


def _part(part: str, split: str) -> str:
    """Figures of the held-out rows are the figures; those of the rows developed on carry it in their name."""
    return part if split == HELD_OUT else f"{part}, {split}"


def _by_split(title: str, note: str, part: str, rows: list[Row], found: dict[str, Outcome]) -> tuple[Section, ...]:
    splits = [split for split in (DEVELOPMENT, HELD_OUT) if any(row["split"] == split for row in rows)]
    return tuple(
        _section(f"{title}, {split}", note, _part(part, split), [row for row in rows if row["split"] == split], found)
        for split in splits
    )


def _section(title: str, note: str, part: str, rows: list[Row], found: dict[str, Outcome]) -> Section:
    kinds = {row["id"]: found[row["id"]].kind for row in rows}
    figures: list[Figure] = []
    for name, wanted_kinds in (("contradictions", KINDS), ("shifts", ("shift",))):
        wanted = sum(row["expected"] in wanted_kinds for row in rows)
        got = sum(kind in wanted_kinds for kind in kinds.values())
        right = sum(row["expected"] in wanted_kinds and kinds[row["id"]] == row["expected"] for row in rows)
        figures += found_and_right(part, name, right, got, wanted)
    listed = [row for row in rows if kinds[row["id"]] in KINDS]
    best = sorted(listed, key=lambda row: (-found[row["id"]].score, row["id"]))[:TOP]
    figures.append(
        Figure(part, f"right among the {TOP} highest", sum(kinds[row["id"]] == row["expected"] for row in best), len(best))
    )
    told = [row for row in rows if row["expected"] in (*KINDS, "shift") and kinds[row["id"]] in (*KINDS, "shift")]
    apart = sum((kinds[row["id"]] == "shift") == (row["expected"] == "shift") for row in told)
    figures.append(Figure(part, "shift told from contradiction", apart, len(told)))
    return Section(title, note, (*figures, *_alike(part, rows, kinds)), details=_wrong(rows, found))


def _alike(part: str, rows: list[Row], kinds: dict[str, str]) -> list[Figure]:
    """How often what only looks like a contradiction was taken for one, in all and by what it really is."""
    tallies: dict[str, Counter[str]] = {}
    for row in rows:
        if row["expected"] == "none":
            quiet = kinds[row["id"]] not in KINDS
            tallies.setdefault(row.get("relation") or row["trap"], Counter()).update({"rows": 1, "quiet": int(quiet)})
    total = sum(n["rows"] for n in tallies.values())
    alarms = total - sum(n["quiet"] for n in tallies.values())
    return [
        Figure(part, "look-alikes taken for contradictions", alarms, total, lower_is_better=True),
        *(Figure(part, f"left alone, {name}", n["quiet"], n["rows"]) for name, n in sorted(tallies.items())),
    ]


def _wrong(rows: list[Row], found: dict[str, Outcome]) -> tuple[str, ...]:
    """The rows that came out wrong, of the part that is developed on; the held-out ones are not to be looked at."""
    return tuple(
        f"  {row['id']}: {found[row['id']].kind} for {row['expected']} ({row['why']}): "
        f"{row['left']['quote']} | {row['right']['quote']}"
        for row in rows
        if row["split"] == DEVELOPMENT and found[row["id"]].kind != row["expected"]
    )
