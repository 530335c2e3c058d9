"""Rules and a trained model over the same sentence: what either finds, weighed by what the other says.

Rules are precise where their words occur and blind elsewhere; the model reads wordings nobody listed, and has no notion of
who speaks. So the model decides whether a proposition is affirmed or denied, the rules' reading is kept where the model does
not contradict it, and speaker, date and place are always read off the parse. Bounds come with the model, as measured on
labels it was not trained on.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.extractors.cueing.candidates import FLIP, Candidate, ruled_out
from pipeline.extractors.cueing.clauses import clause_of
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.cueing.sight import Sight
from pipeline.extractors.sides import endings, leaning, myths, pointing, questions, refuted, reread, status, unsaid, untouched
from pipeline.extractors.sides.former import of_its_time
from pipeline.extractors.sides.stance import Turn, given_up_by
from pipeline.extractors.sides.standing import PLAIN_TO_SEE, READING, RESERVE, Standing
from pipeline.extractors.speakers import answered, answers, asked_of_mind, speaker, turns
from pipeline.extractors.speakers.frames import Frame
from pipeline.extractors.subjects.taken_up import takes_up
from pipeline.extractors.weighing import (
    CERTAIN,
    LIKELY,
    NOTHING,
    SURE_OF_BOTH,
    beside,
    outdone,
    overlooks,
    probability,
    says,
    shared,
    torn,
    yields,
)
from pipeline.ports import Judge
from pipeline.records.judgement import Judgement, Leaning
from pipeline.records.language import Sentence
from pipeline.records.topic import Proposition, Topic

FULL = 8  # words from which a sentence tells enough by itself
FEW = 3  # words below which nothing is said that the model could read by itself: "See 8 U.S.C. 1373."
ELSEWHERE = 0.85  # what is left of a reading whose words may be about something told of before
SAID_BEFORE = 0.3  # what the sentence before says by itself, at this probability, the two together do not say anew


class Opinions:
    """Asks the model about the sentences of one document, each with the one before it where it cannot be read alone."""

    def __init__(self, judge: Judge, topic: Topic) -> None:
        self._judge = judge
        self._topic = topic
        self._here: View | None = None
        self._before: Sentence | None = None
        self._page = ""
        self._told: list[View] = []  # what stands before on the page, the latest last
        self._role = ""
        self._answers = False

    def move_to(self, page_id: str, view: View, role: str = "") -> None:
        """Takes the next sentence in text order. What stands on another page is not what comes before; nor is a mere label.

        `role`: `myth` or `fact` behind such a label. A label that was taken for a sentence is none.
        """
        if myths.is_label(view.sentence.text) or turns.is_label(view.sentence.text):
            return
        if page_id != self._page:
            self._before, self._told = None, []
        elif self._here is not None and (not answers.says_nothing(self._here) or status.is_question(self._here)):
            self._before = self._here.sentence
            self._told.append(self._here)
        self._answers = role == "fact" and self._role == "myth" and self._before is not None
        self._here, self._page, self._role = view, page_id, role

    def joined(self, found: tuple[Candidate, ...], sight: Sight, frames: tuple[Frame, ...]) -> tuple[Candidate, ...]:
        """The candidates of this sentence that are to be kept, the model's own among them, each with its probability.

        What the topic file rules out (`not_about`) stays out, however sure the model is: a person wrote it there. Where a rule
        reads the opposite nothing is claimed, unless the model is certain. On a proposition that the model was not trained on, or
        from few statements, what rules find stands, and has no probability.
        """
        view = sight.view
        silent = status.is_question(view) or _words(view) < FEW  # a question states nothing, nor does a bare citation
        if silent and not found:
            return ()
        judgement = self._meant(untouched.as_stated(view) or endings.under_which(view) or view.sentence.text)
        kept = []
        for one in found:
            if one.proposition.id not in self._judge.propositions:
                kept.append(replace(one, standing=self._standing(one.standing, judgement)))
                continue
            sure = self._judge.joint(shared(judgement, one))
            if sure >= self._judge.bounds.joined:
                kept.append(replace(one, probability=sure, standing=self._standing(one.standing, judgement)))
            elif (wide := reread.widened(self._of, one, view)) >= LIKELY:
                kept.append(replace(one, probability=wide))
        if silent:
            return tuple(kept)
        own = self._own(judgement, {pair for one in kept for pair in _said(one)}, view, frames)
        own = tuple(weighed for one in own if (weighed := self._weighed(one, judgement, sight)) is not None)
        free = tuple(
            one for one in own if not ruled_out(sight, one.proposition) and not self._opposed(one, found, judgement, view)
        )
        made = (*kept, *(one for one in free if not beside(one, tuple(kept))))
        made = tuple(
            reread.since_the_change(self._of, one, view)
            for one in made
            if not reread.restricted(self._of, one, view) and not reread.contradicted(self._of, one, made, view)
        )
        return made if sight.named else tuple(one for one in made if not yields(one, judgement))

    def leaning_back(
        self, kept: tuple[Candidate, ...], replied: frozenset[tuple[str, str]], view: View, frames: tuple[Frame, ...]
    ) -> tuple[Sentence | None, tuple[Candidate, ...]]:
        """(the sentence before, what only both together say): "Is it optional for counties? It isn't." Else (None, ()).

        The contrary of what a rule reads in a bare answer to a question (`replied`) is left: "Without one? Never."
        """
        before = self._before
        if before is None or self._here is not view or not (self._answers or takes_up(view, before)):
            return None, ()
        asked = before.text.rstrip().endswith("?")
        if refuted.calls_false(view.sentence.text) and not asked:
            return None, ()  # what that says is told with the sentence before
        no = (answers.answer_in(view) or (False, ""))[0] is False
        beside = answers.evades(view) or self._of_mind(view) or questions.put_aside(view)
        if asked and (beside or (self._told and answers.of_telling(self._told[-1], no))):
            return None, ()
        said = {(one.proposition.id, stance) for one in kept for stance in FLIP}
        said |= {(name, FLIP[stance]) for name, stance in replied}
        if not asked:  # a question states nothing
            alone = self._of(myths.unlabelled(before.text) if self._answers else before.text)
            said |= {
                (one.proposition, stance) for one in alone.leanings if one.affirm + one.deny >= SAID_BEFORE for stance in FLIP
            }
        both = f"{before.text} {view.sentence.text}"
        if self._answers:
            both = f"MYTH: {myths.unlabelled(before.text)} FACT: {myths.unlabelled(view.sentence.text)}"
        own = self._own(self._of(both), said, view, frames)
        if not asked and self._told and all(leaning.leans_all(one) for one in (self._told[-1], view)):
            # "We keep none. Nobody asked us to.": neither says of what.
            three = self._of(" ".join((*(one.sentence.text for one in self._told[-2:-1]), both)))
            own = tuple(one for one in own if len(self._told) > 1 and says(three, one))
        return before, answered.borne(self._of, before.text, view, no, own)

    def _of_mind(self, view: View) -> bool:
        """Whether a bare answer is to what somebody knows or has read, and says nothing of the thing."""
        bare = answers.says_yes_or_no(answers.without_label(view.sentence.text))
        return bare and bool(self._told) and asked_of_mind.of_mind(self._told[-1])

    def _weighed(self, one: Candidate, judgement: Judgement, sight: Sight) -> Candidate | None:
        """The reading as sure as its words leave it; None where they say nothing.

        What may be about a thing told of before, or leans on the sentence before it, is said all the same in most long sentences
        (some 109 of 118 readings on labels), in short ones less often: "Cannot pull back.", "It leaves them a choice."
        """
        view = sight.view
        if reread.only_put(self._of, one, view) or (
            unsaid.unstated(one, view) and not reread.beside_what_is_told(self._of, one, view)
        ):
            return None
        left = torn(judgement, one, view)
        leaning_on = self._unborne(one, view)
        if leaning_on or unsaid.of_another(one, sight, self._thing()):
            if _words(view) < FULL or (leaning_on and one.probability < SURE_OF_BOTH):
                return None
            left *= ELSEWHERE
        return replace(one, probability=round(one.probability * left, 3))

    def _unborne(self, one: Candidate, view: View) -> bool:
        """Whether the words that say it name nothing of their own, and with the sentence before them say something else."""
        if self._before is None:
            return False
        parts = leaning.parts_of(view)
        saying = [part for part in parts if len(parts) > 1 and reread.gives(self._of, view, part, one)]
        if not all(leaning.leans(view, part) for part in saying or [leaning.part_with(view, one.anchor)]):
            return False
        both = self._of(f"{self._before.text} {view.sentence.text}")
        return not says(both, one)

    def lean(self, words: str, one: Candidate) -> bool:
        """Whether these words, a part of a sentence, lean to what a candidate says and not to its contrary."""
        return reread.leans_to(self._of, words, one)

    def _thing(self) -> str:
        """The thing that the sentences before tell of, as an "it" may mean it; ''. Looked for only when it is asked."""
        for view in reversed(self._told):
            if (thing := pointing.thing_told(view)) or not pointing.runs_on(view):
                return thing
        return ""

    def _opposed(self, own: Candidate, found: tuple[Candidate, ...], judgement: Judgement, view: View) -> bool:
        """Whether a rule reads what the model says the other way round, and the model does not.

        A change has both sides and opposes neither; where the model shares the rule's reading too, the sentence tells of both.
        Where it is certain, and gives nothing for the rule's, the rule has overlooked a denying word of the sentence, unless the
        model reads it too in the clause by itself: "The law calls for it, and it is done without any act of the county."
        """
        for one in found:
            if one.proposition.id != own.proposition.id or one.stance == own.stance or one.standing.changed:
                continue
            if own.probability >= CERTAIN and set(one.frames) - set(own.frames):
                continue  # told as another's word: "they say the law compels us; it does no such thing"
            sure = probability(judgement, one.proposition.id, one.stance)
            misread = own.probability >= CERTAIN and sure < NOTHING and overlooks(one, view)
            if misread:
                alone = self._of(clause_of(view, one.tokens[0]))
                misread = not says(alone, one)
            if sure < LIKELY and not misread:
                return True
        return False

    def _meant(self, text: str) -> Judgement:
        """What the sentence says by itself; of a myth the contrary of what its words say."""
        if self._role != "myth":
            return self._of(reread.unconceded(text))
        said = self._of(myths.unlabelled(text))
        return replace(said, leanings=tuple(Leaning(one.proposition, one.deny, one.affirm) for one in said.leanings))

    def _of(self, text: str) -> Judgement:
        return self._judge.judge((text,))[0]

    def _own(
        self, judgement: Judgement, said: set[tuple[str, str]], view: View, frames: tuple[Frame, ...]
    ) -> tuple[Candidate, ...]:
        found = []
        known = {one.id: one for one in self._topic.propositions}
        for given in judgement.leanings:
            for stance, sure in (("affirm", given.affirm), ("deny", given.deny)):
                if sure >= self._judge.bounds.alone and given.proposition in known and (given.proposition, stance) not in said:
                    found.append(self._model_s(known[given.proposition], stance, sure, judgement, view, frames))
        return tuple(one for one in found if not outdone(one, found))

    def _model_s(
        self, proposition: Proposition, stance: str, sure: float, judgement: Judgement, view: View, frames: tuple[Frame, ...]
    ) -> Candidate:
        """A claim no cue points to. It is put where the sentence says most: in the content of a report, or at its root; in a
        clause set against the report where what is reported does not say it."""
        tokens = speaker.heart(view, frames)
        own = speaker.against(view, frames)
        if own is not None and probability(self._of(clause_of(view, tokens[0])), proposition.id, stance) < LIKELY:
            tokens, judgement = (own,), self._of(clause_of(view, own))
        held = speaker.around(frames, tokens)
        standing = of_its_time(view, tokens[-1]) or _read(view, judgement, tokens, held)
        turn = given_up_by(view, tokens[-1])
        if stance == "affirm" and not held and (verb := endings.ended(view)):
            stance, turn = "deny", Turn(True, "", (verb,), longer=True)  # the model reads what is named, not that it is ended
        return Candidate(proposition, stance, stance, "", tokens, tokens[-1], turn, standing, held, probability=sure)

    def _standing(self, standing: Standing, judgement: Judgement) -> Standing:
        unsure = judgement.surety < self._judge.bounds.status
        if unsure or standing.changed or standing.note in PLAIN_TO_SEE:
            return standing
        if judgement.status == standing.status:
            return replace(standing, surety=judgement.surety)
        return Standing(judgement.status, standing.why, READING, surety=judgement.surety)


def _said(kept: Candidate) -> tuple[tuple[str, str], ...]:
    """(proposition, stance) of what a rule's reading will state: of a change what held before and what holds now."""
    both = kept.standing.changed or kept.turn.longer
    return tuple((kept.proposition.id, stance) for stance in (FLIP if both else (kept.stance,)))


def _words(view: View) -> int:
    return sum(1 for word in view.lower if len(word) > 2 and word.isalpha())


def _read(view: View, judgement: Judgement, tokens: tuple[int, ...], held: tuple[Frame, ...]) -> Standing:
    """The status that the model gives, save where the words tell of a doubt, a reserve or another time."""
    if judgement.status == "reported" and (word := status.doubted(view)):
        return Standing("questioned", word, "doubted by whoever is quoted")
    if judgement.status == "asserted":
        told = status.standing_of(view, tokens, tokens[-1], held[0].cue if held else -1, False)
        if told.status in ("planned", "former") or told.note == RESERVE:
            return replace(told, changed=False)
    return Standing(judgement.status, "", READING, surety=judgement.surety)
