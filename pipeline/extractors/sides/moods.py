"""What takes the meaning of a statement away: norms, wishes, orders, demands, proposals, acts of refusing."""

from __future__ import annotations

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View

# "Note that X" states X; any other order does not.
NOTING = frozenset({"note", "remember", "recall", "know", "understand", "recognize", "see", "observe", "be"})
# Under these nothing is stated: wishes, requests, proposals, votes, doubts.
_WISHING = frozenset({
    "want", "wish", "ask", "request", "urge", "demand", "hope", "recommend", "propose", "prefer", "favor", "favour",
    "support", "oppose", "vote", "consider", "debate", "discuss", "wonder", "petition", "lobby", "advocate", "call", "push",
    "fight", "fear", "worry", "pretend", "imagine", "suppose", "decide", "determine", "clarify", "explore", "investigate",
    "examine", "review", "inquire", "insist", "seek", "try", "attempt", "proposal", "motion", "bill", "recommendation",
    "plea", "resolution", "desire", "question", "inquiry", "need", "definition", "meaning", "phrase", "word", "term",
})  # fmt: skip
# What is not to be said any more is not said: "stop calling it voluntary", "avoid the word".
_SPEAKING = frozenset({
    "say", "tell", "call", "describe", "characterize", "characterise", "label", "refer", "present", "portray", "state", "claim",
    "speak", "depict", "paint", "advertise", "promote", "sell", "market", "suggest", "imply", "bill", "write", "pretend", "term",
})  # fmt: skip
_SILENCING = frozenset(
    {"stop", "avoid", "cease", "refrain", "quit", "discontinue", "advise", "caution", "warn", "desist", "against"}
)
_BINDING = frozenset({"law", "statute", "section", "regulation", "act", "code", "rule", "agreement"})  # what they call for is so
_NORMS = frozenset({"should", "ought"})
PROPOSALS = frozenset({
    "bill", "measure", "proposal", "legislation", "ordinance", "resolution", "amendment", "motion", "petition",
})  # fmt: skip


def voids(view: View, index: int, matched: frozenset[int], path: tuple[int, ...], refusal: bool) -> str:
    """Why nothing is stated here, or ''."""
    for kid in view.children[index]:
        if kid not in matched and view.tokens[kid].dep == "aux" and view.lemmas[kid] in _NORMS:
            return "a norm, not a fact"
        if kid not in matched and view.tokens[kid].dep == "aux" and view.lower[kid] == "must":
            return "a norm, not a fact"
        if view.lower[kid] == "rather" and any(view.lower[other] in ("would", "'d") for other in view.children[index]):
            return "a wish, not a fact"
    if not matched & set(grammar.path_up(view, index, -1)[1:]) and _subjunctive(view, index):
        return "a demand, not a fact"
    if index in matched or matched & set(grammar.path_up(view, index, -1)):
        return ""
    if view.lemmas[index] in _NORMS and view.tokens[index].dep not in ("aux", "auxpass"):
        return "a norm, not a fact"
    if instructs(view, index):
        return "an instruction, not a fact"
    if hushes(view, index):
        return "about what to call it, not a fact"
    governs_clause = any(
        kid in path and view.tokens[kid].dep in ("xcomp", "ccomp", "acl", "advcl", "prep", "relcl", "dobj")
        for kid in view.children[index]
    )
    if view.lemmas[index] == "call" and not any(view.lower[kid] in ("for", "on", "upon") for kid in view.children[index]):
        return ""
    if view.lemmas[index] == "call" and any(view.lemmas[k] in _BINDING for k in grammar.kids_with(view, index, grammar.SUBJECTS)):
        return ""
    if view.lemmas[index] in _WISHING and governs_clause and view.tokens[index].pos in ("VERB", "NOUN"):
        return "a wish, request or decision, not a fact"
    if refusal and governs_clause:
        return "an act, not a fact about the rule"
    return ""


def hushes(view: View, index: int) -> bool:
    """Whether this is a word of speaking that is to be stopped or left: "we need to stop saying that ..."."""
    noun = view.tokens[index].pos == "NOUN" and view.lemmas[index] in (
        "statement",
        "description",
        "suggestion",
        "claim",
        "language",
    )
    if view.lemmas[index] not in _SPEAKING and not noun:
        return False
    above = grammar.head_of(view, index)
    if above != index and view.tokens[above].pos == "ADP":
        if view.lemmas[above] == "against":
            return True
        above = grammar.head_of(view, above)
    return (
        above != index
        and view.lemmas[above] in _SILENCING
        and view.tokens[index].dep in ("xcomp", "pcomp", "ccomp", "pobj", "dobj")
    )


def instructs(view: View, index: int) -> bool:
    """An imperative that states nothing: "Establish mechanisms to ensure that ..."."""
    return view.lemmas[index] not in NOTING and orders(view, index)


def orders(view: View, index: int) -> bool:
    """Whether this is an imperative, be it one that states something: "Note that jails may refuse"."""
    token = view.tokens[index]
    if token.dep != "ROOT" or token.tag != "VB":
        return False
    if index and view.lower[index - 1] == "i":
        return False  # a subject that the parser did not know, such as a bar read for "I"
    helped = any(view.tokens[kid].dep == "aux" and view.lower[kid] != "do" for kid in view.children[index])
    return not helped and not any(view.tokens[kid].dep in grammar.SUBJECTS for kid in view.children[index])


def under_order(view: View, index: int) -> bool:
    """Whether the sentence as a whole is an order: "Establish mechanisms to ensure that ..."."""
    root = grammar.path_up(view, index, -1)[-1]
    return instructs(view, root)


def _subjunctive(view: View, index: int) -> bool:
    """ "recommends that it be limited": a bare "be" with a subject of its own."""
    kids = view.children[index]
    bare = [kid for kid in (*kids, index) if view.lower[kid] == "be" and view.tokens[kid].tag == "VB"]
    helped = any(view.tokens[kid].dep == "aux" and view.lower[kid] != "be" for kid in kids)
    subject = any(view.tokens[kid].dep in grammar.SUBJECTS for kid in kids)
    return bool(bare) and subject and not helped and view.tokens[index].dep in ("ccomp", "acl", "conj", "advcl")
