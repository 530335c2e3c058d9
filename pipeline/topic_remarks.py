"""What the author of a topic file should weigh: thin examples, cues that are idle or overlap, odd words, few labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pipeline.labels import Row
from pipeline.records.topic import Metric, Topic
from pipeline.topic_report import CueUse, Example, entries_of

FEWEST = {"affirm": 2, "deny": 2, "neither": 2, "metric": 1}  # examples; below these a subject is called thin
FEWEST_LABELS = 10  # labelled statements of one stance; below this its figures mean little


def remarks(topic: Topic, examples: tuple[Example, ...], uses: tuple[CueUse, ...], rows: list[Row]) -> tuple[str, ...]:
    """One sentence for each thing to weigh; `rows` are the labelled statements, [] for none."""
    return (
        *_about_examples(topic, examples),
        *_about_cues(uses, bool(rows)),
        *_about_words(uses),
        *_about_labels(topic, rows),
    )


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
            yield f"{one.subject}: with the trained model the example {one.text!r} gives {given(one.model)}."


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


def given(found: tuple[str, ...]) -> str:
    """The stances or numbers that were found, in words."""
    return " and ".join(found) or "nothing"
