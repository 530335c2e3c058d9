"""How a statement stands: asserted, former, planned, hedged, questioned or reported; and which words say so.

Conventions. A direct question, and what somebody asked, state nothing and give no claim. A doubt ("questioned whether") is
`questioned` and leans against what is doubted. What somebody else than the author is told to have said is `reported`, and so
is what nobody is named for ("was told that", "allegedly"); see handed_on. A stated purpose ("aims to", "designed to"), an
appearance, a possibility and a condition are `hedged`. "will" is `planned`, save in a standing refusal or rule.
"""

from __future__ import annotations

import re

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.sides import questions
from pipeline.extractors.sides.former import former
from pipeline.extractors.sides.standing import CONDITION, RESERVE, Standing

_HEDGING_VERBS = frozenset({
    "appear", "seem", "purport", "seek", "aim", "intend", "design", "mean", "suppose", "strive", "hope", "try", "attempt",
    "pretend", "profess", "claim",
})  # fmt: skip
_PURPOSE_NOUNS = frozenset({"goal", "purpose", "aim", "objective", "intent", "intention", "mission", "idea", "hope", "premise"})
_HEDGING_WORDS = frozenset({
    "perhaps", "possibly", "potentially", "arguably", "ostensibly", "presumably", "maybe", "probably", "apparently",
    "theoretically", "likely", "seemingly",
})  # fmt: skip
_REPORTING_WORDS = frozenset(["allegedly", "reportedly", "supposedly", "purportedly"])
_DOUBTFUL = frozenset({
    "unclear", "uncertain", "unknown", "doubtful", "possible", "conceivable", "unsure", "debatable", "questionable",
})  # fmt: skip
_OPEN = frozenset({"how", "when", "why", "where", "what"})
_UNSETTLED = frozenset({
    "confusion", "question", "uncertainty", "doubt", "debate", "discussion", "ask", "wonder", "clarify", "unclear",
    "inquire", "guidance", "clarification", "dispute",
})  # fmt: skip
_CASES = frozenset({"event", "case", "scenario", "prospect", "possibility", "assumption", "chance", "risk"})
_PLANNING = frozenset({"plan", "expect", "schedule", "slate", "anticipate", "project"})
# Who is said to have been told wrongly or in two ways has the thing itself in dispute: "misled counties about whether ...".
_DISPUTED = frozenset({
    "mislead", "misled", "deceive", "fudge", "misrepresent", "obfuscate", "lie", "misstate", "conflicting", "inconsistent",
    "contradictory", "misinform", "confuse", "contradict", "shift", "shifting", "dishonest", "distort", "untruthful",
    "misleading", "evasive", "equivocate", "waffle", "dissemble", "contrary", "incompatible", "differ", "differing", "false",
    "inaccurate", "misrepresentation", "deception", "dodge", "mixed",
})  # fmt: skip
_CALLED = frozenset({"describe", "characterize", "characterise", "portray", "depict", "present", "label", "advertise"})
_DISPUTE_REACH = 24  # words; a list of disputed things may be long
_CONDITIONS = frozenset({"if", "unless", "assuming", "provided", "supposing"})
_STANDING = frozenset({"able", "allow", "permit", "let"})
# Of somebody told of: "greeted the news with disbelief", "has begun to wonder whether", "called into question".
_DISBELIEF = re.compile(
    r"\b(?:(?:begun|began|started|come|left) to (?:wonder|doubt)|(?:open |frank )?disbelief|unpersuaded|unconvinced|not convinced"
    r"|s[ck]eptical|call(?:s|ed|ing)? (?:\w+ ){0,3}in(?:to)? question|(?:not|n't) (?:\w+ ){0,4}(?:trust|believe|buy)"
    r" (?:the|that|this|it|a word))\b",
    re.IGNORECASE,
)


def standing_of(view: View, tokens: tuple[int, ...], anchor: int, stop: int, negated: bool, doubted: bool = False) -> Standing:
    """How the clause around these tokens stands within what one speaker says; `stop` is the verb of saying or -1."""
    clause = _clause_words(view, tokens, anchor)
    return (
        _asked(view, tokens, stop, doubted)
        or _conditional(view, tokens, stop)
        or former(view, clause, anchor)
        or _hedged(view, tokens, stop, negated)
        or Standing("asserted", "", "")
    )


