"""Words that turn the sense of a sentence, by general English alone: denials, opposites, duties, and what numbers count.

Read off the words in their order, without a parser; so a mark says which word it bears on, and whoever compares two
sentences sees to it that both have that word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from sys import intern

_WORD = re.compile(r"[$]?[0-9][0-9,]*(?:\.[0-9]+)?%?|[^\W\d_]+(?:['’-][^\W_]+)*")
_NEGATIONS = frozenset({"not", "no", "never", "cannot", "nobody", "none", "neither", "nothing", "nowhere"})
# No denial lies in these words, though they hold one.
NO_DENIAL = re.compile(
    r"(?i)\b(?:not (?:only|just|merely|simply|limited to|necessarily|later than|more than|less than|exceed\w*|to exceed)"
    r"|no (?:later|more|less|fewer|doubt|longer than|matter|other)|whether or not|or not|if not|why not|none other)"
)
# In these one may lie, but none that turns the sentence round: what changed, what is not known or not told, part of a condition.
NO_TURN = re.compile(
    r"(?i)\b(?:not yet|nothing (?:in this|herein)|not (?:want|wish|know|sure|clear|surpris\w+)|no (?:longer|further)"
    r"|(?:not|\w+n['’]t|cannot|no|never) (?:\w+ ){0,2}?(?:comment|discuss|recall|remember|tell|knowledge|aware|say|idea|answer)"
    r"|no right enforceable|(?:elect|choose|cho[os]en?|wish|decide|prefer)\w* not to"
    r"|(?:if|unless|whether|when|who|that|which)\s+(?:\S+\s+){0,3}(?:do|does|did|is|are|was|were|has|have|had)(?:\s+not|n't))"
)
_SIDES: tuple[tuple[str, str, str], ...] = (
    ("choice", "voluntary voluntarily optional", "mandatory compulsory obligatory mandated"),
    ("leave", "allow allows allowed permit permits permitted authorize authorizes authorized",
     "prohibit prohibits prohibited forbid forbids forbidden ban bans banned bar bars barred preclude precludes precluded"),
    ("reach", "include includes included including", "exclude excludes excluded excluding omit omits omitted"),
    ("growth", "increase increases increased rise rises rose risen grow grows grew grown",
     "decrease decreases decreased fall falls fell fallen decline declines declined drop drops dropped"),
    ("often", "always", "rarely seldom"),
    ("reply", "accept accepts accepted", "reject rejects rejected refuse refuses refused decline declines declined"),
    ("backing", "support supports supported favor favors favored", "oppose opposes opposed"),
    ("view", "agree agrees agreed", "disagree disagrees disagreed"),
    ("going on", "continue continues continued", "discontinue discontinues discontinued terminate terminates terminated"
     " cease ceases ceased suspend suspends suspended"),
    ("stay", "permanent permanently", "temporary temporarily"),
    ("light", "public publicly", "confidential confidentially secret secretly"),
    ("fact", "true", "false untrue"),
    ("outcome", "succeed succeeds succeeded successful successfully", "fail fails failed unsuccessful unsuccessfully"),
    ("power", "able", "unable"),
    ("whole", "complete completely fully entirely", "incomplete partial partially partly"),
    ("spread", "all every each", "none"),
    ("amount", "more most majority", "fewer less minority"),
)  # fmt: skip
_AXES = {word: (axis, side) for axis, yes, no in _SIDES for side, words in (("+", yes), ("-", no)) for word in words.split()}
_LOOSE = frozenset({"spread", "amount", "often", "whole"})  # too common to say anything unless they bear on the same word
_MAY, _MUST = frozenset({"may", "can", "might", "could"}), frozenset({"must", "shall"})
_PREFIXED = re.compile(
    r"(?:(?:non-?|un)(?P<plain>[a-z]{3,}(?:able|ible|al|ent|ant|ate|ful|ive|ary|ous|ed|ly))"
    r"|(?:in|im|il|ir|dis)(?P<rest>[a-z]{3,}(?:able|ible|al|ent|ant|ate|ful|ive|ary|ous|ly)))\Z"
)
_NO_OPPOSITES = frozenset({"immediate", "immediately", "invaluable", "inflammable", "unlike", "unless", "university", "until"})
_ENDINGS = ("ations", "ation", "ements", "ement", "ments", "ment", "ings", "ing", "ions", "ion", "ities", "ity", "ies", "ied",
            "ely", "ly", "ers", "er", "ed", "es", "s", "e", "y")  # fmt: skip
STOPS = frozenset(
    word
    for line in (
        "a an the of to in on at by for from with as and or but if then than that this these those it its he she they them",
        "their his her we our us you your i me my who whom whose which what when where how there here is are was were be",
        "been being am do does did has have had will would should may might can could must shall also any some such so very",
        "just only own same other into over under about between through during before after above below up down out off",
        "again once both while because until per via within upon been not no nor",
    )
    for word in line.split()
)
_FIGURES = frozenset("$0123456789")
_REPLY = re.compile(r"(?i)no\s*[.,;:]")
LIMITS = re.compile(r"(?i)\b(?:unless|until|except\w*|only|otherwise|without|absent|please)\b")
_COUNTED = 3  # words that say what is counted
_DENIED = 3  # words behind a denial of which it may deny one: "no victim or witness has been placed"
_PERCENT = re.compile(r"(?:percent|pct|per cent)\b")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_NO_COUNT = frozenset(
    word
    for line in (
        "section sec page paragraph chapter title part form version no number fy usc cfr july june may march april january",
        "february august september october november december am pm item exhibit appendix tab o'clock phase step",
    )
    for word in line.split()
)


@dataclass(frozen=True, slots=True)
class Mark:
    """`axis` is what is turned, `side` which way, `cue` the word that does it, `on` the stems it bears on, `value` a number's.

    `kind` is negation, opposite, duty or number.
    """

    kind: str
    axis: str
    side: str
    cue: str
    on: frozenset[str]
    value: float = 0.0


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence as compared: its marks, the stems of its other words, its names and the years it speaks of.

    `denies` says that something is denied in it, whatever it is.
    """

    marks: tuple[Mark, ...]
    stems: frozenset[str]
    names: frozenset[str]
    years: frozenset[str]
    denies: bool = False


