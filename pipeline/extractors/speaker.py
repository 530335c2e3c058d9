"""Who says it: verbs of saying, "according to", nouns such as "the claim that", quotation marks, and the words for their kind.

The speaker of a statement is the innermost source that answers for it. A frame is one such source with what it is said to
have said. A speaker nobody names stays '' and the statement counts as reported.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extractors import grammar
from pipeline.extractors.grammar import View
from pipeline.extractors.moods import NOTING
from pipeline.extractors.sources import PRONOUNS, Source, Voices, name_tokens, source_at
from pipeline.extractors.stance import false_predicate

SAYING = frozenset({
    "say", "tell", "state", "announce", "claim", "argue", "assert", "maintain", "insist", "contend", "allege", "explain",
    "note", "add", "report", "declare", "confirm", "acknowledge", "admit", "concede", "testify", "write", "reply",
    "respond", "warn", "complain", "conclude", "find", "believe", "think", "understand", "indicate", "show", "reveal",
    "emphasize", "stress", "reiterate", "clarify", "advise", "inform", "assure", "promise", "agree", "estimate", "tweet",
    "opine", "hold", "rule", "feel", "observe", "remark", "recall", "affirm", "profess", "comment", "caution", "point",
    "underscore", "repeat", "disclose", "determine", "charge", "suggest", "represent", "answer", "stipulate", "provide",
    "demonstrate", "document", "expect", "recognize", "know", "read", "learn",
})  # fmt: skip
DENYING = frozenset({
    "deny", "dispute", "reject", "refute", "rebut", "contest", "dismiss", "disagree", "discount", "debunk", "contradict",
})  # fmt: skip
DOUBTING = frozenset({"doubt", "question", "challenge"})
_WRONGLY = frozenset({"wrongly", "falsely", "mistakenly", "erroneously", "incorrectly", "inaccurately", "untruthfully"})
BLAMING = frozenset({"criticize", "criticise", "accuse", "blame", "fault", "condemn", "denounce", "attack"})
_TALKING = BLAMING | frozenset({"praise", "oppose", "urge", "call", "support", "defend", "applaud", "welcome", "raise", "meet"})
_VOICING = frozenset({
    "make", "raise", "voice", "express", "repeat", "issue", "give", "state", "share", "have", "offer", "reiterate", "hold",
})  # fmt: skip
# "called it voluntary", "spoke of it as a choice": a saying too, where it is plainly said that somebody did.
CALLING = frozenset(
    {"call", "describe", "characterize", "characterise", "label", "refer", "speak", "portray", "depict", "term", "present"}
)
ASKING = frozenset({"ask", "wonder", "inquire", "enquire", "query"})
ANNOUNCING = frozenset({"announce", "declare", "unveil", "proclaim", "disclose"})
# Facts known to the author need no speaker of their own: "learned that", "knows that".
_NEEDS_PERSON = frozenset({"find", "hold", "feel", "charge", "provide", "expect", "read", "point", "recognize", "praise"})
_NOUNS = frozenset({
    "concern", "claim", "statement", "assertion", "assurance", "position", "belief", "argument", "contention", "view",
    "allegation", "insistence", "representation", "admission", "acknowledgment", "testimony", "announcement", "conclusion",
    "finding", "opinion", "notion", "idea", "suggestion", "promise", "impression", "understanding", "confirmation",
    "denial", "report", "fact",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """One report of speech. `cue` is its verb or noun, `content` the tokens said; `source` None where nobody is named.

    `mode` is say, deny, doubt, ask or rebut (called untrue by the author); `negated` where it is denied that anything was said.
    """

    cue: int
    lemma: str
    source: Source | None
    content: frozenset[int]
    mode: str
    negated: bool
    addressee: str = ""


def frames_in(view: View, voices: Voices, agencies: tuple[str, ...]) -> tuple[Frame, ...]:
    """Every report of speech in the sentence, widest first."""
    found: list[Frame] = []
    for index, token in enumerate(view.tokens):
        lemma = view.lemmas[index]
        frame = None
        if token.pos in ("VERB", "AUX") and lemma in SAYING | DENYING | DOUBTING | ASKING | BLAMING:
            frame = _verb(view, index, voices, agencies)
        elif token.pos == "VERB" and lemma in CALLING:
            frame = _calling(view, index, voices, agencies)
        elif lemma in ("accord", "according") and view.lower[index + 1 : index + 2] == ("to",):
            frame = _according(view, index, voices, agencies)
        elif lemma in _NOUNS and token.pos == "NOUN":
            frame = _noun(view, index, voices, agencies)
        if frame and frame.content:
            found.append(frame)
    return tuple(sorted(found, key=lambda frame: (-len(frame.content), frame.cue)))


def around(frames: tuple[Frame, ...], tokens: tuple[int, ...]) -> tuple[Frame, ...]:
    """The frames that hold all these tokens, innermost first."""
    return tuple(frame for frame in reversed(frames) if frame.cue not in tokens and set(tokens) <= frame.content)


def _verb(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    content = _said(view, index)
    if not content:
        return None
    lemma = view.lemmas[index]
    if lemma in BLAMING and not any(view.tokens[kid].dep == "prep" for kid in view.children[index]):
        return None
    passive = any(view.tokens[kid].dep in ("nsubjpass", "auxpass") for kid in view.children[index])
    subject = grammar.subject_of(view, index)
    source = _agent(view, index, voices, agencies) if passive else None
    if not passive and subject is not None and subject not in content:
        source = source_at(view, _antecedent(view, index, subject), voices, agencies)
    if not passive and subject is None:
        source = _unnamed(view, index, voices, agencies)
    if source is None and not passive and (lemma in _NEEDS_PERSON or (lemma in NOTING and view.tokens[index].tag == "VB")):
        return None
    addressee = ""
    if lemma in ("tell", "inform", "advise", "assure", "promise", "remind", "notify", "warn"):
        objects = [subject] if passive and subject is not None else list(grammar.kids_with(view, index, {"dobj", "dative"}))
        named = [kid for kid in objects if kid is not None and view.lower[kid] not in PRONOUNS]
        addressee = grammar.words(view, name_tokens(view, named[0])) if named else ""
    mode = "deny" if lemma in DENYING else "doubt" if lemma in DOUBTING else "ask" if lemma in ASKING else "say"
    negated = any(view.tokens[kid].dep == "neg" or view.lower[kid] == "never" for kid in view.children[index])
    if any(view.lower[kid] in _WRONGLY for kid in view.children[index]):
        return Frame(index, lemma, None, frozenset(content), "rebut", negated)
    return Frame(index, lemma, source, frozenset(content), mode, negated, addressee)


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
    source = source_at(view, _antecedent(view, index, subject), voices, agencies)
    content: set[int] = set()
    for kid in kids:
        if kid > index and view.tokens[kid].dep in ("dobj", "oprd", "ccomp", "xcomp", "prep"):
            content.update(grammar.subtree(view, kid))
    return Frame(index, view.lemmas[index], source, frozenset(content), "say", False) if source else None


def _unnamed(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Source | None:
    """Who says it where the verb has no subject: "data showing that ..." is the data; "Says that ..." is the author."""
    token = view.tokens[index]
    if index and view.lower[index - 1] == "i" and voices.author.name:
        return voices.author
    if token.dep == "acl" and token.tag == "VBG":
        return source_at(view, grammar.head_of(view, index), voices, agencies)
    if token.dep in ("ROOT", "conj") and token.tag in ("VBZ", "VBD", "VBN") and voices.author.name:
        return voices.author
    return None


def _antecedent(view: View, verb: int, subject: int) -> int:
    """For "a task force, which said": the task force."""
    if view.tokens[verb].dep == "relcl" and view.lower[subject] in ("who", "which", "that"):
        return grammar.head_of(view, verb)
    return subject


def talker_in(view: View, voices: Voices, agencies: tuple[str, ...]) -> Source | None:
    """Who speaks or takes a stand in the sentence without being quoted: "advocates have criticized the program"."""
    for index, token in enumerate(view.tokens):
        if token.pos == "VERB" and view.lemmas[index] in _TALKING | SAYING:
            for kid in grammar.kids_with(view, index, {"nsubj"}):
                source = source_at(view, kid, voices, agencies)
                if source is not None and source.tokens and source.kind != "record":
                    return source
    return None


def _said(view: View, index: int) -> set[int]:
    """What a verb of saying has as its content: clause, quotation before it, or the sentence it is slipped into."""
    content: set[int] = set()
    if view.lemmas[index] in BLAMING:
        for prep in grammar.kids_with(view, index, {"prep"}):
            if view.lower[prep] in ("for", "of", "as"):
                content.update(grammar.subtree(view, prep))
        return content
    marked = view.lemmas[index] in ASKING | DOUBTING
    for kid in view.children[index]:
        token = view.tokens[kid]
        if (
            token.dep in ("ccomp", "parataxis")
            or (token.dep in ("advcl", "xcomp", "acl") and _has_that(view, kid, marked))
            or (token.dep == "dobj" and view.lemmas[index] in DENYING | DOUBTING | {"show", "reveal", "find", "report"})
        ):
            content.update(grammar.subtree(view, kid))
    token = view.tokens[index]
    inserted = token.dep in ("parataxis", "advcl", "ccomp") and _set_off(view, index)
    if not content and (inserted or (token.dep == "advcl" and any(view.lower[kid] == "as" for kid in view.children[index]))):
        head = grammar.head_of(view, index)
        content = set(grammar.subtree(view, view.clause[head])) - set(grammar.subtree(view, index))
    quoted = _quoted(view, index)
    if quoted and (not content or quoted & content):
        content |= quoted
    content.discard(index)
    return content


def _has_that(view: View, kid: int, marked: bool) -> bool:
    wanted = {"that", "whether", "if"} if marked else {"that"}
    return any(view.lower[k] in wanted and view.tokens[k].dep == "mark" for k in view.children[kid])


def _set_off(view: View, index: int) -> bool:
    """A short clause between commas or at the end: ", officials said"."""
    below = grammar.subtree(view, index)
    first = below[0]
    if any(view.lower[kid].startswith("what") for kid in view.children[index]):
        return False  # "whatever the brochure claimed" says nothing about what was claimed
    return len(below) <= 12 and first > 0 and (view.lower[first - 1] == "," or view.lower[first] == ",")


def _quoted(view: View, index: int) -> set[int]:
    """The tokens between quotation marks, where the verb of saying stands outside of them and next to a mark or comma."""
    inside: set[int] = set()
    current: list[int] | None = None
    for at, word in enumerate(view.lower):
        if word in ("“", "``", '"', "''", "”"):
            if current is None and word not in ("”", "''"):
                current = []
            elif current is not None:
                inside.update(current if len(current) > 3 else ())
                current = None
        elif current is not None:
            current.append(at)
    return set() if index in inside else inside


def _agent(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Source | None:
    for kid in grammar.kids_with(view, index, {"agent"}):
        for person in grammar.kids_with(view, kid, {"pobj"}):
            return source_at(view, person, voices, agencies)
    return None


def _according(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    to = next((kid for kid in view.children[index] if view.lower[kid] == "to"), index + 1)
    people = grammar.kids_with(view, to, {"pobj"})
    source = source_at(view, people[0], voices, agencies) if people else None
    if source is None:
        return None
    below = set(grammar.subtree(view, index))
    head = grammar.head_of(view, index)
    content = set(grammar.subtree(view, view.clause[head] if head != index else head)) - below
    # Set off between commas or dashes in the middle it speaks of the part before it, not of the clause's other conjuncts.
    return Frame(index, "according", source, frozenset(content), "say", False)


def _noun(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    clauses = [
        kid for kid in view.children[index] if view.tokens[kid].dep in ("acl", "ccomp", "relcl") and _has_that(view, kid, False)
    ]
    if not clauses:
        return None
    owners = [*grammar.kids_with(view, index, {"poss"})]
    for prep in grammar.kids_with(view, index, {"prep"}):
        if view.lower[prep] in ("of", "by", "from"):
            owners += grammar.kids_with(view, prep, {"pobj"})
    for participle in grammar.kids_with(view, index, {"acl"}):
        for agent in grammar.kids_with(view, participle, {"agent"}):
            owners += grammar.kids_with(view, agent, {"pobj"})
    governor = grammar.head_of(view, index)
    if not owners and view.lemmas[governor] in _VOICING:
        subject = grammar.subject_of(view, governor)
        owners = [subject] if subject is not None else []
    source = source_at(view, owners[0], voices, agencies) if owners else None
    lemma = view.lemmas[governor]
    mode = "deny" if lemma in DENYING or view.lemmas[index] == "denial" else "doubt" if lemma in DOUBTING else "say"
    if source is not None and view.lemmas[index] != "denial":
        mode = "say"  # the owner of the claim stands by it, whoever disputes it
    elif source is None and mode != "say":
        subject = grammar.subject_of(view, governor)
        source = source_at(view, subject, voices, agencies) if subject is not None else None
    content = frozenset(grammar.subtree(view, clauses[0]))
    if view.lemmas[index] == "fact":
        return None
    if false_predicate(view, governor) is not None and view.tokens[index].dep in grammar.SUBJECTS:
        return Frame(index, view.lemmas[index], None, content, "rebut", False)
    return Frame(index, view.lemmas[index], source, content, mode, False)
