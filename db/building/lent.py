"""Documents with what the part of their paper in another file tells of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pipeline.records.document import Lent, Segmentation


def with_lent(found: Segmentation | None, told: Mapping[str, Lent]) -> Segmentation | None:
    """What was found in a file, its documents and parts as lent where something was lent; `told` by document id."""
    if found is None or told.keys().isdisjoint(one.id for one in found.documents):
        return found
    parts = {key: iter(one.parts) for key, one in told.items()}
    return replace(
        found,
        documents=tuple(told[one.id].document if one.id in told else one for one in found.documents),
        parts=tuple(next(parts[one.document.id], one) if one.document.id in told else one for one in found.parts),
    )


def lenders(found: Segmentation | None, told: Mapping[str, Lent]) -> tuple[str, ...]:
    """The files from which something was lent to the documents of a file."""
    own: Iterable[Lent] = (told[one.id] for one in found.documents if one.id in told) if found else ()
    return tuple(dict.fromkeys(key for one in own for key in one.files))
