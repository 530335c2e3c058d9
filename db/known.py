"""What a release says openly, so that one failed redaction over an ordinary phrase does not blank it everywhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from db.privacy import Known, candidate_words, needs_words
from db.traces import folded
from pipeline.records.finding import Withheld
from pipeline.store import Reader

OPEN_FILES = 3  # files that must name an office or place before its name counts as openly said
_LOWER = re.compile(r"[a-z]{2,}")


def known_of(reader: Reader, withheld: tuple[Withheld, ...]) -> Known:
    """Names of offices and places and lower-case words are looked up only where they matter: it reads every page."""
    numbers = [stamp.bates for _, found in reader.units("segment") for stamp in found.stamps]
    phrases: list[str] = []
    for release in reader.releases():
        phrases += (release.title, release.agency, release.component, release.request_number, release.litigation)
        numbers += (release.request_number, *re.findall(r"\S*\d\S*", release.litigation))
    for topic in reader.manifest.get("topics", ()):
        phrases += (topic.get("title", ""), *topic.get("terms", ()))
    if not any(needs_words(held) for held in withheld):
        return Known(tuple(phrases), tuple(numbers))
    phrases += _open_names(reader)
    return Known(tuple(phrases), tuple(numbers), _lower_case(reader, candidate_words(withheld)))


def _open_names(reader: Reader) -> Iterable[str]:
    """Offices and places that several files name and that nowhere count as a person."""
    files: dict[str, set[str]] = {}
    people: set[str] = set()
    printed: dict[str, str] = {}
    for file_id, found in reader.units("find"):
        for mention in found.mentions:
            key = folded(mention.text)
            printed.setdefault(key, mention.text)
            if mention.kind == "person":
                people.add(key)
            else:
                files.setdefault(key, set()).add(file_id)
    return [printed[key] for key in sorted(files) if len(files[key]) >= OPEN_FILES and key not in people]


def _lower_case(reader: Reader, wanted: frozenset[str]) -> frozenset[str]:
    """Which of these folded words stand in lower case on some page. Reads only the pages' text, not their words."""
    missing = set(wanted)
    for row in reader.manifest["units"]:
        if missing and row["stage"] == "read":
            missing.difference_update(_LOWER.findall(json.loads(reader.store.get(row["output"]))["text"]))
    return frozenset(wanted - missing)
