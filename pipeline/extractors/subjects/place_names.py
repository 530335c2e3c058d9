"""Where the name of a place begins and ends: by the tagger, the words that place it, and what the paper shows to be places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View, word_at
from pipeline.patterns.days.dates import normal_date
from pipeline.patterns.names.roles import STATES

_WHOLE = frozenset({
    "u.s.", "us", "usa", "america", "united states", "the united states", "the u.s.", "u.s", "states", "nation", "mexico",
    "washington", "d.c.",
})  # fmt: skip
_NO_PLACE_WORDS = frozenset({
    "spring", "summer", "fall", "winter", "autumn", "congress", "court", "english", "spanish", "i", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "appendix", "attachment", "exhibit", "section", "part",
    "phase", "level", "fiscal", "headquarters", "step", "table", "figure", "chapter", "christmas", "state", "county",
    "city", "north", "south", "east", "west", "may", "march",
})  # fmt: skip
_NO_PLACES = frozenset({"ORG", "LAW", "EVENT", "WORK_OF_ART", "PRODUCT", "TIME", "NORP"})
_INTO = frozenset({"in", "from", "across", "throughout", "within"})
_SAYING = frozenset({"figure", "number", "datum", "count", "statistic", "report", "letter", "list"})
_PARTS = frozenset({"counties", "jails", "sheriffs", "parishes", "towns", "cities", "jurisdictions", "localities"})
_FIRST_HALVES = frozenset(
    {"new", "north", "south", "east", "west", "port", "fort", "st.", "saint", "san", "santa", "lake", "mount"}
)
JAILS = frozenset({"jail", "jails", "detention", "prison", "lockup", "correctional"})
_PLACE_WORDS = ("County", "Counties", "City", "Parish", "State", "Town", "Borough")
_PLACING = frozenset({"in", "at", "of", "from", "for", "across", "around", "near", "about", "through", "throughout", "within"})
_CODE = re.compile(r"[A-Z]{1,2}-?\d+")  # "L1" is no place


@dataclass(frozen=True, slots=True)
class Known:
    """Names that a paper uses as those of places: `named` anywhere ("Dale County"), `rows` the labels of its tables' rows.

    `states`: those of which it says that they have counties ("twelve Marrow counties") or are States; `counties`: those that it
    shows to be counties, in its words or by the head of a table's labels. `labels`: those that may head what is told of a place.
    """

    named: frozenset[str] = frozenset()
    rows: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    counties: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()


NOWHERE = Known()


def is_name(name: str) -> bool:
    """Whether these words, which stand where a place may, are a name: no whole country, jail, season or code ("L1")."""
    return bool(name) and name.lower() not in _WHOLE | JAILS | _NO_PLACE_WORDS and not _CODE.fullmatch(name)


def names_in(view: View, known: Known) -> dict[str, int]:
    """The counties, cities and States that a sentence names, and where each begins; of "Dale County, Marrow" the county alone."""
    found: dict[str, int] = {}
    at, behind = 0, -1
    while at < len(view.tokens):
        end = max(place_end(view, at), shown_end(view, at, known))
        name = " ".join(view.tokens[i].text for i in range(at, end)).removeprefix("the ").removesuffix("'s").strip(" .,")
        if is_name(name):
            inside = behind >= 0 and at == behind + 1 and view.lower[behind] == ","
            if not inside:
                found.setdefault(name, at)
            behind = end
        at = max(end, at + 1)
    return found


def place_end(view: View, at: int) -> int:
    """End of the place name that starts here; `at` where none does."""
    token = view.tokens[at]
    if token.text in ("County", "City", "State", "Town") and view.lower[at + 1 : at + 2] == ("of",) and at + 2 < len(view.tokens):
        end = at + 2
        while end < len(view.tokens) and view.tokens[end].text[:1].isupper() and view.tokens[end].text not in _PLACE_WORDS:
            end += 1
        return end if end > at + 2 else at
    end = at
    while end < len(view.tokens) and view.tokens[end].pos == "PROPN" and view.tokens[end].text[:1].isupper() and end - at < 4:
        end += 1
        if view.tokens[end - 1].text in _PLACE_WORDS and end - at > 1:
            return end
    if token.pos != "PROPN" and at != 1:
        return at
    if token.ent != "GPE":
        return _opening_place(view, at)
    end = at
    while (
        end < len(view.tokens)
        and view.tokens[end].ent == "GPE"
        and view.tokens[end].pos in ("PROPN", "PART", "DET", "ADP", "NOUN")
    ):
        end += 1
    return max(end, at + 1) if token.pos == "PROPN" else at


def known_end(view: View, at: int, known: Known) -> int:
    """End of a bare name that the paper shows to be a place's; `at` where none starts here.

    It stands behind a word that places it or before a jail. The subject ("Dale shows 96") is one only where a row is called so.
    """
    if view.tokens[at].ent == "PERSON" and word_at(view, at - 1) not in _PLACING:
        return at
    for end in (at + 3, at + 2, at + 1):
        name = " ".join(token.text for token in view.tokens[at:end])
        goes_on = end < len(view.tokens) and view.tokens[end].text[:1].isupper() and view.lower[end] not in JAILS
        if goes_on or name not in known.named | known.rows:
            continue
        if row_shows(view, at, end, known) or word_at(view, at - 1) in _PLACING or word_at(view, end) in JAILS:
            return end
    return at


def shown_end(view: View, at: int, known: Known) -> int:
    """End of a name known to be a county's or a State's, behind a word that places it ("held in Dale"); else `at`."""
    if word_at(view, at - 1) not in _INTO:
        return at
    for end in (at + 3, at + 2, at + 1):
        name = " ".join(token.text for token in view.tokens[at:end])
        goes_on = end < len(view.tokens) and view.tokens[end].text[:1].isupper()
        if name in known.counties | known.states and not goes_on:
            return end
    return at


def jail_of(view: View, at: int, known: Known) -> bool:
    """Whether a name the paper shows to be a county's stands before its jail ("by way of the Dale jail"): where it is so."""
    behind = word_at(view, at + 1)
    placed = view.tokens[at].text in known.counties and behind in JAILS and view.tokens[at + 1].text.islower()
    return placed and word_at(view, at - 1) in ("the", "at", "into")


