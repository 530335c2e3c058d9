"""The running texts of a page: its lines as printed, joined where a paragraph goes on and cut where something new begins.

Line breaks and line-end hyphens are undone in a clean copy, with a map back to the page's text. A page set or typed with wide
spacing has an empty line between the lines of one paragraph; there a sentence that is not ended goes on below the gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.records.line_numbers import line_numbers

LONGEST_PIECE = 20_000  # characters in one parse; keeps the model's memory flat on a page of a million characters

_BLANK_LINES = re.compile(r"\n[ \t\r\f\v]*\n\s*")
_BULLET = r"(?:[•▪◦●○■□‣∙·*❖➢✓]|o(?=\s))\s*(?=\S)|[–—-]\s+(?=[A-Z\"“(])"
_SPEAKER = r"(?:Q|A|Question|Answer|QUESTION|ANSWER)\s?\d{0,3}[:.](?=\s|$)"
_NAME = r"[A-Z][A-Za-z./-]*(?:[ ](?:[A-Z][A-Za-z./-]*|of|and|the|to|for)){0,3}"
# "Mr. HALE.", "The GENTLEWOMAN FROM FRANKLIN.", "Ms. ROE of Marlow.", as hearings are printed.
_TAKES_FLOOR = (
    r"(?:The|THE|Mr\.|MR\.|Mrs\.|MRS\.|Ms\.|MS\.|Dr\.|DR\.|Senator|Representative|Chairman|Chairwoman|Chair|Sheriff|Director)\s"
    r"[A-Z][A-Z’'-]{2,}(?:\s[A-Z][A-Z’'-]+){0,4}(?:\sof(?:\s[A-Z][\w’-]+){1,2})?[.:](?=\s|$)"
)
# "SUPERVISOR, 2ND DISTRICT: ..."
_TALKS = r"[A-Z][A-Z.’'/-]+(?:,?[ ][A-Z\d][A-Z\d.’'/-]*){0,7}[ ]?:(?=\s|$)"
_RECITAL = r"(?:WHEREAS|NOW,?\s+THEREFORE|BE\s+IT\s+(?:FURTHER\s+)?RESOLVED)\b"  # each of a resolution tells for itself
_TURN = re.compile(rf"{_SPEAKER}|{_TAKES_FLOOR}|{_NAME}\s?:(?=\s)|{_TALKS}")
_STRONG_START = re.compile(
    rf"{_RECITAL}|\[\d{{1,2}}:\d\d(?::\d\d)?(?:\s?[AaPp][Mm])?\]\s|{_BULLET}|{_SPEAKER}|{_TAKES_FLOOR}|{_NAME}\s?:(?=\s|$)|{_TALKS}"
)
_NUMBER = r"(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})"
_ITEM = re.compile(rf"\(?{_NUMBER}[.)](?=\s)")
_ONE_LINE_FIELD = re.compile(r"(?:Sent|Date|Subject|Re|RE|Importance|SUBJECT|DATE|SENT)\s?:")
_LINE = re.compile(r"[^\n\r\f\v\u2028\u2029]+")
_QUOTING = re.compile(r"[>|\s]*>\s*")
# "Aliens removed: 46,908", "of these, first level ..... 9,610 (21%)": a row of figures, whatever stands below it.
_ROW = re.compile(r"[A-Za-z][^.!?\n]*?[\w)][\s:.…\t–—-]+[$(]{0,2}\d[\d,.]*\s?%?\)?(?:\s*\(?\d[\d,.]*\s?(?:%|percent|pct)\.?\)?)?")
_CARRIES_ON = re.compile(r"(?:[,(/&-]|\b(?:and|or|of|the|to|for|in|by|with|a|an|at|on|from|that|de))$", re.IGNORECASE)
# "PORT ALDER, Franklin (May 3) -- The Guard said ...": no part of whoever speaks.
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.’']{2,}(?:[ ][A-Z][A-Z.’']+){0,3}(?:,[ ][A-Z][\w.]*(?:[ ][A-Z][\w.]*)?)?"
    r"(?:,?[ ]\(?[A-Z][a-z]{2,8}\.?[ ]\d{1,2}(?:,[ ]\d{4})?\)?)?"
    r"[ ](?:-{1,2}|[–—])[ ])(?=[\"“]?(?:[A-Z][a-z]|A[ ]|[A-Z]{2,5}[ ][a-z]))"
)
_HOUR = re.compile(r"(?:[01]\d|2[0-3]):?[0-5]\d\s(?=[A-Za-z])")  # before the entry of a log
_LINE_HYPHENS = "-\u00ad\u2010\u2011¬"
TERMINAL = frozenset(".?!:;…\"'”’)]•▪●■—–")
TORN = 2  # lines that plainly go on below an empty line, from which the spacing of a page says nothing about its paragraphs
ROW_WORDS = 12  # in a row of figures, its number included; a line of more is rather running text
ROW_LONGEST = 200  # characters
_PROSE, _PROSE_FULL = 80, 0.9  # characters, and share of the widest line, of a full line of prose
_RUNS = re.compile(r"(?:[a-z]{2,}[,;]?\s){3}.*[a-z]{2}[.,;]\s")  # words in small letters, and the end of a sentence or clause
_SMALL = re.compile(r"\b[a-z]{2,}\b")
FULL = 0.6  # share of the page's longest line from which a line is one of running text, and not a heading or a greeting


@dataclass(frozen=True, slots=True)
class Piece:
    """Running text that may hold several sentences; `places[i]` is where `clean[i]` stands in the text given."""

    clean: str
    places: tuple[int, ...]


def pieces(text: str, known: frozenset[str]) -> Iterator[Piece]:
    """The running texts of the page: blocks cut wherever the layout starts something new."""
    numbered = frozenset(line_numbers(text).values())
    for lines in _paragraphs(text):
        width = max((stop - begin for begin, stop in lines), default=0)
        # Prose rarely starts every line with a capital; addresses, tables and lists do.
        listed = len(lines) > (2 if width < 45 else 4) and all(
            text[begin].isupper() or text[begin].isdigit() for begin, _ in lines
        )
        group: list[tuple[int, int]] = []
        for begin, stop in lines:
            if place := _DATELINE.match(text, begin, stop):
                yield from (_cleaned(text, one, known) for one in (group, [(begin, begin + len(place["place"]))]) if one)
                group, begin = [], place.end()
            before = text[slice(*group[-1])] if group else ""
            item = listed and not _runs_on(before, width)
            told_on = group and begin in numbered and _same_turn(text[slice(*group[0])], before, text[begin:stop])
            if group and not told_on and _starts_anew(before, text[begin:stop], 10**9 if item else width):
                yield _cleaned(text, group, known)
                group = []
            group.append((begin, stop))
        if group:
            yield _cleaned(text, group, known)


def _paragraphs(text: str) -> Iterator[list[tuple[int, int]]]:
    """The spans of the lines of each block, where an empty line that runs through a paragraph parts nothing."""
    numbers = line_numbers(text)
    found = [lines for start, end in _blocks(text) if (lines := list(_lines(text, start, end, numbers)))]
    longest = max((stop - begin for lines in found for begin, stop in lines), default=0)
    gaps = [(text[slice(*one[-1])], text[slice(*other[0])]) for one, other in pairwise(found)]
    wide = sum(_goes_on(before, here, longest) for before, here in gaps) >= TORN
    kept: list[tuple[int, int]] = []
    for order, lines in enumerate(found):
        kept = kept + lines
        if order == len(gaps) or not (_goes_on(*gaps[order], longest) or (wide and _may_go_on(*gaps[order], longest))):
            yield kept
            kept = []


def _goes_on(before: str, here: str, longest: int) -> bool:
    """Whether a line plainly ends in the middle of a sentence that the next goes on with."""
    return here[0].islower() and _may_go_on(before, here, longest)


def _may_go_on(before: str, here: str, longest: int) -> bool:
    """Whether nothing speaks against it: the line is full, ends no sentence, and the next is no heading, item or label."""
    ended = before[-1] in TERMINAL and before[-1] not in "\"'’)]"
    heading = before.isupper() or here.isupper()
    return len(before) >= FULL * longest and not (ended or heading or _STRONG_START.match(here) or _ITEM.match(here))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for gap in _BLANK_LINES.finditer(text):
        yield at, gap.start()
        at = gap.end()
    yield at, len(text)


def _lines(text: str, start: int, end: int, numbers: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Spans of the lines that hold anything, without white space at the ends, the marks of quoted mail and printed `numbers`."""
    for match in _LINE.finditer(text, start, end):
        line = match.group()
        quoting = _QUOTING.match(line)
        skipped = quoting.end() if quoting else len(line) - len(line.lstrip())
        skipped = max(skipped, numbers.get(match.start(), 0) - match.start())
        if line[skipped:].strip():
            yield match.start() + skipped, match.start() + len(line.rstrip())


