"""What people do with words where no statement is handed on: they praise, oppose, call for, bring up, plan, promise.

"The council opposed the agreement", "the sheriff's call for a review", "advocates urged the county to withdraw". What is
praised or asked for is not said to be so, and so a stand never answers for a statement in it; it tells who speaks in a
sentence, and with that whom a later "he" or "they" can mean.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.speakers.frames import Frame
from pipeline.extractors.speakers.kinds import is_person_or_body
from pipeline.extractors.speakers.phrases import name_tokens
from pipeline.extractors.speakers.saying import ASKING, BLAMING, CALLING, DENYING, DOUBTING, SAYING
from pipeline.extractors.speakers.sources import Voices, source_at

# By what is done with the words: judged, asked for, brought up, meant to be done, held.
_JUDGING = frozenset({
    "praise", "laud", "applaud", "hail", "welcome", "endorse", "support", "back", "favor", "favour", "embrace", "defend",
    "champion", "admire", "commend", "compliment", "thank", "oppose", "slam", "blast", "decry", "deplore", "bemoan", "lament",
    "deride", "mock", "ridicule", "belittle", "chastise", "chide", "rebuke", "scold", "lambaste", "berate", "assail", "bash",
    "rip", "disparage", "insult", "resent", "regret", "despise", "admonish", "castigate", "knock", "tout", "promote", "advocate",
    "downplay", "protest", "compare", "liken", "link", "tie", "paint", "cast", "frame", "brand", "dub", "deem",
    "grill", "skewer", "pan", "trash", "vilify", "demonize", "smear", "taunt", "tease", "detest", "loathe", "hate", "love",
    "like", "dislike", "scorn", "approve", "disapprove", "honor", "honour", "celebrate", "cheer", "boo", "pillory", "excoriate",
    "ignore", "overlook", "appreciate", "respect", "denigrate", "hammer", "target", "contrast", "prefer", "scrutinize",
})  # fmt: skip
_REQUESTING = frozenset({
    "urge", "demand", "request", "encourage", "beg", "implore", "plead", "beseech", "press", "recommend", "propose", "order",
    "invite", "challenge", "exhort", "petition", "call", "insist", "push", "lobby", "dare",
    "solicit", "instruct", "tell", "advise", "persuade", "convince", "pressure", "require", "direct", "permit", "forbid", "bar",
})  # fmt: skip
_RAISING = frozenset({
    "mention", "reference", "cite", "discuss", "describe", "address", "detail", "outline", "highlight", "stress", "emphasize",
    "emphasise", "underline", "underscore", "invoke", "recount", "debate", "summarize", "identify", "define", "specify", "list",
    "refer", "allude", "talk", "speak", "point", "rail", "gripe", "rant", "raise", "express", "voice", "reiterate", "tweet",
    "chronicle", "relate", "narrate", "preach", "yell", "scream", "chant", "sing", "apologize", "apologise",
    "explore", "examine", "illustrate", "feature", "unveil", "reveal", "disclose", "announce", "unleash", "tell", "lay", "tackle",
    "shout", "boast", "brag", "muse", "predict", "forecast", "project", "recall", "repeat", "echo", "question", "complain",
})  # fmt: skip
_MEANING = frozenset({
    "want", "wish", "plan", "intend", "vow", "pledge", "promise", "threaten", "offer", "refuse", "decline", "agree", "decide",
    "seek", "aim", "swear", "hope", "choose", "prefer", "resolve", "commit", "propose", "vote", "opt",
    "consent", "volunteer", "consider", "contemplate", "look", "hesitate", "dread",
})  # fmt: skip
_HOLDING = frozenset({
    "envision", "foresee", "anticipate", "imagine", "expect", "fear", "doubt", "know", "believe", "trust", "understand", "see",
    "realize", "realise", "suspect",
})  # fmt: skip
# "were frustrated that", "is critical of"
_FEELING = frozenset({
    "frustrated", "angry", "upset", "glad", "happy", "proud", "shocked", "surprised", "disappointed", "aware", "willing", "eager",
    "determined", "reluctant", "furious", "outraged", "pleased", "grateful", "sorry", "critical", "supportive", "dismissive",
    "wary", "concerned", "worried", "optimistic", "pessimistic", "sceptical", "skeptical", "sure", "convinced", "confident",
    "afraid", "passionate", "interested", "open", "opposed", "committed", "ready", "unwilling", "thrilled", "alarmed",
})  # fmt: skip
TAKING = _JUDGING | _REQUESTING | _RAISING | _MEANING | _HOLDING | SAYING | ASKING | BLAMING | CALLING | DENYING | DOUBTING
# The prepositions that what is talked of stands behind; "against the bill", "for a review".
_TOPIC = frozenset({"about", "of", "for", "on", "over", "against", "to", "upon", "with", "as", "in"})
_PLACES = frozenset({"on", "over", "upon", "with", "in"})  # and these where nothing else can be meant
# Verbs with senses of their own: their bare object is nothing that is talked of.
_LOOSE = frozenset({"say", "add", "continue", "begin", "show", "find", "hold", "provide", "represent", "record", "count", "read",
                    "document", "figure", "charge", "text", "post", "see", "feel", "present", "publish", "hear", "learn",
                    "determine", "report", "think", "speak", "raise", "look", "back", "realize", "realise",
                    "maintain", "lay"})  # fmt: skip
_NOUNS = frozenset({
    "call", "plan", "proposal", "promise", "pledge", "vow", "demand", "request", "criticism", "praise", "support", "opposition",
    "comment", "remark", "statement", "question", "concern", "complaint", "warning", "threat", "attack", "rhetoric", "claim",
    "announcement", "description", "recommendation", "suggestion", "argument", "message", "position", "view", "opinion",
    "belief", "hope", "fear", "desire", "wish", "decision", "refusal", "commitment", "answer", "response", "accusation",
    "allegation", "endorsement", "defense", "defence", "condemnation", "insistence", "assessment", "determination", "vision",
    "effort", "intention", "agreement", "offer", "speech", "talk", "advice", "assertion", "contention",
})  # fmt: skip


def stands_in(view: View, voices: Voices, agencies: tuple[str, ...], frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """Every stand taken in the sentence outside of what `frames` report already; their mode is "stand"."""
    taken = {frame.cue for frame in frames}
    found = []
    for index, token in enumerate(view.tokens):
        frame = None
        if index not in taken and view.lemmas[index] in TAKING and token.pos == "VERB":
            frame = _verb(view, index, voices, agencies)
        elif index not in taken and view.lower[index] in _FEELING:
            frame = _feeling(view, index, voices, agencies)
        elif index not in taken and view.lemmas[index] in _NOUNS and token.pos == "NOUN":
            frame = _noun(view, index, voices, agencies)
        if frame is not None and frame.content:
            found.append(frame)
    return tuple(found)


def _verb(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    if any(view.tokens[kid].dep in ("nsubjpass", "auxpass") for kid in view.children[index]):
        return _passive(view, index, voices, agencies)
    subject = _subject(view, index)
    if subject is None or not _somebody(view, subject, voices, agencies):
        return None
    content = _about(view, index)
    return _stand(view, index, subject, content, voices, agencies)


def _feeling(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    """ "The families were frustrated that ...", "is critical of the plan"."""
    verb = grammar.head_of(view, index)
    holder = verb if view.tokens[index].dep in ("acomp", "oprd", "attr") else index
    subject = next(iter(grammar.kids_with(view, holder, {"nsubj", "nsubjpass"})), None)
    if subject is None or not _somebody(view, subject, voices, agencies):
        return None
    kids = grammar.kids_with(view, index, {"ccomp", "xcomp", "prep"})
    content = {
        at for kid in kids if view.tokens[kid].dep != "prep" or view.lower[kid] in _TOPIC for at in grammar.subtree(view, kid)
    }
    return _stand(view, index, subject, content, voices, agencies)


def _passive(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    for prep in grammar.kids_with(view, index, {"agent"}):
        for person in grammar.kids_with(view, prep, {"pobj"}):
            content = {
                at for kid in grammar.kids_with(view, index, {"nsubjpass", "xcomp", "oprd"}) for at in grammar.subtree(view, kid)
            }
            return _stand(view, index, person, content, voices, agencies)
    return None


def _subject(view: View, index: int) -> int | None:
    """Who does it: the verb's own subject, or that of the verb it hangs on ("went on to praise", "he left, citing costs")."""
    subject = grammar.subject_of(view, index)
    token = view.tokens[index]
    if subject is None and token.dep in ("advcl", "pcomp", "xcomp") and token.tag in ("VBG", "VB"):
        subject = grammar.subject_of(view, view.clause[grammar.head_of(view, index)])
    elif subject is None and token.dep == "acl" and token.tag == "VBG":
        subject = grammar.head_of(view, index)
    if subject is not None and token.dep == "relcl" and view.lower[subject] in ("who", "which", "that"):
        return grammar.head_of(view, index)
    return subject


