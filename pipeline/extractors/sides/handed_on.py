"""Whether a statement is somebody's own word on the page, or is handed on there by another.

What a paper's author says, and what a quotation gives of anybody word for word, is asserted. What the paper tells that another
said is reported, be he a colleague of the author: minutes, mails and reports tell so of sheriffs and of their own staff alike.
In a press release, an agreement or a chronology a public body tells by its people what it says itself.
"""

from __future__ import annotations

import re

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.sides.standing import READING, Standing
from pipeline.extractors.speakers import content
from pipeline.extractors.speakers.frames import Frame
from pipeline.extractors.speakers.hearing import Heard
from pipeline.extractors.speakers.kinds import OFFICIAL
from pipeline.extractors.speakers.saying import ANNOUNCING
from pipeline.extractors.speakers.sources import Source
from pipeline.records.finding import MINUTED, OCCASION, TELLER, Reason

# From here on the model is believed that a statement is the author's own though somebody else is said to have made it ("chiefs
# report that ..., and their figures bear them out"): of 18 kept back from training so read 17 were labelled so.
SURE = 0.9
OWN_PAPERS = frozenset({"press", "agreement", "chronology"})
# In a paper of the same side these are the house itself, not one of its people: "The Department tells counties that ...".
_HOUSES = frozenset(
    {"agency", "department", "bureau", "government", "court", "committee", "commission", "board", "council", "parties"}
)
# What stands beside a telling and tells it from another, and the prepositions of such words; "by the bureau" is who told.
_ADJUNCTS = frozenset({"npadvmod", "advmod", "advcl", "tmod"})
_BESIDE = frozenset({"in", "on", "at", "during", "since", "before", "after", "over", "until", "back", "through"})
_NATION = re.compile(r"^(?:[Tt]he )?(?:U\.? ?S\.?|United States) ")


def status_of(
    standing: Standing, heard: Heard, frames: tuple[Frame, ...], source: Source, relayed: bool, at: int, view: View,
    kind: str, agencies: tuple[str, ...],
) -> str:  # fmt: skip
    """The status of a statement made at the token `at`, for which `source` answers; `kind` is that of its document.

    `agencies` are the topic's names of the agency.
    """
    if standing.status == "reported" and standing.note == READING and heard.own_act(frames):
        return "asserted"
    teller = next((one for one in frames if one.source is source), None)
    if relayed:
        sure = teller is None and standing.surety >= SURE and not any(one.hearsay for one in frames)
        return "reported" if standing.status == "asserted" and not sure else standing.status
    if teller is None:
        return standing.status
    house = view.tokens[teller.cue].tag != "VBD" and _is_house(source, agencies)
    own = _author_s(source, heard, house or kind in OWN_PAPERS)
    if standing.status == "reported" and standing.note == READING and own:
        return "asserted"
    if standing.status != "asserted" or own or source.kind == "record" or teller.lemma in ANNOUNCING:
        return standing.status
    if source == heard.voices.reader:
        return "reported"
    colleague = source.kind == heard.voices.author.kind and not standing.surety
    word_for_word = any(at in span for span in content.quoted(view, teller.cue))
    return "asserted" if standing.surety >= SURE or colleague or word_for_word else "reported"


def at_what_hand(heard: Heard, frames: tuple[Frame, ...], who: Source, status: str, view: View) -> list[Reason]:
    """How what another is told to have said came onto the page, where that tells how sure it is.

    Minutes set down what those present said, in the main clause of a sentence; what they said that others had said is hearsay.
    Whoever tells what he was told himself ("the bureau told us") answers for that, whatever becomes of it.
    """
    tellers = [frame for frame in frames if frame.source is not None or frame.hearsay]
    if status != "reported":
        return []
    if who.name and heard.minuted and (not tellers or (len(tellers) == 1 and _is_main(view, tellers[0].cue))):
        return [Reason(MINUTED, who.name, "", 0.0, "set down as said at the meeting")]
    teller = heard.owner or heard.voices.author
    if tellers and teller.name and teller.name != who.name and _to_us(view, tellers[0]):
        told = Reason(TELLER, teller.name, teller.kind, 0.0, "who tells what he was told")
        when = _occasion(view, tellers[0])
        return [told, Reason(OCCASION, when, "", 0.0, "when or where he was told")] if when else [told]
    return []


def _is_main(view: View, cue: int) -> bool:
    return grammar.head_of(view, view.clause[cue]) == view.clause[cue]


def _to_us(view: View, frame: Frame) -> bool:
    """Whether it was said to whoever tells of it: "the bureau told us that", "we were told by the bureau that"."""
    kids = [at for at in view.children[frame.cue] if view.tokens[at].dep in ("dobj", "dative", "nsubjpass", "iobj")]
    return any(view.lower[at] in ("us", "me", "we", "i") for at in kids)


def _occasion(view: View, frame: Frame) -> str:
    """When or where it was told, in the words beside the telling: "in march", "last week", "on our first call"; '' for none."""
    kids = [at for at in view.children[frame.cue] if at not in frame.content]
    found = [
        at for at in kids if view.tokens[at].dep in _ADJUNCTS or (view.tokens[at].dep == "prep" and view.lower[at] in _BESIDE)
    ]
    return " ".join(
        view.lower[at] for one in found for at in sorted(grammar.subtree(view, one)) if view.tokens[at].pos != "PUNCT"
    )


def _is_house(source: Source, agencies: tuple[str, ...]) -> bool:
    """Whether the source is a whole body. What that once said ("the agency told the boards that") is told of, not said."""
    return _NATION.sub("", source.name) in agencies or not _HOUSES.isdisjoint(source.name.lower().split()[-1:])


def _author_s(source: Source, heard: Heard, same_side: bool) -> bool:
    """Whether the source is the author: "we", his name or a part of it ("the Committee", of an advisory one).

    Where `same_side`, one of the author's kind is.
    """
    author = heard.voices.author
    words = _words(source.name)
    return (bool(words) and words <= _words(author.name)) or (
        same_side and source.kind in OFFICIAL and source.kind == author.kind
    )


def _words(name: str) -> frozenset[str]:
    return frozenset(name.lower().replace(",", " ").replace("’", "'").removesuffix("'s").split())
