"""The source a phrase names: its words as one would print them, its kind, and whom "he", "they", "you" and "the agency" mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.speakers import holders
from pipeline.extractors.speakers.kinds import OFFICIAL, is_person_or_body, kind_of, plain_kind
from pipeline.extractors.speakers.phrases import THEIR, is_capital, is_share, name_tokens, plain, printed, without_time
from pipeline.patterns.names.name_forms import personal
from pipeline.patterns.names.roles import HEAD

_FIRST = frozenset({"we", "i", "us", "our", "my"})
_THIRD = frozenset({"he", "she", "they", "it", "who", "which", "that", "this", "these", "those"})
# They name nobody; nor do the means of telling ("by telephone") and the law ("required by law").
_NOBODY = frozenset({
    "anybody", "anyone", "somebody", "someone", "everybody", "everyone", "nobody", "one", "none", "all", "many", "some", "most",
    "others", "other", "another", "both", "each", "few", "several", "you", "me", "them", "him", "her", "what", "whoever",
    "people", "person", "there", "such", "any", "either", "neither", "two", "three", "whom", "whose", "himself", "herself",
    "themselves", "itself", "telephone", "phone", "mail", "email", "e-mail", "fax", "voicemail", "law", "statute", "default",
    "mistake", "error", "accident", "hand", "then", "today", "yesterday", "tomorrow", "now", "result", "nothing", "something",
    "anything", "everything", "way",
})  # fmt: skip
PRONOUNS = _FIRST | _THIRD | _NOBODY
_SELF = frozenset({"agency", "office", "department", "bureau", "board", "council", "committee", "commission", "task"})
_OWN = frozenset({"my", "our"})
# A law has no voice of its own: what it says is so on the word of the one who cites it.
_LAWS = frozenset(
    {"act", "statute", "law", "code", "regulation", "section", "constitution", "ordinance", "amendment", "proviso", "rule"}
)
_BODIES = frozenset({"board", "commission", "committee", "council", "authority", "panel", "department", "bureau", "office"})
_OF_A_BODY = frozenset({"their", "its", "thier"})  # no one person's
_GIVING = frozenset({"provide", "release", "issue", "publish", "give", "supply", "compile", "send", "report", "produce", "sign"})
# Papers and bodies, which "he" and "she" never mean.
_NO_PERSON = frozenset({
    "agency", "board", "bureau", "city", "coalition", "committee", "council", "county", "court", "department", "group", "jail",
    "letter", "network", "newspaper", "office", "paper", "police", "press", "prison", "report", "sheet", "state", "town",
})  # fmt: skip
_WRITTEN = frozenset({"report", "study", "memo", "letter", "document", "email", "e-mail"})
# What somebody writes is his word, whatever he calls it: "our letters said", "my memo says".
_OWN_WORD = frozenset(
    {"letter", "memo", "email", "e-mail", "mail", "note", "message", "guidance", "notice", "handout", "statement"}
)
_TITLED = re.compile(r"(?:Mr|Ms|Mrs|Dr|MR|MS|MRS|DR)\b\.?")
_MEN = frozenset(
    {"mr", "man", "spokesman", "gentleman", "father", "husband", "son", "brother", "boy", "congressman", "councilman"}
)
_WOMEN = frozenset(
    {"ms", "mrs", "woman", "spokeswoman", "gentlewoman", "mother", "wife", "daughter", "sister", "girl", "congresswoman"}
    | {"councilwoman"}
)
_RANK = re.compile(rf"(?i:{HEAD})")
_OF_WHAT = re.compile(r"\s(?:of|for|at|from|with|in)\s")
_HEADING = 4  # words of a heading before a colon
_REMEMBERED = 12  # sources: how many of those named before a definite phrase is looked for among
_OWNED = 3  # words of such a phrase: "our last letters"


@dataclass(frozen=True, slots=True)
class Source:
    """Who is named as having said something: the words, their kind (as Claim.speaker_kind), and where they stand."""

    name: str
    kind: str
    tokens: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Voices:
    """Who spoke before this sentence, for "he said" and for quotations that run on; `author` answers for "we".

    `reader` is the side the document is addressed to, for "your office told us"; `known` those named so far, the latest first.
    """

    author: Source
    last: Source | None = None
    many: Source | None = None
    thing: Source | None = None
    reader: Source | None = None
    known: tuple[Source, ...] = ()
    persons: tuple[Source, ...] = ()


def after(
    voices: Voices, named: list[Source], plural: Source | None, acting: Source | None = None, paper: Source | None = None
) -> Voices:
    """The voices after a sentence that named these sources; `plural` is the one of them that "they" can mean.

    `acting` is a person of whom it tells though he is not said to speak, `paper` whose letter or statement it brings up.
    """
    seen = [Source(one.name, one.kind) for one in named] + ([acting] if acting else [])
    voices = replace(voices, persons=tuple(dict.fromkeys([*seen, *voices.persons]))[:_REMEMBERED])
    voices = replace(voices, thing=paper or voices.thing, many=plural or voices.many)
    if not named:
        return voices
    thing = next((one for one in named if one.name.lower().split()[-1:] in (["report"], ["study"], ["review"], ["audit"])), None)
    known = tuple(dict.fromkeys([*named, *voices.known]))[:_REMEMBERED]
    return replace(voices, last=named[0], many=plural or voices.many, thing=thing or voices.thing, known=known)


def source_at(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Source | None:
    """The speaker meant by the phrase headed at `index`; pronouns are looked up among those who spoke before."""
    word = view.lower[index]
    if word in _FIRST:
        return voices.author if voices.author.name else None
    if word in ("you", "your", "yours"):
        return voices.reader
    if word in THEIR:
        return _referred("they" if word in ("their", "thier") else "it" if word == "its" else "he", voices)
    if word in _NOBODY and not grammar.kids_with(view, index, {"prep", "compound", "amod", "poss"}):
        return None
    if is_share(view, index):
        return None
    if word in _THIRD:
        spoken_to = holders.spoken_to(view, index)
        return _referred(word, voices) if spoken_to is None else source_at(view, spoken_to, voices, agencies)
    if is_capital(view, index):
        return None
    behind: tuple[int, ...] = ()
    if view.lower[index + 1 : index + 2] == (":",):
        beside = (at for at in grammar.kids_with(view, grammar.head_of(view, index), {"nsubj"}) if at > index)
        behind = (*grammar.kids_with(view, index, {"appos"}), *beside)
    if behind and index < _HEADING:
        return source_at(view, behind[0], voices, agencies)  # "Dorn: the board's lawyer says", under the heading of a place
    tokens = without_time(view, name_tokens(view, index))
    if word in ("nobody", "none", "nothing") or view.lower[tokens[0]] == "no" or view.lemmas[index] in _LAWS:
        return None
    name = printed(view, tokens)
    if not any(letter.isalpha() for letter in name):
        return None
    if view.lower[tokens[0]] in _OWN and view.lemmas[index] in _OWN_WORD and len(tokens) <= _OWNED and voices.author.name:
        return Source(voices.author.name, voices.author.kind, tokens)
    itself = _itself(view, word, tokens, voices)
    if itself is not None:
        return Source(itself.name, itself.kind, tokens)
    giver = _giver(view, index)
    if giver is not None and view.lower[giver] not in PRONOUNS:
        return source_at(view, giver, voices, agencies)
    proper = any(view.tokens[at].pos == "PROPN" for at in tokens)
    kind = _kind(view, index, tokens, name, voices, agencies)
    if not proper and not kind and word in _WRITTEN:
        owner = _owner(view, tokens, voices) if view.lower[tokens[0]] in _OWN | THEIR else Source("", "record")
        kind = "" if word in ("report", "study") or owner is None else owner.kind
    if (view.lower[tokens[0]] in THEIR or not (kind or proper)) and (called := _called(view, index)):
        name, proper = called, True
    return Source(plain(name) if proper else name, kind, tokens)


def _called(view: View, index: int) -> str:
    """The name beside a post: "their director, Ada Roe"; ''."""
    for kid in grammar.kids_with(view, index, {"appos"}):
        name = printed(view, name_tokens(view, kid))
        if view.tokens[kid].pos == "PROPN" and " " in name and personal(name):
            return name
    return ""


def _giver(view: View, index: int) -> int | None:
    """Who gave the data: "according to figures the sheriff provided"."""
    if view.lemmas[index] not in ("figure", "datum", "data", "number", "record", "statistic", "letter", "statement", "document"):
        return None
    for kid in grammar.kids_with(view, index, {"relcl"}):
        if view.lemmas[kid] in _GIVING:
            return next(iter(grammar.kids_with(view, kid, {"nsubj"})), None)
    return None


def _referred(word: str, voices: Voices) -> Source | None:
    source = voices.last
    if word in ("he", "she"):
        named = (one for one in (*voices.persons, voices.last, *voices.known) if one is not None)
        source = next((one for one in named if _may_be_a_person(one.name) and not _other_sex(word, one.name)), None)
    elif word in ("it", "this", "which", "that"):
        source = voices.thing or voices.last
        somebody = source is not None and (_TITLED.match(source.name) or (source.name.isupper() and " " in source.name))
        somebody = somebody or (source is not None and personal(source.name) and not is_person_or_body(source.name))
        source = None if word == "it" and somebody else source  # in capitals stand those who talk in a transcript
    elif word in ("they", "these", "those"):
        source = voices.many or voices.last
    # Named in an earlier sentence: its words do not stand in this one.
    return Source(source.name, source.kind) if source else None


def _other_sex(word: str, name: str) -> bool:
    """Whether words of the name tell that "he" or "she" is somebody else: "she" is no spokesman."""
    return not (_WOMEN if word == "he" else _MEN).isdisjoint(re.findall(r"[a-z]+", name.lower()))


def _one_person(name: str) -> bool:
    """Whether these words name one person, and no body or people: "the booking supervisor", "Ada Roe"."""
    words = _OF_WHAT.split(name)[0].split()
    ranked = bool(words) and _RANK.fullmatch(words[-1]) is not None
    return ranked or (personal(name) and not is_person_or_body(name))


def _may_be_a_person(name: str) -> bool:
    """Whether "he" may mean this: a name, or a word for people: "a spokeswoman for the agency", no "machine" and no "jail"."""
    words = _OF_WHAT.split(name)[0].split()
    if not words or words[-1].lower() in _NO_PERSON:
        return False
    return is_person_or_body(name) or any(word[0].isupper() for word in words[1:] or words)


def _itself(view: View, word: str, tokens: tuple[int, ...], voices: Voices) -> Source | None:
    """ "This office", "our department" are the author; so is "the agency" where the author is one, or the agency named last."""
    if word not in _SELF or len(tokens) > 2 or not voices.author.name:
        return None
    first = view.lower[tokens[0]]
    if first in ("this", "our", "my") and len(tokens) == 2:
        return voices.author
    if first == "the" and len(tokens) == 2 and word in voices.author.name.lower().replace(",", " ").split():
        return voices.author  # "the Office", in a paper by the Legislative Research Office
    if first != "the" or word not in ("agency", "office", "department"):
        return None
    if voices.last and voices.last.kind == "agency" and voices.last.name:
        return voices.last
    return voices.author if voices.author.kind == "agency" else None


def _kind(view: View, index: int, tokens: tuple[int, ...], name: str, voices: Voices, agencies: tuple[str, ...]) -> str:
    owner = _owner(view, tokens, voices)
    body = owner.kind if owner else ""
    beside = " ".join(grammar.words(view, grammar.subtree(view, kid)) for kid in grammar.kids_with(view, index, {"appos"}))
    beside = beside or holders.house_he_heads(view, index)
    if view.lower[tokens[0]] not in THEIR and _is_the_authors(view, tokens, voices):
        return voices.author.kind  # "Board counsel", in the minutes of the Harbor Information Board
    core = grammar.words(view, tuple(at for at in tokens if at <= index))  # "director of the network" goes by "director" last
    owned = any(view.lower[at] in _OWN | THEIR | {"your"} for at in tokens)
    before = "" if owned else _seen(view, index, tokens, voices)
    if view.lower[tokens[0]] in THEIR and (owner is None or (body and body not in OFFICIAL)):
        # of somebody, and nothing tells whose people those are; or of one who has directors too
        return plain_kind(core, agencies) or plain_kind(name, agencies) or ("" if body == "record" else body)
    told = before or plain_kind(core, agencies) or plain_kind(name, agencies)
    held = holders.kind_of_holder(view, index, agencies, ((one.name, one.kind) for one in (voices.author, *voices.known)))
    if not told and held is not None:
        return held or plain_kind(beside, agencies)
    return (
        told
        or kind_of(core, agencies, body, owned)
        or kind_of(name, agencies, body, owned)
        or kind_of(beside, agencies, body, owned)
    )


def _is_the_authors(view: View, tokens: tuple[int, ...], voices: Voices) -> bool:
    """Whether the body that a phrase begins with is the author, by the last word of his name."""
    name = voices.author.name.lower().split()
    first = [view.lower[at] for at in tokens if view.lower[at] != "the"][:1]
    return len(name) > 1 and not voices.author.kind and first == name[-1:] and name[-1] in _BODIES and len(tokens) > 1


def _owner(view: View, tokens: tuple[int, ...], voices: Voices) -> Source | None:
    """Whose office the phrase speaks of: "your bureau", "their counsel", else the author's own."""
    for at in tokens:
        word = view.lower[at]
        if word == "your":
            return voices.reader
        if word in _OF_A_BODY and voices.last is not None and _one_person(voices.last.name):
            return voices.many
        if word in THEIR:
            return voices.last or voices.many
        if word in _OWN:
            break
    return voices.author


def _seen(view: View, index: int, tokens: tuple[int, ...], voices: Voices) -> str:
    """ "The representative", after "the field office representative", is of the same kind; so is a bare rank."""
    if len(tokens) > 2 or (len(tokens) == 2 and view.lower[tokens[0]] not in ("the", "that", "this", "same")):
        return ""
    word = view.lower[index]
    for one in voices.known:
        words = one.name.lower().split()
        if len(words) > 1 and one.kind and (words[-1] == word or (word in words and _RANK.fullmatch(word))):
            return one.kind
    return ""
