"""What is only asked: questions told by their word order, discovery requests, and the part of a sentence that somebody asks.

Papers drop the question mark where a field's label says that a question stands there ("SUMMARY Can the switch be turned off"), in
hurried notes ("Then: may we refuse.") and in headings ("How a county can leave").
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.sides import moods
from pipeline.extractors.speakers import answers, content

_MODALS = frozenset({"can", "could", "may", "must", "will", "would", "shall", "might"})
_DOING = frozenset({"do", "does", "did"})
_OPENING = _MODALS | _DOING | {"is", "are", "was", "were", "has", "have", "ca", "wo", "am"}
_NOMINATIVE = frozenset({"i", "we", "you", "they", "he", "she"})
_DETERMINERS = frozenset(
    {"a", "an", "the", "any", "anyone", "anybody", "each", "every", "our", "my", "your", "their", "there", "it"}
)
_FINITE = frozenset({"MD", "VBZ", "VBP", "VBD"})  # "Will County may leave" has its own
_WH = frozenset({"who", "whom", "whose", "what", "when", "where", "why", "how"})
_ENDED = re.compile(r"[.!;:][\"”')\]]*\s*\Z")
# What one party of a lawsuit asks of the other, up to the end of its paragraph or to the answer.
_DISCOVERY = re.compile(
    r"(?i)(?:\A|\n)[ \t\W]*(?:interrogator(?:y|ies)|(?:document |production )?requests?(?: (?:for|to) (?:admissions?|admit"
    r"|production|produce|documents?))?|demands? for (?:production|documents?))[ \t]*(?:nos?\.?|number|#)?[ \t]*\d{1,3}\b"
    r"[ \t]*[:.\u2013\u2014-]"
)
_QUIZ = re.compile(
    r"(?i)\btrue[ \t]*(?:or|/)[ \t]*false\b[ \t]*[?:.)\u2013\u2014-]|\bT[ \t]*/[ \t]*F\b[ \t]*[?:)]|\bagree or disagree[?:]"
)
_ANSWERED = re.compile(r"(?i)\n[ \t\W]*(?:answers?|responses?|reply|objections?)\b[^\n]{0,30}?[:.]|\n[ \t\r]*\n")
_ASKING = frozenset({"ask", "inquire", "enquire", "query", "wonder", "request", "petition", "apply", "question"})
_KNOWING = frozenset({"know", "say", "tell", "recall", "remember", "determine", "confirm", "speak", "comment", "discuss", "see"})
_TALKING = frozenset({"speak", "comment", "talk"})
_DECLINING = frozenset({"decline", "refuse"})
_REPLYING = frozenset({"tell", "say", "answer", "reply", "respond", "advise", "explain", "inform"})
_OPEN = _WH | {"whether", "if", "which", "whatever"}


def by_form(view: View) -> bool:
    """Whether the sentence asks by its word order, or is a heading that names a question; question mark or none."""
    begins = [0, *(at + 1 for at, word in enumerate(view.lower[:-1]) if word == ":"), _behind_label(view)]
    return any(_inverted(view, at) or _wh(view, at) for at in begins if at < len(view.lower))


def _behind_label(view: View) -> int:
    """The first token behind words in capitals, such as the label of a field."""
    words = [token.text for token in view.tokens]
    return next((at for at, word in enumerate(words) if not (word.isupper() and len(word) > 1) and word.isalpha()), 0)


def _inverted(view: View, at: int) -> bool:
    """ "Can a county ...", "is it so": the main clause's auxiliary stands before its subject, and that before what is said."""
    word, token = view.lower[at], view.tokens[at]
    if word not in _OPENING or token.pos not in ("AUX", "VERB"):
        return False
    after = grammar.word_at(view, at + 1)
    if (word in _MODALS and after in _NOMINATIVE | _DETERMINERS) or (word in _DOING and after in _NOMINATIVE):
        return True
    if word in ("is", "are", "was", "were") and after in _DETERMINERS - {"a", "an"} and not _ENDED.search(view.sentence.text):
        return True
    if word in ("is", "are", "was", "were") and _behind_colon(view, at) and not _ENDED.search(view.sentence.text):
        return True  # "Subject: is Harbor Watch mandatory"
    head = at if token.dep not in ("aux", "auxpass") else grammar.head_of(view, at)
    if view.tokens[head].dep != "ROOT":
        return False
    for subject in grammar.kids_with(view, head, grammar.SUBJECTS):
        last = grammar.subtree(view, subject)[-1]
        rest = view.tokens[last + 1 :]
        first = grammar.subtree(view, subject)[0]
        beside = first > at and all(view.lower[one] in ("not", "n't") for one in range(at + 1, first))
        helped = any(
            kid > subject and view.tokens[kid].tag in _FINITE for kid in grammar.kids_with(view, head, {"aux", "auxpass"})
        )
        if beside and not helped and (head > subject or (head == at and any(one.text.isalpha() for one in rest[:1]))):
            return True
    return False


