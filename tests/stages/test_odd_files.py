"""Odd and broken PDFs, as they are and with bytes changed: every file and page ends read, claimed blank or a named failure.

In parts, each of which ends within minutes. `scripts/odd_files.py` gives the counts of a whole folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from drawn_pages import pdf, prose

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from measuring import odd  # noqa: E402

PARTS = 12


@pytest.fixture
def odd_files(shared_data: Path) -> list[Path]:
    return sorted(path for path in (shared_data / "pdf_robustness").iterdir() if path.suffix in {".pdf", ".fuzz"})


def test_a_mutation_is_the_same_every_time_and_changes_the_file() -> None:
    data = bytes(range(256)) * 4
    assert all(odd.mutated(data, seed) == odd.mutated(data, seed) != data for seed in range(20))
    assert odd.mutated(b"", 1) == odd.mutated(b"", 1)


def test_a_part_of_the_mutations_is_the_same_as_in_the_whole(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.bin", "b.bin")]
    for number, path in enumerate(files):
        path.write_bytes(bytes(range(number, 200)) * 3)
    whole, part = tmp_path / "whole", tmp_path / "part"
    whole.mkdir()
    part.mkdir()
    odd.mutations(files, range(12), whole)
    assert [path.name for path in odd.mutations(files, range(5, 8), part)] == ["5.pdf", "6.pdf", "7.pdf"]
    assert all((part / f"{seed}.pdf").read_bytes() == (whole / f"{seed}.pdf").read_bytes() for seed in (5, 6, 7))


def test_what_ended_is_counted_and_what_has_no_name_is_told(tmp_path: Path) -> None:
    sound, broken = pdf(tmp_path / "sound.pdf", prose), tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4\nnothing")
    counts, wrong = odd.outcomes([sound, broken], jobs=1)
    assert wrong == [] and counts["file opened"] == 1 and counts["file damaged"] + counts["file empty"] == 1
    assert counts["page text_layer"] == 1


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_every_odd_file_ends_in_a_named_way(odd_files: list[Path], part: int) -> None:
    counts, wrong = odd.outcomes(odd_files[part::PARTS])
    assert wrong == [] and counts["file opened"] > 0


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_every_mutation_ends_in_a_named_way(
    odd_files: list[Path], tmp_path: Path, pytestconfig: pytest.Config, part: int
) -> None:
    most = pytestconfig.getoption("--mutations")
    seeds = range(most * part // PARTS, most * (part + 1) // PARTS)
    _, wrong = odd.outcomes(odd.mutations(odd_files, seeds, tmp_path))
    assert wrong == []
