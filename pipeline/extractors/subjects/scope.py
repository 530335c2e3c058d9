"""Where a statement holds: the places named in what is said, never those of the one who says it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View, word_at
from pipeline.extractors.subjects.label_places import label_of
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
_JAILS = frozenset({"jail", "jails", "detention", "prison", "lockup", "correctional"})
_PLACE_WORDS = ("County", "Counties", "City", "Parish", "State", "Town", "Borough")
# A place named by who speaks: the same words in another paper mean another place.
_POINTED = re.compile(
    r"\b(?:this|our|my|that) (?:own )?(?:state|county|city|town|valley|district|parish|region|metro area|jurisdiction|community"
    r"|village|borough|commonwealth)\b(?! (?:attorney|sheriff|police|department|council|board|government|agenc|law|bureau|jail))"
    r"|(?<=from )here\b|(?<=s )here(?=[.,;:)]|$)",
    re.I,
)
# "Dale County or another county", "Dale or anywhere else": said of every place.
_AND_ELSEWHERE = re.compile(
    r"[\s,]*(?:n?or|and|as\s+well\s+as|like)\s+(?:(?:to|in|for|at|of|from|by|with)\s+)?"
    r"(?:(?:any|every|each|all)\s+(?:of\s+the\s+|the\s+)?others?\b|(?:any|every)where\b|elsewhere\b)",
    re.I,
)
_CODE = re.compile(r"[A-Z]{1,2}-?\d+")  # "L1" is no place
_PLACING = frozenset({"in", "at", "of", "from", "for", "across", "around", "near", "about", "through", "throughout", "within"})


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


def jurisdiction(
    view: View,
    said: frozenset[int],
    speakers: frozenset[int],
    near: tuple[int, ...],
    counted: bool = False,
    known: Known = NOWHERE,
) -> str:
    """The state, county or city that what is said is limited to; several joined by "; "; '' for everywhere.

    `said` are the tokens of the statement, `speakers` those of its sources, `near` the matched ones. A number (`counted`)
    belongs to the place before it, where one stands before and another after it: "in Franklin 4 percent, in Marlow 6". Its
    place may be a bare name that the paper shows to be one (`known`): "booked at Dale", "Dale shows 96" of a row so called.
    """
    homes = {view.clause[at] for at in near}
    if counted:  # "412 persons who were identified in Dale"
        nouns = {*near, *(grammar.head_of(view, at) for at in near)}
        homes |= {
            view.clause[at] for at, token in enumerate(view.tokens) if token.dep in ("relcl", "acl") and token.head in nouns
        }
    else:
        homes |= _of_subjects(view, homes)
    found: list[str] = []
    before = False
    at = 0
    while at < len(view.tokens):
        end = _place_end(view, at)
        jailed = end == at and not counted and _jail_of(view, at, known)
        if end == at and not jailed:
            end = max(_placed(view, at), _known_end(view, at, known)) if counted else _shown_end(view, at, known)
        end += jailed
        if end > at:
            shown = counted and _row_shows(view, at, end, known)
            own = at in said and at not in speakers
            inside = ((shown or own) and view.clause[at] in homes) or (jailed and own and not found)
            name = " ".join(view.tokens[i].text for i in range(at, end)).removesuffix("'s").strip(" .,")
            name = re.sub(r"\s*[’']s$", "", name).removeprefix("the ").removeprefix("The ")
            if name in known.counties and word_at(view, end) in _JAILS and view.tokens[end].text.islower():
                name = f"{name} County"  # whose the jail is
            if counted and before and at > max(near):
                break
            before = before or (inside and at < min(near))
            if not inside and counted and not found and at <= 1 and view.lower[0] == "in":
                inside = at in said  # "In Marlow County it is another story: 46 percent ..."
            if (
                inside
                and name.lower() not in _WHOLE | _JAILS | _NO_PLACE_WORDS
                and not _CODE.fullmatch(name)
                and name
                and name not in found
                and (not _part_of_name(view, at, end) or (counted and _its_jail(view, end)))
            ):
                if not counted and _AND_ELSEWHERE.match(
                    view.sentence.text, offsets(view)[end - 1] + len(view.tokens[end - 1].text)
                ):
                    return ""
                found.append(name)
            at = end
        else:
            at += 1
    label = label_of(view.sentence.text) if not found else ""
    if label and (counted or label in known.counties) and label in known.labels:
        return label
    return "; ".join(found) or _pointed(view, said, homes, counted)


def names_in(view: View, known: Known) -> dict[str, int]:
    """The counties, cities and States that a sentence names, and where each begins; of "Dale County, Marrow" the county alone."""
    found: dict[str, int] = {}
    at, behind = 0, -1
    while at < len(view.tokens):
        end = max(_place_end(view, at), _shown_end(view, at, known))
        name = " ".join(view.tokens[i].text for i in range(at, end)).removeprefix("the ").removesuffix("'s").strip(" .,")
        if name and name.lower() not in _WHOLE | _JAILS | _NO_PLACE_WORDS and not _CODE.fullmatch(name):
            inside = behind >= 0 and at == behind + 1 and view.lower[behind] == ","
            if not inside:
                found.setdefault(name, at)
            behind = end
        at = max(end, at + 1)
    return found


def _of_subjects(view: View, homes: set[int]) -> set[int]:
    """Clauses that say which of them is meant: "detainers lodged in Dale were ...", "Of the 212 lodged in Dale, 131 were ..."."""
    tops = {kid for home in homes for kid in grammar.kids_with(view, home, grammar.SUBJECTS)}
    tops |= {kid for at in range(min(1, len(view.tokens))) if view.lower[at] == "of" for kid in view.children[at]}
    return {kid for top in tops for kid in grammar.kids_with(view, top, {"acl"})}


def _pointed(view: View, said: frozenset[int], homes: set[int], counted: bool) -> str:
    """A place that is only pointed at ("our county", "here"), in the words of the one who speaks; or ''."""
    starts = offsets(view)
    for match in _POINTED.finditer(view.sentence.text):
        at = max((i for i, offset in enumerate(starts) if offset <= match.start()), default=-1)
        if at in said and (counted or view.clause[at] in homes) and view.tokens[at].dep not in grammar.SUBJECTS:
            return match.group()
    return ""


def offsets(view: View) -> list[int]:
    """Where each token starts in the sentence's clean text; found by walking, as line breaks may have been undone."""
    found, at = [], 0
    for token in view.tokens:
        place = view.sentence.text.find(token.text, at)
        at = place if place >= 0 else at
        found.append(at)
        at += len(token.text) if place >= 0 else 0
    return found


