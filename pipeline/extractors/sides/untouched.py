"""Duties and rights that something is said not to touch: "has no bearing on the duty to store them" leaves the duty as it is.

What denies the touching denies nothing of the duty.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View

_TOUCHING = frozenset({
    "affect", "alter", "change", "diminish", "modify", "limit", "waive", "relieve", "excuse", "lessen", "reduce", "absolve",
    "release", "suspend", "restrict", "impair", "abridge", "curtail", "touch", "disturb", "discharge", "extinguish",
    "narrow", "weaken", "influence",
})  # fmt: skip
_TOUCH = frozenset({"bearing", "effect", "impact", "influence", "relevance", "prejudice", "change", "limitation", "waiver"})
_KEPT = frozenset({
    "duty", "obligation", "right", "responsibility", "requirement", "option", "choice", "power", "authority", "liability",
    "discretion", "ability", "freedom", "need",
})  # fmt: skip
_HAVING = {
    "your": "You have", "our": "We have", "its": "It has", "their": "They have", "his": "He has", "her": "She has",
    "my": "I have",
}  # fmt: skip
_NONE = frozenset({"no", "nothing", "none", "neither", "nobody", "never", "nor", "little"})


@dataclass(frozen=True, slots=True)
class Kept:
    """A duty or right that stands: the word of touching that is denied, and the noun."""

    touching: int
    noun: int


def kept_in(view: View) -> Kept | None:
    """The duty or right that this sentence says is not touched, if any."""
    for at, lemma in enumerate(view.lemmas):
        if lemma in _KEPT and view.tokens[at].pos == "NOUN" and (touching := _touched_by(view, at)) is not None:
            return Kept(touching, at)
    return None


def as_stated(view: View) -> str:
    """The sentence as a plain statement of the duty or right that it leaves as it is, '' where it does no such thing."""
    kept = kept_in(view)
    if kept is None:
        return ""
    owner = next(iter(grammar.kids_with(view, kept.noun, {"poss"})), None)
    first = kept.noun if owner is not None else grammar.subtree(view, kept.noun)[0]
    while owner is not None and first - 1 > grammar.subtree(view, owner)[-1]:
        first -= 1
    ends = (at for at in range(kept.noun, len(view.tokens)) if view.lower[at] in (".", ";", ":"))
    words = " ".join(token.text for token in view.tokens[first : next(ends, len(view.tokens))])
    return f"{_had_by(view, owner)} the {words}." if owner is not None else f"{words[:1].upper()}{words[1:]} stands."


def _had_by(view: View, owner: int) -> str:
    """ "your" as "You have", "the jail's" as "The jail has"."""
    if view.lower[owner] in _HAVING:
        return _HAVING[view.lower[owner]]
    words = " ".join(view.tokens[at].text for at in grammar.subtree(view, owner) if view.tokens[at].tag != "POS")
    return f"{words[:1].upper()}{words[1:]} has"


def _touched_by(view: View, noun: int) -> int | None:
    """The word of touching above the noun, where it is denied."""
    above = grammar.head_of(view, noun)
    if view.tokens[noun].dep == "pobj" and above != noun:
        above = grammar.head_of(view, above)
        if (
            view.tokens[above].dep == "dobj" and view.lemmas[above] not in _TOUCH
        ):  # "relieve the jail of its duty": tied to the jail
            above = grammar.head_of(view, above)
    elif view.tokens[noun].dep != "dobj":
        return None
    token = view.tokens[above]
    if token.pos == "VERB" and view.lemmas[above] in _TOUCHING:
        return above if _denied(view, above) else None
    if token.pos == "NOUN" and view.lemmas[above] in _TOUCH:
        verb = grammar.head_of(view, above)
        denied = _denied(view, above) or (
            verb != above and view.tokens[above].dep in ("dobj", "attr", "pobj") and _denied(view, verb)
        )
        return above if denied or view.lower[verb] == "without" else None
    return None


def _denied(view: View, at: int) -> bool:
    """Whether a word of denying hangs on this word, on its subject, or governs it ("without changing")."""
    kids = view.children[at]
    subjects = grammar.kids_with(view, at, grammar.SUBJECTS)
    near = {view.lower[kid] for kid in kids} | {view.lower[low] for kid in subjects for low in view.children[kid]}
    named = any(view.tokens[kid].dep == "neg" for kid in kids)
    return named or bool(near & _NONE) or view.lower[grammar.head_of(view, at)] == "without"
