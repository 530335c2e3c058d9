"""Which sentences are about the topic though they hardly name it, and which are not though they stand among its papers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.engines.language import SpacyParser
from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.cueing.sight import named_in
from pipeline.extractors.subjects import evidence, ties
from pipeline.extractors.subjects.dated_rows import dated_rows
from pipeline.records.document import Document
from pipeline.records.topic import ALONE, Company, Proposition, Topic

PROPOSITION = Proposition(
    "joining-voluntary",
    "Ports choose whether to join.",
    "Ports must join.",
    affirm=("(join*|it|inspection|program) ~ voluntary",),
    deny=(),
)
TOPIC = Topic(
    "harbors", "Safe Harbors", "The program that checks the manifests of ships in every port.", ("Safe Harbors",),
    (PROPOSITION,), (), other_programs=("Clean Docks",), signs=("manifest|manifests", "HULL", "berth list|berth lists"),
    common_signs=("activation|activated", "pilotage", "captain"),
    other_matters=("invoice|invoices|vendor", "parking|canteen"),
)  # fmt: skip
PLAIN = Document(
    "d", "r", "f", 1, 1, "email", "Next week", "2010-05-11", "day", "header", "", "agency", (), (), "internal", "", "", "", 1.0
)  # fmt: skip
CLAIM = "Joining is voluntary."
MOST = Company(leads=True)  # the papers of its release are the program's
THREAD = Company(thread=True)


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def tied(
    parser: SpacyParser, text: str, company: Company = ALONE, title: str = "Next week", kind: str = "email"
) -> tuple[ties.Tie, ...]:
    """How each sentence is tied; an empty line parts paragraphs."""
    views = [view_of(one) for one in parser.parse(text) if one.tokens]
    gaps = [at == 0 or "\n\n" in text[views[at - 1].sentence.end - 1 : view.sentence.start + 1] for at, view in enumerate(views)]
    spoken = [(view, bool(named_in(view, TOPIC.terms)), gap) for view, gap in zip(views, gaps, strict=True)]
    return ties.ties_of(replace(PLAIN, title=title, kind=kind), spoken, TOPIC, company)


def last(parser: SpacyParser, text: str, company: Company = ALONE, title: str = "Next week", kind: str = "email") -> float:
    return tied(parser, text, company, title, kind)[-1].strength


SIGNED = f"The manifests go to HULL before activation. {CLAIM}"
MANY = f"The manifests go to HULL before activation. The berth list needs pilotage. {CLAIM}"
OFFICE = "From: Lead, Safe Harbors\nTo: All staff, Safe Harbors\nSubject: Canteen\n\n"


@pytest.mark.parametrize(
    ("text", "company"),
    [
        (f"Safe Harbors begins in May. {CLAIM}", ALONE),
        (SIGNED, MOST),
        (SIGNED, THREAD),
        (MANY, ALONE),
        (f"From: Lead, Safe Harbors\n\nThe manifests go to HULL before activation. {CLAIM}", MOST),
        (f"{SIGNED} HULL is old. The manifests are not. HULL is slow.\n\nClean Docks has no part in this.\n\nHULL waits.", MOST),
        ("Three ports asked. We said that the program is voluntary for every port.", MOST),
        (f"Safe Harbors begins in May.\n\nClean Docks is another thing. It is dear.\n\nSafe Harbors is free. {CLAIM}", ALONE),
    ],
)
def test_what_is_about_the_program_is_read(parser: SpacyParser, text: str, company: Company) -> None:
    assert last(parser, text, company) >= ties.LEAST


@pytest.mark.parametrize(
    ("text", "company", "title"),
    [
        (CLAIM, ALONE, "Next week"),
        (SIGNED, ALONE, "Next week"),
        ("Manifest and manifests and manifests. The tide is high.", ALONE, "Next week"),  # forms of one word are one sign
        (f"{OFFICE}The canteen opens in May. {CLAIM}", MOST, "Canteen"),  # its office writes of something else
        (f"The vendor sent an invoice. {CLAIM}", MOST, "Next week"),
        (f"HULL is old. Clean Docks begins in May. {CLAIM} It is free.", MOST, "Next week"),
        (f"HULL is old. The Kelp Initiative begins in May. {CLAIM} It is free.", MOST, "Next week"),  # on no list
        (f"The buoys were repainted. The buoys of three ports are red now. {CLAIM}", MOST, "Repainting the buoys"),
        (SIGNED, MOST, "Clean Docks, quarterly report"),
        (f"Safe Harbors begins in May. Clean Docks is older. It costs more. {CLAIM}", ALONE, "Clean Docks and others"),
    ],
)
def test_what_is_about_another_thing_is_left(parser: SpacyParser, text: str, company: Company, title: str) -> None:
    assert last(parser, text, company, title) < ties.LEAST


def test_a_matter_ends_with_its_paragraph_and_a_list_has_many(parser: SpacyParser) -> None:
    before = f"HULL takes the manifests. The vendor sent an invoice. {CLAIM}"
    assert last(parser, before, MOST) < ties.LEAST
    assert last(parser, before.replace(" Joining", "\n\nJoining"), MOST) > last(parser, before, MOST)
    assert last(parser, before.replace("Joining", "4. Joining"), MOST) > last(parser, before, MOST)


def test_a_heading_reaches_further_than_a_sentence(parser: SpacyParser) -> None:
    items = "\n\n".join(f"Article {n}. A port may leave when it likes." for n in range(2, 7))
    headed = last(parser, f"CLEAN DOCKS AGREEMENT\n\n{items}", MOST)
    said = last(parser, f"We spoke of Clean Docks.\n\n{items}", MOST)
    assert headed < said


def test_letterheads_and_names_of_boards_are_no_subject(parser: SpacyParser) -> None:
    text = f"The manifests go to HULL. The harbor board met. {CLAIM}"
    assert last(parser, text, MOST, "Board of harbor commissioners", "other") == last(parser, text, MOST, "", "other")


def test_more_company_never_tells_against_the_program(parser: SpacyParser) -> None:
    kept = [Company(), MOST, replace(MOST, file=True), replace(MOST, file=True, thread=True)]
    strengths = [last(parser, MANY, one) for one in kept]
    assert strengths == sorted(strengths) and strengths[0] < strengths[-1]


def test_the_evidence_is_told(parser: SpacyParser) -> None:
    assert tied(parser, "Safe Harbors begins in May.")[0].why == ties.NAMED
    weak = tied(parser, f"HULL is old. {CLAIM}", MOST)[-1]
    assert weak.why == "its release is about the program; the paper has words that go with the program"
    assert weak.chief == ties.RELEASE


@pytest.mark.parametrize("text", [SIGNED, MANY, f"Safe Harbors. {CLAIM}", CLAIM, "Activation.", "The manifests of HULL."])
@pytest.mark.parametrize("company", [ALONE, MOST, THREAD, Company(file=True)])
def test_what_is_not_looked_at_would_give_nothing(parser: SpacyParser, text: str, company: Company) -> None:
    looked = ties.may_tie(PLAIN, parser.words(text), TOPIC, company)
    assert looked or not any(one.why for one in tied(parser, text, company))


def test_a_title_names_a_thing_only_where_it_says_nothing_of_the_program() -> None:
    assert evidence.things_in("Repainting the buoys", TOPIC)
    assert not evidence.things_in("Repainting by HULL", TOPIC)
    assert not evidence.things_in("Question from the harbor board", TOPIC)
    assert not evidence.things_in("RE: Thursday", TOPIC)


SPOTS = st.builds(
    evidence.Seen,
    named=st.booleans(),
    address=st.booleans(),
    rival=st.sampled_from(("", "Clean Docks")),
    matter=st.sampled_from(("", "invoice")),
    signs=st.frozensets(st.sampled_from(("w0", "w1"))),
    common=st.frozensets(st.sampled_from(("w0", "w1"))),
    whom=st.booleans(),
    points=st.booleans(),
    apart=st.booleans(),
    definite=st.booleans(),
    heads=st.booleans(),
    titled=st.booleans(),
    withheld=st.integers(0, 9),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(SPOTS, min_size=1, max_size=12), st.booleans())
def test_every_sentence_gets_a_chance_with_known_evidence(spots: list[evidence.Seen], thread: bool) -> None:
    found = ties.weighed(PLAIN, spots, ["word " * 8] * len(spots), TOPIC, Company(thread=thread))
    assert len(found) == len(spots)
    for spot, one in zip(spots, found, strict=True):
        assert 0.0 <= one.strength <= 1.0 and {name for name, _ in one.evidence} <= set(ties.WEIGHTS)
        assert bool(one.why) == (one.strength >= ties.FAINT)
        if spot.named and one.evidence and not (spot.rival or spot.matter):
            assert one.strength >= ties.LEAST


def test_a_name_in_a_title_is_no_other_thing_that_the_paper_comes_back_to(parser: SpacyParser) -> None:
    asked = "Marlow asks again. The harbor master of Marlow reads the manifests of HULL. "
    assert last(parser, asked + CLAIM, MOST, "RE: Marlow") == last(parser, asked + CLAIM, MOST)
    painted = "The buoys are red again. The manifests of HULL came. The buoys are done. "
    assert last(parser, painted + CLAIM, MOST, "RE: buoys") < last(parser, painted + CLAIM, MOST)


@pytest.mark.parametrize(
    "says", ["Not part of Safe Harbors.", "This fund has nothing to do with Safe Harbors.", "The dredging is not Safe Harbors."]
)
def test_a_paper_that_says_it_is_not_of_the_program_is_not(parser: SpacyParser, says: str) -> None:
    about = "A port that wishes to have this applies for it; the program is voluntary."
    assert last(parser, f"{says} The manifests are old. {about}", MOST) < 0.5 < last(parser, f"Safe Harbors. {about}", MOST)


def test_what_is_said_of_the_program_beside_another_is_still_said_of_it(parser: SpacyParser) -> None:
    assert tied(parser, "Clean Docks is separate from Safe Harbors, which is voluntary. It is not new.")[1].strength > 0
    (one,) = tied(parser, "Nobody is outside Safe Harbors now.")
    assert one.why == ties.NAMED


@pytest.mark.parametrize(
    ("said", "another"),
    [
        ("The Program Office wrote of it.", False),
        ("This Initiative is new to us.", False),
        ("The Harbor Security Act of 2002 stands behind it.", False),
        ("The Act asks for it.", False),
        ("The Kelp Program Office wrote of it.", True),
        ("The Harbor Security Grant stands behind it.", True),
        ("The Clean Docks office wrote of it.", True),
    ],
)
def test_a_determiner_and_a_law_name_no_other_program(parser: SpacyParser, said: str, another: bool) -> None:
    assert (last(parser, f"HULL takes the manifests. {said} {CLAIM}", MOST) < ties.LEAST) == another


@pytest.mark.parametrize(
    ("said", "passing"),
    [
        ("The vendor sent it back.", False),
        ("Parking opens in May.", False),
        ("Every captain pays the invoice.", False),
        ("They come as they did before we had a canteen.", True),
        ("The captain spoke of it over the invoice with the pilot.", True),
        ("The tide is high.", False),
    ],
)
def test_a_word_of_another_matter_in_passing_says_less(parser: SpacyParser, said: str, passing: bool) -> None:
    (sentence,) = parser.parse(said)
    assert evidence.seen_in(view_of(sentence), False, False, TOPIC).passing == passing
    before = "HULL takes the manifests. The captain waits. "
    within = tied(parser, before + said, MOST)[-1].strength
    assert (within >= ties.LEAST) == (passing or "tide" in said)


@pytest.mark.parametrize(("name", "about"), [("Port Lyle", True), ("████", True), ("████ ███, born ██", False)])
def test_one_word_withheld_is_no_case_of_a_person(parser: SpacyParser, name: str, about: bool) -> None:
    assert (last(parser, f"Two ships went out of {name} by night.", MOST) >= ties.LEAST) == about


def test_a_subject_line_is_nothing_that_its_own_mail_comes_back_to(parser: SpacyParser) -> None:
    mail = f"Subject: the buoys\n\nThe tide is high. {CLAIM}"
    assert last(parser, mail, MOST, "the buoys") == last(parser, mail, MOST, "")


ROWS = [
    "Vale signs for Marlow.",
    "The Safe Harbors desk opens at Dorn.",
    "Roe buys a boat.",
    "Tesk says that joining is voluntary.",
]
DAYS = ["4/2/2010 - ", "Apr. 3, 2010: ", "2010-04-05 – ", "6 April "]


def chronology(rows: list[str]) -> str:
    return "\n".join(f"4/{day}/2010 - {row}" for day, row in enumerate(rows, 2))


def test_each_dated_row_is_a_matter_of_its_own(parser: SpacyParser) -> None:
    assert last(parser, chronology(ROWS), title="Chronology") < ties.PLAIN <= last(parser, " ".join(ROWS), title="Chronology")
    assert last(parser, chronology(ROWS), title="Safe Harbors, chronology", kind="report") >= ties.PLAIN


def test_a_row_keeps_what_it_names_and_its_next_sentence_too(parser: SpacyParser) -> None:
    rows = [*ROWS[:3], f"Tesk wrote of Safe Harbors. {CLAIM}"]
    assert last(parser, chronology(rows), title="Chronology") >= ties.PLAIN


def test_a_heading_over_dated_rows_is_theirs(parser: SpacyParser) -> None:
    rows = chronology([ROWS[0], *ROWS[2:]])
    assert last(parser, f"SAFE HARBORS IN MARLOW\n\n{rows}", title="Chronology") >= ties.PLAIN


def test_dated_rows() -> None:
    assert dated_rows([day + row for day, row in zip(DAYS, ROWS, strict=True)]) == (True,) * 4
    rows = ["12/05 (planned) - Roe sails.", "12/06 - Roe lands.", "He rests.", "12/07 Roe sails."]
    assert dated_rows(rows) == (True, True, False, True)


@pytest.mark.parametrize(
    "texts",
    [
        ["4/2/2010 - Vale signs.", "4/3/2010 - Roe sails."],
        ["May the Guard sail?", "May 3 was wet.", "March on.", "12 boats sailed.", "1/2 of them sank.", "10-12 boats were lost."],
        ["3. Roe sails.", "4. Vale signs.", "5. Tesk waits.", "2010 was wet."],
    ],
)
def test_what_is_no_list_of_dated_rows(texts: list[str]) -> None:
    assert not any(dated_rows(texts))
