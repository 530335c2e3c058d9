"""The words people report speech and opinion with: verbs, nouns and adjectives, by what they do to what is said."""

from __future__ import annotations

SAYING = frozenset({
    "say", "tell", "state", "announce", "claim", "argue", "assert", "maintain", "insist", "contend", "allege", "explain",
    "note", "add", "report", "declare", "confirm", "acknowledge", "admit", "concede", "testify", "write", "reply",
    "respond", "warn", "complain", "conclude", "find", "believe", "think", "understand", "indicate", "show", "reveal",
    "emphasize", "stress", "reiterate", "clarify", "advise", "inform", "assure", "promise", "agree", "estimate", "tweet",
    "opine", "hold", "rule", "feel", "observe", "remark", "recall", "affirm", "profess", "comment", "caution", "point",
    "underscore", "repeat", "disclose", "determine", "charge", "suggest", "represent", "answer", "stipulate", "provide",
    "demonstrate", "document", "expect", "recognize", "know", "read", "learn",
    "swear", "reckon", "guess", "figure", "submit", "counter", "muse", "quip", "boast", "brag", "vow", "shrug", "grumble",
    "gripe", "lament", "protest", "object", "attest", "certify", "relay", "signal", "hint", "imply", "remind", "notify",
    "brief", "instruct", "concur", "suspect", "assume", "fear", "worry", "hope", "realize", "consider", "convey", "emphasise",
    "recognise", "realise", "chant", "echo", "continue", "predict", "speculate", "joke", "text", "hear",
    "intimate", "hazard", "guarantee", "pledge", "verify", "record", "snap", "laugh", "sigh", "shout", "volunteer",
    "retort", "rejoin", "interject", "begin", "theorize", "calculate", "tally", "count", "testifie", "see", "decide",
    "appreciate", "mention", "post", "publish", "proclaim", "posit", "cite", "quote", "view", "regard", "contest",
})  # fmt: skip
DENYING = frozenset({
    "deny", "dispute", "reject", "refute", "rebut", "contest", "dismiss", "disagree", "discount", "debunk", "contradict",
})  # fmt: skip
DOUBTING = frozenset({"doubt", "question", "challenge"})
ASKING = frozenset({"ask", "wonder", "inquire", "enquire", "query"})
BLAMING = frozenset({"criticize", "criticise", "accuse", "blame", "fault", "condemn", "denounce", "attack"})
# "called it voluntary", "spoke of it as a choice": a saying too, where it is plainly said that somebody did.
CALLING = frozenset(
    {
        "call",
        "describe",
        "characterize",
        "characterise",
        "label",
        "refer",
        "speak",
        "portray",
        "depict",
        "term",
        "present",
        "read",
        "view",
        "regard",
        "see",
    }
)
# "puts the burden at a hundred thousand", "ascribes it to the program": an estimate, an explanation, and whose it is.
PLACING = {
    "put": "at",
    "peg": "at",
    "place": "at",
    "ascribe": "to",
    "attribute": "to",
    "set": "at",
    "estimate": "at",
    "credit": "with",
}
ANNOUNCING = frozenset({"announce", "declare", "unveil", "proclaim", "disclose"})
TELLING = frozenset({"tell", "inform", "advise", "assure", "promise", "remind", "notify", "warn", "brief", "instruct"})
# Facts known to the author need no speaker of their own: "learned that", "knows that".
NEEDS_PERSON = frozenset({
    "find", "hold", "feel", "charge", "provide", "expect", "read", "point", "recognize", "praise", "recognise", "begin", "see",
    "count", "record", "continue", "consider", "figure", "guess", "hope", "fear", "assume", "calculate", "decide", "view",
    "regard", "publish", "mention", "post", "quote", "cite", "hear", "realize", "realise", "know", "learn", "appreciate",
    "verify", "laugh", "object", "signal", "imply",
})  # fmt: skip
# Said to be so by nobody in particular, without its being hearsay: "it is known that", "as was shown".
IMPERSONAL = frozenset({
    "find", "know", "show", "determine", "estimate", "note", "understand", "recognize", "recognise", "agree", "expect", "hold",
    "see", "assume", "hope", "consider", "document", "record", "demonstrate", "stipulate", "provide", "reveal", "read",
    "calculate", "conclude", "remind", "confirm", "verify", "stress", "emphasize", "emphasise", "think", "intend", "decide",
})  # fmt: skip
NOUNS = frozenset({
    "concern", "claim", "statement", "assertion", "assurance", "position", "belief", "argument", "contention", "view",
    "allegation", "insistence", "representation", "admission", "acknowledgment", "testimony", "announcement", "conclusion",
    "finding", "opinion", "notion", "idea", "suggestion", "promise", "impression", "understanding", "confirmation",
    "denial", "report", "fact", "remark", "comment", "complaint", "fear", "warning", "explanation", "theory", "pledge",
    "ruling", "holding", "advice", "charge", "rumor", "rumour", "word", "story", "line", "reading", "message", "conviction",
    "hope", "hunch", "judgment", "judgement", "accusation", "boast", "guarantee", "commitment", "guess", "suspicion",
    "proposition",
})  # fmt: skip
VOICING = frozenset({
    "make", "raise", "voice", "express", "repeat", "issue", "give", "state", "share", "have", "offer", "reiterate", "hold",
    "advance", "press", "push", "stand", "cling", "stick", "relay", "peddle", "take",
})  # fmt: skip
SCOFFING = frozenset({"scoff", "laugh", "sneer", "bristle", "jeer", "snort", "balk"})
# "The sheriff is convinced that ..."
MINDS = frozenset({
    "convinced", "persuaded", "sure", "certain", "confident", "adamant", "afraid", "worried", "concerned", "insistent",
    "emphatic",
    "hopeful", "skeptical", "sceptical", "satisfied", "unconvinced", "positive", "unequivocal",
})  # fmt: skip
# Nouns of "in the sheriff's view": what is said is the sentence they are slipped into.
_VIEW_WORDS = "view opinion words estimation judgment judgement telling account experience reading mind estimate assessment"
VIEWS = frozenset(_VIEW_WORDS.split()) | {
    "count",
    "tally",
    "reckoning",
    "admission",
    "figures",
    "numbers",
    "lights",
    "eyes",
    "belief",
    "understanding",
    "version",
}
TALKING = BLAMING | frozenset({"praise", "oppose", "urge", "call", "support", "defend", "applaud", "welcome", "raise", "meet"})
