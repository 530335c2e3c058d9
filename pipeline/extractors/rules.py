"""The rule extractor: cues of the topic file over parsed sentences, turned, dated, placed and put into somebody's mouth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.extractors import wording
from pipeline.extractors.counts import counting
from pipeline.extractors.cueing.candidates import FLIP, Candidate, candidates_in
from pipeline.extractors.cueing.sight import Sight, forms_of, named_in
from pipeline.extractors.sides import changes, myths, questions, recalled, refuted, stance, status, withdrawn
from pipeline.extractors.sides.endings import left_as_it_is
from pipeline.extractors.sides.standing import Standing
from pipeline.extractors.speakers import answers, asked_of_mind, filled_in
from pipeline.extractors.speakers.hearing import Heard
from pipeline.extractors.speakers.parted import Following
from pipeline.extractors.speakers.roster import roster_of
from pipeline.extractors.subjects import evidence, ties
from pipeline.extractors.subjects.fragments import defines, is_head, of_a_draft, only_wished, says_something
from pipeline.extractors.subjects.papers_place import NOTHING_AROUND, Around, PapersPlaces
from pipeline.extractors.subjects.places import Place, ahead, next_of, places_of, preceding, taken_up, told_of
from pipeline.extractors.subjects.ties import Tie
from pipeline.extractors.tables.sheets import Sheets
from pipeline.extractors.united import Opinions
from pipeline.extractors.wording import Setting
from pipeline.ports import Judge
from pipeline.records.document import Document, Part
from pipeline.records.finding import Claim, Reason
from pipeline.records.language import Passage
from pipeline.records.topic import ALONE, Company, Topic

VERSION = "146"
# Of a sentence that may be about something else: the chance that it is read rightly and is about the program. An even reading of
# one that is all but plainly about it is enough.
SURE = 0.45
# What the model alone reads, by its own measure. Of 89 such claims on a release new to the fifth model 36 of 42 were right, or
# nearly, from .7 on, and 15 of 47 below: mails and minutes hold more that is strange than the labels by which it was weighed.
# The sixth is weighed on harder ones: of what is found in six hands' held-out papers from here on 1,168 of 1,324 are right.
SURE_ALONE = 0.6
_UNTRUE = ("myth", refuted.REFUTED, myths.BESIDE)  # roles of sentences whose numbers their own writer calls untrue, or may
IN_FORCE = Reason("in force", "agreement", "", 0.0, "what an agreement lays down holds while it is in force")
LONGEST = 150  # words; what is longer is a table or a page whose sentences could not be told apart


class RuleExtractor:
    """Finds claims by the topic's own cues and general rules of English, and by a model trained on the topic where there is one.

    Holds no state; ids are left to the stage.
    """

    def __init__(self, judge: Judge | None = None) -> None:
        self._judge = judge

    def identity(self) -> str:
        """`rules <version>`; the topic file and its model are a separate input of the stage."""
        return f"rules {VERSION}"

    def concerns(self, document: Document, texts: Iterable[tuple[str, ...]], topic: Topic, company: Company = ALONE) -> bool:
        """Whether the document may name the topic, or be of its kind: without either `extract` gives nothing."""
        return ties.may_tie(document, texts, topic, company)

    def extract(
        self,
        document: Document,
        passages: tuple[Passage, ...],
        topic: Topic,
        parts: tuple[Part, ...] = (),
        company: Company = ALONE,
    ) -> tuple[Claim, ...]:
        """The document's claims in text order, without ids. Empty where the document has neither name nor signs of the topic.

        What stands in one of the `parts`, which are in text order, is read as its author's and of its date.
        """
        places = tuple(places_of(passages, topic))
        spoken = [(place.sight.view, bool(place.sight.named), place.apart) for place in places]
        tied = ties.ties_of(document, spoken, topic, company)
        if not any(one.why for one in tied):
            return ()
        if any(one.kin for one in tied):
            topic = replace(
                topic,
                propositions=tuple(one for one in topic.propositions if one.agency_suffices),
                metrics=tuple(one for one in topic.metrics if one.agency_suffices),
            )
        ordinary = passages[0].ordinary
        texts = tuple(one.text for one in passages)
        roster = roster_of(document.title, texts, (*topic.agencies, *topic.terms), ordinary, document.kind)
        following = Following(document, parts, passages, topic.agencies, roster)
        papers_places = PapersPlaces(passages, parts, company.state)
        claims: list[Claim] = []
        question: tuple[Place, tuple[Candidate, ...]] | None = None
        opinions = Opinions(self._judge, topic) if self._judge else None
        sheets = Sheets(passages, topic, evidence.vocabulary_of(topic), company.state)
        for order, place in enumerate(places):
            view = place.sight.view
            document, listener = following.at(place.passage.page_id, place.sentence.start)
            heard = listener.hear(view, place.apart, ahead(places, order))
            frames = heard.frames
            if opinions:
                opinions.move_to(place.passage.page_id, view, place.role)
            tie = tied[order]
            around = papers_places.around(document, place.passage.page_id, place.sentence.start) if tie.why else NOTHING_AROUND
            put = questions.only_put(place.passage.text, place.sentence.start)
            countable = bool(tie.why) and (tie.kin or tie.strength >= ties.NUMBERS) and not put
            for sheet in sheets.met(place.passage.page_id, place.sentence.end):
                if countable or sheet.named:
                    claims += sheet.claims(_setting(document, topic, place, tie, heard, around))
            in_table = sheets.hold(place.passage.page_id, place.sentence.start, place.sentence.end)
            if countable and not in_table and place.role not in _UNTRUE and len(view.tokens) <= LONGEST:
                claims += counting.claims_of(
                    replace(_setting(document, topic, place, tie, heard, around), known=sheets.known),
                    place.sight,
                    frames,
                    preceding(places, order),
                )
            over = sheets.head(place.passage.page_id, place.sentence.start, place.sentence.end)
            if tie.why and not (over or put) and len(view.tokens) <= LONGEST and _states(place, document, in_table):
                setting = replace(_setting(document, topic, place, tie, heard, around), known=sheets.known)
                setting = replace(setting, told=told_of(places, order, sheets.known))
                found = tuple(_myth(place, one) for one in candidates_in(place.sight, frames, topic.propositions))
                replies = _answered(setting, question, found) if countable else []
                if countable and question is not None and question[0].passage is place.passage:
                    claims += _amounts(setting, question[0].sight, topic, preceding(places, order), opinions)
                claims += replies
                if opinions:
                    found = opinions.joined(found, place.sight, frames)
                    before, both = opinions.leaning_back(
                        found, frozenset((one.proposition, one.stance) for one in replies), view, frames
                    )
                    back = replace(setting, start=before.start) if before else setting
                    if before and both and (words := withdrawn.ends(place.sentence.text)):
                        told = recalled.words_of(places[order - 1].sight.view) if order else ()
                        both = tuple(
                            recalled.ended(one, words) if any(opinions.lean(text, one) for text in (before.text, *told)) else one
                            for one in both
                        )
                    claims += [claim for one in both for claim in _weighed(back, one)]
                found = recalled.turned(found, view, opinions.lean if opinions else None, heard.voices, topic.agencies)
                if place.role == refuted.REFUTED:
                    setting = replace(setting, end=place.until)
                    found = tuple(turned for one in found for turned in refuted.turned(one))
                now = replace(setting, end=max(setting.end, taken_up(places, order)))
                after = next_of(places, order)
                ended = withdrawn.given_up(place.sentence.text, after.text) if after and found else ""
                for one in found:
                    made = _weighed(setting, one, now)
                    if after and ended and withdrawn.held(one) and not all(claim.faint for claim in made):
                        made = list(withdrawn.claims_of(setting, one, after.end, ended))
                    claims += made
            if answers.answer_in(view) or not answers.says_nothing(view):
                question = None
            if tie.why and status.is_question(view):
                question = (place, candidates_in(place.sight, frames, topic.propositions, asked=True))
        return tuple(_distinct(claims))


def _states(place: Place, document: Document, in_table: bool) -> bool:
    """Whether the sentence can state anything but numbers."""
    view = place.sight.view
    if place.role == myths.BESIDE or of_a_draft(view) or only_wished(view) or left_as_it_is(view) or (in_table and is_head(view)):
        return False
    if defines(view, place.passage.text[: place.sentence.start]):
        return False
    return says_something(view, document.kind, document.title)


def _weighed(setting: Setting, found: Candidate, now: Setting | None = None) -> list[Claim]:
    """The claims of what was found, faint where the sentence may be about something else, or only the model finds it, unsure.

    A rule by itself asks that it be plainly about the program: its words are said of other things too.
    """
    tie = setting.tie
    plain = tie.kin or tie.strength >= ties.PLAIN
    if found.probability < 0:
        return _both(setting, found, now) if plain else []
    likely = found.probability * tie.strength
    if (found.cue or found.probability >= SURE_ALONE) and (plain or likely >= SURE):
        return _both(setting, found, now)
    return [replace(one, faint=True) for one in _both(setting, found, now)] if likely >= ties.FAINT else []


def _setting(document: Document, topic: Topic, place: Place, tie: Tie, heard: Heard, around: Around) -> Setting:
    text, start, end = place.passage.text, place.sentence.start, place.sentence.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Setting(document, topic, place.passage, place.sight.view, tie, heard, start, end, around=around)


def _both(setting: Setting, found: Candidate, now: Setting | None = None) -> list[Claim]:
    """One claim, or two where the sentence tells of a change: what held before and what holds now.

    `now` runs on to what the next sentence says of what holds.
    """
    announced = changes.made_public(setting.view, found)
    if found.standing.changed:
        # "Was needed till today and is needed no more": what is so no longer was so till then.
        old = FLIP[found.stance] if found.turn.longer and found.turn.negated else found.stance
        return [
            wording.claim_of(setting, found, old, "former", announced),
            wording.claim_of(now or setting, found, FLIP[old], "asserted", announced),
        ]
    claims = [wording.claim_of(setting, found, found.stance, found.standing.status, announced)]
    longer = found.turn.longer and (announced or found.cue)  # what the model alone reads may be no rule that held before
    if (longer and found.standing.status in ("asserted", "planned")) or (
        announced and found.turn.negated and "until" in setting.view.lower
    ):
        claims.insert(0, wording.claim_of(setting, found, FLIP[found.stance], "former", announced))
    return [_ruled(one, setting.document) for one in claims]


def _ruled(claim: Claim, document: Document) -> Claim:
    """What an agreement says will be done is its rule and holds from its day on, unless it names a time to come."""
    if (
        document.kind != "agreement"
        or claim.status not in ("asserted", "planned")
        or (claim.status == "planned" and claim.period)
    ):
        return claim
    return replace(claim, status="asserted", reasons=(*claim.reasons, IN_FORCE))


def _answered(
    setting: Setting, question: tuple[Place, tuple[Candidate, ...]] | None, found: tuple[Candidate, ...]
) -> list[Claim]:
    """What "No." says to the question right before it. The quote runs from the question to the end of the answer."""
    if question is None or question[0].passage is not setting.passage:
        return []
    asked = question[0].sight.view
    answer = answers.answer_in(setting.view) or answers.some_in(asked, setting.view)
    if answer is None:
        return []
    if asked_of_mind.of_mind(asked) or (answers.asks_how(asked) and answers.says_flatly(answer[1])):
        return []
    if not answer[0] and answers.of_telling(asked, True):
        return []  # that it was not told does not say that it is not so
    said = {one.proposition.id for one in found}
    start = question[0].sentence.start
    both = replace(setting, view=asked, start=start)
    claims = []
    for one in question[1]:
        if one.proposition.id in said:
            continue
        yes, word = answer
        where = one.stance if yes else FLIP[one.stance]
        plain = replace(one, standing=Standing("asserted", word, "answer to the question before it"))
        claims.append(wording.claim_of(both, plain, where, "asserted", False))
    return claims


def _amounts(setting: Setting, asked: Sight, topic: Topic, before: tuple[Sight, ...], opinions: Opinions | None) -> list[Claim]:
    """What "Twenty-six." says to "How many counties are live?"; the quote runs from the question on."""
    view = filled_in.statement_of(asked.view, setting.view)
    if view is None:
        return []
    told = Sight(view, forms_of(view, evidence.vocabulary_of(topic)), named_in(view, topic.terms), {}, asked.follows)
    both = replace(setting, view=view, start=view.sentence.start)
    claims = counting.claims_of(both, told, (), before)
    found = candidates_in(told, (), topic.propositions)
    found = opinions.joined(found, told, ()) if opinions else found
    return claims + [claim for one in found if one.cue for claim in _weighed(both, one)]


def _myth(place: Place, found: Candidate) -> Candidate:
    """ "Myth: taking part is mandatory." denies it."""
    if place.role != "myth":
        return found
    turn = stance.Turn(not found.turn.negated, "", (*found.turn.words, "myth"))
    return replace(found, stance=FLIP[found.stance], turn=turn)


def _distinct(claims: list[Claim]) -> Iterator[Claim]:
    """Each statement once: the same quote, subject, stance, status and value are one claim, the surest kept."""
    best: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        key = (
            claim.page_id,
            claim.start,
            claim.end,
            claim.proposition,
            claim.metric,
            claim.stance,
            claim.status,
            claim.value,
            claim.speaker,
        )
        if key not in best or claim.confidence > best[key].confidence:
            best[key] = claim
    yield from best.values()