def _place_end(view: View, at: int) -> int:
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


def _known_end(view: View, at: int, known: Known) -> int:
    """End of a bare name that the paper shows to be a place's; `at` where none starts here.

    It stands behind a word that places it or before a jail. The subject ("Dale shows 96") is one only where a row is called so.
    """
    if view.tokens[at].ent == "PERSON" and word_at(view, at - 1) not in _PLACING:
        return at
    for end in (at + 3, at + 2, at + 1):
        name = " ".join(token.text for token in view.tokens[at:end])
        goes_on = end < len(view.tokens) and view.tokens[end].text[:1].isupper() and view.lower[end] not in _JAILS
        if goes_on or name not in known.named | known.rows:
            continue
        if _row_shows(view, at, end, known) or word_at(view, at - 1) in _PLACING or word_at(view, end) in _JAILS:
            return end
    return at


def _shown_end(view: View, at: int, known: Known) -> int:
    """End of a name known to be a county's or a State's, behind a word that places it ("held in Dale"); else `at`."""
    if word_at(view, at - 1) not in _INTO:
        return at
    for end in (at + 3, at + 2, at + 1):
        name = " ".join(token.text for token in view.tokens[at:end])
        goes_on = end < len(view.tokens) and view.tokens[end].text[:1].isupper()
        if name in known.counties | known.states and not goes_on:
            return end
    return at


def _jail_of(view: View, at: int, known: Known) -> bool:
    """Whether a name the paper shows to be a county's stands before its jail ("by way of the Dale jail"): where it is so."""
    behind = word_at(view, at + 1)
    placed = view.tokens[at].text in known.counties and behind in _JAILS and view.tokens[at + 1].text.islower()
    return placed and word_at(view, at - 1) in ("the", "at", "into")


def _row_shows(view: View, at: int, end: int, known: Known) -> bool:
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


def _placed(view: View, at: int) -> int:
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


def _told_by(view: View, name: int, preposition: int) -> bool:
    """Whether a name behind "from" or "in" tells whence a figure is: a person's, or in an apposition ("a figure from Kessel")."""
    noun = grammar.head_of(view, preposition)
    person = view.lower[preposition] == "from" and view.tokens[name].ent == "PERSON"
    return person or view.tokens[noun].dep == "appos" or view.lemmas[noun] in _SAYING


def _its_jail(view: View, end: int) -> bool:
    """ "Booked into the Dale County Jail": where those are counted who came through it."""
    jail = next((at for at in range(end, min(end + 3, len(view.tokens))) if view.lower[at] in _JAILS), -1)
    return jail >= 0 and view.tokens[jail].dep == "pobj"


def _part_of_name(view: View, at: int, end: int) -> bool:
    """Whether the place only belongs to an office or a person: "Marlow County Jail", "Sheriff Dole of Marlow County"."""
    last = view.tokens[end - 1]
    head = grammar.head_of(view, end - 1)
    if last.dep == "compound" and view.tokens[head].pos == "PROPN" and head >= end:
        return True
    if last.dep == "pobj":
        above = grammar.head_of(view, head)
        return head < at and view.lower[head] == "of" and view.tokens[above].pos == "PROPN"
    return last.dep == "appos" and view.tokens[head].pos == "PROPN" and view.tokens[head].ent == "PERSON"
