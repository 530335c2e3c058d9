"""The source a phrase names: its words as one would print them, its kind, and whom "he", "they" and "the agency" mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extractors import grammar
from pipeline.extractors.grammar import View
from pipeline.extractors.kinds import kind_of

_FIRST = frozenset({"we", "i", "us", "our", "my"})
_THIRD = frozenset({"he", "she", "they", "it", "who", "which", "that", "this", "these", "those"})
# They name nobody; nor do the means of telling ("by telephone") and the law ("required by law").
_NOBODY = frozenset({
    "anybody", "anyone", "somebody", "someone", "everybody", "everyone", "nobody", "one", "none", "all", "many", "some", "most",
    "others", "other", "another", "both", "each", "few", "several", "you", "me", "them", "him", "her", "what", "whoever",
    "people", "person", "there", "such", "any", "either", "neither", "two", "three", "whom", "whose", "himself", "herself",
    "themselves", "itself", "telephone", "phone", "mail", "email", "e-mail", "fax", "voicemail", "law", "statute", "default",
    "mistake", "error", "accident", "hand", "then", "today", "yesterday", "tomorrow", "now", "result", "nothing", "something",
    "anything", "everything", "way",
})  # fmt: skip
PRONOUNS = _FIRST | _THIRD | _NOBODY
_NAME_PARTS = frozenset({
    "compound", "amod", "det", "poss", "nummod", "nmod", "case", "quantmod", "punct", "conj", "cc", "advmod",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """Who is named as having said something: the words, their kind (as Claim.speaker_kind), and where they stand."""

    name: str
    kind: str
    tokens: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Voices:
    """Who spoke before this sentence, for "he said" and for quotations that run on; `author` answers for "we"."""

    author: Source
    last: Source | None = None
    many: Source | None = None
    thing: Source | None = None


def source_at(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Source | None:
    """The speaker meant by the phrase headed at `index`; pronouns are looked up among those who spoke before."""
    word = view.lower[index]
    if word in _FIRST:
        return voices.author if voices.author.name else None
    if word in _NOBODY and not grammar.kids_with(view, index, {"prep", "compound", "amod", "poss"}):
        return None
    if word in ("it", "this", "which", "that"):
        return _elsewhere(voices.thing or voices.last)
    if word in ("they", "these", "those"):
        return _elsewhere(voices.many or voices.last)
    if word in _THIRD:
        return _elsewhere(voices.last)
    tokens = name_tokens(view, index)
    name = _DATELINE.sub("", grammar.words(view, tokens)).strip(" ,;")
    if not any(letter.isalpha() for letter in name):
        return None
    if word in ("agency", "office", "department") and view.lower[tokens[0]] in ("this", "our", "the") and len(tokens) <= 2:
        same = voices.last if voices.last and voices.last.kind == "agency" else voices.author
        if same.name and same.kind in ("agency", ""):
            return Source(same.name, same.kind or "agency", tokens)
    beside = " ".join(grammar.words(view, grammar.subtree(view, kid)) for kid in grammar.kids_with(view, index, {"appos"}))
    proper = any(view.tokens[at].pos == "PROPN" for at in tokens)
    kind = kind_of(_core(view, index, tokens), agencies) or kind_of(name, agencies) or kind_of(beside, agencies)
    if not proper and not kind and word in ("report", "study", "memo", "letter", "document", "email", "e-mail"):
        kind = "" if word in ("report", "study") else "record"
    return Source(_bare(_unlisted(name)) if proper else name, kind, tokens)


def _elsewhere(source: Source | None) -> Source | None:
    """A source named in an earlier sentence: its words do not stand in this one."""
    return Source(source.name, source.kind) if source else None


def _core(view: View, index: int, tokens: tuple[int, ...]) -> str:
    """The phrase without what follows "of": "director of the County Network" is judged by "director" last."""
    return grammar.words(view, tuple(at for at in tokens if at <= index))


def name_tokens(view: View, index: int) -> tuple[int, ...]:
    """The phrase as one would print it: with titles and "of X", without relative clauses and asides."""
    kept = {index}
    for kid in view.children[index]:
        token = view.tokens[kid]
        if token.dep in _NAME_PARTS and not (token.dep == "punct" and view.lower[kid] not in ("-", "'", "’", ".", "&")):
            kept.update(grammar.subtree(view, kid) if token.dep != "conj" else name_tokens(view, kid))
        elif token.dep == "prep" and view.lower[kid] in ("of", "for", "at", "from", "with") and kid == index + 1:
            kept.add(kid)
            for thing in grammar.kids_with(view, kid, {"pobj"}):
                kept.update(name_tokens(view, thing))
    ordered = sorted(kept)
    last = max((at for at in ordered if view.tokens[at].dep not in ("cc", "punct")), default=index)
    return tuple(at for at in ordered if at <= last)


# "WASHINGTON - ICE announced": the place a press release is sent from is no part of who speaks.
_DATELINE = re.compile(r"^[A-Z][A-Z .,']{2,40}\s*[—–-]{1,2}\s+(?=[A-Z])")


def _unlisted(name: str) -> str:
    """Without the letter or number of a list item that the parser took for part of the name ("B. ICE")."""
    first, _, rest = name.partition(" ")
    return (
        rest if rest and len(first) <= 3 and first[-1] in ".)" and first[:-1].strip("(").isalnum() and len(first) == 2 else name
    )


def _bare(name: str) -> str:
    for article in ("The ", "the ", "A ", "a ", "An ", "an "):
        if name.startswith(article):
            return name[len(article) :]
    return name
