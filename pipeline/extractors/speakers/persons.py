"""Whom "he", "she" and "it" may mean though nobody said so far that they spoke: who acts in the sentence before, with whom
somebody talked, whose letter was put in the record."""

from __future__ import annotations

import re

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.speakers.kinds import is_person_or_body, kind_of, plain_kind
from pipeline.extractors.speakers.sources import Source, Voices, source_at
from pipeline.patterns.names.name_forms import personal
from pipeline.patterns.names.roles import HEAD

_RANKED = re.compile(rf"\b(?i:{HEAD})\b[,\s]+(?:[A-Z][\w.’'-]*(?![\w’'-])\s?)+$|^(?:Mr|Ms|Mrs|Dr)\.?\s[A-Z]")
# Of whom a story tells without a name: "a woman who gave her name only as Ada".
_SOMEBODY = frozenset({
    "woman", "man", "mother", "father", "wife", "husband", "sister", "brother", "daughter", "son", "girl", "boy", "widow",
    "driver", "worker", "student", "waitress", "waiter", "clerk", "nurse", "teacher", "pastor", "priest", "resident", "neighbor",
    "caller", "deputy", "officer", "sergeant", "lieutenant", "captain", "lawyer", "attorney", "detainee", "inmate",
    "spokeswoman", "spokesman",
})  # fmt: skip
_TALKED = re.compile(
    r"\b(?:[Cc]all(?:ed)?|[Tt]alk(?:ed)?|[Ss]poke|[Mm]et|[Mm]eeting|[Cc]onversation|[Pp]honed|[Rr]ang|[Ii]nterview(?:ed)?)\s"
    r"(?:again\s)?(?:with|to|from)\s(?:the\s)?(?P<who>(?:[A-Z][\w.’'-]*(?![\w’'-])\s?){1,4}(?:of\s(?:[A-Z][\w’'-]*+\s?){1,3})?(?:\([A-Z][\w\s-]{1,30}\))?)"
    r"(?:(?:at|with|of|from)\s(?:the\s)?(?P<house>(?:[A-Z][\w’'&-]*+\s?){1,4}))?"
)
# "Called Roe back. He says ...": a note that says of nobody else who called.
_REACHED = re.compile(
    r"\W*(?:[Cc]alled|[Rr]ang|[Pp]honed|[Rr]eached|[Mm]et|[Vv]isited|[Ii]nterviewed|[Ss]aw)\s(?:back\s)?"
    r"(?P<who>(?:[A-Z][\w.’'-]*(?![\w’'-])\s?){1,4}(?:\([A-Z][\w\s-]{1,30}\))?)(?:\s?back)?(?=[.,;]|\s(?:at|on|about|re|again|to|for)\b)"
)
# Whom a record of a call or an interview names as the one who was heard: "Caller: Warden Roe, Dorn County".
_HEARD = re.compile(
    r"(?im)(?:^[^\w\n]*|\s{2,}|[|;]\s)(?:caller|callers?\sname|(?:other\s)?party|call(?:ed)?\sfrom|incoming\sfrom|spoke\s(?:to|with)"
    r"|person\s(?:calling|called|contacted|interviewed)|interviewee"
    r"|complainants?|reporting\sparty|claimant|contact(?:ed)?|talked\s(?:to|with))\s?:[ \t]*"
    r"(?-i:(?P<who>[A-Z][^\n:;|]{2,80}?))(?=\s{3}|\s*$|[;|]|\s{2,}[A-Z][\w/ ]{1,20}:|\s[A-Z]\w{1,12}:)"
)
_RECORD = re.compile(r"(?i:\b(?:telephone|phone|call|conversation|contact|interview|voice-?mail|message|complaint|intake)\b)")
_PAPERS = frozenset({"statement", "letter", "testimony", "resolution", "memo", "memorandum", "report", "petition", "submission"})


_WRITING = frozenset({"write", "issue", "send", "release", "publish", "submit", "file", "circulate", "sign", "post", "adopt"})