def is_question(view: View) -> bool:
    """A sentence that ends with a question mark, or is put as a question without one."""
    tail = [word for word in view.lower[-3:] if word not in ('"', "”", "''", "'", ")")]
    return (bool(tail) and tail[-1].endswith("?")) or questions.by_form(view)


def _clause_words(view: View, tokens: tuple[int, ...], anchor: int) -> tuple[int, ...]:
    """The tokens that belong to the anchor's clause, without clauses below it that hold nothing of the match."""
    homes = {view.clause[at] for at in (*tokens, anchor)}
    return tuple(at for at in range(len(view.tokens)) if view.clause[at] in homes)


def _up(view: View, tokens: tuple[int, ...], stop: int) -> tuple[int, ...]:
    """The tokens from the topmost matched ones upwards; what lies between matched words is part of the match."""
    found: list[int] = []
    tops = [at for at in tokens if not set(grammar.path_up(view, at, -1)[1:]) & set(tokens)]
    for start in tops:
        for at in grammar.path_up(view, start, stop):
            if at == stop:
                break
            if at not in found:
                found.append(at)
            if view.tokens[at].dep == "conj" and grammar.starts_clause(view.tokens, view.children, at):
                break  # "may meet us but cannot withdraw": the first verb's "may" is not the second's
    return tuple(found)


def _asked(view: View, tokens: tuple[int, ...], stop: int, doubted: bool) -> Standing | None:
    if is_question(view):
        return Standing("", "?", "a question states nothing")
    for at in _up(view, tokens, stop):
        marks = {view.lower[kid] for kid in view.children[at] if kid not in tokens}
        if "whether" in marks and doubted:
            return None
        if (marks | {_starts(view, at)}) & (_OPEN | {"whether", "if"}) and (word := _disputed(view, at)):
            return Standing("questioned", word, "in dispute, neither affirmed nor denied")
        if _names_place(view, at):
            return Standing("", "where", "an open question states nothing")
        if "whether" in marks:
            doubt = {view.lower[i] for i in range(max(0, min(view.children[at], default=at) - 4), at)} & _DOUBTFUL
            if doubt:
                return Standing("hedged", f"{min(doubt)} whether", "said to be uncertain")
            return Standing("", "whether", "an open question states nothing")
        if marks & _OPEN and any(view.lemmas[i] in _UNSETTLED for i in _before(view, at, 5, at)):
            return Standing("", min(marks & _OPEN), "an open question states nothing")
    return None


def _names_place(view: View, at: int) -> bool:
    """ "explained where its authority came from" tells nobody where."""
    return _starts(view, at) == "where" and view.tokens[at].dep in ("ccomp", "pcomp", "conj")


def _before(view: View, at: int, reach: int, stop: int) -> list[int]:
    """The words up to `reach` before a clause, and on to `stop`, that can tell how it stands: what is denied does not, nor what a
    colon parts from it ("so that there is no more confusion: when we ask you must")."""
    first = max(0, min(view.children[at], default=at) - reach)
    parted = max((i + 1 for i in range(first, stop) if view.lower[i] in (":", ";")), default=first)
    return [i for i in range(parted, stop) if not {"no", "without", "n't", "not"} & set(view.lower[max(0, i - 2) : i])]


def _disputed(view: View, at: int) -> str:
    """The word before this clause by which what was said about it is called wrong or contradictory, or ''."""
    before = _before(view, at, _DISPUTE_REACH, min(view.children[at], default=at))
    return next((view.tokens[i].text for i in before if view.lemmas[i] in _DISPUTED or view.lower[i] in _DISPUTED), "")


