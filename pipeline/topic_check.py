"""What each cue and each example of a topic file does: for `foia topic check`.

Every example is read by the rules (and by the topic's trained model where there is one) and set against what it is meant to
show. Every cue is looked for in every example and every labelled statement, so that idle cues and overlaps come to light.
Where there are labels, what was found is counted for each subject, stance and part (development, held-out).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pipeline import labels
from pipeline.engines.language import SpacyParser
from pipeline.extractors import cues, matching
from pipeline.extractors.grammar import view_of
from pipeline.extractors.numbers import numbers_in
from pipeline.extractors.rules import vocabulary_of
from pipeline.extractors.sight import Sight, forms_of, named_in
from pipeline.labels import Reader, Row
from pipeline.records.finding import Claim
from pipeline.records.language import Sentence
from pipeline.records.topic import Metric, Proposition, Topic

FEWEST = {"affirm": 2, "deny": 2, "neither": 2, "metric": 1}  # examples; below these a subject is called thin
FEWEST_LABELS = 10  # labelled statements of one stance; below this its figures mean little
SHORTEST = 4  # letters; shorter words are not looked up
_FORMER = "former"  # what "no longer" says of before is not what an example is about

Entry = Proposition | Metric
Written = dict[tuple[str, str], tuple[str, ...]]  # patterns as the file has them, by subject and kind


@dataclass(frozen=True, slots=True)
class Example:
    """One example and what came out of it.

    `wanted` is affirm, deny or neither, for a metric number or neither; `rules` and `model` are what was found for the
    subject, and `model` is None where there is none; `also` are other subjects found in it.
    """

    subject: str
    wanted: str
    text: str
    rules: tuple[str, ...]
    model: tuple[str, ...] | None
    also: tuple[str, ...]
    right: bool


@dataclass(frozen=True, slots=True)
class CueUse:
    """Where one cue holds. `kind` is affirm, deny, cues, requires or not_about; `cue` as the file has it.

    `own` and `neither` count examples of its subject, `others` name examples of other subjects; `labelled` counts labelled
    statements, `fitting` those of them whose labels name the subject.
    """

    subject: str
    kind: str
    cue: str
    own: int
    neither: int
    others: tuple[tuple[str, str], ...]
    labelled: int
    fitting: int
    unknown: tuple[str, ...]
    split: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """Labels and findings for one subject, stance ('' for a metric) and part of the labels, in counts."""

    subject: str
    stance: str
    part: str
    labelled: int
    found: int
    right: int


@dataclass(frozen=True, slots=True)
class Report:
    """All about one topic. `wrong` makes the file unfit, `remarks` are for the author to weigh."""

    topic: str
    model: bool
    statements: int
    examples: tuple[Example, ...]
    cues: tuple[CueUse, ...]
    counts: tuple[Count, ...]
    wrong: tuple[str, ...]
    remarks: tuple[str, ...]


def check(topic: Topic, written: Written, rows: list[Row], parser: SpacyParser, rules: Reader, model: Reader | None) -> Report:
    """The report on one topic.

    `written` gives the patterns as the file has them, by subject and kind; `rows` are labelled statements, [] for none;
    `rules` reads with the rules alone, `model` as the pipeline does where a model is there.
    """
    examples = tuple(_examples(topic, rules, model))
    uses = tuple(_uses(topic, written, examples, rows, parser))
    counts = tuple(_counts(topic, rows, model or rules))
    wrong = tuple(
        f"{one.subject}: the example {one.text!r} is to give {_meant(one)} and gives {_given(one.rules)}."
        for one in examples
        if not one.right
    )
    remarks = (
        *_about_examples(topic, examples),
        *_about_cues(uses, bool(rows)),
        *_about_words(uses),
        *_about_labels(topic, rows),
    )
    return Report(topic.id, bool(topic.model), len(rows), examples, uses, counts, wrong, remarks)


def entries_of(topic: Topic) -> tuple[Entry, ...]:
    """Propositions, then metrics."""
    return (*topic.propositions, *topic.metrics)


def _told(topic: Topic) -> Iterable[tuple[Entry, str, str]]:
    """Every example: whose it is, what it is to show, its text."""
    for one in topic.propositions:
        for wanted, texts in (("affirm", one.examples_affirm), ("deny", one.examples_deny), ("neither", one.examples_neither)):
            yield from ((one, wanted, text) for text in texts)
    for metric in topic.metrics:
        for wanted, texts in (("number", metric.examples), ("neither", metric.examples_neither)):
            yield from ((metric, wanted, text) for text in texts)


def _examples(topic: Topic, rules: Reader, model: Reader | None) -> Iterable[Example]:
    for entry, wanted, text in _told(topic):
        said = rules("example", text, {})
        mine = _said_of(entry.id, said)
        also = {claim.proposition or claim.metric for claim in said} - {entry.id}
        judged = None if model is None else _said_of(entry.id, model("example", text, {}))
        yield Example(entry.id, wanted, text, mine, judged, tuple(sorted(also)), _as_meant(wanted, mine))


def _said_of(subject: str, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    here = [claim for claim in claims if subject in (claim.proposition, claim.metric) and claim.status != _FORMER]
    return tuple(sorted({claim.stance or f"{claim.value:.10g}" for claim in here}))


def _as_meant(wanted: str, found: tuple[str, ...]) -> bool:
    return bool(found) if wanted == "number" else found == (() if wanted == "neither" else (wanted,))


def _uses(
    topic: Topic,
    written: Written,
    examples: tuple[Example, ...],
    rows: list[Row],
    parser: SpacyParser,
) -> Iterable[CueUse]:
    vocabulary = vocabulary_of(topic)
    shown = [(one, _sights(parser.parse(one.text), topic, vocabulary)) for one in examples]
    labelled = [(_named_in(row), _sights(parser.parse(row["text"]), topic, vocabulary)) for row in rows]
    told = (*topic.terms, *topic.agencies, *topic.other_programs, *(one.text for one in examples))
    own_words = tuple(word.strip(".,;").lower() for text in told for word in text.split())
    for entry in entries_of(topic):
        unit = entry.unit if isinstance(entry, Metric) else ""
        for kind, patterns in _patterns(entry):
            for text, as_written in zip(patterns, written[entry.id, kind], strict=True):
                cue = cues.compile_cue(text)
                held = [one for one, sights in shown if _holds(cue, sights, unit)]
                naming = [subjects for subjects, sights in labelled if _holds(cue, sights, unit)]
                words = sorted(_words_of(as_written))
                yield CueUse(
                    entry.id, kind, as_written,
                    own=sum(one.subject == entry.id and one.wanted != "neither" for one in held),
                    neither=sum(one.subject == entry.id and one.wanted == "neither" for one in held),
                    others=tuple((one.subject, one.text) for one in held if one.subject != entry.id),
                    labelled=len(naming), fitting=sum(entry.id in subjects for subjects in naming),
                    unknown=tuple(word for word in words if not parser.knows(word) and not _used(word, own_words)),
                    split=tuple(word for word in words if parser.splits(word)),
                )  # fmt: skip


def _used(word: str, own: tuple[str, ...]) -> bool:
    """Whether names and examples of the topic itself hold the word, or one that begins so."""
    return any(one.startswith(word.rstrip("*")) for one in own)


def _patterns(entry: Entry) -> Iterable[tuple[str, tuple[str, ...]]]:
    if isinstance(entry, Metric):
        return (("cues", entry.cues), ("not_about", entry.not_about))
    return (("affirm", entry.affirm), ("deny", entry.deny), ("requires", entry.requires), ("not_about", entry.not_about))


def _sights(sentences: tuple[Sentence, ...], topic: Topic, vocabulary: frozenset[str]) -> tuple[Sight, ...]:
    views = [view_of(sentence) for sentence in sentences if sentence.tokens]
    return tuple(Sight(view, forms_of(view, vocabulary), named_in(view, topic.terms), {}) for view in views)


def _holds(cue: cues.Cue, sights: tuple[Sight, ...], unit: str) -> bool:
    """Whether the cue is found in one of the sentences; `unit` is that of a metric's numbers, '' for a proposition."""
    for sight in sights:
        if any(need.isdisjoint(sight.present) for need in cue.needs):
            continue
        seeing = sight
        if unit:
            numbers = {number.start: number.end for number in numbers_in(sight.view) if number.unit == unit}
            seeing = replace(sight, numbers=numbers)
        if matching.find(cue, seeing):
            return True
    return False


