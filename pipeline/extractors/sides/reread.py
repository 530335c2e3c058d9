"""Parts of a sentence put to the model again: whether a reading of the whole rests on words that take it back.

A model reads a sentence as one; what it says is to be believed of the clause that says it, and not where it comes from words
that somebody only asked, that another told, or that a restriction leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.candidates import FLIP, Candidate
from pipeline.extractors.cueing.clauses import clause_of, clauses_in, is_single
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.sides import questions, unsaid
from pipeline.extractors.sides.standing import Standing
from pipeline.extractors.weighing import CERTAIN, LIKELY, SURE_OF_BOTH, founded, opposed, probability, says
from pipeline.records.judgement import Judgement

Reader = Callable[[str], Judgement]  # what the model says of some words

_ONLY_WHERE = re.compile(
    r",?\s*\b(?:only|solely|just)\s+(?:after|if|when|once|upon|where|following|in\s+case|on)\b[^,.;]*", re.IGNORECASE
)
# "Whatever the leaflet may call it, ...", ", however the office puts it": the name that somebody else has for the thing.
_CONCEDED = re.compile(
    r"(?:,\s*)?\b(?:whatever|however|no matter (?:what|how)|regardless of (?:what|how))\b[^,.;]*?"
    r"\b(?:call|say|claim|term|put|describe|style|label|name|tell|suggest)s?\b[^,.;]*(?:,\s*)?",
    re.IGNORECASE,
)
_ALONE = frozenset({"only", "solely", "exclusively"})
LEANS_PLAINLY = 0.3  # what a part that is no sentence must give by itself


def unconceded(text: str) -> str:
    """A sentence without what it concedes that others call the thing; all of it where nothing else is left."""
    return _CONCEDED.sub("", text).strip() or text


def restricted(read: Reader, one: Candidate, view: View) -> bool:
    """Whether an unsure reading is what the sentence says without the words that restrict it: "held only after a verdict"."""
    text = view.sentence.text
    if not 0 <= one.probability < SURE_OF_BOTH or not (only := _ONLY_WHERE.search(text)):
        return False
    return says(read(f"{text[: only.start()]}{text[only.end() :]}"), one)


def widened(read: Reader, one: Candidate, view: View) -> float:
    """What the model gives a rule's reading where "only" holds for a wider kind too; 0 elsewhere.

    "Only men convicted of grave crimes are sent off": then only convicted ones are, which the sentence says as well.
    """
    only = next((at for at, word in enumerate(view.lower) if word in _ALONE), len(view.lower))
    behind = [kid for at in one.tokens if at > only for kid in view.children[at] if kid > at and kid not in one.tokens]
    narrowing = {low for kid in behind if view.tokens[kid].dep == "prep" for low in grammar.subtree(view, kid)}
    if not narrowing or narrowing & set(one.tokens):
        return 0.0
    words = " ".join(token.text for at, token in enumerate(view.tokens) if at not in narrowing)
    return probability(read(words), one.proposition.id, one.stance)


def only_put(read: Reader, one: Candidate, view: View) -> bool:
    """Whether only what somebody asks, or does not know, or likens a thing to says this: "asked to go", "reads like one"."""
    put = questions.put_aside(view) | unsaid.likened(view)
    if not put:
        return False
    return not says(read(" ".join(token.text for at, token in enumerate(view.tokens) if at not in put)), one)


def beside_what_is_told(read: Reader, one: Candidate, view: View) -> bool:
    """Whether a clause beside that of the telling says it: "we told no jail that it must, and one that lets go is free"."""
    cues = {frame.cue for frame in one.frames} | {one.anchor}
    clauses = {clause_of(view, at) for at in range(len(view.tokens))} - {clause_of(view, at) for at in cues}
    return one.probability >= CERTAIN and any(says(read(clause), one) for clause in sorted(clauses))


def contradicted(read: Reader, one: Candidate, made: tuple[Candidate, ...], view: View) -> bool:
    """Whether one voice says the contrary in the same sentence with better reason: in its one clause, or where a clause by
    itself says that and none says this."""
    better = [other for other in made if opposed(one, other) and founded(other) > founded(one)]
    if not better or is_single(view):
        return bool(better)
    clauses = [read(part) for part in clauses_in(view)]
    return any(_held(clauses, other) for other in better) and not _held(clauses, one)


def gives(read: Reader, view: View, part: range, one: Candidate) -> bool:
    """Whether these words of the sentence say it by themselves."""
    return says(read(" ".join(view.tokens[at].text for at in part)), one)


def leans_to(read: Reader, words: str, one: Candidate) -> bool:
    """Whether these words, a part of a sentence, lean to what a candidate says and not to its contrary."""
    judgement = read(words)
    given, contrary = (probability(judgement, one.proposition.id, way) for way in (one.stance, FLIP[one.stance]))
    return given >= LEANS_PLAINLY and contrary * 2 < given


def _held(clauses: list[Judgement], one: Candidate) -> bool:
    """Whether one of these clauses says it by itself."""
    return any(says(clause, one) for clause in clauses)


def since_the_change(read: Reader, one: Candidate, view: View) -> Candidate:
    """The candidate, turned where it says what holds since: "was needed till today and is no more", read as not asked for.

    Till then the contrary held, as the words before "until now" say by themselves.
    """
    then = next((at for at, word in enumerate(view.lower) if word in ("until", "till")), -1)
    if one.standing.status != "former" or then < 0:
        return one
    clause = clause_of(view, then)
    told = read(f"{clause[: clause.casefold().find(f' {view.lower[then]} ')]}.")
    old, new = (probability(told, one.proposition.id, stance) for stance in (FLIP[one.stance], one.stance))
    if not old >= LIKELY > new:
        return one
    standing = Standing("asserted", one.standing.why, "holds since the change")
    return replace(one, standing=standing, turn=replace(one.turn, longer=True))
