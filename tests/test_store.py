from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.records.outcome import Failure
from pipeline.records.source import Probe
from pipeline.store import Reader, Receipt, Store, write_whole


def test_an_object_lies_under_its_own_digest(tmp_path: Path) -> None:
    store = Store(tmp_path)
    sha256 = store.put(b"page")
    assert sha256 == hashlib.sha256(b"page").hexdigest()
    assert store.get(sha256) == b"page" and store.has(sha256)
    assert hashlib.sha256(store.object_path(sha256).read_bytes()).hexdigest() == sha256
    assert not store.has("0" * 64)


def receipt(output: str, failure: Failure | None = None) -> Receipt:
    return Receipt("probe", "f", "k" * 64, output, failure, {"version": "1"})


def test_a_receipt_counts_only_while_its_object_is_there(tmp_path: Path) -> None:
    store = Store(tmp_path)
    sha256 = store.put(b"x")
    store.record(receipt(sha256))
    assert store.receipt("probe", "k" * 64) == receipt(sha256)
    store.object_path(sha256).unlink()
    assert store.receipt("probe", "k" * 64) is None


def test_a_torn_receipt_is_no_receipt(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.record(receipt(store.put(b"x")))
    path = next((tmp_path / "receipts").rglob("*.json"))
    path.write_bytes(path.read_bytes()[:20])
    assert store.receipt("probe", "k" * 64) is None


def test_a_remembered_failure_needs_no_object(tmp_path: Path) -> None:
    store = Store(tmp_path)
    failed = Failure("read", "a.pdf", "f", 3, "encrypted", "It is locked.", "Add the password.", True)
    store.record(receipt("", failed))
    found = store.receipt("probe", "k" * 64)
    assert found is not None and found.failure == failed


def test_writing_whole_leaves_the_old_file_when_it_breaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    write_whole(path, b"old")

    def broken(handle: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("pipeline.store.os.fsync", broken)
    with pytest.raises(OSError):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path], "no half-written file is left"


def test_reading_before_any_run_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="foia ingest"):
        Reader(tmp_path)


def test_the_manifest_reads_back(tmp_path: Path) -> None:
    store = Store(tmp_path)
    output = store.put(b'{"file_id":"f","n_pages":2,"password":""}')
    rows = [{"stage": "probe", "unit": "f", "key": "k", "output": output}]
    sha256 = store.write_manifest({"format": 1, "releases": [], "files": [], "failures": [], "units": rows})
    reader = Reader(tmp_path)
    assert reader.sha256 == sha256
    assert dict(reader.units("probe")) == {"f": Probe("f", 2)}
    assert reader.unit("probe", "g") is None
    assert list(reader.pages("f")) == [], "pages that were not read are simply not there"


def test_an_empty_manifest_is_still_json(tmp_path: Path) -> None:
    Store(tmp_path).write_manifest({"format": 1, "releases": [], "files": [], "failures": [], "units": []})
    assert Reader(tmp_path).manifest["units"] == []


def test_what_a_killed_write_left_is_swept_after_a_day(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(b"x")
    old, young = (tmp_path / "unfinished" / f".part-{name}" for name in ("old", "young"))
    for path in (old, young):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    store.sweep()
    assert not old.exists() and young.exists()


def test_the_parameters_of_a_stage_are_told_by_its_receipts(tmp_path: Path) -> None:
    store = Store(tmp_path)
    output = store.put(b"[]")
    for stage, key, parts in (("compare", "k1", {"params": {"listed": 0.4}}), ("find", "k2", {})):
        store.record(Receipt(stage, "u", key, output, None, parts))
    units = [{"stage": stage, "unit": "u", "key": key, "output": output} for stage, key in (("compare", "k1"), ("find", "k2"))]
    store.write_manifest({"format": 1, "units": [*units, {"stage": "read", "unit": "u", "key": "gone", "output": output}]})
    reader = Reader(tmp_path)
    assert reader.parameters("compare") == {"listed": 0.4}
    assert reader.parameters("find") == reader.parameters("read") == reader.parameters("none") == {}
