"""`foia held`: what one copy of a page hides and another shows, by family, and what to write to publish it. Served by nobody."""

from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from db.places import PRIVATE, opened
from pipeline import errors

_PASSAGES = """SELECT family, codes, passage, file, page_no, page_id, start, "end", text, hidden_in, sent, claims, pairs
  FROM waiting ORDER BY family, codes, file, page_no, start"""
_CLAIMS = "SELECT claim_id, page_id, start, asks, stance, value, quote FROM waiting_claims ORDER BY page_id, start, claim_id"
_PAIRS = """SELECT pair_id, kind, standing, score, asks, left_claim_id, right_claim_id, left_quote, right_quote FROM waiting_pairs
  ORDER BY score DESC, pair_id"""
_SENT = (
    "The pages that hide it are of a paper that calls itself a draft, and those that show it are not: it may be what was sent."
)
_HOW = "Read the pages. To publish what they show, copy this into privacy.toml in the folder of the release; say why, who, when:"
_GUARDED = (
    "Stays withheld: the exemption guards persons, methods or secrets, or none was read. A decision can name a text itself."
)

Row = dict[str, Any]


def register(subparsers: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Adds `held`."""
    made = subparsers.add_parser(
        "held", parents=parents, help="list what one copy hides and another shows, and how to publish it"
    )
    made.add_argument("--text", action="store_true", help="print the passages too, and the claims and pairs that rest on them")
    made.set_defaults(run=_held)


def read(folder: Path, texts: bool = False) -> list[Row]:
    """What waits in the edition of this folder, one row for each family and set of codes; with `texts` in full."""
    path = folder / PRIVATE
    if not path.is_file():
        raise errors.UsageError(f"{folder} holds no {PRIVATE}.", "Run `foia build` first.")
    with contextlib.closing(opened(path)) as db:
        try:
            found, claims, pairs = (_rows(db, sql) for sql in (_PASSAGES, _CLAIMS, _PAIRS))
        except sqlite3.OperationalError as error:
            raise errors.UsageError(f"{path} was built by an earlier version.", "Run `foia build` again.") from error
    groups = itertools.groupby(found, key=lambda row: (row["family"], row["codes"], "" if row["family"] else row["page_id"]))
    return [_group(list(group), claims, pairs, texts) for _, group in groups]


def _rows(db: sqlite3.Connection, sql: str) -> list[Row]:
    rows = db.execute(sql)
    names = [column[0] for column in rows.description]
    return [dict(zip(names, row, strict=True)) for row in rows]


def _group(passages: list[Row], claims: list[Row], pairs: list[Row], texts: bool) -> Row:
    at = {(one["page_id"], one["start"]) for one in passages}
    ours = [one for one in claims if (one["page_id"], one["start"]) in at]
    ids = {one["claim_id"] for one in ours}
    resting = [one for one in pairs if {one["left_claim_id"], one["right_claim_id"]} & ids]
    numbers = [one["passage"] for one in passages if one["passage"]]
    hiders = (tuple(place) for one in passages for place in json.loads(one["hidden_in"]))
    told: Row = {
        "family": passages[0]["family"],
        "codes": json.loads(passages[0]["codes"]),
        "shown_in": sorted({(one["file"], one["page_no"]) for one in passages}),
        "hidden_in": sorted(set(hiders)),
        "sent": all(one["sent"] for one in passages),
        "passages": len(passages),
        "claims": len(ids),
        "pairs": sum(one["standing"] in ("listed", "") for one in resting),
        "release": list(dict.fromkeys(numbers)),
    }
    if texts:
        told["texts"] = [{name: one[name] for name in ("file", "page_no", "text", "passage")} for one in passages]
        told["claims_resting"] = list({one["claim_id"]: _without(one, "page_id", "start") for one in ours}.values())
        told["pairs_resting"] = resting
    return told


def _without(row: Row, *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in names}


def hint(facts: Mapping[str, str]) -> list[str]:
    """For the end of a build: how much waits, where anything does."""
    if facts.get("waiting_passages", "0") == "0":
        return []
    counts = ", ".join(_counted(int(facts[f"waiting_{what}s"]), name) for what, name in _WAITING)
    return [f"One copy of a page hides what another shows, so it waits for a person: {counts}; see `foia held`."]


def _held(args: argparse.Namespace) -> int:
    found = read(args.db, args.text)
    if args.json:
        print(json.dumps({"held": found}, ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(found)))
    return errors.EXIT_DONE


def _lines(found: list[Row]) -> Iterator[str]:
    passages = sum(one["passages"] for one in found)
    yield f"{_counted(passages, 'passage')} that one copy of a page hides and another shows."
    for one in found:
        yield ""
        yield f"# family {one['family'] or '(pages alone)'}, {', '.join(code or 'no code read' for code in one['codes'])}"
        yield f"#   shown in {_places(one['shown_in'])}"
        yield f"#   hidden in {_places(one['hidden_in'])}"
        yield "#   " + ", ".join(_counted(one[f"{what}s"], name) for what, name in _WAITING)
        if one["sent"] and one["release"]:
            yield f"# {_SENT}"
        yield from (line for each in one.get("texts", ()) for line in _text(each))
        yield from (f"#   claim {each['claim_id']}: {_asked(each)}" for each in one.get("claims_resting", ()))
        yield from (line for each in one.get("pairs_resting", ()) for line in _pair(each))
        if not one["release"]:
            yield f"# {_GUARDED}"
            continue
        yield f"# {_HOW}"
        yield from (
            "[[decision]]",
            f"passages = {json.dumps(one['release'])}",
            "publish = true",
            'why = ""',
            'by = ""',
            'on = ""',
        )


_WAITING = (("passage", "passage"), ("claim", "claim"), ("pair", "listed pair"))


def _counted(count: int, name: str) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"


def _places(places: list[tuple[str, int]]) -> str:
    return "; ".join(f"{file} page {number}" for file, number in places)


def _text(one: Row) -> Iterator[str]:
    number = f" [{one['passage']}]" if one["passage"] else ""
    yield f"#   {one['file']} page {one['page_no']}{number}: {' '.join(one['text'].split())}"


def _asked(one: Row) -> str:
    said = one["stance"] or ("" if one["value"] is None else f"{one['value']:g}")
    return f"{one['asks']}, {said}: {' '.join(one['quote'].split())}"


def _pair(one: Row) -> Iterator[str]:
    yield f"#   pair {one['pair_id']}, {one['standing'] or one['kind']}, {one['score']:.2f}:"
    yield from (f"#     {' '.join(one[f'{side}_quote'].split())}" for side in ("left", "right"))
