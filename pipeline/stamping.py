"""What the files of a release tell one another about their stamps, before any of them is cut into documents."""

from __future__ import annotations

from collections.abc import Container

from pipeline.patterns.bates.stamp_repair import beside
from pipeline.patterns.bates.stamps import series_of
from pipeline.records.document import Numbering
from pipeline.records.source import File
from pipeline.units import Corpus, Stamped
from pipeline.walk import Walk


def stamped(state: Walk, corpus: Corpus, no_more: Container[str] = ()) -> dict[str, Stamped]:
    """By file id, the series of stamps its release bears and the numbers on the pages before and after the file.

    As far as the files have been searched for them; files follow one another by name, those that are `no_more` counted
    stand beside none.
    """
    known: dict[str, list[File]] = {}
    for file in sorted(corpus.files, key=lambda file: (file.name, file.id)):
        known.setdefault(file.release_id, []).append(file)
    found: dict[str, Stamped] = {}
    for files in known.values():
        counting = [file for file in files if file.id not in no_more]
        seen = [state.record("number", file.id) or Numbering(0, ()) for file in counting]
        series = series_of(seen)
        found |= {file.id: (series, ()) for file in files}
        found |= {file.id: (series, around) for file, around in zip(counting, beside(seen, series), strict=True)}
    return found
