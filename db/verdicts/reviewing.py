"""`foia reviewer`, and what `foia status` tells of reviews: how many verdicts there are, and which belong to nothing any more."""

from __future__ import annotations

import argparse
import contextlib
import getpass
import json
import sys
from pathlib import Path
from typing import Any

from db.places import DATABASE, opened
from db.verdicts import reviewers, reviews
from pipeline import errors


def register(subparsers: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Adds `reviewer`, and to `status` (where there is one) a line on reviews."""
    made = subparsers.add_parser("reviewer", parents=parents, help="let a person review: asks for a password, keeps its hash")
    made.add_argument("id", metavar="ID", help="what they sign in with: lower-case letters and digits")
    made.add_argument("--name", default="", metavar="NAME", help="name as other reviewers see it (default: the id)")
    made.set_defaults(run=_reviewer)
    if "status" in subparsers.choices:
        subparsers.choices["status"].set_defaults(more=status)


def status(folder: Path) -> tuple[dict[str, Any], list[str]]:
    """What `foia status` adds, for JSON and in lines; nothing before there is a database and a verdict."""
    verdicts = reviews.history(folder / reviews.NAME)
    if not verdicts or not (folder / DATABASE).is_file():
        return {}, []
    with contextlib.closing(opened(folder / DATABASE)) as db:
        orphans = reviews.orphaned(db, verdicts)
    rows = [{"kind": v.kind, "id": v.subject_id, "verdict": v.verdict, "reviewed_on": v.reviewed_on} for v in orphans]
    lines = ["", f"Reviews: {len(verdicts)} verdicts; {len(orphans)} of them on findings that are not in this edition."]
    lines += [f"  {row['kind']} {row['id']}: {row['verdict']}, {row['reviewed_on']}" for row in rows]
    return {"reviews": {"verdicts": len(verdicts), "orphans": rows}}, lines


def _reviewer(args: argparse.Namespace) -> int:
    if not reviewers.ID.match(args.id):
        raise errors.UsageError(f"{args.id!r} will not do as an id.", "Use lower-case letters, digits, dots and hyphens.")
    if args.id in reviewers.read(args.db):
        path = args.db / reviewers.FILE
        raise errors.UsageError(f"{args.id} is in {path} already.", "To set a new password, remove that section first.")
    password = _password()
    if len(password) < reviewers.MIN_PASSWORD:
        raise errors.UsageError("That password is too short.", f"Use at least {reviewers.MIN_PASSWORD} characters.")
    path = reviewers.enrol(args.db, args.id, args.name or args.id, password)
    print(json.dumps({"file": str(path), "reviewer": args.id}) if args.json else f"{args.id} may review now ({path}).")
    return errors.EXIT_DONE


def _password() -> str:
    """Typed twice without being shown, or the first line of standard input where that is no terminal."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Password: ")
    if getpass.getpass("Once more: ") != first:
        raise errors.UsageError("The two are not the same.", "Try again.")
    return first
