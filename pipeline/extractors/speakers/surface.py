"""Reports of speech told by the words alone, for headlines and hurried notes in which the parser sees no verb."""

from __future__ import annotations

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.speakers.frames import Frame
from pipeline.extractors.speakers.kinds import is_person_or_body, kind_of
from pipeline.extractors.speakers.saying import NEEDS_PERSON, SAYING
from pipeline.extractors.speakers.sources import Source, Voices, source_at


def _forms(verbs: frozenset[str]) -> dict[str, str]:
    """Forms in the third person and the past, made by rule; the irregular ones by hand."""
    found = {"said": "say", "told": "tell", "wrote": "write", "swore": "swear", "held": "hold"}
    for verb in sorted(verbs):
        stem = verb[:-1] if verb.endswith("e") else verb
        consonant_y = verb.endswith("y") and verb[-2] not in "aeo"
        found[verb[:-1] + "ies" if consonant_y else verb + ("es" if verb.endswith(("sh", "ch", "ss")) else "s")] = verb
        found[verb[:-1] + "ied" if consonant_y else stem + "ed"] = verb
    return found


SURFACE = 7  # words: how far from a sentence's start the word of saying is looked for where the parser found none
_FORMS = _forms(
    SAYING - NEEDS_PERSON - {"state", "point", "document", "report", "show", "claim", "comment", "text", "post", "count"}
)


def surface_frame(view: View, voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    """ "Sheriff certifies: ...", "ICE maintains, ...": who speaks stands first, then the word of saying."""
    for at in range(1, min(SURFACE, len(view.lower) - 3)):
        if view.lower[at] in _FORMS:
            if _FORMS[view.lower[at]] == "hold" and view.lower[at + 1] != "that":
                return None  # "TWO WOMEN HELD IN DELL": they say nothing
            words = tuple(range(at))
            phrase = grammar.words(view, words)
            named = is_person_or_body(phrase) or any(phrase.endswith(name) for name in agencies)
            if not named or any(view.tokens[one].pos in ("PUNCT", "ADP", "SCONJ", "CCONJ", "AUX", "PRON") for one in words):
                return None
            source = source_at(view, at - 1, voices, agencies)
            kind = source.kind if source is not None and source.kind else kind_of(phrase, agencies, voices.author.kind)
            rest = frozenset(range(at + 1, len(view.lower)))
            return Frame(at, _FORMS[view.lower[at]], Source(phrase, kind, words), rest, "say", False)
    return None
