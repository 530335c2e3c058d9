"""The rows of reasons that every rule shares: who, to whom, when, where, and how sure the reading is.

Each function compares one thing and says what it weighs. The weights of a pair add up to its score: `settled` sees to it.
Weights are the authors' judgement of what a reader should see first; `calibration.py` turns their sum into a chance.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.records.finding import Claim, Reason
from pipeline.scorers import calibration, coverage, periods, readings, speakers
from pipeline.scorers.sorts import content

INTERNAL = "internal"
IN_FORCE = "in force"  # feature of the reason of what an agreement lays down
_GAPS = {
    periods.WITHIN_A_MONTH: 0.10,
    periods.WITHIN_HALF_A_YEAR: 0.07,
    periods.WITHIN_A_YEAR: 0.04,
    periods.OVER_TWO_YEARS: -0.15,
    periods.OVER_A_YEAR: -0.05,
}
_SAID_OF_GAPS = {
    periods.OVER_TWO_YEARS: f"{periods.OVER_TWO_YEARS}: positions may have changed",
    "": "the dates do not say how far apart",
}
# A named stranger is as likely another party as not. What bears no name at all is, in what an agency releases, mostly its own
# work: an office's slides, a statement read out, a mail without its head; less surely so where it was made for the public.
UNKNOWN, UNSIGNED = -0.3, -0.05
# Where neither is signed nothing on the papers shows one party: on unseen releases such pairs were wrong oftener than right.
UNSIGNED_PUBLIC, UNSIGNED_BOTH = -0.12, -0.3
# Whose a paper without an author is was told by its letterhead or by the papers around it, which may be another's.
INFERRED, TOLD = -0.05, "both speak for the agency, as far as the papers tell: not both name a speaker"
# Or by nothing but its sort and whose papers were released.
BY_DEFAULT, BOTH_BY_DEFAULT, TAKEN = (
    -0.1,
    -0.15,
    "both speak for the agency, as far as can be told: one is unsigned, of a sort that it makes",
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule found: the kind, the proposition or metric at issue, the rows, and what says the mismatch in words.

    The words of the two claims are not among the rows: `settled` adds them. Of a large bucket most verdicts are only weighed, so
    rows that many pairs share are made once, and the mismatch is put into words when it is asked for.
    """

    kind: str
    subject: str
    rows: tuple[Reason, ...]
    mismatch: Callable[[], str]


# Words of meaning that two sentences share from which on the one reading bears the other out, and how much is left of the doubt
# about both. Of ten development pairs that doubt alone kept from the list six shared half of their words: all six were right.
SHARED, BORNE_OUT = 3, 0.67


def speaker_row(left: Claim, right: Claim, same: float, side: float, parties: float) -> Reason:
    """`same` for one named speaker, `side` for two voices of the agency, `parties` (negative) for known different sides."""
    relation = speakers.relation(left, right)
    if relation == speakers.UNKNOWN:
        weight, note = _unknown(left, right)
    elif relation == speakers.SIDE and (unsigned := speakers.by_default(left) + speakers.by_default(right)):
        weight, note = round(side + (BY_DEFAULT if unsigned == 1 else BOTH_BY_DEFAULT), 3), TAKEN
    elif relation == speakers.SIDE and not (left.speaker and right.speaker):
        weight, note = round(side + INFERRED, 3), TOLD
    else:
        weight, note = {
            speakers.SAME: (same, "the same speaker"),
            speakers.SIDE: (side, "both speak for the agency"),
            speakers.PARTY: (side, "two offices of one party"),
            speakers.PARTIES: (parties, "different parties: they dispute it"),
        }[relation]
    return shared("speaker", speakers.shown(left), speakers.shown(right), weight, note)


@lru_cache(maxsize=65536)
def shared(feature: str, left: str, right: str, weight: float, note: str) -> Reason:
    """A row that many pairs have in the same words."""
    return Reason(feature, left, right, weight, note)


def _unknown(left: Claim, right: Claim) -> tuple[float, str]:
    """What it weighs that a side is not known, and what of it is not known."""
    strangers = [claim for claim in (left, right) if not speakers.camp(claim)]
    inside = all(claim.audience == INTERNAL or speakers.unsigned(claim) for claim in strangers)
    if not inside or not all(speakers.camp(claim) in ("", speakers.AGENCY) for claim in (left, right)):
        return UNKNOWN, "who speaks is not known on both sides"
    if len(strangers) > 1 and left.document_id != right.document_id:
        return UNSIGNED_BOTH, "who wrote either is not printed: nothing shows that one party says both"
    if strangers[0].audience == "public":
        return UNSIGNED_PUBLIC, "who wrote one of them is not printed, and it was made for the public"
    if not speakers.unsigned(strangers[0]):
        return UNSIGNED_PUBLIC, "whose office wrote one of them is not printed; it was written inside"
    return UNSIGNED, "who wrote one of them is not printed; papers of the release without a name are mostly the agency's"


def audience_row(left: Claim, right: Claim, across: float) -> Reason:
    """`across` where one was said inside and the other outside; a third of it for two kinds of outsiders."""
    return _audience(left.audience, right.audience, across)


