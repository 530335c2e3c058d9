"""What a sentence is about: evidence from the sentence, its neighbours, its paper and the papers that came with it.

Each kind of evidence adds to the odds that the sentence speaks of the program (`WEIGHTS`), and the sum gives a chance. Real mail
seldom names the program it is about. A release answers one request: where it is about the program, whatever is read in it is
taken for the program's, unless the sentence, its paragraph or its paper shows that it is of something else. Elsewhere the paper
has to show that it is the program's.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.extractors.cueing.grammar import View, letters
from pipeline.extractors.cueing.sight import named_among
from pipeline.extractors.subjects.dated_rows import dated_rows
from pipeline.extractors.subjects.evidence import Seen, met, names_in_text, seen_in, things_in, words_of
from pipeline.extractors.subjects.lent import Track
from pipeline.extractors.subjects.tie_weights import WEIGHTS
from pipeline.records.document import Document
from pipeline.records.topic import ALONE, Company, Topic

LEAST = 0.5  # chance below which a sentence is not read as the program's
FAINT = 0.3  # chance from which what it says is kept for pairs that a person is to look at
PLAIN = 0.9  # chance from which nothing is taken off a claim
NUMBERS = 0.7  # chance from which a number is read: no model has looked at what it is of
DENSE = 150  # words: a document that names the program this often, on average, is about it
KIN = 3  # words of the topic's `related` list, two of them different, without which no other document is looked at
KIN_WEIGHT = 0.4
AHEAD = 3  # sentences before a name that it still tells of
SUBJECTS = frozenset({"email", "memo", "press", "report", "article"})  # kinds of papers whose title tells what they are about
BESIDE = 2  # sentences within which words of the program count for their neighbours
OWN_PAPER = 0.5  # what a word of another matter still says in a paper about the program, or in passing in one that has more of it
MOST_SIGNS, MOST_COMMON = 4, 4
CASE = 2  # times that something is withheld in a sentence about one person's case; of places and callers one is
MIXED = 2  # sentences: a single one of another matter makes no paper another's
SUBJECT = "subject"  # the reason of a claim that tells the chance
NAMED = "names the program"
RELEASE = "its release is about the program"
ASKED = "its release was asked for as the program's"
KIN_TIE = "speaks of the agency, which never names the program here"


@dataclass(frozen=True, slots=True)
class Tie:
    """The chance (0..1) that a sentence is about the program, and the evidence that said most, `why`; '' below `FAINT`.
    `chief` is the one that says most for it.

    `kin`: the paper is only about the agency's work of the same kind.
    """

    strength: float
    why: str
    kin: bool = False
    evidence: tuple[tuple[str, float], ...] = ()
    chief: str = ""


NO_TIE = Tie(0.0, "")


def ties_of(
    document: Document, spoken: Sequence[tuple[View, bool, bool]], topic: Topic, company: Company = ALONE
) -> tuple[Tie, ...]:
    """How each sentence hangs on the topic.

    `spoken` are the document's sentences in text order: each with whether it names the program, and whether an empty line or the
    page's start stands before it.
    """
    things = things_in(document.title, topic) if document.kind in SUBJECTS else frozenset[str]()
    spots = [seen_in(view, named, apart, topic, things) for view, named, apart in spoken]
    texts = [view.sentence.text for view, _, _ in spoken]
    made = weighed(document, spots, texts, topic, company)
    if any(one.strength >= LEAST for one in made) or not _kin(texts, topic):
        return made
    return tuple(NO_TIE if spot.rival else Tie(KIN_WEIGHT, KIN_TIE, True) for spot in spots)


def weighed(document: Document, spots: Sequence[Seen], texts: Sequence[str], topic: Topic, company: Company) -> tuple[Tie, ...]:
    """The same for sentences that were looked at, kin left out. `texts` are theirs."""
    paper = _paper(document, spots, texts, topic, company)
    if not paper.worth:
        return (NO_TIE,) * len(spots)
    track, made = Track(paper.own), []
    for order, (spot, row) in enumerate(zip(spots, dated_rows(texts), strict=True)):
        track.enter(spot, row)
        made.append(
            _tie({**paper.evidence, **_own(spot, paper.about, paper.own), **track.lent(order, spot), **_around(spots, order)})
        )
        track.leave(order, spot)
    return tuple(made)


def _tie(found: dict[str, float]) -> Tie:
    weighed = {what: WEIGHTS[what] * much for what, much in found.items() if much}
    strength = 1 / (1 + math.exp(-(WEIGHTS["start"] + sum(weighed.values()))))
    if strength < FAINT:
        return Tie(strength, "", evidence=tuple(found.items()))
    most = sorted(weighed, key=lambda what: -weighed[what])
    said = [what for what in most if weighed[what] > 0][: 1 if strength >= PLAIN else 2]
    against = [what for what in reversed(most) if weighed[what] < 0][:1] if strength < PLAIN else []
    why = NAMED if NAMED in weighed else "; but ".join(("; ".join(said), *against))
    return Tie(strength, why, evidence=tuple(found.items()), chief=NAMED if NAMED in weighed else "".join(said[:1]))


def _own(spot: Seen, about: bool, own: bool) -> dict[str, float]:
    """What the sentence itself tells. A word of another matter says less in a paper that is `about` the program, and in passing
    in one that has more of its `own` words."""
    return {
        NAMED: float(spot.named),
        "names another program": float(bool(spot.rival)),
        "has a word that goes with the program": min(len(spot.signs), 2),
        "has a common word of such papers": min(len(spot.common), 2),
        "has a word of another matter": (OWN_PAPER if about or (own and spot.passing) else 1.0) * bool(spot.matter),
        "says of whom it speaks": float(spot.whom),
        "tells of somebody whose particulars are withheld": float(spot.withheld >= CASE),
    }


def _around(spots: Sequence[Seen], order: int) -> dict[str, float]:
    """What its neighbours tell: words of the program close by, and a name that comes soon in the same paragraph."""
    near = (spots[at] for at in range(max(0, order - BESIDE), min(len(spots), order + BESIDE + 1)) if at != order)
    ahead = 0.0
    for at in range(order + 1, min(len(spots), order + 1 + AHEAD)):
        if spots[at].apart or spots[at].rival:
            break
        if spots[at].named and not spots[at].address:
            ahead = 1.0
            break
    return {
        "stands beside words that go with the program": float(any(one.signs for one in near)),
        "stands just before a mention of the program": ahead,
    }


@dataclass(frozen=True, slots=True)
class _Paper:
    """What holds of all sentences of a paper. `worth`: whether anything could tie one of them."""

    worth: bool
    about: bool = False
    own: bool = False
    evidence: dict[str, float] = field(default_factory=dict)


def _paper(document: Document, spots: Sequence[Seen], texts: Sequence[str], topic: Topic, company: Company) -> _Paper:
    counts = sum(1 for spot in spots if spot.named and not (spot.address or spot.rival or spot.matter))
    title = names_in_text(document.title, topic.terms)
    office = _of_its_office(document, topic)
    signs = frozenset().union(*(spot.signs for spot in spots))
    common = frozenset().union(*(spot.common for spot in spots))
    if not (counts or title or any(spot.named for spot in spots) or _enough(len(signs), len(common), office, company)):
        return _Paper(False)
    length = sum(len(text.split()) for text in texts)
    about = title or counts * DENSE >= max(length, 1) or counts >= 4
    return _Paper(
        True,
        about,
        sum(1 for spot in spots if spot.named or spot.signs or spot.common)
        > sum(1 for spot in spots if spot.matter or spot.rival),
        {
            "its title names the program": float(title),
            "stands in a document about the program": float(about and not title),
            "stands in a document that names the program": float(bool(counts) and not about),
            "the paper has words that go with the program": min(len(signs), MOST_SIGNS),
            "the paper has common words of such papers": min(len(common), MOST_COMMON),
            "an office of the program writes or gets it": float(office),
            "nothing beside it names the program": float(company == ALONE and not (counts or title)),
            "its thread names the program": float(company.thread),
            "papers of its file name the program": float(company.file),
            RELEASE: float(company.asked or company.leads),
            ASKED: float(company.asked),
            **_of_other_things(spots, "" if title else document.title, topic),
        },
    )


def _of_other_things(spots: Sequence[Seen], title: str, topic: Topic) -> dict[str, float]:
    """What tells that the paper is another matter's; its `title` is '' where it names the program.

    "Invoice question" heads the answer to a county that asks about its bill as well as a mail on an invoice: a title says as much
    as what is written below it, and what only the subject line says again is nothing that the paper comes back to.
    """
    words = words_of(topic)
    own, other = _counted([spot for spot in spots if not spot.heads])
    again = sum(1 for spot in spots if spot.titled and not (spot.named or spot.heads)) if title else 0
    matter = float(words.matters.search(title) is not None)
    return {
        "the paper comes back to another thing that its title names": max(0, again - own) / (again + MIXED) * (again > 1),
        "is titled as another program's": float(names_in_text(title, topic.other_programs)),
        "is titled as another matter's": matter * (other + 1) / (own + other + 2),
        "its title has words that go with the program": min(2, len(met(words.signs, title)) + len(met(words.common, title))),
    }


def _counted(spots: Sequence[Seen]) -> tuple[int, int]:
    """(sentences with names or words of the program, sentences with those of other things alone). Common words tell neither."""
    own = sum(1 for spot in spots if spot.named or spot.signs)
    other = sum(1 for spot in spots if not spot.named and (spot.rival or (spot.matter and not spot.signs)))
    return own, other


def _enough(signs: int, common: int, office: bool, company: Company) -> bool:
    """Whether a paper that never names the program is looked at all the same."""
    if office or company.asked or company.thread or company.leads:
        return True
    return signs + common >= 1 if company.file else signs >= 1 and signs + common >= 3


def _of_its_office(document: Document, topic: Topic) -> bool:
    return names_in_text("\n".join((document.author, *document.recipients, *document.cc)), topic.terms)


def _kin(texts: Sequence[str], topic: Topic) -> bool:
    whole = " ".join(texts)
    used = [len(re.findall(rf"(?<!\w){re.escape(term)}(?!\w)", whole)) for term in topic.related]
    return sum(used) >= KIN and sum(1 for count in used if count) > 1


def may_tie(document: Document, texts: Iterable[tuple[str, ...]], topic: Topic, company: Company = ALONE) -> bool:
    """False only where `ties_of` finds nothing, however the words of the running texts fall into sentences."""
    if names_in_text(document.title, topic.terms) or _of_its_office(document, topic):
        return True
    seen = []
    for words in texts:
        if named_among(words, tuple(map(letters, words)), topic.terms):
            return True
        seen.append("".join(words))
    # Counted without spaces and word edges, for a sentence may begin anywhere: never fewer than `ties_of` counts.
    whole = "".join(seen)
    used = [whole.count("".join(term.split())) for term in topic.related]
    if sum(used) >= KIN and sum(1 for count in used if count) > 1:
        return True
    folded = whole.casefold()
    signs, common = (
        sum(1 for sign in listed if any("".join(form.split()).casefold() in folded for form in sign.split("|")))
        for listed in (topic.signs, topic.common_signs)
    )
    return _enough(signs, common, False, company)
