"""Whose people somebody is, by what stands beside him: "the Project's director", "Ada Roe, who directs the Port Network"."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.speakers.kinds import is_person_or_body, plain_kind
from pipeline.extractors.speakers.phrases import name_tokens
from pipeline.patterns.names.offices import is_office

_HEADS = frozenset({"direct", "run", "head", "lead", "represent", "chair", "command", "manage"})
_TALKS = frozenset({"call", "meeting", "talk", "conversation", "conference", "interview", "visit", "discussion", "chat", "mail"})


def house_he_heads(view: View, index: int) -> str:
    """The house behind a name: "Ada Roe, who directs the Port Network"; ''."""
    for clause in grammar.kids_with(view, index, {"relcl"}):
        if view.lemmas[clause] in _HEADS and any(view.lower[kid] == "who" for kid in view.children[clause]):
            for kid in grammar.kids_with(
                view, clause, {"dobj"}
            ):  # "the Guard's pier office", not its kitchen, nor a contract with it
                name = grammar.words(view, name_tokens(view, kid))
                bare = not grammar.kids_with(view, kid, {"poss"})
                if is_office(name, by_head=True) or (bare and is_person_or_body(name.split()[-1].lower())):
                    return name
    return ""


def kind_of_holder(view: View, index: int, agencies: tuple[str, ...], known: Iterable[tuple[str, str]]) -> str | None:
    """The kind of the house whose director somebody is ("the Project's director"), said of him or beside his name; '' where
    nothing tells it, None where no house is named. `known`: (name, kind) of those named before."""
    for at in (index, *grammar.kids_with(view, index, {"appos"})):
        for holder in grammar.kids_with(view, at, {"poss"}):
            if view.tokens[holder].pos == "PROPN":
                name = grammar.words(view, name_tokens(view, holder)).removesuffix("'s").removesuffix("’s").strip()
                kinds = (kind for one, kind in known if name.split()[-1] in one.split())
                return plain_kind(name, agencies) or next(kinds, "")
    return None


def spoken_to(view: View, index: int) -> int | None:
    """With whom a note says that somebody talked before its colon, for the pronoun behind it: "call with their counsel: she"."""
    colon = next((at for at in range(index - 1, 0, -1) if view.lower[at] == ":"), 0)
    if colon != index - 1:
        return None
    for talk in (at for at in range(colon) if view.lemmas[at] in _TALKS):
        for link in grammar.kids_with(view, talk, {"prep"}):
            if view.lower[link] in ("with", "from", "w/"):
                return next(iter(grammar.kids_with(view, link, {"pobj"})), None)
    return None