def _somebody(view: View, subject: int, voices: Voices, agencies: tuple[str, ...]) -> bool:
    token = view.tokens[subject]
    if token.pos == "PRON":
        return view.lower[subject] in ("he", "she", "they", "we", "i", "who")
    if token.pos == "PROPN":
        return True
    source = source_at(view, subject, voices, agencies)
    return bool(source and source.kind) or is_person_or_body(grammar.words(view, name_tokens(view, subject)))


def _about(view: View, index: int) -> set[int]:
    """What it is about: object, clause or infinitive, and what follows a preposition of topic where there is no object."""
    kids = [kid for kid in view.children[index] if kid > index]
    lemma = view.lemmas[index]
    wanted = {"ccomp", "xcomp", "oprd"} | (
        set() if lemma in _LOOSE | _MEANING - {"offer", "promise", "propose", "seek", "want", "plan"} else {"dobj"}
    )
    content = {at for kid in kids if view.tokens[kid].dep in wanted for at in grammar.subtree(view, kid)}
    if lemma not in _LOOSE - {"speak", "raise"}:
        for kid in kids:
            if view.tokens[kid].dep == "prep" and view.lower[kid] in _TOPIC and (not content or view.lower[kid] not in _PLACES):
                content.update(grammar.subtree(view, kid))
    return content


def _noun(view: View, index: int, voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    """ "The sheriff's call for a review", "an outcry from families over it"."""
    owners = list(grammar.kids_with(view, index, {"poss"}))
    content: set[int] = set()
    for kid in view.children[index]:
        if kid < index:
            continue
        if view.tokens[kid].dep == "prep" and view.lower[kid] in ("by", "from"):
            owners += grammar.kids_with(view, kid, {"pobj"})
        elif view.tokens[kid].dep == "acl" or (view.tokens[kid].dep == "prep" and view.lower[kid] in _TOPIC - _PLACES):
            content.update(grammar.subtree(view, kid))
    if not owners or not content:
        return None
    return _stand(view, index, owners[0], content, voices, agencies)


def _stand(view: View, index: int, who: int, content: set[int], voices: Voices, agencies: tuple[str, ...]) -> Frame | None:
    content = content - {index}
    if not content or who in content:
        return None
    source = source_at(view, who, voices, agencies)
    denied = any(view.tokens[kid].dep == "neg" for kid in view.children[index])
    return replace(Frame(index, view.lemmas[index], source, frozenset(content), "stand", denied), by=name_tokens(view, who))
