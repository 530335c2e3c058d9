"""The numbers beside a transcript's lines, and numbers at the start of lines that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.patterns.private.homes import homes_in
from pipeline.patterns.private.views import plain_joints
from pipeline.records.line_numbers import blanked, line_numbers, without_numbers

SAID = ["CHAIR: Go on, and tell us", "what you saw there.", "SPEAKER: My name is known", "and I live on the hill."]
LINES = "\n".join(f"{number} {SAID[number % 4]}" for number in range(1, 13))


def test_the_numbers_of_a_transcript_are_told_and_blanked() -> None:
    plain = blanked(f"42\n{LINES}")
    assert len(plain) == len(LINES) + 3 and "CHAIR" in plain and not any(letter.isdigit() for letter in plain[3:])
    begins = [0, *(at + 1 for at, letter in enumerate(LINES) if letter == "\n")]
    assert line_numbers(LINES) == {at: at + len(str(number)) + 1 for number, at in enumerate(begins, 1)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1. Go on.\n2. Tell us.\n3. Leave.\n4. Stay.\n5. Sit.\n6. Stand.\n7. Wait.\n8. Walk.\n9. Run.\n10. Rest.",
        "1 boat\n2 boats\n3 boats",
        "\n".join(f"{number * 7} Marlow" for number in range(1, 14)),
        LINES + "\n" + "A line of running text without a number.\n" * 12,
    ],
)
def test_lists_tables_and_running_text_bear_none(text: str) -> None:
    assert line_numbers(text) == {} and blanked(text) == text


def test_a_line_s_number_is_no_house() -> None:
    lines = ["walked on and came to where"] * 8 + ["Tansy Lane was shut, so we"] + ["walked on and came to where"] * 3
    text = "Jane Roe, born 03/04/1985\n" + "\n".join(f"{number} {line}" for number, line in enumerate(lines, 1))
    read = [text[one.start : one.end] for one in homes_in(text, ((0, 25),))]
    assert any(one.startswith("9 Tansy") for one in read)
    assert not any("Tansy" in text[one.start : one.end] for one in homes_in(plain_joints(text), ((0, 25),)))


def test_a_quote_is_freed_of_the_numbers_beside_its_lines_and_of_no_other() -> None:
    text = LINES.replace("7 and I live on the hill.", "7 and I live at 22", 1)
    start, end = text.index("SPEAKER", text.index("6 ")), text.index("8 CHAIR")
    assert without_numbers(text, start, end) == "SPEAKER: My name is known\nand I live at 22\n"
    assert without_numbers(text, 0, len(text)).count("22") == 1 and without_numbers(text, 5, 5) == ""
    plain = "It was paid in\n12 parts by 40 people."
    assert without_numbers(plain, 0, len(plain)) == plain


@given(st.integers(0, 200), st.integers(0, 200))
def test_what_is_left_is_the_text_less_digits(one: int, other: int) -> None:
    start, end = sorted((min(one, len(LINES)), min(other, len(LINES))))
    left = without_numbers(LINES, start, end)
    assert [letter for letter in left if letter.isalpha()] == [letter for letter in LINES[start:end] if letter.isalpha()]


def test_only_the_numbers_are_blanked() -> None:
    text = f"{LINES}\n13 at 12 Elm"
    assert blanked(text).split() == [word for line in text.split("\n") for word in line.split()[1:]]


def test_a_transcript_whose_lone_digits_are_lost_is_numbered_all_the_same() -> None:
    head = "In the matter of the hill\nPage 7\nPage 8"
    sheet = "\n".join(f"{number} {SAID[number % 4]}" if number > 9 else SAID[number % 4] for number in range(1, 26))
    text = f"{head}\n{sheet}\n{sheet}\nPrinted by the yard"
    plain = text.index("10 "), text.index("14 ")
    assert len(line_numbers(text)) == 32
    assert not any(letter.isdigit() for letter in without_numbers(text, *plain))
