"""Files as received, offered by their hash: only where asked for, and only those in which nothing had to be withheld.

A file holds more than its pages show: notes, layers, earlier versions, attachments, a description. So a PDF is offered only
when it has none of these, every page of it was read, nothing on any page was withheld, and no withheld string stands in
its bytes, packed or not. When in doubt the file stays out; its pages are there all the same.
"""

from __future__ import annotations

import hashlib
import itertools
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from db.gate.privacy import Gate
from pipeline.records.source import File

ENDINGS = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg", "image/tiff": "tif"}
NAME = re.compile(r"[0-9a-f]{64}\.(?:pdf|png|jpg|tif)")
LARGEST = 300 * 1024 * 1024  # bytes
UNPACKED = 256 * 1024 * 1024  # bytes of a PDF's packed parts that are looked through; a file with more is not offered
NOT_ASKED = "files as received are offered only when the edition is built with --originals."
_MORE_THAN_PAGES = re.compile(
    rb"/(?:EmbeddedFiles?|Filespec|JavaScript|JS|Launch|AcroForm|XFA|OCProperties|Encrypt|RichMedia|Outlines|PieceInfo|Collection)\b"
    rb"|/Subtype\s*/(?:Text|FreeText|Popup|Redact|Stamp|Highlight|Underline|StrikeOut|Squiggly|Square|Circle|Ink|Line|Polygon"
    rb"|PolyLine|Caret|FileAttachment|Widget|Sound|Movie|Screen)\b"
)
_DESCRIPTION = re.compile(
    rb"/(?:Author|Subject|Keywords|Title)\s*[(<]\s*[^)>\s]|<dc:(?:creator|title|description|subject)>|/Metadata\b"
)
_PICTURE_NOTES = (b"Exif\x00", b"http://ns.adobe.com/xap", b"Photoshop 3.0", b"tEXt", b"iTXt", b"zTXt", b"eXIf")
_STREAM = re.compile(rb"stream\r?\n")


class Originals:
    """Files copied aside and moved into place when the build is good. `there` holds what readers see, `aside` what is new."""

    def __init__(self, folder: Path, corpus: Path | None) -> None:
        self.there, self.aside, self._corpus = folder / "originals", folder / "originals.new", corpus
        self.wanted: set[str] = set()
        self._empty()

    def _empty(self) -> None:
        for left_over in self.aside.glob("*"):
            left_over.unlink()
        if self.aside.is_dir():
            self.aside.rmdir()

    def offer(self, file: File, whole: bool, withheld: bool, gate: Gate) -> tuple[str, str]:
        """Name below originals/ and '', or '' and why the file is not offered. `whole` when every page was read."""
        if self._corpus is None:
            return "", NOT_ASKED
        if reason := _outside(file, whole, withheld):
            return "", reason
        try:
            data = (self._corpus / file.release_id / file.name).read_bytes()
        except OSError:
            return "", "it is no longer where it was received."
        if hashlib.sha256(data).hexdigest() != file.sha256:
            return "", "its bytes are no longer those that were received."
        if reason := inside(data, file.media_type, gate):
            return "", reason
        name = f"{file.sha256}.{ENDINGS[file.media_type]}"
        self.aside.mkdir(parents=True, exist_ok=True)
        (self.aside / name).write_bytes(data)
        self.wanted.add(name)
        return name, ""

    def publish(self) -> None:
        """Moves the files to where readers look."""
        if self.wanted:
            self.there.mkdir(parents=True, exist_ok=True)
        for path in self.aside.glob("*"):
            path.replace(self.there / path.name)
        self._empty()

    def sweep(self) -> None:
        """Removes files that the published edition does not name."""
        for path in self.there.glob("*"):
            if path.name not in self.wanted:
                path.unlink()

    def abandon(self) -> None:
        """Removes what was put aside."""
        self._empty()


def _outside(file: File, whole: bool, withheld: bool) -> str:
    """What speaks against the file before it is opened."""
    if withheld:
        return "something on its pages is withheld."
    if not whole:
        return "not every page of it could be read, so nobody knows what it holds."
    if file.media_type not in ENDINGS:
        return "files of its kind may hold more than their pages show."
    if "!/" in file.name:
        return "it came inside another file."
    return "it is too large." if file.bytes > LARGEST else ""


def inside(data: bytes, media_type: str, gate: Gate) -> str:
    """What in the file's bytes speaks against offering it; '' when nothing does."""
    if media_type != "application/pdf":
        if any(mark in data for mark in _PICTURE_NOTES):
            return "it carries a description besides the picture."
        return "it holds something that is withheld." if _tells(data, gate) else ""
    versions = data.count(b"%%EOF") - (b"/Linearized" in data[:2048])
    if versions > 1:
        return "it keeps earlier versions of itself."
    seen = 0
    for part in itertools.chain((data,), _unpacked(data)):
        seen += len(part)
        if _MORE_THAN_PAGES.search(part):
            return "it holds more than its pages show, such as notes, layers, forms or attachments."
        if _DESCRIPTION.search(part):
            return "it carries a description besides its pages."
        if _tells(part, gate):
            return "it holds something that is withheld."
    return "" if seen - len(data) < UNPACKED else "it is too large to be looked through."


def _unpacked(data: bytes) -> Iterator[bytes]:
    """The parts of a PDF that are packed by the usual method, unpacked; the rest is pictures."""
    room = UNPACKED
    for start in _STREAM.finditer(data):
        if room <= 0:
            return
        end = data.find(b"endstream", start.end())
        try:
            part = zlib.decompressobj().decompress(data[start.end() : end if end >= 0 else len(data)], room)
        except zlib.error:
            continue
        room -= len(part)
        yield part


def _tells(part: bytes, gate: Gate) -> bool:
    for trace in gate.traces.all:
        if len(trace.text) >= 5 and any(
            trace.text.encode(code, "ignore") in part for code in ("utf-8", "utf-16-be", "utf-16-le")
        ):
            return True
    return False
