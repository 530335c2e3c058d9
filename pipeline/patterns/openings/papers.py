"""What of a paper can tell who wrote it, as its pages print it."""

from __future__ import annotations

from dataclasses import dataclass

REACH = 6  # lines below a title in which an office or the parties of a case may stand


@dataclass(frozen=True, slots=True)
class Paper:
    """What of a paper can tell who wrote it. `above` are the lines over its title, `below` those under it, `margins` the lines
    printed again on its pages, `foot` the last lines of its text; `text` is all of it. `for_public`: talking points,
    questions and answers or a press release, which an agency keeps of its own more than of others'."""

    title: str
    above: tuple[str, ...]
    below: tuple[str, ...]
    margins: tuple[str, ...]
    foot: tuple[str, ...]
    text: str
    for_public: bool = False
