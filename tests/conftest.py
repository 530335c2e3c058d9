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


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--mutations 500` for the full count of broken PDFs that the reader is given; a sample of them otherwise."""
    parser.addoption("--mutations", type=int, default=60, help="broken PDFs to give to the reader (default 60)")


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    """The real parser, loaded once."""
    from one_parser import loaded_parser

    return loaded_parser()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Other people's material for measuring, which is not part of this project; tests that need it skip without it."""
    path = ROOT.parent / "shared" / "data"
    if not path.is_dir():
        pytest.skip("the shared test data is not beside this checkout")
    return path
