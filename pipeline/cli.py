"""The command line: words in, exit code out. Results go to stdout, progress and messages to stderr."""

from __future__ import annotations

import argparse
import dataclasses
import importlib.metadata
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from pipeline import app, config, corpus, errors, replaced, topic_words
from pipeline.progress import Progress
from pipeline.records.outcome import Failure
from pipeline.store import Reader
from pipeline.walk import FAILED, FRESH, STALE, WAITING, Planned

STATES = (FRESH, STALE, WAITING, FAILED)


def parser() -> argparse.ArgumentParser:
    """The whole command line; publishing commands come from the entry points of group `foia.commands`."""
    top = argparse.ArgumentParser(prog="foia", description="A FOIA release in, a searchable and citable database out.")
    top.add_argument("--version", action="version", version=f"foia {app.code_version()}")
    common = _common()
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    ingest = commands.add_parser("ingest", parents=[common], help="take in a file or folder and bring everything up to date")
    ingest.add_argument(
        "path", nargs="?", metavar="PATH", help="file, folder or http(s) address; without it, what the corpus holds"
    )
    ingest.add_argument("--release", metavar="ID", help="id of the release; made from the name where none is given")
    ingest.add_argument(
        "--jobs", type=_positive, default=os.cpu_count() or 1, metavar="N", help="worker processes (default: cores)"
    )
    ingest.add_argument("--executor", choices=app.EXECUTORS, default="processes", help="where units run (default: processes)")
    ingest.set_defaults(run=_ingest)
    fetch = commands.add_parser("fetch", parents=[common], help="download a file into a release and note where it came from")
    fetch.add_argument("url", metavar="URL")
    fetch.add_argument("--release", metavar="ID", help="id of the release; made from the address where none is given")
    fetch.set_defaults(run=_fetch)
    status = commands.add_parser("status", parents=[common], help="count what is fresh, stale, waiting, failed")
    status.set_defaults(run=_status, more=None)  # `more`: what a publishing command has to add, from the folder of databases
    why = commands.add_parser("why", parents=[common], help="say why a unit is fresh, stale or failed")
    why.add_argument("unit", metavar="UNIT", help="a file name, or the id of a file, page or document; part of it is enough")
    why.set_defaults(run=_why)
    failures = commands.add_parser("failures", parents=[common], help="list what was not read or computed, and the remedy")
    failures.set_defaults(run=_failures)
    bounds = commands.add_parser("bounds", parents=[common], help="list pages at which it is doubtful whether a document starts")
    bounds.set_defaults(run=_bounds)
    topic = commands.add_parser("topic", help="check topic files: what each cue and example does, what overlaps")
    doing = topic.add_subparsers(title="what to do", metavar="WHAT", required=True)
    check = doing.add_parser("check", parents=[common], help="read every example and every labelled statement")
    check.add_argument("id", nargs="?", default="", metavar="ID", help="one topic, in full; without it all, in short")
    check.add_argument("--labels", type=Path, metavar="DIR", help="labelled statements (default: labels beside the topics)")
    check.add_argument("--all", action="store_true", help="read every labelled statement, however long it takes")
    check.set_defaults(run=_topic_check)
    commands.add_parser("measure", help="measure quality on labelled data (same as scripts/measure.py)", add_help=False)
    for entry in importlib.metadata.entry_points(group="foia.commands"):
        entry.load()(commands, [common])
    return top


def _common() -> argparse.ArgumentParser:
    home = config.checkout()
    common = argparse.ArgumentParser(add_help=False)
    group = common.add_argument_group("places")
    group.add_argument("--corpus", type=Path, default=home / "corpus", metavar="DIR", help="releases (default: corpus)")
    group.add_argument("--artifacts", type=Path, default=home / ".artifacts", metavar="DIR", help="results (default: .artifacts)")
    group.add_argument("--db", type=Path, default=home / "db", metavar="DIR", help="databases (default: db)")
    group.add_argument("--topics", type=Path, default=home / "corpus" / "topics", metavar="DIR", help="topic files")
    common.add_argument("--json", action="store_true", help="print results as JSON")
    common.add_argument(
        "--set", action="append", default=[], metavar="STAGE.KEY=VALUE", help="set a stage's parameter for this command"
    )
    common.set_defaults(picture_words=app.picture_words)  # publishing commands cannot reach the engines but through here
    return common


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return value


def run(argv: list[str]) -> int:
    """Runs one command and returns its exit code. Raises FoiaError for what a person can mend."""
    if not argv:
        parser().print_help()
        return errors.EXIT_USAGE
    args, rest = parser().parse_known_args(argv)
    if "measure" in argv[:1]:  # its own options are its own business
        return _measure(rest)
    if rest:
        parser().error(f"unrecognised arguments: {' '.join(rest)}")
    code: int = args.run(args)
    return code


def _places(args: argparse.Namespace) -> config.Places:
    return config.Places(*(Path(os.path.abspath(p)) for p in (args.corpus, args.artifacts, args.db, args.topics)))  # noqa: PTH100


def _emit(args: argparse.Namespace, result: Any, text: str) -> None:
    print(json.dumps(result, ensure_ascii=False, indent=1) if args.json else text)


