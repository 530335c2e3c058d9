"""The sentences of a document made ready to be read, each with where it stands and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from pipeline.extractors.cueing.grammar import View, view_of
from pipeline.extractors.cueing.sight import Sight, forms_of, named_in
from pipeline.extractors.sides import changes, myths, pointing, refuted, status
from pipeline.extractors.subjects import evidence, place_before
from pipeline.extractors.subjects.place_names import Known
from pipeline.records.language import Passage, Sentence
from pipeline.records.topic import Topic

REACH = 3  # sentences back in which a number's population may stand
_AHEAD = 3  # sentences in which an open quotation's speaker is looked for
_GAP = re.compile(r"\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class Place:
    """One sentence made ready, with where it stands. `apart`: an empty line or the page's start stands before it.

    `role`: `myth` or `fact` behind such a label; of a myth whoever wrote it says the contrary. `refuted`: the next sentence calls
    it false, and ends at `until`.
    """

    passage: Passage
    sentence: Sentence
    sight: Sight
    apart: bool
    role: str
    until: int


def places_of(passages: tuple[Passage, ...], topic: Topic) -> Iterator[Place]:
    vocabulary = evidence.vocabulary_of(topic)
    found = []
    for passage in passages:
        sight: Sight | None = None
        for sentence in passage.sentences:
            if sentence.tokens:
                view = view_of(sentence)
                named = named_in(view, topic.terms)
                sight = Sight(view, forms_of(view, vocabulary), named, {}, _follows(view, sight))
                found.append((passage, sentence, sight))
    for order, (passage, sentence, sight) in enumerate(found):
        last = found[order - 1] if order else None
        apart = last is None or last[0] is not passage or _GAP.search(passage.text, last[1].end, sentence.start) is not None
        role, until = myths.role_of(passage.text, sentence.start, sentence.end), sentence.end
        after = found[order + 1][1] if order + 1 < len(found) and found[order + 1][0] is passage else None
        if not role and after is not None and refuted.calls_false(after.text) and not status.is_question(sight.view):
            role, until = refuted.REFUTED, after.end
        yield Place(passage, sentence, sight, apart, role, until)


def _follows(view: View, before: Sight | None) -> bool:
    """Whether "it" may mean the program after the sentence `before`; asked only where there is such a word, for it is dear."""
    if before is None or not pointing.points(view):
        return True
    return pointing.subject_of(before.view, before.named, before.follows) != pointing.ELSEWHERE


def taken_up(places: tuple[Place, ...], order: int) -> int:
    """Where the next sentence ends that says what takes the place of what held "until now"; 0 where it does not."""
    after = places[order + 1] if order + 1 < len(places) else None
    goes_on = after is not None and after.passage is places[order].passage and not after.apart
    return after.sentence.end if after and goes_on and changes.takes_over(after.sentence.text) else 0


def next_of(places: tuple[Place, ...], order: int) -> Sentence | None:
    """The next sentence of the same paragraph."""
    after = places[order + 1] if order + 1 < len(places) else None
    return after.sentence if after and after.passage is places[order].passage and not after.apart else None


def ahead(places: tuple[Place, ...], order: int) -> tuple[View, ...]:
    """What follows in the same paragraph, where an open quotation may tell whose it is."""
    return tuple(one.sight.view for one in takewhile(lambda one: not one.apart, places[order + 1 : order + 1 + _AHEAD]))


def told_of(places: tuple[Place, ...], order: int, known: Known) -> str:
    """The place that the sentences before in the same paragraph tell of."""
    first = next((at for at in range(order, 0, -1) if places[at].apart), 0)
    return place_before.told_in(
        (one.sight.view for one in reversed(places[max(first, order - place_before.REACH) : order])), known
    )


def preceding(places: tuple[Place, ...], order: int) -> tuple[Sight, ...]:
    """The sentences of the same page that precede, nearest first: where "72 of them" may have its population."""
    here = places[order].passage
    return tuple(one.sight for one in reversed(places[max(0, order - REACH) : order]) if one.passage is here)
