"""A parsed sentence as the extractors look at it: who governs whom, where clauses begin and end, which words are subjects."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records.language import Sentence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
OBJECTS = frozenset({"dobj", "attr", "oprd", "dative"})
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "parataxis", "csubj", "csubjpass"})
_FORMS_OF_NOT = frozenset({"not", "n't", "n’t", "nt"})


@dataclass(frozen=True, slots=True)
class View:
    """A sentence with what is asked of it again and again. All tuples run parallel to the tokens.

    `lower` is the text in lower case, `lemmas` the lemma in lower case, `children` the indices each token governs,
    `clause` the index of the token that heads the clause it stands in.
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    lower: tuple[str, ...]
    lemmas: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]
    clause: tuple[int, ...]


def view_of(sentence: Sentence) -> View:
    """The sentence with its tree turned around; a head that points nowhere counts as the token's own."""
    tokens = sentence.tokens
    kids: list[list[int]] = [[] for _ in tokens]
    for index in range(len(tokens)):
        head = _head(tokens, index)
        if head != index:
            kids[head].append(index)
    lower = tuple(letters(token.text) for token in tokens)
    lemmas = tuple("not" if lower[i] in _FORMS_OF_NOT else token.lemma.lower() for i, token in enumerate(tokens))
    clauses = tuple(_clause_head(tokens, kids, index) for index in range(len(tokens)))
    return View(sentence, tokens, lower, lemmas, tuple(map(tuple, kids)), clauses)


def letters(text: str) -> str:
    """In lower case, with a plain apostrophe; a bar that stands alone is the scanner's "I"."""
    return "i" if text == "|" else text.lower().replace("’", "'")


def word_at(view: View, at: int) -> str:
    """The token in lower case; '' beyond either end."""
    return view.lower[at] if 0 <= at < len(view.lower) else ""


def head_of(view: View, index: int) -> int:
    """The governing token's index; its own for the root."""
    return _head(view.tokens, index)


def _head(tokens: tuple[Token, ...], index: int) -> int:
    head = tokens[index].head
    return head if 0 <= head < len(tokens) else index


def starts_clause(tokens: tuple[Token, ...], kids: list[list[int]] | tuple[tuple[int, ...], ...], index: int) -> bool:
    """Whether this token heads a clause of its own. "the right to opt out" is no clause; "who opted out" is one."""
    token = tokens[index]
    if token.dep in _CLAUSES:
        return True
    if token.dep == "pcomp":
        return token.pos in ("VERB", "AUX")
    if token.dep == "relcl":
        return not any(tokens[kid].dep == "aux" and tokens[kid].lemma == "to" for kid in kids[index])
    if token.dep == "conj":
        return token.pos in ("VERB", "AUX") and any(
            tokens[kid].dep in SUBJECTS or tokens[kid].dep == "aux" for kid in kids[index]
        )
    return False


def _clause_head(tokens: tuple[Token, ...], kids: list[list[int]], index: int) -> int:
    for _ in range(len(tokens)):
        head = _head(tokens, index)
        if head == index or starts_clause(tokens, kids, index):
            return index
        index = head
    return index


def path_up(view: View, index: int, top: int) -> tuple[int, ...]:
    """The tokens from `index` up to `top` (or the root where `top` does not govern it), both included."""
    path = [index]
    while path[-1] != top and len(path) <= len(view.tokens):
        head = head_of(view, path[-1])
        if head == path[-1]:
            break
        path.append(head)
    return tuple(path)


def governs(view: View, top: int, index: int) -> bool:
    """Whether `index` stands below `top`, or is it."""
    return path_up(view, index, top)[-1] == top


def subtree(view: View, index: int) -> tuple[int, ...]:
    """All tokens below `index`, with it, in text order."""
    seen = {index}
    todo = [index]
    while todo:
        for kid in view.children[todo.pop()]:
            if kid not in seen:
                seen.add(kid)
                todo.append(kid)
    return tuple(sorted(seen))


def kids_with(view: View, index: int, deps: frozenset[str] | set[str]) -> tuple[int, ...]:
    """The direct dependants of `index` that bear one of these labels."""
    return tuple(kid for kid in view.children[index] if view.tokens[kid].dep in deps)


def subject_of(view: View, verb: int) -> int | None:
    """The subject of a verb: its own, or for a verb joined by "and" or a bare infinitive that of the verb above."""
    for _ in range(len(view.tokens)):
        own = [kid for kid in kids_with(view, verb, SUBJECTS) if view.tokens[kid].dep != "expl"]
        if own:
            return own[0]
        above = head_of(view, verb)
        if above == verb or view.tokens[verb].dep not in ("conj", "xcomp"):
            return None
        verb = above
    return None


def told_of(view: View, at: int) -> int:
    """The word that a relative "which" or "that" stands for: "date" in "no date by which it must"; -1 where there is none."""
    clause = view.clause[at]
    if view.tokens[at].tag != "WDT" or view.tokens[clause].dep not in ("relcl", "advcl", "ccomp"):
        return -1
    above = head_of(view, clause)
    if view.tokens[clause].dep == "relcl":
        return above
    subject = subject_of(view, above)  # "No rule was found by which ...": it stands behind the verb of what it tells of
    return -1 if subject is None or view.tokens[at].dep != "pobj" else subject


def words(view: View, indices: tuple[int, ...] | list[int]) -> str:
    """These tokens as text, spaced as in the sentence."""
    parts: list[str] = []
    for order, index in enumerate(indices):
        token = view.tokens[index]
        if order and view.tokens[indices[order - 1]].end < token.start:
            parts.append(" ")
        elif order and indices[order - 1] != index - 1:
            parts.append(" … ")
        parts.append(token.text)
    return "".join(parts)
