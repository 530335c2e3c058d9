"""A pair in the words of a reader: why two claims were set against each other, and what nobody can be sure of.

Only what stands in the record is said. Nothing here judges: a thing that is not known is named as not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from db.pages import terms, wording

Row = Mapping[str, Any]
SURE_READING = 0.8  # below it the machine's own doubt about a claim is told
SURE_LETTERS = 0.9  # below it the least certain word of a scan is told

# Notes of the table of reasons whose words are the program's own, as a reader would say them.
_SAID = {
    "opposite stances on one proposition": "They answer one question in opposite ways: one says yes, the other no.",
    "two propositions that stand and fall together": "They answer two questions that stand and fall together.",
    "opposite stances, one of them given up": "They answer one question in opposite ways, and one of the answers is given up.",
    "both are said outright": "Both are said outright: not as a guess, a question or a plan, nor as others' words.",
    "both speak for the agency": "Both speak for the agency.",
    "the same speaker": "The same speaker says both.",
    "two offices of one party": "Two offices of one party say them.",
    "both are dated to the day": "Both are dated to the day.",
    "not both are dated to the day": "Not both are dated to the day.",
    "one was said inside, the other outside": "One was said inside the agency, the other outside.",
    "said to different audiences": "They were said to different audiences.",
    "different parties: they dispute it": "Two parties say them, and may simply disagree.",
    "how far beyond": "The number given lies beyond that.",
    "who speaks is not known on both sides": "It is not known of both who speaks.",
}
_BOUND = re.compile(r"lets a value ((?:above|below) [\d.,]+%?) speak against")
_COUNTED = ("calibration", "confidence")  # of the sum, not of the two claims


@dataclass(frozen=True, slots=True)
class Why:
    """What speaks for setting two claims against each other, what speaks against it, and what made no difference."""

    for_it: tuple[str, ...]
    against_it: tuple[str, ...]
    level: tuple[str, ...]


def why(reasons: Iterable[Row]) -> Why:
    """The rows of a pair's reasons as sentences; what one row says twice is said once."""
    told: dict[str, list[str]] = {"for": [], "against": [], "level": []}
    for row in reasons:
        note = str(row["note"] or "").strip()
        if note and row["feature"] not in (*_COUNTED, "words"):
            told["for" if row["weight"] > 0 else "against" if row["weight"] < 0 else "level"].append(_sentence(row, note))
    return Why(*(tuple(dict.fromkeys(told[name])) for name in ("for", "against", "level")))


def _sentence(row: Row, note: str) -> str:
    if row["feature"] in ("status", "stance") or note in _SAID:
        return _SAID.get(note) or _closed(note)
    if row["feature"] == "proposition" and (bound := _BOUND.search(note)):
        return f"By the rules written down for this topic, a number {bound[1]} speaks against the statement."
    about = {"jurisdiction": "Place", "population": "People", "period": "Time spoken of"}
    if row["feature"] == "time":
        return _closed(f"They were said {note}") if re.match(r"within|more than", note) else _closed(note)
    return _closed(f"{about[row['feature']]}: {note}" if row["feature"] in about else note)


def _closed(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '!', '?')) else '.'}"


def between(pair: Row, reasons: Iterable[Row]) -> str:
    """How much time lies between the two: in days where both are dated to the day, else as the table of reasons has it."""
    if pair["days_apart"] is not None:
        return wording.apart(pair["days_apart"])
    notes = (str(row["note"] or "").partition(":")[0] for row in reasons if row["feature"] == "time")
    return next((note for note in notes if note), "") or wording.apart(None)


