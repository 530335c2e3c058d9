"""A large made-up edition: as many pages, documents, claims and pairs as a large release has, in the real tables.

    scripts/big/edition.py FROM TO [PAGES]

FROM is the folder of a published edition (its text lends the words), TO the folder to write into, PAGES 100,000 unless said.
Which columns a table has is asked of the schema, so that a column added there is filled here with nothing.
"""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from db.building import produced  # noqa: E402
from db.building.tables import Tables  # noqa: E402
from db.contract import schema  # noqa: E402
from db.contract.shapes import Column  # noqa: E402
from db.gate.privacy import Gate, Known  # noqa: E402
from db.places import DATABASE  # noqa: E402
from scripts.big import kinship, pairs  # noqa: E402
from scripts.big.words import Writer  # noqa: E402

PAGES = 100_000
PAGES_OF_FILE = 50
CLAIMS_PER_PAGE, REDACTIONS_PER_PAGE, MENTIONS_PER_PAGE = 3, 2, 4
NUMBERS = 0.15  # share of claims that give a number
MATCHED = 0.1  # share of claims whose speaker is known as an entity
ENTITIES = 5_000
FAILED = 0.002  # share of pages of which something is told that could not be read
LINES_OF_PAGE, MOST_LINES = 40, 60_000  # different lines that the pages are made of
KINDS = ("email", "memo", "letter", "agreement", "report", "press", "form", "chronology")
CODES = ("(b)(5)", "(b)(6)", "(b)(7)(C)", "(b)(7)(E)", "(b)(2)", "(b)(4)")
SPEAKERS = ("agency", "congress", "state", "local", "court", "advocate", "press", "record")
AUDIENCES = ("internal", "public", "congress", "state-local")
RELEASES = ("first", "second", "third", "fourth")
MAKE_DEMO = "Run `make demo` first: it makes an edition to draw on."
Row = dict[str, Any]
Add = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Source:
    """What a published edition lends: its words, its facts, what its claims are about (topic, id, whether a number), images."""

    texts: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    about: tuple[tuple[str, str, bool], ...]
    images: tuple[str, ...]


def read(folder: Path) -> Source:
    """The edition in this folder. SystemExit, with what to do, when there is none or no claim in it."""
    if not (folder / DATABASE).is_file():
        sys.exit(f"There is no edition at {folder / DATABASE}. {MAKE_DEMO}")
    with sqlite3.connect(f"file:{folder / DATABASE}?mode=ro", uri=True) as db:
        try:
            source = Source(
                tuple(text for (text,) in db.execute("SELECT text FROM pages ORDER BY id")),
                tuple(db.execute("SELECT key, value FROM edition ORDER BY key")),
                tuple(
                    db.execute("SELECT DISTINCT topic, coalesce(proposition, metric), metric IS NOT NULL FROM claims ORDER BY 2")
                ),
                tuple(row[0] for row in db.execute("SELECT image FROM pages WHERE image <> '' ORDER BY id")) or ("",),
            )
        except sqlite3.DatabaseError as error:
            sys.exit(f"{folder / DATABASE} is no edition of this version ({error}). {MAKE_DEMO}")
    if not any(text.split() for text in source.texts) or all(number for _, _, number in source.about):
        sys.exit(f"{folder / DATABASE} holds no claims to draw on. {MAKE_DEMO}")
    return source


