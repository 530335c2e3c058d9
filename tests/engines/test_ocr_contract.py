"""What every OCR engine promises. The built-in and the system Tesseract must both keep it; `scripted` keeps it honest."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from drawn_pages import PROSE, scan_of

from pipeline.engines.scripted import Scripted, picture_key
from pipeline.engines.tesseract import Embedded, System, lines_of
from pipeline.errors import MissingTool
from pipeline.ports import OcrEngine
from pipeline.records.page import Line, Word
from pipeline.records.spans import joined
from pipeline.seen import Grey

PAGE = scan_of()
SPOKEN = tuple(Line(tuple(Word(w, 0.1, 0.1, 0.2, 0.12, 0.9) for w in line.split()), 0) for line in PROSE)
MAKERS: dict[str, Callable[[], OcrEngine]] = {
    "tesserocr": Embedded,
    "pytesseract": System,
    "scripted": lambda: Scripted({picture_key(PAGE): SPOKEN}),
}


@pytest.fixture(params=MAKERS, ids=list(MAKERS), scope="module")
def engine(request: pytest.FixtureRequest) -> OcrEngine:
    if request.param == "pytesseract" and not System.available():
        pytest.skip("there is no tesseract program on this computer")
    return MAKERS[request.param]()


def test_it_reads_what_is_printed(engine: OcrEngine) -> None:
    read = " ".join(joined(engine.recognise(PAGE, 200, ("eng",))).split()).lower()
    for word in ("sheriff", "marlow", "county", "commissioners", "governor,", "attached"):
        assert word in read


def test_lines_come_from_top_to_bottom_with_words_in_boxes(engine: OcrEngine) -> None:
    lines = engine.recognise(PAGE, 200, ("eng",))
    assert len(lines) == len(PROSE)
    blocks = [line.block for line in lines]
    assert blocks == sorted(blocks) and blocks[0] == 0
    for line in lines:
        assert line.words
        for word in line.words:
            assert word.text and not any(c.isspace() for c in word.text)
            assert 0 <= word.x0 <= word.x1 <= 1 and 0 <= word.y0 <= word.y1 <= 1
            assert 0 <= word.confidence <= 1


def test_reading_twice_gives_the_same(engine: OcrEngine) -> None:
    assert engine.recognise(PAGE, 200, ("eng",)) == engine.recognise(PAGE, 200, ("eng",))


@pytest.mark.parametrize(
    "pixels", [np.full((300, 300), 255, np.uint8), np.zeros((200, 200), np.uint8), np.zeros((0, 0), np.uint8)]
)
def test_nothing_printed_reads_as_nothing(engine: OcrEngine, pixels: Grey) -> None:
    assert engine.recognise(pixels, 200, ("eng",)) == ()


def test_a_single_block_is_read(engine: OcrEngine) -> None:
    if isinstance(engine, Scripted):
        return
    crop = PAGE[180:260, 150:1500]
    assert "sheriff" in joined(engine.recognise(crop, 200, ("eng",), single_block=True)).lower()


def test_a_missing_language_names_its_remedy(engine: OcrEngine) -> None:
    if isinstance(engine, Scripted):
        return
    with pytest.raises(MissingTool) as caught:
        engine.recognise(PAGE, 200, ("xqz",))
    assert "xqz" in caught.value.message and "release.toml" in caught.value.remedy


def test_identity_is_stable_and_has_no_path(engine: OcrEngine) -> None:
    assert engine.identity() == engine.identity()
    assert "/" not in engine.identity() and "\n" not in engine.identity()


def test_the_identity_of_tesseract_names_the_model() -> None:
    assert "eng:" in Embedded().identity() and "tesseract 5" in Embedded().identity()


def test_words_of_tesseracts_table() -> None:
    row = "5\t1\t{block}\t{par}\t{line}\t{word}\t10\t20\t30\t10\t{conf}\t{text}"
    table = "\n".join(
        [
            "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
            "4\t1\t1\t1\t1\t0\t10\t20\t80\t10\t-1\t",
            row.format(block=1, par=1, line=1, word=1, conf=96.5, text="one"),
            row.format(block=1, par=1, line=1, word=2, conf=120, text=" two "),
            row.format(block=1, par=1, line=1, word=3, conf=50, text="   "),
            row.format(block=1, par=1, line=2, word=1, conf=-3, text="three"),
            row.format(block=1, par=2, line=1, word=1, conf=50, text="four"),
        ]
    )
    lines = lines_of(table, 100, 100)
    assert [[w.text for w in line.words] for line in lines] == [["one", "two"], ["three"], ["four"]]
    assert [line.block for line in lines] == [0, 0, 1]
    assert [w.confidence for line in lines for w in line.words] == [0.965, 1.0, 0.0, 0.5]
    assert lines[0].words[0] == Word("one", 0.1, 0.2, 0.4, 0.3, 0.965)
