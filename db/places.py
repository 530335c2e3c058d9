"""Where the parts of an edition lie, published and while it is built, and what can be wrong with one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from db.contract.schema import TABLES
from pipeline.errors import UsageError

DATABASE = "foia.db"
_COLUMNS = "SELECT t.name, c.name FROM pragma_table_list() t, pragma_table_info(t.name) c WHERE t.schema = 'main'"
PRIVATE = "private.db"
REBUILD = "Run `foia build` again."
LEAK = "Take the site down, run `foia build` again, and report it if it comes back."


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an edition. `leak` when it concerns what must not be published. `text` never repeats a secret."""

    text: str
    remedy: str
    leak: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of an edition lie. `images` and `originals` are folders, searched in order.

    `settled` is False while it is built: the images of the edition before still lie beside the new ones.
    """

    database: Path
    private: Path
    images: tuple[Path, ...]
    settled: bool = True
    originals: tuple[Path, ...] = ()

    def image(self, name: str) -> Path | None:
        """Where the image of this name lies, or None."""
        return next((path for folder in self.images if (path := folder / name).is_file()), None)


def published(folder: Path) -> Places:
    """The edition that readers see."""
    return Places(folder / DATABASE, folder / PRIVATE, (folder / "images",), originals=(folder / "originals",))


def aside(folder: Path) -> Places:
    """The edition that is being built."""
    return Places(
        folder / f"{DATABASE}.new",
        folder / f"{PRIVATE}.new",
        (folder / "images", folder / "images.new"),
        settled=False,
        originals=(folder / "originals.new", folder / "originals"),
    )


def database_of(folder: Path) -> Path:
    """The published database in this folder; UsageError when nothing was built yet, or an earlier version built it."""
    path = folder / DATABASE
    if not path.is_file():
        raise UsageError(f"{folder} holds no database.", "Run `foia build` first.")
    if lacking := _lacking(path):
        raise UsageError(
            f"{path} was built by another version of this program: it has no {lacking}.", "Run `foia build`; verdicts are kept."
        )
    return path


def _lacking(database: Path) -> str:
    """The first table or column of the contract that this database does not have, '' where it has all."""
    with closing(opened(database)) as db:
        try:
            columns = {(table, name) for table, name in db.execute(_COLUMNS)}
        except sqlite3.DatabaseError as error:
            raise UsageError(f"{database} cannot be read as a database: {error}.", "Run `foia build` again.") from error
    tables = {table for table, _ in columns}
    for table in TABLES:
        if table.name not in tables:
            return f"table {table.name}"
        for one in table.columns:
            if (table.name, one.name.strip('"')) not in columns:
                return f"column {one.name} in {table.name}"
    return ""


def opened(database: Path) -> sqlite3.Connection:
    """The database, open for reading alone."""
    return sqlite3.connect(f"file:{database}?mode=ro", uri=True)
