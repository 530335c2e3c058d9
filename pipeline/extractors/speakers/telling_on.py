"""Who goes on speaking where a paper tells what was said: in minutes whoever a paragraph tells of, in a form the one whose own
words a heading announces."""

from __future__ import annotations

import re

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.speakers.frames import Frame
from pipeline.extractors.speakers.sources import Source

_MINUTES = re.compile(
    r"(?i:\b(?:minutes|proceedings\sof|(?:meeting|session|conference|hearing|roundtable)\s(?:notes|record|summary)"
    r"|(?:notes|record|summary)\s(?:of|from|on)\s(?:(?:the|a|an)\s)?(?:\w+\s){0,3}(?:meeting|session|conference|hearing|roundtable))\b)"
)
_ROLL = re.compile(r"(?im)^\W*(?:(?:members|staff|also)\s)?(?:present|attendees|in\sattendance|attending|attendance)\s?:")
_TOP, _LINE = 6, 14  # lines at the top of a paper that may say what it is, and words of such a line
# What minutes record as done by the body itself, or begin anew.
_DONE = re.compile(
    r"\W*(?:\d{1,2}[.)]|(?i:motion|moved|on\smotion|seconded|roll\scall|carried|passed|adjourn\w*|resolved|ayes?|nays?|vote[ds]?|item|public\scomment"
    r"|present|absent|next\smeeting|the\s(?:board|council|commission|committee|clerk|meeting|motion|minutes|body|chair\sopened)|there\sbeing)\b)"
)
_BULLET = re.compile(r"\s*(?:[•▪◦‣*¢©]|[-–—]\s)\s*")
_OWN_WORDS = re.compile(
    r"(?i:\b(?P<who>complainant|caller|witness|victim|applicant|detainee|claimant|petitioner|inmate|client|reporting\sparty|interviewee)['’]s\s"
    r"(?:own\s)?(?:words|statement|account|story|narrative|version)\b)"
)
# What whoever complains or calls has left, in a field of its own: "Statement: My brother was taken ..."
_STATED = re.compile(
    r"\W*(?i:statement|complaint|allegations?|account|message)(?:\s(?i:left|given|of\scomplainant))?\s?:\s+[“\"]?[A-Z]"
)
_HEADING = re.compile(r"\W*(?:\d{1,2}|[A-Z])[.)]\s|\W*(?:[A-Z][\w’'-]*\s){0,4}[A-Z][\w’'-]*\s?:\s")
# Where those who take a complaint down go on in their own words: "Officer notes follow.", "DISPOSITION".
_TAKEN_DOWN = re.compile(
    r"\W*(?:(?i:(?:officer|interviewer|intake|staff|investigator|reviewer|supervisor|deputy|clerk|official|office|agency)(?:['’]s)?\s(?:\w+\s){0,2}?"
    r"(?:notes?|observations?|comments?|remarks|assessment|findings?|use|review|summary|response|action|disposition|determination|narrative)\b)"
    r"|(?:[A-Z]{3,}\s){0,3}(?:NOTES|FINDINGS?|ACTION|DISPOSITION|DETERMINATION|ASSESSMENT|OBSERVATIONS|COMMENTS|RECOMMENDATIONS?|REVIEW)"
    r"\s*(?:\n|$))"
)
_SHORT = 14  # words of a heading
# Whoever takes part besides the one who speaks, and what others do at a meeting.
_OTHERS = frozenset(
    {"staff", "counsel", "member", "clerk", "attorney", "audience", "chair", "chairman", "chairwoman", "president"}
)
_MEETS = frozenset({
    "thank", "move", "leave", "ask", "second", "arrive", "open", "close", "recess", "vote", "abstain", "request",
    "direct", "introduce", "invite", "inquire", "question", "suggest", "agree", "disagree", "concur", "return",
    "join", "excuse", "welcome", "object", "reply",
})  # fmt: skip


class TellingOn:
    """Follows one paper. `minutes`: whether its title, or its top, says that it sets down what was said at a meeting."""

    def __init__(self, title: str, top: str = "", heard: Source | None = None) -> None:
        self._heard = heard  # whom the paper's head names as the one who was heard
        lines = [line for line in top.split("\n") if line.strip()][:_TOP]
        heads = (title, *(line for line in lines if len(line.split()) <= _LINE))
        self._minutes = any(_MINUTES.search(one) for one in heads) or _ROLL.search("\n".join(lines)) is not None
        self._teller: Source | None = None
        self._account: Source | None = None

    @property
    def minutes(self) -> bool:
        """Whether the paper sets down what was said at a meeting."""
        return self._minutes

    def account(self, view: View) -> Source | None:
        """Whose own words the sentence is part of, below a heading that announces them and up to the next heading."""
        text = view.sentence.text
        announced = _OWN_WORDS.search(text) if len(text.split()) <= _SHORT else None
        if self._heard is not None and _STATED.match(text):
            self._account = self._heard
            return self._account
        if announced or _HEADING.match(text) or _TAKEN_DOWN.match(text):
            self._account = Source(announced["who"].lower(), "") if announced else None
            return None
        return self._account

    def next(self, view: View, apart: bool, frames: tuple[Frame, ...]) -> Source | None:
        """Who goes on speaking in this sentence of minutes, which names nobody; None where that is the body itself."""
        text = view.sentence.text
        if not self._minutes:
            return None
        if apart or _BULLET.match(text) or _DONE.match(text):
            self._teller = None
        if told := _said_by(view, frames):
            self._teller = told
            return None
        if self._teller is not None and _taken_over(view, self._teller):
            self._teller = None
        return None if _DONE.match(text) else self._teller


def _taken_over(view: View, teller: Source) -> bool:
    """Whether the sentence tells what somebody else at the meeting does: "Commissioner Fell thanked her", "Staff will write"."""
    root = next((at for at, token in enumerate(view.tokens) if token.dep == "ROOT"), -1)
    subject = next(iter(grammar.kids_with(view, root, {"nsubj"})), -1) if root >= 0 else -1
    if subject < 0 or view.lower[subject] in teller.name.lower().split():
        return False
    if view.lemmas[subject] in _OTHERS:
        return view.tokens[root].pos == "VERB"
    named = view.tokens[subject].pos == "PROPN" or view.lower[subject] == "we"
    return named and view.lemmas[root] in _MEETS


def _said_by(view: View, frames: tuple[Frame, ...]) -> Source | None:
    """Whoever the sentence as a whole says to have spoken."""
    for frame in frames:
        main = grammar.head_of(view, view.clause[frame.cue]) == view.clause[frame.cue]
        if frame.source is not None and main and (frame.source.name or frame.source.kind) and frame.source.kind != "record":
            return Source(frame.source.name, frame.source.kind)
    return None
