"""Whether a sentence speaks of the topic at all: it names the program, or stands where the program is what is talked about.

A document that nowhere names the program is about something else, and gives nothing; unless it uses the words that go with the
program (`signs` of the topic file) and stands among papers that name it, or uses very many of them. Then what stands near them
is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extractors.grammar import View, letters
from pipeline.extractors.sight import PLACES, named_among, named_in
from pipeline.records.document import Document
from pipeline.records.language import Passage
from pipeline.records.topic import Topic

REACH = 12  # sentences: how far a name of the program carries in a document that does not have it as its subject
KIN = 3  # words of the topic's `related` list, two of them different, without which no other document is looked at
BESIDE = 4  # sentences: how far a sign carries
# (signs, signs and common signs together), different ones, that stand for the name of the program: in a document that names it
# somewhere, among papers that name it, and in one alone.
_ENOUGH = {"named": (1, 2), "among": (2, 3), "alone": (3, 5)}
_WHOM = PLACES | {"board", "commission", "council", "court", "jail", "legislature", "mayor", "police", "supervisor"}
COMMON = 3  # common signs without a sign from which a paper among the program's is looked at
NEAR = "came with papers about the program"
DENSE = 150  # words: a document that names the program this often, on average, is about it
_ADDRESS = re.compile(r"\W*(?:From|To|Cc|CC|Bcc|BCC|Sent|Attn|Through|THROUGH|THRU|FROM|TO|MEMORANDUM FOR)\s?:")
_POINTERS = frozenset({"program", "programme", "initiative", "it", "this", "participation", "participate", "they", "that"})
_OTHER = re.compile(r"\b(?:[A-Z][\w’'-]+\s+){1,4}(?:Program|Programme|Initiative|Act|Project)\b|\b\d{3}\s?\(\w\)")


@dataclass(frozen=True, slots=True)
class Ties:
    """What a document says about itself: it names the program, is about it (subject line, or often named), or is only
    about the agency's work of the same kind (`kin`). `signed`: its words are those of the program, where they stand.
    `near`: an office of the program writes or gets it, or it has a sign of it and came with papers that name it; there only what
    a trained model is sure of is taken."""

    names: bool
    about: bool
    kin: bool = False
    signed: bool = False
    near: bool = False


def ties_of(document: Document, passages: tuple[Passage, ...], topic: Topic, counts: int, among: bool = False) -> Ties:
    """`counts` is how often the sentences name the program; the title is looked at as well.

    `among`: papers beside it name the program, or an office of that name writes or gets it.
    """
    sentences = [sentence.text for passage in passages for sentence in passage.sentences]
    words = sum(len(sentence.tokens) for passage in passages for sentence in passage.sentences)
    title = names_in_text(document.title, topic.terms)
    signed = _signed(document, sentences, topic, "named" if counts else "among" if among else "alone")
    near = _near(document, "\n".join(sentences), topic, among)
    if not counts and not title:
        used = [len(re.findall(rf"(?<!\w){re.escape(term)}(?!\w)", " ".join(sentences))) for term in topic.related]
        kin = not (signed or near) and sum(used) >= KIN and sum(1 for count in used if count) > 1
        return Ties(False, False, kin, signed, near)
    return Ties(True, title or counts * DENSE >= max(words, 1) or counts >= 4, signed=signed, near=near)


def _near(document: Document, text: str, topic: Topic, among: bool) -> bool:
    """Whether there is a reason to ask the model about every sentence though the program is not named near it."""
    if names_in_text(f"{document.title}\n{text}", topic.other_programs):
        return False
    signs, common = (sum(1 for sign in told if _sign(sign).search(text)) for told in (topic.signs, topic.common_signs))
    return _of_its_office(document, topic) or (among and (signs >= 1 or common >= COMMON))


def _of_its_office(document: Document, topic: Topic) -> bool:
    return names_in_text("\n".join((document.author, *document.recipients, *document.cc)), topic.terms)


def _signed(document: Document, sentences: list[str], topic: Topic, place: str) -> bool:
    """Whether there are enough of the program's words, and they are not another program's."""
    text = " ".join(sentences)
    least, together = _ENOUGH[place]
    own = sum(1 for sign in topic.signs if _sign(sign).search(text))
    if own < least or own + sum(1 for sign in topic.common_signs if _sign(sign).search(text)) < together:
        return False
    if names_in_text(document.title, topic.other_programs):
        return False
    others = sum(1 for one in sentences if names_in_text(one, topic.other_programs))
    return others * 3 < sum(1 for one in sentences if any(_sign(sign).search(one) for sign in topic.signs)) or place == "named"


def is_address(text: str) -> bool:
    """Whether this only says who writes to whom: the program's name in an office's name makes nothing the paper's subject."""
    return _ADDRESS.match(text) is not None


