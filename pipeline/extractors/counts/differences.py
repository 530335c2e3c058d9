"""Numbers that are no total: how far two are apart, how fast something goes, what is aimed at or comes on top.

"41 fewer than planned", "up 620 from March", "a drop of 300", "310 a month", "a goal of 400", "another 12": each is a number of
something, and none says how many there are.
"""

from __future__ import annotations

from pipeline.extractors.counts.limits import bound_of
from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View, word_at

_COMPARED = frozenset({"fewer", "less", "higher", "lower", "greater", "smaller", "short", "shy", "ahead", "behind"})
_ON_TOP = frozenset({"more", "additional", "further", "extra", "another"})
_MANIFOLD = frozenset({"twice", "thrice", "double", "triple", "quadruple"})
_MOVING = frozenset({
    "grow", "rise", "increase", "climb", "jump", "fall", "drop", "decline", "decrease", "soar", "swell", "leap", "shrink", "gain",
    "slip", "edge", "widen", "narrow", "add", "sink", "surge", "dip", "tumble", "slide",
})  # fmt: skip
# Beside these "by" tells how far: "exceeded the plan by 40", "changed by", "short by".
_MEASURED = _MOVING | frozenset({
    "go", "up", "down", "double", "expand", "spread", "move", "exceed", "outnumber", "outpace", "surpass", "trail", "lead",
    "miss", "lag", "vary", "differ", "change", "short", "over", "under", "high", "low", "cut", "reduce", "raise", "lower",
    "boost", "trim", "overstate", "understate", "inflate", "off", "beat", "top", "growth",
})  # fmt: skip
_STEPS = frozenset({
    "increase", "decrease", "rise", "fall", "drop", "decline", "growth", "gain", "loss", "jump", "difference", "gap", "shortfall",
    "surplus", "excess", "margin", "discrepancy", "change", "reduction", "uptick", "surge", "dip", "swing", "spread", "variance",
})  # fmt: skip
_AIMS = frozenset({
    "goal", "target", "quota", "objective", "aim", "ceiling", "cap", "capacity", "benchmark", "forecast", "projection", "plan",
    "allotment", "expectation", "limit", "ambition", "threshold", "requirement", "milestone", "estimate",
})  # fmt: skip
_PERCENT = frozenset({"percent", "%"})
_SHARES = frozenset({"rate", "average", "mean", "median", "estimate"})
_PACES = frozenset({"rate", "pace", "average", "mean", "median", "clip", "speed"})
_INTENDED = frozenset({
    "planned", "projected", "anticipated", "budgeted", "intended", "promised", "scheduled", "forecast", "hoped", "proposed",
    "average", "monthly", "weekly", "daily", "hourly", "nightly", "yearly", "target", "goal", "quota",
})  # fmt: skip
_EQUALS = frozenset({"be", "stand", "remain", "set", "run", "equal", "total", "call", "average", "come", "amount"})
_TIMES = frozenset({"day", "week", "month", "hour", "minute", "year", "night", "shift", "quarter", "weekend"})
_EACH = frozenset({"a", "an", "per", "each", "every", "/"})
_BY_TIME = frozenset({"daily", "weekly", "monthly", "hourly", "nightly", "yearly", "annually", "quarterly"})
_IN = frozenset({"in", "of", "for", "over", "within", "during", "about", "half", "nearly", "once", "twice", "times"})
_FEW, _BACK, _AHEAD, _UP = 4, 5, 9, 4  # words before "by"; between an aim and its number; to "per month"; steps up the tree


def no_total(view: View, at: int, end: int, others: bool) -> bool:
    """Whether the number in tokens [at, end) is no total. `others`: a number it may be counted beside stands before it."""
    first = bound_of(view, at, end)[1]
    return (
        _compared(view, end)
        or _on_top(view, first, end, others)
        or _moved(view, first)
        or _measured(view, first)
        or _of_an_aim(view, at, first, end)
        or _paced(view, end)
    )


def _compared(view: View, end: int) -> bool:
    """ "33 fewer counties", "12 percent higher than", "40 short of the goal", "a 12 percent increase"."""
    joined = word_at(view, end) == "-"
    word, after = word_at(view, end), word_at(view, end + 1)
    if word in _COMPARED and after != "-":
        return word not in ("short", "shy", "ahead", "behind") or after in ("of", "the", "plan", "target", "schedule", ",", ".")
    noun = end + joined
    return noun < len(view.tokens) and view.lemmas[noun] in _STEPS and view.tokens[noun].pos == "NOUN"


