"""The publishing half of the command line: `foia build`, `check`, `serve`, `cite`, `export`."""

from __future__ import annotations

import argparse
import datetime
import hashlib
import itertools
import json
import os
import socket
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from db.building.load import Built, build
from db.citations import citing
from db.contract import metadata
from db.export import export
from db.gate import check, held, sought
from db.places import Problem, database_of
from db.serve import listening, watch
from db.site import Site, read_site
from db.verdicts import reviewers, reviewing
from pipeline import errors
from pipeline.store import Reader

PORT = 8001
SHOWN_FAILURES = 10


def register(subparsers: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Adds the commands; each sets `run`, a function from the parsed arguments to an exit code."""
    made = subparsers.add_parser("build", parents=parents, help="build the database from what was ingested, check it, publish it")
    made.add_argument("--originals", action="store_true", help="also offer the files as received in which nothing is withheld")
    made.set_defaults(run=_build)
    made = subparsers.add_parser("check", parents=parents, help="prove that the database is whole and holds nothing private")
    made.add_argument("--for", dest="sought", type=Path, metavar="FILE", help="also look everywhere for the strings of this list")
    made.add_argument(
        "--images", action="store_true", help="with --for: read the page images too, by OCR (slow: 2 to 5 seconds a page)"
    )
    made.set_defaults(run=_check)
    made = subparsers.add_parser("serve", parents=parents, help="open the site")
    made.add_argument("--host", metavar="HOST", help="address to listen on (default: this machine alone; with --public, all)")
    made.add_argument("--port", type=int, default=PORT, metavar="N", help=f"port to listen on (default: {PORT})")
    made.add_argument("--public", action="store_true", help="let others in: checks for leaks first, takes no SQL")
    made.set_defaults(run=_serve)
    held.register(subparsers, parents)
    citing.register(subparsers, parents)
    reviewing.register(subparsers, parents)
    made = subparsers.add_parser("export", parents=parents, help="write contradictions, claims, failures and exemptions as CSV")
    made.add_argument("--to", type=Path, default=Path("export"), metavar="DIR", help="folder to write into (default: export)")
    made.set_defaults(run=_export)


def _build(args: argparse.Namespace) -> int:
    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    corpus = args.corpus if args.originals else None
    built = build(
        Reader(args.artifacts), args.db, now, _progress(), measured(args.topics.parent / "labels" / "baseline.json"), corpus
    )
    if args.json:
        _print_json(built)
    else:
        print(_in_words(built))
    return errors.EXIT_DONE


def measured(baseline: Path) -> tuple[tuple[str, str], ...]:
    """The figures of the last `scripts/measure.py --update-baseline` that a reader needs, with their counts; () without them."""
    wanted = {
        "claims, held-out labels: proposition and stance precision": "measured: of the claims it found, right in what they say",
        "claims, held-out labels: proposition and stance recall": "measured: of the claims there are, found",
        "pairs, from the words: contradictions precision": "measured: of the contradictions it listed, right",
        "pairs, from the words: contradictions recall": "measured: of the contradictions there are, found",
    }
    try:
        figures = json.loads(baseline.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return ()
    found = [(words, figures[name]) for name, words in wanted.items() if figures.get(name, {}).get("total")]
    told = [(words, f"{one['value']:.0%} ({one['hits']} of {one['total']})") for words, one in found]
    return tuple(told + _label_set(baseline.parent) if told else told)


def _label_set(folder: Path) -> list[tuple[str, str]]:
    """Which labels the figures were measured on, a line a topic: held-out and development rows, and a version of their bytes."""
    found = sorted({path for name in ("claims*.jsonl", "pairs.jsonl") for path in folder.rglob(name)})
    told = []
    for parent in sorted({path.parent for path in found}):
        files = [path for path in found if path.parent == parent]
        digest = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]
        kinds = {
            "claims": [path for path in files if path.stem != "pairs"],
            "pairs": [path for path in files if path.stem == "pairs"],
        }
        counts = [_split_counts(kind, paths) for kind, paths in kinds.items() if paths]
        of = f" of {parent.name}" if parent != folder else ""
        told.append((f"measured: label set{of}", f"{'; '.join(counts)}; version {digest}"))
    return told


def _split_counts(kind: str, paths: list[Path]) -> str:
    """Such as 'claims: 955 held out, 4823 for development'; a row that does not say its `split` is counted as neither."""
    rows = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    splits = Counter(_split(row) for row in rows)
    words = {"held-out": "held out", "development": "for development", "": "not assigned"}
    return f"{kind}: " + ", ".join(f"{splits[split]} {said}" for split, said in words.items() if splits[split])


def _split(line: str) -> str:
    try:
        row = json.loads(line)
    except ValueError:
        return ""
    split = row.get("split") if isinstance(row, dict) else ""
    return split if split in ("held-out", "development") else ""


def _progress() -> Any:
    def say(line: str) -> None:
        print(f"  {line}", file=sys.stderr)

    return say


def _print_json(built: Built) -> None:
    lists = {"engines", "tools", "topics"}
    facts = {key: json.loads(value) if key in lists else int(value) if value.isdigit() else value for key, value in built.facts}
    result = {
        "database": str(built.database),
        "edition": facts,
        "failures": [
            {name: getattr(failure, name) for name in ("stage", "file", "page_no", "kind", "message", "remedy")}
            for failure in built.failures
        ],
        "orphaned_verdicts": [
            {
                "kind": orphan.kind,
                f"{orphan.kind}_id": orphan.subject_id,
                "verdict": orphan.verdict,
                "reviewed_on": orphan.reviewed_on,
            }
            for orphan in built.orphans
        ],
    }
    print(json.dumps(result, ensure_ascii=False, indent=1))


def _in_words(built: Built) -> str:
    facts = dict(built.facts)
    methods = (("text_layer", "with text"), ("ocr", "by OCR"), ("blank", "blank"))
    by_method = ", ".join(f"{facts['pages_' + method]} {words}" for method, words in methods)
    lines = [
        f"Built {built.database}",
        f"  {facts['releases']} releases, {facts['files']} files, {facts['pages']} pages ({by_method})",
        f"  {facts['documents']} documents, {facts['claims']} claims, {facts['contradictions']} contradictions,"
        f" {facts['shifts']} announced changes (machine-found, not reviewed)",
    ]
    if built.failures:
        lines.append(f"Not read or not computed: {len(built.failures)}")
        for failure in built.failures[:SHOWN_FAILURES]:
            page = f" page {failure.page_no}" if failure.page_no else ""
            lines.append(f"  {failure.file}{page}: {failure.message} {failure.remedy}".rstrip())
        if len(built.failures) > SHOWN_FAILURES:
            lines.append(f"  and {len(built.failures) - SHOWN_FAILURES} more; see `foia failures`.")
    else:
        lines.append("Everything was read.")
    lines += held.hint(facts)
    for orphan in built.orphans:
        lines.append(f"Verdict without its {orphan.kind}: {orphan.subject_id} ({orphan.verdict}, {orphan.reviewed_on})")
    return "\n".join(lines)


_BREAKS = {
    "gap": ("gap", "numbers between pages that are not in the release"),
    "duplicate": ("number", "stamped on more than one page"),
    "overlap": ("overlap", "numbers borne by two files"),
    "restart": ("restart", "numbering begins again at a lower number"),
    "unstamped": ("place", "pages without a stamp among stamped ones"),
    "part": ("part", "counted in the names of files, and not here"),
}


def _break(kind: str, count: int, n: int) -> str:
    """A line for people: "6 gaps: 28 numbers between pages that are not in the release"."""
    one, what = _BREAKS.get(kind, (kind, "numbers"))
    counted = f"{n} " if kind in ("gap", "overlap", "unstamped") else ""
    return f"{count} {one}{'' if count == 1 else 's'}: {counted}{what}"


def _check(args: argparse.Namespace) -> int:
    if args.images and not args.sought:
        raise errors.UsageError("--images looks for the strings of a list.", "Name the list: foia check --for FILE --images")
    wanted = sought.read_list(args.sought) if args.sought else ()
    problems = check.check(args.db)
    stamps = check.bates(args.db)
    places = sought.found_in(args.db, wanted, _reading(args) if args.images else None) if wanted else ()
    problems += tuple(Problem(f"Line {one.line} of {args.sought}: {one.where}.", sought.REMEDY, leak=True) for one in places)
    if args.json:
        rows = [{"problem": p.text, "remedy": p.remedy, "leak": p.leak} for p in problems]
        breaks = [dict(zip(("kind", "prefix", "breaks", "n"), row, strict=True)) for row in stamps]
        print(json.dumps({"problems": rows, "bates": breaks}, ensure_ascii=False, indent=1))
    else:
        for problem in problems:
            print(f"{problem.text} {problem.remedy}")
        for kind, prefix, count, n in stamps:
            of = "Files" if kind == "part" else "Bates numbers"
            print(f"{of} {prefix}: {_break(kind, count, n)} (table bates_breaks)")
        print(f"{len(problems)} problems." if problems else "The database is whole, and nothing withheld is in it.")
        if wanted:
            print(f"Of {len(wanted)} strings looked for, {len({one.line for one in places})} can be read.")
    return _code(problems)


def _reading(args: argparse.Namespace) -> Callable[[Path], str]:
    """What reads page images, telling how far it is; the reader is the pipeline's, handed over with the arguments."""
    read, say = args.picture_words(), _progress()
    total, done = sought.images_in(args.db), itertools.count(1)

    def words_of(path: Path) -> str:
        number = next(done)
        if number == 1 or not number % 50:
            say(f"reading page image {number} of {total}")
        return str(read(path))

    return words_of


def _code(problems: tuple[Problem, ...]) -> int:
    if any(problem.leak for problem in problems):
        return errors.EXIT_PRIVACY
    return errors.EXIT_BUG if problems else errors.EXIT_DONE


def serve_command(folder: Path, host: str, port: int, public: bool, site: Site | None = None) -> list[str]:
    """Arguments of `datasette serve` for the published database, its metadata and counts written beside it.

    Without an address in `site`, links name the one it listens on.
    """
    site = site or Site()
    told = replace(site, url=site.url or f"http://{_shown(host)}:{port}")
    database = database_of(folder)
    db = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        facts = dict(db.execute("SELECT key, value FROM edition"))
    finally:
        db.close()
    inspected = metadata.inspected(database)
    rows = {name: table["count"] for name, table in inspected["foia"]["tables"].items()}
    written = {"metadata.json": metadata.metadata(facts, told, rows), "inspect.json": inspected}
    for name, content in written.items():
        (folder / name).write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    settings = {**metadata.SETTINGS, **(metadata.PUBLIC_SETTINGS if public else {})}
    command = ["-i", str(database), "--metadata", str(folder / "metadata.json"), "--inspect-file", str(folder / "inspect.json")]
    for name, value in settings.items():
        command += ["--setting", name, value]
    return command


def _serve(args: argparse.Namespace) -> int:
    host = args.host or ("0.0.0.0" if args.public else "127.0.0.1")
    site = read_site(args.corpus)
    database_of(args.db)
    if args.public and (leaks := [problem for problem in check.check(args.db) if problem.leak]):
        raise errors.PrivacyError("\n".join(problem.text for problem in leaks), leaks[0].remedy)
    door = _opened(host, args.port)
    print(f"Open http://{_shown(host)}:{args.port}/ (Ctrl-C stops it)", flush=True)
    os.environ[metadata.CORPUS_VARIABLE] = str(args.corpus.absolute())
    os.environ.setdefault("DATASETTE_SECRET", reviewers.cookie_key(args.db))

    def say(line: str) -> None:
        print(f"  {line}", file=sys.stderr, flush=True)

    with door:
        return watch(database_of(args.db), lambda: serve_command(args.db, host, args.port, args.public, site), door, say)


def _shown(host: str) -> str:
    return "127.0.0.1" if host in ("0.0.0.0", "::") else host


def _opened(host: str, port: int) -> socket.socket:
    try:
        return listening(host, port)
    except (OSError, OverflowError) as error:
        raise errors.UsageError(f"Cannot listen on {host}:{port}: {error}.", "Try another --port.") from error


def _export(args: argparse.Namespace) -> int:
    made = export(database_of(args.db), args.to, read_site(args.corpus).url)
    print(json.dumps({"files": [str(path) for path in made]}, indent=1) if args.json else "\n".join(map(str, made)))
    return errors.EXIT_DONE
