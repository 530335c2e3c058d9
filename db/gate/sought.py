"""`foia check --for FILE`: looks for given strings, each on a line of its own, in every byte that is or could be published.

The clinic knows of names and numbers that no program can: whoever answers for privacy lists them and asks whether any can be
read. Searched are the values of every table (packed ones too), the words of every search index, the raw bytes of every file
beside the database but `private.db`, and the files that `foia export` writes. Letters count without case and accents, signs and
line breaks between them do not. Pictures are searched as bytes, and with `--images` as OCR reads them too, letters and digits
that a scan confuses counted as one; print that no OCR reads stays to be looked at.
"""

from __future__ import annotations

import re
import sqlite3
import tempfile
import unicodedata
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from db.building.words import MAX_BYTES
from db.contract import schema
from db.export import export
from db.places import PRIVATE, database_of, opened, published
from pipeline.errors import UsageError

SHORTEST = 3  # letters and digits of a string that is looked for; fewer stand in everything
ALONE = 7  # digits from which a number is looked for whatever letter stands before it ("A099123456")
MOST = 10  # places told of one string
_CONFUSED = ("0oq", "1li", "5s", "8b", "2z")  # digits and the letters that OCR takes for them
BETWEEN = r"[\W_]{0,3}"  # what may stand between two letters or digits of a string
REMEDY = "Withhold it by a [[decision]] with publish = false in the release's privacy.toml, then `foia ingest` and `foia build`."


@dataclass(frozen=True, slots=True)
class Sought:
    """A string to be looked for, never printed: the line of the list it stands in, its pattern, and that for what OCR reads."""

    line: int
    pattern: re.Pattern[str]
    as_scanned: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the string of a line was found: a file and what of it, such as a table's row, with the page where it has one."""

    line: int
    where: str


def read_list(path: Path) -> tuple[Sought, ...]:
    """The strings of a list; empty lines and those that begin with # are left out. UsageError where it cannot be used."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}.", "Give a text file with one string a line.") from error
    wanted = [(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    short = [str(number) for number, line in wanted if sum(map(str.isalnum, line)) < SHORTEST]
    if short:
        raise UsageError(f"{path} line {', '.join(short)}: fewer than {SHORTEST} letters or digits.", "Write more of it.")
    if not wanted:
        raise UsageError(f"{path} holds no string.", "Write one a line.")
    return tuple(Sought(number, _pattern(line), _pattern(line, scanned=True)) for number, line in wanted)


def found_in(folder: Path, wanted: tuple[Sought, ...], words_of: Callable[[Path], str] | None = None) -> tuple[Place, ...]:
    """Every place of each string in what this folder's edition publishes, at most MOST for one. UsageError without an edition.

    `words_of` gives the words that a picture shows, '' for one that shows none; without it pictures are searched as bytes alone.
    """
    database = database_of(folder)
    counts = dict.fromkeys((one.line for one in wanted), 0)
    told: list[Place] = []

    def tell(line: int, where: str) -> None:
        counts[line] += 1
        if counts[line] <= MOST:
            told.append(Place(line, where))

    for where, text in _published(folder, database):
        plain = _plain(text)
        for one in wanted:
            if one.pattern.search(plain):
                tell(one.line, where)
    for where, text in _shown(folder, database, words_of) if words_of else ():
        plain = _plain(text)
        for one in wanted:
            if one.as_scanned.search(plain):
                tell(one.line, where)
    return tuple(sorted(told, key=lambda place: place.line))


def images_in(folder: Path) -> int:
    """How many page images the edition publishes. UsageError without an edition."""
    with closing(opened(database_of(folder))) as db:
        return int(db.execute("SELECT count(DISTINCT image) FROM pages WHERE image <> ''").fetchone()[0])


def _shown(folder: Path, database: Path, words_of: Callable[[Path], str]) -> Iterator[tuple[str, str]]:
    """The words of every page image, with the page it belongs to."""
    sql = "SELECT image, min(file || ' page ' || page_no) FROM pages WHERE image <> '' GROUP BY image ORDER BY 2"
    with closing(opened(database)) as db:
        images = db.execute(sql).fetchall()
    for name, page in images:
        if path := published(folder).image(name):
            yield f"the image of {page}, as OCR reads it", words_of(path)


def _pattern(text: str, scanned: bool = False) -> re.Pattern[str]:
    """The string however it is printed. `scanned`: each sign may be read as another; what stands around it is as it was read, so
    that a number is found behind "No", whose o could be a nought."""
    signs = [sign for sign in _plain(text) if sign.isalnum()]
    edge = r"\d" if len(signs) >= ALONE and all(map(str.isdigit, signs)) else r"[^\W_]"
    return re.compile(rf"(?<!{edge})" + BETWEEN.join(_sign(sign, scanned) for sign in signs) + rf"(?!{edge})")


def _sign(sign: str, scanned: bool) -> str:
    return next((f"[{alike}]" for alike in _CONFUSED if scanned and sign in alike), re.escape(sign))


def _plain(text: str) -> str:
    """Without case and accents."""
    if not text.isascii():
        text = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return text.casefold()


def _published(folder: Path, database: Path) -> Iterator[tuple[str, str]]:
    """All that can be read, part by part, with words for where it stands."""
    with closing(opened(database)) as db:
        yield from _values(db, database.name)
        yield from _indexes(db, database.name)
    for path in sorted(one for one in folder.rglob("*") if one.is_file() and not one.name.startswith(PRIVATE)):
        name = path.relative_to(folder).as_posix()
        yield f"the name of {name}", path.name
        yield f"{name}, its bytes", path.read_bytes().decode("utf-8", "replace")
    with tempfile.TemporaryDirectory() as aside:
        for path in export(database, Path(aside)):
            yield f"{path.name}, as `foia export` writes it", path.read_text(encoding="utf-8", errors="replace")


def _values(db: sqlite3.Connection, name: str) -> Iterator[tuple[str, str]]:
    pages = {key: f" ({Path(file).name} page {page})" for key, file, page in db.execute("SELECT id, file, page_no FROM pages")}
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    for (table,) in db.execute(tables).fetchall():
        rows = db.execute(f'SELECT * FROM "{table}"')
        names = [column[0] for column in rows.description]
        for number, values in enumerate(rows, 1):
            page = next((pages[value] for value in values if isinstance(value, str) and value in pages), "")
            for column, value in zip(names, values, strict=True):
                if text := _text(value):
                    yield f"{name}, {table} row {number}{page}, column {column}", text


def _text(value: object) -> str:
    if isinstance(value, bytes):
        with suppress(zlib.error):
            value = zlib.decompressobj().decompress(value, MAX_BYTES)
        return bytes(value).decode("utf-8", "replace") if isinstance(value, (bytes, bytearray)) else ""
    return value if isinstance(value, str) else ""


def _indexes(db: sqlite3.Connection, name: str) -> Iterator[tuple[str, str]]:
    for index in schema.INDEXES:
        terms: Iterable[tuple[str]] = ()
        with suppress(sqlite3.OperationalError):
            db.execute(f"CREATE VIRTUAL TABLE temp.{index}_sought USING fts5vocab(main, {index}_fts, 'row')")
            terms = db.execute(f"SELECT term FROM temp.{index}_sought").fetchall()
        yield f"{name}, the search index of {index}", "\n\n\n\n".join(term for (term,) in terms)
