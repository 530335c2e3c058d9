"""What the writer of notes, a log or a hurried mail did himself, and leaves himself out: "Told the captain that it may leave".

Such a sentence begins with a verb in the past that has no subject, tells to whom something was said, and then what. It is the
writer's own statement to that person. Not so where the writer was the one who was told ("Was told that", "Told me that", "Told by
the bureau"), where he only heard or asked, or where another begins the sentence ("Sheriff told me").

Read off the words and their order: parsers made for whole sentences take the verb for a name, an order or a mere attribute.
"""

from __future__ import annotations

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.speakers.frames import Frame
from pipeline.extractors.speakers.phrases import name_tokens
from pipeline.extractors.speakers.sources import PRONOUNS

# Verbs that take whoever is spoken to as their object, in the past.
_TOLD = frozenset({
    "told", "advised", "informed", "assured", "reassured", "reminded", "notified", "warned", "cautioned", "promised",
    "briefed", "answered", "wrote", "instructed", "alerted", "counseled", "counselled", "corrected", "e-mailed", "emailed",
    "texted", "let", "gave", "set",
})  # fmt: skip
# Those that have "to" or "with" before him, some with a word between: "made clear to", "left word with".
_SAID_TO = frozenset({
    "explained", "repeated", "said", "stressed", "made", "put", "confirmed", "pointed", "mentioned", "replied", "wrote",
    "reported", "emphasized", "emphasised", "stated", "reiterated", "relayed", "passed", "conveyed", "spelled", "spelt",
    "clarified", "left", "read", "underlined", "underscored", "insisted", "conceded", "admitted", "indicated", "suggested",
    "promised", "sent", "spoke", "talked",
})  # fmt: skip
# What else a writer does of whom he tells nothing: the beginning of a sentence that goes on with "and told him".
_DID = frozenset({
    "rang", "called", "phoned", "telephoned", "met", "saw", "visited", "drove", "went", "stopped", "sat", "faxed", "reached",
    "caught", "asked", "heard", "got", "came", "took", "ran", "had", "returned", "dropped", "walked", "talked", "spoke",
    "contacted", "tried",
})  # fmt: skip
_TELLING = _TOLD - {"wrote", "let", "gave", "set", "answered", "corrected", "e-mailed", "emailed", "texted", "promised"}
_US = frozenset({"me", "us", "this", "our", "my"})  # "Told me that": said to the writer
_WAS = frozenset({"was", "were", "been", "am", "got"})
_LINKS = frozenset({"to", "with"})
_OPENERS = frozenset(
    {"then", "again", "also", "since", "later", "just", "once", "more", "today", "yesterday", "have", "had", "i"}
)
_JOINTS = frozenset({"and", "then", "but", "also", ";", ",", "again"})
_OPEN = frozenset({"DET", "ADJ", "NUM"})  # what may stand before the noun of whoever is spoken to
_HEAD = 12  # tokens that may stand before the stop behind whom an entry is about
_STAMP, _BETWEEN, _REACH = 6, 4, 14  # tokens: of an hour or day; between a verb and "to"; up to what was said


def own_act(view: View) -> Frame | None:
    """The report that the writer makes of his own words, or of his having been told something by nobody he names; else None.

    The former has no source: whoever writes answers for it.
    """
    first = _first(view)
    if first >= len(view.lower) - 2:
        return None
    if told := _was_told(view, first):
        verb, begin = told
        return Frame(verb, view.lemmas[verb], None, frozenset(range(begin, len(view.tokens))), "say", False, hearsay=True)
    for at in _verbs(view, first):
        addressee = _addressee(view, at)
        if addressee is None or not (begin := _said_from(view, at, addressee)):
            continue
        to = "" if view.lower[addressee] in PRONOUNS else grammar.words(view, name_tokens(view, addressee))
        return Frame(at, view.lemmas[at], None, frozenset(range(begin, len(view.tokens))), "say", False, to, own=True)
    return None


def _first(view: View) -> int:
    """The first word of the sentence behind an hour, a day, a mark, whom an entry is about ("0830 Clerk. Told him that"),
    or words such as "then" and "also"."""
    at = next(
        (
            at + 1
            for at, word in enumerate(view.lower[:_HEAD])
            if word == "." and grammar.word_at(view, at + 1) in _TOLD | _SAID_TO
        ),
        0,
    )
    while at < min(_STAMP, len(view.tokens)) and not _is_word(view.tokens[at].text):
        at += 1
    while at < len(view.tokens) and (view.lower[at] in _OPENERS or (at and view.lower[at] == ",")):
        at += 1
    return at


