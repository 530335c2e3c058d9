"""Content-addressed artifacts, receipts for finished work, and the manifest: the seam between computing and publishing.

`objects/ab/<sha256>` holds bytes under their own digest. `receipts/<stage>/ab/<key>.json` says that the work with this
key gave that object, or failed for a reason that lies in the document. The object is written before its receipt, each
through a temporary file, fsync and rename, so whatever is there is whole. `MANIFEST.json` is the finished picture: it
holds no time, path or order of work, so the same corpus and code give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline import codec
from pipeline.errors import UsageError
from pipeline.records.document import Kinship, Lent, Naming, Numbering, Segmentation
from pipeline.records.finding import Claim, Contradiction, Findings, Shown, Unity, Withheld
from pipeline.records.lead import Lead
from pipeline.records.meaning import Meaning
from pipeline.records.outcome import Failure
from pipeline.records.page import Page
from pipeline.records.post import Posted
from pipeline.records.source import File, Probe, Release, Replaced

MANIFEST = "MANIFEST.json"

OUTPUTS: dict[str, Any] = {
    "probe": Probe,
    "read": Page,
    "openly": Shown,
    "screen": tuple[Withheld, ...],
    "replace": Replaced,
    "number": Numbering,
    "segment": Segmentation,
    "lend": tuple[Lent, ...],
    "naming": tuple[Naming, ...],
    "posts": Posted,
    "find": Findings,
    "embed": tuple[Meaning, ...],
    "relate": Kinship,
    "unite": Unity,
    "claims": tuple[Claim, ...],
    "compare": tuple[Contradiction, ...],
    "leads": tuple[Lead, ...],
}


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof that one unit of one stage was done under `key`. `output` is an object's sha256, or '' with a `failure`.

    `parts` are what went into the key (version, parameters, tools, inputs), kept so that `foia why` can tell what changed.
    """

    stage: str
    unit: str
    key: str
    output: str
    failure: Failure | None
    parts: dict[str, Any]


def write_whole(path: Path, data: bytes, by_way_of: Path | None = None) -> None:
    """Puts the bytes there entirely or not at all, surviving a power cut. `by_way_of` is a folder on the same disk."""
    aside = by_way_of or path.parent
    for folder in (path.parent, aside):
        folder.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=aside, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


