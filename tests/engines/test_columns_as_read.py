"""Columns, sheets of condensed transcripts and tables of prose: each is read in its order, from a text layer and from OCR."""

from __future__ import annotations

from itertools import pairwise

import pytest

from pipeline.engines.across import by_columns
from pipeline.engines.asides import set_aside
from pipeline.engines.layout import layer_of
from pipeline.engines.numbered import mended
from pipeline.engines.placed import Placed
from pipeline.records.page import Line, Word

WIDE, HIGH = 612.0, 792.0
LETTER = 4.8  # width of a letter, in points

TALK = (
    "Q. Good day. Who keeps the bell",
    "at the north pier now?",
    "A. A boy of the yard keeps it,",
    "as he did when I came to the",
    "town.",
    "Q. And before him?",
    "A. Nobody did. The bell hung in",
    "the shed, and what was told of",
    "it is not so.",
    "Q. You are sure?",
    "A. Quite. I saw it there with",
    "my own eyes on many days and",
)


def put(text: str, x: float, y: float) -> list[Placed]:
    """The words of a line of type."""
    found = []
    for word in text.split():
        found.append(Placed(word, x, y, x + LETTER * len(word), y + 9))
        x += LETTER * (len(word) + 1)
    return found


def read(words: list[Placed]) -> list[str]:
    """The lines of the page as its text layer gives them."""
    layer = layer_of(words, WIDE, HIGH)
    assert layer is not None
    return [" ".join(word.text for word in line.words) for line in layer.lines]


def scanned(words: list[Placed]) -> list[str]:
    """The lines of the page where OCR read every row straight across."""
    tops = sorted({word.top for word in words})
    rows = [sorted((word for word in words if word.top == top), key=lambda word: word.x0) for top in tops]
    lines = tuple(
        Line(tuple(Word(w.text, w.x0 / WIDE, w.top / HIGH, w.x1 / WIDE, w.bottom / HIGH, 0.9) for w in row), 0) for row in rows
    )
    found = by_columns(lines, WIDE / HIGH)
    assert sorted(word.text for line in found for word in line.words) == sorted(word.text for word in words)
    assert all(other.block - one.block in (0, 1) for one, other in pairwise(found))
    return [" ".join(word.text for word in line.words) for line in found]


WAYS = pytest.mark.parametrize("way", [read, scanned])


def sheets(labels: tuple[int, ...], pitch: float, numbers: tuple[bool, bool] = (True, True)) -> tuple[list[Placed], list[str]]:
    """Two sheets beside each other, or four; and their talk, sheet after sheet by number."""
    words = put("In re the Bell of the North Pier", 60, 30)
    told: dict[int, list[str]] = {}
    for at, label in enumerate(labels):
        x, y = 60.0 + 270 * (at % 2), 60 + at // 2 * (pitch * 12 + 40)
        words += put(f"Page {label}", x + 150, y)
        told[label] = []
        for number, said in enumerate(TALK, 1):
            line = f"{number} {said.replace('bell', f'bell{label}')}" if numbers[at % 2] else said
            words += put(line, x, y + 15 + pitch * (number - 1))
            told[label].append(line)
    return words, [line for label in sorted(told) for line in told[label]]


@WAYS
@pytest.mark.parametrize("pitch", [12.0, 24.0])
@pytest.mark.parametrize("labels", [(7, 8), (41, 42, 43, 44), (41, 43, 42, 44)], ids=["two", "across", "down"])
def test_a_condensed_transcript_is_read_sheet_by_sheet(way, labels, pitch) -> None:  # type: ignore[no-untyped-def]
    words, talk = sheets(labels, pitch if len(labels) < 4 else 12.0)
    found = way(words)
    at = found.index(talk[0])
    assert found[at:] == talk and sum("Page" in line for line in found[:at]) == len(labels) // 2


@WAYS
def test_sheets_with_numbers_on_one_side_alone_are_columns_of_talk(way) -> None:  # type: ignore[no-untyped-def]
    words, talk = sheets((7, 8), 20.0, (True, False))
    found = [line for line in way(words) if line in talk]
    assert found == talk


def test_the_talk_of_one_sheet_goes_on_in_the_next_without_a_gap() -> None:
    layer = layer_of(sheets((7, 8), 24.0)[0], WIDE, HIGH)
    assert layer is not None
    blocks = {line.block for line in layer.lines if line.words[0].text.isdigit()}
    assert len(blocks) == 1


@WAYS
@pytest.mark.parametrize(
    "rows",
    [
        [(str(at), "Harbor dues", str(at), f"{at * 37}") for at in range(1, 13)],
        [(str(at), str(at + 12), str(at + 24), str(at + 36)) for at in range(1, 13)],
        [(str(at), "Pier", f"{at * 3}", f"{at * 41 % 90}") for at in range(1, 20)],
    ],
    ids=["ranks", "numbers alone", "one column counts"],
)
def test_tables_with_counted_rows_stay_row_by_row(way, rows) -> None:  # type: ignore[no-untyped-def]
    words = [
        word
        for at, row in enumerate(rows)
        for x, cell in zip((60, 120, 330, 400), row, strict=True)
        for word in put(cell, x, 60 + 14 * at)
    ]
    assert way(words) == [" ".join(row) for row in rows]