def _behind_colon(view: View, at: int) -> bool:
    """Whether it stands right behind a colon, and a name behind it."""
    return at > 0 and view.lower[at - 1] == ":" and at + 1 < len(view.tokens) and view.tokens[at + 1].pos == "PROPN"


def _wh(view: View, at: int) -> bool:
    """ "Who pays for it", "How do they", and the heading "How a county can leave"; not "What matters is that ..."."""
    if view.lower[at] not in _WH:
        return False
    head = grammar.head_of(view, at)
    if view.tokens[head].dep != "ROOT":
        return False
    unended = not _ENDED.search(view.sentence.text) and ":" not in view.lower  # "What it costs: nothing" answers itself
    if view.tokens[at].dep in grammar.SUBJECTS:
        return unended or view.lower[at] == "who"
    auxiliary = [kid for kid in (*view.children[head], head) if at < kid and view.lower[kid] in _OPENING]
    subjects = grammar.kids_with(view, head, grammar.SUBJECTS)
    if auxiliary and subjects and min(auxiliary) < min(subjects):
        return True
    return bool(subjects) and unended


def only_put(text: str, start: int) -> bool:
    """Whether a sentence that starts here is put to somebody: in a discovery request, or to be called true or false."""
    return in_discovery(text, start) or any(first <= start < last for first, last in _quizzes(text))


@lru_cache(maxsize=4)
def _quizzes(text: str) -> tuple[tuple[int, int], ...]:
    """Where it is asked on a page whether something is true, each up to its answer or to the end of its paragraph."""
    found = []
    for head in _QUIZ.finditer(text):
        answer = _ANSWERED.search(text, head.end())
        found.append((head.start(), answer.start() if answer else len(text)))
    return tuple(found)


def in_discovery(text: str, start: int) -> bool:
    """Whether a sentence that starts here stands in a numbered request of one party to another, and not in what answers it."""
    return any(first <= start < last for first, last in _requests(text))


@lru_cache(maxsize=4)
def _requests(text: str) -> tuple[tuple[int, int], ...]:
    """Where such requests stand on a page, each up to what answers it or to the end of its paragraph."""
    found = []
    for head in _DISCOVERY.finditer(text):
        answer = _ANSWERED.search(text, head.end())
        found.append((head.start(), answer.start() if answer else len(text)))
    return tuple(found)


def put_aside(view: View) -> frozenset[int]:
    """The words of a sentence that are only asked, asked for, or said not to be known: "asked who pays", "asked to be left out",
    "cannot speak for anybody else". Empty where an answer follows: "You ask whether jails may refuse; they may."
    """
    found: set[int] = set()
    for at, lemma in enumerate(view.lemmas):
        if view.tokens[at].pos in ("VERB", "NOUN") and (asked := _content(view, at, lemma)):
            if _answered(view, max(asked) + 1):
                return frozenset()
            found |= asked
    return frozenset(found | _beside_the_point(view))


def _beside_the_point(view: View) -> set[int]:
    """What something is said to have no bearing on: "nothing to do with whether it is", and no "matter whether it is"."""
    found: set[int] = set()
    for at, token in enumerate(view.tokens):
        if token.dep == "pcomp" and view.lower[grammar.subtree(view, at)[0]] == "whether":
            above = [one for one in grammar.path_up(view, at, -1) if one != at]
            denied = any(view.lower[one] == "nothing" or content.negated(view, one) or _by_no(view, one) for one in above)
            if denied and not any(view.lower[one] == "matter" for one in above):
                found |= set(grammar.subtree(view, at))
    return found


def _by_no(view: View, at: int) -> bool:
    return any(view.lower[kid] in ("no", "neither") and view.tokens[kid].dep == "det" for kid in view.children[at])


