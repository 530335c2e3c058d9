"""Answers that mean nothing without the question before them: "No.", "It does not.", "A: They must."."""

from __future__ import annotations

import re

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.sides import moods
from pipeline.extractors.speakers import masked
from pipeline.extractors.speakers.saying import SAYING, TELLING

LINE = r"(?:\d{1,3}:\d{1,2}\s+|\d{1,2}\s+)?"  # page and line, or the line, as depositions print them in front
_LABEL = re.compile(rf"\W*{LINE}(?:a(?:nswer)?|response|reply)\s?\d{{0,3}}\s?[:.]\s*", re.IGNORECASE)
_NAMED = re.compile(
    rf"\W*{LINE}(?:(?!FACT|MYTH|TRUTH|REALITY|TRUE|FALSE)[A-Z]{{3,}}|M[RS]S?\.)(?:\s[A-Z][A-Z’'-]+){{0,3}}\s?:\s+(?=[A-Z])"
)
_YES_NO = re.compile(r"\W*(yes|no|not exactly|correct|nope|absolutely not|certainly not|not at all|by no means)\b", re.IGNORECASE)
_NONE = re.compile(
    r"\W*(?:not\s(?:a\s(?:single\s)?)?one|none(?:\sat\sall)?|never(?:\sonce)?|nobody|no\sone|nowhere)(?:\sof\s(?:them|those|us|these))?"
    r"(?:,?\s(?:sir|ma'am|madam|mr\.?|chairman|chair|so\sfar|yet|to\sdate|that\si\sknow\sof))*\s?[.!]?\W*$",
    re.IGNORECASE,
)
_YES = frozenset({"yes", "correct"})
# A pronoun, or what was asked about, with the verb of the question and nothing more.
_ELLIPSIS = re.compile(
    r"\W*(?:(?P<none>neither|none|nobody|no one|not one)|it|they|he|she|we|you|i|that|this|there|one|counties|states|jails"
    r"|(?:the|a|an|no|each|every) \w+)\s"
    r"(?:is|are|was|were|do|does|did|will|would|may|can|could|must|has|have)"
    r"(?P<not>\s?n.?t\b|\s?not\b)?(?:,? (?:sir|ma'am|madam|chairman|to|now|today))*\s?[.!]?\W*$",
    re.IGNORECASE,
)
# "Two of them, for an afternoon.", "Nine that I know of.": of what was asked of any there was some.
_SOME = re.compile(
    r"(?i)\W*(?:(?:at\sleast|about|maybe|perhaps|yes,)\s)?(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several"
    r"|some|many|most|plenty|dozens|a\s(?:few|couple|handful)|once|twice|quite\sa\sfew|more\sthan\sone)"
    r"(?:\sof\s(?:them|those|these|us|ours|mine)|\s(?:that|whom)\s(?:I|we)\s(?:know|can\sthink|am\saware|are\saware)\sof|\sso\sfar|\sto\sdate)?"
    r"(?=\s?(?:[,.;!]|$|(?:for|in|on|since|at|last|this)\s))"
)
_OF_ANY = frozenset({"any", "anyone", "anybody", "ever", "someone", "somebody", "people", "there"})
# "I don't recall anybody telling them that.", "I could not tell you.": nothing of what was asked.
_NOT_KNOWN = re.compile(
    r"(?i)\W*(?:well,?\s|no,?\s)?(?:i|we)\s(?:(?:do|did|can|could|would)(?:\s?n['’]?t|\snot)|cannot|have\sno(?:\s\w+)?)\s"
    r"(?:now\s|honestly\s|really\s|specifically\s)?(?:recall|remember|know|recollect\w*|say\b|tell\syou|idea|memory|answer|speak\sto)"
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DENYING = frozenset({"no", "not", "n't", "n’t", "never", "none", "nobody", "neither", "nowhere", "without"})
_PARTING = frozenset({",", ";", "-", "–", "—"})
_OBJECTION = re.compile(r"(?i)\bobjection\b|\bI object\b|\bI instruct the witness\b")
_ASKING_OF_WORDS = TELLING | {"say", "hear", "ask"}
_SO = frozenset({"case", "true", "fact", "correct", "is", "right", "so"})  # "is it not the case that", "isn't it so that"
LONGEST_LEAD = 5  # words of what may stand between a question and its answer: a label, "Short answer.", a form of address


def without_label(text: str) -> str:
    """The sentence without an "A:", or the label of whoever speaks, before it: "GUEST: It is not."."""
    found = _LABEL.match(text) or masked.LABEL.match(text) or _NAMED.match(text)
    return text[found.end() :] if found else text


def answer_in(view: View) -> tuple[bool, str] | None:
    """(whether it says yes, its word), for a sentence that by itself only says yes or no; None for any other."""
    text = without_label(view.sentence.text)
    if (plain := _YES_NO.match(text)) and not _says_of_what(view):
        return plain.group(1).lower() in _YES, plain.group(1)
    if none := _NONE.match(text):
        return False, none.group().strip()
    if short := _ELLIPSIS.match(text):
        negative = bool(short["not"] or short["none"]) or re.match(r"(?i:\W*no\s)", text) is not None
        return not negative, text.strip()
    return None


def some_in(question: View, view: View) -> tuple[bool, str] | None:
    """(True, its words) where what was asked of any is said of some: "Has anyone been held?" - "Nine that I know of.".

    Not where the question denies it ("Is there no way out?" - "One."), nor of what some think ("Some in town say so").
    """
    if _OF_ANY.isdisjoint(question.lower) or asks_how(question) or _denies(question):
        return None
    text = without_label(view.sentence.text)
    found = _SOME.match(text)
    if found is None:
        return None
    end = view.sentence.start + len(view.sentence.text) - len(text) + found.end()
    own = any(token.tag in _FINITE and token.start >= end and _of_first_part(view, at) for at, token in enumerate(view.tokens))
    told = any(lemma in SAYING | TELLING for lemma, token in zip(view.lemmas, view.tokens, strict=True) if token.start >= end)
    return None if own or told else (True, found.group().strip())


def _denies(question: View) -> bool:
    """Whether the main clause of a question has a denying word: what "some" then says is not what it asks."""
    top = next((at for at, token in enumerate(question.tokens) if token.dep == "ROOT"), -1)
    return any(word in _DENYING and question.clause[at] == top for at, word in enumerate(question.lower))


def _of_first_part(view: View, at: int) -> bool:
    """Whether no comma, semicolon or dash stands before the token."""
    return _PARTING.isdisjoint(view.lower[:at])


def _says_of_what(view: View) -> bool:
    """ "No person is held for longer": its "no" belongs to a noun and a verb of its own, and answers nothing by itself."""
    at = next((at for at, word in enumerate(view.lower) if word == "no"), -1)
    if at < 0 or view.tokens[at].dep != "det" or any(mark in view.lower[:at] for mark in (",", "?")):
        return False
    noun = grammar.head_of(view, at)
    verb = grammar.head_of(view, noun)
    return view.tokens[noun].dep in grammar.SUBJECTS and noun < verb and len(view.children[verb]) > 2


def asks_how(view: View) -> bool:
    """Whether a question asks how, when or why, which neither yes nor no can answer: "How long are they held?" """
    first = next((word for word in view.lower if word.isalpha() and len(word) > 1), "")
    return first in ("how", "what", "when", "why", "where", "which", "who")


def says_flatly(word: str) -> bool:
    """Whether an answer's word is a bare yes or no."""
    return _YES_NO.match(word) is not None


def says_yes_or_no(text: str) -> bool:
    """Whether these words by themselves only say yes or no: "They may."."""
    return any(pattern.match(text) for pattern in (_YES_NO, _NONE, _ELLIPSIS))


def says_nothing(view: View) -> bool:
    """Whether this is but a label, a heading or a form of address, so that the question before it still waits."""
    return sum(any(map(str.isalpha, word)) for word in view.lower) <= LONGEST_LEAD and not any(
        token.pos in ("VERB", "AUX") for token in view.tokens
    )


def evades(view: View) -> bool:
    """Whether what follows a question is no answer to it: an objection, an order ("Please see the leaflet."), or that one does
    not know."""
    if _OBJECTION.search(view.sentence.text) or _NOT_KNOWN.match(without_label(view.sentence.text)):
        return True
    return answer_in(view) is None and any(moods.orders(view, at) for at in range(len(view.tokens)))


def of_telling(question: View, anybody: bool = False) -> bool:
    """Whether it is asked if something was ever said ("Did you tell him that he had a choice?"), and not if it is so.

    `anybody`: whoever is to have said it ("Did the letter say that they must?"); not what was said.
    """
    if anybody and any(word.startswith(("wh", "how")) for word in question.lower[:4]):
        return False
    return any(
        (token.dep == "ROOT" or (anybody and _asked_if_so(question, at))) and question.lemmas[at] in _ASKING_OF_WORDS
        for at, token in enumerate(question.tokens)
        if anybody or any(question.lower[kid] == "you" for kid in grammar.kids_with(question, at, grammar.SUBJECTS))
    )


def _asked_if_so(question: View, at: int) -> bool:
    """Whether this is what is asked to be so: "told" in "is it not the case that they told him"."""
    above = grammar.head_of(question, at)
    if question.tokens[at].dep not in ("ccomp", "acl", "relcl", "csubj") or question.lower[above] not in _SO:
        return False
    return above != at
