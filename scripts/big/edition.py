"""A large made-up edition: as many pages, documents, claims and pairs as a large release has, in the real tables.

    scripts/big/edition.py FROM TO [PAGES]

FROM is the folder of a published edition (its text lends the words), TO the folder to write into, PAGES 100,000 unless said.
"""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from db import schema  # noqa: E402
from db.places import DATABASE  # noqa: E402
from db.privacy import Gate, Known  # noqa: E402
from db.tables import Tables  # noqa: E402
from scripts.big.words import Writer  # noqa: E402

PAGES = 100_000
PAGES_OF_FILE = 50
CLAIMS_PER_PAGE, PAIRS_PER_PAGE, REDACTIONS_PER_PAGE, MENTIONS_PER_PAGE = 3, 1, 2, 4
ENTITIES = 5_000
KINDS = ("email", "memo", "letter", "agreement", "report", "press", "form", "chronology")
CODES = ("(b)(5)", "(b)(6)", "(b)(7)(C)", "(b)(7)(E)", "(b)(2)", "(b)(4)")
SPEAKERS = ("agency", "congress", "state", "local", "court", "advocate", "press", "record")
AUDIENCES = ("internal", "public", "congress", "state-local")
RELEASES = ("first", "second", "third", "fourth")
Row = dict[str, Any]


