"""The words that deny what one word of a sentence says: on it, on its subject or object, or in a set phrase beside it."""

from __future__ import annotations

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View

_NEGATIVE_WORDS = frozenset({"never", "neither", "nor", "hardly", "scarcely", "nowhere", "not"})
_NEGATIVE_PRONOUNS = frozenset({"none", "nobody", "nothing", "no-one", "neither"})
_NAUGHT = _NEGATIVE_PRONOUNS | {"no", "never"}
_EXCEPTING = (("but",), ("except",), ("besides",), ("other", "than"), ("more", "than"), ("worse", "than"), ("apart", "from"))
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NEVER = frozenset({"time", "circumstance", "way", "means", "case", "event", "point", "sense", "respect"})  # after "no"
_ONLY = frozenset({"only", "just", "merely", "simply", "solely", "exclusively", "necessarily"})


def denials_at(view: View, index: int, matched: frozenset[int]) -> set[int]:
    found: set[int] = set()
    if view.lower[index] == "without" and index not in matched:
        found.add(index)
    for kid in view.children[index]:
        word, token = view.lower[kid], view.tokens[kid]
        if ((token.dep == "neg" or view.lemmas[kid] in _NEGATIVE_WORDS) and not is_only(view, kid) and word != "no") or (
            word == "no" and token.dep in ("neg", "det", "advmod", "nummod", "amod") and not _idle_no(view, kid, index)
        ):
            found.add(kid)
        elif (token.dep in grammar.SUBJECTS | grammar.OBJECTS) and view.tokens[index].pos in ("VERB", "AUX", "ADJ"):
            found |= _in_argument(view, kid, matched)
        elif token.dep in ("preconj", "cc") and word in ("neither", "nor") and kid < index:
            found.add(kid)
        elif token.dep == "prep" and (never := _never(view, kid, kid in matched)) is not None:
            found.add(never)
        elif word == "longer" and kid and view.lower[kid - 1] == "no":
            found.add(kid - 1)
        elif token.dep == "conj" and word == "not":
            found.add(kid)
    return found


def _never(view: View, prep: int, matched: bool) -> int | None:
    """The "no" of "at no time", "under no circumstances"; of any other noun where the verb is turned round for it ("in none of
    the nine was he asked"), or where verb and preposition were matched as one: "looks at no file", "speaks to nobody"."""
    for noun in grammar.kids_with(view, prep, {"pobj"}):
        if view.lower[noun] in _NEGATIVE_PRONOUNS and (matched or (view.lower[noun] == "none" and _turned_round(view, prep))):
            return noun
        for kid in view.children[noun]:
            if view.lower[kid] == "no" and (matched or view.lemmas[noun] in _NEVER or _turned_round(view, prep)):
                return kid
    return None


def _turned_round(view: View, prep: int) -> bool:
    """Whether the verb stands right behind these words and before its subject."""
    after = grammar.subtree(view, prep)[-1] + 1
    return prep < grammar.head_of(view, prep) and after < len(view.tokens) and view.tokens[after].pos == "AUX"


def _in_argument(view: View, kid: int, matched: frozenset[int]) -> set[int]:
    """Negation of a whole clause carried by its subject or object: "no county may", "none of them may", "has no choice"."""
    if view.lower[kid] in _NEGATIVE_PRONOUNS:
        return {kid}
    near = kid in matched or view.tokens[kid].dep in grammar.SUBJECTS or _is_given(view, kid, matched)
    dets = {
        k
        for k in view.children[kid]
        if view.lower[k] in ("no", "neither") and view.tokens[k].dep in ("det", "neg", "preconj", "nummod")
    }
    dets |= {k for k in (*view.children[kid], *_counted(view, kid)) if view.lower[k] == "not" and k < kid}
    return dets if near and not any(_idle_no(view, k, kid) for k in dets) else set()


def _counted(view: View, kid: int) -> list[int]:
    """What hangs on the "one" or "single" of "not one review", "not a single review"."""
    return [low for one in view.children[kid] if view.lower[one] in ("one", "single", "a") for low in view.children[one]]


def _is_given(view: View, kid: int, matched: frozenset[int]) -> bool:
    """Whether a thing matched is given to this object of its verb: "leaves neither of us a choice", "gives no county a say"."""
    after = (other for other in view.children[grammar.head_of(view, kid)] if other > kid and other in matched)
    return any(view.tokens[other].dep == "dobj" for other in after)


def _idle_no(view: View, kid: int, head: int) -> bool:
    """ "No. 5", "no doubt", "no cost" is a number or a set phrase; "no longer" counts once, by its own "no"."""
    return view.lower[head] in ("doubt", "matter", "later", "wonder", "question") or view.tokens[kid].tag == "UH"


def is_only(view: View, kid: int) -> bool:
    """ "not only X but Y" and "not just X" affirm X."""
    return kid + 1 < len(view.lower) and view.lower[kid + 1] in _ONLY - {"necessarily"}


def excepted(view: View, index: int, matched: frozenset[int]) -> bool:
    """ "Nothing but a traffic offense", "no record other than a theft": what is told is what is left out of the "no"."""
    if view.lower[index] not in _NAUGHT:
        return False
    told = max(matched)
    behind = (at for at in range(index + 1, told) for words in _EXCEPTING if view.lower[at : at + len(words)] == words)
    left_out = next(behind, -1)
    return left_out >= 0 and not any(view.tokens[at].tag in _FINITE for at in range(index, told + 1))
