"""What is taken back or stopped in the very sentence that tells it: "we take back what the sheet said on mooring by night".

The words behind such a verb are the old position, whoever reads them: they held till now, and the contrary holds. General English
of offices; `endings` has what the grammar of a single cue tells.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.candidates import FLIP, Candidate
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.sides.standing import TAKEN_BACK, Standing
from pipeline.extractors.speakers.content import negated
from pipeline.extractors.speakers.sources import Source, Voices, source_at

_LEAST = 4  # words that say something: not "the letter"
_TAKING_BACK = frozenset({
    "withdraw", "rescind", "revoke", "retract", "cancel", "repeal", "abolish", "scrap", "terminate", "void", "annul", "retire",
    "end", "drop", "lift", "discontinue", "abandon", "stop", "cease", "suspend",
})  # fmt: skip
_STOPPING = frozenset({"stop", "cease", "quit", "discontinue"})  # with what was done so far: "will stop lodging holds"
# What an office says or lays down; a request, a complaint or a suit of somebody's is no position of the one who hears it.
_POSITIONS = frozenset({
    "answer", "statement", "policy", "rule", "practice", "requirement", "option", "choice", "guidance", "advice", "instruction",
    "position", "assurance", "promise", "offer", "provision", "exemption", "waiver", "ban", "prohibition", "memo", "memorandum",
    "notice", "order", "directive", "language", "procedure", "reply", "arrangement", "exception", "need", "condition", "letter",
    "paragraph", "passage", "sheet", "faq", "limit", "restriction", "right", "ability", "bar", "view", "interpretation",
})  # fmt: skip
_USING = frozenset({"use", "give", "send", "tell", "say", "offer", "apply", "follow", "cite", "quote", "repeat"})
_ASKED = frozenset({"ask", "request", "seek", "demand", "urge", "want"})
_WILL = frozenset({"will", "shall", "'ll"})
_UNSURE = frozenset({"would", "may", "might", "could", "can", "should", "must", "to", "if", "unless", "whether"})


@dataclass(frozen=True, slots=True)
class Taken:
    """A verb that takes something back, the tokens that say what, and whether that is still to come."""

    verb: int
    content: tuple[int, ...]
    planned: bool


def taken_back(view: View) -> tuple[Taken, ...]:
    """Everything that a sentence takes back or stops, outright and in its own voice."""
    return tuple(found for at in range(len(view.tokens)) if (found := _at(view, at)) is not None)


def words_of(view: View) -> tuple[str, ...]:
    """The words of everything that a sentence takes back, as they stand and as a sentence of their own."""
    return tuple(words for one in taken_back(view) for words in _wordings(view, one))


def _wordings(view: View, back: Taken) -> tuple[str, ...]:
    """ "The answer on how a port gets out", and "a port gets out ."; of what is done so far "officers are lodging holds"."""
    plain = " ".join(view.tokens[at].text for at in back.content)
    for at in back.content:
        subject = next(iter(grammar.kids_with(view, at, grammar.SUBJECTS)), -1)
        if view.tokens[at].pos in ("VERB", "AUX") and subject in back.content and view.tokens[subject].pos != "PRON":
            first = grammar.subtree(view, subject)[0]
            return plain, " ".join(view.tokens[one].text for one in grammar.subtree(view, at) if one >= first) + " ."
    doer = next(iter(grammar.kids_with(view, back.verb, {"nsubj"})), -1)
    if view.tokens[back.content[0]].tag == "VBG" and doer >= 0:
        who = " ".join(view.tokens[one].text for one in grammar.subtree(view, doer))
        return plain, f"{who} are {plain} ."
    return (plain,)


def turned(
    found: tuple[Candidate, ...],
    view: View,
    leans: Callable[[str, Candidate], bool] | None,
    voices: Voices,
    agencies: tuple[str, ...],
) -> tuple[Candidate, ...]:
    """The candidates, with those that read only what is taken back turned: that was so, and the contrary is.

    `leans` tells whether words by themselves lean to what a candidate says; without it cues alone tell.
    What somebody else than the author takes back of what was said is his own old position.
    """
    taken = tuple((back, _another(view, back.verb, voices, agencies)) for back in taken_back(view)) if found else ()
    return tuple(_turned(one, view, taken, leans) for one in found)


def _another(view: View, verb: int, voices: Voices, agencies: tuple[str, ...]) -> Source | None:
    """Who takes it back, where that is another side than the author's: "the sheriff has withdrawn the notice that ..."."""
    doers = [at for at in grammar.kids_with(view, verb, {"nsubj"}) if view.tokens[at].pos in ("NOUN", "PROPN")]
    doers += [at for kid in grammar.kids_with(view, verb, {"agent"}) for at in grammar.kids_with(view, kid, {"pobj"})]
    for doer in doers:
        source = source_at(view, doer, voices, agencies)
        if source is not None and source.kind not in ("", "record", voices.author.kind) and voices.author.kind:
            return source
    return None