def _starts_anew(before: str, here: str, width: int) -> bool:
    """Whether the line `here` begins an item, a field or a paragraph instead of going on with the line before it."""
    if before[-1] in _LINE_HYPHENS and here[0].islower():
        return False
    if _HOUR.match(here) and (before[-1] in TERMINAL or _HOUR.match(before)):
        return True
    if _STRONG_START.match(here) or (_is_row(before) and _is_row(here) and _labelled(here)):
        return True
    # Where the next word would have fitted, the writer ended the line on purpose: a heading, an address, an item.
    room = 0.95 if _ONE_LINE_FIELD.match(before) else 0.7
    short = len(before) + 1 + len(here.split(maxsplit=1)[0]) < room * width
    if _ITEM.match(here):
        return short or before[-1] in TERMINAL
    return short and not here[0].islower() and here[0].isalnum() and not _CARRIES_ON.search(before)


def _same_turn(first: str, before: str, here: str) -> bool:
    """Whether a numbered line goes on with a turn whose sentence is not ended. Who takes the floor is set in from the margin,
    so that his first line looks short."""
    if before[-1] in TERMINAL or here.isupper() or _STRONG_START.match(here) or _ITEM.match(here):
        return False
    return _TURN.match(first) is not None and _SMALL.search(before) is not None


