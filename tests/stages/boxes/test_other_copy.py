"""What one copy of a page hides and another shows is withheld; what merely differs is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drawn_page import box_of, page

from pipeline.records.finding import IN_COPY, Hiding, Withheld
from pipeline.records.page import Box, Page, RedactionBox
from pipeline.records.source import Decision
from pipeline.stages.boxes.other_copy import hidden_in_copies, still_held

TEXT = (
    "The toll keeper keeps a book of what is owed at the gate.\n"
    "Orla Finch wrote on Monday that nobody could say who owes what.\n"
    "The board asked again in June and had no answer until the fall.\n"
)


def copy(text: str, number: int, *codes: str) -> Page:
    """A page with this text; each of the codes printed in it stands on a box."""
    one = page(text, file_id=f"{number:016d}")
    return replace(one, redactions=tuple(box_of(one, code) for code in codes))


def held(*pages: Page) -> list[tuple[str, str]]:
    """(page, text) of what is withheld; the first page is the fullest."""
    found = [one for one, _ in hidden_in_copies((pages[0], other) for other in pages[1:])]
    by_id = {one.id: one for one in pages}
    assert all(one.kind == IN_COPY and one.boxes and by_id[one.page_id].text[one.start : one.end] == one.text for one in found)
    return [(one.page_id[15:16], one.text) for one in found]


@pytest.mark.parametrize(
    ("hidden", "code"),
    [
        ("Orla Finch", "(b)(6)"),
        ("nobody could say who owes what", "(b)(5)"),
        ("The board asked again in June and had no answer until the fall.", "(b)(5)"),
        ("The toll keeper", "(b)(7)(E)"),
        ("Monday", "(b)(6)"),
    ],
)
@pytest.mark.parametrize("boxed", [True, False])
def test_what_the_other_copy_hides_is_withheld(hidden: str, code: str, boxed: bool) -> None:
    other = copy(TEXT.replace(hidden, code), 1, *([code] if boxed else []))
    assert [text.strip(".") for _, text in held(copy(TEXT, 0), other)] == [hidden.strip(".")]


def test_a_box_without_a_word_hides_what_stands_there() -> None:
    full = copy(TEXT, 0)
    (place,) = (RedactionBox(one.box, "black", "") for one in [box_of(full, "Orla")])
    wide = replace(place, box=Box(place.box.x0, place.box.y0, place.box.x0 + 0.15, place.box.y1))
    other = replace(copy(TEXT.replace("Orla Finch ", ""), 1), redactions=(wide,))
    assert held(full, other) == [("0", "Orla Finch")]


@pytest.mark.parametrize(("hole", "found"), [(True, [("0", "Orla Finch")]), (False, [])])
def test_a_hole_in_the_line_hides_what_stands_there_and_closed_ranks_do_not(hole: bool, found: list[tuple[str, str]]) -> None:
    full = copy("On Monday Orla Finch wrote to the board of the gate.", 0)
    other = copy("On Monday wrote to the board of the gate.", 1)
    line = full.lines[0]
    if hole:
        words = tuple(word for word in line.words if word.text not in ("Orla", "Finch"))
        other = replace(other, lines=(replace(line, words=words),))
    assert held(full, other) == found


def test_a_third_copy_that_shows_it_too_is_withheld_as_well() -> None:
    assert held(copy(TEXT, 0), copy(TEXT.replace("Orla Finch", "(b)(6)"), 1, "(b)(6)"), copy(TEXT, 2)) == [
        ("0", "Orla Finch"),
        ("2", "Orla Finch"),
    ]


def test_each_copy_may_hide_what_the_other_shows() -> None:
    one = copy(TEXT.replace("Orla Finch", "(b)(6)"), 0, "(b)(6)")
    two = copy(TEXT.replace("until the fall", "(b)(5)"), 1, "(b)(5)")
    assert sorted(held(one, two)) == [("0", "until the fall"), ("1", "Orla Finch")]


@pytest.mark.parametrize(
    "other",
    [
        TEXT,
        TEXT.replace("Monday", "Mondav"),
        TEXT.replace("Monday", "Tuesday"),
        TEXT.replace("The board asked again in June and had no answer until the fall.\n", ""),
        TEXT + "Read and approved by the clerk.\n",
    ],
)
def test_copies_that_differ_without_a_box_withhold_nothing(other: str) -> None:
    assert held(copy(TEXT, 0), copy(other, 1)) == []


def test_the_same_words_hidden_in_both_withhold_nothing() -> None:
    masked = TEXT.replace("Orla Finch", "(b)(6)")
    assert held(copy(masked, 0, "(b)(6)"), copy(masked, 1, "(b)(6)")) == []


def test_a_small_box_does_not_hide_paragraphs_that_one_version_lacks() -> None:
    more = "".join(f"Another line of the longer version, number {n}, tells of planks and carts.\n" for n in range(9))
    full = copy(TEXT + more, 0)
    other = replace(copy(TEXT, 1), redactions=(RedactionBox(Box(0.1, 0.9, 0.14, 0.91), "black", ""),))
    assert held(full, other) == []


def test_a_box_elsewhere_on_the_page_hides_nothing_here() -> None:
    full = copy(TEXT, 0)
    line = box_of(full, "board").box
    other = replace(
        copy(TEXT.replace("Orla Finch ", ""), 1),
        redactions=(RedactionBox(Box(0.1, line.y1 + 0.2, 0.5, line.y1 + 0.3), "black", ""),),
    )
    assert held(full, other) == []


Found = tuple[tuple[Withheld, Hiding], ...]


def left(found: Found, text: str, *passages: str) -> int:
    """How many are held still after somebody decided to publish this text, or these passages."""
    decided = Decision(text, True, "it was sent", "A. Poe", "2026-03-09", passages)
    return len(still_held([one for one, _ in found], [hiding for _, hiding in found], {found[0][0].page_id: (decided,)}))


@pytest.mark.parametrize(
    ("decided", "kept"),
    [("orla  FINCH", 0), ("Orla Finch of the gate", 1), ("Orla", 1), ("", 1)],
)
def test_a_decision_releases_the_text_it_names(decided: str, kept: int) -> None:
    found = hidden_in_copies([(copy(TEXT, 0), copy(TEXT.replace("Orla Finch", "(b)(6)"), 1, "(b)(6)"))])
    assert left(found, decided) == kept


def test_a_decision_on_a_paragraph_releases_the_sentence_in_it() -> None:
    other = copy(TEXT.replace("nobody could say who owes what", "(b)(5)"), 1, "(b)(5)")
    found = hidden_in_copies([(copy(TEXT, 0), other)])
    assert left(found, "Orla Finch wrote on Monday that nobody could say who owes what.") == 0


@pytest.mark.parametrize(
    ("code", "codes", "kept"),
    [
        ("(b)(5)", ("(b)(5)",), 0),
        ("(b)(6)", ("(b)(6)",), 1),
        ("(b)(7)(C)", ("(b)(7)(C)",), 1),
        ("(b)(5), (b)(6)", ("(b)(5)", "(b)(6)"), 1),
        ("(b)(5) ███", ("", "(b)(5)"), 1),
    ],
)
def test_by_its_number_is_released_what_exemption_5_alone_hides(code: str, codes: tuple[str, ...], kept: int) -> None:
    found = hidden_in_copies([(copy(TEXT, 0), copy(TEXT.replace("nobody could say who owes what", code), 1))])
    ((_, hiding),) = found
    assert hiding.codes == codes and hiding.by[0].startswith("0" * 15 + "1")
    assert left(found, "", hiding.number) == kept
    assert left(found, "", "0123456789abcdef") == 1


def test_a_box_that_says_no_code_is_not_released_by_number() -> None:
    full = copy(TEXT, 0)
    place = box_of(full, "Orla").box
    boxed = [RedactionBox(replace(place, x1=place.x1 + 0.1), "black", raw) for raw in ("", "(b)(5)")]
    bare, coded = (
        hidden_in_copies([(full, replace(copy(TEXT.replace("Orla Finch ", ""), 1), redactions=(box,)))]) for box in boxed
    )
    assert (bare[0][1].codes, coded[0][1].codes) == (("",), ("(b)(5)",))
    assert (left(bare, "", bare[0][1].number), left(coded, "", coded[0][1].number)) == (1, 0)


def test_what_one_copy_hides_as_a_person_and_another_as_counsel_is_not_released_by_number() -> None:
    others = [copy(TEXT.replace("Orla Finch", code), at, code) for at, code in enumerate(("(b)(5)", "(b)(6)"), 1)]
    found = hidden_in_copies((copy(TEXT, 0), other) for other in others)
    assert {hiding.codes for _, hiding in found} == {("(b)(5)", "(b)(6)")}
    assert left(found, "", *(hiding.number for _, hiding in found)) == len(found)


def test_the_number_of_a_passage_is_of_its_words() -> None:
    found = [
        hidden_in_copies([(copy(text, 0), copy(text.replace("nobody could say who owes what", "(b)(5)"), 1))])
        for text in (TEXT, TEXT.replace("nobody could say who owes what", "everybody could say who owes what"))
    ]
    one, other = (hiding.number for ((_, hiding),) in [found[0]] * 2)
    assert one == other and not [hiding for _, hiding in found[1] if hiding.number == one]


def test_what_a_third_copy_hides_as_a_person_is_not_released_by_the_code_of_the_first() -> None:
    first, third = (copy(TEXT.replace("Orla Finch", code), at, code) for at, code in ((0, "(b)(5)"), (2, "(b)(6)")))
    found = hidden_in_copies((first, other) for other in (copy(TEXT, 1), third))
    ((one, hiding),) = found
    assert one.page_id.endswith("1-p1") and hiding.codes == ("(b)(5)", "(b)(6)") and len(hiding.by) == 2
    assert left(found, "", hiding.number) == 1


def test_a_third_copy_that_hides_the_whole_line_counts_and_one_that_hides_another_line_does_not() -> None:
    line = "Orla Finch wrote on Monday that nobody could say who owes what."
    first = copy(TEXT.replace("Orla Finch", "(b)(5)"), 0)
    for hidden, codes in ((line, ("(b)(5)", "(b)(7)(C)")), ("The board asked again in June", ("(b)(5)",))):
        third = copy(TEXT.replace(hidden, "(b)(7)(C)"), 2)
        found = hidden_in_copies((first, other) for other in (copy(TEXT, 1), third))
        assert {hiding.codes for one, hiding in found if one.text == "Orla Finch"} == {codes}


def test_one_code_is_that_of_the_boxes_on_all_lines_of_what_is_hidden() -> None:
    hidden = "nobody could say who owes what.\nThe board asked again in June"
    other = copy(TEXT.replace(hidden, "(b)(5)\n"), 1, "(b)(5)")
    coded = other.redactions[0].box
    below = RedactionBox(replace(coded, x0=0.1, y0=coded.y1 + 0.006, y1=2 * coded.y1 - coded.y0 + 0.006), "black", "")
    found = hidden_in_copies([(copy(TEXT, 0), replace(other, redactions=(*other.redactions, below)))])
    assert {hiding.codes for _, hiding in found} == {("(b)(5)",)} and left(found, "", found[0][1].number) < len(found)


def test_the_number_of_a_few_words_is_of_those_beside_them_too() -> None:
    numbers = []
    for text in (TEXT, TEXT.replace("asked again in June", "met twice in May"), TEXT.replace("Monday that", "Monday how")):
        ((_, hiding),) = hidden_in_copies([(copy(text, 0), copy(text.replace("nobody", "(b)(5)"), 1))])
        numbers.append(hiding.number)
    assert numbers[0] == numbers[1] != numbers[2]
