"""The real parser, loaded once for every test that asks for it."""

from __future__ import annotations

from functools import cache

from pipeline.engines.language import SpacyParser


@cache
def loaded_parser() -> SpacyParser:
    return SpacyParser()
