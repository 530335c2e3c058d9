"""What people decided on machine findings, in files they write by hand beside the material; a run never writes to them.

`boundaries.toml` in a release's folder says where documents begin.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.config import nearest, read_toml
from pipeline.errors import ConfigError
from pipeline.records.document import KINDS
from pipeline.records.source import Ruling

BOUNDARIES = "boundaries.toml"
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
