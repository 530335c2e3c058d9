"""Which sentences stand behind "Myth:" or "Fact:"."""

from __future__ import annotations

import pytest

from pipeline.extractors.sides.myths import is_label, label_before, role_of, unlabelled

SAID = "Counties pay for it."


@pytest.mark.parametrize(
    ("before", "role"),
    [
        ("MYTH: ", "myth"),
        ("Myth #3 - ", "myth"),
        ("2. Misconception: ", "myth"),
        ("Common myths:\n", "myth"),
        ("RUMOR\n\n", "myth"),
        ("FACT: ", "fact"),
        ("• Reality – ", "fact"),
        ("MYTH: It is a tax. FACT: ", "fact"),
        ("Myth: It is a tax.\nTruth:\n", "fact"),
        ("", ""),
        ("In fact: ", ""),
        ("Myths and legends of the county.\n", ""),
        ("MYTH: It is a tax.\n", ""),
        ("MYTH\nIt is a tax.\n\n", ""),
        ("The allegation, ", ""),
        ("True to form, ", ""),
        ("False-alarm rates are low: ", ""),
        ("Fact-finding teams went: ", ""),
        ("MYTH -", "myth"),
        ("Myth-", "myth"),
    ],
)
def test_role(before: str, role: str) -> None:
    assert role_of(before + SAID, len(before), len(before + SAID)) == role


def test_a_sentence_with_both_says_what_it_says() -> None:
    text = "MYTH: counties pay for it? FACT: they do not."
    assert role_of(text, 0, len(text)) == ""


@pytest.mark.parametrize(
    ("text", "label"), [("MYTH:", True), ("Fact", True), ("Reality #2:", True), ("A fact", False), (SAID, False), ("", False)]
)
def test_is_label(text: str, label: bool) -> None:
    assert is_label(text) is label


@pytest.mark.parametrize("text", [f"MYTH: {SAID}", f"Fact #1 - {SAID}", SAID])
def test_unlabelled(text: str) -> None:
    assert unlabelled(text) == SAID


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (f"Myth: {SAID}", "Myth:"),
        (f"2. Rumor #3 - {SAID}", "2. Rumor #3 -"),
        (f"Fact: {SAID}", ""),
        ("It is a myth: the dues are none.", ""),
        ("Myth: the dues are high? Fact: there are none.", ""),
    ],
)
def test_the_label_before_a_sentence(text: str, label: str) -> None:
    assert label_before(text) == label


def test_a_bare_label_is_left_as_it_is() -> None:
    assert unlabelled("MYTH:") == "MYTH:"


TABLE = "MYTH      FACT\nPorts are dear.  They are free to all.\nNo ship is free. Each is.\n"


@pytest.mark.parametrize(
    ("text", "said", "role"),
    [
        (TABLE, "Ports are dear.", "beside"),
        (TABLE, "No ship is free.", "beside"),
        (TABLE, "They are free to all.", ""),
        (TABLE + "\nWrite to us.", "Write to us.", ""),  # an empty line ends it
        ("MYTH / FACT\n\nPorts are dear.", "Ports are dear.", ""),
        ("Myth and fact sheet\nPorts are dear.", "Ports are dear.", ""),
    ],
)
def test_what_begins_a_line_of_two_columns_may_be_either(text: str, said: str, role: str) -> None:
    start = text.index(said)
    assert role_of(text, start, start + len(said)) == role


CELLS = (
    'MYTH FACT\n\n"The tag is a\ntax."\n\nThe tag is free.\n\n"Mates are inspectors."\n\nNo. They are not.\n\n"So they say."\n'
)


@pytest.mark.parametrize(
    ("text", "said", "role"),
    [
        (CELLS, '"The tag is a\ntax."', "myth"),
        (CELLS, "The tag is free.", ""),
        (CELLS, '"Mates are inspectors."', "myth"),
        (CELLS, "They are not.", ""),
        (CELLS.replace("MYTH FACT", "SAID DONE"), '"Mates are inspectors."', ""),
        (CELLS.replace('"The tag is a\ntax."\n\n', ""), '"Mates are inspectors."', ""),
    ],
)
def test_a_quotation_in_the_column_of_myths_is_one(text: str, said: str, role: str) -> None:
    start = text.index(said)
    assert role_of(text, start, start + len(said)) == role


@pytest.mark.parametrize(
    ("heads", "role"),
    [
        ("What you may hear What you say", "myth"),
        ("What you might hear | What to answer", "myth"),
        ("What you will see What you do", ""),
    ],
)
def test_a_quotation_in_the_column_of_what_is_heard_is_a_myth(heads: str, role: str) -> None:
    text = f'Myth / Fact\n\n{heads}\n\n"{SAID}"\n\nRefer to the sheet.\n'
    start = text.index(SAID)
    assert role_of(text, start, start + len(SAID)) == role
