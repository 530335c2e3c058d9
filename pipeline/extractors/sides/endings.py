"""Rules and options that are given up: under "has rescinded the requirement" the contrary holds now, and the rule held before."""

from __future__ import annotations

import re

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View

# Under these what was so is so no longer: "has rescinded the requirement".
_ENDING = frozenset({
    "rescind", "withdraw", "abolish", "drop", "lift", "waive", "revoke", "scrap", "repeal", "terminate", "discontinue",
    "abandon", "remove", "eliminate", "end", "cease", "stop", "rescission", "withdrawal", "elimination",
})  # fmt: skip
_RULES = frozenset(
    {"requirement", "need", "condition", "policy", "practice", "option", "choice", "right", "rule", "requiring", "ability"}
)


# What an office gives somebody to go by, or by: with it goes what it gave.
_GIVEN = _RULES | {
    "step", "procedure", "process", "mechanism", "form", "way", "route", "exemption", "permission", "promise", "assurance",
    "offer", "provision", "guidance", "instruction", "language", "arrangement", "opportunity",
}  # fmt: skip


# "This replaces the custom kept until now, under which ...": whatever tense the rest has, that was so and is no more.
_REPLACED = re.compile(
    r"\b(?:replac|end|supersed|discontinu|abandon|chang|revers|abolish)(?:e[ds]?|s|ed|ing)?\s+(?:the|our|that|its|a)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:practice|rule|policy|procedure|arrangement|position|custom|course)\s+(?:[\w-]+\s+){0,3}?(?P<until>(?:up\s+)?(?:until|till|to)\s+(?:now|today)|hitherto)\b"
    r"[^.;]{0,3}\s(?:under|by|in|according\s+to)\s+which\b",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"\b(?:no|not|never|nothing|nobody|none|neither|nor|would|could|should|may|might|if|unless|whether|bills?|proposals?|proposes?|asks?)\b|n['’]t\b|\A\W*(?:does|did|has|will|is)\b",
    re.IGNORECASE,
)


def replaced(view: View) -> re.Match[str] | None:
    """Where the sentence tells what held until it was replaced, in the words behind the match; None where it tells none."""
    found = _REPLACED.search(view.sentence.text)
    return found if found and not _UNREAL.search(view.sentence.text, 0, found.start()) else None


def under_which(view: View) -> str:
    """What held until it was replaced, in words of its own; '' where nothing is told so."""
    found = replaced(view)
    return view.sentence.text[found.end() :].strip() if found else ""


def left_as_it_is(view: View) -> bool:
    """Whether a practice followed until now is told not to be replaced, or only that it may be: "nothing changes the rule"."""
    found = _REPLACED.search(view.sentence.text)
    return found is not None and _UNREAL.search(view.sentence.text, 0, found.start()) is not None


def ended(view: View) -> str:
    """The verb by which the sentence ends something that was given to go by: "the steps we published are withdrawn"; ''."""
    root = next((at for at, token in enumerate(view.tokens) if token.dep == "ROOT"), -1)
    if root < 0 or view.lemmas[root] not in _ENDING or view.tokens[root].tag not in ("VBD", "VBN", "VBZ"):
        return ""
    kids = view.children[root]
    if any(view.tokens[kid].dep == "neg" or view.tokens[kid].tag == "MD" for kid in kids):
        return ""
    things = [kid for kid in kids if view.tokens[kid].dep in ("dobj", "nsubjpass")]
    denied = any(
        view.tokens[low].dep in ("neg", "det") and view.lower[low] == "no" for kid in things for low in view.children[kid]
    )
    return view.tokens[root].text if not denied and any(view.lemmas[kid] in _GIVEN for kid in things) else ""


def ends_rule(view: View, index: int, path: tuple[int, ...]) -> bool:
    """ "has rescinded the requirement of an agreement", "the option is withdrawn": the contrary held before."""
    if view.lemmas[index] not in _ENDING or view.tokens[index].tag not in ("VBD", "VBN", "VBZ", "VBG") or replaced(view):
        return False
    below = [
        kid for kid in view.children[index] if kid in path and view.tokens[kid].dep in ("dobj", "nsubjpass", "xcomp", "pobj")
    ]
    return any(view.lemmas[kid] in _RULES or view.lower[kid] in _RULES for kid in below)


def given_up(view: View, said: int, stop: int) -> set[int]:
    """The verb of ending over a rule whose content is stated: "the policy that counties may leave is withdrawn"."""
    for at in () if replaced(view) else grammar.path_up(view, said, stop):
        above = grammar.head_of(view, at)
        if at in (stop, above):
            break
        if view.lemmas[above] == "be" and view.tokens[above].dep == "auxpass":
            above = grammar.head_of(view, above)
        ended = view.lemmas[above] in _ENDING and view.tokens[above].tag in ("VBD", "VBN", "VBZ")
        if ended and view.lemmas[at] in _RULES and at != said and view.tokens[at].dep in ("dobj", "nsubjpass", "nsubj"):
            return {above}
    return set()
