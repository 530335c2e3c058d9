"""Real papers of other hands, glued together and cut again; real threads printed again: what was measured must not be lost."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "scripts"))

from measuring import kinship, real_papers


@pytest.mark.slow
def test_real_papers_are_cut_and_read_as_was_measured(shared_data: Path) -> None:
    bounds, heads, messages = real_papers.measure(shared_data, "development")
    found = {
        f"{section.title.split()[0]} {one.name}": one.value or 0
        for section in (bounds, heads, messages)
        for one in section.figures
    }
    assert found["Real bounds F1"] >= 0.95
    assert min(found[f"Heads {name} right"] for name in ("date", "sender", "addressee")) >= 0.95
    assert (
        min(found[f"Messages {name} exact, of messages printed"] for name in ("sender", "date", "subject", "recipients")) >= 0.95
    )


@pytest.mark.slow
def test_families_are_found_as_was_measured() -> None:
    figures = {one.name: one.value or 0 for one in kinship.measure("unseen").figures}
    assert figures["all kinds F1"] >= 0.95
