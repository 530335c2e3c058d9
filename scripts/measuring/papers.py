"""What an invented paper is, for the measuring streams: its pages as text and what is true of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

LINES = 44  # of a full page


@dataclass(frozen=True, slots=True)
class Paper:
    """One document. `pages` are lists of lines; `fields` what its head prints (date ISO, author, title, recipients
    joined by "; ").

    `large` tells for which pages the first line is set in large type, `landscape` how all of them lie, `covered` that they are
    blacked out as a whole.
    """

    kind: str
    pages: list[list[str]]
    fields: dict[str, str] = field(default_factory=dict)
    large: bool = False
    landscape: bool = False
    covered: bool = False


Maker = Callable[[Random], Paper]


def paged(lines: list[str], running: list[str] | None = None, size: int = LINES) -> list[list[str]]:
    """The lines cut into pages; `running` stands on top of every page but the first."""
    pages = []
    at = 0
    while at < len(lines) or not pages:
        room = size if not pages else size - len(running or [])
        part = lines[at : at + room]
        while part and not part[0]:
            part = part[1:]
        pages.append([*(running or []), *part] if pages else part)
        at += room
    return [page for page in pages if any(page)]


def counted(pages: list[list[str]], shape: str = "Page {n} of {all}") -> list[list[str]]:
    """The pages with their own count in the last line."""
    return [[*page, "", shape.format(n=n, all=len(pages))] for n, page in enumerate(pages, 1)]
