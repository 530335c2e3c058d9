"""Claims as records: the quote, who and when and where, and the reasons in words a lawyer can read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.extractors.counts import among
from pipeline.extractors.counts.metrics import Figure
from pipeline.extractors.counts.numbers import numbers_in
from pipeline.extractors.counts.wholes import Home
from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.candidates import Candidate
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.sides import foreseen, handed_on
from pipeline.extractors.sides.standing import READING, Standing
from pipeline.extractors.speakers import hearing, speaker
from pipeline.extractors.speakers.frames import Frame
from pipeline.extractors.speakers.hearing import Heard
from pipeline.extractors.speakers.sources import Source
from pipeline.extractors.subjects import place_before, scope, ties, times, told_of_place, told_when
from pipeline.extractors.subjects.papers_place import NOTHING_AROUND, Around
from pipeline.extractors.subjects.place_names import NOWHERE, Known
from pipeline.extractors.subjects.ties import Tie
from pipeline.patterns.sense.drafts import is_behind_label
from pipeline.records.document import Document
from pipeline.records.finding import Claim, Reason
from pipeline.records.language import Passage
from pipeline.records.topic import Topic

_STARTS = {
    ties.NAMED: 0.75,
    "refers back to the program": 0.7,
    "follows a mention of the program": 0.62,
}
PART = "part"  # feature of the reason that says of what number a claim's number is a part
UNION = "union"  # feature of the reason that names the places whose numbers a sum adds up
DONE = "done"  # feature of the reason that says that a number is of one day's doings, and no total
RULES, MODEL, RULES_AND_MODEL = "rules", "model", "rules+model"  # what `extractor` of a claim says


@dataclass(frozen=True, slots=True)
class Setting:
    """What every claim of one sentence shares. `start`, `end` span the quote in the page's text; `known`: its paper's places;
    `told`: the place that the sentences before tell of."""

    document: Document
    topic: Topic
    passage: Passage
    view: View
    tie: Tie
    heard: Heard
    start: int
    end: int
    known: Known = NOWHERE
    around: Around = NOTHING_AROUND
    told: str = ""


def claim_of(setting: Setting, found: Candidate, stance: str, status: str, announced: bool) -> Claim:
    """The claim of a candidate, with this stance and status (a change gives two claims from one candidate)."""
    weight, left, tied = _tied(setting)
    reasons = [*tied, *_stance_reasons(setting, found, stance)]
    if found.exception:
        reasons.append(Reason("exception", found.exception, "", -0.15, "holds with an exception"))
    if announced:
        reasons.append(Reason("announced", _cue_word(setting, found.frames), "", 0.0, "a change made public"))
    confidence = weight + 0.03 * min(len(found.tokens), 5) - (0.15 if found.exception else 0.0)
    confidence -= 0.1 if found.turn.negated and len(found.turn.words) > 2 else 0.0
    extractor = RULES
    if found.probability >= 0:
        extractor, confidence = (RULES_AND_MODEL if found.cue else MODEL), found.probability
        reasons.append(
            Reason("model", f"{found.probability:.2f}", stance, found.probability, "probability given by the trained model")
        )
    standing = Standing(status, found.standing.why, found.standing.note) if status != found.standing.status else found.standing
    confidence *= left
    return _claim(
        setting, found.tokens, found.frames, standing, stance, announced, confidence, reasons, extractor, found.proposition.id
    )


def _stance_reasons(setting: Setting, found: Candidate, stance: str) -> list[Reason]:
    if not found.cue:
        return [Reason("proposition", "", found.proposition.statement, 1.0, "read so by the trained model; no listed cue")]
    words = _words(setting.view, found.tokens)
    return [
        Reason("proposition", words, found.proposition.statement, 1.0, f"cue listed under {found.base}"),
        Reason("stance", " ".join(found.turn.words), stance, 1.0, _stance_note(found, stance)),
    ]


def figure_claim(setting: Setting, figure: Figure, frames: tuple[Frame, ...], standing: Standing, column: str = "") -> Claim:
    """The claim of a number. `column` is the time at the head of its column, where it stands in one."""
    weight, left, tied = _tied(setting)
    number = figure.number
    reasons = [
        *tied,
        Reason("metric", _words(setting.view, figure.tokens), figure.metric.statement, 1.0, ""),
        Reason("number", number.raw, f"{number.value:g} {number.unit}", 1.0, f"bound: {number.bound}"),
    ]
    confidence = (weight + 0.03 * min(len(figure.tokens), 5)) * left
    if column:
        reasons.append(Reason("column", column, "", 0.0, "at the head of the number's column"))
    reasons += _of_a_whole(figure)
    setting = _from_its_whole(setting, figure)
    made = _claim(setting, figure.tokens, frames, standing, "", False, confidence, reasons, RULES, figure=figure)
    made = _taken_up(made, figure.home, setting.known) if figure.home else made
    return replace(made, period=column) if column else made


def _of_a_whole(figure: Figure) -> list[Reason]:
    number = figure.number
    if not number.whole or figure.metric.unit != "count":
        return []
    part = Reason(PART, number.raw, f"{number.whole:,.0f}", 0.0, "the number that it is a part of")
    less = f"{number.whole:,.0f} less {number.whole - number.value:,.0f}"
    return (
        [part, Reason("derived", less, f"{number.value:,.0f}", 0.0, "reckoned; the number itself is not printed")]
        if figure.rest
        else [part]
    )


def _from_its_whole(setting: Setting, figure: Figure) -> Setting:
    """The quote begins with the sentence that gives the whole, where that stands right before."""
    if figure.home is None or not figure.number.counted_off:
        return setting
    whole = figure.home.view.sentence
    right_before = 0 <= whole.end <= setting.start and not setting.passage.text[whole.end : setting.start].strip()
    start = whole.start + len(whole.text) - len(whole.text.lstrip())
    return replace(setting, start=start) if right_before else setting


def _taken_up(claim: Claim, home: Home, known: Known) -> Claim:
    """The claim with the time and place of the number it takes up, where it names none of its own: "of those 412, 371 had"."""
    said = frozenset(range(len(home.view.tokens)))
    period = "" if claim.period else times.period(home.view, said, home.tokens, (0, len(home.view.tokens)))
    place = "" if claim.jurisdiction else scope.jurisdiction(home.view, said, frozenset(), home.tokens, True, known)
    words = " ".join(home.view.sentence.text.split())
    reason = Reason("whole", words, "; ".join(part for part in (place, period) if part), 0.0, "what the number is a part of")
    return replace(
        claim,
        period=claim.period or period,
        jurisdiction=claim.jurisdiction or place,
        reasons=(*claim.reasons, reason),
    )


def _claim(
    setting: Setting, tokens: tuple[int, ...], frames: tuple[Frame, ...], standing: Standing, stance: str, announced: bool,
    confidence: float, reasons: list[Reason], extractor: str, proposition: str = "", figure: Figure | None = None,
) -> Claim:  # fmt: skip
    document, view = setting.document, setting.view
    who, status, note = _who(setting, frames, standing, tokens[-1])
    said = frames[0].content if frames else frozenset(range(len(view.tokens)))
    when, precision = told_when.said_on(view, told_when.report_of(frames, setting.heard.frames, who.name, document), document)
    said_of_it = said - figure.apart if figure else said
    period = times.period(view, said_of_it, tokens, figure.own if figure else None)
    period = figure.period if figure and figure.period is not None else period
    if figure and times.done_on(view, period, tokens):
        reasons.append(Reason(DONE, period, "", 0.0, "of what was done on that day alone"))
    if status == "asserted" and times.lies_ahead(period, when):
        status, standing = "planned", Standing("planned", period, "of a time still to come")
    elif status == "planned" and (come := times.has_come(view.sentence.text, when)):
        status, standing = "asserted", Standing("asserted", come, "of a day that has come when it is said")
    elif status == "planned" and (bill := foreseen.bill_told(view.sentence.text)):
        status, standing = "asserted", Standing("asserted", bill, "a bill that is faced, not a plan")
    if status == "asserted" and is_behind_label(setting.passage.text, setting.start):
        status, standing = "hedged", Standing("hedged", "", "drafted for somebody to say")
    if standing.why or standing.note:
        reasons.append(Reason("status", standing.why, status, 0.0, standing.note))
    reasons.append(Reason("speaker", who.name, who.kind, 0.0, note))
    reasons += handed_on.at_what_hand(setting.heard, frames, who, status, view)
    speakers = frozenset(at for frame in frames if frame.source for at in frame.source.tokens)
    known = setting.known if figure else told_of_place.with_papers(setting.known, setting.around)
    place = scope.jurisdiction(view, _of_it(view, said_of_it, figure), speakers, tokens, figure is not None, known)
    place = figure.place if figure and figure.place is not None else place
    if (
        not place
        and (figure is None or figure.place is None)
        and setting.told
        and place_before.is_meant(view, said - speakers, tokens)
    ):
        place = setting.told
        reasons.append(Reason(place_before.BEFORE, place, "", 0.0, place_before.NOTE))
    none = figure is not None and not figure.number.value
    reasons += told_of_place.of_place(setting.around, place, known, _own_words(view, figure), figure is not None, none)
    told = next((frame.addressee for frame in frames if frame.addressee), "")
    penalty = {"asserted": 0.0, "former": 0.0, "planned": 0.05, "hedged": 0.2, "questioned": 0.25, "reported": 0.1}[status]
    return Claim(
        id="", page_id=setting.passage.page_id, document_id=document.id, file_id=document.file_id,
        release_id=document.release_id, topic=setting.topic.id, proposition=proposition,
        metric=figure.metric.id if figure else "", stance=stance, status=status,
        value=figure.number.value if figure else None, bound=figure.number.bound if figure else "",
        unit=figure.metric.unit if figure else "", quote=setting.passage.text[setting.start : setting.end],
        start=setting.start, end=setting.end, speaker=who.name, speaker_kind=who.kind,
        addressee=told or "; ".join(document.recipients), date=when, date_precision=precision,
        jurisdiction=place,
        period=period,
        population=_population(view, figure, place) if figure else "", audience=document.audience, announced=announced,
        confidence=round(min(max(confidence - penalty, 0.05), 0.99), 2), extractor=extractor, reasons=tuple(reasons),
    )  # fmt: skip


def _own_words(view: View, figure: Figure | None) -> str:
    """What goes with a number, and what opens the sentence before its first one."""
    if figure is None:
        return ""
    first = not any(one.start < figure.number.start for one in numbers_in(view))
    return " ".join(token.text for token in view.tokens[0 if first else figure.own[0] : figure.own[1]])


def _of_it(view: View, said: frozenset[int], figure: Figure | None) -> frozenset[int]:
    """What is said, without what is said only of parts of this number: "of the 412 removed, 371 had been convicted in Texas"."""
    if figure is None or not any(one.whole_at == figure.number.start for one in numbers_in(view)):
        return said
    return frozenset(at for at in said if at < figure.own[1])


def _population(view: View, figure: Figure, place: str) -> str:
    """Whom the number is a part of: the metric's own population, unless the sentence narrows it ("of those matched, 12% ...").

    A narrowed number is never of the same population as the plain one, so its words are added; that they were removed from the
    number's own `place` narrows nothing more.
    """
    own = frozenset(view.lower[at] for at in figure.tokens)
    if figure.metric.unit == "share" and (words := figure.narrowed or among.group(view.sentence.text, place, own)):
        return f"{figure.metric.population} {among.HERE_ONLY} {words})"
    return figure.metric.population if figure.whom else f"{figure.metric.population} {among.NOT_SAID}"


def _who(setting: Setting, frames: tuple[Frame, ...], standing: Standing, at: int) -> tuple[Source, str, str]:
    """(speaker, status, why)."""
    source, relayed, why = hearing.who(setting.heard, frames, setting.view)
    if (
        standing.status == "reported"
        and standing.note == READING
        and not frames
        and setting.heard.owner is None
        and not setting.heard.own_act(frames)
    ):
        told = speaker.told_of(setting.view, setting.heard.voices, setting.topic.agencies)
        source, why = (told, "whose words it tells of") if told else (source, why)
    kind, agencies = setting.document.kind, setting.topic.agencies
    status = handed_on.status_of(standing, setting.heard, frames, source, relayed, at, setting.view, kind, agencies)
    return source, status, why


def _tied(setting: Setting) -> tuple[float, float, list[Reason]]:
    """(what a rule's reading starts from, the part of a claim's confidence that is left, the reasons).

    A sentence that names the program is read with more certainty than one that leans on it. Where it may be about something
    else the chance of that is taken off the confidence.
    """
    tie = setting.tie
    base = ties.KIN_WEIGHT if tie.kin else _STARTS.get(tie.chief, 0.55)
    reasons = [Reason("topic", setting.topic.title, "", base, tie.why)]
    if tie.kin or tie.strength >= ties.PLAIN:
        return base, 1.0, reasons
    left = round(tie.strength, 2)
    return base, left, [*reasons, Reason(ties.SUBJECT, f"{left:.2f}", "", left, "chance that it is about this and nothing else")]


def _stance_note(found: Candidate, stance: str) -> str:
    if stance != found.stance:
        return "the contrary of what holds otherwise"
    if found.frames and found.frames[0].mode in ("deny", "doubt"):
        return "turned by the verb of denying"
    return "turned by negation" if found.turn.negated else "as the cue stands"


def _cue_word(setting: Setting, frames: tuple[Frame, ...]) -> str:
    return setting.view.tokens[frames[0].cue].text if frames else ""


def _words(view: View, tokens: tuple[int, ...]) -> str:
    return grammar.words(view, tokens)
