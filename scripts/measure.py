"""Prints every quality figure with its counts, and what it gained or lost against the committed baseline.

    python scripts/measure.py [--json] [--details] [--no-sample] [--no-reading] [--no-structure] [--no-redactions] [--pages N] ...

Options are listed by --help.

Inputs: `corpus/labels/` (format in its README), `corpus/topics/`, `corpus/sample/` with `tests/golden/sample_truth.json`,
and for reading the PDFs in `../shared/data`, rendered and worn by class (`--pages 40` for all that the figures are stated on).
A part whose inputs are missing is skipped, and says so. Results go to stdout, progress to stderr.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from measuring import (  # noqa: E402
    attribution,
    calibration,
    decisions,
    figures,
    kinship,
    marked,
    named,
    orders,
    pairs,
    private,
    reading,
    readings,
    real_papers,
    redactions,
    sample,
    sample_claims,
    scans,
    statements,
    streams,
    subjects,
    weights,
    worn,
)
from measuring.figures import Section  # noqa: E402

from pipeline import labels  # noqa: E402
from pipeline.engines.language import SpacyParser  # noqa: E402
from pipeline.engines.tagger import OnnxTagger  # noqa: E402
from pipeline.errors import FoiaError  # noqa: E402
from pipeline.extractors.subjects import ties  # noqa: E402
from pipeline.extractors.subjects.tie_weights import WEIGHTS  # noqa: E402
from pipeline.ports import Parser  # noqa: E402
from pipeline.records.topic import Topic  # noqa: E402
from pipeline.scorers.scope import ScopeScorer  # noqa: E402
from pipeline.store import Reader  # noqa: E402
from pipeline.tasks import extractor_for  # noqa: E402
from pipeline.topics import load_topics  # noqa: E402

TOPIC = "secure-communities"  # the first topic: its figures bear no topic's name, and the sample is about it
HELD_OUT = "held-out"
MISREAD = 0.01  # share of characters damaged, to see what a fair scan costs
TRUTH = ROOT / "tests" / "golden" / "sample_truth.json"
HONEST = (
    "The labels and the sample are the authors' own: they overstate how well this does on a release nobody here has seen.\n"
    "A score is the chance that a reader would call the pair a contradiction, as measured on labelled pairs."
)


def main() -> int:
    """Runs what can be run; 2 when no label could be read at all."""
    options = _options()
    topics = load_topics(ROOT / "corpus" / "topics")
    topic = next((one for one in topics if one.id == TOPIC), None)
    if options.fit:
        return _fit(options.labels, topic)
    if options.changes:
        _changes(options.labels, topic, options.update_baseline)
        return 0
    sections = [*_with_labels(options.labels, topics), *_sample_truth(topic), *(() if options.no_sample else _sample(options))]
    sections += [] if options.no_reading else [*_reading(options), _scans(), _decisions(options), _orders(options)]
    sections += [] if options.no_redactions else [redactions.measure(range(950, 950 + options.releases), options.jobs)]
    sections += [] if options.no_structure else _structure()
    sections += [_who_said(), _private(options.labels)]
    baseline_file = options.labels / "baseline.json"
    baseline = json.loads(baseline_file.read_text(encoding="utf-8")) if baseline_file.is_file() else {}
    if options.update_baseline:
        made = {**baseline, **figures.as_baseline(sections)}
        baseline_file.write_text(json.dumps(made, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        print(f"{baseline_file.name} now holds {len(made)} figures", file=sys.stderr)
    if options.json:
        print(json.dumps(_plain(sections, baseline), ensure_ascii=False, indent=1))
    else:
        shown = sections if options.details else [figures.without_details(section) for section in sections]
        print("\n".join([HONEST, "", *figures.lines(shown, baseline)]))
    return 0 if any(not section.skipped for section in sections) else 2


def _changes(folder: Path, topic: Topic | None, update: bool) -> None:
    """Prints, row by row, what this generation of the scorer gains and loses on the labelled pairs and on those of the sample's
    truth; records it on `update`.
    """
    rows, scorer = labels.rows_of(folder / TOPIC / "pairs.jsonl"), ScopeScorer()
    rows += sample_claims.rows(json.loads(TRUTH.read_text(encoding="utf-8"))) if TRUTH.is_file() else []
    file = folder / TOPIC / "outcomes.json"
    if topic is None or not rows:
        return
    recorded = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {"scorer": "", "pairs": {}}
    now = pairs.kinds(rows, topic, scorer)
    lines = pairs.changes(rows, recorded["pairs"], now)
    print(f"{scorer.identity()} against {recorded['scorer'] or 'nothing recorded'}: {len(lines)} pairs come out otherwise")
    print("\n".join(lines))
    if update:
        made = {"scorer": scorer.identity(), "pairs": now}
        file.write_text(json.dumps(made, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _fit(folder: Path, topic: Topic | None) -> int:
    paired = labels.rows_of(folder / TOPIC / "pairs.jsonl")
    points = [] if topic is None else pairs.weights(paired, topic, ScopeScorer())
    if not points or topic is None:
        return 2
    intercept, slope = calibration.fit(points)
    right = sum(good for _, good in points)
    print(f"calibration.py: INTERCEPT, SLOPE = {intercept:.2f}, {slope:.2f}  # {right} of {len(points)} right", flush=True)
    said = [row for path in labels.claim_files(folder, topic.id) for row in labels.rows_of(path)]
    parser, extractor = SpacyParser(), extractor_for(topic, ROOT / "corpus" / "topics")
    read = labels.reader(topic, parser, extractor)
    found = readings.seen(said, paired, read)
    by_finder, odds = readings.fitted(found)
    right = sum(good for *_, good in found)
    print(f"readings.py: INTERCEPT, SLOPE = {by_finder}, {odds:.2f}  # {right} of {len(found)} right")
    in_releases = labels.rows_of(folder / topic.id / "about.jsonl")
    told = subjects.points(_papers(folder, topic, "development"), in_releases, topic, parser, extractor)
    for refit in (False, True):
        print("fitted on the other releases" if refit else "as they are", weights.left_out(told, WEIGHTS, ties.LEAST, refit))
    now = weights.fitted(told, WEIGHTS)
    print("tie_weights.py: WEIGHTS", *(f'    "{name}": {weight:.1f},' for name, weight in now.items()), sep="\n")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Print every quality figure with its counts.")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    parser.add_argument("--details", action="store_true", help="also list every labelled row that came out wrong")
    parser.add_argument("--no-sample", action="store_true", help="leave out the sample release, which has to be read by OCR")
    parser.add_argument("--no-structure", action="store_true", help="leave out the streams of pages that have to be cut")
    parser.add_argument("--no-redactions", action="store_true", help="leave out boxes, codes and stamps on drawn pages")
    parser.add_argument("--releases", type=int, default=4, help="drawn releases of 8 pages for these (default 4)")
    parser.add_argument("--no-reading", action="store_true", help="leave out reading rendered pages, minutes by itself")
    parser.add_argument("--pages", type=int, default=1, help="rendered pages per class of wear (default 1)")
    parser.add_argument("--kinds", nargs="*", default=(), choices=list(worn.CLASSES), metavar="CLASS", help="only these classes")
    parser.add_argument("--decisions", type=int, default=20, help="drawn pages of each of 11 kinds (default 20)")
    parser.add_argument("--orders", type=int, default=2, help="drawn pages of each of 7 layouts, for the order (default 2)")
    parser.add_argument("--keep", type=Path, help="keep what is computed here, for the next time")
    parser.add_argument("--jobs", type=int, default=2, help="processes for the sample (default 2)")
    parser.add_argument("--fit", action="store_true", help="print the scorer's curves as fitted on development labels, no more")
    parser.add_argument(
        "--changes",
        action="store_true",
        help="print pair by pair what the scorer gains and loses against the recorded one; records with --update-baseline",
    )
    parser.add_argument("--update-baseline", action="store_true", help="write the figures to corpus/labels/baseline.json")
    parser.add_argument("--labels", type=Path, default=ROOT / "corpus" / "labels", help="folder with the labels")
    return parser.parse_args()


def _sample_truth(topic: Topic | None) -> tuple[Section, ...]:
    if topic is None or not TRUTH.is_file():
        return ()
    return (sample_claims.measure_scorer(json.loads(TRUTH.read_text(encoding="utf-8")), topic, ScopeScorer()),)


def _labelled(folder: Path, topic: Topic, parser: Parser) -> list[Section]:
    """A topic's labelled statements and pairs. Parts of topics other than the first carry the topic's name."""
    said = [row for path in labels.claim_files(folder, topic.id) for row in labels.rows_of(path) if row["split"] == HELD_OUT]
    paired = labels.rows_of(folder / topic.id / "pairs.jsonl")
    print(f"{topic.id}: {len(said)} labelled statements, {len(paired)} labelled pairs", file=sys.stderr)
    scorer, extractor = ScopeScorer(), extractor_for(topic, ROOT / "corpus" / "topics")
    sections: list[Section] = []
    read = labels.reader(topic, parser, extractor)
    missing = f"no such file in corpus/labels/{topic.id}"
    sections.append(_statements(said, read) if said else Section("Claims on labelled statements", "", (), missing))
    if papers := _papers(folder, topic, HELD_OUT):
        sections.append(subjects.measure(papers, topic, parser, extractor))
    if paired:
        sections += [*pairs.measure_scorer(paired, topic, scorer), *pairs.measure_whole(paired, topic, scorer, read)]
    else:
        sections.append(Section("Contradictions on labelled pairs", "", (), missing))
    return sections if topic.id == TOPIC else [figures.of_topic(section, topic.id) for section in sections]


def _papers(folder: Path, topic: Topic, split: str) -> list[labels.Row]:
    """The papers of one split whose sentences are marked by what they are about."""
    return [row for row in labels.rows_of(folder / topic.id / "subjects.jsonl") if row["split"] == split]


def _with_labels(folder: Path, topics: tuple[Topic, ...]) -> list[Section]:
    """The first topic always, so that a missing label file is named; the others where they have a folder of labels."""
    parser = SpacyParser()
    wanted = [topic for topic in topics if topic.id == TOPIC or (folder / topic.id).is_dir()]
    wanted.sort(key=lambda topic: (topic.id != TOPIC, topic.id))
    return [section for topic in wanted for section in _labelled(folder, topic, parser)]


def _structure() -> tuple[Section, ...]:
    """How streams of papers are cut and their heads read: invented layouts, then real papers where they are at hand."""
    print("cutting invented and real streams of pages", file=sys.stderr)
    invented = tuple(streams.measure(family) for family in streams.FAMILIES)
    invented += tuple(kinship.measure(family) for family in streams.FAMILIES)
    shared = ROOT.parent / "shared" / "data"
    return (*invented, *real_papers.measure(shared, "held-out"), named.measure(shared))


def _who_said() -> Section:
    """Attributions marked in news text, where that is at hand."""
    print("reading who said what in news text", file=sys.stderr)
    return attribution.measure(ROOT.parent / "shared" / "data" / "attribution" / "polnear_dev", SpacyParser())


def _private(folder: Path) -> Section:
    """What is withheld of pages on which every private mention is marked."""
    print("screening marked pages", file=sys.stderr)
    return private.measure(marked.pages_of(folder / "private"), SpacyParser(), OnnxTagger())


def _statements(said: list[dict[str, Any]], read: labels.Reader) -> Section:
    plain = statements.measure(said, read)
    return replace(plain, figures=(*plain.figures, *statements.measure_damaged(said, read, MISREAD)))


def _sample(options: argparse.Namespace) -> tuple[Section, ...]:
    release = ROOT / "corpus" / "sample"
    title = "The sample release"
    if not release.is_dir() or not TRUTH.is_file():
        return (Section(title, "", (), "corpus/sample or its truth is missing; `make sample` draws both"),)
    with tempfile.TemporaryDirectory() as temporary:
        work = options.keep or Path(temporary)
        print("reading the sample release (minutes the first time)", file=sys.stderr)
        problem = sample.ingest(release, work, ROOT / "corpus" / "topics", options.jobs)
        if problem:
            return (Section(title, "", (), problem),)
        try:
            return sample.measure(Reader(work / "artifacts"), json.loads(TRUTH.read_text(encoding="utf-8")))
        except FoiaError as error:
            return (Section(title, "", (), str(error)),)


def _reading(options: argparse.Namespace) -> tuple[Section, ...]:
    print(f"reading rendered pages, {options.pages} per class", file=sys.stderr)
    with tempfile.TemporaryDirectory() as temporary:
        return reading.measure((options.keep or Path(temporary)) / "pages", options.pages, options.kinds, options.jobs)


def _scans() -> Section:
    """Real scans with their text, where they are at hand."""
    return scans.measure(ROOT.parent / "shared" / "data" / "ocr_scans")


def _decisions(options: argparse.Namespace) -> Section:
    print(f"choosing how to read {options.decisions} drawn pages of each kind", file=sys.stderr)
    return decisions.measure(options.decisions, options.jobs)


def _orders(options: argparse.Namespace) -> Section:
    print(f"reading {options.orders} drawn pages of each layout", file=sys.stderr)
    return orders.measure(options.orders, options.jobs)


def _plain(sections: list[Section], baseline: dict[str, Any]) -> dict[str, Any]:
    rows = []
    for section in sections:
        for one in section.figures:
            old = baseline.get(one.key, {}).get("value")
            rows.append({"name": one.key, "value": one.value, "hits": one.hits, "total": one.total, "baseline": old})
    return {"figures": rows, "skipped": {section.title: section.skipped for section in sections if section.skipped}}


if __name__ == "__main__":
    sys.exit(main())