def _conditional(view: View, tokens: tuple[int, ...], stop: int) -> Standing | None:
    for at in _up(view, tokens, stop):
        if view.tokens[at].dep not in ("advcl", "acl", "ccomp"):
            continue
        if view.tokens[at].dep == "acl" and view.lemmas[grammar.head_of(view, at)] in _CASES:
            return Standing("hedged", view.tokens[grammar.head_of(view, at)].text, "a case imagined, not a statement")
        marks = [
            view.lower[kid]
            for kid in view.children[at]
            if view.tokens[kid].dep in ("mark", "advmod") and kid < at and kid not in tokens
        ]
        condition = [mark for mark in marks if mark in _CONDITIONS]
        if condition and "even" not in marks:
            return Standing("hedged", condition[0], CONDITION)
    return None


def doubted(view: View) -> str:
    """The words by which whoever is quoted disbelieves what is handed on ("begun to wonder", "with open disbelief"), or ''."""
    found = _DISBELIEF.search(view.sentence.text)
    return found.group(0) if found else ""


def _hedged(view: View, tokens: tuple[int, ...], stop: int, negated: bool) -> Standing | None:
    for at in _up(view, tokens, stop):
        for kid in view.children[at]:
            if kid not in tokens and view.tokens[kid].dep in ("aux", "advmod"):
                found = _auxiliary(view, at, kid, negated) or _adverb(view.lower[kid])
                if found:
                    return found
        if at not in tokens:
            found = _governor(view, at, tokens)
            if found:
                return found
    return None


def _auxiliary(view: View, verb: int, aux: int, negated: bool) -> Standing | None:
    word, lemma = view.lower[aux], view.lemmas[aux]
    if word in ("may", "might", "could"):
        return Standing("hedged", word, "a possibility")
    if word == "would":
        new = view.lemmas[verb] in ("become",)
        return Standing("planned" if new else "hedged", word, "said of the future" if new else "said of a case that is not given")
    if word in ("will", "'ll", "wo") or lemma == "will":
        standing = view.lemmas[verb] in _STANDING or any(view.lower[kid] == "able" for kid in view.children[verb])
        rule = any(
            view.tokens[kid].dep == "advcl" and _starts(view, kid) in ("if", "when", "where", "once", "until")
            for kid in view.children[verb]
        )
        if (negated and standing) or rule:
            return None
        return Standing("planned", word, "said of the future")
    return None


def _starts(view: View, index: int) -> str:
    return view.lower[grammar.subtree(view, index)[0]]


def _adverb(word: str) -> Standing | None:
    if word in _HEDGING_WORDS:
        return Standing("hedged", word, RESERVE)
    if word in _REPORTING_WORDS:
        return Standing("reported", word, "told at second hand")
    return None


def _governor(view: View, at: int, tokens: tuple[int, ...]) -> Standing | None:
    lemma, token = view.lemmas[at], view.tokens[at]
    below = any(
        view.tokens[kid].dep in ("xcomp", "ccomp", "acl", "advcl", "prep", "oprd")
        and any(grammar.governs(view, kid, t) for t in tokens)
        for kid in view.children[at]
    )
    if token.pos in ("VERB", "AUX", "ADJ") and lemma in _HEDGING_VERBS and below:
        return Standing("hedged", token.text, "a purpose or an appearance, not a fact")
    passive = any(view.tokens[kid].dep == "auxpass" for kid in view.children[at])
    if lemma in _CALLED and passive and below and not any(view.tokens[kid].dep == "agent" for kid in view.children[at]):
        return Standing("reported", token.text, "what it is called, by nobody named")
    if lemma in _DOUBTFUL and below:
        return Standing("hedged", token.text, "said to be uncertain")
    if lemma in _PLANNING and below and token.pos == "VERB":
        return Standing("planned", token.text, "said of the future")
    if lemma == "go" and token.tag == "VBG" and below:
        return Standing("planned", token.text, "said of the future")
    if lemma == "lead" and below and any(view.lower[kid] in ("believe", "think") for kid in view.children[at]):
        return Standing("hedged", token.text, "what somebody was led to believe")
    if lemma in ("be",) and any(
        view.lemmas[kid] in _PURPOSE_NOUNS and view.tokens[kid].dep in grammar.SUBJECTS for kid in view.children[at]
    ):
        return Standing("hedged", "purpose", "a purpose, not a fact")
    return None
