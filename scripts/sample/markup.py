"""Reads the small markup in which the sample documents are written (`scripts/sample/text/*.txt`).

One text file is one PDF of the release. Lines that start with `@` direct the drawing:

    @file name=02_x.pdf style=mail bates=117 base=scan     one PDF; `base` is scan or digital; `bates` its first number
    @doc key=.. kind=.. title=".." date=.. author=".." recipients=".." audience=..    a document starts, on a new page
    @page degrade=fax layer=garbage turn=90 date=".." landscape=1                      a new page with these properties
    @style NAME, @cols 200 80r, @rule, @gap 12, @scribble, @mark X Y TEXT, @block 8 (b)(5) [white]

Other lines: `= ` centred bold, `== ` centred, `+ ` bold heading, `: ` kept as one line, `> ` flush right, `- ` and `* `
list items (printed as - and as a bullet), `>> ` quoted mail (each printed line opens with >), `| ` cells of a table row,
`_ ` a small note; anything else joins into paragraphs, which an empty line ends.

Inside a line: `**bold**`; `{{key|a statement}}` marks a statement of `statements.toml`; `<<kind|text>>` marks an identifier
that must never be published; `[[codes|words]]` is a box over `words` (a number stands for that many letters) with codes
printed on it. Codes may be preceded by `w:` (white box with an outline) and by `!` (failed: the words stay in the file).
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass

INLINE = re.compile(
    r"\*\*|\{\{[a-z0-9-]+\||\}\}|<<[a-z-]+\||>>|\[\[[^|\]]*\||\]\]|[ \n]+|(?:(?!\*\*|\{\{|\}\}|<<|>>|\[\[|\]\])[^ \n])+"
)
LINE_BLOCKS = {"= ": "title", "== ": "centre", "+ ": "heading", ": ": "line", "> ": "right", "| ": "row", "_ ": "note"}
JOINED_BLOCKS = {">> ": "quoted", "- ": "dash", "* ": "bullet"}


@dataclass(frozen=True, slots=True)
class Cover:
    """A redaction over words; `group` is the same for all the words it hides. `fill` is black or white."""

    group: int
    codes: str
    fill: str
    failed: bool


@dataclass(frozen=True, slots=True)
class Atom:
    """A word: `glued` when no space stands before it, `keys` the statements it belongs to, `secret` its identifier kind."""

    text: str
    bold: bool
    glued: bool
    keys: tuple[str, ...]
    secret: str
    cover: Cover | None


@dataclass(frozen=True, slots=True)
class Block:
    """A directive (`kind` directive, its name and words in `words`) or a stretch of text of the given kind."""

    kind: str
    text: str
    words: tuple[str, ...] = ()


def blocks(source: str) -> Iterator[Block]:
    """The blocks of one content file, in order."""
    pending: list[str] = []
    kind = "paragraph"
    for line in [*source.splitlines(), ""]:
        prefix = next((p for p in (*LINE_BLOCKS, *JOINED_BLOCKS) if line.startswith(p)), "")
        if (prefix or line.startswith("@") or not line.strip()) and pending:
            yield Block(kind, " ".join(pending))
            pending = []
            kind = "paragraph"
        if line.startswith("@"):
            words = tuple(shlex.split(line[1:]))
            yield Block("directive", words[0], words[1:])
        elif prefix in LINE_BLOCKS:
            yield Block(LINE_BLOCKS[prefix], line[len(prefix) :].strip())
        elif prefix:
            kind = JOINED_BLOCKS[prefix]
            pending = [line[len(prefix) :].strip()]
        elif line.strip():
            pending.append(line.strip())


class Inline:
    """Splits marked-up text into atoms; remembers what is open across lines and numbers the redactions of one file."""

    def __init__(self) -> None:
        self.groups = 0

    def atoms(self, text: str) -> list[Atom]:
        """The words of one block."""
        found: list[Atom] = []
        bold, glued, secret = False, True, ""
        keys: tuple[str, ...] = ()
        cover: Cover | None = None
        for token in INLINE.findall(text):
            if not token.strip():
                glued = False
            elif token == "**":
                bold = not bold
            elif token.startswith("{{"):
                keys = (*keys, token[2:-1])
            elif token == "}}":
                keys = keys[:-1]
            elif token.startswith("<<"):
                secret = token[2:-1]
            elif token == ">>":
                secret = ""
            elif token.startswith("[["):
                cover = self._cover(token[2:-1])
            elif token == "]]":
                cover = None
            else:
                word = "n" * int(token) if cover and token.isdigit() else token
                found.append(Atom(word, bold, glued and bool(found), keys, secret, cover))
                glued = True
        if bold or keys or secret or cover:
            raise ValueError(f"markup left open in: {text[:80]}")
        return found

    def _cover(self, codes: str) -> Cover:
        self.groups += 1
        failed, codes = codes.startswith("!"), codes.removeprefix("!")
        fill, codes = ("white" if codes.startswith("w:") else "black"), codes.removeprefix("w:")
        return Cover(self.groups, codes, fill, failed)


def options(words: tuple[str, ...]) -> dict[str, str]:
    """`key=value` words as a dict."""
    return dict(word.split("=", 1) for word in words)
