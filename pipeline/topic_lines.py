"""Where a topic file says what is wrong with it: each mistake with its line, and the name that may have been meant."""

from __future__ import annotations

import difflib
import re
from pathlib import Path


class Lines:
    """The lines of one file, and the mistakes noted of it so far."""

    def __init__(self, path: Path, source: str) -> None:
        self.problems: list[str] = []
        self._path = path
        self._lines = source.splitlines()

    def of_key(self, key: str, after: int = 1) -> int:
        """The first line from `after` on that sets the key or opens its table; `after` itself where none does."""
        for number, line in enumerate(self._lines[after - 1 :], after):
            if re.match(rf"\s*(\[+)?\"?{re.escape(key)}\"?\s*(=|\])", line):
                return number
        return after

    def of_value(self, key: str, value: object) -> int:
        """The line that gives the key this value; 1 where none does."""
        for number, line in enumerate(self._lines, 1):
            if re.match(rf"\s*{key}\s*=", line) and isinstance(value, str) and (f'"{value}"' in line or f"'{value}'" in line):
                return number
        return 1

    def of_text(self, text: str, default: int) -> int:
        """The first line from `default` on that holds the text; `default` where none does."""
        return next((number for number, line in enumerate(self._lines, 1) if text in line and number >= default), default)

    def say(self, line: int, message: str) -> None:
        """Notes a mistake."""
        self.problems.append(f"{self._path} line {line}: {message}")


def nearest(word: str, known: list[str]) -> str:
    """The known name that a word is likest, or all of them."""
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f"Did you mean '{close[0]}'?" if close else f"Known: {', '.join(known)}."
