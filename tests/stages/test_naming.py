"""Which documents of a file name which topic."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.records.document import Document, Message, Naming
from pipeline.records.page import Page
from pipeline.stages.naming import naming

NAMES = (("harbors", ("Safe Harbors", "SHP")), ("docks", ("Clean Docks",)), ("piers", ("Old Piers|Old-Piers",)), ("none", ()))
PLAIN = Document("d", "r", "f", 1, 1, "email", "Next week", "", "", "", "", "", (), (), "", "", "", "", 1.0)
MAIL = Message("m", "d", 0, 0, "f-p1", 0, 9, "f-p1", 99, "header", "Lead", (), (), "RE: Clean Docks", "", "", "")


def page(number: int, text: str) -> Page:
    return Page(f"f-p{number}", "f", number, text, (), "text_layer", "", 1.0, 0, "eng", 612.0, 792.0, "x")


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Safe Harbors begins.", ("harbors",)),
        ("It is part of Safe\nHarbors, they say.", ("harbors",)),
        ("SAFE HARBORS and clean docks.", ("harbors", "docks")),
        ("SHP is free.", ("harbors",)),
        ("The OLD-PIERS scheme.", ("piers",)),
        ("Old Piers|Old", ("piers",)),
        ("Older piers.", ()),
        ("shp is a sound.", ()),  # short names in their own letters alone
        ("Unsafe Harborside.", ()),
        ("", ()),
    ],
)
def test_what_a_page_names(text: str, topics: tuple[str, ...]) -> None:
    assert naming((PLAIN,), (), (page(1, text),), NAMES) == ((Naming("d", topics),) if topics else ())


def test_heads_count_and_each_document_has_its_own_pages() -> None:
    other = replace(PLAIN, id="e", first_page=2, last_page=2, cc=("Lead, Safe Harbors",))
    assert naming((PLAIN, other), (MAIL,), (page(1, "Hello."), page(2, "Hello.")), NAMES) == (
        Naming("d", ("docks",)),
        Naming("e", ("harbors",)),
    )
