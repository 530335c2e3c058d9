"""Tesseract, built in (tesserocr) and as installed on the system (pytesseract): the door to both.

Both hand over the same table of words, so one reading of it serves both.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sys
from pathlib import Path
from typing import Any

from pipeline.engines import across, rows, strays
from pipeline.errors import MissingTool
from pipeline.records.page import Line, Word
from pipeline.records.spans import box
from pipeline.seen import Grey

AUTO, BLOCK = 3, 6  # Tesseract's page segmentation modes: a whole page; one block of text
LEAST_SIDE = 8  # pixels; Tesseract refuses smaller images
OLDEST = 5  # major version of a system Tesseract whose line model is the one measured here


class Embedded:
    """Implements `ports.OcrEngine` with the Tesseract inside the tesserocr wheel and packaged language data.

    `folder` holds `<language>.traineddata`; by default the one that packages of language data install into.
    """

    def __init__(self, languages: tuple[str, ...] = ("eng",), folder: Path | None = None) -> None:
        # Tesseract's own threads gain little on one page and cost much when pages run side by side. The library reads
        # this when it is loaded, so it is set before the import.
        os.environ["OMP_THREAD_LIMIT"] = "1"
        try:
            import tesserocr
        except ImportError as error:
            raise MissingTool(f"The built-in Tesseract does not load: {error}.", "Run `make` again to set up.") from error
        self._library: Any = tesserocr
        self._folder = folder or Path(sys.prefix) / "share" / "tessdata"
        self._languages = languages
        self._apis: dict[str, Any] = {}
        self._digests: dict[str, str] = {}

    def identity(self) -> str:
        """Name, Tesseract's version, languages with the digest of their models."""
        version = self._library.tesseract_version().split()[1]
        models = " ".join(f"{language}:{self._model(language)}" for language in sorted(set(self._languages)))
        return f"tesserocr {self._library.__version__} tesseract {version} {models}"

    def recognise(self, pixels: Grey, dpi: int, languages: tuple[str, ...], single_block: bool = False) -> tuple[Line, ...]:
        """See `ports.OcrEngine`."""
        if _too_small(pixels):
            return ()
        api = self._api(languages or self._languages)
        high, wide = pixels.shape
        api.SetPageSegMode(BLOCK if single_block else AUTO)
        api.SetImageBytes(pixels.tobytes(), wide, high, 1, wide)
        api.SetSourceResolution(max(70, min(dpi, 2400)))
        try:
            return lines_of(api.GetTSVText(0), wide, high)
        except RuntimeError:  # says so when there is nothing to recognise
            return ()
        finally:
            api.Clear()

    def _model(self, language: str) -> str:
        """The model's digest; asked for with every page, so it is counted once."""
        if language not in self._digests:
            self._digests[language] = _digest(self._data(language))
        return self._digests[language]

    def _data(self, language: str) -> Path:
        path = self._folder / f"{language}.traineddata"
        if not path.is_file():
            raise _no_language(language, f"Put {language}.traineddata into .venv/share/tessdata")
        return path

    def _api(self, languages: tuple[str, ...]) -> Any:
        for language in languages:
            self._data(language)
        name = "+".join(languages)
        if name not in self._apis:
            try:
                self._apis[name] = self._library.PyTessBaseAPI(
                    path=str(self._folder), lang=name, psm=AUTO, oem=self._library.OEM.LSTM_ONLY
                )
            except RuntimeError as error:
                raise MissingTool(
                    f"Tesseract does not start with '{name}': {error}.", "Install its language data again."
                ) from error
        return self._apis[name]