def uncertain(pair: Row, claims: Sequence[Row], names: Sequence[str]) -> tuple[str, ...]:
    """What is not known or only likely of a pair, most weighty first; `names` are what the page calls the two claims."""
    found = [_strength(pair)]
    sides = list(zip(claims, names, strict=True))
    turned = pair["kind"] == "shift"  # of which one side is past or planned by its nature
    found += [line for claim, name in sides for line in ("" if turned else _status(claim, name), _who(claim, name))]
    found += [line for claim, name in sides for line in (_when(claim, name), _reading(claim, name), _letters(claim, name))]
    found += [_both(sides, "addressee", "document_recipients", told="To whom {} was said is not stated.")]
    found += [_place(claims, names), _time(claims, pair)]
    found += [
        "" if turned else "Why the two differ is not in the records. A position may have changed openly on a page not here."
    ]
    return tuple(line for line in found if line)


def _strength(pair: Row) -> str:
    share = round(100 * float(pair["score"]))
    return (
        f"A strength of {pair['score']:.2f} means: of 100 such pairs about {share} should be right, going by tests of the"
        " program's own authors. On other records fewer may be."
    )


def _status(claim: Row, name: str) -> str:
    told = {
        "reported": "is told by somebody else, who may have it wrong",
        "hedged": "is made with a reservation",
        "questioned": "is asked rather than said",
        "planned": "speaks of what was to come",
        "former": "speaks of what was so before",
    }.get(str(claim.get("status")), "")
    return f"{name} {told}." if told else ""


def _who(claim: Row, name: str) -> str:
    speaker, kind = wording.speaker(claim), wording.label(terms.SPEAKERS, claim.get("speaker_kind"))
    if not claim.get("speaker"):
        known = f"; that it comes from the side of {_article(kind)} is taken from the document" if kind else ""
        return f"Nobody is named as making {_low(name)}{known}."
    return f"Who makes {_low(name)} is withheld: {speaker.removeprefix('name withheld, ')}." if "withheld" in speaker else ""


def _article(kind: str) -> str:
    return kind if kind[:1].isupper() or kind.startswith("the ") else f"{'an' if kind[:1] in 'aeiou' else 'a'} {kind}"


def _when(claim: Row, name: str) -> str:
    if not claim.get("date"):
        return f"When {_low(name)} was made is not known."
    note = wording.date_note(claim)
    doubtful = claim.get("date_precision") != "day" or "its text" in note or "file" in note
    return f"The date of {_low(name)}: {note.replace('from ', 'read from ')}." if doubtful and note else ""


def _reading(claim: Row, name: str) -> str:
    sure, alone = float(claim.get("confidence") or 0), claim.get("extractor") == "model"
    if sure < SURE_READING:
        return f"The machine is only {wording.percent(sure)} sure that it reads {_low(name)} rightly."
    return f"{name} was found by the trained model alone, in words that nobody listed." if alone else ""


def _letters(claim: Row, name: str) -> str:
    if claim.get("method") != "ocr" or float(claim.get("ocr_confidence") or 0) >= SURE_LETTERS:
        return ""
    return (
        f"The words of {_low(name)} were read from a scan; of the least certain one the machine is"
        f" {wording.percent(float(claim['ocr_confidence'] or 0))} sure."
    )


def _both(sides: Sequence[tuple[Row, str]], *columns: str, told: str) -> str:
    """The sentence with the sides of which none of these columns says anything; '' when every side is told."""
    silent = [_low(name) for claim, name in sides if not any(claim.get(column) for column in columns)]
    return told.format("either" if len(silent) == len(sides) else silent[0]) if silent else ""


def _place(claims: Sequence[Row], names: Sequence[str]) -> str:
    named = [bool(claim.get("jurisdiction")) for claim in claims]
    if all(named):
        return ""
    if not any(named):
        return "Neither names a place: that both speak of the same one is assumed."
    return f"Only {_low(names[named.index(True)])} names a place ({claims[named.index(True)]['jurisdiction']})."


def _time(claims: Sequence[Row], pair: Row) -> str:
    if any(claim.get("period") for claim in claims) or pair["kind"] == "shift":
        return ""
    far = abs(pair["days_apart"] or 0) > 180 or pair["days_apart"] is None
    return "Neither says of what time it speaks" + (": the position may have changed between them." if far else ".")


def _low(name: str) -> str:
    return f"{name[:1].lower()}{name[1:]}"
