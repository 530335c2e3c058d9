"""Intake: a first look into one received file, which says how many pages it has or why it cannot be read."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import Unreadable
from pipeline.ports import Source
from pipeline.records.source import File, Probe

VERSION = "1"


def probe(source: Source, path: Path, file: File, passwords: tuple[str, ...]) -> Probe:
    """How many pages the file has and which password opens it. Raises Unreadable, whose message names the file."""
    if file.bytes == 0:
        raise Unreadable("empty", f"{file.name} is an empty file.", "Ask for the file again.")
    try:
        found = source.probe(path, file.id, passwords)
    except Unreadable as error:
        raise renamed(error, path, file) from error
    if found.n_pages < 1:
        raise Unreadable("empty", f"{file.name} has no pages.", "Ask for the file again.")
    return found


def renamed(error: Unreadable, path: Path, file: File) -> Unreadable:
    """The error with the file's name as received: a member of an archive lies under its digest, which tells nobody anything."""
    return Unreadable(error.kind, error.message.replace(path.name, file.name) if path.name else error.message, error.remedy)
