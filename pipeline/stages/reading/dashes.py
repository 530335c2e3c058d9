"""Rules made of dashes, as mails and cables print them: OCR makes letters of them, or passes them over. Counted on the image."""

from __future__ import annotations

import re

from pipeline.ports import Look
from pipeline.records.page import Box, Line, Word
from pipeline.seen import Grey
from pipeline.stages.reading.inserted import with_words

UNSURE = 0.75  # confidence of what OCR makes of a rule of dashes
COUNTED = 0.9  # confidence of dashes counted on the image
LEAST = 6  # dashes of a rule that may run into a word
NEAR = 2.0  # steps of a rule: a word no farther behind it, begun with what may be its last dashes, is run into by it
TOUCHING = 0.5  # steps of a rule: nothing is printed between it and a word this close to its end
RUN_INTO = re.compile(r"[-–—_~=.+*]+(?=\w)")  # what OCR makes of the end of a rule that runs into a word
DASHES = frozenset("-–—_~")


def with_dashes(lines: tuple[Line, ...], pixels: Grey, dpi: float, look: Look) -> tuple[Line, ...]:
    """The lines with rules made of dashes as dashes, counted on the image: for letters that OCR is unsure of, or for nothing."""
    print_ = tuple(Box(word.x0, word.y0, word.x1, word.y1) for line in lines for word in line.words if _is_print(word))
    for place, count in look.dashed(pixels, dpi, print_):
        lines = _with_rule(lines, Word("-" * count, place.x0, place.y0, place.x1, place.y1, COUNTED))
    return lines


def _is_print(word: Word) -> bool:
    """Whether this is something else than a rule: OCR is sure of it, and it is neither dashes nor begun with them."""
    return word.confidence >= UNSURE and not DASHES.issuperset(word.text) and not RUN_INTO.match(word.text)


def _with_rule(lines: tuple[Line, ...], rule: Word) -> tuple[Line, ...]:
    """The lines with the rule for whatever was read in its place, in the nearest line it stands in, else in one of its own."""
    middle = (rule.y0 + rule.y1) / 2
    done: list[Line] = []
    best: tuple[float, int] | None = None
    for line in lines:
        tall = max(word.y1 - word.y0 for word in line.words)
        level = [word for word in line.words if word.y0 - 0.3 * tall <= middle <= word.y1 + 0.3 * tall]
        inside = (word for word in level if rule.x0 <= (word.x0 + word.x1) / 2 <= rule.x1)
        gone = [word for word in inside if not _is_print(word) and not _runs_into(rule, word)]
        if level:
            gap = min(max(word.x0 - rule.x1, rule.x0 - word.x1, 0.0) for word in level)
            best = min(best, (gap, len(done))) if best else (gap, len(done))
        done.append(Line(tuple(word for word in line.words if not any(word is one for one in gone)), line.block))
    if best is None:
        return with_words(lines, (rule,))
    home = done[best[1]]
    done[best[1]] = Line(tuple(sorted((*home.words, rule), key=lambda word: word.x0)), home.block)
    return tuple(line for line in done if line.words)


def run_into(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with a rule and the word it runs into as one word, "------078538"; OCR makes a dash or two of the rule's end."""
    return tuple(Line(_run_into(line.words), line.block) for line in lines)


def _run_into(words: tuple[Word, ...]) -> tuple[Word, ...]:
    done: list[Word] = []
    for word in words:
        if done and set(done[-1].text) == {"-"} and _runs_into(done[-1], word):
            rule = done.pop()
            text = rule.text + RUN_INTO.sub("", word.text, count=1)
            x1, y0, y1 = max(rule.x1, word.x1), min(rule.y0, word.y0), max(rule.y1, word.y1)
            word = Word(text, rule.x0, y0, x1, y1, word.confidence)
        done.append(word)
    return tuple(done)


def _runs_into(rule: Word, word: Word) -> bool:
    """Whether the word goes on where the rule ends, its first signs being the rule's last dashes."""
    step = (rule.x1 - rule.x0) / max(len(rule.text), 1)
    near = word.x1 > (rule.x0 + rule.x1) / 2 and word.x0 <= rule.x1 + NEAR * step
    begun = RUN_INTO.match(word.text) is not None or (
        rule.x1 <= word.x0 + TOUCHING * step and word.x0 <= rule.x1 + TOUCHING * step
    )
    return len(rule.text) >= LEAST and near and begun
