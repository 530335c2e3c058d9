"""The place of a sentence that names none and tells of "the sheriff" or "his jail": whose these are was said just before."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.subjects.scope import Known, names_in

REACH = 3  # sentences back, of the same paragraph, in which the place may stand
BEFORE = "told before"  # feature of the reason that names the place told of just before
NOTE = "the place told of just before, whose sheriff, jail or board is meant"
# Of one place each. A State, a department or an office may be anybody's.
_BODIES = frozenset({
    "sheriff", "undersheriff", "jail", "county", "board", "police", "chief", "city", "town", "council", "jailer", "captain",
    "lieutenant", "sergeant", "mayor", "patrol", "warden", "administrator", "commissioner",
})  # fmt: skip
_OWNERS = frozenset({"his", "her", "its", "their"})
_PAST = frozenset({"VBD", "VBN"})


def told_in(before: Iterable[View], known: Known) -> str:
    """The one place that the nearest of these sentences names which names any; '' where it names several or none does."""
    for view in before:
        if names := names_in(view, known):
            return names[0] if len(names) == 1 else ""
    return ""


def is_meant(view: View, said: frozenset[int], near: tuple[int, ...]) -> bool:
    """Whether what is said is told of one body of the place: "the jail has kept nine men", "his deputies were not asked".

    "The jail may refuse" may be said of every jail.
    """
    homes = {view.clause[at] for at in near}
    happened = any(view.tokens[home].tag in _PAST and not _ruled(view, home) for home in homes)
    for at in said:
        if view.clause[at] not in homes or view.lemmas[at] not in _BODIES or view.tokens[at].tag == "NNS":
            continue
        kids = {view.lower[kid] for kid in view.children[at]}
        if kids & _OWNERS or (happened and "the" in kids):
            return True
    return False


def _ruled(view: View, verb: int) -> bool:
    """Whether the verb tells what may, must or would be, or stands under what is supposed."""
    kids = [view.tokens[kid] for kid in view.children[verb]]
    supposed = any(kid.dep == "mark" and kid.text.lower() in ("if", "when", "where", "unless") for kid in kids)
    return supposed or any(kid.tag == "MD" for kid in kids) or view.tokens[grammar.head_of(view, verb)].tag == "MD"
