"""Whether a sentence answers or takes up the one before it, so that it means anything only with it."""

from __future__ import annotations

import re

from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.sides import status
from pipeline.extractors.speakers import answers
from pipeline.records.language import Sentence

SHORT = 8  # words, marks included: a sentence of fewer may need the one before it to mean anything
A_WORD_OR_TWO = 3  # words up to which a sentence behind a question is its answer
BRIEF = 14  # words, marks included: an answer to what was asked in so many words
# What a sentence starts with that takes up the one before it. "The program is not free." starts anew, however short it is.
_TAKING_UP = frozenset(
    {
        "yes", "no", "not", "never", "none", "nothing", "nobody", "hardly", "absolutely", "certainly", "correct", "true",
        "false", "wrong", "only", "it", "they", "this", "that", "these", "those", "there", "he", "she", "we", "neither",
        "nor", "so",
    }
)  # fmt: skip
# What points to a question from anywhere in its answer: "Far from it.", "Before the first of them, yes."
_POINTING = frozenset({"yes", "no", "not", "n't", "never", "none", "nothing", "nobody", "neither", "nor", "it", "that"})
# A question to which "yes" is no answer: what follows need not be about what it holds.
_ASKS_FOR_MORE = re.compile(
    r"(?:\A|[.:,]\s)\W*(?:and |but |so )?(?:who|whom|whose|when|where|why|how|what|which)\b", re.IGNORECASE
)
_ASKS_WHO = re.compile(r"(?:\A|[.:,]\s)\W*(?:and |but |so )?(?:who|whom|whose)\b", re.IGNORECASE)
# "Who refused to pay?", "Who said that it pays?": what the answer names did or said something about it, and it need not be so.
_WHO_BUT = re.compile(
    r"(?i:\bwho(?:\s(?:has|had|have))?\s(?!(?:has|have|had|is|are|was|were|gets?|got|going|used|needs?|ought)\b)[a-z]+(?:\s\w+)?\sto\s[a-z]"
    r"|\bwho\s(?:would\s|ever\s|first\s)?(?:says?|said|thinks?|thought|believes?|believed|claims?|claimed|told|tells|decided|promised)\b"
    r"|\bwhose\s(?:\w+\s){1,2}(?:is|was)\s(?:it|this|that)\b)"
)
# "The board asked whether it could decline. The liaison said it could not."
_ASKED = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|want(?:s|ed)? to know|inquire[sd]?)\b"
    r"(?!(?: (?:you|us|him|her|them|me))? (?:what|why|how|who|whom|when|where|which)\b).{0,60}?"
    r"\b(?:whether|if|does|is|do|can|could|may|must)\b",
    re.IGNORECASE,
)


def takes_up(view: View, before: Sentence) -> bool:
    """Whether the sentence stands behind a question, or is short and points back to the one before. What asks answers nothing."""
    if status.is_question(view) or not any(word.isalpha() for word in view.lower):
        return False
    asked = before.text.rstrip().endswith("?")
    if asked and _WHO_BUT.search(before.text):
        return False
    if asked and not _ASKS_FOR_MORE.search(before.text):
        return True
    if len(view.tokens) < BRIEF and _ASKED.search(before.text):
        return True
    if names_whom(before.text, view):
        return True
    if asked and (points_back(view) or len(view.tokens) <= A_WORD_OR_TWO):
        return True
    return len(view.tokens) < SHORT and points_back(view)


def has_words_of_its_own(view: View) -> bool:
    """Whether the sentence, behind a question, is more than a yes or no, and nothing in it points to what was asked."""
    return len(view.tokens) > A_WORD_OR_TWO and not points_back(view) and not _POINTING & set(view.lower)


def names_whom(question: str, view: View) -> bool:
    """Whether "who" is asked, and the sentence is but somebody's name or office: "The county, out of its own fund."."""
    if not question.rstrip().endswith("?") or not _ASKS_WHO.search(question) or len(view.tokens) >= BRIEF:
        return False
    return not any(token.tag in ("VBD", "VBZ", "VBP", "MD") for token in view.tokens)


def points_back(view: View) -> bool:
    """Whether the sentence starts with a word that takes up the one before it."""
    said = answers.without_label(view.sentence.text)
    first = next((word for word in said.lower().replace("’", "'").split() if word.strip(".,;:!'-").isalpha()), "")
    return first.strip(".,;:!'-") in _TAKING_UP
