"""What stands beside a name: roles, states, sorts - and what only looks so."""

from __future__ import annotations

import pytest

from pipeline.engines.language import SpacyParser
from pipeline.patterns.names.names import names_in
from pipeline.patterns.names.roles import parent_beside, role_beside, sort_of


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Sheriff Jane Marsh said so.", "Jane Marsh", "Sheriff"),
        ("the Acting Assistant Director Jane Marsh wrote", "Jane Marsh", "Acting Assistant Director"),
        ("Jane Marsh, Deputy Director of Road Tolls, wrote", "Jane Marsh", "Deputy Director of Road Tolls"),
        ("Jane Marsh, Chief of Staff", "Jane Marsh", "Chief of Staff"),
        ("Jane Marsh, who is a director, wrote", "Jane Marsh", ""),
        ("Jane Marsh and Director Poe", "Jane Marsh", ""),
        ("They told Jane Marsh to go.", "Jane Marsh", ""),
    ],
)
def test_roles(text: str, name: str, role: str) -> None:
    start = text.index(name)
    assert role_beside(text, start, start + len(name)) == role


@pytest.mark.parametrize(
    ("text", "parent"),
    [("Marlow County, Ohio has", "ohio"), ("Marlow County, NY", "new york"), ("Marlow County, North Dakota.", "north dakota"),
     ("Marlow County, Which", ""), ("Marlow County in Ohio", ""), ("Marlow County, IT", "")],
)  # fmt: skip
def test_parents(text: str, parent: str) -> None:
    assert parent_beside(text, 0, len("Marlow County")) == parent


@pytest.mark.parametrize(
    ("kind", "name", "sort"),
    [("place", "ohio", "state"), ("place", "marlow county", "county"), ("place", "city of port", "city"),
     ("place", "port", "place"),
     ("office", "district court", "court"), ("office", "marlow county sheriff's office", "local-agency"),
     ("office", "department of tolls", "agency"), ("person", "ohio smith", "person")],
)  # fmt: skip
def test_sorts(kind: str, name: str, sort: str) -> None:
    assert sort_of(kind, name) == sort


def test_programs_are_names() -> None:
    text = "Operation Lantern followed the Bridge Keeper Program of 2009."
    found = [(text[one.start : one.end], one.kind) for one in names_in(text, SpacyParser().entities(text))]
    assert ("Operation Lantern", "program") in found and ("Bridge Keeper Program", "program") in found
