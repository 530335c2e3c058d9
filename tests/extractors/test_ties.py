"""Which papers are about the topic though they hardly name it, and which are not though they come from its office."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.engines.language import SpacyParser
from pipeline.extractors import ties
from pipeline.extractors.grammar import view_of
from pipeline.extractors.rules import RuleExtractor
from pipeline.records.document import Document
from pipeline.records.language import Passage
from pipeline.records.topic import Proposition, Topic

PROPOSITION = Proposition(
    "joining-voluntary",
    "Ports choose whether to join.",
    "Ports must join.",
    affirm=("(join*|it|inspection) ~ voluntary",),
    deny=(),
)
TOPIC = Topic(
    "harbors", "Safe Harbors", "", ("Safe Harbors",), (PROPOSITION,), (), other_programs=("Clean Docks",),
    signs=("manifest|manifests", "HULL", "berth list|berth lists"), common_signs=("activation|activated", "pilotage", "captain"),
)  # fmt: skip
PLAIN = Document(
    "d", "r", "f", 1, 1, "email", "Next week", "2010-05-11", "day", "header", "", "agency", (), (), "internal", "", "", "", 1.0
)  # fmt: skip
CLAIM = "Joining is voluntary."


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def found(parser: SpacyParser, text: str, among: bool, title: str = "Next week") -> int:
    document, extractor = replace(PLAIN, title=title), RuleExtractor()
    if not extractor.concerns(document, parser.words(text), TOPIC, among):
        return 0
    return len(extractor.extract(document, (Passage("f-p1", 1, text, parser.parse(text)),), TOPIC, (), among))


SIGNED = f"The manifests go to HULL before activation. {CLAIM}"
MANY = f"The manifests go to HULL before activation. The berth list needs pilotage. {CLAIM}"
OFFICE = "From: Lead, Safe Harbors\nTo: All staff, Safe Harbors\nSubject: Parking\n\n"


@pytest.mark.parametrize(
    ("text", "among", "claims"),
    [
        (f"Safe Harbors begins in May. {CLAIM}", False, 1),
        (SIGNED, True, 1),
        (SIGNED, False, 0),
        (MANY, False, 1),
        (f"The MANIFEST went out. It named the hull. {CLAIM}", True, 0),  # a sign of capitals is one in capitals
        (f"Manifest and manifests and manifests. {CLAIM}", True, 0),  # forms of one word are one sign
        (f"Activation needs a captain and pilotage. {CLAIM}", True, 0),  # none of these is a sign by itself
        (f"From: Lead, Safe Harbors\n\nThe manifests go to HULL before activation. {CLAIM}", False, 1),
        (f"{OFFICE}The ride share begins in May. {CLAIM}", True, 0),  # its office writes of something else
        (f"{OFFICE}Badges need activation. {CLAIM}", True, 0),
        (f"Clean Docks takes manifests from HULL. Clean Docks needs activation. {CLAIM}", True, 0),
        (f"{SIGNED} HULL is old. The manifests are not. HULL is slow. Clean Docks has no part in this.", True, 1),
    ],
)
def test_a_paper_is_the_programs_by_its_name_or_by_its_words(parser: SpacyParser, text: str, among: bool, claims: int) -> None:
    assert found(parser, text, among) == claims


def test_signs_carry_a_few_sentences_and_no_further(parser: SpacyParser) -> None:
    far = "The culvert is done. " * (ties.BESIDE + 1)
    assert found(parser, f"The manifests go to HULL before activation. {far}{CLAIM}", True) == 0
    assert found(parser, f"The manifests go to HULL before activation. The culvert is done. {CLAIM}", True) == 1


def test_a_paper_titled_as_another_programs_is_not_this_ones(parser: SpacyParser) -> None:
    assert found(parser, SIGNED, True, "Clean Docks, quarterly report") == 0


@pytest.mark.parametrize("text", [SIGNED, MANY, f"Safe Harbors. {CLAIM}", CLAIM, "Activation.", "The manifests of HULL."])
@pytest.mark.parametrize("among", [True, False])
def test_what_is_not_looked_at_would_give_nothing(parser: SpacyParser, text: str, among: bool) -> None:
    passages = (Passage("f-p1", 1, text, parser.parse(text)),)
    counts = text.count("Safe Harbors")
    tied = ties.ties_of(PLAIN, passages, TOPIC, counts, among)
    assert ties.may_tie(PLAIN, parser.words(text), TOPIC, among) or not (tied.names or tied.kin or tied.signed)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("You cannot opt out.", False),
        ("The check costs you nothing.", False),
        ("Enrollment is voluntary.", False),
        ("No county can opt out.", True),
        ("The jails of two towns pay nothing.", True),
        ("HULL can leave one out.", True),
    ],
)
def test_a_sentence_among_the_programs_papers_says_of_whom_it_speaks(parser: SpacyParser, text: str, said: bool) -> None:
    near = ties.Ties(False, False, near=True)
    assert (ties.tie_of(view_of(parser.parse(text)[0]), {}, 99, 99, near, TOPIC) == ties.NEAR) is said
