"""Where the seconds of a page go: calls are counted by part, and the parts are no more than the whole."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from drawn_pages import pdf, prose

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from measuring import spent  # noqa: E402


class _Tool:
    def recognise(self, pixels: np.ndarray, dpi: int) -> str:
        return f"read at {dpi}"

    def bars(self, fail: bool) -> None:
        if fail:
            raise ValueError("no")

    def identity(self) -> str:
        return "a tool"


def test_calls_are_passed_on_and_counted_by_part() -> None:
    parts, calls = Counter[str](), Counter[str]()
    tool = spent.Timed(_Tool(), parts, calls)
    assert tool.recognise(np.zeros((900, 700)), dpi=300) == "read at 300"
    tool.recognise(np.zeros((30, 700)), 200)
    with pytest.raises(ValueError, match="no"):
        tool.bars(fail=True)
    assert tool.identity() == "a tool"
    assert calls == {"the recogniser": 1, "the recogniser on boxes and words": 1, "finding boxes": 1}
    assert set(parts) == set(calls) and all(seconds >= 0 for seconds in parts.values())


def test_the_parts_of_a_page_make_no_more_than_the_whole(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", prose)
    whole, parts, calls = spent.spent([(path, 1)])
    assert 0 < sum(parts.values()) <= whole and calls["the words in the file"] == 1 and calls["the recogniser"] == 0
    said = "\n".join(spent.lines("a page", [(path, 1)]))
    assert "1 pages" in said and "all else" in said and "times the recogniser" not in said


def test_no_page_is_said() -> None:
    assert spent.lines("a scan", []) == ["a scan: no such page in these files"]
