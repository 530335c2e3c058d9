"""What is told of an earlier time: what held until a change, what a dated or earlier paper allowed, what was once said."""

from __future__ import annotations

import re

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.sides import endings
from pipeline.extractors.sides.standing import THEN, Standing
from pipeline.patterns.days.months import MONTH

_FORMER_BOTH = re.compile(
    r"\b(until recently|used to|formerly|up until now|until now|until today|until yesterday"
    r"|up to now|up to this day|up to last (?:year|month|week|spring|summer|fall|winter|autumn)"
    r"|until this (?:year|month|week|spring|summer|fall|winter|autumn)|till now"
    r"|heretofore|hitherto|before today|no longer|any ?more)\b",
    re.I,
)
_FORMER_ONLY = re.compile(
    r"\b(previously|originally|initially|at first|at one time|in the past|at the (?:outset|start|beginning)"
    r"|in the beginning|early on|earlier on|back then|in those days|once|in earlier \w+)\b",
    re.I,
)
# "Earlier materials", "our first brochure": what they said was said then.
_OLD = frozenset(
    {"earlier", "early", "previous", "prior", "old", "older", "first", "former", "original", "initial", "past", "outdated"}
)
_PAPERS = frozenset({
    "material", "paper", "brochure", "version", "letter", "statement", "guidance", "memo", "memorandum", "document", "draft",
    "slide", "page", "website", "site", "fact", "sheet", "handout", "description", "policy", "release", "message", "leaflet",
    "publication", "presentation", "briefing", "assurance", "edition", "language", "notice", "faq", "point", "email",
})  # fmt: skip
_GIVEN_UP = re.compile(
    r"\b(?:that|this|the|such an?|which|our)\s+(?:\w+\s+)?(?:description|statement|policy|position|rule|practice|view|language"
    r"|assurance|guidance|arrangement|wording|characterization|understanding|answer)s?\s+(?:\w+\s+){0,3}?"
    r"(?:no longer|not any more|withdrawn|rescinded|superseded|changed|revoked|retired|ended|obsolete"
    r"|outdated|abandoned|given up)\b",
    re.I,
)
# At the head of a sentence, or of what is said to be so.
_UNTIL = (
    r"(?P<until>(?:up\s+)?(?:until|till|to)\s+(?:now|today|yesterday)"
    rf"|(?:until|till)\s+(?:(?:the\s+)?(?:end|start|beginning|middle|first|last\s+day)\s+of\s+)?(?:last\s+)?"
    rf"(?:{MONTH}\.?(?:\s\d{{1,2}})?(?:,?\s(?:19|20)\d\d)?|(?:19|20)\d\d)(?!,?\s\d))\b,?"
)
_UNTIL_NOW = re.compile(rf"\W*(?:\w+:\s+)?{_UNTIL}", re.IGNORECASE)
_UNTIL_NOW_SAID = re.compile(rf"\bthat\s+{_UNTIL}", re.IGNORECASE)
# "Under the July guidance a county could opt out" tells of July, not of the day it is written.
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter"
_UNDER_THEN = re.compile(
    r"\bunder (?:the|its|our|their|that) (?:old|former|earlier|previous|prior|original|superseded"
    rf"|(?:{_MONTHS})(?: (?:of )?(?:19|20)\d\d)?|(?:19|20)\d\d)"
    r" (?:guidance|guidelines|policy|policies|rules?|instructions?|memo(?:randum)?|procedures?|practice|form)\b",
    re.IGNORECASE,
)


def former(view: View, clause: tuple[int, ...], anchor: int) -> Standing | None:
    """What held before, by the clause's words ("used to", "originally") or as an earlier paper's; None where nothing says so."""
    text = " ".join(view.lower[at] for at in clause)
    both = [m for m in _FORMER_BOTH.finditer(text) if m.group(1) not in ("no longer", "any more", "anymore")]
    if both and not re.search(r"\b(is|are|was|were|be|get|got) used to\b", text):
        return Standing("former", both[0].group(1), "held until a change", changed=True)
    only = _FORMER_ONLY.search(text)
    if (
        only
        and _past(view, anchor)
        and not (only.group(1) == "once" and not re.search(r"\b(was|were|had) once\b|\bonce (was|were|had)\b", text))
    ):
        given_up = bool(_GIVEN_UP.search(view.sentence.text))
        return Standing("former", only.group(1), "said of an earlier time", changed=given_up)
    if then := of_its_time(view, anchor):
        return then
    papers = _old_papers(view, anchor)
    if papers >= 0 and _past(view, anchor):
        return Standing(
            "former", view.tokens[papers].text, "said by an earlier paper", bool(_GIVEN_UP.search(view.sentence.text))
        )
    return None


def of_its_time(view: View, anchor: int) -> Standing | None:
    """ "Under the July guidance a county could ...", "Up to now a county could ...": former; None where the clause is not of the
    past."""
    if replaced := endings.replaced(view):
        return Standing("former", replaced["until"], "held until a change", changed=True)
    if not _past(view, anchor):
        return None
    if (until := _UNTIL_NOW.match(view.sentence.text)) or (until := _UNTIL_NOW_SAID.search(view.sentence.text)):
        return Standing("former", until["until"], "held until a change", changed=True)
    then = _UNDER_THEN.search(view.sentence.text)
    return Standing("former", then.group(0), THEN) if then else None


def said_then(view: View, cue: int) -> str:
    """The words by which a verb of saying is put into an earlier time ("used to tell", "once said"), or ''."""
    if view.lower[max(0, cue - 2) : cue] == ("used", "to"):
        return "used to"
    words = [view.lower[kid] for kid in view.children[cue] if view.tokens[kid].dep == "advmod"]
    return next((word for word in words if word in ("once", "previously", "formerly", "originally", "initially")), "")


def _old_papers(view: View, anchor: int) -> int:
    """The "earlier" of "earlier materials described ...", where they are the subject of the clause or of one above; else -1."""
    for at in grammar.path_up(view, anchor, -1):
        for subject in grammar.kids_with(view, at, grammar.SUBJECTS):
            if view.lemmas[subject] in _PAPERS:
                for kid in view.children[subject]:
                    if view.lower[kid] in _OLD:
                        return kid
    return -1


def _past(view: View, anchor: int) -> bool:
    home = view.clause[anchor]
    verbs = (home, *[kid for kid in view.children[home] if view.tokens[kid].dep in ("aux", "auxpass")])
    return any(view.tokens[at].tag in ("VBD", "VBN") or view.lower[at] in ("could", "had") for at in verbs)
