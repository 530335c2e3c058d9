"""The claims of a sentence's numbers: which of its figures are stated, by whom, and of what time."""

from __future__ import annotations

import re

from pipeline.extractors import wording
from pipeline.extractors.counts import series
from pipeline.extractors.counts.metrics import Figure, figures_in
from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.cueing.sight import Sight
from pipeline.extractors.sides import stance, status
from pipeline.extractors.sides.standing import Standing
from pipeline.extractors.speakers import speaker
from pipeline.extractors.speakers.frames import Frame
from pipeline.extractors.tables import columns
from pipeline.extractors.wording import Setting
from pipeline.records.finding import Claim

_HAD = frozenset({"dobj", "attr"})
_UP = 3  # words from "open" up to the "have" of "have yet to be open"
# Under these verbs a number is given, though what they govern is not said to be so.
_COUNTING = frozenset({"examine", "review", "investigate", "determine", "support", "call", "consider", "bill", "claim", "push"})
# What stands behind these words the speaker does not say: he calls it untrue, or has heard it said.
_DISOWNED = re.compile(
    r"(?i:\b(?:not|n[’']t|hardly|never)\s+(?:\w+ly\s+)?(?:true|correct|accurate|right|the\s+case|so)\s+that\b"
    r"|\b(?:false|untrue|wrong|incorrect|inaccurate|a\s+(?:myth|misconception|rumou?r|fiction|lie))\s+(?:to\s+(?:say|claim)\s+)?that\b"
    r"|\b(?:i|we|people|you)\s+(?:have\s+|may\s+have\s+|often\s+|keep\s+)*hear(?:d|ing)?\s+(?:it\s+said\s+)?that\b)"
)


def claims_of(setting: Setting, sight: Sight, frames: tuple[Frame, ...], before: tuple[Sight, ...]) -> list[Claim]:
    """One claim for each figure that is stated. `before` are the sentences that precede, nearest first."""
    claims: list[Claim] = []
    if _headline(sight.view):
        return claims
    figures = series.spread(sight.view, figures_in(sight, setting.topic.metrics, before), setting.known)
    row = columns.in_columns(sight.view, figures, setting.passage.text)
    start = sight.view.tokens[row[0].number.start].start if row else 0
    heads = dict(zip(row, columns.heads_above(setting.passage.text, start, len(row)), strict=False))
    for figure in figures:
        if row and figure not in heads:
            continue  # numbers of other years or kinds, and nobody says which
        held = speaker.around(frames, (figure.number.start,))
        stop = held[0].cue if held else -1
        turn = stance.turn_of(sight.view, (figure.number.start,), stop)
        standing = status.standing_of(sight.view, (figure.number.start,), figure.number.start, stop, turn.negated)
        if (
            (turn.void and not _told(sight.view, turn))
            or not standing.status
            or _not_so(sight.view, figure)
            or any(_taken_back(frame, figure.number.start) for frame in held)
            or _DISOWNED.search(
                sight.view.sentence.text[: sight.view.tokens[figure.number.start].start - sight.view.sentence.start]
            )
        ):
            continue
        if standing.changed or (figure.number.former and standing.status == "asserted"):
            standing = Standing("former", standing.why, standing.note)
        claims.append(wording.figure_claim(setting, figure, held, standing, heads.get(figure, "")))
    return claims


def _headline(view: View) -> bool:
    """ "Five Stories in Five Months" is a title; a row of a table has its number in digits, behind its label."""
    plain = [token.text for token in view.tokens if len(token.text) > 3 and token.text.isalpha()]
    verbs = any(token.pos in ("VERB", "AUX") for token in view.tokens)
    return (
        not verbs
        and view.tokens[0].text.isalpha()
        and len(plain) > 1
        and all(text[0].isupper() for text in plain)
        and not any(character.isdigit() for character in view.sentence.text)
    )


def _not_so(view: View, figure: Figure) -> bool:
    """ "34 counties are not live", "34 have yet to be activated", "34 remain to be activated": no count of those that are.

    A "no" or "not" that the metric asks for ("had not been convicted") is among the figure's own tokens.
    """
    if figure.number.value == 0:
        return False
    homes = {view.clause[at] for at in range(figure.number.start, figure.number.end)}
    homes |= {kid for home in homes if view.lemmas[home] == "have" for kid in grammar.kids_with(view, home, {"ccomp"})}
    said = [at for at in figure.tokens if view.tokens[at].pos in ("VERB", "ADJ", "ADV", "AUX")]
    for at in {above for one in said for above in _above(view, one)}:
        for kid in view.children[at]:
            not_yet = view.lower[kid] in ("yet", "still") and any(
                view.lower[one] == "to" for one in range(kid, min(kid + 3, len(view.tokens)))
            )
            denied = view.tokens[kid].dep == "neg" and view.lower[kid + 1 : kid + 2] not in (("only",), ("just",))
            denied = denied or _has_no(view, at, kid)
            if (denied or not_yet) and kid not in figure.tokens and view.clause[kid] in homes:
                return True
        if view.lemmas[at] in ("remain", "without", "lack") and view.clause[at] in homes and at not in figure.tokens:
            return True
    return False


def _has_no(view: View, at: int, kid: int) -> bool:
    """Whether it is said of none: "seven states had no active county", "in seven states no county is active"."""
    if view.lower[kid] == "no":
        return view.tokens[at].dep in _HAD
    return view.tokens[kid].dep in grammar.SUBJECTS and any(view.lower[low] == "no" for low in view.children[kid])


def _above(view: View, at: int) -> tuple[int, ...]:
    """The word and those it hangs on, near by and not beyond what it is joined to by "and"."""
    path = grammar.path_up(view, at, -1)[:_UP]
    joined = next((order for order, one in enumerate(path) if view.tokens[one].dep == "conj"), len(path))
    return tuple(path[: joined + 1])


def _taken_back(frame: Frame, number: int) -> bool:
    """Asked, denied or doubted by somebody; a verb of saying that is negated behind the number says nothing of it."""
    return frame.mode in ("ask", "deny", "doubt") or (frame.negated and frame.cue < number)


def _told(view: View, turn: stance.Turn) -> bool:
    """Whether a number is given all the same: "add the two and you have 58", "the study reviewed 120 files"."""
    return turn.void.startswith(("an instruction", "an act")) or any(
        token.lemma.lower() in _COUNTING for token in view.tokens if token.text in turn.words
    )