class Maker:
    """Rows of the large edition."""

    def __init__(self, source: Source, images: Path, folder: Path, pages: int) -> None:
        self.pages, self.source, self.draw = pages, source, random.Random(20100817)
        self.writer = Writer(list(source.texts), 1)
        folder.mkdir(parents=True, exist_ok=True)
        if images.is_dir():
            shutil.copytree(images, folder / "images", dirs_exist_ok=True)
        self.tables = Tables(folder / DATABASE, Gate((), Known()))
        self.blank = {table.name: {c.name.strip('"'): nothing(c) for c in table.columns} for table in schema.TABLES}
        self.lines = self.writer.lines(min(MOST_LINES, LINES_OF_PAGE * pages))
        self.questions = [one for one in source.about if not one[2]]
        self.numbers = [one for one in source.about if one[2]] or self.questions
        self.claims: dict[tuple[str, str], list[str]] = {}
        self.records: list[kinship.Record] = []
        self.offices = [f"Office of {self.writer.rare()} {self.writer.rare()}" for _ in range(300)]

    def add(self, table: str, **values: Any) -> None:
        self.tables.add(table, self.blank[table] | values)

    def everything(self) -> None:
        for name in RELEASES:
            self.add("releases", id=name, title=f"The {name} release", agency="Agency of Examples")
        for number in range(ENTITIES):
            self.add("entities", id=f"e{number}", kind="person", sort="person", name=f"{self.writer.rare()} {self.writer.rare()}",
                     n_mentions=MENTIONS_PER_PAGE * self.pages // ENTITIES)  # fmt: skip
        for number in range(max(1, self.pages // PAGES_OF_FILE)):
            self.file(number)
        kinship.fill(self.add, self.draw, self.records)
        pairs.fill(self.add, self.draw, self.claims, self.pages)
        for key, value in (dict(self.source.facts) | {"pages": str(self.pages), "claims": str(self.n_claims)}).items():
            self.add("edition", key=key, value=value)
        self.tables.finish()

    @property
    def n_claims(self) -> int:
        return sum(map(len, self.claims.values()))

    def file(self, number: int) -> None:
        key, release = f"{number:016x}", RELEASES[number * len(RELEASES) * PAGES_OF_FILE // self.pages % len(RELEASES)]
        self.add("files", id=key, release_id=release, name=f"box {number // 20}/{self.writer.rare()}.pdf", sha256=key * 4,
                 media_type="application/pdf", n_pages=PAGES_OF_FILE, status="read", bytes=9)  # fmt: skip
        first = 1
        while first <= PAGES_OF_FILE:
            last = min(PAGES_OF_FILE, first + int(self.draw.expovariate(0.4)))
            self.document(key, release, number, first, last)
            first = last + 1

    def document(self, file_id: str, release: str, number: int, first: int, last: int) -> None:
        day = f"{self.draw.randint(2007, 2014)}-{self.draw.randint(1, 12):02}-{self.draw.randint(1, 28):02}"
        made = kinship.Record(f"{file_id}d{first}", file_id, first, last, self.draw.choice(KINDS), day)
        family, thread = kinship.of(self.records, made, self.draw)
        made = kinship.placed(made, family, thread)
        self.records.append(made)
        audience, office = self.draw.choice(AUDIENCES), self.draw.choice(self.offices)
        self.add("documents", id=made.id, release_id=release, file_id=file_id, file=f"file {number}.pdf",
                 first_page=first, last_page=last, kind=made.kind, title=" ".join(self.writer.words(6)), date=day,
                 date_precision="day", date_basis="header", author=office, recipients=self.draw.choice(self.offices),
                 audience=audience, confidence=0.9, family_id=family or None, thread_id=thread)  # fmt: skip
        copy = self.writer.page(self.lines) if self.draw.random() < 0.05 else None
        for page_no in range(first, last + 1):
            self.page(made, number, page_no, audience, copy)

    def page(self, of: kinship.Record, number: int, page_no: int, audience: str, copy: Any) -> None:
        text, words, lines = copy or self.writer.page(self.lines)
        key, bates = f"{of.file_id}-p{page_no}", f"EX-{number * PAGES_OF_FILE + page_no:07}"
        self.add("pages", id=key, file_id=of.file_id, file=f"file {number}.pdf", page_no=page_no, document_id=of.id, text=text,
                 bates=bates, method="ocr", confidence=self.draw.uniform(0.6, 1.0),
                 language="eng", image=self.draw.choice(self.source.images), width=612.0, height=792.0)  # fmt: skip
        self.add("page_words", page_id=key, words=words)
        self.add("stamps", **produced.stamp(key, bates, bates, True, False))
        count = CLAIMS_PER_PAGE * 2 if page_no % 2 else 0
        for line, start, end in self.draw.sample(lines, min(count, len(lines))):
            self.claim(of, f"{key}c{line}", key, audience, text, (line, start, end))
        for at in range(self.draw.randint(0, 2 * REDACTIONS_PER_PAGE)):
            top = 0.1 + 0.1 * at
            self.add("redactions", id=f"{key}r{at}", page_id=key, x0=0.1, y0=top, x1=0.4, y1=top + 0.02, kind="black", area=0.006,
                     codes=json.dumps(self.draw.sample(CODES, self.draw.randint(0, 2))))  # fmt: skip
        for at in range(MENTIONS_PER_PAGE):
            start = self.draw.randrange(max(1, len(text) - 20))
            self.add("mentions", id=f"{key}m{at}", entity_id=f"e{self.draw.randrange(ENTITIES)}", page_id=key, start=start,
                     end=start + 12, text=text[start : start + 12], kind="person")  # fmt: skip
        if self.draw.random() < FAILED:
            self.add("failures", id=f"{key}f", stage="find", file_id=of.file_id, file=f"file {number}.pdf", page_no=page_no,
                     kind="timeout", message="It took longer than it may.", remedy="Run it again.")  # fmt: skip

    def claim(self, of: kinship.Record, key: str, page: str, audience: str, text: str, line: tuple[int, int, int]) -> None:
        numeric = self.draw.random() < NUMBERS
        topic, about, number = self.draw.choice(self.numbers if numeric else self.questions)
        self.claims.setdefault((topic, about), []).append(key)
        said = {"metric": about, "value": round(self.draw.random(), 2), "unit": "share", "bound": "exact", "proposition": None}
        sure = {"proposition": about, "stance": self.draw.choice(("affirm", "deny"))}
        at, start, end = line
        self.add("claims", id=key, page_id=page, document_id=of.id, topic=topic, **(said if number else sure),
                 status="asserted", quote=text[start:end], start=start, end=end,
                 boxes=json.dumps([[0.1, 0.06 + 0.021 * at, 0.9, 0.074 + 0.021 * at]]),
                 speaker_id=f"e{self.draw.randrange(ENTITIES)}" if self.draw.random() < MATCHED else None,
                 speaker=self.draw.choice(self.offices), speaker_kind=self.draw.choice(SPEAKERS), date=of.date,
                 date_precision="day", audience=audience, confidence=self.draw.uniform(0.4, 1.0),
                 ocr_confidence=0.9, faint=0, extractor="made up")  # fmt: skip


def nothing(column: Column) -> Any:
    """What a column holds of which nothing is known: NULL where it may, else what its description calls empty."""
    if "NOT NULL" not in column.sql and "PRIMARY" not in column.sql:
        return None
    if not column.sql.startswith("TEXT"):
        return 0 if column.sql.startswith(("INTEGER", "REAL")) else b""
    return "[]" if "JSON array" in column.help else "{}" if "JSON object" in column.help else ""


def make(source: Path, folder: Path, pages: int = PAGES) -> Path:
    """The large edition in `folder`, made of the words of the edition in `source`; returns its database."""
    Maker(read(source), source / "images", folder, pages).everything()
    return folder / DATABASE


def main() -> None:
    """Builds it and says how long that took."""
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    began = time.monotonic()
    pages = int(sys.argv[3]) if len(sys.argv) > 3 else PAGES
    made = make(Path(sys.argv[1]), Path(sys.argv[2]), pages)
    print(f"{made}: {pages:,} pages, {made.stat().st_size:,} bytes, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
