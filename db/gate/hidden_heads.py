"""Titles, subjects and names of a file's papers without those that stand only where another copy of the page hides them.

They were read before the copies were compared, and short ones no gate follows: a subject painted out on its page would
still be the title of its document.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from db.gate.traces import WORD
from pipeline.records.document import Document, Message, Segmentation, Thread
from pipeline.records.finding import Withheld
from pipeline.records.page import Page

Words = tuple[str, ...]
_LEAST = 3  # words of a hidden text or of a field from which one that holds the other repeats it, wherever it was read


class HiddenHeads:
    """What another copy hides of one file: `held` on `pages`. `cleared` are the folded values that were taken out."""

    def __init__(self, pages: Iterable[Page], held: Iterable[Withheld]) -> None:
        by_page: dict[str, list[Withheld]] = {}
        for one in held:
            by_page.setdefault(one.page_id, []).append(one)
        self._held = [words for some in by_page.values() for one in some if (words := _words(one.text))]
        self._printed: list[tuple[str, bool]] = []  # every folded word of the file, and whether it is hidden
        self._at: dict[str, list[int]] = {}
        for page in pages if by_page else ():
            spans = [(one.start, one.end) for one in by_page.get(page.id, ())]
            for match in WORD.finditer(page.text):
                hidden = any(start < match.end() and match.start() < end for start, end in spans)
                self._at.setdefault(match.group().casefold(), []).append(len(self._printed))
                self._printed.append((match.group().casefold(), hidden))
        self.cleared: set[Words] = set()

    def hides(self, value: str) -> bool:
        """Whether a value read from the file is printed in it, and nowhere but with words that a copy hides."""
        words = _words(value)
        if not words or not self._held:
            return False
        stretches = [self._printed[at : at + len(words)] for at in self._at.get(words[0], ())]
        places = [any(hidden for _, hidden in some) for some in stretches if tuple(word for word, _ in some) == words]
        hidden = all(places) if places else any(_inside(*sorted((words, held), key=len)) for held in self._held)
        if hidden:
            self.cleared.add(words)
        return hidden

    def without(self, found: Segmentation) -> Segmentation:
        """The same with such values emptied."""
        if not self._held:
            return found
        return replace(
            found,
            documents=tuple(self._document(one) for one in found.documents),
            messages=tuple(self._message(one) for one in found.messages),
            parts=tuple(replace(one, document=self._document(one.document)) for one in found.parts),
        )

    def _shown(self, value: str) -> str:
        return "" if self.hides(value) else value

    def _all(self, values: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(value for value in values if not self.hides(value))

    def _document(self, one: Document) -> Document:
        people, cc = self._all(one.recipients), self._all(one.cc)
        return replace(one, title=self._shown(one.title), author=self._shown(one.author), recipients=people, cc=cc)

    def _message(self, one: Message) -> Message:
        people, cc = self._all(one.recipients), self._all(one.cc)
        return replace(one, subject=self._shown(one.subject), sender=self._shown(one.sender), recipients=people, cc=cc)


def thread_without(thread: Thread, cleared: set[Words]) -> Thread:
    """The thread without a subject that was taken out of one of its messages or documents."""
    words = _words(thread.subject)
    return replace(thread, subject="") if words and any(_inside(words, one) for one in cleared) else thread


def _words(text: str) -> Words:
    return tuple(word.casefold() for word in WORD.findall(text))


def _inside(words: Words, longer: Words) -> bool:
    """Whether the words stand in the longer run in this order; of fewer than `_LEAST` only the whole run is the same."""
    if len(words) < _LEAST:
        return words == longer
    return any(longer[at : at + len(words)] == words for at in range(len(longer) - len(words) + 1))