def _content(view: View, at: int, lemma: str) -> set[int]:
    """What is asked by this verb, or not known; empty where it is none of these, only may be done, or stands in a condition."""
    if view.tokens[at].pos != "VERB":
        return set()
    helpers = {view.lower[kid] for kid in view.children[at] if view.tokens[kid].dep in ("aux", "mark", "advmod")}
    kids = view.children[at]
    denied = content.negated(view, at) or _by_none(view, at)
    if lemma in _ASKING:
        loose = view.tokens[at].tag == "VBG" and not helpers
        if helpers & (_MODALS | {"to", "if", "when", "unless", "until"}) or _of_a_noun(view, at):
            return set()
        if denied or loose or moods.orders(view, at):
            return set()  # that somebody was never asked says something of itself
        clauses = [kid for kid in kids if kid > at and view.tokens[kid].dep in ("ccomp", "xcomp", "advcl", "dobj")]
        things = [kid for kid in kids if view.tokens[kid].dep == "prep" and view.lower[kid] in ("for", "about")]
        wanted = [kid for kid in clauses if view.tokens[kid].dep != "advcl" or _opens(view, kid)]
        wanted = [kid for kid in wanted if view.lemmas[kid] not in moods.NOTING or view.lower[kid] in ("be", "is", "are")]
        return {one for kid in (*wanted, *things) if kid > at for one in grammar.subtree(view, kid)}
    if lemma in _DECLINING:
        low = [kid for kid in grammar.kids_with(view, at, {"xcomp"}) if view.lemmas[kid] in _KNOWING]
        return {one for kid in low for one in grammar.subtree(view, kid)}
    if lemma in _KNOWING and denied:
        about = {"prep"} if lemma in _TALKING else set()
        below = [kid for kid in kids if kid > at and (view.tokens[kid].dep in about or _opens(view, kid))]
        return {one for kid in below for one in grammar.subtree(view, kid)}
    return set()


def _of_a_noun(view: View, at: int) -> bool:
    """ "A county that asks ...": which is meant. Where all hangs on the noun, it is a sentence that the parser did not see."""
    whole = view.tokens[grammar.head_of(view, at)].dep == "ROOT" and view.tokens[at].dep == "acl"
    return view.tokens[at].dep in ("relcl", "acl") and not whole


def _opens(view: View, kid: int) -> bool:
    """Whether this clause is opened by "whether", "if" or a word that asks."""
    return view.lower[grammar.subtree(view, kid)[0]] in _OPEN and view.tokens[kid].dep in (
        "ccomp",
        "advcl",
        "pcomp",
        "xcomp",
        "dobj",
    )


def _by_none(view: View, at: int) -> bool:
    """Whether nobody does it, or it is done to nobody: "none of them was asked", "no longer ask"."""
    near = {view.lower[kid] for kid in view.children[at]}
    near |= {view.lower[low] for kid in grammar.kids_with(view, at, grammar.SUBJECTS) for low in (kid, *view.children[kid])}
    return bool(near & {"none", "nobody", "no", "neither", "nothing", "longer"})


def _answered(view: View, begin: int) -> bool:
    """Whether what follows is an answer: "; they may.", ", and I said no", "; told him it does", "; the plug is elsewhere"."""
    start = next((at for at in range(begin, len(view.tokens)) if view.tokens[at].text.isalpha()), len(view.tokens))
    parted = any(word in (";", ":") for word in view.lower[begin - 1 : start])
    while start < len(view.tokens) and view.lower[start] in ("and", "but", "so"):
        start += 1
    rest = view.tokens[start:]
    if not rest:
        return False
    told = any(
        view.lemmas[at] in _REPLYING and (parted or grammar.kids_with(view, at, grammar.SUBJECTS))
        for at in range(start, len(view.tokens))
    )
    last = next((one for one in reversed(rest) if one.text.isalpha()), rest[0])
    if parted and _says(view, start):
        return True
    return told or last.pos == "AUX" or answers.says_yes_or_no(" ".join(token.text for token in rest))


def _says(view: View, start: int) -> bool:
    """Whether a clause with a subject of its own, and no other question, follows from here on."""
    verbs = (at for at in range(start, len(view.tokens)) if view.tokens[at].tag in _FINITE and view.lemmas[at] not in _ASKING)
    return any(grammar.kids_with(view, at, grammar.SUBJECTS) or _helps_one(view, at) for at in verbs)


def _helps_one(view: View, at: int) -> bool:
    """Whether it is the auxiliary of a verb that has a subject: "we can sort"."""
    verb = grammar.head_of(view, at)
    return view.tokens[at].dep in ("aux", "auxpass") and bool(grammar.kids_with(view, verb, grammar.SUBJECTS))
