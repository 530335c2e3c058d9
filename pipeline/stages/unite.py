"""Which names in the whole corpus mean one person, office, place or program: joined only where little else can be meant.

People's own word (`corpus/entities.toml`) comes first and always stands; then forms that scans and typists make of one name; then
a shorter form of a person's name where the corpus has only one longer form it could stand for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.patterns.names.roles import sort_of
from pipeline.records.finding import Mention, NameFact, NameJoin, NameRuling, Unity

VERSION = "1"
_NO_NAME = "not-a-name"
_LOOKALIKES = (
    ("rn", "m"),
    ("vv", "w"),
    ("cl", "d"),
    ("ii", "n"),
    ("0", "o"),
    ("1", "l"),
    ("|", "l"),
    ("5", "s"),
    ("8", "b"),
    ("i", "l"),
)
_OFFICE_WORDS = (
    ("united states", "us"), ("u s", "us"), ("dept", "department"), ("div", "division"), ("natl", "national"),
    ("assn", "association"), ("ofc", "office"), ("bur", "bureau"), ("&", "and"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Params:
    """A rare form (at most `rare` mentions) joins one `times` as frequent where one letter of at least `letters` differs."""

    rare: int = 2
    times: int = 3
    letters: int = 8


def unite(mentions: Iterable[Mention], rulings: tuple[NameRuling, ...], params: Params) -> Unity:
    """Joins and drops for the names of the corpus, sorted; the order of mentions does not matter."""
    mentions = tuple(mentions)
    counts: Counter[tuple[str, str]] = Counter((one.kind, one.normal) for one in mentions)
    dropped = {(r.kind, name) for r in rulings if r.verdict == _NO_NAME for name in r.names}
    apart = [{(r.kind, name) for name in r.names} for r in rulings if r.verdict == "different"]
    into: dict[tuple[str, str], tuple[tuple[str, str], str]] = {}
    for ruling in rulings:
        if ruling.verdict == "same":
            for name in ruling.names[1:]:
                into[ruling.kind, name] = ((ruling.kind, ruling.names[0]), "a person's word")
    known = {key for ruling in rulings for key in ((ruling.kind, name) for name in ruling.names)}
    for key, target, why in (*_alike(counts, params), *_rare(counts, params), *_shorter(counts)):
        if key in into or key in known or any({key, target} <= group for group in apart) or target in dropped or key == target:
            continue
        into[key] = (target, why)
    joins = tuple(NameJoin(kind, name, *_end(into, (kind, name))) for kind, name in sorted(into))
    joins = tuple(one for one in joins if one.into != one.name)
    return Unity(joins, tuple(sorted(dropped)), tuple(_facts(mentions, joins)))


def _facts(mentions: tuple[Mention, ...], joins: tuple[NameJoin, ...]) -> Iterator[NameFact]:
    """Sort, parent and roles of each entity, where there is something to tell; of two parents the one printed most."""
    end = {(one.kind, one.name): one.into for one in joins}
    roles: dict[tuple[str, str], Counter[str]] = {}
    parents: dict[tuple[str, str], Counter[str]] = {}
    for one in mentions:
        key = one.kind, end.get((one.kind, one.normal), one.normal)
        roles.setdefault(key, Counter()).update([one.role] if one.role else [])
        parents.setdefault(key, Counter()).update([one.parent] if one.parent else [])
    for key in sorted(roles):
        ranked = parents[key].most_common(2)
        sure = bool(ranked) and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
        called = tuple(sorted(roles[key], key=lambda role: (-roles[key][role], role)))[:5]
        sort = sort_of(*key)
        if called or sure or sort != key[0]:
            yield NameFact(*key, sort, ranked[0][0] if sure else "", called)


def _end(into: dict[tuple[str, str], tuple[tuple[str, str], str]], key: tuple[str, str]) -> tuple[str, str]:
    """(name at the end of the chain of joins, why the first was made)."""
    why, seen = into[key][1], {key}
    while key in into and into[key][0] not in seen:
        key = into[key][0]
        seen.add(key)
    return key[1], why


Found = tuple[tuple[str, str], tuple[str, str], str]


def folded(kind: str, name: str) -> str:
    """The name as all its misreadings and spellings have it in common."""
    plain = re.sub(r"[^\w&| ]+", " ", name.casefold())
    if kind != "person":
        plain = re.sub(r"^(?:the|a|an) ", "", plain)
        for long, short in _OFFICE_WORDS:
            plain = re.sub(rf"(?<!\w){re.escape(long)}(?!\w)", short, plain)
        county = re.fullmatch(r"(county|city|state) of (\w[\w ]*)", " ".join(plain.split()))
        if kind == "place" and county:
            plain = f"{county[2]} {county[1]}"
    for wrong, right in _LOOKALIKES:
        plain = plain.replace(wrong, right)
    return re.sub(r"\s+", "", plain)


def _alike(counts: Counter[tuple[str, str]], params: Params) -> Iterator[Found]:
    """Names that fold to the same letters join the most frequent of them."""
    groups: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for kind, name in counts:
        groups.setdefault((kind, folded(kind, name)), []).append((kind, name))
    for members in groups.values():
        best = min(members, key=lambda key: (-counts[key], key))
        for key in members:
            if key != best and len(folded(*key)) >= 4:
                yield key, best, "the same letters, as scans and typists vary them"


def _rare(counts: Counter[tuple[str, str]], params: Params) -> Iterator[Found]:
    """A rare form one letter away from a frequent one: found by leaving out one letter of each in turn."""
    holes: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for kind, name in counts:
        plain = folded(kind, name)
        if len(plain) >= params.letters:
            for at in range(len(plain)):
                holes.setdefault((kind, plain[:at] + plain[at + 1 :]), set()).add((kind, name))
            holes.setdefault((kind, plain), set()).add((kind, name))
    best: dict[tuple[str, str], tuple[str, str]] = {}
    for members in holes.values():
        for key in members if len(members) < 30 else ():
            if counts[key] > params.rare:
                continue
            others = [
                one for one in members if counts[one] >= params.times * counts[key] and one != key and _same_shape(key[1], one[1])
            ]
            if others:
                top = min(others, key=lambda one: (-counts[one], one))
                best[key] = min(best.get(key, top), top, key=lambda one: (-counts[one], one))
    for key in sorted(best):
        yield key, best[key], "one letter apart from a far more frequent name"


def _same_shape(one: str, other: str) -> bool:
    """As many words, and the same digits: "Division 1" and "Division 2" are two."""
    return len(one.split()) == len(other.split()) and re.sub(r"\D", "", one) == re.sub(r"\D", "", other) and one[:1] == other[:1]


def _shorter(counts: Counter[tuple[str, str]]) -> Iterator[Found]:
    """A person's name without its middle, or a surname alone, where only one longer name has it."""
    people = [name for kind, name in counts if kind == "person"]
    by_ends: dict[tuple[str, str], set[str]] = {}
    by_surname: dict[str, set[str]] = {}
    for name in people:
        words = name.split()
        if len(words) > 1:
            by_ends.setdefault((words[0], words[-1]), set()).add(name)
            by_surname.setdefault(words[-1], set()).add(f"{words[0]} {words[-1]}")
    for name in people:
        words = name.split()
        if len(words) == 2:
            longer = by_ends[words[0], words[1]] - {name}
            if len(longer) == 1:
                full = longer.pop()
                yield ("person", full), ("person", name), "the same first and last name"
        elif len(words) == 1 and len(by_surname.get(name, ())) == 1:
            (full,) = by_surname[name]
            if ("person", full) in counts:
                yield ("person", name), ("person", full), "the only person of that surname"
