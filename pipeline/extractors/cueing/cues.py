"""The cue language of topic files: short patterns over words, looked for in one parsed sentence.

    participat* ~ voluntary          a word that starts so, and "voluntary", in one clause, in any order
    (can|may) opt out                these words in this order
    sign .. agreement                up to 3 words in between, no comma, colon or semicolon crossed
    target ... serious criminal      up to 9 words in between, no colon or semicolon crossed
    program > target                 "target" stands below "program" in the sentence's tree (is said of it, or part of it)

A plain word matches every form of itself (sign: signs, signed, signing), whatever its case, and survives one slip of the
scanner or the typist when it has seven letters or more.

    word*        a word that starts so                     =word        exactly this form, no other
    word/VERB    only as this part of speech; (a|b)/VERB too   a|b|c    one of these
                 (of a phrase, `(find out)/VERB`, its verb)
    (a b|c d)    one of these phrases                      item?        may be missing
    #            a number of the metric's unit             @topic       a name of the program, "the program", "it", "this"
    @named       a name of the program, written out        @place       a state, county, city, or a word for one

Between neighbours, quotation marks, hyphens, articles, adverbs, forms of "be" and "not" do not count: `can opt out` also finds
"cannot simply 'opt-out'". So a pattern says what is talked about; whether it is affirmed or denied, asked, hoped for or
planned is read off the sentence by the rules in stance.py and status.py. A negation that is part of the pattern
(`no way ... opt out`, listed under `deny`) is used up by it and does not turn the meaning round again.

    part & part       both must be found          ... & !part       and this one must not
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

NARROW, WIDE = 3, 9  # words that `..` and `...` may pass over
_HELPING = frozenset({"be", "have", "has", "had", "get"})
_TOKEN = re.compile(r"\s*(\.\.\.|\.\.|[()|&~!>?]|#|@\w+|/[A-Z]+|=?[^\s()|&~!>?#@]+)")


class BadPattern(ValueError):
    """A pattern that does not follow the language; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One thing to match at one place. `kind` is word, exact, prefix, number, topic, named or place."""

    kind: str
    word: str = ""
    pos: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """One of these phrases, each a run of items; `optional` if it may be missing."""

    phrases: tuple[tuple[Group | Atom | int, ...], ...]
    optional: bool = False


Run = tuple[Group | Atom | int, ...]  # an int is a gap: how many words it may pass over


@dataclass(frozen=True, slots=True)
class Part:
    """`runs` joined by `joint`: '' (one run), '~' (same clause) or '>' (the second below the first). `absent` for `!`."""

    runs: tuple[Run, ...]
    joint: str
    absent: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """A compiled pattern; `text` is as written.

    `needs` are sets of words (a word beginning keeps its star) of each of which a sentence must hold one: most sentences are
    turned away by them before the pattern is looked for.
    """

    text: str
    parts: tuple[Part, ...]
    needs: tuple[frozenset[str], ...] = ()


@lru_cache(maxsize=8192)
def compile_cue(text: str) -> Cue:
    """The pattern, read. Raises BadPattern."""
    tokens = _TOKEN.findall(text)
    if "".join(tokens) != re.sub(r"\s+", "", text) or not tokens:
        raise BadPattern(f"{text!r} holds something that is no word, gap or sign of the cue language")
    parts = []
    for piece in _split(tokens, "&"):
        absent = piece[:1] == ["!"]
        parts.append(_part(piece[1:] if absent else piece, absent, text))
    if all(part.absent for part in parts):
        raise BadPattern(f"{text!r} only says what must be absent")
    return Cue(text, tuple(parts), tuple(need for part in parts if not part.absent for run in part.runs for need in _needs(run)))


def _needs(run: Run) -> list[frozenset[str]]:
    return [need for item in run if not isinstance(item, int) and (need := _need(item))]


def _need(item: Group | Atom) -> frozenset[str]:
    """Words one of which must be there for the item to match; empty where it may match without any of its own words."""
    if isinstance(item, Atom):
        return frozenset({_literal(item)}) if item.kind in ("word", "exact", "prefix") else frozenset()
    firsts = [next(iter(_needs(phrase)), frozenset()) for phrase in item.phrases]
    return frozenset().union(*firsts) if all(firsts) and not item.optional else frozenset()


def _literal(atom: Atom) -> str:
    return atom.word + "*" * (atom.kind == "prefix")


def _split(tokens: list[str], sign: str) -> list[list[str]]:
    pieces: list[list[str]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token == "(") - (token == ")")
        if token == sign and depth == 0:
            pieces.append([])
        else:
            pieces[-1].append(token)
    return pieces


def _part(tokens: list[str], absent: bool, text: str) -> Part:
    for joint in "~>":
        sides = _split(tokens, joint)
        if len(sides) > 2:
            raise BadPattern(f"{text!r}: one '{joint}' in each part, please; join more with '&'")
        if len(sides) == 2:
            return Part(tuple(_whole(side, text) for side in sides), joint, absent)
    return Part((_whole(tokens, text),), "", absent)


def _whole(tokens: list[str], text: str) -> Run:
    run, rest = _run(tokens, text)
    if rest:
        raise BadPattern(f"{text!r}: {rest[0]!r} is out of place")
    if not run or isinstance(run[0], int) or isinstance(run[-1], int):
        raise BadPattern(f"{text!r}: a gap needs a word on both sides, and a sign needs something to join")
    return run


def _run(tokens: list[str], text: str) -> tuple[Run, list[str]]:
    items: list[Group | Atom | int] = []
    while tokens and tokens[0] not in ("|", ")"):
        item, tokens = _item(tokens, text)
        while tokens and tokens[0] == "|" and isinstance(item, (Atom, Group)) and len(tokens) > 1 and not _inside(item):
            other, tokens = _item(tokens[1:], text)
            if isinstance(other, int):
                raise BadPattern(f"{text!r}: a gap cannot be an alternative")
            item = Group((*_phrases(item), *_phrases(other)))
        if tokens and tokens[0] == "?":
            if isinstance(item, int):
                raise BadPattern(f"{text!r}: a gap is optional anyway")
            item, tokens = Group(_phrases(item), optional=True), tokens[1:]
        items.append(item)
    return tuple(items), tokens


def _inside(item: Group | Atom) -> bool:
    return isinstance(item, Group) and item.optional


def _phrases(item: Group | Atom) -> tuple[Run, ...]:
    return item.phrases if isinstance(item, Group) else ((item,),)


def _item(tokens: list[str], text: str) -> tuple[Group | Atom | int, list[str]]:
    first, rest = tokens[0], tokens[1:]
    if first == "(":
        group, rest = _group(rest, text)
        if rest and rest[0].startswith("/"):
            return _tagged(group, rest[0][1:]), rest[1:]
        return group, rest
    if first in ("...", ".."):
        return (WIDE if first == "..." else NARROW), rest
    if first in ("#", "@topic", "@named", "@place"):
        return Atom({"#": "number"}.get(first, first[1:])), rest
    if first[0] in "@)|&~!>?/":
        raise BadPattern(f"{text!r}: {first!r} is not known here; write #, @topic, @named, @place or a word")
    word, _, pos = first.partition("/")
    if first.startswith("="):
        return Atom("exact", word[1:].lower(), pos), rest
    if word.endswith("*"):
        return Atom("prefix", word[:-1].lower(), pos), rest
    return Atom("word", word.lower(), pos), rest


def _group(tokens: list[str], text: str) -> tuple[Group, list[str]]:
    phrases = []
    while True:
        phrase: list[Group | Atom | int] = []
        while tokens and tokens[0] not in ("|", ")"):
            item, tokens = _item(tokens, text)
            if tokens and tokens[0] == "?" and not isinstance(item, int):
                item, tokens = Group(_phrases(item), optional=True), tokens[1:]
            phrase.append(item)
        if not tokens or not phrase:
            raise BadPattern(f"{text!r}: a bracket is not closed, or holds an empty alternative")
        phrases.append(tuple(phrase))
        sign, tokens = tokens[0], tokens[1:]
        if sign == ")":
            return Group(tuple(phrases)), tokens


def _tagged(group: Group, pos: str) -> Group:
    """The group bound to a part of speech, as `(net|sweep)/VERB` asks: every single word in it, and of a phrase the word that
    can be one, for "out" in "find out" is no verb."""
    phrases = []
    for phrase in group.phrases:
        bound = _bound(phrase, pos)
        phrases.append(
            tuple(
                _tagged(item, pos)
                if isinstance(item, Group)
                else Atom(item.kind, item.word, pos)
                if isinstance(item, Atom) and at == bound
                else item
                for at, item in enumerate(phrase)
            )
        )
    return Group(tuple(phrases), group.optional)


def _bound(phrase: Run, pos: str) -> int:
    """Which item of a phrase is the verb (the first that helps no other), or else the noun (the last)."""
    words = [at for at, item in enumerate(phrase) if isinstance(item, Atom)]
    if pos == "VERB":
        free = [at for at in words if isinstance(item := phrase[at], Atom) and item.word not in _HELPING]
        return next(iter(free or words), -1)
    return words[-1] if words else -1


def literals(cue: Cue) -> frozenset[str]:
    """The words of a pattern, and its word beginnings with their star: what misspelt words are compared with."""
    found: set[str] = set()

    def gather(run: Run) -> None:
        for item in run:
            if isinstance(item, Group):
                for phrase in item.phrases:
                    gather(phrase)
            elif isinstance(item, Atom) and item.kind in ("word", "exact", "prefix"):
                found.add(_literal(item))

    for part in cue.parts:
        for run in part.runs:
            gather(run)
    return frozenset(found)
