"""What a sentence says of its own about its subject: names of the program, of other programs, words that go with either.

Told by the topic file's words and by how English names a scheme ("the Hill Tram Initiative"), without any notion of the paper.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extractors.cueing import cues
from pipeline.extractors.cueing.grammar import OBJECTS, SUBJECTS, View, head_of
from pipeline.extractors.cueing.sight import PLACES, named_in
from pipeline.patterns.names.listed import any_of
from pipeline.records.spans import MASK
from pipeline.records.topic import Topic

# "A deputy of the county": whom a statement about a program that runs in places is about.
WHOM = PLACES | {"board", "commission", "council", "court", "jail", "legislature", "mayor", "police", "supervisor"}
_POINTERS = frozenset({"program", "programme", "initiative", "it", "this", "participation", "participate", "they", "that"})
_ADDRESS = re.compile(r"\W*(?:From|To|Cc|CC|Bcc|BCC|Sent|Attn|Through|THROUGH|THRU|FROM|TO|MEMORANDUM FOR)\s?:")
# "The Program Office" names none, nor does the title of a law: every program rests on some.
_SCHEME = re.compile(
    r"\b(?:(?!(?:The|This|That|These|Our|Your|Their|Its|His|Her|Any|Each|Every|No|Such)\s)[A-Z][\w’'-]+\s+){1,4}"
    r"(?:Program|Programme|Initiative|Project|Grant|Fund|Academy|Registry)\b|\b\d{3}\s?\(\w\)"
)
# "Not part of Safe Harbors.": what a paper is not about; what follows the name would say something of the program itself.
_DISOWNED = re.compile(
    r"\b(?:not?\s+(?:an?\s+|any\s+)?part\s+of|not\s+under|unrelated\s+to|nothing\s+to\s+do\s+with|(?:separate|apart|distinct)\s+from"
    r"|(?:is|are|was)\s+not)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_WITHHELD = re.compile(rf"{MASK}[{MASK}\s]*")
_DEFINITE = re.compile(r"\b(?:the|this|your|their|ICE[’']s)\s(?:program(?:me)?|initiative)\b", re.IGNORECASE)
_SCHEMES = frozenset({"program", "programme", "initiative", "scheme", "project"})
_THINGS = frozenset({"NOUN", "VERB"})
# What any paper may be called, which tells nothing of what it is about.
_PAPERS = frozenset({
    "agenda", "agreement", "answer", "answers", "article", "asked", "call", "calls", "comment", "comments", "copy", "county",
    "document", "draft", "email", "fact", "figures", "follow", "forward", "from", "issue", "item", "items", "letter", "list",
    "matter", "meeting", "memo", "memorandum", "message", "minutes", "month", "next", "note", "notes", "notice", "number",
    "numbers", "paper", "please", "plan", "point", "points", "program", "question", "questions", "reply", "report", "reports",
    "request", "review", "schedule", "sheet", "slide", "state", "stand", "statement", "status", "subject", "summary", "table",
    "talk", "talking", "tell", "thing", "things", "today", "tomorrow", "update", "version", "want", "wants", "week", "weekly",
    "where", "whether", "work", "year", "your", "monday", "tuesday", "wednesday", "thursday", "friday",
})  # fmt: skip
# What starts a matter of its own within a paper: a number or a bullet, or words that turn to another point.
_ITEM = re.compile(
    r"\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?:\s|\Z)|[•▪◦‣*–—-]\s"
    r"|(?:also|separately|finally|lastly|meanwhile|unrelated|turning|another|third|second|on a different|as (?:to|for)"
    r"|on (?:your|the) (?:first|second|third|other|last))\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Words:
    """The topic's words, ready to be looked for. `signs`, `common` and `matters` tell which of their words was met."""

    names: re.Pattern[str]
    rivals: re.Pattern[str]
    signs: re.Pattern[str]
    common: re.Pattern[str]
    matters: re.Pattern[str]
    agencies: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Seen:
    """One sentence. `named`: it names the program; `address`: it only says who writes to whom; `rival`: the other program that it
    names, and `matter`: the first word it has of another matter, '' where none. `apart`: a matter may start here.
    `definite`: it speaks of "the program". `heads`: it is no sentence but a heading. `titled`: it speaks of a thing in the
    paper's title that is not the program's. `withheld`: how many times it has something that was masked. `passing`: its word of
    another matter is neither subject nor object of what it says: "since the year I was hired".
    """

    named: bool
    address: bool
    rival: str
    matter: str
    signs: frozenset[str]
    common: frozenset[str]
    whom: bool
    points: bool
    apart: bool
    definite: bool = False
    heads: bool = False
    titled: bool = False
    withheld: int = 0
    passing: bool = False


def words_of(topic: Topic) -> Words:
    """The topic's words as patterns."""
    return _words(topic.terms, topic.other_programs, topic.signs, topic.common_signs, topic.other_matters, topic.agencies)


@lru_cache(maxsize=16)
def _words(
    terms: tuple[str, ...],
    rivals: tuple[str, ...],
    signs: tuple[str, ...],
    common: tuple[str, ...],
    matters: tuple[str, ...],
    agencies: tuple[str, ...],
) -> Words:
    return Words(*(any_of(words) for words in (terms, rivals, signs, common, matters, agencies)))


def names_in_text(text: str, terms: tuple[str, ...]) -> bool:
    """Whether one of the names stands in the text."""
    return bool(terms) and _any_name(terms).search(text) is not None


@lru_cache(maxsize=64)
def _any_name(terms: tuple[str, ...]) -> re.Pattern[str]:
    return any_of(terms)