def _turned(
    one: Candidate,
    view: View,
    taken: tuple[tuple[Taken, Source | None], ...],
    leans: Callable[[str, Candidate], bool] | None,
) -> Candidate:
    if one.standing.changed or one.turn.longer or one.standing.status not in ("asserted", "reported", "planned", "former"):
        return one
    for back, another in taken:
        inside = one.anchor in back.content and bool(one.cue) and not one.turn.negated
        if any(frame.cue < back.verb and back.verb in frame.content for frame in one.frames):
            continue  # somebody else is told to take it back
        leaning = not one.cue and leans is not None and any(leans(words, one) for words in _wordings(view, back))
        if not (inside or leaning):
            continue
        frames = tuple(
            frame if back.verb in frame.content else replace(frame, source=another)
            for frame in one.frames
            if back.verb in frame.content or another is not None
        )
        word = view.tokens[back.verb].text
        if not back.planned:
            return ended(replace(one, frames=frames), word)
        turn = replace(one.turn, longer=True, words=(*one.turn.words, word))  # till that day it goes on
        return replace(one, stance=FLIP[one.stance], frames=frames, turn=turn, standing=Standing("planned", word, TAKEN_BACK))
    return one


def ended(one: Candidate, word: str) -> Candidate:
    """What a candidate says as the position that is taken back by this `word`: it was so, and the contrary is."""
    return replace(one, standing=Standing("former", word, TAKEN_BACK, changed=True))


def _at(view: View, at: int) -> Taken | None:
    token, lemma = view.tokens[at], view.lemmas[at]
    if token.pos not in ("VERB", "AUX") or lemma not in _TAKING_BACK | _STOPPING or not _outright(view, at):
        return None
    kids = view.children[at]
    doing = [
        kid for kid in kids if view.tokens[kid].dep in ("xcomp", "dobj", "ccomp") and view.tokens[kid].tag == "VBG" and kid > at
    ]
    things = [kid for kid in kids if view.tokens[kid].dep in ("dobj", "nsubjpass") and kid not in doing]
    content: set[int] = set()
    if lemma in _STOPPING and doing:
        content = set(grammar.subtree(view, doing[0]))
        for kid in grammar.kids_with(view, doing[0], {"conj"}):  # "stop sorting and act on every hit": what is done instead
            content -= set(grammar.subtree(view, kid))
        if view.lemmas[doing[0]] in _USING:
            things += [kid for kid in view.children[doing[0]] if view.tokens[kid].dep == "dobj"]
            content = set()
    for thing in things:
        if not content and view.lemmas[thing] in _POSITIONS:
            # "lifted the ban on leaving": the parser may hang "on leaving" on the verb.
            beside = [kid for kid in kids if kid > thing and view.lower[kid] in ("on", "of", "for", "under", "about")]
            content = {one for low in (thing, *beside) for one in grammar.subtree(view, low)}
            if len(content) < _LEAST and view.lower[thing + 1 : thing + 2] == (",",):
                # "Revokes the option, offered since May, of leaving": what is put in between breaks the phrase.
                content = set(
                    range(thing, next((one for one in range(thing, len(view.tokens)) if view.lower[one] in (";", ".")), thing))
                )
    if len(content) < _LEAST or any(view.lemmas[one] in _ASKED for one in content):
        return None
    ahead = {view.lower[kid] for kid in kids if view.tokens[kid].dep == "aux"}
    return Taken(at, tuple(sorted(content)), bool(ahead & _WILL))


def _outright(view: View, at: int) -> bool:
    """Whether it is done, or will be, in the main clause or in one beside it: not denied, wished, asked or only possible."""
    token = view.tokens[at]
    if negated(view, at) or any(view.lower[kid] in _UNSURE for kid in view.children[at] if kid < at):
        return False
    main = token.dep in ("ROOT", "conj", "parataxis") or (
        token.dep == "ccomp"
        and (at < grammar.head_of(view, at) or view.lemmas[grammar.head_of(view, at)] in ("announce", "note", "be"))
    )
    above = grammar.head_of(view, at)
    told = (
        token.dep in ("ccomp", "advcl", "appos", "acl") and ":" in view.lower[above + 1 : at]
    )  # "the word is out: from May 1 we stop"
    if token.dep == "xcomp" or not (main or told):
        return False
    ordered = token.tag == "VB" and not any(
        view.tokens[kid].dep in grammar.SUBJECTS or view.tokens[kid].dep == "aux" for kid in view.children[at]
    )
    finite = token.tag in ("VBD", "VBZ", "VBP", "VBN", "VBG")
    helped = any(view.tokens[kid].dep in ("aux", "auxpass") for kid in view.children[at])
    willed = any(view.lower[kid] in _WILL for kid in view.children[at])
    return ordered or willed or (finite and (helped or token.tag not in ("VBN", "VBG")))
