"""Which files of a release may go on with one another's last paper, to be asked for it once all of them are cut."""

from __future__ import annotations

from collections.abc import Container

from pipeline import codec
from pipeline.plan import Unit
from pipeline.records.document import Lent, Segmentation
from pipeline.records.source import File
from pipeline.stages.cutting.continued import Edges, followed
from pipeline.units import Corpus
from pipeline.walk import Walk


def lend_units(state: Walk, corpus: Corpus, no_more: Container[str] = ()) -> list[Unit]:
    """One unit for each release of which some file may go on with the file before, by name or stamp: with these files alone.

    Files that are `no_more` counted go on with nothing.
    """
    units = []
    for release in corpus.releases:
        files = {file.id: file for file in corpus.files if file.release_id == release.id and file.id not in no_more}
        cut = {key: found for key in files if (found := state.record("segment", key)) is not None and found.documents}
        edges = tuple(Edges(release.id, files[key].name, one.documents[0], one.documents[-1]) for key, one in sorted(cut.items()))
        rows = [row for key in sorted(followed(edges)) if (row := _row(state, files[key], cut[key]))]
        if len(rows) > 1:
            inputs = {str(row[0]): codec.digest(row) for row in rows}
            units.append(Unit(release.id, release.id, "", None, inputs, (state.store.root, tuple(rows)), 3 * len(rows)))
    return units


def lent(state: Walk, corpus: Corpus) -> dict[str, Lent]:
    """By document id, what was lent to a document or by one."""
    found = (one for release in corpus.releases for one in state.record("lend", release.id) or ())
    return {one.document.id: one for one in found}


def _row(state: Walk, file: File, found: Segmentation) -> tuple[object, ...] | None:
    """The file's name, the digests of what is withheld of it and of the pages at its ends, and what it says at these; None where
    one of the pages could not be read."""
    first, last = found.documents[0], found.documents[-1]
    numbers = (first.first_page, last.first_page, last.last_page)
    pages = tuple(state.output("read", f"{file.id}-p{number}") for number in numbers)
    messages = tuple(one for one in found.messages if one.document_id == last.id)
    parts = tuple(one for one in found.parts if one.document.id == last.id)
    own = tuple(one for one in found.parts if one.document.id == first.id)
    return (file.name, state.output("screen", file.id), pages, first, last, messages, parts, own) if all(pages) else None