def stem(word: str) -> str:
    """The word without its ending, roughly: enough that "shares", "sharing" and "shared" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def spans_of(words: re.Pattern[str], quote: str) -> list[tuple[int, int]]:
    """Where the pattern holds, as (start, end)."""
    return [found.span() for found in words.finditer(quote)]


def read(quote: str, known: frozenset[str] = frozenset()) -> Read:
    """The marks and words of a sentence. `known` are words of the corpus: "unlawful" is the opposite of a "lawful" among them."""
    spared, unturned = (spans_of(words, quote) for words in (NO_DENIAL, NO_TURN))
    tokens = [(found[0], found.start()) for found in _WORD.finditer(quote.replace("-\n", "").replace("’", "'"))]
    words = [token.lower() for token, _ in tokens]
    marks: list[Mark] = []
    used: set[int] = set()
    denying = {at for at, word in enumerate(words) if word in _NEGATIONS or word.endswith("n't")}
    limited = LIMITS.search(quote) is not None  # "not without", "no ... unless": such a denial grants as much as it denies
    reply = {0} if _REPLY.match(quote) else set[int]()
    denying = {at for at in denying - reply if not any(a <= tokens[at][1] < b for a, b in spared)}
    denied = {at for at in denying if not any(a <= tokens[at][1] < b for a, b in unturned)}
    for at, word in enumerate(words):
        opposite = _opposite(word, known)
        if opposite:
            used.add(at)
            axis, side = opposite
            reach = range(at - 1, at - 1 if axis in _LOOSE else max(at - 4, -1), -1)
            turned = next((back for back in reach if back in denied), None)
            if turned is not None:
                used.add(turned)
                side = "-" if side == "+" else "+"
            on = _beside(words, at) if axis in _LOOSE else frozenset[str]()
            if axis not in _LOOSE or on:
                marks.append(Mark("opposite", axis, side, word, on))
        elif word in _MAY | _MUST and not (at + 1 < len(words) and words[at + 1] in ("not", "never")):
            on = _behind(words, at)
            if on and tokens[at][0].islower():
                marks.append(Mark("duty", "duty", "may" if word in _MAY else "must", word, on))
        elif word[0] in _FIGURES:
            beside = quote[max(0, tokens[at][1] - 1) : tokens[at][1]] + quote[tokens[at][1] + len(word) :][:1]
            marks += [] if set(beside) & set("(-/:.#") else _number(words, at)
    for at in sorted(set() if limited else denied - used):
        on = _behind(words, at, _DENIED)
        if on:
            marks.append(Mark("negation", "negation", "-", words[at], on))
    turning = used | denied
    plain = [word for at, word in enumerate(words) if at not in turning and word not in STOPS and word[0].isalpha()]
    names = frozenset(intern(token.lower()) for token, _ in tokens[1:] if token[0].isupper() and len(token) > 2)
    years = frozenset(word for word in words if _YEAR.match(word))
    stems = frozenset(intern(stem(word)) for word in plain if len(word) > 2)  # a corpus has few words and many sentences
    return Read(tuple(marks), stems, frozenset() if quote.isupper() else names, years, bool(denying))


def _opposite(word: str, known: frozenset[str]) -> tuple[str, str] | None:
    if word in _AXES:
        return _AXES[word]
    prefixed = _PREFIXED.match(word)
    if prefixed and word not in _NO_OPPOSITES:
        rest = prefixed["plain"] or prefixed["rest"]
        return (rest, "-") if rest in known else None
    return None


def _behind(words: list[str], at: int, most: int = 1) -> frozenset[str]:
    """The stems of the next words that carry meaning and are no adverbs."""
    found = (
        word for word in words[at + 1 : at + 5 + 2 * most] if word not in STOPS and word[0].isalpha() and word not in _NEGATIONS
    )
    return frozenset(stem(word) for word in islice((word for word in found if not word.endswith("ly")), most))


def _beside(words: list[str], at: int) -> frozenset[str]:
    found = [word for word in words[at + 1 : at + 4] if word not in STOPS and word[0].isalpha()]
    return frozenset(stem(word) for word in found[:1])


def _number(words: list[str], at: int) -> list[Mark]:
    """A number that counts something: what it counts are the words right behind it."""
    word = words[at]
    if _YEAR.match(word) or (at and words[at - 1] in _NO_COUNT):
        return []
    behind = " ".join(words[at + 1 : at + 3])
    said = _PERCENT.match(behind)
    share = word.endswith("%") or said is not None
    begin = at + 1 + (len(said[0].split()) if said else 0)
    value = float(word.strip("$%").replace(",", "") or 0)
    if words[begin : begin + 1] and words[begin] in _SCALES:
        value, begin = value * _SCALES[words[begin]], begin + 1
    counted = [one for one in words[begin : begin + 5] if one not in STOPS and one[0].isalpha()]
    if not counted or counted[0] in _NO_COUNT or (value < 10 and not share):
        return []
    unit = "share" if share else "money" if word[0] == "$" else "count"
    return [Mark("number", unit, str(value), word, frozenset(stem(one) for one in counted[:_COUNTED]), value)]


@dataclass(frozen=True, slots=True)
class Turn:
    """How one sentence turns another round: `left` and `right` are the words that do it, `on` the stem they bear on or ''."""

    kind: str
    left: str
    right: str
    on: str


def turned(left: Read, right: Read, telling: frozenset[str] | None = None) -> Turn | None:
    """The one way in which the two are opposed; None where they are not, or in two ways at once, which may undo each other.

    `telling`: the stems of which one must be denied for a denial to count; every stem where that is None.
    """
    found = [*_negation(left, right, telling), *_opposites(left, right)]
    if len(found) > 1:
        return None
    found = found or [*_duties(left, right)] or [*_numbers(left, right)]
    return found[0] if found else None


def _negation(left: Read, right: Read, telling: frozenset[str] | None) -> list[Turn]:
    """One denies, and nothing at all is denied in the other, which has a word that is denied."""
    for one, other in ((left, right), (right, left)):
        for mark in () if other.denies else one.marks:
            shared = mark.on & other.stems if telling is None else mark.on & other.stems & telling
            if mark.kind == "negation" and shared:
                return [Turn("negation", *((mark.cue, "") if one is left else ("", mark.cue)), min(shared))]
    return []


def _opposites(left: Read, right: Read) -> list[Turn]:
    """One turn for each axis; none where a sentence holds both ends of it, as one that weighs or reports the two does."""
    ends = [{(mark.axis, mark.side) for mark in side.marks if mark.kind == "opposite"} for side in (left, right)]
    both = {axis for held in ends for axis, side in held if side == "+" and (axis, "-") in held}
    found: dict[str, Turn] = {}
    for one, other in ((left, right), (right, left)):
        sides = {mark.axis: mark for mark in other.marks if mark.kind == "opposite"}
        for mark in one.marks:
            if mark.kind != "opposite" or mark.axis in both:
                continue
            met = sides.get(mark.axis)
            if met is None and mark.side == "-" and stem(mark.axis) in other.stems:
                if stem(mark.axis) in one.stems:
                    continue
                cues = (mark.cue, mark.axis) if one is left else (mark.axis, mark.cue)
                found[mark.axis] = Turn("opposite", *cues, "")
            elif met is not None and met.side != mark.side and (not mark.on or mark.on & met.on):
                cues = (mark.cue, met.cue) if one is left else (met.cue, mark.cue)
                found.setdefault(mark.axis, Turn("opposite", *cues, ""))
    return list(found.values())


def _duties(left: Read, right: Read) -> list[Turn]:
    found = []
    for one in left.marks:
        for other in right.marks:
            shared = one.on & other.on
            if one.kind == other.kind == "duty" and one.side != other.side and shared:
                found.append(Turn("duty", one.cue, other.cue, min(shared)))
    return found


def _numbers(left: Read, right: Read) -> list[Turn]:
    """Two numbers of one unit for one noun phrase, where neither sentence also has the other's number or another year."""
    if (left.years and right.years and left.years != right.years) or not left.names <= right.names | left.stems:
        return []
    values = [{mark.value for mark in side.marks if mark.kind == "number"} for side in (left, right)]
    found = []
    for one in left.marks:
        for other in right.marks:
            shared = one.on & other.on
            if one.kind != "number" or other.kind != "number" or one.axis != other.axis or one.on != other.on:
                continue
            if one.value not in values[1] and other.value not in values[0]:
                found.append(Turn("number", one.cue, other.cue, min(shared)))
    return found
