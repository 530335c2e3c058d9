"""Proves a claim again from what is stored: its words, their places on the page, and the file and image they come from.

A pair is proved by both of its claims.

Each step says what was done and how it ended, so that a reader can repeat it without this program.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from db.building.images import NAME, name_of
from db.building.words import unpack
from pipeline.errors import UsageError
from pipeline.records.line_numbers import without_numbers

HASHED_UP_TO = 256 * 1024 * 1024  # bytes; a larger file is not read again for one request
HELD, FAILED, NOT_DONE = "holds", "fails", "not done"

_CLAIM = """
SELECT c.quote, c.start, c."end", p.text, p.id, p.page_no, p.image, f.id, f.name, f.sha256, f.bytes, f.release_id
FROM claims c JOIN pages p ON p.id = c.page_id JOIN files f ON f.id = p.file_id WHERE c.id = ?"""

_PAIR = """
SELECT left_claim_id, right_claim_id FROM contradictions WHERE id = :id
UNION ALL SELECT left_claim_id, right_claim_id FROM related_pairs WHERE id = :id"""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was proved again: what, how it ended (holds, fails, not done) and what was done, in words."""

    what: str
    state: str
    done: str


def claims_of(db: sqlite3.Connection, key: str) -> tuple[str, ...]:
    """The ids of the claims that this id stands for: those of a pair, listed or related; any other id is taken for a claim's."""
    pair = db.execute(_PAIR, {"id": key}).fetchone()
    return (str(pair[0]), str(pair[1])) if pair else (key,)


def verify(db: sqlite3.Connection, claim_id: str, images: Path, corpus: Path | None = None) -> tuple[Step, ...]:
    """Every step for this claim. `images` holds the page images, `corpus` (where it is at hand) the files as received.

    Raises UsageError for an id that is no claim of this edition.
    """
    row = db.execute(_CLAIM, (claim_id,)).fetchone()
    if row is None:
        raise UsageError(f"There is no claim or pair {claim_id!r} in this edition.", "Verify a claim or a pair by its id.")
    quote, start, end, text, page_id, number, image, file_id, name, sha256, size, release_id = row
    blob = db.execute("SELECT words FROM page_words WHERE page_id = ?", (page_id,)).fetchone()
    return (
        _words(quote, start, end, text),
        _places(quote, start, end, text, blob[0] if blob else b""),
        _names(file_id, sha256, page_id, number),
        _image(image, images),
        _file(name, sha256, size, corpus / release_id if corpus else None),
    )


def verified(steps: tuple[Step, ...]) -> bool:
    """Whether nothing failed; what could not be done here is no failure, and is told."""
    return all(step.state != FAILED for step in steps)


def _words(quote: str, start: int, end: int, text: str) -> Step:
    there = without_numbers(text, start, end)
    done = f"Characters {start} to {end} of the page's text ({len(text)} characters) were read again and compared with the quote"
    return Step("The quote is what the page says", HELD if there == quote else FAILED, f"{done}, letter for letter.")


def _places(quote: str, start: int, end: int, text: str, blob: bytes) -> Step:
    what = "Its words lie where the boxes are drawn"
    try:
        found = [word for word in unpack(blob) if word.start < end and word.start + word.length > start]
    except ValueError:
        return Step(what, NOT_DONE, "The page has no readable record of where its words lie.")
    printed = [text[max(word.start, start) : min(word.start + word.length, end)] for word in found]
    same = "".join("".join(printed).split()) == "".join(quote.split())
    return Step(
        what, HELD if same else FAILED, f"The {len(found)} placed words inside the quote were joined and compared with it."
    )


def _names(file_id: str, sha256: str, page_id: str, number: int) -> Step:
    same = file_id == sha256[:16] and page_id == f"{file_id}-p{number}"
    done = f"The file's id {file_id} was compared with the first 16 digits of its SHA-256, and the page's id with file and page."
    return Step("The ids are those of the file and page", HELD if same else FAILED, done)


def _image(name: str, folder: Path) -> Step:
    what = "The page image is the one that was published"
    path = folder / name
    if not NAME.fullmatch(name) or path.is_symlink() or not path.is_file():
        return Step(what, NOT_DONE, "There is no image of this page here.")
    same = name_of(path.read_bytes()) == name
    return Step(what, HELD if same else FAILED, "The SHA-256 of the image's bytes was computed again and compared with its name.")


def _file(name: str, sha256: str, size: int, release: Path | None) -> Step:
    what = "The received file has not changed"
    by_hand = f"Its recorded SHA-256 is {sha256}; compare it with `sha256sum` of your copy."
    path = _original(name, release)
    if path is None:
        return Step(what, NOT_DONE, f"The file itself is not kept where this was run. {by_hand}")
    if size > HASHED_UP_TO:
        return Step(what, NOT_DONE, f"The file is too large to be read again for one question. {by_hand}")
    digest = hashlib.sha256()
    for block in _blocks(path):
        digest.update(block)
    done = f"All {path.stat().st_size} bytes were read again; their SHA-256 is {digest.hexdigest()}, recorded is {sha256}."
    return Step(what, HELD if digest.hexdigest() == sha256 else FAILED, done)


def _original(name: str, release: Path | None) -> Path | None:
    """The file as received, below its release; None for a member of an archive, and for a path that leads elsewhere."""
    if release is None or "!" in name:
        return None
    path = release / name
    try:
        inside = path.resolve().is_relative_to(release.resolve())
    except (OSError, ValueError):
        return None
    return path if inside and path.is_file() else None


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as handle:
        while block := handle.read(1 << 20):
            yield block
