"""What a verb of saying has said: its clause, the quotation beside it, or the sentence it is slipped into."""

from __future__ import annotations

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.speakers.saying import ASKING, BLAMING, DENYING, DOUBTING, TELLING

_MARKS = frozenset({"“", "``", '"', "''", "”"})
_TRAILING = 9  # words: the longest ", the deputy director of the office said" at a sentence's end
_GIVING_NUMBERS = frozenset({"say", "claim", "estimate", "report", "certify", "count", "tally", "record", "cite"})
_BARE = frozenset({
    "say", "tell", "add", "note", "write", "warn", "report", "claim", "admit", "insist", "reply", "explain", "argue", "announce",
})  # fmt: skip


def said(view: View, index: int) -> set[int]:
    """What a verb of saying has as its content: clause, quotation before it, or the sentence it is slipped into."""
    content: set[int] = set()
    lemma = view.lemmas[index]
    if lemma in BLAMING:
        for prep in grammar.kids_with(view, index, {"prep"}):
            if view.lower[prep] in ("for", "of", "as"):
                content.update(grammar.subtree(view, prep))
        return content
    marked = lemma in ASKING | DOUBTING
    for kid in view.children[index]:
        token = view.tokens[kid]
        if (
            (token.dep in ("ccomp", "parataxis") and not _own_setting(view, index, kid))
            or (token.dep in ("advcl", "xcomp", "acl") and has_that(view, kid, marked))
            or (token.dep == "dobj" and lemma in DENYING | DOUBTING | {"show", "reveal", "find", "report"})
            or (token.dep == "dobj" and kid > index + 1 and lemma in _GIVING_NUMBERS and _holds_number(view, kid))
            or (token.dep in ("xcomp", "oprd") and lemma in ("consider", "view", "regard", "believe", "understand", "deem"))
        ):
            content.update(grammar.subtree(view, kid))
    if not content and lemma in TELLING:
        content = _told_by(view, index)
    token = view.tokens[index]
    # A participle says more of who acts in the clause before it: "ICE revised the plan, promising to look into it".
    inserted = token.dep in ("parataxis", "advcl", "ccomp") and token.tag != "VBG" and _set_off(view, index)
    if not content and (inserted or (token.dep == "advcl" and any(view.lower[kid] == "as" for kid in view.children[index]))):
        head = grammar.head_of(view, index)
        content = set(grammar.subtree(view, view.clause[head])) - set(grammar.subtree(view, index))
    loose = not content and token.tag != "VBG"
    content |= {at for span in quoted(view, index) if loose or span & content or _next_to(view, index, span) for at in span}
    content.discard(index)
    return content | _going_on(view, index, content) if content else _beside(view, index)


def _told_by(view: View, index: int) -> set[int]:
    """What "told by an agent that holds are orders" tells, where the clause was taken for one about the agent."""
    for agent in (kid for kid in view.children[index] if view.lower[kid] == "by"):
        for person in grammar.kids_with(view, agent, {"pobj"}):
            for clause in grammar.kids_with(view, person, {"relcl"}):
                words = grammar.subtree(view, clause)
                own = any(view.lower[kid] != "that" for kid in grammar.kids_with(view, clause, {"nsubj", "nsubjpass", "expl"}))
                if own and view.lower[min(words)] == "that":
                    return set(words)
    return set()


def has_that(view: View, kid: int, marked: bool) -> bool:
    """Whether the clause is opened by "that" (or, where `marked`, by "whether" or "if")."""
    wanted = {"that", "whether", "if"} if marked else {"that"}
    return any(view.lower[k] in wanted and view.tokens[k].dep == "mark" for k in view.children[kid])


def _going_on(view: View, index: int, content: set[int]) -> set[int]:
    """What goes on after a colon or semicolon, unless the author speaks there: "he said it was wrong: it had caught bad men"."""
    end = max(content) + 1
    if not 0 < end < len(view.lower) - 2 or view.lower[end] not in (":", ";") or index > end or view.lower[0] in ("“", '"'):
        return set()
    rest = range(end + 1, len(view.lower))
    return set() if any(view.lower[at] in ("we", "i", "our", "my") for at in rest) else set(rest)


def _holds_number(view: View, kid: int) -> bool:
    return any(view.tokens[at].pos == "NUM" for at in grammar.subtree(view, kid))


def _own_setting(view: View, index: int, kid: int) -> bool:
    """Whether a clause in front, with a comma, says when or where and not what: "when asked, he said"."""
    openers = [view.lower[k] for k in view.children[kid] if view.tokens[k].dep in ("mark", "advmod")]
    return kid < index and any(word in ("when", "where", "while", "if", "as") for word in openers)


def _set_off(view: View, index: int) -> bool:
    """A short clause between commas or at the end: ", officials said"."""
    below = grammar.subtree(view, index)
    first = below[0]
    if negated(view, index) or any(view.lower[kid].startswith("what") for kid in view.children[index]):
        return False  # "whatever the brochure claimed" says nothing about what was claimed
    return len(below) <= 12 and first > 0 and (view.lower[first - 1] == "," or view.lower[first] == ",")


def _beside(view: View, index: int) -> set[int]:
    """What stands before a comma or after a colon, not tied to the verb by the parser: "No way out, ICE tells county"."""
    subjects = grammar.kids_with(view, index, {"nsubj"})
    if not subjects or any(view.lower[kid].startswith("what") for kid in view.children[index]):
        return set()
    if view.tokens[index].dep not in ("ROOT", "ccomp", "parataxis", "conj"):
        return set()
    if view.lower[index + 1 : index + 2] == (":",) and index + 2 < len(view.lower):
        return set(range(index + 2, len(view.lower)))
    if view.lemmas[index] not in _BARE:
        return set()
    if subjects[0] > index > 1 and view.lower[index - 1] in (",", "-", "—", "–"):  # ", said the oldest of them, "
        end = max(grammar.subtree(view, subjects[0])) + 1
        return set(range(index - 1)) | set(range(end + 1, len(view.lower)))
    if view.lower[index + 1 : index + 2] in ((":",), (",",)) and index + 2 < len(view.lower):
        return set(range(index + 2, len(view.lower)))
    start = max((at for at in range(index) if view.lower[at] == "," or view.lower[at] in _MARKS), default=0)
    if start > 2 and len(view.lower) - start <= _TRAILING + 1 and "," not in view.lower[index:]:
        return set(range(start))
    return set()


def quoted(view: View, index: int) -> list[set[int]]:
    """The words of each quotation, where the verb of saying stands outside of all of them."""
    spans: list[set[int]] = []
    current: list[int] | None = None
    for at, word in enumerate(view.lower):
        if word in _MARKS:
            if current is None and word != "”":
                current = []
            elif current is not None:
                spans += [set(current)] if len(current) > 3 else []
                current = None
        elif current is not None:
            current.append(at)
    return [] if any(index in span for span in spans) else spans


def _next_to(view: View, index: int, span: set[int]) -> bool:
    """Whether no other verb stands between the verb of saying and the quotation: in "he said, adding: ..." one does."""
    first, last = min(span), max(span)
    between = range(index + 1, first) if index < first else range(last + 1, index)
    return not any(view.tokens[at].pos == "VERB" for at in between)


def negated(view: View, index: int) -> bool:
    """Whether the verb itself is denied."""
    return any(view.tokens[kid].dep == "neg" or view.lower[kid] == "never" for kid in view.children[index])
