"""Tables told by where words stand: heads, labels and cells, on scans and text layers alike."""

from __future__ import annotations

import pytest
from drawn_page import page

from pipeline.patterns.layout.tables import tables_of
from pipeline.records.table import Table

COUNTY = """\
State of Marrow
Through June 30, 2010

                        Total        Non-
County      Activated   Removals     Criminal
Dale        03/09/2010       400          90
Fenwick     04/13/2010     1,250         311
Upper Quill     -              -           -
Total                      1,650         401"""


def tables(*texts: str) -> list[tuple[Table, ...]]:
    return list(tables_of(tuple(page(text, number) for number, text in enumerate(texts, 1))))


def shown(table: Table) -> tuple[str, list[str], list[tuple[str, ...]]]:
    return (
        table.stub.text,
        [head.text for head in table.heads],
        [(row.label.text, *(cell.text for cell in row.cells)) for row in table.rows],
    )


def test_heads_of_several_lines_and_cells_that_are_empty() -> None:
    (found,) = tables(COUNTY)[0]
    assert shown(found) == (
        "County",
        ["Activated", "Total Removals", "Non- Criminal"],
        [
            ("Dale", "03/09/2010", "400", "90"),
            ("Fenwick", "04/13/2010", "1,250", "311"),
            ("Upper Quill", "-", "-", "-"),
            ("Total", "", "1,650", "401"),
        ],
    )
    assert [line.text for line in found.title] == ["Through June 30, 2010", "State of Marrow"]


def test_every_phrase_is_what_stands_at_its_spans() -> None:
    sheet = page(COUNTY)
    (found,) = tables_of((sheet,))[0]
    for phrase in (found.stub, *found.heads, *found.title, *(one for row in found.rows for one in (row.label, *row.cells))):
        assert phrase.text == " ".join(sheet.text[start:end] for start, end in phrase.spans)


def test_one_head_over_equal_groups_of_columns() -> None:
    (found,) = tables(
        "                   FY 2009                    FY 2010\n"
        "State      Prints     Removals        Prints     Removals\n"
        "Marrow     10,400          300        22,150          812\n"
        "Sable       9,120          211        18,340          645"
    )[0]
    assert [head.text for head in found.heads] == ["FY 2009 Prints", "FY 2009 Removals", "FY 2010 Prints", "FY 2010 Removals"]


def test_a_line_in_the_table_heads_the_rows_below_it() -> None:
    (found,) = tables(
        "Measure             FY 2009   FY 2010\nRemovals\n  Level 1             1,200     2,400\n"
        "  Level 2               800     1,100"
    )[0]
    assert [(row.under.text, row.label.text) for row in found.rows] == [("Removals", "Level 1"), ("Removals", "Level 2")]


def test_a_table_goes_on_under_the_heads_of_the_page_before() -> None:
    first = (
        "Through June 30, 2010\n\nCounty          Prints   Removals\n"
        "Dale             4,000        90\nFenwick         12,500       311"
    )
    again = "County          Prints   Removals\nOakham           3,100        44\nQuill            2,200        21"
    bare = "Redfern          3,100        44\nTolland          2,200        21"
    pages = tables(first, again, bare, "Redfern      3,100     44     7\nTolland      2,200     21     3")
    assert [[head.text for head in one.heads] for page_ in pages[:3] for one in page_] == [["Prints", "Removals"]] * 3
    assert all(one.title[0].text == "Through June 30, 2010" for page_ in pages[:3] for one in page_)
    assert pages[3] == ()  # other columns, and no heads: nobody knows whose


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The office had 14 calls in May and 22 in June, of which 3 were from the county.\nNothing came of 5 of them, it said.",
        "Removals: 46,908\nLevel 1: 9,610\nLevel 2: 24,428",  # a label with its number: no columns
        "Dear Sheriff:\n\nThank you for your letter of March 3, 2010.",
        "1 Q. Did you count them?\n2 A. I did, all 14 of them.\n3 Q. And then?\n4 A. Then I wrote 22.",
        "12   14   16\n13   15   17",  # figures that nothing heads
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert tables(text) == [()]


def test_a_row_with_two_figures_in_one_column_has_no_cells() -> None:
    (found,) = tables(
        "Measure      FY 2009   FY 2010\nPrints         1,200     2,400\nRemovals         800     1,1   9\n"
        "Returns          300       500"
    )[0]
    assert [cell.text for cell in found.rows[1].cells] == ["", ""]
    assert [cell.text for cell in found.rows[2].cells] == ["300", "500"]


def test_a_column_that_the_sum_alone_fills_has_a_head_of_its_own() -> None:
    (found,) = tables(
        "             Sent      Matched     Removed\nLevel 1                     40          12\n"
        "Level 2                     60           8\nTotal       1,200          100          20"
    )[0]
    assert [head.text for head in found.heads] == ["Sent", "Matched", "Removed"]
    assert [[cell.text for cell in row.cells] for row in found.rows] == [
        ["", "40", "12"],
        ["", "60", "8"],
        ["1,200", "100", "20"],
    ]


def test_a_row_with_words_for_figures_does_not_end_the_table() -> None:
    (found,) = tables(
        "County      Removed\nAlder           120\nBirch       not active\nCedar            60\nDale             11"
    )[0]
    assert [row.label.text for row in found.rows] == ["Alder", "Cedar", "Dale"]
    assert not any(row.under.text for row in found.rows)


def test_heads_between_rows_of_figures_begin_another_table() -> None:
    found = tables(
        "County      Removed\nAlder           120\nBirch            60\n"
        "County       Booked\nCedar            60\nDale             11"
    )[0]
    assert [[head.text for head in one.heads] for one in found] == [["Removed"], ["Booked"]]