def met(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    """Which of the words stand in the text, by group."""
    return frozenset(found.lastgroup or "" for found in pattern.finditer(text))


def is_address(text: str) -> bool:
    """Whether this only says who writes to whom: the program's name in an office's name makes nothing the paper's subject."""
    return _ADDRESS.match(text) is not None


def seen_in(view: View, named: bool, apart: bool, topic: Topic, things: frozenset[str] = frozenset()) -> Seen:
    """What the sentence holds. `apart`: an empty line or the page's start stands before it. `things` as `things_in` tells."""
    words, text = words_of(topic), view.sentence.text
    matter = words.matters.search(text)
    disowned = named and _disowned(text, words)
    return Seen(
        named=named and not disowned,
        address=is_address(text),
        rival=_rival(view, topic, words) or ("another program" if disowned else ""),
        matter=" ".join(matter.group().split()) if matter else _of_its_own_kind(view, topic),
        signs=met(words.signs, text),
        common=met(words.common, text),
        whom=bool(WHOM.intersection(view.lemmas)) or words.agencies.search(text) is not None,
        points=bool(_POINTERS.intersection(view.lower)),
        apart=apart or _ITEM.match(text) is not None,
        definite=_DEFINITE.search(text) is not None,
        heads=not any(token.pos in ("VERB", "AUX") for token in view.tokens),
        titled=any(_root(token.text) in things for token in view.tokens if token.pos in _THINGS and token.text.islower()),
        withheld=len(_WITHHELD.findall(text)),
        passing=matter is not None and _in_passing(view, view.sentence.start + matter.start()),
    )


def _in_passing(view: View, start: int) -> bool:
    """Whether the word at this place of the page is neither subject nor object of the main clause, nor part of one."""
    at = next((at for at, token in enumerate(view.tokens) if token.end > start), 0)
    while view.tokens[at].dep in ("compound", "conj", "nmod", "poss", "amod") and view.tokens[at].pos != "VERB":
        at = head_of(view, at)
    main = head_of(view, view.clause[at]) == view.clause[at]
    return not main or (view.tokens[at].dep not in SUBJECTS | OBJECTS and head_of(view, at) != at)


def _disowned(text: str, words: Words) -> bool:
    """Whether the sentence ends by saying that what it tells of is not the program's."""
    names = list(words.names.finditer(text))
    return (
        bool(names) and not re.search(r"\w", text[names[-1].end() :]) and _DISOWNED.search(text[: names[-1].start()]) is not None
    )


def _rival(view: View, topic: Topic, words: Words) -> str:
    """The other program that the sentence names, as written; ''."""
    text = view.sentence.text
    if listed := named_in(view, topic.other_programs):
        first = min(listed)
        return " ".join(token.text for token in view.tokens[first : listed[first]])
    found = (one.group() for one in _SCHEME.finditer(text))
    return next((name for name in found if not words.names.search(name)), "")


def _of_its_own_kind(view: View, topic: Topic) -> str:
    """ "The trustee program": a program that is told by a noun that says nothing of this one; ''."""
    for at, lemma in enumerate(view.lemmas):
        if lemma in _SCHEMES and at and view.tokens[at - 1].pos == "NOUN" and not _own(view.lemmas[at - 1], topic):
            return f"{view.lower[at - 1]} {view.lower[at]}"
    return ""


def _described(topic: Topic) -> frozenset[str]:
    said = (f"{one.statement} {one.opposite}" for one in topic.propositions)
    return _plain_words((topic.description, *topic.terms, *topic.agencies, *topic.signs, *topic.common_signs, *said))


@lru_cache(maxsize=16)
def _plain_words(texts: tuple[str, ...]) -> frozenset[str]:
    """Every word of these texts, with and without the ending of several."""
    words = {word for text in texts for word in re.findall(r"[a-z]+", text.lower())}
    return frozenset(words | {word.removesuffix("s") for word in words} | {"pilot", "test"})


@lru_cache(maxsize=64)
def vocabulary_of(topic: Topic) -> frozenset[str]:
    """The words of all of the topic's patterns: what misspelt words are compared with."""
    patterns = [text for p in topic.propositions for text in (*p.affirm, *p.deny, *p.requires, *p.not_about)]
    patterns += [
        text for one in topic.metrics for text in (*one.cues, *one.counts, *one.of, *one.not_of, *one.not_about, *one.others)
    ]
    return frozenset(word for text in patterns for word in cues.literals(cues.compile_cue(text)))


def things_in(title: str, topic: Topic) -> frozenset[str]:
    """The roots of the words in a title that say neither what kind of paper it is nor anything that the topic asks about."""
    words = words_of(topic)
    if words.signs.search(title) or words.names.search(title):
        return frozenset()
    said = re.findall(r"[a-z]{4,}", title.lower())
    things = (word for word in said if word not in _PAPERS and word.removesuffix("s") not in WHOM)
    return frozenset(_root(word) for word in things if not _own(word, topic))


def _own(word: str, topic: Topic) -> bool:
    """Whether the topic file uses the word, or one that begins so, of the program or in a pattern."""
    if word in _described(topic) or word in (asked := vocabulary_of(topic)) or word.removesuffix("s") in asked:
        return True
    return any(word[:end] + "*" in asked for end in range(3, len(word) + 1)) or _root(word) in _roots(topic)


@lru_cache(maxsize=16)
def _roots(topic: Topic) -> frozenset[str]:
    return frozenset(_root(word) for word in (*vocabulary_of(topic), *_described(topic)) if len(word) > 3)


def _root(word: str) -> str:
    """Enough of the word to meet "encrypted" with "encryption" and "radios" with "radio"."""
    return word.removesuffix("s")[:6]
