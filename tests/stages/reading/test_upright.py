"""Turning lines and boxes, and what is kept of a reading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records.page import Box, Line, RedactionBox, Word
from pipeline.records.spans import joined
from pipeline.stages.boxes.on_boxes import is_heading
from pipeline.stages.reading.inserted import with_codes
from pipeline.stages.reading.upright import direction, mended, quality, turned_box, turned_lines, without_noise

fractions = st.integers(0, 10_000).map(lambda n: n / 10_000)


def _line(text: str, y: float = 0.1, confidence: float = 0.9, block: int = 0) -> Line:
    """Words of one line, 0.01 of the page a letter."""
    words, x = [], 0.1
    for part in text.split():
        words.append(Word(part, round(x, 4), y, round(x + 0.01 * len(part), 4), round(y + 0.015, 4), confidence))
        x += 0.01 * (len(part) + 1)
    return Line(tuple(words), block)


PAGE = (_line("The sheriff of the county asked"), _line("whether it may leave the program", 0.13))


@given(fractions, fractions, fractions, fractions, st.sampled_from([90, 180, 270]))
def test_turning_on_to_a_full_circle_comes_back(a: float, b: float, c: float, d: float, turn: int) -> None:
    place = Box(min(a, b), min(c, d), max(a, b), max(c, d))
    there = turned_box(place, turn)
    assert there.x0 <= there.x1 and there.y0 <= there.y1
    back = turned_box(there, 360 - turn)
    assert (back.x0, back.y0, back.x1, back.y1) == pytest.approx((place.x0, place.y0, place.x1, place.y1), abs=1e-4)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_way_lines_run_is_told(turn: int) -> None:
    assert direction(turned_lines(PAGE, turn) if turn else PAGE, 0.77) == (360 - turn) % 360


def test_single_words_and_no_lines_stand_upright() -> None:
    assert direction((), 1.0) == 0 and direction((_line("7"),), 1.0) == 0


def test_quality_falls_with_confidence_garbage_and_sideways_lines() -> None:
    good = quality(PAGE, 0.77)
    assert good > 0.85 and quality((), 0.77) == 0.0
    assert quality(turned_lines(PAGE, 90), 0.77) < 0.6 * good
    assert quality((_line("xqzt prtlk bcdfgh wvkmn"),), 0.77) < 0.6 * good
    assert quality(tuple(_line(joined((line,)), confidence=0.4) for line in PAGE), 0.77) < 0.5 * good


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("and | think so", "and I think so"),
        ("| am told", "I am told"),
        ("and { think so", "and I think so"),
        ("set { 1, 2 }", "set { 1, 2 }"),
        ("County | 47 | 12", "County | 47 | 12"),
        ("Name | Title", "Name | Title"),
        ("end of line |", "end of line |"),
        ("THE OFFICE | SPOKE WITH", "THE OFFICE I SPOKE WITH"),
        ("NAME | TITLE | OFFICE OF ORIGIN", "NAME | TITLE | OFFICE OF ORIGIN"),
        ("TOTAL | COUNTIES", "TOTAL | COUNTIES"),
        ("THE OFFICE | Spoke WITH HIM", "THE OFFICE | Spoke WITH HIM"),
    ],
)
def test_the_word_i_is_told_from_a_rule(given: str, kept: str) -> None:
    assert joined(mended((_line(given),))) == kept


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("said {b){6} in", "said (b)(6) in"),
        ("{b}{7)(C]. Then", "(b)(7)(C). Then"),
        ("[(b)(6)] was", "[(b)(6)] was"),
        ("see [sic] and {x}", "see [sic] and {x}"),
        ("item {b) here", "item {b) here"),
        ("rows[a][1] too", "rows[a][1] too"),
    ],
)
def test_codes_are_given_the_round_brackets_they_are_printed_with(given: str, kept: str) -> None:
    assert joined(mended((_line(given),))) == kept


def test_a_signature_is_no_print() -> None:
    scrawls = tuple(_line(text, 0.3 + at / 20, 0.1) for at, text in enumerate(("OMLLA-0~_", "LLS", "0S. LA0-—-")))
    assert without_noise((*PAGE, *scrawls)) == PAGE


@pytest.mark.parametrize("text", ["program.", "26-0001 .0000186", "Lieutenant", "JAIL Lieutenant"])
def test_what_can_be_read_stays_however_unsure(text: str) -> None:
    assert joined(without_noise((*PAGE, _line(text, 0.5, 0.1)))).endswith(text)


def test_on_a_page_that_is_unsure_throughout_nothing_is_odd() -> None:
    lines = tuple(_line(text, 0.1 + at / 20, 0.34) for at, text in enumerate(("NOTES OF MEETING", "AGENDA", "TOTALS")))
    assert len(without_noise(lines)) == 3


def test_at_a_line_end_only_a_sentence_that_runs_on_tells() -> None:
    ends = _line("so if that is no longer the answer |")
    assert joined(mended((ends, _line("would like to hear it", 0.13)))).startswith("so if that is no longer the answer I\n")
    assert "|" in joined(mended((ends, _line("Total 47 12", 0.13))))
    assert "|" in joined(mended((ends, _line("would like to hear it", 0.2, block=1))))


def test_a_tall_rule_is_no_letter() -> None:
    line = _line("and | think so")
    rule = line.words[1]
    tall = Word(rule.text, rule.x0, rule.y0 - 0.02, rule.x1, rule.y1 + 0.02, 0.9)
    assert joined(mended((Line((line.words[0], tall, *line.words[2:])),))) == "and | think so"


def test_noise_goes_and_print_stays() -> None:
    unsure = Line(
        (*_line("second request was made").words, Word("A", 0.05, 0.1, 0.06, 0.115, 0.1), Word("~", 0.9, 0.1, 0.91, 0.115, 0.2))
    )
    kept = without_noise((*PAGE, _line("xqzt| ;.'", 0.5, 0.2), unsure))
    assert joined(kept).split("\n")[-1] == "second request was made A" and len(kept) == 3


@pytest.mark.parametrize(
    ("raw", "heading"),
    [
        ("(b)(6), (b)(7)(C)", False),
        ("", False),
        ("REDACTED", False),
        ("Attorney Client Privilege", False),
        ("Non-Responsive Record", False),
        ("Jurisdiction Removals", True),
        ("Part One: Your Information", True),
        ("DP", False),
    ],
)
def test_a_heading_on_a_dark_box_is_no_redaction(raw: str, heading: bool) -> None:
    assert is_heading(raw) is heading


def test_codes_go_where_their_box_stands_and_are_not_doubled() -> None:
    lines = (_line("From:"), _line("Sent: Tuesday", 0.13))
    on_line = RedactionBox(Box(0.2, 0.095, 0.4, 0.118), "black", "(b)(6)")
    between = RedactionBox(Box(0.1, 0.3, 0.9, 0.5), "black", "(b)(5)")
    silent = RedactionBox(Box(0.1, 0.6, 0.9, 0.7), "black", "")
    once = with_codes(lines, (on_line, between, silent))
    assert joined(once) == "From: (b)(6)\nSent: Tuesday\n(b)(5)"
    assert with_codes(once, (on_line, between, silent)) == once
    misread = RedactionBox(on_line.box, "black", "{b)(6)")
    assert joined(with_codes(lines, (misread,))).startswith("From: (b)(6)\n")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (". that does not wish to", "that does not wish to"),
        ("and the state _ bureau", "and the state _ bureau"),
        ("told the sheriff of it ©", "told the sheriff of it"),
        ("he asked what we must .", "he asked what we must ."),
        ("- Does the program target", "- Does the program target"),
        ("> he asked me whether", "> he asked me whether"),
        ("* no cost to counties", "* no cost to counties"),
        (". a b", ". a b"),
    ],
)
def test_dust_at_the_edge_of_a_line_is_no_sign(given: str, kept: str) -> None:
    assert joined(without_noise((_line(given),))) == kept
