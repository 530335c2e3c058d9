"""How far a number holds, by the words before and after it: about, more than, at least, less than, exactly."""

from __future__ import annotations

from pipeline.extractors.cueing.grammar import View, word_at

# Words before a number that say how far it holds. The longest is tried first.
BOUNDS = {
    "more than": "more-than", "over": "more-than", "in excess of": "more-than", "upwards of": "more-than",
    "greater than": "more-than", "well over": "more-than", "above": "more-than", "exceeding": "more-than",
    "exceeded": "more-than",
    "less than": "less-than", "fewer than": "less-than", "under": "less-than", "below": "less-than", "up to": "less-than",
    "no more than": "less-than", "at most": "less-than", "at least": "at-least", "no fewer than": "at-least",
    "not less than": "at-least", "no less than": "at-least", "a minimum of": "at-least", "about": "about", "around": "about",
    "approximately": "about", "roughly": "about", "some": "about", "nearly": "about", "almost": "about", "an estimated": "about",
    "close to": "about", "estimated": "about", "approx": "about", "approx.": "about", "~": "about", "circa": "about",
    "as many as": "less-than", "only": "exact", "just": "exact", "only about": "about", "just over": "more-than",
    "just under": "less-than", "better than": "more-than", "topped": "more-than", "passed": "more-than", "surpassed": "more-than",
    "something like": "about", "somewhere near": "about", "near": "about", "nearer": "about", "abt": "about", "approx .": "about",
    "in the region of": "about", "on the order of": "about", "barely": "about", "hardly": "less-than", "not quite": "less-than",
    "a bit over": "more-than", "a bit under": "less-than", "slightly less than": "less-than", "slightly under": "less-than",
    "slightly over": "more-than", "well under": "less-than", "not more than": "less-than", "not fewer than": "at-least",
    "no less": "at-least", "a good": "about", "> =": "at-least", ">=": "at-least", "< =": "less-than", ">": "more-than",
    "<": "less-than", "not even": "less-than", "c.": "about",
    "shy of": "less-than", "just shy of": "less-than", "short of": "less-than", "just short of": "less-than", "close on": "about",
    "north of": "more-than", "well north of": "more-than", "south of": "less-than", "closer to": "about",
    "a little over": "more-than", "a little under": "less-than", "slightly more than": "more-than",
}  # fmt: skip
MOST = frozenset({"most", "majority", "bulk"})  # more than a half
_AND_SOME = frozenset({"odd", "some", "something"})  # "forty-odd", "twenty-some"
_AFTER = {
    ("or", "so"): "about", ("give", "or"): "about", ("or", "more"): "at-least", ("or", "fewer"): "less-than",
    ("or", "less"): "less-than", ("near", "enough"): "about", (",", "roughly"): "about", ("-", "plus"): "more-than",
    ("at", "most"): "less-than", ("at", "least"): "at-least", ("plus",): "more-than",
}  # fmt: skip


def bound_of(view: View, at: int, end: int) -> tuple[str, int]:
    """(bound, first token of the words that say so, those before the number or `at`)."""
    start = at
    if word_at(view, end) == "odd" or (word_at(view, end) == "-" and word_at(view, end + 1) in _AND_SOME):
        return "more-than", at - (word_at(view, at - 1) == "some")
    if word_at(view, start - 1) in ("the", "a", "an") and word_at(view, start) != "a":
        start -= 1
    for length in (4, 3, 2, 1):
        phrase = " ".join(view.lower[max(0, start - length) : start])
        if start - length >= 0 and phrase in BOUNDS:
            return BOUNDS[phrase], start - length
    token = view.tokens[at].text
    if view.lower[at] in MOST:
        return "more-than", at
    if token[0] in "~≈":
        return "about", at
    if token.endswith("+"):
        return "more-than", at
    end += word_at(view, end) == "," and word_at(view, end + 1) == "give"
    for words, bound in _AFTER.items():
        if view.lower[end : end + len(words)] == words:
            return bound, at
    return "exact", at
