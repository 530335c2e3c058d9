"""What many tests share. Puts the checkout first on the import path: `tests/db` must not shadow the package it tests."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from pipeline.engines.language import SpacyParser


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    """The real parser, loaded once."""
    from pipeline.engines.language import SpacyParser

    return SpacyParser()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Other people's material for measuring, which is not part of this project; tests that need it skip without it."""
    path = ROOT.parent / "shared" / "data"
    if not path.is_dir():
        pytest.skip("the shared test data is not beside this checkout")
    return path
