"""Whether a sentence speaks of the topic at all: it names the program, or stands where the program is what is talked about.

A document that nowhere names the program is about something else, and gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.extractors.grammar import View, letters
from pipeline.extractors.sight import named_among, named_in
from pipeline.records.document import Document
from pipeline.records.language import Passage
from pipeline.records.topic import Topic

REACH = 12  # sentences: how far a name of the program carries in a document that does not have it as its subject
KIN = 3  # words of the topic's `related` list, two of them different, without which no other document is looked at
DENSE = 150  # words: a document that names the program this often, on average, is about it
_POINTERS = frozenset({"program", "programme", "initiative", "it", "this", "participation", "participate", "they", "that"})
_OTHER = re.compile(r"\b(?:[A-Z][\w’'-]+\s+){1,4}(?:Program|Programme|Initiative|Act|Project)\b|\b\d{3}\s?\(\w\)")


@dataclass(frozen=True, slots=True)
class Ties:
    """What a document says about itself: it names the program, is about it (subject line, or often named), or is only
    about the agency's work of the same kind (`kin`)."""

    names: bool
    about: bool
    kin: bool = False


def ties_of(document: Document, passages: tuple[Passage, ...], topic: Topic, counts: int) -> Ties:
    """`counts` is how often the sentences name the program; the title is looked at as well."""
    words = sum(len(sentence.tokens) for passage in passages for sentence in passage.sentences)
    title = _names_in_text(document.title, topic.terms)
    if not counts and not title:
        text = " ".join(sentence.text for passage in passages for sentence in passage.sentences)
        used = [len(re.findall(rf"(?<!\w){re.escape(term)}(?!\w)", text)) for term in topic.related]
        return Ties(False, False, sum(used) >= KIN and sum(1 for count in used if count) > 1)
    return Ties(True, title or counts * DENSE >= max(words, 1) or counts >= 4)


def may_tie(document: Document, texts: Iterable[tuple[str, ...]], topic: Topic) -> bool:
    """False only where `ties_of` finds neither name nor kin, however the words of the running texts fall into sentences."""
    if _names_in_text(document.title, topic.terms):
        return True
    seen = []
    for words in texts:
        if named_among(words, tuple(map(letters, words)), topic.terms):
            return True
        seen.append("".join(words))
    # Counted without spaces and word edges, for a sentence may begin anywhere: never fewer than `ties_of` counts.
    whole = "".join(seen)
    used = [whole.count("".join(term.split())) for term in topic.related]
    return sum(used) >= KIN and sum(1 for count in used if count) > 1


def _names_in_text(text: str, terms: tuple[str, ...]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text, 0 if len(term) <= 5 else re.I) for term in terms)


def tie_of(view: View, named: dict[int, int], since: int, ahead: int, ties: Ties, topic: Topic) -> str:
    """How the sentence hangs on the topic: names it, refers to it, subject of the document; '' where it does not.

    `since` and `ahead` count the sentences since the program was last named and until it is next named.
    """
    if named:
        return "names the program"
    if ties.kin:
        return "" if _other_program(view, topic) else "speaks of the agency, which never names the program here"
    if not ties.names or _other_program(view, topic):
        return ""
    if since <= REACH and set(view.lower) & _POINTERS:
        return "refers back to the program"
    if since <= 3 or (ties.about and since <= REACH * 4):
        return "follows a mention of the program"
    if ahead <= 3:
        return "stands just before a mention of the program"
    return "stands in a document about the program" if ties.about else ""


def _other_program(view: View, topic: Topic) -> bool:
    """Whether the sentence names some other program and not this one."""
    if named_in(view, topic.other_programs):
        return True
    return any(not _names_in_text(match.group(), topic.terms) for match in _OTHER.finditer(view.sentence.text))
