"""What a sentence says happens or is so, verb by verb: enough to tell a denial from an instance of what it denies.

Two sentences may share rare words and one may deny something without being opposed: "settle disputes at the working level"
and "levels were not the end of the work". They are opposed where one denies the very thing that the other
tells. So what is compared is a verb, or what something is said to be, with the words that belong to it.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.patterns.sense import polarity
from pipeline.records.language import Sentence

_NONE = frozenset({"no", "none", "nobody", "nothing", "neither", "never", "nor"})  # these, with "any" and "ever", deny of all
_EVERY = frozenset({"any", "anybody", "anyone", "anything", "ever", "anywhere", "either", "single"})
_NOT = frozenset({"not", "n't", "n’t", "nt"})
_WISHED = frozenset({"should", "would", "could", "might", "ought"})  # what these say is no report of what is so
_DOUBTING = frozenset({"if", "unless", "whether", "until", "before", "lest"})
_APART = frozenset({"advcl", "parataxis"})
_WORDS = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TAKEN = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "pobj", "oprd"})
# Verbs that say nothing by themselves: of such an event two other words must be in common.
LIGHT = frozenset(
    word
    for line in (
        "be have do make take get go come give put say tell ask call use want know see look think find need try work let keep",
        "hold show mean become seem send set run bring leave start begin write read help include provide",
    )
    for word in line.split()
)


@dataclass(frozen=True, slots=True)
class Event:
    """`what` is the stem of the verb or of what something is said to be, `words` the stems of all that belongs to it, without it.

    `denied` says that it is not so, `wide` that it is so of nobody or at no time; `told` that somebody reports it as so, and
    not as a wish, a condition or a purpose. `names` are the stems of proper names in `words`, `who` the subject's first word.
    `things` are the stems of the nouns that the verb itself takes: what is there, is kept, or does it; `there`: all that is told
    is that it is there.
    """

    what: str
    light: bool
    words: frozenset[str]
    names: frozenset[str]
    who: str
    denied: bool
    wide: bool
    told: bool
    things: frozenset[str] = frozenset()
    there: bool = False


def events(sentence: Sentence) -> tuple[Event, ...]:
    """One for each finite verb or verb below one, in text order; nothing of questions."""
    tokens = sentence.tokens
    if not tokens or sentence.text.rstrip().endswith("?"):
        return ()
    kids: list[list[int]] = [[] for _ in tokens]
    for at, token in enumerate(tokens):
        if token.head != at and 0 <= token.head < len(tokens):
            kids[token.head].append(at)
    return tuple(
        _event(sentence, kids, at) for at, token in enumerate(tokens) if token.pos in ("VERB", "AUX") and _heads(sentence, at)
    )


def _heads(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].dep not in ("aux", "auxpass", "amod", "compound")


def _event(sentence: Sentence, kids: list[list[int]], at: int) -> Event:
    tokens = sentence.tokens
    there = any(tokens[kid].dep == "expl" for kid in kids[at])
    said = (
        next((kid for kid in kids[at] if tokens[kid].dep in ("attr", "acomp")), at)
        if tokens[at].lemma == "be" and not there
        else at
    )
    subject = _subject(sentence, kids, at)
    inside = [one for one in _below(sentence, kids, at) if one != said]
    if subject is not None and subject not in inside:
        inside += [subject, *_below(sentence, kids, subject)]
    near = {at, *(one for one in inside if _clause(sentence, one) == at or one == subject)}
    lower = {one: tokens[one].text.lower() for one in near}
    negative = {one for one, word in lower.items() if word in _NONE | _NOT and not _interjected(sentence, one)}
    denying = {one: lower[one] for one in negative if not _idle(sentence, one)}
    denied = bool(denying) and not _limited(sentence, kids, at)
    wide = any(word in _NONE or _next(sentence, one) == "one" for one, word in denying.items())
    words = {one: polarity.stem(tokens[one].lemma.lower()) for one in inside if _counts(sentence, one)}
    helping = {tokens[kid].text.lower() for kid in kids[at] if tokens[kid].dep == "aux"}
    verb = tokens[said].lemma.lower()
    return Event(
        what=polarity.stem(verb),
        light=verb in LIGHT,
        words=frozenset(words.values()),
        names=frozenset(word for one, word in words.items() if tokens[one].pos == "PROPN"),
        who=tokens[subject].text.lower() if subject is not None else "",
        denied=denied,
        wide=denied and (wide or any(word in _EVERY for word in lower.values())),
        things=frozenset(words[one] for one in words if tokens[one].pos == "NOUN" and _taken(sentence, one, at)),
        there=there,
        told=bool(negative) == denied and not helping & _WISHED and _reported(sentence, kids, at),
    )


def _taken(sentence: Sentence, noun: int, verb: int) -> bool:
    """Whether the verb takes this noun, itself or after a preposition: "went out by the roster", no "jail roster"."""
    token = sentence.tokens[noun]
    over = sentence.tokens[token.head]
    direct = token.head == verb or (token.dep == "pobj" and over.dep in ("prep", "agent") and over.head == verb)
    return token.dep in _TAKEN and direct


def _idle(sentence: Sentence, at: int) -> bool:
    """Whether such a word turns nothing round: "no later than", "no longer", "could not recall"."""
    text = " ".join(token.text for token in sentence.tokens)
    here = sum(len(token.text) + 1 for token in sentence.tokens[:at])
    spans = (*polarity.spans_of(polarity.NO_DENIAL, text), *polarity.spans_of(polarity.NO_TURN, text))
    return any(start <= here < end for start, end in spans)


def _interjected(sentence: Sentence, at: int) -> bool:
    """ "No." before what is answered."""
    return sentence.tokens[at].text.lower() == "no" and _next(sentence, at) in (".", ",", ";", ":", "")


def _limited(sentence: Sentence, kids: list[list[int]], at: int) -> bool:
    """Whether the denial has an exception or a term: "none is connected until the clerk has signed" grants as much."""
    return any(polarity.LIMITS.fullmatch(sentence.tokens[one].text) for kid in kids[at] for one in (kid, *kids[kid]))


def _counts(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    word = token.text.lower()
    return token.pos in _WORDS and word not in polarity.STOPS | _NONE | _EVERY and len(word) > 2 and token.text[0].isalpha()


def _next(sentence: Sentence, at: int) -> str:
    return sentence.tokens[at + 1].text.lower() if at + 1 < len(sentence.tokens) else ""


def _subject(sentence: Sentence, kids: list[list[int]], at: int) -> int | None:
    """The subject of the verb, or of the one it is joined to or hangs on."""
    for _ in range(3):
        found = next((kid for kid in kids[at] if sentence.tokens[kid].dep in _SUBJECTS), None)
        if found is not None:
            return found
        if sentence.tokens[at].dep in ("acl", "relcl"):
            return sentence.tokens[at].head
        if sentence.tokens[at].dep not in ("conj", "xcomp", "pcomp") or sentence.tokens[at].head == at:
            return None
        at = sentence.tokens[at].head
    return None


def _below(sentence: Sentence, kids: list[list[int]], at: int) -> list[int]:
    """What belongs to it: all that hangs on it, without clauses beside it and verbs it is joined to."""
    found = []
    for kid in kids[at]:
        token = sentence.tokens[kid]
        if token.dep in _APART or (token.dep == "conj" and token.pos in ("VERB", "AUX")):
            continue
        found += [kid, *_below(sentence, kids, kid)]
    return found


def _clause(sentence: Sentence, at: int) -> int:
    """The verb that the token hangs on, through nouns and prepositions alone."""
    for _ in range(len(sentence.tokens)):
        head = sentence.tokens[at].head
        if head == at or sentence.tokens[head].pos in ("VERB", "AUX"):
            return head
        at = head
    return at


def _reported(sentence: Sentence, kids: list[list[int]], at: int) -> bool:
    """Whether it is told as so: no purpose, no condition, nothing that depends on a denied, wished or asked verb."""
    tokens = sentence.tokens
    for _ in range(len(tokens)):
        here = {tokens[kid].text.lower() for kid in kids[at] if tokens[kid].dep in ("mark", "aux", "advmod", "neg")}
        if here & _DOUBTING or (tokens[at].tag in ("VB", "VBG") and not here - {"to"} and tokens[at].dep != "ROOT"):
            return False
        head = tokens[at].head
        if head == at:
            return True
        if tokens[at].dep in ("ccomp", "xcomp", "pcomp", "advcl") and head != at:
            above = {tokens[kid].text.lower() for kid in kids[head] if tokens[kid].dep in ("aux", "neg")}
            if above & (_WISHED | _NOT):
                return False
        at = head
    return True