class Maker:
    """Rows of the large edition, in tables whose columns it asks the schema for."""

    def __init__(self, source: Path, folder: Path, pages: int) -> None:
        self.pages, self.draw = pages, random.Random(20100817)
        with sqlite3.connect(f"file:{source / DATABASE}?mode=ro", uri=True) as db:
            self.writer = Writer([text for (text,) in db.execute("SELECT text FROM pages")], 1)
            self.facts = dict(db.execute("SELECT key, value FROM edition"))
            self.about = [row[0] for row in db.execute("SELECT DISTINCT proposition FROM claims WHERE proposition IS NOT NULL")]
            self.images = [row[0] for row in db.execute("SELECT image FROM pages WHERE image <> ''")]
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source / "images", folder / "images", dirs_exist_ok=True)
        self.tables = Tables(folder / DATABASE, Gate((), Known()))
        self.blank = {table.name: {c.name.strip('"'): _nothing(c.sql) for c in table.columns} for table in schema.TABLES}
        self.lines = self.writer.lines(60_000)
        self.claims: dict[str, list[tuple[str, str]]] = {key: [] for key in self.about}
        self.offices = [f"Office of {self.writer.rare()} {self.writer.rare()}" for _ in range(300)]

    def add(self, table: str, **values: Any) -> None:
        self.tables.add(table, self.blank[table] | values)

    def everything(self) -> None:
        for name in RELEASES:
            self.add("releases", id=name, title=f"The {name} release", agency="Agency of Examples")
        for number in range(ENTITIES):
            self.add("entities", id=f"e{number}", kind="person", name=f"{self.writer.rare()} {self.writer.rare()}", aliases="[]",
                     n_mentions=MENTIONS_PER_PAGE * self.pages // ENTITIES)  # fmt: skip
        for number in range(self.pages // PAGES_OF_FILE):
            self.file(number)
        self.pairs()
        for key, value in (self.facts | {"pages": str(self.pages), "claims": str(CLAIMS_PER_PAGE * self.pages)}).items():
            self.add("edition", key=key, value=value)
        self.tables.finish()

    def file(self, number: int) -> None:
        key, release = f"{number:016x}", RELEASES[number * len(RELEASES) * PAGES_OF_FILE // self.pages]
        self.add("files", id=key, release_id=release, name=f"box {number // 20}/{self.writer.rare()}.pdf", sha256=key * 4,
                 media_type="application/pdf", n_pages=PAGES_OF_FILE, status="read", also="[]", bytes=9)  # fmt: skip
        first = 1
        while first <= PAGES_OF_FILE:
            last = min(PAGES_OF_FILE, first + int(self.draw.expovariate(0.4)))
            self.document(key, release, number, first, last)
            first = last + 1

    def document(self, file_id: str, release: str, number: int, first: int, last: int) -> None:
        day = f"{self.draw.randint(2007, 2014)}-{self.draw.randint(1, 12):02}-{self.draw.randint(1, 28):02}"
        key, audience = f"{file_id}d{first}", self.draw.choice(AUDIENCES)
        self.add("documents", id=key, release_id=release, file_id=file_id, file=f"file {number}.pdf",
                 first_page=first, last_page=last,
                 kind=self.draw.choice(KINDS), title=" ".join(self.writer.words(6)), date=day, date_precision="day",
                 date_basis="header", author=self.draw.choice(self.offices), recipients=self.draw.choice(self.offices),
                 audience=audience, confidence=0.9, family_id=None)  # fmt: skip
        copy = self.writer.page(self.lines) if self.draw.random() < 0.05 else None
        for page_no in range(first, last + 1):
            self.page(file_id, number, page_no, key, day, audience, copy)

    def page(self, file_id: str, number: int, page_no: int, document: str, day: str, audience: str, copy: Any) -> None:
        text, words, lines = copy or self.writer.page(self.lines)
        key = f"{file_id}-p{page_no}"
        self.add("pages", id=key, file_id=file_id, file=f"file {number}.pdf", page_no=page_no, document_id=document, text=text,
                 bates=f"EX-{number * PAGES_OF_FILE + page_no:07}", method="ocr", confidence=self.draw.uniform(0.6, 1.0),
                 language="eng", image=self.draw.choice(self.images), width=612.0, height=792.0)  # fmt: skip
        self.add("page_words", page_id=key, words=words)
        count = CLAIMS_PER_PAGE * 2 if page_no % 2 else 0
        for line, start, end in self.draw.sample(lines, min(count, len(lines))):
            claim, about = f"{key}c{line}", self.draw.choice(self.about)
            self.claims[about].append((claim, day))
            self.add("claims", id=claim, page_id=key, document_id=document, topic="t", proposition=about, metric=None,
                     stance=self.draw.choice(("affirm", "deny")), status="asserted", value=None, quote=text[start:end],
                     start=start, end=end, boxes=json.dumps([[0.1, 0.06 + 0.021 * line, 0.9, 0.074 + 0.021 * line]]),
                     speaker_id=None,
                     speaker=self.draw.choice(self.offices), speaker_kind=self.draw.choice(SPEAKERS), date=day,
                     date_precision="day", audience=audience, confidence=self.draw.uniform(0.4, 1.0),
                     ocr_confidence=0.9, extractor="made up",
                     reasons="[]")  # fmt: skip
        for at in range(self.draw.randint(0, 2 * REDACTIONS_PER_PAGE)):
            top = 0.1 + 0.1 * at
            self.add("redactions", id=f"{key}r{at}", page_id=key, x0=0.1, y0=top, x1=0.4, y1=top + 0.02, kind="black", area=0.006,
                     codes=json.dumps(self.draw.sample(CODES, self.draw.randint(0, 2))))  # fmt: skip
        for at in range(MENTIONS_PER_PAGE):
            start = self.draw.randrange(max(1, len(text) - 20))
            self.add("mentions", id=f"{key}m{at}", entity_id=f"e{self.draw.randrange(ENTITIES)}", page_id=key, start=start,
                     end=start + 12, text=text[start : start + 12], kind="person")  # fmt: skip

    def pairs(self) -> None:
        for number, (about, left, right) in enumerate(self._drawn_pairs(PAIRS_PER_PAGE * self.pages)):
            key = f"x{number}"
            self.add("contradictions", id=key, kind=self.draw.choice(("stance", "number", "data", "shift")),
                     left_claim_id=left[0],                     right_claim_id=right[0], topic="t",
                     proposition=about, score=self.draw.random(), days_apart=100,
                     same_speaker=int(self.draw.random() < 0.1), verdict="machine-found", reviewed_on=None,
                     audience_pair=f"{self.draw.choice(AUDIENCES)}/{self.draw.choice(AUDIENCES)}",
                     explanation="One says yes, the other no.")  # fmt: skip
            for position in range(3):
                self.add(
                    "reasons", contradiction_id=key, position=position, feature="date", left="2010", right="2011", weight=0.2
                )

    def _drawn_pairs(self, count: int) -> Iterator[tuple[str, tuple[str, str], tuple[str, str]]]:
        for _ in range(count):
            about = self.draw.choice(self.about)
            left, right = self.draw.sample(self.claims[about], 2)
            yield about, left, right


def _nothing(sql: str) -> Any:
    if "NOT NULL" not in sql and "PRIMARY" not in sql:
        return None
    return "" if sql.startswith("TEXT") else 0 if sql.startswith(("INTEGER", "REAL")) else b""


def main() -> None:
    """Builds it and says how long that took."""
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    began = time.monotonic()
    pages = int(sys.argv[3]) if len(sys.argv) > 3 else PAGES
    folder = Path(sys.argv[2])
    Maker(Path(sys.argv[1]), folder, pages).everything()
    print(f"{folder / DATABASE}: {pages:,} pages, {(folder / DATABASE).stat().st_size:,} bytes, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