class System:
    """Implements `ports.OcrEngine` with the `tesseract` program, version 5 or later, and its own language data."""

    def __init__(self, languages: tuple[str, ...] = ("eng",), seconds: float = 120.0) -> None:
        os.environ["OMP_THREAD_LIMIT"] = "1"
        import pytesseract

        self._library: Any = pytesseract
        self._languages = languages
        self._seconds = seconds
        try:
            self._version = str(pytesseract.get_tesseract_version())
        except (pytesseract.TesseractNotFoundError, SystemExit) as error:
            raise MissingTool(
                "There is no `tesseract` program on this computer.", "Install Tesseract 5, or use the built-in engine."
            ) from error
        if int(self._version.split(".")[0]) < OLDEST:
            raise MissingTool(f"Tesseract {self._version} is too old.", "Install Tesseract 5, or use the built-in engine.")
        self._installed = frozenset(pytesseract.get_languages(config=""))

    @staticmethod
    def available() -> bool:
        """Whether there is a program to run."""
        return shutil.which("tesseract") is not None

    def identity(self) -> str:
        """Name, versions, languages with the digest of their models where the program's data folder can be found."""
        models = " ".join(f"{language}:{self._model(language)}" for language in sorted(set(self._languages)))
        return f"pytesseract {self._library.__version__} tesseract {self._version} {models}"

    def recognise(self, pixels: Grey, dpi: int, languages: tuple[str, ...], single_block: bool = False) -> tuple[Line, ...]:
        """See `ports.OcrEngine`."""
        if _too_small(pixels):
            return ()
        wanted = languages or self._languages
        for language in wanted:
            if language not in self._installed:
                raise _no_language(language)
        mode = BLOCK if single_block else AUTO
        table = self._library.image_to_data(
            pixels, lang="+".join(wanted), config=f"--dpi {max(70, min(dpi, 2400))} --psm {mode} --oem 1", timeout=self._seconds
        )
        high, wide = pixels.shape
        return lines_of(table, wide, high)

    def _model(self, language: str) -> str:
        if language not in self._installed:
            raise _no_language(language)
        folders = [Path(os.environ["TESSDATA_PREFIX"])] if os.environ.get("TESSDATA_PREFIX") else []
        program = shutil.which("tesseract")
        if program:
            share = Path(program).resolve().parent.parent / "share"
            folders += [share / "tessdata", *sorted(share.glob("tesseract-ocr/*/tessdata"))]
        for folder in folders:
            with contextlib.suppress(OSError):
                return _digest(folder / f"{language}.traineddata")
        return "model-unknown"


def _too_small(pixels: Grey) -> bool:
    return pixels.size == 0 or min(pixels.shape) < LEAST_SIDE or int(pixels.min()) == int(pixels.max())


def _no_language(language: str, remedy: str = "Install it") -> MissingTool:
    return MissingTool(
        f"There is no Tesseract data for '{language}'.", f"{remedy}, or remove '{language}' from `languages` in release.toml."
    )


def _digest(path: Path) -> str:
    with path.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()[:12]


def lines_of(table: str, wide: int, high: int) -> tuple[Line, ...]:
    """Lines from Tesseract's word table (TSV), whose pixels count from the top left of a `wide` x `high` image."""
    lines: list[Line] = []
    words: list[Word] = []
    line_key: tuple[str, ...] = ()
    block_key: tuple[str, ...] = ()
    block = -1
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != "5":  # level 5 is a word
            continue
        text = "".join("\t".join(cells[11:]).split())
        if not text:
            continue
        if tuple(cells[1:5]) != line_key:
            if words:
                lines.append(Line(tuple(words), block))
            if tuple(cells[1:4]) != block_key:
                block_key = tuple(cells[1:4])
                block += 1
            words, line_key = [], tuple(cells[1:5])
        left, top, width, height = (int(cell) for cell in cells[6:10])
        place = box(left / wide, top / high, (left + width) / wide, (top + height) / high)
        sure = round(min(max(float(cells[10]) / 100, 0.0), 1.0), 4)
        words.append(Word(text, place.x0, place.y0, place.x1, place.y1, sure))
    if words:
        lines.append(Line(tuple(words), block))
    aspect = wide / high
    return strays.in_their_turn(rows.by_cells(across.by_columns(tuple(lines), aspect), aspect))
