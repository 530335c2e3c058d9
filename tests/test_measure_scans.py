"""Measuring on real scans: pairs of picture and text, what is counted, and what is said where there are none."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from drawn_pages import PROSE, scan_of
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from measuring import scans  # noqa: E402


@pytest.mark.parametrize(
    ("read", "wanted", "errors", "common"),
    [("a b c", "a b c", 0, 3), ("c b a", "a b c", 2, 3), ("", "a b", 3, 0), ("a x", "a b", 1, 1)],
)
def test_order_counts_for_letters_and_not_for_words(read: str, wanted: str, errors: int, common: int) -> None:
    row = scans.compared(read, wanted)
    assert (row["errors"], row["common"], row["letters"]) == (errors, common, len(wanted))


def test_a_scan_with_its_text_is_read_by_both(tmp_path: Path) -> None:
    Image.fromarray(scan_of(PROSE)).save(tmp_path / "sheet-turned.png", dpi=(200, 200))
    (tmp_path / "sheet.gold.txt").write_text(" ".join(PROSE), encoding="utf-8")
    Image.fromarray(scan_of(PROSE)).save(tmp_path / "other.png")
    section = scans.measure(tmp_path)
    assert len(section.details) == 2 and all("sheet-turned.png" in line for line in section.details)
    ours, words = section.figures[0], section.figures[1]
    assert ours.total == len(scans.plain(" ".join(PROSE))) and words.value is not None and words.value > 0.9


def test_without_scans_it_says_so(tmp_path: Path) -> None:
    assert scans.measure(tmp_path).skipped and scans.measure(tmp_path / "none").skipped
