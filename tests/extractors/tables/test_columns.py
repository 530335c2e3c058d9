"""Rows of figures in columns: each with the time at the head of its column, or not at all."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.extractors.rules import RuleExtractor
from pipeline.extractors.tables.columns import heads_above
from pipeline.records.document import Document
from pipeline.records.language import Passage
from pipeline.records.topic import Metric, Topic

METRIC = Metric("left", "", "count", "all who left", cues=("departure*",), counts=("(departure*|people)",))
TOPIC = Topic("watch", "The Watch", "", ("Watch",), (), (METRIC,))


def found(parser: Any, text: str) -> set[tuple[float | None, str]]:
    document = Document("d", "r", "f", 1, 1, "table", "The Watch", "2011", "year", "", "", "", (), (), "", "", "", "", 1.0)
    claims = RuleExtractor().extract(document, (Passage("f-p1", 1, text, parser.parse(text)),), TOPIC)
    return {(claim.value, claim.period) for claim in claims}


ROW = "Departures | 1,141 | 2,206"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"Measure | FY 2009 | FY 2010\n{ROW}", {(1141.0, "FY 2009"), (2206.0, "FY 2010")}),
        ("Measure FY 2009 FY 2010\nBoats 12 14\nDepartures 1,141 2,206", {(1141.0, "FY 2009"), (2206.0, "FY 2010")}),
        ("Measure March 2010 Total\nDepartures 1,141 2,206", {(1141.0, "March 2010"), (2206.0, "Total")}),
        ("Departures 1,141 2,206", set()),
        (ROW, set()),
        (f"Measure | North | South\n{ROW}", set()),
        (f"Measure | FY 2009 | FY 2010 | FY 2011\n{ROW}", set()),  # more heads than figures: nobody knows which
        (f"The watch began in 2009 and was made permanent in 2010 by the harbor master.\n\n{ROW}", set()),
        ("Departures | 2,206", {(2206.0, "")}),
        ("There were 1,141 departures in the spring.", {(1141.0, "")}),
    ],
)
def test_a_row_is_read_by_its_heads(parser: Any, text: str, wanted: set[tuple[float, str]]) -> None:
    assert found(parser, text) == wanted


@pytest.mark.parametrize(
    ("above", "columns", "heads"),
    [
        ("Measure FY 2009 FY 2010 Cumulative\n", 3, ("FY 2009", "FY 2010", "Cumulative")),
        ("Measure FY 2009 FY 2010 Cumulative\nBoats 1 2 3\n", 3, ("FY 2009", "FY 2010", "Cumulative")),
        ("Measure FY 2009 FY 2010 Cumulative\n", 2, ()),
        ("2009 2010\nFY 2010 FY 2011\n", 2, ("FY 2010", "FY 2011")),  # the nearest
        ("We met in May 2010 and again, with more boats, in June 2010.\n", 2, ()),
        ("FY 2009 FY 2010\n" + "a row\n" * 40, 2, ()),
        ("", 2, ()),
    ],
)
def test_heads(above: str, columns: int, heads: tuple[str, ...]) -> None:
    assert heads_above(above + "Row", len(above), columns) == heads
