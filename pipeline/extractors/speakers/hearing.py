"""Whose voice is heard, sentence by sentence, through one document: its author, a turn's speaker, a quotation that runs on.

A `Listener` walks the sentences in text order; `who` then says who answers for one statement in a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.sides.stands import stands_in
from pipeline.extractors.speakers import persons, phrases, quotations, sources, speaker
from pipeline.extractors.speakers.frames import Frame
from pipeline.extractors.speakers.kinds import OFFICIAL, kind_of
from pipeline.extractors.speakers.quotations import Quotation
from pipeline.extractors.speakers.roster import NO_ROSTER, Roster
from pipeline.extractors.speakers.sources import Source, Voices
from pipeline.extractors.speakers.telling_on import TellingOn
from pipeline.extractors.speakers.turns import Turns
from pipeline.patterns.openings.talk import LABEL
from pipeline.records.document import Document

NOBODY = Source("", "")
_NO_TELLER = frozenset({"nothing", "you", "i", "we"})  # subjects of a report that make it nobody else's word


_RECORDED = frozenset({"form", "other", "report", "memo"})  # kinds of which the record of a call may be
_NAME = 3  # letters of a name that tells somebody


@dataclass(frozen=True, slots=True)
class Heard:
    """One sentence as heard. `frames` are its reports of speech, widest first; `voices` whom its pronouns can mean.

    `owner` is a speaker whose turn or quotation it stands in, None where that is the author; `turn` tells the two apart.
    `told`: what the owner says is told of, not quoted; `minuted`: by a paper that sets down what was said at a meeting.
    `quoted`: the whole sentence is a quotation; `own_words`: the document is one in which a public body quotes itself.
    """

    frames: tuple[Frame, ...]
    voices: Voices
    owner: Source | None
    turn: bool
    quoted: bool
    own_words: bool = False
    told: bool = False
    minuted: bool = False

    def own_act(self, frames: tuple[Frame, ...]) -> bool:
        """Whether what these frames hold is what the writer says that he told somebody, and nobody else's word in it."""
        others = any(one.hearsay or one.source is not None for one in frames)
        return not self.told and not others and any(one.own for one in frames or self.frames)


