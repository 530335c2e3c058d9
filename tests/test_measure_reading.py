"""Measuring how pages are read: the pages worn alike every time, the counting, and pages of our own read end to end."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from drawn_pages import pdf, prose

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from measuring import reading, rendered, worn  # noqa: E402


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> rendered.Sheet:
    return rendered.sheet(pdf(tmp_path_factory.mktemp("s") / "a.pdf", prose), 1)


def test_the_truth_is_in_order_with_boxes_on_its_ink(sheet: rendered.Sheet) -> None:
    assert "sheriff" in sheet.text
    high, wide = sheet.pixels.shape
    for word in sheet.words:
        x0, y0, x1, y1 = word.box
        part = sheet.pixels[round(y0 * high) : round(y1 * high), round(x0 * wide) : round(x1 * wide)]
        assert (part < 128).any(axis=1).all() or "i" in word.text or "j" in word.text or not word.text.isalpha()
        assert (part < 128).any(axis=0)[[0, -1]].all(), word.text


@pytest.mark.parametrize("name", list(worn.CLASSES))
def test_wear_is_the_same_every_time_and_changes_the_page(name: str, sheet: rendered.Sheet) -> None:
    part = sheet.pixels[:600, :900]
    (one, dpi), (other, _) = worn.worn(part, name, 3), worn.worn(part, name, 3)
    assert np.array_equal(one, other) and one.dtype == np.uint8 and 100 <= dpi <= 300
    assert name == "clean" or one.shape != part.shape or not np.array_equal(one, part)


def test_signs_that_only_look_different_count_as_the_same() -> None:
    assert rendered.plain("“Opt out” – it’s ﬁne ©") == '"Opt out" - it\'s fine'
    assert rendered.plain("signed ____________, the __ day") == "signed , the __ day", "a blank is a rule, not letters"
    assert rendered.plain("O0 l1") != rendered.plain("00 11")


@pytest.mark.parametrize(
    ("other", "share"), [((0, 0, 1, 1), 1.0), ((0, 0, 0.5, 1), 0.5), ((2, 2, 3, 3), 0.0), ((0.5, 0, 1.5, 1), 1 / 3)]
)
def test_overlap_of_boxes(other: tuple[float, ...], share: float) -> None:
    assert reading.overlap((0, 0, 1, 1), other) == pytest.approx(share)


def test_a_row_counts_what_was_read(sheet: rendered.Sheet) -> None:
    all_words = [(word.text, word.box, 0.96) for word in sheet.words]
    row = reading._row("clean", "ours", sheet, all_words, True, 1.0, "")
    assert (row.errors, row.common, row.boxed, row.matched) == (0, row.true, row.true, row.true)
    half = reading._row("clean", "ours", sheet, [(t, (0, 0, 0.01, 0.01), c) for t, _, c in all_words[::2]], True, 1.0, "")
    assert half.errors > 0.3 * half.letters and half.common < half.true and half.boxed < half.matched


def test_without_the_pages_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "DATA", tmp_path)
    assert reading.measure(tmp_path, 1)[0].skipped
