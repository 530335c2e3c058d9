"""None at all: "not one call came", "there has not been a single one", "have yet to get one", "the prints do not reach us"."""

from __future__ import annotations

import itertools

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View, word_at

_GETTING = frozenset({
    "receive", "get", "have", "log", "record", "register", "file", "come", "be", "see", "lodge", "reach", "find", "hear", "take",
    "make", "field",
})  # fmt: skip
_DENYING = frozenset({"not", "n't", "n’t", "never", "without"})
_NIL = frozenset({"none", "nil", "zero"})
_NEAR_NOT = 6  # words back in which the "not" of "not ... a single" stands
_NOT_ALONE = frozenset({"but", "of"})  # "not one but two", "not one of them"


def not_even_one(view: View, at: int) -> bool:
    """Whether the word at `at` is the "single" or "one" of "have not had a single call", "there was not one call": none, then."""
    if view.lower[at] == "one":
        return (word_at(view, at - 1) == "not" and (at < 2 or view.lemmas[at - 2] != "be")) or _not_had(view, at)
    if view.lower[at] != "single" or at == 0 or view.lower[at - 1] not in ("a", "one"):
        return False
    before = view.lower[max(0, at - _NEAR_NOT) : at]
    return bool(_DENYING & set(before)) or ("yet", "to") in itertools.pairwise(before)


def _not_had(view: View, at: int) -> bool:
    """ "There has not been one call", "we never got one call", "has yet to see one": of what is there or comes."""
    noun = grammar.head_of(view, at)
    verb = grammar.head_of(view, noun)
    if noun == at or word_at(view, at + 1) in _NOT_ALONE or view.tokens[noun].dep not in ("attr", "dobj") or verb > at:
        return False
    kids = {view.lower[kid]: view.tokens[kid].dep for kid in view.children[verb]}
    there = view.lemmas[verb] != "be" or "expl" in kids.values()
    yet = view.tokens[verb].dep == "xcomp" and "yet" in view.lower[max(0, verb - _NEAR_NOT) : verb]
    return there and view.lemmas[verb] in _GETTING and (bool(_DENYING & set(kids)) or yet)


def labelled_none(view: View, known: frozenset[int]) -> int:
    """The "none" behind a label all of whose nouns are known ("Complaints received: none."); -1 where there is none."""
    stop = next((at for at, word in enumerate(view.lower) if word == ":"), -1)
    behind = [at for at in range(stop + 1, len(view.tokens)) if any(map(str.isalpha, view.lower[at]))]
    if stop < 1 or len(behind) != 1 or view.lower[behind[0]] not in _NIL:
        return -1
    nouns = {at for at in range(stop) if view.tokens[at].pos in ("NOUN", "PROPN") and view.tokens[at].ent != "DATE"}
    return behind[0] if nouns and nouns <= known else -1


def never_comes(view: View, noun: int) -> bool:
    """ "The prints of anyone under eighteen do not reach us": what the verb tells of its subject is denied."""
    verb = grammar.head_of(view, noun)
    kids = [view.tokens[kid] for kid in view.children[verb]]
    denied = any(kid.dep == "neg" for kid in kids) and not any(kid.dep == "dobj" and kid.pos == "NOUN" for kid in kids)
    return denied and view.tokens[noun].dep in grammar.SUBJECTS and came_in(view, noun)


def came_in(view: View, noun: int) -> bool:
    """Whether the verb the noun hangs on tells of getting or being there, and not of what may be, or is to be: "no complaint
    may be filed", "no hold is to be lodged"."""
    verb = grammar.head_of(view, noun)
    above = grammar.head_of(view, verb)
    rule = view.lemmas[verb] == "be" and bool(grammar.kids_with(view, verb, {"xcomp"}))
    rule = rule or (above != verb and view.lemmas[above] == "be" and view.tokens[verb].dep == "xcomp")
    allowed = not rule and not any(view.tokens[kid].tag == "MD" for kid in view.children[verb])
    return view.lemmas[verb] in _GETTING and allowed and not _makes_none(view, verb, noun)


def _makes_none(view: View, verb: int, noun: int) -> bool:
    """ "The captain has no complaint": he makes none. "Has had no complaint" and "has no complaints" tell of what came in."""
    had = any(view.lemmas[kid] == "have" for kid in grammar.kids_with(view, verb, {"aux"}))
    said = any(view.lower[kid] == "no" for kid in view.children[noun]) and view.tokens[noun].tag == "NN"
    return view.lemmas[verb] == "have" and said and not had and view.tokens[noun].dep == "dobj"