class Listener:
    """Follows who speaks through one document, from its first sentence to its last. `top`: what stands at its beginning."""

    def __init__(self, document: Document, agencies: tuple[str, ...], roster: Roster = NO_ROSTER, top: str = "") -> None:
        self._agencies = agencies
        kind = document.audience if document.audience in OFFICIAL else ""
        names = "; ".join(document.recipients)
        reader = Source(names, kind or kind_of(names, agencies)) if kind or names else None
        caller = persons.heard_in(top, document.author, agencies) if document.kind in _RECORDED else None
        self._voices = Voices(Source(document.author, document.author_kind), reader=reader, persons=(caller,) if caller else ())
        self._own_words = document.audience == "public" and document.author_kind in OFFICIAL
        self._turns = Turns(document.title, roster)
        self._bare, self._taken_down = roster.bare, roster.taken_down
        self._quotation = Quotation()
        self._full: dict[str, Source] = {}  # who was named in full, by surname
        self._telling = TellingOn(document.title, top, caller)

    def hear(self, view: View, apart: bool, ahead: tuple[View, ...] = ()) -> Heard:
        """The next sentence. `apart`: an empty line or a page's start stands before it; `ahead`: the rest of its paragraph, or
        the next few sentences of it."""
        turn = self._turns.next(view, self._voices, self._agencies, apart)
        turn = turn and _himself(turn, self._voices.author)
        account = self._telling.account(view)
        speaks = turn or account
        voices = replace(self._voices, author=speaks) if speaks is not None else self._voices
        if turn is not None and turn.name and self._turns.labelled and not self._taken_down:
            voices = replace(voices, persons=(turn, *voices.persons))  # notes say "he" of him: "Roe: it is late; he will write"
        frames = self._without_label(view, speaker.frames_in(view, voices, self._agencies))
        if apart:
            self._quotation.part(view)
        before = self._quotation.open
        running, quoted = self._quotation.next(view, self._voices, frames)
        if quoted and not before and self._quotation.open and (teller := self._teller(ahead)):
            self._quotation.give(teller)
            running = teller
        goes_on = account or self._telling.next(view, apart, frames)
        goes_on = None if running or turn else goes_on
        self._voices = self._after(view, frames)
        owner, in_turn = running or turn or goes_on, running is None and turn is not None
        return Heard(frames, voices, owner, in_turn, quoted, self._own_words, goes_on is not None, self._telling.minutes)

    def _without_label(self, view: View, frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
        """The frames of a turn whose label runs into whoever is named first in it: "HOST Sheriff Poe says ..."."""
        label = LABEL.match(view.sentence.text.lstrip())
        if label is None or label["who"] not in self._bare:
            return frames
        made = []
        for frame in frames:
            source = frame.source
            if source is not None and source.name.startswith(f"{label['who']} "):
                name = source.name.removeprefix(f"{label['who']} ")
                source = replace(source, name=name, kind=kind_of(name, self._agencies))
            made.append(replace(frame, source=source))
        return tuple(made)

    def _stander(self, view: View, frames: tuple[Frame, ...]) -> Source | None:
        """Who takes a stand without being quoted, where nobody talks: "the council opposed it"."""
        for stand in stands_in(view, self._voices, self._agencies, frames):
            if stand.source is not None and stand.source.tokens and stand.source.kind not in ("", "record"):
                return stand.source
        return None

    def _teller(self, ahead: tuple[View, ...]) -> Source | None:
        """Who is named where an open quotation ends: "It is a choice. We said so," the director told the board."""
        for view in ahead:
            told = quotations.outside(view, speaker.frames_in(view, self._voices, self._agencies), True)
            if told and told[0].source is not None:
                return Source(told[0].source.name, told[0].source.kind)  # its words do not stand in this sentence
            if quotations.ends_in(view.sentence.text):
                return None
        return None

    def _after(self, view: View, frames: tuple[Frame, ...]) -> Voices:
        """Who "he", "they" and "it" may mean in the next sentence."""
        named = [frame.source for frame in frames if frame.source is not None and frame.source.tokens]
        talker = speaker.talker_in(view, self._voices, self._agencies) or self._stander(view, frames)
        if talker is not None:
            named.append(talker)
        many = next((one for one in named if view.tokens[one.tokens[-1]].tag in ("NNS", "NNPS") and one.kind != "record"), None)
        many = many or persons.several(view, self._voices, self._agencies)
        acting = persons.acting(view, self._voices, self._agencies, self._full)
        paper = persons.quoted_paper(view, self._voices, self._agencies)
        return sources.after(self._voices, named, many, acting, paper)


def who(heard: Heard, frames: tuple[Frame, ...], view: View) -> tuple[Source, bool, str]:
    """(who answers for what these frames hold, innermost first; whether it is only relayed; why).

    Nobody named inside a report: the next source outwards answers. What was told by somebody left out is nobody's.
    """
    frames = tuple(frame for frame in frames if frame.mode not in ("rebut", "fact") and not (frame.own and not heard.told))
    for order, frame in enumerate(frames):
        if frame.source is not None and phrases.is_crowd(view, frame.source.tokens):
            continue  # "the chief said that three women had told him so": he tells of it
        if frame.source is not None and (frame.source.name or frame.source.kind):
            return _himself(frame.source, heard.voices.author), order > 0, f"by '{view.tokens[frame.cue].text}'"
        if frame.hearsay and frame.mode == "ask" and any(one.source for one in frames[order + 1 :]):
            continue  # "the sheriff says that one in three asks whether": it is he who tells of it
        if frame.hearsay and (teller := _quoting_it(frame, frames[order + 1 :], view)):
            return _himself(teller, heard.voices.author), True, f"'{view.tokens[frame.cue].text}' names nobody"
        if frame.hearsay:
            return NOBODY, True, f"'{view.tokens[frame.cue].text}' names nobody"
    if frames:
        # Where nobody is said to have said it nothing is handed on: "You ask whether jails may refuse; they may."
        outer = frames[0]
        told = view.lower[outer.by[0]] not in _NO_TELLER if outer.by else view.tokens[outer.cue].pos == "NOUN"
        somebody = outer.mode != "ask" and told
        return heard.owner or _author(heard), somebody, f"'{view.tokens[outer.cue].text}' names nobody"
    if heard.owner is not None and heard.told:
        return _himself(heard.owner, heard.voices.author), True, "what was said before goes on"
    if heard.owner is not None:
        return (
            _himself(heard.owner, heard.voices.author),
            False,
            "in the speaker's turn" if heard.turn else "the quotation runs on",
        )
    if heard.quoted and not heard.own_words:
        return NOBODY, True, "quoted, and nobody named"
    return _author(heard), False, "author of the document" if heard.voices.author.name else "no author known"


def _quoting_it(frame: Frame, outer: tuple[Frame, ...], view: View) -> Source | None:
    """Who says, in a quotation, that he was told so by somebody whom he leaves out: ""We were told so," the mayor said"."""
    first = (bool(frame.by) and view.lower[frame.by[-1]] in ("we", "i")) or any(
        view.lower[at] in ("we", "i") for at in range(max(0, frame.cue - 3), frame.cue)
    )
    return next((one.source for one in outer if first and one.source is not None and one.source.name), None)


def _himself(source: Source, author: Source) -> Source:
    """Whoever is called by the author's own last name is of the author's side: "STATEMENT OF JANE POE ... Poe said"."""
    last = source.name.split()[-1] if source.name and not source.kind else ""
    known = {word.casefold() for word in re.findall(r"[^\W\d_][\w’'-]+", author.name)}
    if len(last) < _NAME or not last[0].isupper() or last.casefold() not in known:
        return source
    return replace(source, kind=author.kind)


def _author(heard: Heard) -> Source:
    return Source(heard.voices.author.name, heard.voices.author.kind)
