"""A question after an amount and its answer as one statement: "How many counties are live?" - "Twenty-six, as of today."."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View, view_of
from pipeline.extractors.speakers import answers
from pipeline.records.language import Sentence, Token

_AMOUNTS = frozenset({"many", "long"})
_NONE = frozenset({"none", "zero", "nil"})
_ABOUT = frozenset(
    {"about", "around", "some", "over", "nearly", "almost", "roughly", "approximately", "at", "least", "more", "than"}
)
_STOPS = frozenset({".", ";", ":", "!", "?", "-", "–", "—"})
# What may stand right behind the number of an answer: what narrows it is said of something else ("Six of the twelve").
_BEHIND = frozenset({"as", "by", "so", "to", "in", "since", "through", "that", "altogether", "now", "today", "all", "at", "up"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONGEST = 14  # words of an answer that tells how long


def statement_of(question: View, answer: View) -> View | None:
    """What both say together, in the question's words with the answer's amount; None where the answer gives none.

    The offsets of its tokens are those of its own text, from the start of the question on.
    """
    asked = next((at for at, word in enumerate(question.lower[:-1]) if word == "how" and question.lower[at + 1] in _AMOUNTS), -1)
    end = max((at for at, word in enumerate(question.lower) if word.endswith("?")), default=-1)
    if asked < 0 or end <= asked + 2 or question.tokens[asked].dep not in ("advmod", "dep", "amod"):
        return None
    begin = _said_from(answer)
    rest = list(range(asked + 2, end))
    if question.lower[asked + 1] == "long":
        told = _clause(answer, begin)
        rest = rest[1:] if question.tokens[rest[0]].dep in ("aux", "auxpass") else rest  # what is asked is no statement
        timed = any(answer.tokens[at].pos == "NUM" for at in told) and len(told) <= _LONGEST
        timed = timed and not any(answer.tokens[at].tag in _FINITE for at in told)  # a statement of its own
        return _made(question, [(question, at) for at in rest] + [(answer, at) for at in told], -1, ()) if timed else None
    number = _number(answer, begin)
    noun = grammar.head_of(question, asked + 1)
    if not number or noun not in rest or not _ends(answer, number[-1] + 1, question.lemmas[noun]):
        return None
    behind = [at for at in _clause(answer, number[-1] + 1) if answer.lemmas[at] != question.lemmas[noun]]
    parts = [(answer, at) for at in number] + [(question, at) for at in rest] + [(answer, at) for at in behind]
    return _made(question, parts, noun, tuple(number))


def _said_from(answer: View) -> int:
    """The first token behind a label "A."."""
    left = len(answer.sentence.text) - len(answers.without_label(answer.sentence.text))
    left = len("".join(answer.sentence.text[:left].split()))
    for at, token in enumerate(answer.tokens):
        if left <= 0:
            return at
        left -= len("".join(token.text.split()))
    return len(answer.tokens)


def _number(answer: View, begin: int) -> list[int]:
    """The tokens of the amount that an answer begins with; [] where it begins with none."""
    found: list[int] = []
    for at in range(begin, len(answer.tokens)):
        word, token = answer.lower[at], answer.tokens[at]
        joined = word == "-" and bool(found) and at + 1 < len(answer.tokens) and answer.tokens[at + 1].pos == "NUM"
        if not (token.pos == "NUM" or word in _NONE or joined or (word in _ABOUT and not _told(answer, found))):
            break
        found.append(at)
    return found if _told(answer, found) else []


def _told(answer: View, found: list[int]) -> bool:
    return any(answer.tokens[at].pos == "NUM" or answer.lower[at] in _NONE for at in found)


def _ends(answer: View, at: int, noun: str) -> bool:
    """Whether the amount stands alone, or counts what was asked about and tells nothing else of it ("Ten sites wrote to us")."""
    word = grammar.word_at(answer, at)
    if word and answer.lemmas[at] == noun:
        return not any(answer.tokens[kid].tag in _FINITE for kid in _clause(answer, at + 1))
    return not word or word in _BEHIND or not word[0].isalnum()


def _clause(answer: View, begin: int) -> list[int]:
    stop = next((at for at in range(begin, len(answer.tokens)) if answer.lower[at] in _STOPS), len(answer.tokens))
    return list(range(begin, stop))


def _made(question: View, parts: list[tuple[View, int]], noun: int, number: tuple[int, ...]) -> View:
    """The parts as a sentence; the number hangs on the noun asked about, and what leads elsewhere on the top."""
    places = {(id(view), at): order for order, (view, at) in enumerate(parts)}
    top = next((order for order, (view, at) in enumerate(parts) if view is question and view.tokens[at].dep == "ROOT"), 0)
    tokens: list[Token] = []
    text = ""
    for view, at in parts:
        token = view.tokens[at]
        word, lemma, pos, dep = token.text, token.lemma, token.pos, token.dep
        head = places.get((id(view), grammar.head_of(view, at)), top)
        if at in number and view is not question:
            head, dep = places[id(question), noun], "nummod"
            if view.lower[at] in _NONE:
                word, lemma, pos, dep = "no", "no", "DET", "det"
        elif view is not question and dep == "ROOT":
            dep = "npadvmod"
        gap = "" if not text or not re.match(r"\w", word) or text.endswith("-") else " "
        start = question.sentence.start + len(text) + len(gap)
        tokens.append(replace(token, text=word, lemma=lemma, pos=pos, dep=dep, head=head, start=start, end=start + len(word)))
        text += gap + word
    end = Token(
        ".", ".", "PUNCT", ".", "punct", top, question.sentence.start + len(text), question.sentence.start + len(text) + 1
    )
    return view_of(Sentence(f"{text}.", question.sentence.start, end.end, (*tokens, end)))
