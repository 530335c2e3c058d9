"""Whether a statement is somebody's own word on the page, or is handed on there by another.

What a paper's author says, and what a quotation gives of anybody word for word, is asserted. What the paper tells that another
said is reported, be he a colleague of the author: minutes, mails and reports tell so of sheriffs and of their own staff alike.
In a press release, an agreement or a chronology a public body tells by its people what it says itself.
"""

from __future__ import annotations

import re

from pipeline.extractors import content
from pipeline.extractors.frames import Frame
from pipeline.extractors.grammar import View
from pipeline.extractors.hearing import Heard
from pipeline.extractors.kinds import OFFICIAL
from pipeline.extractors.saying import ANNOUNCING
from pipeline.extractors.sources import Source
from pipeline.extractors.standing import READING, Standing

# From here on the model is believed that a statement is the author's own though somebody else is said to have made it ("chiefs
# report that ..., and their figures bear them out"): of 18 kept back from training so read 17 were labelled so.
SURE = 0.9
OWN_PAPERS = frozenset({"press", "agreement", "chronology"})
# In a paper of the same side these are the house itself, not one of its people: "The Department tells counties that ...".
_HOUSES = frozenset(
    {"agency", "department", "bureau", "government", "court", "committee", "commission", "board", "council", "parties"}
)

_NATION = re.compile(r"^(?:[Tt]he )?(?:U\.? ?S\.?|United States) ")


def status_of(
    standing: Standing, heard: Heard, frames: tuple[Frame, ...], source: Source, relayed: bool, at: int, view: View,
    kind: str, agencies: tuple[str, ...],
) -> str:  # fmt: skip
    """The status of a statement made at the token `at`, for which `source` answers; `kind` is that of its document.

    `agencies` are the topic's names of the agency.
    """
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
