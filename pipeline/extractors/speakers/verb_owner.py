"""Whose a verb of saying is: by whom it was said, who stands for a missing subject, what "which" or "who" points back to."""

from __future__ import annotations

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.speakers.phrases import name_tokens
from pipeline.extractors.speakers.sources import Source, Voices, source_at

_SENT = frozenset(
    {"letter", "memo", "memorandum", "mail", "email", "e-mail", "note", "message", "report", "reply", "answer", "notice"}
)


def by_whom(view: View, index: int, passive: bool, subject: int | None) -> tuple[int, ...]:
    """The words for the source as they stand, be they only "he" or "which"."""
    if passive:
        people = [person for kid in by_phrases(view, index) for person in grammar.kids_with(view, kid, {"pobj"})]
        return name_tokens(view, people[0]) if people else ()
    if subject is None:
        return ()
    meant = antecedent(view, index, subject)
    return name_tokens(view, meant) if meant == subject else (*name_tokens(view, meant), subject)


def unnamed(view: View, index: int, content: set[int], voices: Voices, agencies: tuple[str, ...]) -> Source | None:
    """Who says it where the verb has no subject: "data showing that ..." is the data; "Says that ..." is the author."""
    token = view.tokens[index]
    if index and view.lower[index - 1] == "i" and voices.author.name:
        return voices.author
    if token.dep == "acl" and token.tag == "VBG":
        return source_at(view, grammar.head_of(view, index), voices, agencies)
    if token.dep in ("advcl", "xcomp", "pcomp") and token.tag == "VBG":  # "he shrugged, saying that ..."
        above = grammar.subject_of(view, view.clause[grammar.head_of(view, index)])
        if above is not None and above not in content:
            return source_at(view, above, voices, agencies)
    if token.dep in ("ROOT", "conj") and token.tag in ("VBZ", "VBD", "VBN") and voices.author.name:
        return voices.author
    return None


def antecedent(view: View, verb: int, subject: int) -> int:
    """For "a task force, which said": the task force."""
    if view.tokens[verb].dep == "relcl" and view.lower[subject] in ("who", "which", "that"):
        head = grammar.head_of(view, verb)
        return head if view.lower[subject] == "who" else _letter_to(view, head)
    return subject


def agent(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Source | None:
    """Whoever stands behind "by": "was told by the bureau"; None where nobody does."""
    for kid in by_phrases(view, index):
        for person in grammar.kids_with(view, kid, {"pobj"}):
            return source_at(view, person, voices, agencies)
    return None


def _letter_to(view: View, head: int) -> int:
    """The letter of "a letter to the board that says ...", else the word itself."""
    to = grammar.head_of(view, head)
    if view.tokens[head].dep != "pobj" or view.lower[to] != "to":
        return head
    above = grammar.head_of(view, to)
    papers = (above,) if view.tokens[above].pos == "NOUN" else grammar.kids_with(view, above, {"dobj"})
    return next((at for at in papers if view.lemmas[at] in _SENT and at < to), head)


def by_phrases(view: View, index: int) -> tuple[int, ...]:
    """The words "by" behind the verb, by their places in the sentence."""
    return tuple(kid for kid in grammar.kids_with(view, index, {"agent", "prep"}) if kid > index and view.lower[kid] == "by")
