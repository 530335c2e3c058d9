"""Papers that do not name the program, but lie among its papers: the weaker the tie, the surer the model has to be."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from pipeline.engines.language import SpacyParser
from pipeline.extractors.rules import RuleExtractor
from pipeline.extractors.subjects import ties
from pipeline.records.document import Document
from pipeline.records.finding import Claim
from pipeline.records.judgement import Bounds, Judgement, Leaning
from pipeline.records.language import Passage
from pipeline.records.topic import ALONE, Company, Metric, Proposition, Topic

TOPIC = Topic(
    "harbors", "Safe Harbors", "", ("Safe Harbors",),
    (Proposition("joining-voluntary", "Ports choose.", "Ports must join.", affirm=("joining ~ voluntary",), deny=()),),
    (Metric("ports", "How many ports joined.", "count", "ports", ("port*",)),),
    other_programs=("Clean Docks",), signs=("HULL",), common_signs=("pilotage",),
)  # fmt: skip
OFFICE = "Deputy Manager, Safe Harbors"
MAIL = Document(
    "d", "r", "f", 1, 1, "email", "Next week", "2010-05-11", "day", "header", "", "agency", (), (), "internal", "", "", "", 1.0
)  # fmt: skip
BOUNDS = Bounds(alone=0.5, joined=0.5, status=0.6)
CLAIM = "Their board writes to us and we strike them off."


@dataclass(frozen=True)
class Sure:
    """A judge that takes CLAIM for a choice with this probability, and anything about joining too."""

    chance: float
    bounds: Bounds = BOUNDS
    propositions: frozenset[str] = frozenset({"joining-voluntary"})

    def identity(self) -> str:
        return "sure"

    def judge(self, texts: tuple[str, ...]) -> tuple[Judgement, ...]:
        return tuple(
            Judgement(
                (Leaning("joining-voluntary", self.chance, 0.0),) if text == CLAIM or "oining" in text else (), "asserted", 0.9
            )
            for text in texts
        )

    def joint(self, probability: float) -> float:
        return probability


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def found(parser: SpacyParser, text: str, chance: float = 0.9, company: Company = ALONE, **fields: object) -> list[str]:
    document, extractor = replace(MAIL, **fields), RuleExtractor(Sure(chance) if chance else None)  # type: ignore[arg-type]
    if not extractor.concerns(document, parser.words(text), TOPIC, company):
        return []
    claims = extractor.extract(document, (Passage("f-p1", 1, text, parser.parse(text)),), TOPIC, (), company)
    return [one.proposition or one.metric for one in claims]


def claims_in(parser: SpacyParser, text: str, company: Company, chance: float = 0.9) -> tuple[Claim, ...]:
    passages = (Passage("f-p1", 1, text, parser.parse(text)),)
    return RuleExtractor(Sure(chance) if chance else None).extract(MAIL, passages, TOPIC, (), company)


FILED = Company(file=True)  # among papers of the program, in a release that is about something else as much
AMONG = Company(file=True, leads=True)
WEAK = f"The tide is high. {CLAIM}"


@pytest.mark.parametrize("fields", [{"author": OFFICE}, {"recipients": (OFFICE,)}, {"cc": ("Clerk", OFFICE)}])
def test_a_mail_of_the_office_is_asked_about(parser: SpacyParser, fields: dict[str, object]) -> None:
    assert found(parser, f"HULL is off. {CLAIM}", company=AMONG, **fields) == ["joining-voluntary"]


@pytest.mark.parametrize(
    ("text", "chance", "company", "fields"),
    [
        (CLAIM, 0.9, ALONE, {}),  # nobody says what it is about
        (WEAK, 0.5, FILED, {}),
        ("Joining is voluntary.", 0.0, ALONE, {"author": OFFICE}),  # a cue alone does not do
        ("There are 40 ports by now.", 0.9, ALONE, {"author": OFFICE}),  # no model reads numbers
        (CLAIM, 0.9, AMONG, {"author": OFFICE, "title": "Clean Docks, next week"}),
        (f"Clean Docks goes on. {CLAIM}", 0.9, AMONG, {"author": OFFICE}),
    ],
)
def test_what_is_not_sure_is_left(
    parser: SpacyParser, text: str, chance: float, company: Company, fields: dict[str, object]
) -> None:
    assert found(parser, text, chance, company, **fields) == []


def test_a_paper_among_the_programs_with_a_word_of_it_is_asked_about(parser: SpacyParser) -> None:
    assert found(parser, f"HULL is off. {CLAIM}", company=AMONG) == ["joining-voluntary"]
    assert found(parser, f"HULL is off. {CLAIM}") == []
    assert found(parser, f"Gulls are off. {CLAIM}") == []


@pytest.mark.parametrize(
    ("text", "found_in"),
    [
        ("Joining in figures, enacted and asked: 668 668 1,045, thousands $ 200 $ 200 $ 184 as Safe Harbors goes.", []),
        (
            "On May 3, 2010 the 5 of us told all 62 ports, 4 of them twice, that joining Safe Harbors is a choice.",
            ["joining-voluntary"],
        ),
        ("Of ports 668, 668 and 640 said of joining Safe Harbors that it is a choice.", ["joining-voluntary"]),
    ],
)
def test_rows_of_figures_state_nothing_but_numbers(parser: SpacyParser, text: str, found_in: list[str]) -> None:
    assert [one for one in found(parser, text, author=OFFICE, company=AMONG) if one != "ports"] == found_in


def test_a_claim_starts_from_the_chief_evidence_whatever_speaks_against_it(parser: SpacyParser) -> None:
    found = claims_in(
        parser,
        f"Safe Harbors begins in May. {CLAIM} Clean Docks is old. Gulls cry. The other thing: Joining is voluntary.",
        AMONG,
    )
    told = [next(one for one in claim.reasons if one.feature == "topic") for claim in found]
    assert [(one.weight, "; but" in one.note) for one in told] == [(0.62, False), (0.55, True)]


def test_a_weak_tie_takes_from_the_claim(parser: SpacyParser) -> None:
    (plain,) = claims_in(parser, f"Safe Harbors begins in May. {CLAIM}", AMONG)
    (weak,) = claims_in(parser, f"HULL is off. {CLAIM}", FILED)
    assert ties.SUBJECT not in {one.feature for one in plain.reasons}
    left = next(one for one in weak.reasons if one.feature == ties.SUBJECT)
    assert ties.LEAST <= left.weight < ties.PLAIN and weak.confidence < plain.confidence


@pytest.mark.parametrize(
    ("chance", "company", "faint"),
    [
        (0.9, AMONG, [False]),
        (0.9, FILED, [False]),
        (0.55, FILED, [True]),  # as likely as not another thing, and half read
        (0.55, AMONG, [True]),  # half read, by the model alone
        (0.75, AMONG, [False]),
        (0.9, ALONE, []),
    ],
)
def test_what_is_unsure_is_faint_before_it_is_left(
    parser: SpacyParser, chance: float, company: Company, faint: list[bool]
) -> None:
    assert [one.faint for one in claims_in(parser, f"HULL is off. {CLAIM}", company, chance)] == faint


def test_a_rule_by_itself_is_not_believed_on_what_other_papers_lend(parser: SpacyParser) -> None:
    text = "The tide is high. Joining is voluntary."
    assert claims_in(parser, text, AMONG, 0.0) == ()
    assert [one.faint for one in claims_in(parser, f"Safe Harbors begins. {text}", AMONG, 0.0)] == [False]
