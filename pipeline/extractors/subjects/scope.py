"""Where a statement holds: the places named in what is said, never those of the one who says it."""

from __future__ import annotations

import re

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View, word_at
from pipeline.extractors.subjects.label_places import label_of
from pipeline.extractors.subjects.place_names import (
    JAILS,
    NOWHERE,
    Known,
    is_name,
    its_jail,
    jail_of,
    known_end,
    of_state,
    part_of_name,
    place_end,
    placed,
    row_shows,
    shown_end,
)

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
        end = place_end(view, at)
        jailed = end == at and not counted and jail_of(view, at, known)
        if end == at and not jailed:
            told = (placed(view, at), of_state(view, at, known), known_end(view, at, known)) if counted else ()
            end = max(told, default=at) if counted else shown_end(view, at, known)
        end += jailed
        if end > at:
            shown = counted and row_shows(view, at, end, known)
            own = at in said and at not in speakers
            inside = ((shown or own) and view.clause[at] in homes) or (jailed and own and not found)
            name = " ".join(view.tokens[i].text for i in range(at, end)).removesuffix("'s").strip(" .,")
            name = re.sub(r"\s*[’']s$", "", name).removeprefix("the ").removeprefix("The ")
            if name in known.counties and word_at(view, end) in JAILS and view.tokens[end].text.islower():
                name = f"{name} County"  # whose the jail is
            if counted and before and at > max(near):
                break
            before = before or (inside and at < min(near))
            if not inside and counted and not found and at <= 1 and view.lower[0] == "in":
                inside = at in said  # "In Marlow County it is another story: 46 percent ..."
            if (
                inside
                and is_name(name)
                and name not in found
                and (not part_of_name(view, at, end) or (counted and its_jail(view, end)))
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
