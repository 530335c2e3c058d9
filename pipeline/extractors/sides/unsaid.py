"""What a model reads off words that do not say it: what is wished, what was never told, what "it" means another thing."""

from __future__ import annotations

import re

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.candidates import Candidate
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.cueing.sight import Sight
from pipeline.extractors.sides import moods
from pipeline.extractors.speakers.saying import TELLING

_SAID = TELLING | {"say", "state", "maintain", "claim", "write", "suggest"}
_WORDING = frozenset({"say", "word", "phrase", "put", "call", "describe", "label", "answer", "reply", "draft", "refer", "term"})
_WISHING = frozenset({"wish", "want", "hope", "prefer"})
_DECIDING = frozenset({"decide", "determine", "settle", "resolve"})
_LIKENING = {"read": "like", "look": "like", "sound": "like", "feel": "like", "take": "for", "mistake": "for"}
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FIELD = re.compile(r"\W*[A-Z][^:.?!;\n]{2,60}:\s+\S")
# From here on the model is believed of what stands behind a label and is no sentence ("Cost to counties: none."): in statements
# kept back from training all ten such readings were right.
SURE = 0.7
_POINTING = frozenset({"it", "this", "that"})
_MEANT = frozenset({"program", "programme", "initiative", "participation"})  # with one of these the sentence says what it means


def unstated(one: Candidate, view: View) -> bool:
    """ "The county was never told that it could decline", "I wonder whether a jail may": nothing is said of whether it could.

    Where more than the question stands there it may be the answer: "You ask whether jails may refuse; they may."
    """
    if _how_to_say(view) or _undecided(view, one.anchor) or (one.probability < SURE and _filled_in(view)):
        return True
    if not one.frames:
        return _wished(view, one.anchor)
    inner = one.frames[0]
    if inner.mode == "ask":
        return _only_asked(view, inner.cue)
    return (inner.negated and inner.lemma in _SAID) or _wished(view, one.anchor)


def likened(view: View) -> frozenset[int]:
    """The words by which a thing is likened to another, which it need not be: what "reads like an order", "was taken for one"."""
    found: set[int] = set()
    for at, lemma in enumerate(view.lemmas):
        by = _LIKENING.get(lemma, "")
        if view.tokens[at].pos == "VERB" and by:
            to = [kid for kid in view.children[at] if view.tokens[kid].dep == "prep" and view.lower[kid] == by]
            found |= {at, *(low for kid in to for low in grammar.subtree(view, kid))} if to else set()
    return frozenset(found)


def _filled_in(view: View) -> bool:
    """What stands behind the label of a field, and is no sentence: "Charge as entered by the desk: no license (1 count)"."""
    label = _FIELD.match(view.sentence.text)
    return label is not None and not any(token.tag in _FINITE for token in view.tokens)


def _how_to_say(view: View) -> bool:
    """ "Put it so that nobody reads it as a way out": no word of what is so; "Say that towns may leave" has one."""
    root = next((at for at, token in enumerate(view.tokens) if token.dep == "ROOT"), -1)
    if root < 0 or view.lemmas[root] not in _WORDING or not moods.orders(view, root):
        return False
    told = any(view.tokens[kid].dep in ("ccomp", "parataxis") for kid in grammar.subtree(view, root))
    return not told and not any(mark in view.sentence.text for mark in '"“”:;')


def _undecided(view: View, at: int) -> bool:
    """ "The sheriff had not decided", "It has not been settled whether a county may leave": nothing is said of it."""
    return any(
        view.lemmas[verb] in _DECIDING and any(view.tokens[kid].dep == "neg" for kid in view.children[verb])
        for verb in (view.clause[at], grammar.head_of(view, view.clause[at]))
    )


def _wished(view: View, at: int) -> bool:
    """ "The county wishes to be taken out": that it may be is not said. Of what is not wished the sentence says what follows."""
    denied = any(view.tokens[kid].dep == "neg" for kid in view.children[at])
    return view.lemmas[at] in _WISHING and not denied and bool(grammar.kids_with(view, at, {"xcomp", "ccomp"}))


def _only_asked(view: View, cue: int) -> bool:
    """Whether the sentence is nothing but somebody's question, "whether" and its clause up to the end."""
    if grammar.head_of(view, cue) != cue:
        return False
    clauses = [kid for kid in view.children[cue] if any(view.lower[k] in ("whether", "if") for k in view.children[kid])]
    return any(
        not any(token.text.isalpha() for token in view.tokens[grammar.subtree(view, kid)[-1] + 1 :])
        for kid in clauses
        if kid > cue and view.tokens[kid].dep in ("ccomp", "advcl")
    )


def of_another(one: Candidate, sight: Sight, thing: str) -> bool:
    """ "A form came by fax. We told them it was voluntary.": the subject of the statement is the `thing` told of before.

    A proposition that speaks of that thing itself may be meant all the same.
    """
    if not thing or sight.follows or sight.named or not _MEANT.isdisjoint(sight.view.lower):
        return False
    view = sight.view
    subjects = grammar.kids_with(view, view.clause[one.anchor], grammar.SUBJECTS)
    pointing = any(view.lower[at] in _POINTING for at in subjects)
    return pointing and thing not in f"{one.proposition.statement} {one.proposition.opposite}".lower()