class Store:
    """The artifacts directory, for reading and writing. Only the parent process writes."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._aside = root / "unfinished"

    def sweep(self) -> None:
        """Removes what writes that were killed left half done, if older than a day: a younger one may be somebody's at work."""
        for path in self._aside.glob(".part-*"):
            if time.time() - path.stat().st_mtime > 86_400:
                path.unlink(missing_ok=True)

    def object_path(self, sha256: str) -> Path:
        """Where the object of this digest lies, whether or not it is there."""
        return self.root / "objects" / sha256[:2] / sha256

    def has(self, sha256: str) -> bool:
        """Whether the object is there."""
        return self.object_path(sha256).is_file()

    def put(self, data: bytes) -> str:
        """Stores the bytes and returns their sha256."""
        sha256 = hashlib.sha256(data).hexdigest()
        path = self.object_path(sha256)
        if not path.is_file():
            write_whole(path, data, self._aside)
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes of an object. FileNotFoundError when it is not there."""
        return self.object_path(sha256).read_bytes()

    def receipt(self, stage: str, key: str) -> Receipt | None:
        """The receipt under this key, or None; also None when its object is gone or the receipt is unreadable."""
        try:
            receipt: Receipt = codec.decode(Receipt, self._receipt_path(stage, key).read_bytes())
        except (FileNotFoundError, ValueError):
            return None
        return receipt if receipt.failure or self.has(receipt.output) else None

    def record(self, receipt: Receipt) -> None:
        """Writes the receipt; the object it names must be there already."""
        write_whole(self._receipt_path(receipt.stage, receipt.key), codec.encode(receipt), self._aside)

    def _receipt_path(self, stage: str, key: str) -> Path:
        return self.root / "receipts" / stage / key[:2] / f"{key}.json"

    def write_manifest(self, manifest: dict[str, Any]) -> str:
        """Writes MANIFEST.json, one unit per line, and returns its sha256."""
        heads = {key: value for key, value in manifest.items() if key != "units"}
        head = json.dumps(heads, ensure_ascii=False, sort_keys=True, indent=1)[:-2]
        rows = ",\n  ".join(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in manifest["units"])
        data = f'{head},\n "units": [\n  {rows}\n ]\n}}\n'.encode()
        write_whole(self.root / MANIFEST, data, self._aside)
        return hashlib.sha256(data).hexdigest()


def counts_for(replacements: Iterable[Replaced]) -> dict[str, str]:
    """Ids of the files that no longer count, each with the id of the one that counts for it, at the end of a chain.

    In a ring, which only contradictory words of people can make, every file counts.
    """
    next_of = {one.file_id: one.by for one in replacements if one.stands}
    found = {}
    for key in next_of:
        end = key
        for _ in next_of:
            end = next_of.get(end, end)
        if end not in next_of:
            found[key] = end
    return found


class Reader:
    """What a finished run left: the manifest and the records behind it. For publishing; never writes."""

    def __init__(self, root: Path) -> None:
        self.store = Store(root)
        try:
            data = (root / MANIFEST).read_bytes()
        except FileNotFoundError:
            raise UsageError(f"{root} holds no finished run.", "Run `foia ingest PATH` first.") from None
        self.sha256 = hashlib.sha256(data).hexdigest()
        self.manifest: dict[str, Any] = json.loads(data)
        self._by_stage: dict[str, dict[str, str]] = {}
        for row in self.manifest["units"]:
            self._by_stage.setdefault(row["stage"], {})[row["unit"]] = row["output"]

    def releases(self) -> tuple[Release, ...]:
        """Every release, by id."""
        return tuple(codec.build(Release, row) for row in self.manifest["releases"])

    def files(self) -> tuple[File, ...]:
        """Every received file, by release and name."""
        return tuple(codec.build(File, row) for row in self.manifest["files"])

    def replaced(self) -> dict[str, str]:
        """See `counts_for`."""
        return counts_for(one for _, one in self.units("replace"))

    def failures(self) -> tuple[Failure, ...]:
        """Everything that was not read or computed, in a fixed order."""
        return tuple(codec.build(Failure, row) for row in self.manifest["failures"])

    def units(self, stage: str) -> Iterator[tuple[str, Any]]:
        """(unit, record) for every finished unit of the stage, by unit. Types are in OUTPUTS."""
        for unit, sha256 in sorted(self._by_stage.get(stage, {}).items()):
            yield unit, codec.decode(OUTPUTS[stage], self.store.get(sha256))

    def unit(self, stage: str, unit: str) -> Any | None:
        """The record of one unit, or None where it was not finished."""
        sha256 = self._by_stage.get(stage, {}).get(unit)
        return None if sha256 is None else codec.decode(OUTPUTS[stage], self.store.get(sha256))

    def pages(self, file_id: str) -> Iterator[Page]:
        """The pages of one file that were read, in order: raw, hidden text included. Mask before publishing."""
        probe = self.unit("probe", file_id)
        for number in range(1, probe.n_pages + 1 if probe else 1):
            page = self.unit("read", f"{file_id}-p{number}")
            if page is not None:
                yield page

    def parameters(self, stage: str) -> dict[str, Any]:
        """What the stage was set to in this run, as its receipts say; {} where it did nothing or no receipt tells."""
        keys = (row["key"] for row in self.manifest["units"] if row["stage"] == stage)
        found = (self.store.receipt(stage, key) for key in keys)
        return next((dict(receipt.parts.get("params") or {}) for receipt in found if receipt), {})

    def runs(self) -> Iterator[dict[str, Any]]:
        """The log of runs, oldest first; keys are the columns of the table `runs`."""
        for path in sorted((self.store.root / "runs").glob("*.json")):
            yield json.loads(path.read_bytes())
