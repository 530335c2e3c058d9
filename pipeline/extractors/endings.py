"""Rules and options that are given up: under "has rescinded the requirement" the contrary holds now, and the rule held before."""

from __future__ import annotations

from pipeline.extractors import grammar
from pipeline.extractors.grammar import View

# Under these what was so is so no longer: "has rescinded the requirement".
_ENDING = frozenset({
    "rescind", "withdraw", "abolish", "drop", "lift", "waive", "revoke", "scrap", "repeal", "terminate", "discontinue",
    "abandon", "remove", "eliminate", "end", "cease", "stop", "rescission", "withdrawal", "elimination",
})  # fmt: skip
_RULES = frozenset(
    {"requirement", "need", "condition", "policy", "practice", "option", "choice", "right", "rule", "requiring", "ability"}
)


def ends_rule(view: View, index: int, path: tuple[int, ...]) -> bool:
    """ "has rescinded the requirement of an agreement", "the option is withdrawn": the contrary held before."""
    if view.lemmas[index] not in _ENDING or view.tokens[index].tag not in ("VBD", "VBN", "VBZ", "VBG"):
        return False
    below = [
        kid for kid in view.children[index] if kid in path and view.tokens[kid].dep in ("dobj", "nsubjpass", "xcomp", "pobj")
    ]
    return any(view.lemmas[kid] in _RULES or view.lower[kid] in _RULES for kid in below)


def given_up(view: View, said: int, stop: int) -> set[int]:
    """The verb of ending over a rule whose content is stated: "the policy that counties may leave is withdrawn"."""
    for at in grammar.path_up(view, said, stop):
        above = grammar.head_of(view, at)
        if at in (stop, above):
            break
        if view.lemmas[above] == "be" and view.tokens[above].dep == "auxpass":
            above = grammar.head_of(view, above)
        ended = view.lemmas[above] in _ENDING and view.tokens[above].tag in ("VBD", "VBN", "VBZ")
        if ended and view.lemmas[at] in _RULES and at != said and view.tokens[at].dep in ("dobj", "nsubjpass", "nsubj"):
            return {above}
    return set()
