"""The clauses that a comma and a joining word, or a semicolon, set side by side in one sentence."""

from __future__ import annotations

from pipeline.extractors.cueing.grammar import View

_JOINING = frozenset({"and", "but", "while", "though", "yet", "so"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_JOINTS = frozenset({"and", "but", "or", "yet", "while", "though", "although", ";"})


def _parts(view: View) -> list[int]:
    """Where a comma and "and", "but" or the like, or a semicolon, join clauses."""
    return [
        at
        for at, word in enumerate(view.lower)
        if word == ";" or (word == "," and at + 1 < len(view.lower) and view.lower[at + 1] in _JOINING)
    ]


def clause_of(view: View, token: int) -> str:
    """The words of the joined clause that a token stands in."""
    parts = _parts(view)
    begin = max((at + 1 for at in parts if at < token), default=0)
    stop = min((at for at in parts if at >= token), default=len(view.tokens))
    return " ".join(one.text for one in view.tokens[begin:stop])


def clauses_in(view: View) -> list[str]:
    """The words of each joined clause."""
    begins = [0, *(at + 1 for at in _parts(view))]
    return [clause_of(view, at) for at in begins if at < len(view.tokens)]


def is_single(view: View) -> bool:
    """Whether the sentence has one clause, and nothing in it is joined: "taking part is a duty in fact"."""
    finite = sum(token.tag in _FINITE and (token.dep not in ("aux", "auxpass")) for token in view.tokens)
    return finite < 2 and not _JOINTS & set(view.lower)