LEFT = (
    "Who may ring it?", "Anyone who holds a card of the", "yard may ring it by day, and the", "keeper by night.",
    "What does it cost?", "Nothing at all, unless the rope", "is cut or the clapper has been", "lost at sea.", "Is it loud?",
    "The clerk has heard it from the", "hill, and so have the goats that", "graze there.",
)  # fmt: skip
RIGHT = (
    "Was it moved?", "It hung at the south pier until", "the storm took the roof of the", "shed away.", "By whom?",
    "The mates of two boats carried it", "over the bridge on a", "cart.",
)  # fmt: skip


@WAYS
@pytest.mark.parametrize("off", [0.0, 6.0], ids=["level", "not level"])
def test_a_short_right_column_and_a_foot_far_below_do_no_harm(way, off) -> None:  # type: ignore[no-untyped-def]
    words = put("What people ask about the bell of the pier and of the yard beside it, and what we say", 60, 40)
    for at, line in enumerate(LEFT):
        words += put(line, 60, 80 + 12 * at)
    for at, line in enumerate(RIGHT):
        words += put(line, 320, 80 + off + 12 * at)
    words += [*put("Printed for the yard", 60, 740), *put("PIER 000417", 470, 740)]
    found = way(words)
    if way is scanned and off:  # lines that are not level are not read across by OCR
        return
    assert found[1 : 1 + len(LEFT) + len(RIGHT)] == [*LEFT, *RIGHT]


COMMENTS = [
    ("2.1", "The bell should be rung on each/day, and not only when/boats are due.", "It is rung when the keeper/sees a light."),
    ("2.2", "The rope is too short for a/child to reach.", "A longer one has been bought and/will be hung before summer/comes."),
    ("3.1", "No one knows who has the key to/the shed.", "The clerk has it, as the sign on/the door says."),
    ("3.4", "Goats should be kept out of the/yard at night.", "They are. A gate was put up when/the sign was."),
]  # fmt: skip


@WAYS
def test_a_table_of_prose_in_three_columns_is_read_cell_by_cell(way) -> None:  # type: ignore[no-untyped-def]
    words = [*put("No.", 60, 60), *put("Comment", 100, 60), *put("Answer", 330, 60)]
    y, told = 80.0, ["No. Comment Answer"]
    for number, *cells in COMMENTS:
        comment, answer = (cell.split("/") for cell in cells)
        words += put(number, 60, y)
        for x, cell in ((100, comment), (330, answer)):
            for at, line in enumerate(cell):
                words += put(line, x, y + 12 * at)
        told += [number, *comment, *answer]
        y += 12 * max(len(comment), len(answer)) + 8
    assert way(words) == told


def lone(words: list[Placed], lost: int = 0) -> tuple[Line, ...]:
    """The lines of two sheets as OCR reads them apart: numbers one by one, then the talk, the page's foot between the sheets."""
    rows: dict[tuple[bool, float], list[Placed]] = {}
    for word in words:
        rows.setdefault((word.x0 > 320, word.top), []).append(word)
    made: list[list[Placed]] = []
    for right in (False, True):
        side = [row for (at, _), row in sorted(rows.items()) if at is right]
        made += [[row[0]] for row in side if row[0].text.isdigit() and int(row[0].text) > lost]
        made += [row[1:] if row[0].text.isdigit() else row for row in side]
        made += [] if right else [put("Harbor Reporting", 60, 760)]
    return tuple(
        Line(tuple(Word(w.text, w.x0 / WIDE, w.top / HIGH, w.x1 / WIDE, w.bottom / HIGH, 0.9) for w in row), block)
        for block, row in enumerate(filter(None, made))
    )


@pytest.mark.parametrize("lost", [0, 3])
def test_numbers_that_ocr_read_for_themselves_stand_before_their_lines(lost: int) -> None:
    words, talk = sheets((7, 8), 24.0)
    lines = by_columns(lone(words, lost), WIDE / HIGH)
    found = [" ".join(word.text for word in line.words) for line in lines]
    wanted = [line if int(line.split()[0]) > lost else line.split(" ", 1)[1] for line in talk]
    assert found == ["In re the Bell of the North Pier", "Page 7", "Page 8", *wanted, "Harbor Reporting"]
    assert len({line.block for line in lines[3:-1]}) == 1


def test_a_last_sheet_half_empty_is_a_sheet_and_no_table() -> None:
    words, talk = sheets((7, 8), 24.0)
    kept = [word for word in words if word.x0 < 320 or word.top < 60 + 15 + 24 * 4 or word.text.isdigit()]
    lines = by_columns(lone(kept), WIDE / HIGH)
    found = [" ".join(word.text for word in line.words) for line in lines]
    assert [line for line in found if line in talk] == [*talk[: len(TALK) + 4]]
    assert found[-1] == "Harbor Reporting"


