"""What "it" points at: the subject told of last, where that is a thing.

A subject is the likeliest centre of what follows (Grosz, Joshi and Weinstein 1995). "The agreement is short. It is a public
paper." does not speak of the program, near as its name may stand. Only what plainly points elsewhere is told; people, bodies,
several things and places leave it open.
"""

from __future__ import annotations

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View

ABOUT, ELSEWHERE, OPEN = "about", "elsewhere", "open"
# Bodies and people can be no "it", or are one beside which the program may be meant as well ("the county knows it is optional").
_BODIES = frozenset({
    "agency", "board", "body", "bureau", "chief", "city", "clerk", "coalition", "commission", "committee", "congress",
    "council", "counsel", "county", "court", "department", "director", "division", "everybody", "everyone", "government",
    "governor", "group", "jail", "judge", "jurisdiction", "legislature", "locality", "mayor", "member", "nobody", "none",
    "office", "officer", "official", "one", "parish", "police", "representative", "secretary", "senator", "sheriff", "staff",
    "state", "supervisor", "task", "team", "town", "unit", "witness",
})  # fmt: skip
# What any program is also called in passing, and nouns that stand for what is said: "The truth is simple. It is voluntary."
_KIN = frozenset({
    "process", "system", "effort", "initiative", "program", "programme", "technology", "rule", "policy", "decision", "answer",
    "choice", "question", "thing", "point", "idea", "matter", "truth", "fact", "problem", "issue", "word", "time", "way",
    "case",
})  # fmt: skip
_PRONOUNS = frozenset({"it", "this", "that"})
_OBJECTS = frozenset({"dobj", "pobj"})
_OPEN_WORDS = _BODIES | _KIN


def points(view: View) -> bool:
    """Whether a pronoun that may stand for a thing told of before is a subject or an object of the sentence."""
    deps = grammar.SUBJECTS | _OBJECTS
    return any(word in _PRONOUNS and view.tokens[at].dep in deps for at, word in enumerate(view.lower))


def subject_of(view: View, named: dict[int, int], pointing: bool) -> str:
    """What the main clause of a sentence is about: `about` the program, `elsewhere` (a thing that is not), or `open`.

    `pointing` is whether its own "it" may mean the program.
    """
    root = next((at for at in range(len(view.tokens)) if grammar.head_of(view, at) == at), None)
    subject = None if root is None else next(iter(grammar.kids_with(view, root, grammar.SUBJECTS)), None)
    if subject is None:
        return OPEN
    if view.lower[subject] in _PRONOUNS:
        return ABOUT if pointing else ELSEWHERE
    return _thing(view, named, subject)


def thing_told(view: View) -> str:
    """The word for what the main clause is about, where that is a thing an "it" may mean; else ''."""
    root = next((at for at in range(len(view.tokens)) if grammar.head_of(view, at) == at), None)
    subject = None if root is None else next(iter(grammar.kids_with(view, root, grammar.SUBJECTS)), None)
    return view.lemmas[subject] if subject is not None and _thing(view, {}, subject) == ELSEWHERE else ""


def runs_on(view: View) -> bool:
    """Whether the main clause is itself about "it", so that what that means stays as it was."""
    root = next((at for at in range(len(view.tokens)) if grammar.head_of(view, at) == at), None)
    return root is not None and any(view.lower[at] in _PRONOUNS for at in grammar.kids_with(view, root, grammar.SUBJECTS))


def before_it(view: View, named: dict[int, int], at: int) -> str:
    """The same of the nearest subject that stands before the pronoun at `at` in its own sentence."""
    subjects = (one for one in range(at - 1, -1, -1) if view.tokens[one].dep in grammar.SUBJECTS)
    return next((told for one in subjects if (told := _thing(view, named, one)) != OPEN), OPEN)


def _thing(view: View, named: dict[int, int], at: int) -> str:
    token = view.tokens[at]
    below = grammar.subtree(view, at)
    if any(start in below for start in named):
        return ABOUT
    several = view.lower[at] != view.lemmas[at] or any(view.tokens[one].dep == "cc" for one in view.children[at])
    if token.pos != "NOUN" or several or view.lemmas[at] in _OPEN_WORDS:
        return OPEN
    return OPEN if token.ent in ("PERSON", "ORG", "GPE", "NORP", "LOC") else ELSEWHERE  # asked last: it is dear to know
