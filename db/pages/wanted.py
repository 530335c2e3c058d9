"""What a person typed into the search box, made into an FTS5 expression that is always well formed.

Understood: words, "phrases" (straight or curly quotes, closed or not), prefix*, AND, OR, NOT in capitals, brackets, and
NEAR(two words, 10) for words that stand at most so many words apart.
Everything else is text: an exemption code such as (b)(7)(C), a section sign, a docket number are looked for as the
words they hold. Nothing a person can type is an error.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

MAX_CHARACTERS = 400
MAX_TERMS = 40  # FTS5 refuses expressions deeper than 256
MAX_DEPTH = 20

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″＂", '"') | dict.fromkeys("‘’‚‛`´", "'"))
_CODE = re.compile(r"\(b\)\s*\(\d\)(?:\s*\([A-Fa-f]\))?")
_NEAR = re.compile(r"NEAR\s*\((?P<words>[^(),]{1,200})(?:,\s*(?P<apart>\d{1,3})\s*)?\)")
NEAR = 10  # words apart, where none is said
OPERATORS = ("AND", "OR", "NOT")


@dataclass(frozen=True, slots=True)
class Wanted:
    """`match` is the FTS5 expression ('' when nothing can be looked for); `any_of` finds any of the terms, for marking.

    `terms` are the texts looked for, `phrases` says whether one of them was quoted.
    """

    typed: str
    match: str
    any_of: str
    terms: tuple[str, ...]
    phrases: bool


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # term, AND, OR, NOT, ( or )
    text: str = ""


def wanted(typed: str, instead: Mapping[str, Sequence[str]] = MappingProxyType({})) -> Wanted:
    """Reads the text; characters beyond MAX_CHARACTERS and terms beyond MAX_TERMS are left out.

    `instead` names other spellings of words (in lower case) that are looked for as well.
    """
    text = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in typed[:MAX_CHARACTERS]).strip()
    tokens = [_respelled(token, instead) for token in _tokens(text.translate(_QUOTES))]
    match = _Parser(tokens).expression()
    if not match:  # only operators, or only words to leave out: look for what was typed, as words
        tokens = [_Token("term", _term(token.text or token.kind)) for token in tokens]
        tokens = [token for token in tokens if token.text]
        match = " AND ".join(token.text for token in tokens)
    terms = tuple(dict.fromkeys(_positive(tokens)))
    shown = tuple(_bare(term) for term in terms)
    return Wanted(text, match, " OR ".join(terms), shown, '"' in text.translate(_QUOTES))


def _bare(term: str) -> str:
    """A term as a person would write it."""
    if term.startswith(("NEAR(", "(")):
        return " ".join(re.findall(r'"([^"]*)"', term))
    return term.rstrip("*").strip('"').replace('""', '"') + "*" * term.endswith("*")


def _respelled(token: _Token, instead: Mapping[str, Sequence[str]]) -> _Token:
    """The term or any of its other spellings, one word of it changed at a time."""
    if token.kind != "term" or not instead or token.text.startswith("NEAR"):
        return token
    text, star = token.text.rstrip("*").strip('"'), "*" * token.text.endswith("*")
    words = text.split()
    made = [
        " ".join((*words[:at], other, *words[at + 1 :]))
        for at, word in enumerate(words)
        for other in instead.get(word.casefold(), ())
    ]
    others = [f'"{one}"{star}' for one in made if '"' not in one]
    return _Token("term", f"({' OR '.join((token.text, *others))})") if others else token


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    while at < len(text) and len(found) < MAX_TERMS:
        letter = text[at]
        if letter.isspace():
            at += 1
        elif letter == '"':
            end = text.find('"', at + 1)
            end = len(text) if end < 0 else end
            found.append(_Token("term", _term(text[at + 1 : end])))
            at = end + 1
        elif code := _CODE.match(text, at):
            found.append(_Token("term", _term(code.group())))
            at = code.end()
        elif near := _NEAR.match(text, at):
            found.append(_Token("term", _near(near["words"], near["apart"])))
            at = near.end()
        elif letter in "()":
            found.append(_Token(letter))
            at += 1
        else:
            word = _word(text, at)
            at += len(word)
            found.append(_Token(word) if word in OPERATORS else _Token("term", _term(word)))
    return [token for token in found if token.kind != "term" or token.text]


def _near(words: str, apart: str | None) -> str:
    terms = [term for word in words.split() if (term := _term(word.strip('"').rstrip("*")))]
    return f"NEAR({' '.join(terms)}, {apart or NEAR})" if len(terms) > 1 else "".join(terms)


def _word(text: str, at: int) -> str:
    """The run from `at` to white space, a quote or a bracket that closes nothing opened inside the run."""
    depth, end = 0, at
    while end < len(text) and not text[end].isspace() and text[end] != '"':
        depth += (text[end] == "(") - (text[end] == ")")
        if depth < 0:
            break
        end += 1
    return text[at:end]


def _term(text: str) -> str:
    """The text as an FTS5 string, a prefix where it ends in an asterisk; '' when it holds no letter or digit."""
    if not any(unicodedata.category(c)[0] in "LN" for c in text):
        return ""
    bare = text.rstrip("*")
    return '"' + bare.replace('"', '""') + '"' + ("*" if bare != text and bare[-1:].isalnum() else "")


def _positive(tokens: list[_Token]) -> list[str]:
    """The terms that are looked for, not those left out by a NOT in front of them (or of their bracket)."""
    kept: list[str] = []
    depth, barred = 0, -1
    for index, token in enumerate(tokens):
        negated = index > 0 and tokens[index - 1].kind == "NOT"
        if token.kind == "(":
            depth += 1
            if negated and barred < 0:
                barred = depth
        elif token.kind == ")":
            barred = -1 if barred == depth else barred
            depth = max(depth - 1, 0)
        elif token.kind == "term" and not negated and barred < 0:
            kept.append(token.text)
    return kept


class _Parser:
    """Tolerant descent: a missing operand is skipped, an unopened bracket ignored, an unclosed one closed at the end."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self.at = 0

    def expression(self) -> str:
        parts = []
        while self.at < len(self.tokens):
            parts.append(self._any(0))
            self.at += 1  # over a bracket that closes nothing
        return _joined("AND", parts)

    def _kind(self) -> str:
        return self.tokens[self.at].kind if self.at < len(self.tokens) else ")"

    def _any(self, depth: int) -> str:
        parts = [self._all(depth)]
        while self._kind() == "OR":
            self.at += 1
            parts.append(self._all(depth))
        return _joined("OR", parts)

    def _all(self, depth: int) -> str:
        wanted_parts: list[str] = []
        barred_parts: list[str] = []
        while (kind := self._kind()) not in ("OR", ")"):
            if kind == "AND":
                self.at += 1
                continue
            negated = False
            while self._kind() in ("NOT", "AND"):
                negated = negated or self._kind() == "NOT"
                self.at += 1
            if self._kind() in ("OR", ")"):
                break
            (barred_parts if negated else wanted_parts).append(self._one(depth))
        kept, barred = _joined("AND", wanted_parts), _joined("OR", barred_parts)
        return f"({kept} NOT {barred})" if kept and barred else kept

    def _one(self, depth: int) -> str:
        token = self.tokens[self.at]
        self.at += 1
        if token.kind == "term":
            return token.text
        if depth >= MAX_DEPTH:
            return ""
        inner = self._any(depth + 1)
        self.at += 1  # over the closing bracket, or past the end
        return inner


def _joined(operator: str, parts: list[str]) -> str:
    parts = [part for part in parts if part]
    return parts[0] if len(parts) == 1 else f"({f' {operator} '.join(parts)})" if parts else ""
