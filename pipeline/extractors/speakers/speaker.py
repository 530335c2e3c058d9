"""Who says it: every report of speech in a sentence, which of them holds a statement, and what a sentence says most of all.

The speaker of a statement is the innermost source that answers for it. A frame is one such source with what it is said to
have said. A speaker nobody names stays '' and the statement counts as reported.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.speakers import asserting
from pipeline.extractors.speakers.frames import Frame
from pipeline.extractors.speakers.own_act import own_act
from pipeline.extractors.speakers.saying import CALLING, MINDS, NOUNS, PLACING, SAYING, TALKING
from pipeline.extractors.speakers.sources import Source, Voices, source_at
from pipeline.extractors.speakers.surface import surface_frame
from pipeline.extractors.speakers.telling import QUOTING, REPORTING, unlisted_frame, verb_frame

_VERBS = REPORTING | CALLING | QUOTING | frozenset(PLACING)
_TALKING = TALKING | SAYING
_OF_ONES_MIND = frozenset(
    {"guess", "believe", "think", "understand", "feel", "suspect", "assume", "fear", "hope", "expect", "recall", "reckon"}
)
_NEAR = 3  # words behind a verb of saying within which the people stand who are its object
CONTENT = 0.35  # share of the words left from which a report further down is what is mostly said
MOST = 0.6  # and from which it is so wherever it hangs
# How a report hangs on the statement that hands it on; not as its subject, its condition or a second statement beside it.
_HANDED_ON = frozenset(
    {"dobj", "pobj", "prep", "acl", "relcl", "ccomp", "xcomp", "pcomp", "oprd", "dative", "attr", "acomp", "agent"}
)


def frames_in(view: View, voices: Voices, agencies: tuple[str, ...]) -> tuple[Frame, ...]:
    """Every report of speech in the sentence, widest first."""
    found: list[Frame] = []
    for index, token in enumerate(view.tokens):
        frame = None
        lemma, word = view.lemmas[index], view.lower[index]
        if word in MINDS:
            frame = asserting.mind_frame(view, index, voices, agencies)
        elif token.pos in ("VERB", "AUX"):
            if lemma in ("accord", "according"):
                frame = asserting.according_frame(view, index, voices, agencies) if _to(view, index) else None
            elif lemma in _VERBS:
                frame = _in_writing(view, index, verb_frame(view, index, voices, agencies))
            elif token.pos == "VERB":
                frame = unlisted_frame(view, index, voices, agencies)
        elif token.pos == "NOUN" and lemma in NOUNS:
            frame = asserting.noun_frame(view, index, voices, agencies)
        elif word in ("according", "per", "in", "by", "acc", "acc."):
            frame = _preposition(view, index, voices, agencies)
        if frame and frame.content:
            found.append(frame)
    if own := own_act(view):
        found = [one for one in found if one.cue != own.cue] + [own]
    if not found and (frame := surface_frame(view, voices, agencies)):
        found.append(frame)
    found = [_of_himself(view, _of_those(view, one, found), found) for one in found]
    return tuple(sorted(found, key=lambda frame: (-len(frame.content), frame.cue)))


def _in_writing(view: View, index: int, frame: Frame | None) -> Frame | None:
    """The frame; "the jails were told in writing that" does not say who told them."""
    if frame is None or view.lower[index] != "writing":
        return frame
    verb = grammar.head_of(view, grammar.head_of(view, index))
    passive = bool(grammar.kids_with(view, verb, {"nsubjpass"}))
    return replace(frame, source=None, hearsay=True) if passive else frame


def _of_himself(view: View, frame: Frame, frames: list[Frame]) -> Frame:
    """ "The sheriff said that he guessed it": whose mind "he" tells of is whoever is said to say so, not who spoke before."""
    if view.lemmas[frame.cue] not in _OF_ONES_MIND or not frame.by or view.lower[frame.by[0]] not in ("he", "she"):
        return frame
    outer = [one for one in frames if frame.cue in one.content and one.source is not None and one.source.tokens]
    if not outer:
        return frame
    teller = min(outer, key=lambda one: len(one.content)).source
    return replace(frame, source=Source(teller.name, teller.kind)) if teller else frame


def _of_those(view: View, frame: Frame, frames: list[Frame]) -> Frame:
    """ "Some offices name wardens who say they were told ...": what is reported is people, and all that follows is theirs."""
    source = frame.source.tokens if frame.source is not None else ()
    if not source or view.lower[source[-1] + 1 : source[-1] + 2] not in (("who",), ("that",)):
        return frame
    for outer in frames:
        if frame.cue in outer.content and outer.cue < source[0] and source[0] - outer.cue <= _NEAR and source[-1] + 1 < frame.cue:
            return replace(frame, content=frame.content | {at for at in outer.content if at > frame.cue})
    return frame


def _to(view: View, index: int) -> bool:
    return view.lower[index + 1 : index + 2] == ("to",)


def _preposition(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    word = view.lower[index]
    if word == "according":
        return asserting.according_frame(view, index, voices, agencies) if _to(view, index) else None
    if word == "per":
        return asserting.per_frame(view, index, voices, agencies)
    if word in ("in", "by"):
        return asserting.view_frame(view, index, voices, agencies)
    return asserting.short_according_frame(view, index, voices, agencies)


def around(frames: tuple[Frame, ...], tokens: tuple[int, ...]) -> tuple[Frame, ...]:
    """The frames that hold these tokens, innermost first. What they are about may stand in front of whoever says it:
    "On the levy, the clerk told us that it is due".
    """
    return tuple(frame for frame in reversed(frames) if frame.cue not in tokens and _holds(frame, tokens))


def _holds(frame: Frame, tokens: tuple[int, ...]) -> bool:
    ahead = min(frame.by, default=frame.cue) if frame.by and min(frame.content, default=0) > frame.cue else 0
    rest = {at for at in tokens if at >= ahead}
    return bool(rest) and rest <= frame.content


def heart(view: View, frames: tuple[Frame, ...]) -> tuple[int, ...]:
    """The token under which the sentence says what it says: its head, or, where it is a report, the head of what is reported.

    For readings that no word of the sentence points to. Reports within reports are followed to the innermost.
    """
    roots = [at for at in range(len(view.tokens)) if grammar.head_of(view, at) == at]
    if not roots:
        return (0,)
    at = roots[0]
    left = len(view.tokens)
    for _ in frames:
        inner = [frame for frame in frames if frame.cue != at and _led_to(view, frame, at, left)]
        here = [frame for frame in frames if frame.cue == at] or inner
        if not here or at in here[-1].content:
            break
        at, left = _top(view, here[-1].content), len(here[-1].content)
    return (at,)


def against(view: View, frames: tuple[Frame, ...]) -> int | None:
    """The head of a clause in which the author sets his own word against what he reports: "they were told that they may, but no
    county has been let out". None where there is none."""
    roots = [at for at in range(len(view.tokens)) if grammar.head_of(view, at) == at]
    if not any(frame.cue in roots for frame in frames):
        return None
    for at in (kid for root in roots for kid in grammar.kids_with(view, root, {"conj"})):
        begin = min(grammar.subtree(view, at))
        joins = not {"but", "yet"}.isdisjoint(view.lower[max(begin - 2, 0) : begin])
        own = bool(grammar.kids_with(view, at, grammar.SUBJECTS))
        if joins and own and not any(at in frame.content for frame in frames):
            return at
    return None


