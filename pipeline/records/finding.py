"""What is found on pages: every finding has a span of text or a box, and raw stays beside normal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.records.page import Box

IN_COPY = "hidden-in-copy"  # kind of what one copy of a page shows and another hides
OWN_COUNSEL = ("(b)(5)",)  # the exemption of what an agency thought before it spoke; the others guard persons, methods, secrets


@dataclass(frozen=True, slots=True)
class Withheld:
    """Something kept out of everything that is published. Lives in private.db alone.

    `kind` is hidden-text, a-number, ssn, date-of-birth, phone, email, address, passport, fbi-number, ... For an
    identifier `start`..`end` span the page's text; for hidden text both are -1 and `boxes` says where it lies.
    """

    page_id: str
    kind: str
    start: int
    end: int
    text: str
    boxes: tuple[Box, ...]
    basis: str


@dataclass(frozen=True, slots=True)
class Hiding:
    """Who hides what of a page is withheld in all its copies: the pages `by` hide `start`..`end` of this one.

    `codes` are the exemptions claimed on them for it, sorted; '' among them where one shows no code, or a withheld word.
    `number` stands for the text where a person decides on it.
    """

    page_id: str
    start: int
    end: int
    by: tuple[str, ...]
    codes: tuple[str, ...]
    number: str


def hidings_of(one: Withheld, hidings: Iterable[Hiding]) -> tuple[Hiding, ...]:
    """Those that hide some of this."""
    return tuple(each for each in hidings if each.page_id == one.page_id and each.start < one.end and one.start < each.end)


def codes_of(one: Withheld, hidings: Iterable[Hiding]) -> tuple[str, ...]:
    """Under which exemptions it is hidden, by whomever; '' among them where a copy does not say."""
    return tuple(sorted({code for each in hidings_of(one, hidings) for code in each.codes}))


@dataclass(frozen=True, slots=True)
class Openly:
    """What files show to be public, before anything is withheld: folded words of `places`, names and surnames of `officials`,
    the digits of telephone `lines` of offices."""

    places: tuple[str, ...] = ()
    officials: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """What one file can tell the others of its release: what it shows to be public, `lists` of words of which one may be a place,
    and all its capitalised words and telephones, folded (`asked`)."""

    openly: Openly
    lists: tuple[tuple[str, ...], ...]
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Redaction:
    """A box that hides part of a page. `codes` are normalised, such as `(b)(7)(C)`; `raw` is what was read on it.

    `kind` is black, grey, hatched, drawn (an outline) or white (a code in place of words); `area` is the share of the page
    (0..1). `riders` are what is printed beside a code to say more, with it: `(b)(5) AWP`, `(b)(2) high`.
    """

    id: str
    page_id: str
    box: Box
    codes: tuple[str, ...]
    raw: str
    kind: str
    area: float
    riders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. `kind` is person, office, place or program; `normal` is the form under which mentions are joined.

    `role` is what a person is called beside the name ("Sheriff"), `parent` the state printed after a county or city, each ''
    where nothing is printed.
    """

    page_id: str
    start: int
    end: int
    text: str
    kind: str
    normal: str
    role: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class NameRuling:
    """A person's word on names of one kind: `verdict` is same (all mean the first), different, not-a-name."""

    verdict: str
    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameJoin:
    """The normal name `name` means the same as `into`, and `why` that was taken to be so."""

    kind: str
    name: str
    into: str
    why: str


@dataclass(frozen=True, slots=True)
class NameFact:
    """What is known of the entity of this kind and normal name: its `sort` (agency, county ...), parent state and roles."""

    kind: str
    name: str
    sort: str
    parent: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unity:
    """What `unite` found over the whole corpus. `dropped` are (kind, normal name) that a person called no names."""

    joins: tuple[NameJoin, ...]
    dropped: tuple[tuple[str, str], ...]
    facts: tuple[NameFact, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference to law or to another record. `kind` is usc, cfr, ina, pub-l, case, memo, ...; `normal` its standard form."""

    page_id: str
    start: int
    end: int
    text: str
    normal: str
    kind: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What `find` found in one file."""

    redactions: tuple[Redaction, ...]
    mentions: tuple[Mention, ...]
    citations: tuple[Citation, ...]


# Features of the reasons of a claim that tell, beside its speaker, whose word it is: the office whose paper he signed; that
# minutes set down what he said at a meeting; who tells what he himself was told, and when or where he was.
HOUSE, MINUTED, TELLER, OCCASION = "house", "minutes", "teller", "occasion"


@dataclass(frozen=True, slots=True)
class Reason:
    """One row a lawyer can read: what was compared (`feature`), the words on each side, what it weighed, and why."""

    feature: str
    left: str
    right: str
    weight: float
    note: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that affirms or denies a proposition, or gives a number for a metric, with where it stands.

    Exactly one of `proposition`, `metric` is set. `stance` is affirm or deny ('' for a metric); `status` is asserted,
    former, planned, hedged, questioned or reported. `quote` is `text[start:end]` of the page, unchanged. `value` is in
    `unit` (a share is 0..1, unit `share`); `bound` is exact, about, more-than, less-than or at-least. `speaker_kind` is
    agency, congress, state, local, court, advocate, press, record or ''. `date` is the day the statement was made, ISO at
    its own precision; `period` is what time it speaks of. `announced` marks a change made public. `faint` marks a statement
    too unsure to stand by itself: it is shown only where a pair that is laid aside for review rests on it.
    """

    id: str
    page_id: str
    document_id: str
    file_id: str
    release_id: str
    topic: str
    proposition: str
    metric: str
    stance: str
    status: str
    value: float | None
    bound: str
    unit: str
    quote: str
    start: int
    end: int
    speaker: str
    speaker_kind: str
    addressee: str
    date: str
    date_precision: str
    jurisdiction: str
    period: str
    population: str
    audience: str
    announced: bool
    confidence: float
    extractor: str
    reasons: tuple[Reason, ...]
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that cannot both hold in the same scope, a position openly changed, or what only looks like either.

    `kind` is stance, number, data (a statement against a number), shift, or of a related pair dispute, redefinition, scope,
    hedged or copy. `standing` is listed or review (contradictions by chance), shift, or related; '' before it is settled.
    `score` is 0..1, for contradictions the chance that a reader would call it one. `days_apart` is None where
    a date is unknown. `audience_pair` is such as `internal/public`, sides sorted, or ''. `left_claim_id` < `right_claim_id`
    is not implied: left is the earlier, or the lower id where dates do not tell.
    """

    id: str
    kind: str
    left_claim_id: str
    right_claim_id: str
    topic: str
    proposition: str
    score: float
    days_apart: int | None
    same_speaker: bool
    audience_pair: str
    explanation: str
    reasons: tuple[Reason, ...]
    standing: str = ""
