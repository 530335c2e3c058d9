"""What people decided on machine findings, in files they write by hand beside the material; a run never writes to them.

`boundaries.toml` in a release's folder says where documents begin, `privacy.toml` what may be published after all or must be
withheld besides; `entities.toml` in the corpus says which names mean the same.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pipeline.config import nearest, read_toml
from pipeline.errors import ConfigError
from pipeline.patterns.names.names import normal_name
from pipeline.records.document import KINDS
from pipeline.records.finding import NameRuling
from pipeline.records.source import Decision, Ruling

BOUNDARIES = "boundaries.toml"
PRIVACY = "privacy.toml"
_DECISION = 'Write [[decision]] with text = "...", publish = true, why = "...", by = "...", on = "2026-03-09".'
SHORTEST = 3  # letters or digits that a decision must name
_PASSAGE = re.compile(r"[0-9a-f]{16}")
ENTITIES = "entities.toml"
NAME_VERDICTS = ("same", "different", "not-a-name")
NAME_KINDS = ("person", "office", "place", "program")
_NAMES_EXAMPLE = 'Write [[same]] with kind = "person", names = ["Jane Roe", "J. Roe"]: all mean the first.'
_EXAMPLE = 'Write [[boundary]] with file = "02.pdf", page = 8, starts = true.'


def boundaries(folder: Path) -> tuple[Ruling, ...]:
    """The rulings on a release's documents, by file and page; () without the file. ConfigError lists every mistake."""
    path = folder / BOUNDARIES
    if not path.is_file():
        return ()
    table = read_toml(path)
    problems = [f"{path}: unknown key '{key}'. {_EXAMPLE}" for key in table if key != "boundary"]
    rows = table.get("boundary", [])
    found: list[Ruling] = []
    if not isinstance(rows, list):
        raise ConfigError([*problems, f"{path}: boundary must be a list of tables. {_EXAMPLE}"])
    for number, row in enumerate(rows, 1):
        where = f"{path}, boundary {number}"
        wrong = _wrong(row) if isinstance(row, dict) else [_EXAMPLE]
        problems += [f"{where}: {what}" for what in wrong]
        if not wrong:
            found.append(Ruling(row["file"], row["page"], row["starts"], row.get("kind", "")))
    places = [(one.file, one.page) for one in found]
    problems += [
        f"{path}: {file} page {page} is ruled on twice." for file, page in sorted(set(places)) if places.count((file, page)) > 1
    ]
    if problems:
        raise ConfigError(problems)
    return tuple(sorted(found, key=lambda one: (one.file, one.page)))


def names(corpus: Path) -> tuple[NameRuling, ...]:
    """The rulings on names, sorted; () without the file. Names may be written as printed. ConfigError lists every mistake."""
    path = corpus / ENTITIES
    if not path.is_file():
        return ()
    problems: list[str] = []
    found: list[NameRuling] = []
    for verdict, rows in read_toml(path).items():
        if verdict not in NAME_VERDICTS or not isinstance(rows, list):
            problems.append(f"{path}: unknown key '{verdict}'. {nearest(verdict, list(NAME_VERDICTS))} {_NAMES_EXAMPLE}")
            continue
        for number, row in enumerate(rows, 1):
            where = f"{path}, {verdict} {number}"
            listed = row.get("names") if isinstance(row, dict) else None
            if not isinstance(row, dict) or set(row) != {"kind", "names"} or not isinstance(listed, list):
                problems.append(f"{where}: give kind and names. {_NAMES_EXAMPLE}")
            elif row["kind"] not in NAME_KINDS:
                problems.append(f"{where}: kind '{row['kind']}' is unknown. {nearest(str(row['kind']), list(NAME_KINDS))}")
            elif not all(isinstance(name, str) and normal_name(name) for name in listed):
                problems.append(f"{where}: every name must be text in quotes.")
            elif len(listed) < (1 if verdict == "not-a-name" else 2):
                problems.append(f"{where}: two names or more. {_NAMES_EXAMPLE}")
            else:
                found.append(NameRuling(verdict, row["kind"], tuple(dict.fromkeys(normal_name(name) for name in listed))))
    if problems:
        raise ConfigError(problems)
    return tuple(sorted(found, key=lambda one: (one.verdict, one.kind, one.names)))


def _wrong(row: dict[str, Any]) -> list[str]:
    known = ["file", "page", "starts", "kind"]
    problems = [f"unknown key '{key}'. {nearest(key, known)}" for key in row if key not in known]
    if not isinstance(row.get("file"), str):
        problems.append("file must be the name of a file of the release, in quotes.")
    if not isinstance(row.get("page"), int) or isinstance(row.get("page"), bool) or row["page"] < 1:
        problems.append("page must be a number from 1.")
    if not isinstance(row.get("starts"), bool):
        problems.append("starts must be true or false.")
    if "kind" in row and row["kind"] not in KINDS:
        problems.append(f"kind '{row['kind']}' is unknown. {nearest(str(row['kind']), list(KINDS))}")
    return problems


def decisions(folder: Path) -> tuple[Decision, ...]:
    """What people decided to publish or to withhold in a release; () without the file. ConfigError lists every mistake.

    The messages never repeat the text decided on: it may be private.
    """
    path = folder / PRIVACY
    if not path.is_file():
        return ()
    table = read_toml(path)
    problems = [f"{path}: unknown key '{key}'. {_DECISION}" for key in table if key != "decision"]
    rows = table.get("decision", [])
    if not isinstance(rows, list):
        raise ConfigError([*problems, f"{path}: decision must be a list of tables. {_DECISION}"])
    found: list[Decision] = []
    for number, row in enumerate(rows, 1):
        wrong = _wrong_decision(row) if isinstance(row, dict) else [_DECISION]
        problems += [f"{path}, decision {number}: {what}" for what in wrong]
        if not wrong:
            named = (row.get("text", ""), row["publish"], row["why"], row["by"], str(row["on"]))
            found.append(Decision(*named, tuple(row.get("passages", ()))))
    if problems:
        raise ConfigError(problems)
    return tuple(sorted(set(found), key=lambda one: (one.text, one.passages, one.publish, one.on, one.by)))


def _wrong_decision(row: dict[str, Any]) -> list[str]:
    known = ["text", "passages", "publish", "why", "by", "on"]
    problems = [f"unknown key '{key}'. {nearest(key, known)}" for key in row if key not in known]
    if "passages" in row:
        problems += _wrong_passages(row)
    elif not isinstance(text := row.get("text"), str) or sum(sign.isalnum() for sign in text) < SHORTEST:
        problems.append(f"text must be what is printed, in quotes, of at least {SHORTEST} letters or digits.")
    if not isinstance(row.get("publish"), bool):
        problems.append("publish must be true or false.")
    problems += [f"{key} must say so in words, in quotes." for key in ("why", "by") if not str(row.get(key, "")).strip()]
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", str(row.get("on", ""))):
        problems.append('on must be the day of the decision, as "2026-03-09".')
    return problems


def _wrong_passages(row: dict[str, Any]) -> list[str]:
    """What is wrong with a decision on numbered passages: it can only release them, and names no text besides."""
    named = row["passages"]
    if not isinstance(named, list) or not named or not all(isinstance(one, str) and _PASSAGE.fullmatch(one) for one in named):
        return ["passages must list numbers that `foia held` gives, each in quotes."]
    if "text" in row or row.get("publish") is False:
        return ["with passages give no text and write publish = true: until a decision they are withheld."]
    return []
