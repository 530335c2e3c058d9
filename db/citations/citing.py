"""`foia cite` and `foia verify`: a citation in any form, and a claim or pair proved again from what is stored."""

from __future__ import annotations

import argparse
import contextlib
import json
from typing import Any

from db.citations.citation_formats import FORMATS
from db.citations.cite import sources
from db.citations.verify import claims_of, verified, verify
from db.places import database_of, opened
from db.site import read_site
from pipeline import errors


def register(subparsers: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Adds both commands; each sets `run`, a function from the parsed arguments to an exit code."""
    made = subparsers.add_parser("cite", parents=parents, help="print the citation of a claim, contradiction, document or page")
    made.add_argument("id", metavar="ID", help="an id as the site shows it, or a Bates number")
    made.add_argument("--format", choices=FORMATS, default="plain", help="form of the citation (default: plain)")
    made.add_argument("--site", default="", metavar="URL", help="address of the site (default: that of corpus/site.toml)")
    made.set_defaults(run=_cite)
    made = subparsers.add_parser("verify", parents=parents, help="prove a quote, or both of a pair, again from page and file")
    made.add_argument("id", metavar="ID", help="id of a claim, or of a contradiction or related pair")
    made.set_defaults(run=_verify)


def _cite(args: argparse.Namespace) -> int:
    database = database_of(args.db)
    site = read_site(args.corpus, args.site)
    with contextlib.closing(opened(database)) as db:
        found = sources(db, args.id, site.url)
        built_at = db.execute("SELECT value FROM edition WHERE key = 'built_at'").fetchone()
    form = FORMATS[args.format]
    if args.json:
        each = [form.written((source,), site.template, built_at[0]).strip() for source in found]
        print(json.dumps({"id": args.id, "citations": each}, ensure_ascii=False, indent=1))
    else:
        print(form.written(found, site.template, built_at[0]), end="")
    return errors.EXIT_DONE


def _verify(args: argparse.Namespace) -> int:
    database = database_of(args.db)
    with contextlib.closing(opened(database)) as db:
        proved = {key: verify(db, key, database.parent / "images", args.corpus) for key in claims_of(db, args.id)}
    holds = all(verified(steps) for steps in proved.values())
    if args.json:
        rows = [{"what": one.what, "state": one.state, "done": one.done, "claim": key} for key in proved for one in proved[key]]
        print(json.dumps({"id": args.id, "verified": holds, "steps": rows}, ensure_ascii=False, indent=1))
    else:
        for key, steps in proved.items():
            print(
                *([f"Claim {key}"] if len(proved) > 1 else []),
                *(f"{one.state:<9} {one.what}. {one.done}" for one in steps),
                sep="\n",
            )
    return errors.EXIT_DONE if holds else errors.EXIT_BUG
