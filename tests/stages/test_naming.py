"""Which documents of a file name which topic."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.records.document import Document, Message, Naming
from pipeline.records.page import Page
from pipeline.stages.naming import naming

NAMES = (
    ("harbors", ("Safe Harbors", "SHP"), ("manifest|manifests",), ("Clean Docks",)),
    ("docks", ("Clean Docks",), (), ("Safe Harbors",)),
    ("piers", ("Old Piers|Old-Piers",), (), ()),
    ("none", (), (), ()),
)
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
    found = naming((PLAIN,), (), (page(1, text),), NAMES)
    assert (found[0].topics if found else ()) == topics


@pytest.mark.parametrize(
    ("text", "kin", "others"),
    [
        ("The manifests are late.", ("harbors",), ()),
        ("Safe Harbors begins.", ("harbors",), ("docks",)),
        ("Safe Harbors and Clean Docks.", ("docks", "harbors"), ()),  # who names both is of neither's rival
        ("Clean Docks reads no manifest.", ("docks", "harbors"), ("harbors",)),
        ("The tide is high.", (), ()),
    ],
)
def test_what_lies_near_a_topic(text: str, kin: tuple[str, ...], others: tuple[str, ...]) -> None:
    found = naming((PLAIN,), (), (page(1, text),), NAMES)
    assert tuple(sorted(found[0].kin if found else ())) == kin
    assert (found[0].others if found else ()) == others


def test_heads_count_and_each_document_has_its_own_pages() -> None:
    other = replace(PLAIN, id="e", first_page=2, last_page=2, cc=("Lead, Safe Harbors",))
    assert naming((PLAIN, other), (MAIL,), (page(1, "Hello."), page(2, "Hello.")), NAMES) == (
        Naming("d", ("docks",), ("docks",), ("harbors",)),
        Naming("e", ("harbors",), ("harbors",), ("docks",)),
    )