@lru_cache(maxsize=1024)
def _audience(one: str, other: str, across: float) -> Reason:
    if not one or not other:
        weight, note = 0.0, "to whom it was said is not known on both sides"
    elif one == other:
        weight, note = 0.0, "said to the same kind of audience"
    elif INTERNAL in (one, other):
        weight, note = across, "one was said inside, the other outside"
    else:
        weight, note = round(across / 3, 3), "said to different audiences"
    return Reason("audience", one or "unknown", other or "unknown", weight, note)


def time_row(left: Claim, right: Claim) -> Reason:
    """+0.10 within a month, less within half a year and a year, -0.15 beyond two years; an unknown date weighs nothing.

    That one paper bears one date says nothing for either.
    """
    if left.date and _one_paper(left, right) and periods.said_on(left) is not None:
        return shared("time", left.date, right.date, 0.0, "one paper, and its date")
    made = _time(left.date, right.date)
    if made.weight < 0 and (in_force(left) or in_force(right)):
        return shared("time", left.date, right.date, 0.0, f"{made.note}; what an agreement lays down holds while it is in force")
    return made


def in_force(claim: Claim) -> bool:
    """Whether it is a clause of an agreement, which holds from its day on."""
    return any(one.feature == IN_FORCE for one in claim.reasons)


@lru_cache(maxsize=65536)
def _time(one: str, other: str) -> Reason:
    words = periods.gap_between(one, other)
    if words is None:
        return Reason("time", one or "unknown", other or "unknown", 0.0, "a date is unknown")
    return Reason("time", one, other, _GAPS.get(words, 0.0), _SAID_OF_GAPS.get(words, words))


def _one_paper(left: Claim, right: Claim) -> bool:
    return left.document_id == right.document_id and left.date == right.date


def precision_row(left: Claim, right: Claim) -> Reason:
    """+0.05 where both are dated to the day, and not by one paper."""
    exact = periods.days_apart(left, right) is not None and not _one_paper(left, right)
    return _precision(left.date_precision, right.date_precision, exact)


@lru_cache(maxsize=256)
def _precision(one: str, other: str, exact: bool) -> Reason:
    note = "both are dated to the day" if exact else "not both are dated to the day"
    return Reason("date precision", one or "unknown", other or "unknown", 0.05 if exact else 0.0, note)


def place_row(left: Claim, right: Claim, weights: dict[str, float], notes: dict[str, str]) -> Reason:
    """Weighs how the places relate; `weights` and `notes` are by relation."""
    relation = coverage.places(left, right)
    return shared(
        "jurisdiction", left.jurisdiction or "none named", right.jurisdiction or "none named", weights[relation], notes[relation]
    )


def document_row(left: Claim, right: Claim) -> Reason:
    """An author who says both in one document more often draws a distinction than contradicts himself."""
    one = in_one_text(left, right) and speakers.one_side(left, right)
    note = "one side says both in one document: look for a distinction drawn" if one else "in different documents or by two sides"
    if not one and left.document_id == right.document_id and speakers.one_side(left, right):
        note = "in one document, but said on two days"
    return Reason("document", left.document_id, right.document_id, -0.30 if one else 0.0, note)


def in_one_text(left: Claim, right: Claim) -> bool:
    """Whether both stand in one document and neither was surely said before the other.

    The mails of a thread and the entries of a log are papers of their own: who writes again on another day draws no distinction.
    """
    if left.document_id != right.document_id:
        return False
    one, other = periods.said_on(left), periods.said_on(right)
    return not (periods.surely_before(one, other) or periods.surely_before(other, one))


def wording_row(left: Claim, right: Claim) -> Reason:
    """The words compared; they weigh nothing of themselves."""
    return Reason("words", left.quote, right.quote, 0.0, "the words compared")


def status_row(left: Claim, right: Claim, asserted: float) -> Reason:
    """`asserted` is what it weighs that both say it outright."""
    return shared("status", left.status, right.status, asserted, "both are said outright")


def weighed(left: Claim, right: Claim, rows: tuple[Reason, ...]) -> float:
    """The score that `settled` gives, alone."""
    total = round(sum([row.weight for row in rows]), 3)
    return round(calibration.chance(total) * _both_sure(left, right), 3)


def _both_sure(left: Claim, right: Claim) -> float:
    """How likely both are read rightly. Two that share words tell of one thing: one reading bears the other out."""
    alone = readings.chance(left) * readings.chance(right)
    return float(alone**BORNE_OUT) if len(content(left.quote) & content(right.quote)) >= SHARED else alone


def settled(left: Claim, right: Claim, rows: tuple[Reason, ...]) -> tuple[float, tuple[Reason, ...]]:
    """(score, rows) such that the weights of the rows add up to the score, within 0..1.

    The weights are first turned into a chance as measured on labelled pairs; the last row takes off what is in doubt about
    either reading.
    """
    total = round(sum(row.weight for row in rows), 3)
    chance = calibration.chance(total)
    of_ten = f"of ten labelled pairs with such weights about {round(10 * chance)} were right"
    measured = Reason("calibration", f"{total:.2f}", f"{chance:.2f}", round(chance - total, 3), of_ten)
    sure = readings.chance(left), readings.chance(right)
    score = round(chance * _both_sure(left, right), 3)
    note = "how sure each reading is: what it is about, its side and its status"
    doubt = Reason("confidence", f"{sure[0]:.2f}", f"{sure[1]:.2f}", round(score - chance, 3), note)
    return score, (*rows, wording_row(left, right), measured, doubt)