def _words_of(written: str) -> frozenset[str]:
    """The words a pattern itself spells out; names of word lists are looked at where they are written."""
    plain = " ".join(
        "x" if piece.startswith("@") and piece not in ("@topic", "@named", "@place") else piece for piece in _pieces(written)
    )
    return cues.literals(cues.compile_cue(plain)) - {"x"}


def _pieces(written: str) -> list[str]:
    for sign in "()|?~&!>":
        written = written.replace(sign, f" {sign} ")
    return written.split()


def _named_in(row: Row) -> set[str]:
    return {label.get("proposition") or label["metric"] for label in (*row["expected"], *row["tolerated"])}


def _counts(topic: Topic, rows: list[Row], read: Reader) -> Iterable[Count]:
    tally: Counter[tuple[str, str, str, str]] = Counter()
    for row in rows:
        result = labels.judge(row, read(row["id"], row["text"], row["context"]))
        for label, _ in result["right"]:
            tally.update(_keys(label, row["split"], "labelled", "found", "right"))
        for label in result["missing"]:
            tally.update(_keys(label, row["split"], "labelled"))
        for claim in result["extra"]:
            tally[claim.proposition or claim.metric, claim.stance if claim.proposition else "", row["split"], "found"] += 1
    for entry in entries_of(topic):
        for stance in ("",) if isinstance(entry, Metric) else ("affirm", "deny"):
            for part in labels.SPLITS:
                n = {name: tally[entry.id, stance, part, name] for name in ("labelled", "found", "right")}
                if any(n.values()):
                    yield Count(entry.id, stance, part, **n)


