"""Reports of speech without a verb of saying: "the claim that", "is convinced that", "according to", "in the sheriff's view"."""

from __future__ import annotations

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.sides.stance import false_predicate
from pipeline.extractors.speakers.content import has_that
from pipeline.extractors.speakers.frames import Frame
from pipeline.extractors.speakers.kinds import is_person_or_body
from pipeline.extractors.speakers.phrases import name_tokens
from pipeline.extractors.speakers.saying import DENYING, DOUBTING, SCOFFING, VIEWS, VOICING
from pipeline.extractors.speakers.sources import Source, Voices, source_at

_DENIALS = DENYING | SCOFFING


def noun_frame(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    """ "The bureau's assurance that ...", "the claim by the clerk that ...", "made the argument that ..."."""
    clauses = [
        kid for kid in view.children[index] if view.tokens[kid].dep in ("acl", "ccomp", "relcl") and has_that(view, kid, False)
    ]
    governor = _governor(view, index)
    if not clauses and view.lemmas[governor] == "be" and view.tokens[index].dep == "nsubj":  # "their position is that ..."
        clauses = [kid for kid in grammar.kids_with(view, governor, {"ccomp"}) if has_that(view, kid, False)]
    if not clauses or view.lemmas[index] == "fact":
        return None
    source = _owner(view, index, governor, voices, agencies)
    lemma = view.lemmas[governor]
    mode = "deny" if lemma in _DENIALS or view.lemmas[index] == "denial" else "doubt" if lemma in DOUBTING else "say"
    if source is not None and view.lemmas[index] != "denial":
        mode = "say"  # the owner of the claim stands by it, whoever disputes it
    elif source is None and mode != "say":
        subject = grammar.subject_of(view, governor)
        source = source_at(view, subject, voices, agencies) if subject is not None else None
    content = frozenset(grammar.subtree(view, clauses[0]))
    if false_predicate(view, governor) is not None and view.tokens[index].dep in grammar.SUBJECTS:
        return Frame(index, view.lemmas[index], None, content, "rebut", False)
    return Frame(index, view.lemmas[index], source, content, mode, False)


def _governor(view: View, index: int) -> int:
    """The verb above the noun, over a preposition: "scoff at the claim"."""
    above = grammar.head_of(view, index)
    return grammar.head_of(view, above) if view.tokens[above].dep == "prep" else above


def _owner(view: View, index: int, governor: int, voices: Voices, agencies: tuple[str, ...]) -> Source | None:
    owners = [*grammar.kids_with(view, index, {"poss"})]
    for prep in grammar.kids_with(view, index, {"prep"}):
        if view.lower[prep] in ("of", "by", "from"):
            owners += grammar.kids_with(view, prep, {"pobj"})
    for participle in grammar.kids_with(view, index, {"acl"}):
        for agent in grammar.kids_with(view, participle, {"agent"}):
            owners += grammar.kids_with(view, agent, {"pobj"})
    taken = [kid for kid in view.children[governor] if view.tokens[kid].dep == "prt"]  # "has taken in nine complaints that"
    if not owners and not taken and view.lemmas[governor] in VOICING:
        subject = grammar.subject_of(view, governor)
        owners = [subject] if subject is not None else []
    if not owners:  # "Hale charges that": a verb that the parser takes for a noun
        owners = [kid for kid in grammar.kids_with(view, index, {"compound"}) if view.tokens[kid].pos == "PROPN"][-1:]
    if not owners:
        return None
    word = view.lower[owners[0]]
    if word in ("its", "their", "his", "her"):  # "the agency repeats its claim that": whoever repeats it
        subject = grammar.subject_of(view, governor)
        if subject is not None and subject != index:
            return source_at(view, subject, voices, agencies)
        if word in ("his", "her"):
            return source_at(view, owners[0], voices, agencies)  # one of those met, named or asked before
        known = (voices.thing or voices.last) if word == "its" else (voices.many or voices.last)
        return Source(known.name, known.kind) if known else None
    return source_at(view, owners[0], voices, agencies)


def mind_frame(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    """ "The sheriff is convinced that patrol now fishes for drivers"."""
    verb = grammar.head_of(view, index)
    holder = index if grammar.kids_with(view, index, grammar.SUBJECTS) else verb
    clauses = grammar.kids_with(view, index, {"ccomp", "advcl"}) or grammar.kids_with(view, verb, {"ccomp"})
    subject = grammar.subject_of(view, holder)
    if not clauses or subject is None or (view.tokens[clauses[-1]].dep == "advcl" and not has_that(view, clauses[-1], False)):
        return None
    source = source_at(view, subject, voices, agencies)
    if source is None:
        return None
    negated = any(view.tokens[kid].dep == "neg" for kid in (*view.children[verb], *view.children[index]))
    mode = "doubt" if view.lower[index] in ("skeptical", "sceptical", "unconvinced") else "say"
    return Frame(index, view.lower[index], source, frozenset(grammar.subtree(view, clauses[-1])) - {index}, mode, negated)


def according_frame(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    """ "According to the field office, ..."."""
    to = next((kid for kid in view.children[index] if view.lower[kid] == "to"), index + 1)
    people = grammar.kids_with(view, to, {"pobj"}) if to < len(view.tokens) else ()
    source = source_at(view, people[0], voices, agencies) if people else None
    return _slipped_in(view, index, "according", source)


def per_frame(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    """ "Per the presenter, ..."; not "per year"."""
    people = grammar.kids_with(view, index, {"pobj"})
    if not people or not is_person_or_body(grammar.words(view, name_tokens(view, people[0]))):
        return None
    if index and view.lower[index - 1] not in (",", ";", "-", "(", "and"):
        return None
    return _slipped_in(view, index, "per", source_at(view, people[0], voices, agencies))


def short_according_frame(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    """ "acc. to presenter": the parser knows nothing of it, so the words after "to" are taken."""
    after = index + 1 + (view.lower[index + 1 : index + 2] == (".",))
    if view.lower[after : after + 1] != ("to",) or after + 1 >= len(view.tokens):
        return None
    end = after + 1
    while end < len(view.tokens) and view.tokens[end].pos in ("DET", "NOUN", "PROPN", "ADJ", "PART") and end - after < 6:
        end += 1
    if end == after + 1:
        return None
    source = source_at(view, end - 1, voices, agencies)
    content = frozenset(at for at in range(len(view.tokens)) if at < index or at >= end)
    return Frame(index, "according", source, content, "say", False) if source else None


def view_frame(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    """ "In the county attorney's opinion, ..."; "in our view" is the author's."""
    noun = next((kid for kid in grammar.kids_with(view, index, {"pobj"}) if view.lower[kid] in VIEWS), None)
    if noun is None:
        return None
    owners = [*grammar.kids_with(view, noun, {"poss"})]
    for prep in grammar.kids_with(view, noun, {"prep"}):
        if view.lower[prep] == "of":
            owners += grammar.kids_with(view, prep, {"pobj"})
    if not owners:
        return None
    return _slipped_in(view, index, view.lower[noun], source_at(view, owners[0], voices, agencies))


def _slipped_in(view: View, index: int, lemma: str, source: Source | None) -> Frame | None:
    """A phrase that says whose words the clause around it holds. Set off in the middle it speaks of the part before it."""
    if source is None:
        return None
    below = set(grammar.subtree(view, index))
    head = grammar.head_of(view, index)
    content = set(grammar.subtree(view, view.clause[head] if head != index else head)) - below
    return Frame(index, lemma, source, frozenset(content), "say", False)
