"""Finds withheld strings in other text, however they are spaced, cased, punctuated or broken over lines.

Text is cut into words (runs of letters and digits). A withheld string matches where its letters and digits, strung
together, begin at a word's start and end at a word's end; a single short word over several only where print breaks it
("C o s t a", "Cos-" and "ta" on the next line) or the first is capitalised: "cost a" is not Costa. Numbers are compared
after undoing what OCR confuses (O, Q and 0, l and 1, S and 5, B and 8), and only as whole numbers: a Bates or docket number
that merely contains the digits stays.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+")
MIN_DIGITS = 7  # shortest digit string that identifies on its own: a local phone number
_DIGIT = re.compile(r"\d")
_CONFUSED = str.maketrans({"o": "0", "q": "0", "l": "1", "i": "1", "s": "5", "b": "8"})
_GAP = re.compile(r"[^\w\n]{0,3}\n?[^\w\n]{0,3}")  # what may stand between the groups of one number
_KEY = 4  # letters by which phrases are looked up; the shortest phrase that is followed
_CHANCE = 8  # letters of a single word below which ordinary words may make it up by chance
_BROKEN = re.compile(r"[^\W_]{2,}-[ \t]*\n\s*[^\W_]+|(?:[^\W_]{1,2}[\W_]+)+[^\W_]{1,2}")  # over a line's end, or letter by letter
_JOINT = re.compile(r"[^\W_]+(?:['’-][^\W_]+)+")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Trace:
    """A string to be found. `form` is letters and digits only, folded; a `literal` form keeps its punctuation.

    `shape` is phrase, number or literal; `kind` and `text` say what was withheld.
    """

    form: str
    shape: str
    kind: str
    text: str


def folded(text: str) -> str:
    """Letters and digits alone, without case and accents."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return "".join(WORD.findall(text)).casefold()


def number_forms(text: str) -> tuple[str, ...]:
    """The forms of an identifying number: all its letters and digits, and its digits alone where there are seven or more."""
    words = [word.casefold() for word in WORD.findall(text)]
    numeric = [word for word in words if _DIGIT.search(word)]
    whole = "".join(w if w.isalpha() else w.translate(_CONFUSED) for w in words)
    bare = "".join(_bare(word) for word in numeric)
    return tuple(dict.fromkeys(form for form in (whole, bare) if sum(c.isdigit() for c in form) >= MIN_DIGITS))


def _bare(word: str) -> str:
    """A folded word without a leading label letter (A099123456)."""
    digits = word.translate(_CONFUSED)
    return digits[1:] if digits[:1].isalpha() and digits[1:].isdigit() else digits


class Traces:
    """An index over traces. `known` are folded numbers (Bates, request numbers, dockets) that are never masked."""

    def __init__(self, traces: Iterable[Trace], known: frozenset[str] = frozenset()) -> None:
        self.all = tuple(traces)
        self.known = known
        self._phrases: dict[str, list[str]] = {}
        self._chancy = frozenset(
            t.form
            for t in self.all
            if len(t.form) < _CHANCE and t.form.isalpha() and t.kind.endswith("-name") and t.text.isalpha()
        )
        self._numbers = frozenset(t.form for t in self.all if t.shape == "number")
        self._longest = max((len(form) for form in self._numbers), default=0)
        self._shortest = min((len(trace.form) for trace in self.all), default=sys.maxsize)
        self._literals = frozenset(t.form for t in self.all if t.shape == "literal")
        for trace in self.all:
            if trace.shape == "phrase" and len(trace.form) >= _KEY:
                self._phrases.setdefault(trace.form[:_KEY], []).append(trace.form)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Where withheld strings stand in the text, merged, in order."""
        if len(text) < self._shortest:
            return ()
        words = [(m.start(), m.end(), m.group()) for m in WORD.finditer(text)]
        return merged([*self._phrase_spans(text, words), *self._number_spans(text, words), *self._literal_spans(text)])

    def _phrase_spans(self, text: str, words: list[tuple[int, int, str]]) -> Iterable[Span]:
        if not self._phrases:
            return
        forms = [word.lower() if word.isascii() else folded(word) for _, _, word in words]
        stream = "".join(forms)
        starts, at = [], 0
        for form in forms:
            starts.append(at)
            at += len(form)
        ends = {start + len(form): index for index, (start, form) in enumerate(zip(starts, forms, strict=True)) if form}
        for index, start in enumerate(starts):
            for form in self._phrases.get(stream[start : start + _KEY], ()):
                last = ends.get(start + len(form))
                if last is None or not stream.startswith(form, start):
                    continue
                span = words[index][0], words[last][1]
                if last == index or form not in self._chancy or _broken(text[slice(*span)]):
                    yield span

    def _number_spans(self, text: str, words: list[tuple[int, int, str]]) -> Iterable[Span]:
        if not self._numbers or not _DIGIT.search(text):
            return
        for index, (start, _, word) in enumerate(words):
            if not (len(word) == 1 or _DIGIT.search(word)) or _inside(text, start):
                continue
            for end in self._number_ends(text, words, index):
                if not self._in_known(text, start, end):
                    yield start, end

    def _number_ends(self, text: str, words: list[tuple[int, int, str]], first: int) -> Iterable[int]:
        """Ends of every number in the set that begins with this word."""
        whole = bare = ""
        for index in range(first, len(words)):
            start, end, word = words[index]
            digits = _DIGIT.search(word) is not None
            if index > first and (not digits or not _GAP.fullmatch(text[words[index - 1][1] : start])):
                return
            form = word.casefold()
            whole += form.translate(_CONFUSED) if digits else form
            bare += _bare(form) if digits else ""
            if len(bare) > self._longest:
                return
            found = whole in self._numbers or (bare in self._numbers and _DIGIT.search(words[first][2]))
            if found and not _continues(text, end):
                yield end

    def _in_known(self, text: str, start: int, end: int) -> bool:
        """Whether the number is only a part of a known one; a known number that was itself withheld is masked."""
        number = folded(text[start:end])
        while start and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        return folded(text[start:end]) != number and folded(text[start:end]) in self.known

    def _literal_spans(self, text: str) -> Iterable[Span]:
        if self._literals:
            for chunk in re.finditer(r"\w(?:\S*\w)?", text):
                if chunk.group().casefold() in self._literals:
                    yield chunk.span()


def _broken(found: str) -> bool:
    """Whether several pieces may be one printed word: "De Luna" and "o'neil" may, "cost a" may not."""
    return any(sign.isupper() for sign in found) or bool(_BROKEN.fullmatch(found) or _JOINT.fullmatch(found))


def _inside(text: str, start: int) -> bool:
    """Whether the word goes on a longer number: 10-2674.0013078 seen from its last group."""
    return start > 1 and text[start - 1] in "-./" and text[start - 2].isdigit()


def _continues(text: str, end: int) -> bool:
    """Whether the number goes on after `end`."""
    return end + 1 < len(text) and text[end] in "-./" and text[end + 1].isdigit()


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, overlapping ones made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)
