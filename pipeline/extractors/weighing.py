"""How what rules and model read in one sentence weighs against each other."""

from __future__ import annotations

from pipeline.extractors.cueing.candidates import FLIP, Candidate
from pipeline.extractors.cueing.grammar import View
from pipeline.records.judgement import Judgement

LIKELY = 0.5  # from here on the model shares a rule's reading
# From CERTAIN on the model is believed against a rule for whose reading it gives less than NOTHING: of sentences kept back from
# training four were so, and all as the model said; of five where it was less plain two were the rule's.
CERTAIN, NOTHING = 0.8, 0.2
_DENYING = frozenset({"no", "not", "n't", "never", "none", "nothing", "nobody", "neither", "nor", "without"})
# From here on the model is believed against a rule whose reading it shares too: "No. Taking part is voluntary." it half took for
# a denial, for what the question was does not stand there.
SURE_OF_BOTH = 0.7
TORN = 0.45  # from here on the contrary is too likely for a reading to be believed: of 15 such readings 6 were right
CLEAR = 0.22  # by so much likelier than its contrary it is believed all the same: seven of seven in statements kept back
BOTH_READ = 0.2  # by how much the model alone has to be surer


def overlooks(one: Candidate, view: View) -> bool:
    """Whether a denying word stands in the sentence that the rule's reading does not rest on. Of one that it rests on the model
    loses count ("will pay for no equipment"), of several the rule; where there is none it is the model that has misread
    ("reimburses every jail")."""
    rests = one.turn.negated or any(view.lower[at] in _DENYING for at in one.tokens)
    return sum(word in _DENYING for word in view.lower) > rests


def shared(judgement: Judgement, one: Candidate) -> float:
    """What the model gives a rule's reading; where that counts a denying word, also what it gives the contrary, if it is unsure.

    It sees what a sentence is about better than how often it denies it: "leaves neither us nor the State a choice". What holds no
    longer is said to have held: both count.
    """
    given = probability(judgement, one.proposition.id, one.stance)
    contrary = probability(judgement, one.proposition.id, FLIP[one.stance])
    if one.cue and one.turn.longer:
        return min(given + contrary, CERTAIN)
    counted = one.turn.negated and all(word.lower() in _DENYING for word in one.turn.words)  # "stop" and "bar" may be its subject
    return max(given, contrary) if counted and LIKELY <= contrary < CERTAIN else given


def torn(judgement: Judgement, one: Candidate, view: View) -> float:
    """What is left of a reading whose contrary the model gives nearly as much, where a denying word stands to lose count of."""
    contrary = probability(judgement, one.proposition.id, FLIP[one.stance])
    if contrary < TORN or one.probability - contrary >= CLEAR or _DENYING.isdisjoint(view.lower):
        return 1.0
    return one.probability / (one.probability + contrary)


def beside(own: Candidate, kept: tuple[Candidate, ...]) -> bool:
    """Whether a rule and the model share the contrary reading, and the model is not sure enough that the sentence says both."""
    return own.probability < SURE_OF_BOTH and any(
        one.proposition.id == own.proposition.id and one.stance != own.stance and not one.standing.changed for one in kept
    )


def yields(one: Candidate, judgement: Judgement) -> bool:
    """Whether the model reads the sentence as one on a thing that the topic says is spoken of alike: "has no option of declining"
    is said of a program and of a hold."""
    return any(max(probability(judgement, other, stance) for stance in FLIP) >= LIKELY for other in one.proposition.yields_to)


def outdone(one: Candidate, found: list[Candidate]) -> bool:
    """Whether the contrary is likelier, and the model not sure that the sentence says both."""
    return one.probability < SURE_OF_BOTH and any(
        other.proposition.id == one.proposition.id and other.stance != one.stance and other.probability > one.probability
        for other in found
    )


def probability(judgement: Judgement, proposition: str, stance: str) -> float:
    """What the model gives this reading, 0 where it is negligible."""
    for leaning in judgement.leanings:
        if leaning.proposition == proposition:
            return leaning.affirm if stance == "affirm" else leaning.deny
    return 0.0


def opposed(one: Candidate, other: Candidate) -> bool:
    """Whether one voice says both of the same time, and both cannot be: two answers to one question, or yes and no to two that
    stand and fall together."""
    kin = {one.proposition.id, *one.proposition.goes_with}
    if other.stance == one.stance or not kin & {other.proposition.id, *other.proposition.goes_with}:
        return False
    if one.standing.changed or other.standing.changed or one.turn.longer or other.turn.longer:
        return False
    return one.standing.status == other.standing.status and one.frames == other.frames


def founded(one: Candidate) -> float:
    """How well a reading is founded beside its contrary: what a rule reads too counts for more."""
    return one.probability + BOTH_READ * bool(one.cue)


def says(judgement: Judgement, one: Candidate) -> bool:
    """Whether the words judged are likelier than not to say this."""
    return probability(judgement, one.proposition.id, one.stance) >= LIKELY
