"""Codes of one shape in a row, such as "ACTION BUR-12 INFO DIV-01 OPS-00": letters that OCR took for figures in one of them, and
figures that it took for letters, are told by the others.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.records.page import Line, Word

LEAST = 3  # codes in a line that are plain, so that the line counts as a list of them
PLAIN = re.compile(r"[A-Z]{1,5}-(\d{2,3})[,;.]?")
LIKE = re.compile(r"([A-Z0158|]{1,5})-([0-9OIlL|!\]}SZBG]{2,3})([,;.]?)")
LETTERS = str.maketrans("0158|", "OISBI")
FIGURES = str.maketrans("OIlL|!]}SZBG", "011111115286")


def agreed(line: Line) -> Line:
    """The line with its codes in the shape of the plain ones, where those are enough and have one number of figures."""
    plain = [found for word in line.words if (found := PLAIN.fullmatch(word.text))]
    if len(plain) < LEAST or len({len(found[1]) for found in plain}) > 1:
        return line
    return Line(tuple(_shaped(word, len(plain[0][1])) for word in line.words), line.block)


def _shaped(word: Word, figures: int) -> Word:
    found = LIKE.fullmatch(word.text)
    if found is None or len(found[2]) != figures:
        return word
    text = f"{found[1].translate(LETTERS)}-{found[2].translate(FIGURES)}{found[3]}"
    return word if text == word.text else replace(word, text=text)