def _led_to(view: View, frame: Frame, at: int, left: int) -> bool:
    """Whether the statement headed at `at` only hands on this report: "repeats the staff's view that", "was quoted as saying"."""
    share = len(frame.content) / max(left, 1)
    if at in frame.content or share < CONTENT:
        return False
    path = grammar.path_up(view, frame.cue, at)
    return share >= MOST or (path[-1] == at and all(_handed_on(view, one) for one in path[:-1]))


def _handed_on(view: View, at: int) -> bool:
    dep = view.tokens[at].dep
    return dep in _HANDED_ON or (dep == "conj" and not grammar.kids_with(view, at, grammar.SUBJECTS))


def _top(view: View, content: frozenset[int]) -> int:
    heads = [at for at in content if grammar.head_of(view, at) not in content or grammar.head_of(view, at) == at]
    # Of several pieces the one that governs most of it, else the first.
    return min(heads, key=lambda at: (-len(grammar.subtree(view, at)), at)) if heads else min(content)


def talker_in(view: View, voices: Voices, agencies: tuple[str, ...]) -> Source | None:
    """Who speaks or takes a stand in the sentence without being quoted: "advocates have criticized the program"."""
    for index, token in enumerate(view.tokens):
        if token.pos == "VERB" and view.lemmas[index] in _TALKING:
            for kid in grammar.kids_with(view, index, {"nsubj"}):
                source = source_at(view, kid, voices, agencies)
                if source is not None and source.tokens and source.kind != "record":
                    return source
    return None


def told_of(view: View, voices: Voices, agencies: tuple[str, ...]) -> Source | None:
    """Whose words a sentence tells of that has no verb of saying: "ICE bills it as a hunt", "the clerk credits it".

    That is its main subject, where it is a person or body of a known kind.
    """
    root = next((at for at in range(len(view.tokens)) if grammar.head_of(view, at) == at), None)
    for at in () if root is None else grammar.kids_with(view, root, {"nsubj"}):
        source = source_at(view, at, voices, agencies) if view.tokens[at].pos in ("NOUN", "PROPN") else None
        if source is not None and source.kind not in ("", "record"):
            return source
    return None
