"""Where a pattern of the cue language holds in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extractors.cueing.cues import NARROW, Atom, Cue, Group, Part, Run, compile_cue
from pipeline.extractors.cueing.sight import Sight

_PASSED = frozenset({"DET", "ADV"})
_LIGHT = frozenset("\" ' “ ” ‘ ’ `` '' - – ‑ * not be no longer do all both".split())  # noqa: SIM905
_STOPS = frozenset({";", ":", "•", "?"})


@dataclass(frozen=True, slots=True)
class Match:
    """Where a cue was found: the indices of the tokens matched, the last of its words, and the number's index or -1."""

    tokens: tuple[int, ...]
    anchor: int
    number: int = -1


def may_hold(cue: Cue, sight: Sight) -> bool:
    """False where the sentence lacks words without which the pattern cannot hold."""
    return not any(map(sight.present.isdisjoint, cue.needs))  # asked of every cue in every sentence: a generator is slow


def find(cue: Cue, sight: Sight) -> tuple[Match, ...]:
    """Every place where the pattern holds, left to right; a sentence that holds a forbidden part gives none."""
    if not may_hold(cue, sight):
        return ()
    if any(part.absent and _found(part, sight) for part in cue.parts):
        return ()
    wanted = [part for part in cue.parts if not part.absent]
    first = _found(wanted[0], sight)
    extra: set[int] = set()
    for part in wanted[1:]:
        others = _found(part, sight)
        if not others:
            return ()
        extra.update(others[0].tokens)
        if others[0].number >= 0:
            first = tuple(Match(m.tokens, m.anchor, others[0].number if m.number < 0 else m.number) for m in first)
    return tuple(Match(tuple(sorted({*match.tokens, *extra})), match.anchor, match.number) for match in first)


def found(patterns: tuple[str, ...], sight: Sight) -> list[Match]:
    """Every place where one of these patterns holds."""
    return [match for text in patterns for match in find(compile_cue(text), sight)]


def _found(part: Part, sight: Sight) -> tuple[Match, ...]:
    left = _runs(part.runs[0], sight)
    if not part.joint or not left:
        return left
    found = []
    for one in left:
        for other in _runs(part.runs[1], sight):
            if set(one.tokens) & set(other.tokens) or not _joined(part.joint, one, other, sight):
                continue
            number = one.number if one.number >= 0 else other.number
            found.append(Match(tuple(sorted({*one.tokens, *other.tokens})), other.anchor, number))
    return tuple(found)


def _joined(joint: str, one: Match, other: Match, sight: Sight) -> bool:
    if joint == ">":
        return any(sight.below(top, other.anchor) for top in one.tokens)
    return sight.same_clause(one.anchor, other.anchor)


def _starts(item: Group | Atom | int, sight: Sight) -> frozenset[int]:
    """Where this item may begin: a cheap look that spares most sentences the full one."""
    if isinstance(item, int):
        return frozenset()
    if isinstance(item, Atom):
        return sight.starts_of(item.kind, item.word, item.pos)
    if id(item) not in sight.starts:
        sight.starts[id(item)] = frozenset().union(*(_beginnings(phrase, sight) for phrase in item.phrases))
    return sight.starts[id(item)]


def _beginnings(run: Run, sight: Sight) -> frozenset[int]:
    found: frozenset[int] = frozenset()
    for item in run:
        found |= _starts(item, sight)
        if not (isinstance(item, int) or (isinstance(item, Group) and item.optional)):
            break
    return found


def _runs(run: Run, sight: Sight) -> tuple[Match, ...]:
    found: list[Match] = []
    needed = [item for item in run if isinstance(item, Atom) or (isinstance(item, Group) and not item.optional)]
    if any(not _starts(item, sight) for item in needed):
        return ()
    for start in sorted(_beginnings(run, sight)):
        for tokens, number in _walk(run, start, sight, 0):
            if tokens and not any(match.tokens == tokens for match in found):
                found.append(Match(tokens, tokens[-1], number))
                break
    return tuple(found)


def _walk(run: Run, at: int, sight: Sight, slack: int) -> list[tuple[tuple[int, ...], int]]:
    """Ways in which the run matches from `at`: (tokens, number). `slack` words may be passed over before its first item."""
    if not run:
        return [((), -1)]
    item, rest = run[0], run[1:]
    if isinstance(item, int):
        return _walk(rest, at, sight, item)
    ways: list[tuple[tuple[int, ...], int]] = []
    possible = _starts(item, sight)
    for place in _places(at, sight, slack):
        if place not in possible:
            continue
        for phrase in item.phrases if isinstance(item, Group) else ((item,),):
            for end, tokens, number in _phrase(phrase, place, sight):
                for more, later in _walk(rest, end, sight, -1):
                    ways.append((tokens + more, number if number >= 0 else later))
        if ways:
            return ways
    if isinstance(item, Group) and item.optional:
        return _walk(rest, at, sight, slack)
    return ways


def _places(at: int, sight: Sight, slack: int) -> list[int]:
    """Where the next item may stand. Slack 0 is the start of a run, -1 a neighbour: light words do not count."""
    if slack == 0:
        return [at]
    places, passed = [], 0
    while at < len(sight.forms):
        places.append(at)
        if sight.stops(at, _STOPS | ({","} if slack <= NARROW and slack > 0 else set())):
            break
        if not sight.light(at, _LIGHT, _PASSED):
            passed += 1
            if passed > max(slack, 0):
                break
        at += 1
    return places


def _phrase(phrase: Run, at: int, sight: Sight) -> list[tuple[int, tuple[int, ...], int]]:
    """(end, tokens, number) for each way this phrase of a group, or this single atom, matches from exactly `at`."""
    if len(phrase) == 1 and isinstance(phrase[0], Atom):
        end = sight.end_of(phrase[0].kind, phrase[0].word, phrase[0].pos, at)
        return [(end, tuple(range(at, end)), at if phrase[0].kind == "number" else -1)] if end > at else []
    return [(tokens[-1] + 1, tokens, number) for tokens, number in _walk(phrase, at, sight, 0) if tokens]
