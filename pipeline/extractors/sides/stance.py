"""Which way a statement points: negation, what is made of it by the words above, and what takes its meaning away.

Every word from those matched up to the top of their clause is looked at, and further where the clause is only the
content of a predicate such as "it is not true that". Two negations cancel out.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.sides import endings, moods, myths, untouched
from pipeline.extractors.sides.denials import denials_at, excepted, is_only

# Verbs and nouns under which the contrary holds: "bars counties from opting out", "lacks the power to withdraw".
_CONTRARY = frozenset({
    "prohibit", "prevent", "bar", "forbid", "preclude", "block", "lack", "fail", "cease", "stop", "deny", "disallow",
    "foreclose", "eliminate", "end", "prohibited", "impossible", "unable", "incapable", "refuse", "decline", "absence",
    "impossibility", "unwilling", "false", "untrue", "myth", "misconception", "misnomer", "fiction", "wrong", "incorrect",
    "inaccurate", "mistaken", "erroneous", "lie", "misstatement", "misperception", "misunderstanding", "misinformation",
    "nonsense", "fallacy",
})  # fmt: skip
_UNTRUE = frozenset({
    "false", "untrue", "myth", "misconception", "fiction", "wrong", "incorrect", "inaccurate", "mistaken", "erroneous",
    "lie", "misstatement", "nonsense", "fallacy", "rumor", "rumour", "untruth", "baseless", "unfounded",
})  # fmt: skip
# Of these the contrary holds only of what somebody is said to call it: "refused to call it voluntary".
_CALLING = frozenset(["call", "describe", "characterize", "label", "term", "deem", "consider", "regard"])
_ACTING = frozenset({"refuse", "decline", "fail", "stop", "cease"})
_PERFECT = frozenset({"has", "have", "had", "'s", "'ve"})
_FAR = (("far", "from"), ("anything", "but"), ("less", "than"), ("short", "of"), ("other", "than"), ("by", "no", "means"))


@dataclass(frozen=True, slots=True)
class Turn:
    """What was found around a match. `negated` says an odd number of negations; `void` says nothing is stated at all.

    `words` are those that led to it; `longer` marks "no longer" and its like: the contrary held before.
    """

    negated: bool
    void: str
    words: tuple[str, ...]
    longer: bool = False


def turn_of(view: View, tokens: tuple[int, ...], stop: int, anchor: int = -1) -> Turn:
    """How the words around `tokens` turn them; nothing at or above `stop` (a verb of saying, -1 for none) is looked at.

    `anchor` is the word that says it (the predicate), by default the last.
    """
    said = anchor if anchor >= 0 else tokens[-1]
    path = _reach(view, (said, *(at for at in tokens if at != said)), stop)
    matched = frozenset(tokens)
    negations: set[int] = set()
    longer = False
    for index in path:
        negations.update(denials_at(view, index, matched))
        untrue = false_predicate(view, index)
        if untrue is not None and untrue not in path and index != path[0]:
            negations.add(untrue)
        void = moods.voids(view, index, matched, path, _refuses(view, index, path))
        if void:
            return Turn(False, void, (view.tokens[index].text,))
        if view.tokens[index].dep == "relcl" and view.lemmas[grammar.head_of(view, index)] in moods.PROPOSALS:
            return Turn(False, "what a proposal would do, not a fact", (view.tokens[grammar.head_of(view, index)].text,))
        if view.tokens[index].dep == "relcl" and _supposed(view, index, matched):
            return Turn(False, "a case that is only supposed", (view.tokens[index].text,))
        if index not in matched and (_is_contrary(view, index, path) or endings.ends_rule(view, index, path)):
            negations.add(index)
    if stop < 0 and moods.under_order(view, tokens[-1]):
        return Turn(False, "an instruction, not a fact", ())
    negations |= _lexical(view, tokens)
    given_up = endings.given_up(view, said, stop)
    negations |= given_up
    if any(view.lower[index] == "neither" for index in negations):
        negations = {index for index in negations if view.lower[index] != "nor"}  # one denial in two words
    behind = _label_end(view)
    negations = {
        index
        for index in negations
        if index >= behind
        and index not in matched
        and not _spent(view, index, matched)
        and not _denied_alike(view, index, matched)
        and not excepted(view, index, matched)
    }
    for index in negations:
        longer = longer or _no_longer(view, index) or endings.ends_rule(view, index, path) or index in given_up
    found = tuple(view.tokens[index].text for index in sorted(negations))
    return Turn(len(negations) % 2 == 1, "", found, longer)


def _label_end(view: View) -> int:
    """The first word behind the label "Myth:" of a sentence: who reads the sheet turns what stands behind it, once."""
    left = len("".join(myths.label_before(view.sentence.text).split()))
    for index, token in enumerate(view.tokens):
        if left <= 0:
            return index
        left -= len("".join(token.text.split()))
    return 0


def _supposed(view: View, index: int, matched: frozenset[int]) -> bool:
    """ "A jail that keeps him longer does so at its own risk": none is said to keep him longer."""
    noun = grammar.head_of(view, index)
    verb = grammar.head_of(view, noun)
    some = any(view.lower[kid] in ("a", "an", "any") for kid in view.children[noun])
    if not some or view.tokens[noun].dep not in grammar.SUBJECTS or not matched <= set(grammar.subtree(view, noun)):
        return False
    helped = any(view.tokens[kid].dep in ("aux", "auxpass") and view.lower[kid] in _PERFECT for kid in view.children[index])
    modal = any(view.tokens[kid].tag == "MD" for kid in view.children[verb])
    return view.tokens[index].tag in ("VBZ", "VBP") and not helped and (modal or view.tokens[verb].tag in ("VBZ", "VBP"))


def _reach(view: View, tokens: tuple[int, ...], stop: int) -> tuple[int, ...]:
    """The tokens above the matched ones whose negation reaches down to them; the first of `tokens` is the predicate."""
    reached: list[int] = []
    others = _first_conjuncts(view, tokens)
    kept = untouched.kept_in(view)
    for start in tokens:
        index = start
        for _ in range(len(view.tokens)):
            # "detainers are not optional and must be obeyed": the shared subject hangs on the first verb, whose "not" is its own.
            if index == stop or (index in others and index not in tokens):
                break
            if kept and index not in tokens and kept.touching in (index, *view.children[index]):
                break  # "has no bearing on the duty to store them": the duty stands
            if index not in reached:
                reached.append(index)
            above = grammar.head_of(view, index)
            if above == index or not _passes(view, index, above, tokens):
                break
            index = above
    return tuple(reached)


def _first_conjuncts(view: View, tokens: tuple[int, ...]) -> frozenset[int]:
    """The verbs the predicate (first of `tokens`) is only joined to by "and" or "but", and what stands above them."""
    path = grammar.path_up(view, tokens[0], -1)
    for below, above in itertools.pairwise(path):
        if view.tokens[below].dep == "conj" and not _passes(view, below, above, tokens):
            return frozenset(path[path.index(above) :])
    return frozenset()


def _passes(view: View, index: int, above: int, tokens: tuple[int, ...]) -> bool:
    """Whether a negation of `above` reaches `index`."""
    dep = view.tokens[index].dep
    if dep in ("advcl", "parataxis", "appos", "npadvmod"):
        return above in tokens or (dep == "advcl" and _is_complement(view, index, above))
    if dep == "relcl" and any(view.lower[kid] == "any" for kid in view.children[above]):
        return True  # "could not name any law that requires it"
    if dep == "relcl" and _had(view, above) and any(view.lower[kid] == "no" for kid in view.children[above]):
        return True  # "has no clause under which the State may leave"; not "no county that has signed may leave"
    if dep == "relcl" and view.lemmas[above] in _UNTRUE and any(view.tokens[kid].dep == "mark" for kid in view.children[index]):
        return True  # "it is a misconception that it is free": what is misconceived, though the parser takes it for a relative
    if dep == "relcl" and grammar.starts_clause(view.tokens, view.children, index):
        return False
    if dep == "prep" and index not in tokens and (view.lower[index] == "than" or (view.lower[index] == "of" and index < above)):
        return False  # "Of the forty held past release none had a record": they were held; "no other reason than"
    if dep == "acl" and _of_those_told(view, index, above, tokens):
        return False
    if dep == "conj":
        return _shares(view, index, above)
    if dep == "ccomp" and index < above:
        return False  # a statement set before another: "it will; nobody has"
    if dep in ("ccomp", "acl") and grammar.starts_clause(view.tokens, view.children, index):
        return not _quoted_only(view, index, above)
    return True


def _of_those_told(view: View, index: int, noun: int, tokens: tuple[int, ...]) -> bool:
    """ "pays nothing for people held past release": what a verb is denied of those whom a participle tells of is not denied of
    the telling. "Has no record of people held" and "of any person held" deny it."""
    prep = grammar.head_of(view, noun)
    verb = grammar.head_of(view, prep)
    if view.tokens[index].tag != "VBN" or view.tokens[noun].dep != "pobj" or {noun, prep, verb} & set(tokens):
        return False
    some = any(view.lower[kid] in ("any", "no", "a", "an") for kid in view.children[noun])
    return not some and view.tokens[verb].pos in ("VERB", "AUX") and view.lower[prep] != "of"


def _had(view: View, noun: int) -> bool:
    """Whether the noun is what a verb has or knows: "has no clause", "there is no rule", "knows of no law"."""
    governor = grammar.head_of(view, noun)
    return view.tokens[noun].dep in ("dobj", "attr") or (view.tokens[noun].dep == "pobj" and view.lower[governor] == "of")


def _is_complement(view: View, index: int, above: int) -> bool:
    """ "is required before ...": no. "is not allowed to opt out" is sometimes parsed as adverbial: yes."""
    marks = {view.lemmas[kid] for kid in view.children[index] if view.tokens[kid].dep in ("mark", "advmod")}
    return not marks and above < index and view.tokens[index].tag == "VB"


def _quoted_only(view: View, index: int, above: int) -> bool:
    return view.tokens[index].dep == "ccomp" and view.tokens[above].pos not in ("VERB", "AUX", "ADJ", "NOUN")


def _shares(view: View, index: int, above: int) -> bool:
    """ "not voluntary or optional", "cannot opt out or withdraw" share the negation; "not voluntary but mandatory" does not."""
    between = {view.lower[i] for i in range(min(index, above), max(index, above))}
    if any(view.lower[kid] in ("no", "not", "n't", "never") for kid in view.children[index]):
        return False  # "no turning it off and no opting out": each has its own
    if "but" in between or "rather" in between or "instead" in between:
        return False
    if between & {"or", "nor"}:
        return True
    return view.tokens[index].pos not in ("VERB", "AUX") or not (between & {"and", ",", ";"})


def _is_contrary(view: View, index: int, path: tuple[int, ...]) -> bool:
    lemma = view.lemmas[index]
    if lemma not in _CONTRARY and view.lower[index] not in _CONTRARY:
        return False
    below_it = [kid for kid in view.children[index] if kid in path]
    if view.tokens[index].pos in ("VERB", "NOUN") and not any(_is_object(view, kid) for kid in below_it):
        return False
    if lemma in _ACTING:
        below = {view.lemmas[kid] for kid in view.children[index]}
        return lemma in ("fail", "cease", "stop") or bool(below & _CALLING)
    if lemma == "end":
        return view.tokens[index].pos == "VERB"  # "by the end of 2014" negates nothing
    return lemma not in ("wrong", "lie") or view.tokens[index].pos in ("ADJ", "VERB", "NOUN")


def _refuses(view: View, index: int, path: tuple[int, ...]) -> bool:
    """An act of refusing, which is no rule; "refuses to call it voluntary" is judged as a negation instead."""
    return view.lemmas[index] in ("refuse", "decline") and not _is_contrary(view, index, path)


def _is_object(view: View, kid: int) -> bool:
    """Whether this dependant is what a verb of preventing acts on: "stopped for speeding" prevents nothing."""
    token = view.tokens[kid]
    if token.dep == "prep":
        return view.lower[kid] in ("from", "of", "against")
    return token.dep in ("xcomp", "ccomp", "dobj", "nsubjpass", "csubj", "csubjpass", "acl", "relcl", "pcomp", "oprd")


def false_predicate(view: View, verb: int) -> int | None:
    """The word by which a clause is called untrue: "is false", "is a myth", "was wrong"; None where there is none."""
    for kid in grammar.kids_with(view, verb, {"acomp", "attr", "oprd"}):
        if view.lemmas[kid] in _UNTRUE:
            return kid
    return None


def _lexical(view: View, tokens: tuple[int, ...]) -> set[int]:
    """ "far from voluntary", "anything but voluntary": set phrases right before a matched word; "Not voluntary." """
    found: set[int] = set()
    for start in tokens:
        before = view.lower[max(0, start - 4) : start]
        for phrase in _FAR:
            for at in range(len(before) - len(phrase) + 1):
                if tuple(before[at : at + len(phrase)]) == phrase and len(before) - at - len(phrase) <= 1:
                    found.add(max(0, start - 4) + at)
        if start and view.lower[start - 1] in ("not", "n't", "never") and not is_only(view, start - 1):
            found.add(start - 1)
        if (start and view.lower[start - 1] == "non") or (
            start > 1 and view.lower[start - 1] == "-" and view.lower[start - 2] == "non"
        ):
            found.add(start - 1 if view.lower[start - 1] == "non" else start - 2)
    return found


def _spent(view: View, index: int, matched: frozenset[int]) -> bool:
    """A negation of something else: "not only this", or the second half of "a request, not a command"."""
    contrast = index > max(matched) and view.lower[index - 1] in (",", "–", "—", "--") and view.lower[index] == "not"
    return is_only(view, index) or contrast


def _denied_alike(view: View, index: int, matched: frozenset[int]) -> bool:
    """The second "no" of "no payment and no reply", where the first was matched: one denial for each thing."""
    noun = grammar.head_of(view, index)
    if view.lower[index] != "no" or view.tokens[noun].dep != "conj":
        return False
    return any(kid in matched and view.lower[kid] == "no" for kid in view.children[grammar.head_of(view, noun)])


def given_up_by(view: View, said: int) -> Turn:
    """The turn of a statement of which only the head is known: `longer` where that holds no longer, else an empty one."""
    near = (said, *view.children[said], *(low for kid in view.children[said] for low in view.children[kid]))
    found = next((at for at in sorted(near) if _no_longer(view, at) and view.clause[at] == view.clause[said]), None)
    return Turn(False, "", ()) if found is None else Turn(False, "", (view.tokens[found].text,), longer=True)


def _no_longer(view: View, index: int) -> bool:
    after = view.lower[index + 1 : index + 8]
    if view.lower[index] == "no" and after[:1] == ("longer",):
        return True
    return view.lower[index] in ("not", "n't") and (
        "anymore" in after or any(after[i : i + 2] == ("any", "more") for i in range(len(after)))
    )