def _ingest(args: argparse.Namespace) -> int:
    places = _places(args)
    settings = config.load_settings(places.corpus, args.set)
    outcome = app.ingest(places, settings, args.path, args.release, app.executor(args.executor, args.jobs), Progress())
    for line in outcome.notes:
        print(line, file=sys.stderr)
    _emit(args, outcome.summary(), outcome.text())
    return errors.EXIT_SOME_FAILED if outcome.failures else errors.EXIT_DONE


def _fetch(args: argparse.Namespace) -> int:
    fetched = corpus.fetch(_places(args), args.url, args.release)
    _emit(
        args, fetched, f"{fetched['file']} ({fetched['bytes']:,} bytes) is in release {fetched['release']}. Now run: foia ingest"
    )
    return errors.EXIT_DONE


def _status(args: argparse.Namespace) -> int:
    places = _places(args)
    state = app.look(places, config.load_settings(places.corpus, args.set))
    planned = state.planned
    counts: dict[str, Counter[str]] = {stage: Counter() for stage in app.STAGES}
    for item in planned.values():
        counts[item.stage][item.state] += 1
    table = {stage: {state: counter[state] for state in STATES} for stage, counter in counts.items()}
    totals = {state: sum(row[state] for row in table.values()) for state in STATES}
    lines = [f"{'stage':<10}" + "".join(f"{state:>9}" for state in STATES)]
    lines += [f"{stage:<10}" + "".join(f"{row[state]:>9}" for state in STATES) for stage, row in table.items()]
    lines.append(f"{'all':<10}" + "".join(f"{totals[state]:>9}" for state in STATES))
    if totals[STALE] or totals[WAITING]:
        lines.append("Run `foia ingest` to bring everything up to date; `foia why UNIT` says what changed.")
    again = replaced.told(state)
    lines += again
    result: dict[str, Any] = {**totals, "stages": table, "replaced": again}
    if args.more:
        told, words = args.more(places.db)
        result |= told
        lines += words
    _emit(args, result, "\n".join(lines))
    return errors.EXIT_DONE


def _bounds(args: argparse.Namespace) -> int:
    """Open doubts, in the words of `boundaries.toml`, so that a decision is copying and correcting."""
    places = _places(args)
    rows = app.doubtful(places, config.load_settings(places.corpus, args.set))
    lines = [f"{len(rows)} pages at which it is doubtful whether a document starts."]
    if rows:
        lines.append("Look at the page, then copy its lines into boundaries.toml in the folder of the release, corrected:")
    for row in rows:
        lines += ["", f"# release {row['release']}, likelihood of a start {row['confidence']:.2f}"]
        lines += [f"#   {reason}" for reason in row["reasons"]]
        starts = "true" if row["starts"] else "false"
        lines += ["[[boundary]]", f"file = {json.dumps(row['file'])}", f"page = {row['page']}", f"starts = {starts}"]
    _emit(args, {"boundaries": rows}, "\n".join(lines))
    return errors.EXIT_DONE


def _topic_check(args: argparse.Namespace) -> int:
    reports = app.check_topics(_places(args), args.id, args.labels, **({"most": 0} if args.all else {}))
    text = "\n\n".join("\n".join(topic_words.lines(report, bool(args.id))) for report in reports)
    _emit(args, [dataclasses.asdict(report) for report in reports], text or "There is no topic file.")
    return errors.EXIT_USAGE if any(report.wrong for report in reports) else errors.EXIT_DONE


def _why(args: argparse.Namespace) -> int:
    places = _places(args)
    planned = app.look(places, config.load_settings(places.corpus, args.set)).planned
    found = [item for item in planned.values() if args.unit in (item.unit, item.file)]
    found = found or [item for item in planned.values() if args.unit in item.unit or args.unit in item.file]
    if not found:
        raise errors.UsageError(
            f"nothing is known by the name '{args.unit}'.",
            "Give a file name, or the id of a file, page or document as the site shows it.",
        )
    rows = [
        {"stage": p.stage, "unit": p.unit, "file": p.file, "state": p.state, "because": _because(p), "key": p.key} for p in found
    ]
    order = list(app.STAGES)
    rows.sort(key=lambda row: (order.index(row["stage"]), row["unit"]))
    text = "\n".join(f"{row['stage']:<8} {row['unit']:<44} {row['state']:<8} {row['because']}" for row in rows)
    _emit(args, rows, text)
    return errors.EXIT_DONE


def _because(item: Planned) -> str:
    if item.failure:
        return f"{item.failure.message} {item.failure.remedy}"
    if item.state == FRESH:
        return "nothing it depends on has changed"
    return "; ".join(item.causes)


def _failures(args: argparse.Namespace) -> int:
    failures = Reader(_places(args).artifacts).failures()
    rows = [
        {"stage": f.stage, "file": f.file, "page": f.page_no, "kind": f.kind, "message": f.message, "remedy": f.remedy}
        for f in failures
    ]
    _emit(args, rows, "\n".join(_line(f) for f in failures) or "Everything was read.")
    return errors.EXIT_SOME_FAILED if failures else errors.EXIT_DONE


def _line(failure: Failure) -> str:
    page = f" page {failure.page_no}" if failure.page_no else ""
    return f"{failure.file}{page}: {failure.kind}: {failure.message} {failure.remedy}"


def _measure(rest: list[str]) -> int:
    script = config.checkout() / "scripts" / "measure.py"
    return subprocess.run([sys.executable, str(script), *rest], check=False).returncode
