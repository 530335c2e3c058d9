"""Matches of a proposition's cues in one sentence, each turned the right way, and only the best of those that compete."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extractors.cueing import cues, grammar, matching
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.cueing.sight import Sight
from pipeline.extractors.sides import moods, stance, status
from pipeline.extractors.sides.former import said_then
from pipeline.extractors.sides.stance import Turn
from pipeline.extractors.sides.standing import Standing
from pipeline.extractors.speakers import speaker
from pipeline.extractors.speakers.frames import Frame
from pipeline.records.topic import Proposition

FLIP = {"affirm": "deny", "deny": "affirm"}
DOUBT_REACH = 20  # words; what stands further from "questions whether" has mostly run in from the next sentence
_TELLING = frozenset({"say", "tell", "state", "claim", "promise", "inform", "advise", "assure", "suggest", "represent"})
_NONE = frozenset({"nothing", "nobody", "none", "no"})
_EXCEPTIONS = frozenset({"unless", "except", "barring", "absent"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One match with all that was read off the sentence around it. `frames` are the reports that hold it, innermost first.

    `probability` is what a trained model gives this reading, -1 where there is none; `cue` is '' where only the model found it.
    """

    proposition: Proposition
    stance: str
    base: str
    cue: str
    tokens: tuple[int, ...]
    anchor: int
    turn: Turn
    standing: Standing
    frames: tuple[Frame, ...]
    exception: str = ""
    probability: float = -1.0


def candidates_in(
    sight: Sight, frames: tuple[Frame, ...], propositions: tuple[Proposition, ...], asked: bool = False
) -> tuple[Candidate, ...]:
    """Everything the sentence states on these propositions. `asked` reads a direct question as if it were a statement."""
    found: list[Candidate] = []
    for proposition in propositions:
        if not _required(sight, proposition):
            continue
        mine = []
        for base, patterns in (("affirm", proposition.affirm), ("deny", proposition.deny)):
            for pattern in patterns:
                for match in matching.find(cues.compile_cue(pattern), sight):
                    mine.append((base, pattern, match))
        if mine and not ruled_out(sight, proposition):
            found += _settled(sight, frames, proposition, mine, asked)
    return tuple(found)


def _required(sight: Sight, proposition: Proposition) -> bool:
    return all(matching.find(cues.compile_cue(text), sight) for text in proposition.requires)


def ruled_out(sight: Sight, proposition: Proposition) -> bool:
    """Whether the topic file says (`not_about`) that such a sentence is about something else."""
    return any(matching.find(cues.compile_cue(text), sight) for text in proposition.not_about)


def _settled(
    sight: Sight, frames: tuple[Frame, ...], proposition: Proposition, matches: list[tuple[str, str, matching.Match]], asked: bool
) -> list[Candidate]:
    """The longest match of each clause decides for it; what it decides is final, be it that nothing is stated."""
    kept: list[Candidate] = []
    taken: set[tuple[int, int]] = set()
    used: set[int] = set()
    for base, pattern, match in sorted(matches, key=lambda one: (-len(one[2].tokens), one[2].anchor, one[1])):
        held = speaker.around(frames, match.tokens)
        place = (sight.view.clause[match.anchor], held[0].cue if held else -1)
        if place in taken or used & set(match.tokens):
            continue
        taken.add(place)
        used |= set(match.tokens)
        candidate = _candidate(sight.view, proposition, base, pattern, match, held, asked)
        if candidate is not None:
            kept.append(candidate)
    return sorted(kept, key=lambda one: one.tokens)


def _candidate(
    view: View, proposition: Proposition, base: str, pattern: str, match: matching.Match, held: tuple[Frame, ...], asked: bool
) -> Candidate | None:
    if _borrowed(view, match):
        return None
    stop = held[0].cue if held else -1
    turn = stance.turn_of(view, match.tokens, stop, match.anchor)
    if turn.void or _unsaid(view, match, held) or _told_so(view, match, held):
        return None
    doubted = bool(held) and held[0].mode == "doubt"
    standing = status.standing_of(view, match.tokens, match.anchor, stop, turn.negated, doubted)
    if not standing.status and not (asked and standing.why == "?"):
        return None
    flipped = turn.negated
    for frame in held[:1]:
        if frame.mode in ("deny", "doubt", "rebut"):
            flipped = not flipped
    if held and view.lemmas[grammar.head_of(view, held[0].cue)] == "lead":
        standing = Standing("hedged", view.tokens[held[0].cue].text, "what somebody was led to believe")
    if held and held[0].lemma in ("concern", "fear") and standing.status == "asserted":
        standing = Standing("hedged", view.tokens[held[0].cue].text, "a concern, not a finding")
    if held and held[0].mode == "doubt" and standing.status == "asserted":
        standing = Standing("questioned", view.tokens[held[0].cue].text, "doubted, not denied")
    if held and standing.status == "asserted" and (then := said_then(view, held[0].cue)):
        standing = Standing("former", then, "said at an earlier time")
    where = FLIP[base] if flipped else base
    return Candidate(proposition, where, base, pattern, match.tokens, match.anchor, turn, standing, held, _exception(view, match))


def _unsaid(view: View, match: matching.Match, held: tuple[Frame, ...]) -> bool:
    """What was only asked, never said, only to be said ("please tell them"), or denied to have been said."""
    for order, frame in enumerate(held):
        if frame.mode == "doubt" and min(match.tokens) - frame.cue > DOUBT_REACH:
            return True
        if frame.mode == "ask" or frame.negated or moods.instructs(view, frame.cue) or moods.hushes(view, frame.cue):
            return True
        above = stance.turn_of(view, (frame.cue,), held[order + 1].cue if order + 1 < len(held) else -1)
        if above.void or (above.negated and frame.mode != "rebut"):
            return True
        if order and frame.mode in ("deny", "doubt"):
            return True
    return False


def _told_so(view: View, match: matching.Match, held: tuple[Frame, ...]) -> bool:
    """Whether what is denied is that something was said, where the parse does not show it as a report of its own."""
    if not held or held[0].mode != "deny":
        return False
    return any(view.lemmas[at] in _TELLING for at in range(held[0].cue + 1, min(match.tokens)))


def _borrowed(view: View, match: matching.Match) -> bool:
    """Whether its denying word belongs to what only tells one thing from others: "Crates that hold nothing are kept"."""
    for at in match.tokens:
        home = view.clause[at]
        if (
            view.lower[at] in _NONE
            and view.tokens[home].dep in ("relcl", "acl")
            and not grammar.governs(view, home, match.anchor)
        ):
            return True
    return False


def _exception(view: View, match: matching.Match) -> str:
    home = view.clause[match.anchor]
    after = [at for at in range(match.anchor + 1, len(view.lower)) if view.lower[at] in _EXCEPTIONS]
    return view.lower[after[0]] if after and view.clause[after[0]] in (home, *view.children[home]) else ""
