"""What sentences are about, as vectors: near ones say like things, whether they say yes or no to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Meaning:
    """The sentence `text[start:end]` of a page as it may be shown. `vector`: base64 of one signed byte for each dimension."""

    page_id: str
    start: int
    end: int
    vector: str

    as_row: ClassVar[bool] = True
