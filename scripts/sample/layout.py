"""Sets the marked-up text into pages of positioned words, boxes and rules."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportlab.pdfbase.pdfmetrics import stringWidth

from sample.markup import Atom, Block, Cover, Inline, blocks, options
from sample.sheet import CODE_FONT, CODE_SIZE, MARK, STAMP, STYLES, Ink, Placed, Sheet, Style


def clipped(codes: str, width: float) -> str:
    """The codes as far as the box has room for them, with dots where they were cut; '' where not even `(b` fits."""
    if stringWidth(codes, CODE_FONT, CODE_SIZE) <= width:
        return codes
    for end in range(len(codes) - 1, 1, -1):
        cut = codes[:end].rstrip(" ,") + "..."
        if stringWidth(cut, CODE_FONT, CODE_SIZE) <= width:
            return cut
    return ""


class Setter:
    """Sets the content file `name` of `library`: `sheets` are its pages and `documents` its documents, in order."""

    def __init__(self, name: str, library: Mapping[str, str]) -> None:
        self.library = library
        self.inline = Inline()
        self.sheets: list[Sheet] = []
        self.documents: list[dict[str, str]] = []
        self.file: dict[str, str] = {}
        self.style = STYLES["letter"]
        self.cols: list[tuple[float, bool]] = []
        self.y = 0.0
        self.bates = 0
        for block in blocks(library[name]):
            self._block(block)

    @property
    def sheet(self) -> Sheet:
        return self.sheets[-1]

    def _block(self, block: Block) -> None:
        if block.kind == "directive":
            getattr(self, f"_at_{block.text}")(block.words)
        elif block.kind == "row":
            self._row(block.text)
        else:
            self._text(block.kind, block.text)

    def _at_file(self, words: tuple[str, ...]) -> None:
        self.file = options(words)
        self.style = STYLES[self.file["style"]]
        self.bates = int(self.file["bates"])

    def _at_doc(self, words: tuple[str, ...]) -> None:
        self.documents.append(options(words))

    def _at_page(self, words: tuple[str, ...]) -> None:
        self._turn(options(words))

    def _at_include(self, words: tuple[str, ...]) -> None:
        """The whole of another file's document, set anew: a copy. Its statements' keys end in `-copy`."""
        inside = False
        for block in blocks(self.library[words[0]]):
            if block.kind == "directive" and block.text == "doc":
                inside = options(block.words)["key"] == words[1]
            elif inside and block.kind == "directive" and block.text == "page":
                self._turn(options(words[2:]))
            elif inside:
                self._block(Block(block.kind, re.sub(r"\{\{([a-z0-9-]+)\|", r"{{\1-copy|", block.text), block.words))

    def _at_style(self, words: tuple[str, ...]) -> None:
        self.style = STYLES[words[0]]

    def _at_cols(self, words: tuple[str, ...]) -> None:
        self.cols = [(float(w.removesuffix("r")), w.endswith("r")) for w in words]

    def _at_gap(self, words: tuple[str, ...]) -> None:
        self.y -= float(words[0])

    def _at_rule(self, words: tuple[str, ...]) -> None:
        self._need(6)
        sheet = self.sheet
        y = self.y + self.style.size * 0.6
        sheet.inks.append(Ink(self.style.left, y, sheet.width - self.style.right, y, None, "", -1))
        self.y -= 6

    def _at_scribble(self, words: tuple[str, ...]) -> None:
        self._need(30)
        self.sheet.scribbles.append((self.style.left + 6, self.y - 16))
        self.y -= 30

    def _at_mark(self, words: tuple[str, ...]) -> None:
        self.sheet.marks.append((float(words[0]), float(words[1]), " ".join(words[2:])))

    def _at_block(self, words: tuple[str, ...]) -> None:
        """A box over `words[0]` whole lines, with the codes in its middle; a last word `white` outlines it instead."""
        fill = "white" if words[-1] == "white" else "black"
        codes = " ".join(words[1:]).removesuffix(" white")
        self._need(float(words[0]) * self.style.leading)
        height = float(words[0]) * self.style.leading
        self.inline.groups += 1
        top = self.y + self.style.size
        box = (self.style.left - 2, top - height, self.sheet.width - self.style.right + 2, top)
        self.sheet.inks.append(Ink(*box, Cover(self.inline.groups, codes, fill, False), codes, self._next_line()))
        self.y -= height + self.style.gap

    def _next_line(self) -> int:
        self.sheet.lines += 1
        return self.sheet.lines

    def _turn(self, page: dict[str, str]) -> None:
        width, height = (792.0, 612.0) if page.get("landscape") else (612.0, 792.0)
        page = {"degrade": self.file.get("degrade", ""), **page}
        blank = page["degrade"] == "blank"
        stamped = not blank and self.file.get("stamp") != "no"
        bates = STAMP.format(self.bates) if stamped else ""
        self.bates += stamped
        sheet = Sheet(len(self.sheets) + 1, bates, width, height, page, self.documents[-1]["key"])
        self.sheets.append(sheet)
        doc = self.documents[-1]
        doc.setdefault("first_page", str(sheet.number))
        doc["last_page"] = str(sheet.number)
        grey = 0.9 if blank else 0.25
        if page.get("fax"):
            self._mark_words(page["fax"], 40, height - 20, "Courier", 8.5, 0.0)
        self._mark_words(MARK, (width - stringWidth(MARK, "Helvetica", 8)) / 2, height - 34, "Helvetica", 8, grey)
        if stamped:
            foot = sheet.lines
            if page.get("folio"):
                self._mark_words(page["folio"], width / 2 - 20, 50, self.style.plain, 9, 0.0)
            if page.get("date"):
                self._mark_words(page["date"], self.style.left, 30, self.style.plain, 9, 0.0)
            at = width - 50 - stringWidth(bates, "Helvetica-Bold", 9.5)
            self._mark_words(bates, at, 30, "Helvetica-Bold", 9.5, 0.0)
            # the foot is printed last: its lines are numbered so that they sort after every line of the body
            sheet.words = [w if w.line <= foot else _at_line(w, w.line + 1000) for w in sheet.words]
        self.y = height - float(page.get("top", "66"))

    def _mark_words(self, text: str, x: float, y: float, font: str, size: float, grey: float) -> None:
        line = self._next_line()
        for atom in self.inline.atoms(text):
            width = stringWidth(atom.text, font, size)
            self.sheet.words.append(Placed(atom, x, y, width, font, size, line, grey))
            x += width + stringWidth(" ", font, size)

    def _need(self, height: float) -> None:
        if self.y - height < 62:
            kept = {k: v for k, v in self.sheet.options.items() if k in ("degrade", "date", "landscape")}
            self._turn(kept)

    def _text(self, kind: str, text: str) -> None:
        style = self.style
        left = style.left + (26 if kind in ("dash", "bullet") else 0)
        prefix = {"quoted": "> ", "dash": "- ", "bullet": "• "}.get(kind, "")
        size = style.size - 1.5 if kind == "note" else style.size
        bold = kind in ("title", "heading")
        room = self.sheet.width - style.right - left
        rows = _wrap(
            self.inline.atoms(text), room, style, size, bold, stringWidth(prefix, style.plain, size) * (kind == "quoted")
        )
        if kind == "heading":
            self._need(style.leading * 3)
        for index, row in enumerate(rows):
            self._need(style.leading)
            width = sum(w for _, _, w in row[-1:]) + (row[-1][1] if row else 0)
            start = left
            if kind in ("title", "centre"):
                start = (self.sheet.width - width) / 2
            elif kind == "right":
                start = self.sheet.width - style.right - width
            hang = 14 if kind in ("dash", "bullet") else 0
            self._line(row, start, size, bold, prefix if index == 0 or kind == "quoted" else "", hang)
            self.y -= style.leading
        self.y -= 0 if kind in ("line", "title", "centre", "right") else style.gap

    def _line(self, row: list[tuple[Atom, float, float]], left: float, size: float, bold: bool, prefix: str, hang: float) -> None:
        style, line = self.style, self._next_line()
        if prefix:
            mark = Atom(prefix.strip(), False, False, (), "", None)
            self.sheet.words.append(Placed(mark, left - hang, self.y, size / 2, style.plain, size, line))
            left += 0 if hang else stringWidth(prefix, style.plain, size)
        placed = [
            Placed(atom, left + x, self.y, width, style.bold if bold or atom.bold else style.plain, size, line)
            for atom, x, width in row
        ]
        self.sheet.words.extend(placed)
        self._covers(placed, line)

    def _covers(self, placed: list[Placed], line: int) -> None:
        runs: dict[int, list[Placed]] = {}
        for word in placed:
            if word.atom.cover:
                runs.setdefault(word.atom.cover.group, []).append(word)
        for group, run in runs.items():
            x0, x1 = min(w.x for w in run) - 1.0, max(w.x + w.width for w in run) + 1.0
            cover = run[0].atom.cover
            assert cover is not None
            first = not any(i.cover and i.cover.group == group for s in self.sheets[-2:] for i in s.inks)
            raw = clipped(cover.codes, x1 - x0 - 2) if first else ""
            low, high = self.y - run[0].size * 0.28, self.y + run[0].size * 0.86
            self.sheet.inks.append(Ink(x0, low, x1, high, cover, raw, line))

    def _row(self, text: str) -> None:
        self._need(self.style.leading + 2)
        cells = [cell.strip() for cell in text.removesuffix("|").split(" | ")]
        head = cells[0].startswith("**") and cells[0] != "**All**"
        x, line = self.style.left, self._next_line()
        low, high = self.y - 3.6, self.y + self.style.leading - 2.6
        for (width, flush), cell in zip(self.cols, cells, strict=False):
            rows = _wrap(self.inline.atoms(cell), 9999, self.style, self.style.size, False, 0)
            for row in rows:
                ends = row[-1][1] + row[-1][2]
                start = x + (width - 5 - ends if flush else 4)
                placed = [
                    Placed(a, start + at, self.y, w, self.style.bold if a.bold else self.style.plain, self.style.size, line)
                    for a, at, w in row
                ]
                self.sheet.words.extend(placed)
                self._covers(placed, line)
            self.sheet.inks.append(Ink(x, low, x + width, high, None, "", -1, 0.88 if head else 1.0))
            x += width
        self.y -= self.style.leading + 1


def _at_line(word: Placed, line: int) -> Placed:
    return Placed(word.atom, word.x, word.y, word.width, word.font, word.size, line, word.grey)


def _wrap(
    atoms: list[Atom], room: float, style: Style, size: float, bold: bool, prefix: float
) -> list[list[tuple[Atom, float, float]]]:
    """Greedy lines of (atom, x from the line's start, width). Glued atoms never part."""
    rows: list[list[tuple[Atom, float, float]]] = [[]]
    x, room = 0.0, room - prefix
    for index, atom in enumerate(atoms):
        font = style.bold if bold or atom.bold else style.plain
        width = stringWidth(atom.text, font, size)
        tail = width
        for follower in atoms[index + 1 :]:
            if not follower.glued:
                break
            tail += stringWidth(follower.text, font, size)
        space = 0.0 if atom.glued or not rows[-1] else stringWidth(" ", font, size)
        if rows[-1] and not atom.glued and x + space + tail > room:
            rows.append([])
            x, space = 0.0, 0.0
        rows[-1].append((atom, x + space, width))
        x += space + width
    return [row for row in rows if row]