def near_signs(views: Sequence[View], topic: Topic) -> frozenset[int]:
    """The places, by order, of the sentences that hold a sign or stand right beside one that does."""
    told = (*topic.signs, *topic.common_signs)
    held = [at for at, view in enumerate(views) if any(_sign(sign).search(view.sentence.text) for sign in told)]
    return frozenset(near for at in held for near in range(at - BESIDE, at + BESIDE + 1))


@lru_cache(maxsize=512)
def _sign(sign: str) -> re.Pattern[str]:
    """One of the forms of a sign, which bars part. Case counts in words of five letters or fewer ("ORI")."""
    forms = [rf"(?i:{re.escape(form)})" if len(form) > 5 else re.escape(form) for form in sign.split("|")]
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")


def may_tie(document: Document, texts: Iterable[tuple[str, ...]], topic: Topic, among: bool = False) -> bool:
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
    least, together = (0, 1) if among else _ENOUGH["alone"]
    folded = whole.casefold()
    own, common = (
        sum(1 for sign in signs if any("".join(form.split()).casefold() in folded for form in sign.split("|")))
        for signs in (topic.signs, topic.common_signs)
    )
    return own >= least and own + common >= together


def names_in_text(text: str, terms: tuple[str, ...]) -> bool:
    """Whether one of the names stands in the text."""
    return any(re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text, 0 if len(term) <= 5 else re.I) for term in terms)


def tie_of(view: View, named: dict[int, int], since: int, ahead: int, ties: Ties, topic: Topic, signs: bool = False) -> str:
    """How the sentence hangs on the topic: names it, refers to it, subject of the document; '' where it does not.

    `since` and `ahead` count the sentences since the program was last named and until it is next named; `signs` says whether it
    stands near signs of the program, which count where the document is `signed`.
    """
    if named:
        return "names the program"
    if ties.kin:
        return "" if _other_program(view, topic) else "speaks of the agency, which never names the program here"
    if not (ties.names or ties.signed or ties.near) or _other_program(view, topic):
        return ""
    if since <= REACH and set(view.lower) & _POINTERS:
        return "refers back to the program"
    if since <= 3 or (ties.about and since <= REACH * 4):
        return "follows a mention of the program"
    if ahead <= 3:
        return "stands just before a mention of the program"
    if ties.about:
        return "stands in a document about the program"
    if ties.signed and signs:
        return "stands beside words that go with the program"
    return NEAR if (ties.near or ties.names) and _says_whom(view, topic) else ""


def _says_whom(view: View, topic: Topic) -> bool:
    """ "You cannot opt out." may be about anything; with a county, a jail, the agency or a sign in it, it is about these."""
    words = view.sentence.text
    return (
        bool(_WHOM.intersection(view.lemmas))
        or names_in_text(words, topic.agencies)
        or any(_sign(sign).search(words) for sign in topic.signs)
    )


def _other_program(view: View, topic: Topic) -> bool:
    """Whether the sentence names some other program and not this one."""
    if named_in(view, topic.other_programs):
        return True
    return any(not names_in_text(match.group(), topic.terms) for match in _OTHER.finditer(view.sentence.text))