def _on_top(view: View, first: int, end: int, others: bool) -> bool:
    """ "Another 12 counties", "12 more than in May"; not "371 had a record, another 41 had none", where each is a number."""
    told = word_at(view, first - 1) in _ON_TOP - {"more"} or word_at(view, end) in _ON_TOP
    if word_at(view, first - 1 - (word_at(view, first - 1) in ("the", "those", "these"))) in _MANIFOLD:
        return True
    if word_at(view, end) == "again":
        return True  # "a third again as many"
    than = word_at(view, end) == "more" and "than" in view.lower[end + 1 : end + _AHEAD]
    return than or (told and not others)


def _moved(view: View, first: int) -> bool:
    """ "Were up 620", "fell 2,300", "1,900, down 40 from March"; not "signed up 40 counties", "rose to 40"."""
    at = first - 1
    if at < 0:
        return False
    if view.lower[at] in ("up", "down"):
        before = view.tokens[at - 1] if at else None
        return before is None or before.pos != "VERB" or before.lemma in _MOVING | {"be", "go"}
    return view.lemmas[at] in _MOVING and view.tokens[at].pos == "VERB" and view.tokens[at].dep != "amod"


def _measured(view: View, first: int) -> bool:
    """ "Grew by 22 percent", "exceeded it by some 40", "higher by 200"."""
    near = range(max(0, first - 1 - _FEW), first - 1)
    return word_at(view, first - 1) == "by" and any(view.lemmas[at] in _MEASURED or view.tokens[at].tag == "RBR" for at in near)


def _of_an_aim(view: View, at: int, first: int, end: int) -> bool:
    """ "A goal of 400", "the quota is 1,200", "a planned 1,000", "1,000 projected removals", "at a rate of 90"."""
    noun = first - 2
    aims = _AIMS | _STEPS | _PACES
    if not _PERCENT.isdisjoint((word_at(view, end), word_at(view, end - 1))):
        aims -= _SHARES  # "the match rate was 26 percent" is the share itself
    if word_at(view, first - 1) in ("of", ":", "at") and noun >= 0 and view.lemmas[noun] in aims:
        return True
    intended = (word_at(view, first - 1), word_at(view, end))
    if not _INTENDED.isdisjoint(intended) and word_at(view, end + 1) != "-":
        return True
    if _set_by_an_aim(view, end):
        return True
    up = grammar.head_of(view, at)
    above = {at, up}
    for _ in range(_UP):
        up = grammar.head_of(view, up)
        above.add(up)
        if view.tokens[up].pos in ("VERB", "AUX"):
            break
    verbs = [one for one in above if view.lemmas[one] in _EQUALS]
    subjects = [kid for one in verbs for kid in view.children[one] if view.tokens[kid].dep in grammar.SUBJECTS and kid < at]
    return any(view.lemmas[one] in aims for one in subjects)


def _set_by_an_aim(view: View, end: int) -> bool:
    """ "The 600 removals of its goal", "a 600-removal target"; not "600 removals, and the target fell"."""
    of = -1
    for at in range(end, min(end + _AHEAD, len(view.tokens))):
        token = view.tokens[at]
        of = at if view.lower[at] in ("of", "-") and of < 0 else of
        if token.tag in ("VBD", "VBZ", "VBP", "MD", "VBN", "TO") or token.pos == "NUM" or view.lower[at] in (",", ";", "and"):
            return False
        if of >= 0 and view.lemmas[at] in _AIMS and token.pos == "NOUN":
            return True
    return False


def _paced(view: View, end: int) -> bool:
    """ "310 removed a month", "90 people through the program per week", "40 calls daily"; not "312 in a month"."""
    for at in range(end, min(end + _AHEAD, len(view.tokens))):
        word = view.lower[at]
        if word in (",", ";", ".", "and", "but") or view.tokens[at].pos == "NUM":
            return False
        if word in _EACH and word_at(view, at + 1) in _TIMES and word_at(view, at - 1) not in _IN:
            return word_at(view, at + 2) not in ("ago", "later", "earlier", "before", "after", "or")
        if word in _BY_TIME and (view.tokens[at].tag == "RB" or at == end):
            return True
    return False
