"""Reading other people's scans and failed redactions, where that material is at hand."""

from __future__ import annotations

import csv
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from drawn_pages import file_of

from pipeline.engines.ink import Ink
from pipeline.engines.pdf import Pdf
from pipeline.engines.picture import Picture
from pipeline.engines.tesseract import Embedded
from pipeline.records.page import Page
from pipeline.stages.read import Params, read

pytestmark = pytest.mark.slow


def _read(path: Path) -> Page:
    source = Pdf() if path.suffix == ".pdf" else Picture()
    return read(source, Embedded(), Ink(), path, file_of(path), 1, "", ("eng",), Params())[0]


@pytest.mark.parametrize(
    ("name", "truth", "rotation"),
    [
        ("phototest.tif", "phototest.gold.txt", 0),
        ("phototest-rotated-180.png", "phototest.gold.txt", 180),
        ("phototest-rotated-L.png", "phototest.gold.txt", 90),
        ("phototest-rotated-R.png", "phototest.gold.txt", 270),
        ("eurotext.tif", "eurotext.txt", 0),
    ],
)
def test_scans_read_as_their_truth_says(name: str, truth: str, rotation: int, shared_data: Path) -> None:
    page = _read(shared_data / "ocr_scans" / name)
    wanted = " ".join((shared_data / "ocr_scans" / truth).read_text(encoding="utf-8").split())
    assert SequenceMatcher(None, wanted, " ".join(page.text.split()), autojunk=False).ratio() > 0.97
    assert page.rotation == rotation and page.method == "ocr"


# One scan among them has handwriting across its print; what its own OCR made of that is set aside as hidden.
HANDWRITTEN = "partial_intersections_ok.pdf"


def test_failed_redactions_are_told_from_sound_ones(shared_data: Path) -> None:
    folder = shared_data / "redaction"
    with (folder / "labels.tsv").open(encoding="utf-8") as table:
        rows = {row["file"]: row["bad_redactions_expected"] for row in csv.DictReader(table, delimiter="\t")}
    found = {name: _read(folder / name) for name in rows if (folder / name).is_file()}
    sound = [name for name, expected in rows.items() if expected.startswith("0") and name in found]
    assert len(sound) >= 10
    assert [name for name in sound if found[name].hidden and name != HANDWRITTEN] == []
    assert len(found["rectangles_yes.pdf"].hidden) == 3 and len(found["rectangles_yes.pdf"].redactions) == 3
    assert found["rectangles_yes_2.pdf"].hidden
    for page in found.values():
        assert not any(item.text in page.text for item in page.hidden if len(item.text) > 8)