def _is_word(text: str) -> bool:
    return text[:1].isalpha() and text.lower() not in ("am", "pm", "a.m.", "p.m.")


def _was_told(view: View, first: int) -> tuple[int, int] | None:
    """(the verb, the first token of what was told) where the writer was told, and nobody is named: "Was told that ..."."""
    verb = first
    if view.lower[first] in _WAS:
        verb = next((at for at in range(first + 1, first + 4) if grammar.word_at(view, at) in _TELLING), -1)
    if verb < 0 or view.lower[verb] not in _TELLING:
        return None
    passive = verb > first
    behind = verb + 1 + (not passive and grammar.word_at(view, verb + 1) in _US)
    if not passive and behind == verb + 1 and (grammar.word_at(view, behind) != "that" or view.lower[verb] == "advised"):
        return None  # whoever "advised that" may be the writer
    that = next(
        (at for at in range(behind, min(behind + _REACH, len(view.lower))) if view.lower[at] in ("that", ":")), behind - 1
    )
    if any(view.lower[at] == "by" for at in range(behind, that)):
        return None  # who told is named
    return (verb, that + 1) if that + 1 < len(view.lower) else None


def _verbs(view: View, first: int) -> tuple[int, ...]:
    """The verbs by which the writer may have said something: the first word, or one that goes on behind it without a subject."""
    if view.lower[first] not in _TOLD | _SAID_TO | _DID:
        return ()
    later = (at for at in range(first + 2, len(view.lower) - 2) if view.lower[at] in _TOLD | _SAID_TO)
    return (first, *(at for at in later if view.lower[at - 1] in _JOINTS and view.lower[at - 2] not in ("who", "which")))


def _addressee(view: View, at: int) -> int | None:
    """Whom the verb is said to: its object, or who stands behind "to" or "with" soon after it; never the writer himself."""
    after = at + 1
    if view.lower[at] in _TOLD and (found := _noun_from(view, after)) is not None:
        return found
    if view.lower[at] not in _SAID_TO:
        return None
    near = view.lower[after : after + _BETWEEN]
    link = next((after + order for order, word in enumerate(near) if word in _LINKS), None)
    if link is None or {",", ":", "that", "."} & set(view.lower[after:link]):
        return None
    return _noun_from(view, link + 1)


def _noun_from(view: View, at: int) -> int | None:
    """The last noun of the phrase that begins here, its name or pronoun; None where it is the writer, or no phrase begins."""
    while at < len(view.tokens) and view.tokens[at].pos in _OPEN | {"PRON"} and view.lower[at] not in _US:
        if view.tokens[at].tag == "PRP":
            return at
        if view.lower[at] in ("that", "what", "who"):
            return None
        at += 1
    if at >= len(view.tokens) or view.lower[at] in _US:
        return None
    last = at
    while (
        last < len(view.tokens)
        and view.tokens[last].pos in ("NOUN", "PROPN", "VERB", "PART", "ADJ")
        and view.tokens[last].tag != "TO"
    ):
        if view.tokens[last].pos == "VERB" and view.tokens[last].tag != "VBG":
            break
        last += 1
    nouns = [one for one in range(at, last) if view.tokens[one].pos in ("NOUN", "PROPN")]
    return nouns[-1] if nouns else None


def _said_from(view: View, at: int, addressee: int) -> int:
    """The first token of what was said: behind "that" or a colon, or a clause of its own; 0 where nothing was said."""
    for i in range(addressee + 1, min(addressee + _REACH, len(view.lower) - 1)):
        if view.lower[i] in ("that", ":", "–", "—", "--"):
            return i + 1
        if view.lower[i] in (";", ".") or (view.lower[i] == "," and view.lower[i + 1] in ("who", "which")):
            return 0
    behind = addressee + 1
    clause = view.tokens[behind].pos in ("PRON", "DET", "PROPN") or view.tokens[behind].tag in ("NNS", "PRP")
    verb = any(one.tag in ("VBZ", "VBP", "MD", "VBD") for one in view.tokens[behind + 1 : behind + _REACH])
    return behind if view.lower[at] in _TELLING and clause and verb else 0