def test_few_numbers_in_a_margin_stay_as_they_were_read() -> None:
    words, _ = sheets((7, 8), 24.0)
    lines = tuple(line for line in lone(words) if line.words[0].text not in {str(at) for at in range(4, 13)})
    assert by_columns(lines, WIDE / HIGH) == lines


@pytest.mark.parametrize(
    ("read_as", "meant"),
    [
        ("1 2 3 4 5 6", "1 2 3 4 5 6"),
        ("L 2 3 4 5 6", "1 2 3 4 5 6"),
        ("9 10 LY 12 3 14 15", "9 10 11 12 13 14 15"),
        ("12 13 EE ue 16 17", "12 13 14 15 16 17"),
        ("In 2 x", "In 2 x"),
        ("4 9 2 7", "4 9 2 7"),
        ("", ""),
    ],
)
def test_a_misread_number_is_told_by_those_around_it(read_as: str, meant: str) -> None:
    words = [Word(text, 0.1, 0.1 + 0.02 * at, 0.12, 0.11 + 0.02 * at) for at, text in enumerate(read_as.split())]
    assert " ".join(word.text for word in mended(words)) == meant


def test_a_number_far_from_the_others_is_not_told_by_them() -> None:
    words = [Word(text, 0.1, y, 0.12, y + 0.01) for text, y in (("In", 0.02), ("2", 0.3), ("3", 0.32), ("4", 0.34), ("5", 0.36))]
    assert mended(words) == words


@pytest.mark.parametrize(("x", "behind"), [(40.0, True), (40.0, False), (500.0, True)], ids=["left", "new paragraph", "right"])
def test_a_note_in_the_margin_cuts_no_sentence(x: float, behind: bool) -> None:
    goes_on = "and so have the goats that graze" if behind else "And so have the goats that graze"
    upper = [
        put("The clerk has heard it from the hill on each", 180, 80),
        put("night of the year as the wind comes from sea", 180, 93),
    ]
    lower = [put(goes_on, 180, 106), put("behind the shed at noon.", 180, 119)]
    notes = [put("See the note of May", x, 99), put("on the goats there", x, 108)]
    rows = [upper[0], upper[1], notes[0], lower[0], notes[1], lower[1]]
    blocks = set_aside([[rows[0], rows[1]], [rows[2], rows[4]], [rows[3], rows[5]]])
    read = [" ".join(word.text for word in row) for block in blocks for row in block]
    wanted = [*upper, *lower, *notes] if behind else [*upper, *notes, *lower]
    assert read == [" ".join(word.text for word in row) for row in wanted]


def test_two_short_columns_stay_one_after_the_other() -> None:
    left = [put("For the yard, by its clerk", 60, 80), put("and the keeper", 60, 93)]
    right = [put("For the county of the hill", 330, 80), put("by its board", 330, 93)]
    assert set_aside([left, right]) == [left, right]


@WAYS
def test_a_few_lines_of_prose_beside_a_column_are_a_column(way) -> None:  # type: ignore[no-untyped-def]
    right = (
        "of the mast was lost with it in",
        "the storm.",
        "What is it worth?",
        "A boat at least, as the clerk of",
        "the yard says.",
    )
    words = []
    for x, lines in ((60, LEFT), (320, right)):
        for at, line in enumerate(lines):
            words += put(line, x, 80 + 12 * at)
    assert way(words) == [*LEFT, *right]


def talked(letters: dict[int, str], indented: bool) -> tuple[Line, ...]:
    """A numbered sheet of talk as OCR reads it; on the lines given the letter is another."""
    lines = []
    for number, said in enumerate(TALK, 1):
        words, y = put(str(number), 60, 60 + 24 * number), 60.0 + 24 * number
        letter, rest = (said[:2], said[3:]) if said[:2] in ("Q.", "A.") else ("", said)
        if letter:
            words += put(letters.get(number, letter), 100 if indented else 80, y) + put(rest, 125 if indented else 105, y)
        else:
            words += put(rest, 80, y)
        lines.append(Line(tuple(Word(w.text, w.x0 / WIDE, w.top / HIGH, w.x1 / WIDE, w.bottom / HIGH, 0.9) for w in words), 0))
    return tuple(lines)


@pytest.mark.parametrize(
    ("misread", "meant"),
    [
        ("(O:", "Q."),
        ("Os", "Q."),
        ("0;", "Q."),
        ("QQ:", "Q."),
        ("Ax", "A."),
        ("A:", "A."),
        ("Mr.", "Mr."),
        ("No", "No"),
        ("I", "I"),
    ],
)
def test_a_letter_misread_in_its_place_is_told(misread: str, meant: str) -> None:
    found = by_columns(talked({6: misread}, True), WIDE / HIGH)
    assert [line.words[1].text for line in found] == [line.words[1].text for line in talked({6: meant}, True)]


def test_where_other_lines_begin_below_the_letters_nothing_is_told() -> None:
    lines = talked({6: "On", 7: "A"}, False)
    assert by_columns(lines, WIDE / HIGH) == lines
