"""No file of the checkout holds the marks of an unfinished merge."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MARKS = re.compile(r"^(?:<{7} |>{7} |={7}$)", re.M)
KINDS = {".py", ".css", ".html", ".toml", ".md", ".sh", ".json", ".jsonl", ".lock", ""}


def test_no_marks_of_a_merge() -> None:
    folders = ("pipeline", "db", "scripts", "tests", "corpus/topics", "corpus/labels")
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    paths += [path for path in ROOT.iterdir() if path.is_file()]
    told = [
        path for path in paths if path.suffix in KINDS and path.stat().st_size < 5_000_000 and path.name != "test_whole_files.py"
    ]
    assert len(told) > 100
    assert [str(path.relative_to(ROOT)) for path in told if MARKS.search(path.read_text("utf-8", errors="replace"))] == []
