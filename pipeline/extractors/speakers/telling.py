"""Reports of speech by a verb: "the clerk said that ...", "was told by the bureau that ...", "calls it a choice"."""

from __future__ import annotations

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.sides.moods import NOTING
from pipeline.extractors.speakers import verb_owner
from pipeline.extractors.speakers.content import has_that, negated, said
from pipeline.extractors.speakers.frames import Frame
from pipeline.extractors.speakers.kinds import plain_kind
from pipeline.extractors.speakers.phrases import is_capital, is_share, name_tokens
from pipeline.extractors.speakers.saying import (
    ASKING,
    BLAMING,
    CALLING,
    DENYING,
    DOUBTING,
    IMPERSONAL,
    NEEDS_PERSON,
    PLACING,
    SAYING,
    TELLING,
)
from pipeline.extractors.speakers.sources import PRONOUNS, Source, Voices, source_at

REPORTING = SAYING | DENYING | DOUBTING | ASKING | BLAMING
_WRONGLY = frozenset({"wrongly", "falsely", "mistakenly", "erroneously", "incorrectly", "inaccurately", "untruthfully"})
QUOTING = frozenset({"quote", "cite"})
_ADDRESSING = frozenset({"advise", "remind", "notify", "inform", "caution", "warn", "assure"})
_LEARNING = frozenset({"learn", "know", "realize", "realise", "discover", "remember", "see"})
_HEARING = frozenset({"hear", "learn", "gather", "understand"})
_SHOWING = frozenset({"show", "indicate", "reveal", "demonstrate", "suggest", "document"})
_SOMEBODY = frozenset({"he", "she", "they", "somebody", "someone", "people", "some", "others", "many", "another", "everyone"})


