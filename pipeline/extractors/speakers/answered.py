"""What a question and its answer say together, held against what each of them says by itself.

Read as one text a question lends its words to whatever follows it. What the answer's own words do not bear, or turn round, is not
said.
"""

from __future__ import annotations

import re

from pipeline.extractors.cueing.candidates import FLIP, Candidate
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.sides.reread import Reader
from pipeline.extractors.speakers import answers
from pipeline.extractors.subjects.taken_up import has_words_of_its_own, names_whom
from pipeline.extractors.weighing import probability, says

LEANS = 0.1  # what an answer in words of its own must give by itself of what it says to the question
# "Training?", "Any fees?": so little that what stands behind it can only be about that.
_SUBJECT = re.compile(
    r"\W*+(?:Q(?:uestion)?\s?\d*\s?[.:]\s*)?"
    r"(?!.*\b(?:is|are|was|were|be|do|does|did|has|have|had|will|would|can|could|may|must|shall|should|so|then|really|wh\w+)\b)"
    r"(?:[\w’'-]+\s){0,3}[\w’'-]{3,}\s?\?\W*$",
    re.IGNORECASE,
)
_WHETHER = re.compile(r"\bask(?:s|ed|ing)?\b.{0,40}?\b(?:whether|if) (?P<put>.+)", re.IGNORECASE | re.DOTALL)
# "Said no.", "The captain said no.": a bare answer that is told.
_SAID_NO = re.compile(
    r"\W*(?:[\w.'’]+\s){0,3}?(?:said|says|answered|replied|told)\s(?:(?:her|him|them|us|me)\s)?no\b\W*$", re.IGNORECASE
)


def borne(read: Reader, question: str, view: View, no: bool, own: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Those of the readings of both together that this sentence bears as an answer. `no`: it only says no."""
    text = answers.without_label(view.sentence.text)
    bare = answers.says_yes_or_no(text)
    if _SAID_NO.match(text):
        no, bare = True, True
    asked, in_own_words = question.rstrip().endswith("?"), has_words_of_its_own(view)
    answer = read(text)
    given = {one: probability(answer, one.proposition.id, one.stance) for one in own}
    if asked:
        # "Does it choose? It used to be said so; it isn't now.": the answer says the contrary.
        contrary = {one: probability(answer, one.proposition.id, FLIP[one.stance]) for one in own}
        own = tuple(one for one in own if contrary[one] < LEANS or contrary[one] <= given[one])
    if asked and in_own_words and not (_SUBJECT.match(question) or names_whom(question, view)):
        # "Was any county connected against its wish? Counties are consulted.": the question says it, not the answer.
        own = tuple(one for one in own if given[one] >= LEANS)
    if not asked and (whether := _WHETHER.search(question)) and (no or in_own_words):
        # "You ask whether it was told in two ways. It was not.", "They asked if we would leave. We are here to stay.": not what
        # the words asked about say, unless the answer says it too; and of what they do not touch ("asked if that could be in a
        # letter") a bare "no" says nothing.
        put = read(whether["put"])
        own = tuple(one for one in own if not says(put, one) or (not no and says(answer, one)))
        if no and bare:
            own = tuple(one for one in own if probability(put, one.proposition.id, FLIP[one.stance]) >= LEANS)
    return own
