"""How a piece of work ended when it did not end well."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that was not read or computed.

    `file` is the file's name as the person knows it, `page_no` is 1-based or None for the whole file. `lasting` is True
    when the cause lies in the document (it is remembered), False when it lies in the moment (it is tried again).
    """

    stage: str
    file: str
    file_id: str
    page_no: int | None
    kind: str
    message: str
    remedy: str
    lasting: bool