def verb_frame(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    """The report a verb makes, None where it reports nothing or tells nobody's words."""
    lemma = view.lemmas[index]
    if lemma in PLACING and lemma not in REPORTING:
        return _placing(view, index, voices, agencies)
    if lemma in QUOTING and (frame := _quoting(view, index, voices, agencies)):
        return frame
    if lemma in CALLING and (frame := _calling(view, index, voices, agencies)):
        return frame
    return _verb(view, index, voices, agencies) if lemma in REPORTING else None


def unlisted_frame(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    """Any other verb with a person or body as subject and a that-clause: "put it on record that", "let it slip that"."""
    kids = [kid for kid in view.children[index] if view.tokens[kid].dep in ("ccomp", "acl") and has_that(view, kid, False)]
    subject = next(iter(grammar.kids_with(view, index, {"nsubj"})), None)
    if not kids or subject is None or view.lower[subject] in PRONOUNS:
        return None
    source = source_at(view, verb_owner.antecedent(view, index, subject), voices, agencies)
    if source is None or not source.kind or source.kind == "record":
        return None
    content = frozenset(at for kid in kids for at in grammar.subtree(view, kid))
    denied = any(view.tokens[k].dep == "neg" for k in view.children[index])
    return Frame(index, view.lemmas[index], source, content, "say", denied, by=verb_owner.by_whom(view, index, False, subject))


def _quoting(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    """ "quotes the court as having ruled that ...", "citing the governor's office: ...": the words of the one quoted."""
    quoted = next(iter(grammar.kids_with(view, index, {"dobj"})), None)
    if quoted is None or quoted < index:
        return None
    source = source_at(view, quoted, voices, agencies)
    named = source is not None and bool(source.kind or view.tokens[quoted].pos == "PROPN")
    if source is None or not named or source.kind == "record" or not source.tokens:
        return None
    content = frozenset(range(max(source.tokens) + 1, len(view.tokens)))
    return Frame(index, view.lemmas[index], source, content, "say", False) if len(content) > 3 else None


def _beside_it(view: View, index: int, content: set[int]) -> bool:
    """Whether "and" or "but" joins what stands before the verb to its own clause: "ten are live, but, alas, none was told"."""
    words = [at for at in sorted(content) if view.tokens[at].text.isalpha()]
    return max(content) < index and bool(words) and view.tokens[words[-1]].dep == "cc"


def _verb(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    content = said(view, index)
    if not content or _beside_it(view, index, content):
        return None
    lemma = view.lemmas[index]
    if _open_or_let(view, index, lemma):
        return None
    if lemma == "hold" and not any(has_that(view, kid, False) for kid in grammar.kids_with(view, index, {"ccomp"})):
        return None  # to hold a person, a card, a meeting: what a court holds, it holds that
    if view.tokens[index].dep == "xcomp" and view.lemmas[grammar.head_of(view, index)] == "be" and view.lower[index - 1] == "to":
        return None  # "the point is to find whoever did harm": nobody has found or said it
    if max(content) < index and any(view.lower[kid] in ("should", "must", "shall") for kid in view.children[index]):
        return None  # "where a board would rather not, it should tell us": bidden to say so, and not what was said
    if lemma in BLAMING and not any(view.tokens[kid].dep == "prep" for kid in view.children[index]):
        return None
    kids = view.children[index]
    passive = any(view.tokens[kid].dep in ("nsubjpass", "auxpass") for kid in kids) or _reduced(view, index)
    if passive and lemma == "ask" and not any(kid > index for kid in grammar.kids_with(view, index, {"ccomp", "advcl", "dobj"})):
        return None  # "a stamp was asked for so far", "is asked to do nothing": that is told, and nobody's question
    subject = grammar.subject_of(view, index)
    source, hearsay = None, False
    if passive:
        source = verb_owner.agent(view, index, voices, agencies)
        if source is None and _told_here(view, index, lemma) and voices.author.name:
            source = voices.author
        named = source is not None or lemma in IMPERSONAL
        hearsay = not named and subject is not None and not _unreal(view, index, subject)
    elif subject is not None and subject not in content:
        source = source_at(view, verb_owner.antecedent(view, index, subject), voices, agencies)
        if lemma in _HEARING:
            source = _heard_from(view, index, voices, agencies) or (None if lemma == "hear" else source)
        hearsay = source is None and (view.lower[subject] in _SOMEBODY or is_share(view, subject) or is_capital(view, subject))
    elif subject is None:
        source = _heard_from(view, index, voices, agencies) if lemma in _HEARING else None
        source = source or verb_owner.unnamed(view, index, content, voices, agencies)
    capital = subject is not None and is_capital(view, subject)
    if (
        source is None
        and not (passive or capital)
        and (lemma in NEEDS_PERSON or (lemma in NOTING and view.tokens[index].tag == "VB"))
    ):
        return None
    if _known(view, index, lemma, source, passive, voices, agencies):
        who = verb_owner.by_whom(view, index, passive, subject)
        return Frame(index, lemma, None, frozenset(content), "fact", negated(view, index), by=who)
    mode = "deny" if lemma in DENYING else "doubt" if lemma in DOUBTING else "ask" if lemma in ASKING else "say"
    denied = negated(view, index)
    if any(view.lower[kid] in _WRONGLY for kid in kids):
        return Frame(
            index, lemma, None, frozenset(content), "rebut", denied, by=verb_owner.by_whom(view, index, passive, subject)
        )
    told = _addressee(view, index, subject if passive else None) if lemma in TELLING else ""
    return Frame(
        index, lemma, source, frozenset(content), mode, denied, told, hearsay, verb_owner.by_whom(view, index, passive, subject)
    )


def _open_or_let(view: View, index: int, lemma: str) -> bool:
    """ "determine whether" leaves it open; "we let them think that" is no opinion that anybody owns to."""
    if lemma in ("determine", "decide", "see") and any(
        has_that(view, kid, True) and not has_that(view, kid, False) for kid in grammar.kids_with(view, index, {"ccomp"})
    ):
        return True
    above = grammar.head_of(view, index)
    return (
        view.tokens[index].dep in ("ccomp", "xcomp") and view.lemmas[above] in ("let", "make") and view.tokens[index].tag == "VB"
    )


def _told_here(view: View, index: int, lemma: str) -> bool:
    """ "Members are advised that ...": told in these very words, by whoever writes them."""
    helpers = {view.lower[kid] for kid in view.children[index] if view.tokens[kid].dep in ("aux", "auxpass")}
    return lemma in _ADDRESSING and helpers in ({"are"}, {"be"}, {"is"})


def _with_place(view: View, verb: int, link: int) -> tuple[int, ...]:
    """The phrase below a preposition, with where those are whom it names: "from our friends at ICE", whatever "at" hangs on."""
    phrase = grammar.subtree(view, link)
    behind = (kid for kid in grammar.kids_with(view, verb, {"prep"}) if kid == phrase[-1] + 1)
    return (*phrase, *(word for kid in behind for word in grammar.subtree(view, kid)))


def _unreal(view: View, index: int, subject: int | None) -> bool:
    """ "it cannot be said that", "no county was told that": nothing was told, so there is nobody to look for."""
    if negated(view, index) or any(view.lemmas[kid] in ("can", "could", "might") for kid in view.children[index]):
        return True
    return subject is not None and any(view.lower[kid] == "no" for kid in view.children[subject])


def _known(
    view: View, index: int, lemma: str, source: Source | None, passive: bool, voices: Voices, agencies: tuple[str, ...]
) -> bool:
    """What people learn or know is so on the author's word; so is what a thing without a voice of its own shows."""
    if lemma in _LEARNING:
        subject = grammar.subject_of(view, index)
        origins = [kid for kid in view.children[index] if view.lower[kid] == "from"]
        # "I learned from my sergeant that it was on" says it is so; what one learned from ICE, or "our friends at ICE", is ICE's.
        phrases = [_with_place(view, index, kid) for kid in origins]
        own = any(view.lower[word] in ("my", "our") for phrase in phrases for word in phrase)
        others = {plain_kind(grammar.words(view, phrase), agencies) for phrase in phrases} - {"", voices.author.kind}
        mine = own and not others and subject is not None and view.lower[subject] in ("i", "we")
        return mine or passive or source is None or not origins
    return lemma in _SHOWING and source is not None and not source.kind


def _reduced(view: View, index: int) -> bool:
    """ "Board told by the field office that ...": a headline's passive without "was"."""
    token = view.tokens[index]
    return (
        token.tag in ("VBN", "VBD") and bool(verb_owner.by_phrases(view, index)) and not grammar.kids_with(view, index, {"dobj"})
    )


def _addressee(view: View, index: int, patient: int | None) -> str:
    objects = [patient] if patient is not None else list(grammar.kids_with(view, index, {"dobj", "dative"}))
    named = [kid for kid in objects if view.lower[kid] not in PRONOUNS]
    return grammar.words(view, name_tokens(view, named[0])) if named else ""


def _heard_from(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Source | None:
    for prep in grammar.kids_with(view, index, {"prep"}):
        if view.lower[prep] == "from":
            for person in grammar.kids_with(view, prep, {"pobj"}):
                return source_at(view, person, voices, agencies)
    return None


def _calling(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    """ "The brochure describes enrollment as a choice"; nothing where it is denied, refused, asked for or passive."""
    kids = view.children[index]
    subject = next(iter(grammar.kids_with(view, index, {"nsubj"})), None)
    if (
        subject is None
        or view.tokens[index].tag == "VBG"
        or any(view.tokens[kid].dep == "neg" or view.lower[kid] == "never" for kid in kids)
    ):
        return None
    if not any(view.tokens[kid].dep in ("oprd", "ccomp", "xcomp") or view.lower[kid] == "as" for kid in kids):
        return None
    source = source_at(view, verb_owner.antecedent(view, index, subject), voices, agencies)
    content: set[int] = set()
    for kid in kids:
        if kid > index and view.tokens[kid].dep in ("dobj", "oprd", "ccomp", "xcomp", "prep"):
            content.update(grammar.subtree(view, kid))
    who = verb_owner.by_whom(view, index, False, subject)
    somebody = source is None and view.lower[subject] in _SOMEBODY  # "Some have called it a choice"
    made = Frame(index, view.lemmas[index], source, frozenset(content), "say", False, hearsay=somebody, by=who)
    return made if source or somebody else None


def _placing(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    """ "The lobbyist puts the burden at a hundred thousand"; only where a person or body with a kind does so."""
    preps = [kid for kid in grammar.kids_with(view, index, {"prep", "dative"}) if view.lower[kid] == PLACING[view.lemmas[index]]]
    subject = next(iter(grammar.kids_with(view, index, {"nsubj"})), None)
    objects = grammar.kids_with(view, index, {"dobj"})
    if not preps or subject is None:
        return None
    source = source_at(view, verb_owner.antecedent(view, index, subject), voices, agencies)
    if source is None or not source.kind:
        return None
    if not objects:  # "The cost of a bed he put at $60 a night": it stands first, where the parser does not look for it
        amount = any(view.tokens[at].pos == "NUM" for prep in preps for at in grammar.subtree(view, prep))
        apart = {index, *grammar.subtree(view, subject)}
        if view.tokens[index].dep != "relcl" or not amount or view.lower[subject] in ("who", "which", "that"):
            return None
        rest = frozenset(range(len(view.tokens))) - apart
        return Frame(index, view.lemmas[index], source, rest, "say", False, by=verb_owner.by_whom(view, index, False, subject))
    content = {at for kid in (*objects, *preps) for at in grammar.subtree(view, kid)}
    return Frame(
        index, view.lemmas[index], source, frozenset(content), "say", False, by=verb_owner.by_whom(view, index, False, subject)
    )
