"""The place of a sentence that names none and tells of "the sheriff" or "his jail": whose these are was said just before."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.subjects.place_names import Known, names_in

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


# A place behind one of these is set against what is told, or only passed: "unlike Dale County", "we drove through Dale".
_PASSING = frozenset(
    {"unlike", "like", "than", "through", "past", "outside", "beyond", "near", "except", "besides", "without", "via"}
)
_ANOTHERS = frozenset(
    {"here", "next", "other", "another", "neighboring", "neighbouring", "nearby", "adjoining", "state", "federal"}
)


def told_in(before: Iterable[View], known: Known) -> str:
    """The one place that the nearest of these sentences names which names any, and tells of; '' where it names several."""
    for view in before:
        if names := names_in(view, known):
            name, start = next(iter(names.items()))
            return name if len(names) == 1 and not _passed(view, start, start + len(name.split())) else ""
    return ""


def _passed(view: View, start: int, end: int) -> bool:
    """Whether nothing is told of the place that stands here: it is another's, or where somebody is from."""
    top = next((at for at in range(start, min(end, len(view.tokens))) if not start <= grammar.head_of(view, at) < end), start)
    if view.tokens[top].dep == "compound":
        top = grammar.head_of(view, top)
    above = grammar.head_of(view, top)
    if view.tokens[top].dep != "pobj":
        return False
    of_somebody = view.lower[above] == "from" and view.tokens[grammar.head_of(view, above)].pos in ("NOUN", "PROPN")
    return view.lower[above] in _PASSING or of_somebody


def is_meant(view: View, said: frozenset[int], near: tuple[int, ...]) -> bool:
    """Whether what is said is told of one body of the place: "the jail has kept nine men", "his deputies were not asked".

    "The jail may refuse" may be said of every jail, and "the jail at Fort Dorn", "the jail here" are told of another place.
    """
    homes = {view.clause[at] for at in near}
    happened = any(view.tokens[home].tag in _PAST and not _ruled(view, home) for home in homes)
    for at in said:
        if view.clause[at] not in homes or view.lemmas[at] not in _BODIES or view.tokens[at].tag == "NNS":
            continue
        kids = {view.lower[kid] for kid in view.children[at]}
        if (kids & _OWNERS or (happened and "the" in kids)) and not _elsewhere(view, at):
            return True
    return False


def _elsewhere(view: View, body: int) -> bool:
    """Whether words of its own say where a body is: "the jail at Fort Dorn", "the jail in the next county"."""
    behind = [kid for kid in view.children[body] if kid > body and view.tokens[kid].dep == "prep"]
    words = {low for kid in behind for low in grammar.subtree(view, kid)}
    beside = (
        {view.lower[kid] for kid in view.children[body]}
        | {view.lower[low] for low in words}
        | set(view.lower[body + 1 : body + 2])
    )
    return not _ANOTHERS.isdisjoint(beside) or any(view.tokens[low].pos == "PROPN" for low in words)


def _ruled(view: View, verb: int) -> bool:
    """Whether the verb tells what may, must or would be, or stands under what is supposed."""
    kids = [view.tokens[kid] for kid in view.children[verb]]
    supposed = any(kid.dep == "mark" and kid.text.lower() in ("if", "when", "where", "unless") for kid in kids)
    return supposed or any(kid.tag == "MD" for kid in kids) or view.tokens[grammar.head_of(view, verb)].tag == "MD"