def _runs_on(line: str, width: int) -> bool:
    """Whether a line that fills the page is running text broken within a sentence, though all lines begin with capitals."""
    return len(line) >= max(_PROSE, _PROSE_FULL * width) and line[-1:].isalpha() and _RUNS.search(line) is not None


def _is_row(line: str) -> bool:
    """Whether this is a label with its number. One such line may be running text that broke behind a number, two are a table."""
    return len(line) <= ROW_LONGEST and len(line.split()) <= ROW_WORDS and _ROW.fullmatch(line) is not None


def _labelled(row: str) -> bool:
    """Whether what a row counts stands apart from running text: a capital before it, a colon or dots behind it."""
    return not row[0].islower() or re.search(r"(?::|\.\.|…)\s*[$(]{0,2}\d", row) is not None


def _cleaned(text: str, lines: list[tuple[int, int]], known: frozenset[str]) -> Piece:
    letters: list[str] = []
    places: list[int] = []
    for index, (begin, stop) in enumerate(lines):
        if index and letters:
            _join(text, letters, places, lines[index - 1], (begin, stop), known)
        for at in range(begin, stop):
            letter = text[at]
            if letter.isspace():
                if letters and letters[-1] == " ":
                    continue
                letter = " "
            letters.append("\ufffd" if "\ud800" <= letter <= "\udfff" else letter)
            places.append(at)
    return Piece("".join(letters), tuple(places))


def _join(
    text: str, letters: list[str], places: list[int], last: tuple[int, int], line: tuple[int, int], known: frozenset[str]
) -> None:
    """Puts between two lines what belongs there: a space, or nothing after a hyphen; one that only broke a word goes too."""
    head = re.search(r"([A-Za-z]+)[-\u00ad\u2010\u2011¬]$", text[last[0] : last[1]])
    tail = re.match(r"[a-z]+", text[line[0] : line[1]])
    if head and tail:
        whole = (head[1] + tail[0]).lower()
        if whole in known or not (head[1].lower() in known and tail[0] in known):
            letters.pop()
            places.pop()
    elif not (letters[-1] == "-" and len(letters) > 1 and letters[-2].isalnum()):
        letters.append(" ")
        places.append(last[1])


def portions(piece: Piece) -> Iterator[Piece]:
    """The piece, cut at the last sentence end (else space, else anywhere) before LONGEST_PIECE characters."""
    at, size = 0, len(piece.clean)
    while size - at > LONGEST_PIECE:
        limit = at + LONGEST_PIECE
        cut = max(piece.clean.rfind(mark, at + LONGEST_PIECE // 2, limit) for mark in (". ", "? ", "! "))
        cut = cut + 2 if cut > 0 else piece.clean.rfind(" ", at + 1, limit) + 1 or limit
        yield Piece(piece.clean[at:cut], piece.places[at:cut])
        at = cut
    if piece.clean[at:].strip():
        yield Piece(piece.clean[at:], piece.places[at:])