def acting(view: View, voices: Voices, agencies: tuple[str, ...], full: dict[str, Source]) -> Source | None:
    """The person who is the subject of the sentence, or with whom it says that somebody talked; None where that is no person.

    `full` are those named in full as a subject so far, by surname; whoever is so named here is added.
    """
    for root in (at for at in range(len(view.tokens)) if grammar.head_of(view, at) == at):
        for kid in grammar.kids_with(view, root, {"nsubj", "nsubjpass"}):
            source = source_at(view, kid, voices, agencies) if view.tokens[kid].pos in ("NOUN", "PROPN") else None
            if source is not None and " " not in source.name and source.name in full:
                return full[source.name]  # "Roe, who is up in November, allowed that ...", after "Ada Roe has run ..."
            if source is not None and personal(source.name) and view.tokens[kid].pos == "PROPN":
                full[source.name.split()[-1]] = Source(source.name, source.kind)
            if source is not None and source.tokens and (_RANKED.search(source.name) or view.lemmas[kid] in _SOMEBODY):
                return Source(source.name, source.kind)  # its words do not stand in the next sentence
    for at, lemma in enumerate(view.lemmas):  # "Outside a woman who gave her name as Ada was waiting"
        indefinite = any(view.lower[kid] in ("a", "an") for kid in view.children[at])
        if lemma in _SOMEBODY and indefinite and grammar.kids_with(view, at, {"relcl"}):
            return Source(view.lower[at], kind_of(view.lower[at], agencies))
    if talked := _TALKED.search(view.sentence.text) or _REACHED.match(view.sentence.text):
        who = " ".join(talked["who"].split()).rstrip(".")
        told = (
            kind_of if re.search(r"\swith\s(?!the\s)|\s(?:to|from)\s(?!the\s)", talked.group()) else plain_kind
        )  # "the Chief": whose?
        house = talked.groupdict().get("house") or ""  # "I spoke with Roe at the Guard"
        return Source(who, told(f"{who} {house}".replace("(", " ").replace(")", " "), agencies))
    return None


def heard_in(top: str, author: str, agencies: tuple[str, ...]) -> Source | None:
    """Whom the head of a call's or an interview's record names as the one who was heard; None where it names none, or two.

    `author` wrote it down.
    """
    named = (" ".join(found["who"].split()).strip(" ,.") for found in _HEARD.finditer(top)) if _RECORD.search(top) else ()
    others = list(dict.fromkeys(who for who in named if who and who.casefold() not in author.casefold()))
    return Source(others[0], kind_of(others[0], agencies)) if len(others) == 1 else None


def several(view: View, voices: Voices, agencies: tuple[str, ...]) -> Source | None:
    """The people who are the subject of the sentence: "Two officers of the Guard came. They said ..."."""
    for root in (at for at in range(len(view.tokens)) if grammar.head_of(view, at) == at):
        for kid in grammar.kids_with(view, root, {"nsubj", "nsubjpass"}):
            source = source_at(view, kid, voices, agencies) if view.tokens[kid].tag in ("NNS", "NNPS") else None
            if source is not None and source.tokens and source.kind not in ("", "record") and is_person_or_body(view.lower[kid]):
                return Source(source.name, source.kind)
    return None


def quoted_paper(view: View, voices: Voices, agencies: tuple[str, ...]) -> Source | None:
    """Whose letter or statement the sentence brings up: "the letter of the Ferrymen's Guild goes into the file".

    A new one of nobody named is nobody's, and no more of the one before: "A second memo was read."
    """
    for at, lemma in enumerate(view.lemmas):
        if lemma in _PAPERS:
            if (writer := _writer(view, at)) is not None:
                source = source_at(view, writer, voices, agencies)
                if source is not None and (source.name or source.kind):
                    return Source(source.name, source.kind)
            for prep in grammar.kids_with(view, at, {"prep", "agent"}):
                for whose in grammar.kids_with(view, prep, {"pobj"}) if view.lower[prep] in ("of", "from", "by") else ():
                    source = source_at(view, whose, voices, agencies)
                    if source is not None and source.tokens and view.tokens[whose].pos == "PROPN":
                        return Source(source.name, source.kind)
            new = any(view.lower[kid] in ("a", "an", "another") for kid in view.children[at])
            if voices.thing is not None and new and view.tokens[at].dep in ("nsubj", "nsubjpass", "dobj"):
                return Source("", "")
    return None


def _writer(view: View, paper: int) -> int | None:
    """Who writes the paper or sends it out: "the port wrote a memo", "a memo was issued by the port", "the port's memo"."""
    verb = grammar.head_of(view, paper)
    if view.lemmas[verb] in _WRITING and view.tokens[paper].dep == "dobj":
        return next((at for at in grammar.kids_with(view, verb, {"nsubj"}) if view.tokens[at].pos in ("PROPN", "NOUN")), None)
    if view.lemmas[verb] in _WRITING and view.tokens[paper].dep == "nsubjpass":
        by = (at for kid in grammar.kids_with(view, verb, {"agent"}) for at in grammar.kids_with(view, kid, {"pobj"}))
        return next((at for at in by if view.tokens[at].pos in ("PROPN", "NOUN")), None)
    if view.tokens[paper].dep in ("nsubj", "nsubjpass", "dobj"):
        return next((at for at in grammar.kids_with(view, paper, {"poss"}) if view.tokens[at].pos == "PROPN"), None)
    return None
