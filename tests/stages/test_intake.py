"""A first look into a file: how many pages, or why none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from drawn_pages import file_of, pdf, prose

from pipeline.engines.pdf import Pdf
from pipeline.errors import Unreadable
from pipeline.records.source import Probe
from pipeline.stages.intake import probe


class Fixed:
    """A source that says what it is told to."""

    def __init__(self, answer: Probe | Unreadable) -> None:
        self.answer = answer

    def identity(self) -> str:
        return "fixed"

    def probe(self, path: Path, file_id: str, passwords: tuple[str, ...]) -> Probe:
        if isinstance(self.answer, Unreadable):
            raise self.answer
        return self.answer

    def layer(self, path: Path, page_no: int, password: str) -> None:
        raise AssertionError

    def render(self, path: Path, page_no: int, password: str, dpi: int, max_pixels: int) -> None:
        raise AssertionError


def test_pages_are_counted_and_the_id_is_the_files(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", prose, prose, prose)
    assert probe(Pdf(), path, file_of(path), ()) == Probe(file_of(path).id, 3, "")


def test_a_file_without_bytes_or_pages_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"")
    for file, source in ((file_of(path), Pdf()), (replace(file_of(path), bytes=10), Fixed(Probe("x", 0)))):
        with pytest.raises(Unreadable) as caught:
            probe(source, path, file, ())  # type: ignore[arg-type]
        assert caught.value.kind == "empty" and caught.value.remedy


def test_the_message_names_the_file_as_received_and_keeps_kind_and_remedy(tmp_path: Path) -> None:
    path = tmp_path / "3f2a"
    path.write_bytes(b"x")
    file = replace(file_of(path), name="all.zip!/letter.pdf")
    with pytest.raises(Unreadable) as caught:
        probe(Fixed(Unreadable("damaged", "3f2a is damaged: no header.", "Ask again.")), path, file, ())  # type: ignore[arg-type]
    error = caught.value
    assert (error.kind, error.message, error.remedy) == ("damaged", "all.zip!/letter.pdf is damaged: no header.", "Ask again.")