def _keys(label: Row, part: str, *names: str) -> list[tuple[str, str, str, str]]:
    subject = label.get("proposition") or label["metric"]
    return [(subject, label["stance"] if label.get("proposition") else "", part, name) for name in names]


def _about_examples(topic: Topic, examples: tuple[Example, ...]) -> Iterable[str]:
    having = Counter((one.subject, one.wanted) for one in examples)
    for entry in entries_of(topic):
        wanted = ("number", "neither") if isinstance(entry, Metric) else ("affirm", "deny", "neither")
        for name in wanted:
            least = FEWEST["metric" if isinstance(entry, Metric) else name]
            if having[entry.id, name] < least:
                yield f"{entry.id}: {having[entry.id, name]} examples for {name}, write at least {least}."
    for one in examples:
        if one.also:
            yield f"{one.subject}: the example {one.text!r} also gives {', '.join(one.also)}. Is that meant?"
        if one.model is not None and one.model != one.rules:
            yield f"{one.subject}: with the trained model the example {one.text!r} gives {_given(one.model)}."


def _about_cues(uses: tuple[CueUse, ...], with_labels: bool) -> Iterable[str]:
    for one in uses:
        where = f"{one.subject}, {one.kind} {one.cue!r}"
        if not (one.own or one.neither or one.others or one.labelled):
            places = "no example and no labelled statement" if with_labels else "no example"
            yield f"{where}: holds in {places}. Write an example for it, or drop it."
        if one.kind in ("affirm", "deny", "cues") and one.others:
            subjects = ", ".join(sorted({subject for subject, _ in one.others}))
            yield f"{where}: overlap, also holds in {len(one.others)} examples of {subjects}."
        if one.kind == "not_about" and one.own:
            yield f"{where}: shuts out {one.own} of its own examples."
        for word in one.split:
            yield f"{where}: {word!r} is several words to the parser and never found so. Write it with spaces (non - criminal)."


def _about_words(uses: tuple[CueUse, ...]) -> Iterable[str]:
    """Each word the parser does not know once, with the first cue that has it."""
    seen: dict[str, list[CueUse]] = {}
    for one in uses:
        for word in one.unknown:
            seen.setdefault(word, []).append(one)
    for word, having in sorted(seen.items()):
        first = f"{having[0].subject}, {having[0].kind} {having[0].cue!r}"
        yield f"{word!r} is no word the parser knows; is it spelled right? It stands in {len(having)} cues, first in {first}."


def _about_labels(topic: Topic, rows: list[Row]) -> Iterable[str]:
    if not rows:
        yield "no labelled statements: nothing can be said of how well this topic does (corpus/topics/README.md, step 6)."
        return
    having = Counter(
        (label["proposition"], label["stance"]) for row in rows for label in row["expected"] if label.get("proposition")
    )
    for one in topic.propositions:
        for stance in ("affirm", "deny"):
            if having[one.id, stance] < FEWEST_LABELS:
                number = having[one.id, stance]
                yield f"{one.id}: {number} labelled statements for {stance}, fewer than {FEWEST_LABELS}: figures say little."


def _meant(one: Example) -> str:
    return {"neither": "nothing", "number": "a number"}.get(one.wanted, one.wanted)


def _given(found: tuple[str, ...]) -> str:
    return " and ".join(found) or "nothing"
