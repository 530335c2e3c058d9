"""What each cue and each example of a topic file does: for `foia topic check`.

Every example is read by the rules (and by the topic's trained model where there is one) and set against what it is meant to
show. Every cue is looked for in every example and every labelled statement, so that idle cues and overlaps come to light.
Where there are labels, what was found is counted for each subject, stance and part (development, held-out).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from pipeline import labels
from pipeline.engines.language import SpacyParser
from pipeline.extractors.counts.numbers import numbers_in
from pipeline.extractors.cueing import cues, matching
from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.cueing.sight import Sight, forms_of, named_in
from pipeline.extractors.subjects.evidence import vocabulary_of
from pipeline.labels import Reader, Row
from pipeline.records.finding import Claim
from pipeline.records.language import Sentence
from pipeline.records.topic import Metric, Topic
from pipeline.topic_remarks import given, remarks
from pipeline.topic_report import Count, CueUse, Entry, Example, Report, entries_of

SHORTEST = 4  # letters; shorter words are not looked up
_FORMER = "former"  # what "no longer" says of before is not what an example is about

Written = dict[tuple[str, str], tuple[str, ...]]  # patterns as the file has them, by subject and kind


def check(topic: Topic, written: Written, rows: list[Row], parser: SpacyParser, rules: Reader, model: Reader | None) -> Report:
    """The report on one topic.

    `written` gives the patterns as the file has them, by subject and kind; `rows` are labelled statements, [] for none;
    `rules` reads with the rules alone, `model` as the pipeline does where a model is there.
    """
    examples = tuple(_examples(topic, rules, model))
    uses = tuple(_uses(topic, written, examples, rows, parser))
    counts = tuple(_counts(topic, rows, model or rules))
    wrong = tuple(
        f"{one.subject}: the example {one.text!r} is to give {_meant(one)} and gives {given(one.rules)}."
        for one in examples
        if not one.right
    )
    told = remarks(topic, examples, uses, rows)
    return Report(topic.id, bool(topic.model), len(rows), examples, uses, counts, wrong, told)


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


def _meant(one: Example) -> str:
    return {"neither": "nothing", "number": "a number"}.get(one.wanted, one.wanted)