def row_shows(view: View, at: int, end: int, known: Known) -> bool:
    """Whether a row of the paper's tables is the subject: "Dale shows 96" is of Dale, and nobody's word."""
    name = " ".join(token.text for token in view.tokens[at:end])
    return name in known.rows and view.tokens[end - 1].dep in grammar.SUBJECTS


def _opening_place(view: View, at: int) -> int:
    """End of the place in "In Franklin, ..." where the tagger does not know it; `at` where it is none."""
    if at != 1 or view.lower[0] not in ("in", "across", "throughout", "within") or view.lower[at] in _NO_PLACE_WORDS:
        return at
    end = at
    while end < len(view.tokens) and view.tokens[end].text[:1].isupper() and end - at < 3:
        end += 1
    # "In Franklin 41 percent of them": the tagger takes name and number for one thing; "In Phase 2" is one.
    counted = end < len(view.tokens) and view.tokens[end].pos == "NUM" and grammar.head_of(view, end) > end
    if view.tokens[at].ent in _NO_PLACES and not counted:
        return at
    plain = all(view.tokens[i].text.isalpha() and not view.tokens[i].text.isupper() for i in range(at, end))
    dated = any(normal_date(f"{view.tokens[i].text} 1, 2000")[0] for i in range(at, end))
    follows = end < len(view.tokens) and (view.lower[end] == "," or view.tokens[end].pos == "NUM")
    return end if at < end and follows and plain and not dated else at


def placed(view: View, at: int) -> int:
    """End of a place that the tagger does not know, told by where it stands: "removed from Franklin", "in Franklin and Marlow",
    "Franklin's 23 counties"; `at` where it is none. For numbers alone: one place's number taken for all does more harm than a
    place too many.
    """
    token = view.tokens[at]
    end = at + 1
    if view.lower[at] in _FIRST_HALVES and end < len(view.tokens) and view.tokens[end].tag == "NNP":
        end += 1
    name = view.tokens[end - 1]
    alone = end == len(view.tokens) or view.tokens[end].pos not in ("PROPN", "NUM", "NOUN")
    if name.tag != "NNP" or not name.text.istitle() or not alone or (at and view.tokens[at - 1].tag == "NNP"):
        return at
    if not {view.lower[at], view.lower[end - 1]}.isdisjoint(_NO_PLACE_WORDS) or normal_date(f"{token.text} 1, 2000")[0]:
        return at
    first = end - 1
    while view.tokens[first].dep == "conj" and view.tokens[first].tag == "NNP" and grammar.head_of(view, first) != first:
        first = grammar.head_of(view, first)
    above = grammar.head_of(view, first)
    inside = view.tokens[first].dep == "pobj" and view.lower[above] in _INTO and not _told_by(view, first, above)
    owned = view.tokens[first].dep == "poss" and view.lower[above] in _PARTS and " ".join(view.lower[at:end]) in STATES
    return end if inside or owned else at


def of_state(view: View, at: int, known: Known) -> int:
    """End of the State in "Marrow's sixty counties", "all but six of the sixty Marrow counties"; `at` where it is none."""
    for end in (at + 2, at + 1):
        if " ".join(token.text for token in view.tokens[at:end]) in known.states:
            above = grammar.head_of(view, end - 1)
            numbered = any(view.tokens[kid].pos == "NUM" for kid in view.children[above])
            owned = view.tokens[end - 1].dep == "poss"  # an officer has counties too, and nobody says how many
            return end if end <= above and view.lower[above] in _PARTS and (numbered or not owned) else at
    return at


def _told_by(view: View, name: int, preposition: int) -> bool:
    """Whether a name behind "from" or "in" tells whence a figure is: a person's, or in an apposition ("a figure from Kessel")."""
    noun = grammar.head_of(view, preposition)
    person = view.lower[preposition] == "from" and view.tokens[name].ent == "PERSON"
    return person or view.tokens[noun].dep == "appos" or view.lemmas[noun] in _SAYING


def its_jail(view: View, end: int) -> bool:
    """ "Booked into the Dale County Jail": where those are counted who came through it."""
    jail = next((at for at in range(end, min(end + 3, len(view.tokens))) if view.lower[at] in JAILS), -1)
    return jail >= 0 and view.tokens[jail].dep == "pobj"


def part_of_name(view: View, at: int, end: int) -> bool:
    """Whether the place only belongs to an office or a person: "Marlow County Jail", "Sheriff Dole of Marlow County"."""
    last = view.tokens[end - 1]
    head = grammar.head_of(view, end - 1)
    if last.dep == "compound" and view.tokens[head].pos == "PROPN" and head >= end:
        return True
    if last.dep == "pobj":
        above = grammar.head_of(view, head)
        return head < at and view.lower[head] == "of" and view.tokens[above].pos == "PROPN"
    return last.dep == "appos" and view.tokens[head].pos == "PROPN" and view.tokens[head].ent == "PERSON"
