"""Questions of what one knows, has read or feels: a bare "yes" or "no" to them says nothing of the thing itself.

"Do you know whether a port may leave?" - "No.", "Have you read the memo on fees?" - "Yes.", "Are towns happy that it is
binding?" - "No.": the answer is to the knowing, the reading, the being happy.
"""

from __future__ import annotations

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View

_KNOWING = frozenset({"know", "recall", "remember", "understand", "doubt", "wonder", "ask", "inquire", "mind", "care"})
_READING = frozenset({"see", "read", "review", "get", "receive", "attend", "write", "draft", "find", "keep", "have", "discuss"})
# What one reads, keeps, has in mind or was present at: none of these is the thing that it is about.
_ABOUT = frozenset({
    "memo", "memorandum", "letter", "paper", "document", "email", "mail", "draft", "report", "copy", "sheet", "slide", "file",
    "list", "article", "note", "transcript", "opinion", "view", "idea", "knowledge", "recollection", "memory", "comment",
    "question", "objection", "meeting", "discussion", "debate", "talk", "conversation", "hearing", "briefing", "reason",
    "doubt",
})  # fmt: skip
_FEELING = frozenset({
    "happy", "glad", "sorry", "surprised", "comfortable", "satisfied", "concerned", "worried", "content", "pleased", "unhappy",
    "curious", "upset", "angry", "aware", "familiar", "acquainted", "interested", "opposed", "ready",
})  # fmt: skip
_TOUCHING = frozenset({"surprise", "bother", "trouble", "please", "upset", "worry", "concern", "interest", "anger", "strike"})
_LINKS = frozenset({"with", "about", "that", "of", "to", "by", "at", "if"})
_BELOW = frozenset({"ccomp", "pcomp", "advcl", "acl", "relcl", "dobj", "xcomp"})


def of_mind(question: View) -> bool:
    """Whether it is asked what somebody knows, reads, feels or talks of: yes or no tells nothing of what that is about."""
    top = next((at for at, token in enumerate(question.tokens) if token.dep == "ROOT"), -1)
    if top < 0 or any(question.tokens[kid].dep == "auxpass" for kid in question.children[top]):
        return False
    lemma = question.lemmas[top]
    if any(word == "whether" and at > top for at, word in enumerate(question.lower)):
        return True
    if lemma in _TOUCHING:
        return bool(grammar.kids_with(question, top, {"dobj"}))
    if lemma in _KNOWING:
        return any(question.tokens[kid].dep in _BELOW and kid > top for kid in question.children[top])
    if lemma == "be":
        links = (grammar.word_at(question, at + 1) for at, word in enumerate(question.lower) if word in _FEELING)
        return not _LINKS.isdisjoint(links) or _there_is(question, top)
    return lemma in _READING and any(question.lemmas[kid] in _ABOUT for kid in grammar.kids_with(question, top, {"dobj"}))


def _there_is(question: View, top: int) -> bool:
    """ "Was there a meeting about leaving?" """
    there = any(question.tokens[kid].dep == "expl" for kid in question.children[top])
    return there and any(question.lemmas[kid] in _ABOUT for kid in grammar.kids_with(question, top, {"attr", "dobj", "nsubj"}))
