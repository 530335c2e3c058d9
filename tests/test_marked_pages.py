"""Pages in which private matter is marked: how they are read, made over for training, and counted."""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from measuring.marked import CODES, Marked  # noqa: E402
from measuring.private import Tally, printed  # noqa: E402
from training.disguise import Disguise  # noqa: E402

from pipeline.records.finding import Withheld  # noqa: E402
from pipeline.records.tagging import LABELS, OPEN, PRIVATE, PUBLIC  # noqa: E402

FOLDER = ROOT / "corpus" / "labels" / "private"
ROWS = [json.loads(line) for path in sorted(FOLDER.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
TEXT = "From:   Orrin Tessaly\n\nMs. Vale (A 012 345) asks\nfor Harbormaster Tessaly."
PAGE = Marked("x-1", "x", False, TEXT, ((8, 21, PUBLIC), (27, 31, "name"), (33, 42, "number"), (66, 73, PUBLIC)))


class Names:
    def given(self) -> str:
        return "Ada"

    def surname(self) -> str:
        return "Roe"


def disguise(seed: int) -> Disguise:
    return Disguise(frozenset({"asks", "for", "from", "harbormaster", "ms"}), Names(), random.Random(seed))


def test_every_label_page_holds_what_its_readme_says() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS) > 100
    for row in ROWS:
        assert row["id"].startswith(row["hand"]) and row["text"].strip()
        ends = [0]
        for start, end, code in row["spans"]:
            assert code in CODES and ends[-1] <= start < end <= len(row["text"])
            ends.append(end)
    assert {row["split"] for row in ROWS} == {"development", "calibration"}


def test_portions_make_up_the_text() -> None:
    assert "".join(words for words, _ in PAGE.portions) == TEXT
    assert [label for _, label in PAGE.portions if label != OPEN] == [PUBLIC, "name", "number", PUBLIC]


@pytest.mark.parametrize("seed", range(20))
def test_made_over_a_page_keeps_its_marks(seed: int) -> None:
    made = disguise(seed).made_over(PAGE.portions)
    assert Counter(label for _, label in made if label != OPEN) == {PUBLIC: 2, "name": 1, "number": 1}


def test_one_person_gets_one_new_name_and_titles_stay() -> None:
    found = set()
    for seed in range(20):
        made = disguise(seed)._renamed(PAGE.portions)
        found.add("".join(words for words, _ in made))
    assert all("Harbormaster Tessaly" not in text and "Ms. Vale" not in text for text in found)
    assert all("Harbormaster " in text and "From:" in text for text in found)
    for text in found:
        assert text.split("\n")[0].split()[-1] == text.split()[-1].strip(".")


def test_numbers_keep_their_length() -> None:
    made = "".join(words for words, _ in disguise(3)._renumbered((("A 012 345 678, 5/12/2009, 3 boats", OPEN),)))
    assert [len(part) for part in made.split()[:4]] == [1, 3, 3, 4] and "2009"[:2] == made.split("/")[2][:2]


def test_a_page_is_set_as_it_would_be_printed() -> None:
    one = printed(PAGE)
    assert one.page.text == "From: Orrin Tessaly\n\nMs. Vale (A 012 345) asks\nfor Harbormaster Tessaly."
    assert [one.page.text[start:end] for start, end, _ in one.marks] == ["Orrin Tessaly", "Vale", "A 012 345", "Tessaly"]
    assert {one.labels[at] for start, end, label in one.marks for at in (start, end - 1)} == {PUBLIC, "name", "number"}


def test_what_is_withheld_is_counted_by_label() -> None:
    one = printed(PAGE)
    start = one.page.text.index("Vale")
    tally = Tally(Counter(), Counter())
    tally.add(one, (Withheld(one.page.id, "person-name", start, start + 4, "Vale", (), "so"),))
    assert (tally.hidden["name"], tally.total["name"]) == (1, 1)
    assert (tally.hidden["number"], tally.hidden[PUBLIC], tally.total[PUBLIC], tally.hidden[OPEN]) == (0, 0, 2, 0)


def test_labels_are_told_apart() -> None:
    assert len(set(LABELS)) == len(LABELS) and set(PRIVATE) < set(LABELS)
