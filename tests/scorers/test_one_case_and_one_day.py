"""One case against what knows no exception, two exact numbers of one day, none against some, and voices without a name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_claims import TOPIC, claim

from pipeline.records.finding import Claim, Contradiction
from pipeline.scorers import extent, sorts
from pipeline.scorers.scope import ScopeScorer
from pipeline.stages.compare import Params

MARLOW, YEAR_END = {"jurisdiction": "Marlow County"}, {"period": "2010-09-30"}
LISTED = Params().listed


def found(left: Claim, right: Claim) -> Contradiction | None:
    return ScopeScorer().score(left, right, TOPIC)


def listed(left: Claim, right: Claim) -> bool:
    one = found(left, right)
    return one is not None and one.kind in ("stance", "number", "data") and one.score >= LISTED


@pytest.mark.parametrize(
    "quote",
    [
        "No town is switched on before its State has signed.", "No witness has been handed over.", "Every jail was trained.",
        "The office has received no complaint.",
        "The link has not led to any boat being sold.", "It doesn't cost the town any money.",
        "It costs the town nothing.", "We have never held a citizen.",
        "People stopped only for a broken lamp are not sent away.", "None of the towns was asked to pay.",
        "Boats had no fine.", "Boats nationwide are let go.", "We trained 40 crews and have no complaint.",
    ],
)  # fmt: skip
def test_words_that_know_no_exception(quote: str) -> None:
    assert extent.universal(claim("+running", quote))


@pytest.mark.parametrize(
    "quote",
    [
        "All this is new.", "There is no longer a fee.", "After all the meeting went well.", "The office takes no position.",
        "Towns may leave.", "The town does not want it any more.", "It is not so in any case.",
        "Every day a list is sent.", "No doubt it was so.", "People who only ask are told.",
        "28 percent had no fine.", "Ten percent of the boats let go in Dale had no fine.", "2,640 boats nationwide were let go.",
    ],
)  # fmt: skip
def test_words_that_only_look_like_it(quote: str) -> None:
    assert not extent.universal(claim("+running", quote))


@pytest.mark.parametrize(
    ("many", "told"),
    [
        ("Of those let go in Franklin 32 percent had no fine.", False),
        ("Of 412 people let go in Franklin 131 had no fine.", False),
        ("In Franklin 212 people without a fine were let go.", False),
        ("No one without a fine is let go in Franklin.", True),
    ],
)
def test_what_many_of_a_state_are_like_is_not_said_of_one_place_in_it(many: str, told: bool) -> None:
    wide = claim("+running", many, jurisdiction="Franklin")
    narrow = claim("-running", "In Marlow County, Franklin, only the fined are.", "chief", jurisdiction="Marlow County, Franklin")
    assert (found(wide, narrow) is not None) is told


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("No town is switched on before the paper is signed.", "Marlow County was switched on without a paper."),
        ("Every town has signed before it was switched on.", "We activated Marlow County with nothing signed."),
        ("We have never switched a town on unsigned.", "In Marlow County the paper has not been signed, and it was switched on."),
    ],
)
def test_one_case_is_enough_against_what_knows_no_exception(wide: str, narrow: str) -> None:
    rule = claim("+paper-needed", wide, "press", "2010-06-01")
    case = claim("-paper-needed", narrow, "chief", "2010-06-20", "internal", **MARLOW)
    assert listed(rule, case)
    row = next(row for row in found(rule, case).reasons if row.feature == "jurisdiction")  # type: ignore[union-attr]
    assert row.weight == 0.0 and "one case is enough" in row.note


def test_a_rule_for_one_place_and_a_general_remark_are_not_listed() -> None:
    remark = claim("+paper-needed", "Towns sign a paper.", "press", "2010-06-01")
    for quote in ("Marlow County need not sign.", "Marlow County was let in unsigned."):
        other = claim("-paper-needed", quote, "chief", "2011-03-20", confidence=0.7, **MARLOW)
        assert not listed(remark, other)
        assert listed(replace(remark, quote="No town is let in unsigned."), other)


@pytest.mark.parametrize(
    ("quote", "is_many"),
    [
        ("In Marlow we held 61 persons who were stopped for a lamp.", True),
        ("Of the 160 people removed 114 drivers had been held.", True),
        ("We have switched on 41 counties of Marlow.", True),
        ("Dozens of drivers were held in Marlow.", True),
        ("In Marlow 3 persons were held.", False),
        ("In 2010 persons were held.", False),
        ("Marlow paid $4,100 to people at the pier.", False),
        ("12 percent were held.", False),
        ("61 persons may be held.", False),
        ("We hold 48 hours at most.", False),
    ],
)
def test_many_cases_are_no_exception(quote: str, is_many: bool) -> None:
    assert extent.counted(claim("-paper-needed", quote, "chief", "2010-06-20", "internal", **MARLOW)) == is_many


def test_many_cases_of_one_place_are_listed_against_a_general_remark() -> None:
    remark = claim("+paper-needed", "Towns sign a paper.", "press", "2010-06-01")
    many = claim(
        "-paper-needed", "In Marlow County 41 towns were let in unsigned.", "chief", "2010-08-20", confidence=0.9, **MARLOW
    )
    assert listed(remark, many)
    assert not listed(remark, replace(many, quote="In Marlow County one town was let in unsigned.", confidence=0.7))


def test_an_announced_exception_is_no_contradiction() -> None:
    rule = claim("+paper-needed", "Every town signs, with one exception.", "press", "2010-06-01")
    one = found(rule, claim("-paper-needed", "Marlow County was let in unsigned.", "chief", "2010-06-20", **MARLOW))
    assert one is not None and one.kind == "scope"


def numbers(left: str, right: str, **more: object) -> bool:
    sides = (
        claim(f"handled={left}", f"{left} by 30 September.", "table", "2010-10-08", "internal", **YEAR_END),
        claim(f"handled={right}", f"As of September 30, {right}.", "assistant", "2010-11-17", "congress", **YEAR_END),
    )
    return listed(sides[0], replace(sides[1], **more))


@pytest.mark.parametrize(("left", "right"), [("658", "686"), ("4121", "4127"), ("26512", "26900")])
def test_two_exact_numbers_of_one_named_day(left: str, right: str) -> None:
    assert numbers(left, right)


@pytest.mark.parametrize(("left", "right"), [("658", "660"), ("26512", "26500"), ("658", "650/more-than"), ("658", "680/about")])
def test_rounding_is_no_difference(left: str, right: str) -> None:
    assert not numbers(left, right)


def test_nearly_equal_numbers_of_two_days_or_set_right_are_left_alone() -> None:
    assert not numbers("658", "686", period="2010-12-31")
    assert not numbers("658", "686", period="")
    assert not numbers("658", "686", quote="The revised figure is 686.")
    assert not numbers("658", "686", document_id=claim("handled=658", "658 by 30 September.", "table", "2010-10-08").document_id,
                       bound="about")  # fmt: skip


def test_none_at_all_is_met_by_any_number_counted_before() -> None:
    none = claim("handled=0", "We handled nobody.", "assistant", "2010-11-17", "congress")
    some = claim("handled=31", "31 have been handled since January 2010.", "chief", "2010-08-19", "internal", period="2010-01/..")
    assert listed(none, some)
    assert listed(none, replace(some, period="")) and listed(replace(none, period="To date"), replace(some, period=""))
    later = replace(some, period="2011", date="2011-12-01")
    assert not listed(none, later)
    assert not listed(replace(none, period="2009", quote="In 2009 we handled nobody."), some)


@pytest.mark.parametrize(("to", "is_listed"), [("internal", True), ("congress", True), ("", True)])
def test_a_paper_without_a_name_is_listed_below_a_signed_one(to: str, is_listed: bool) -> None:
    public = claim("+joining-free", "Joining is a free choice.", "press", "2010-09-01")
    unsigned = claim("-joining-free", "Joining is not a choice.", "nobody", "2010-09-20", to)
    signed = claim("-joining-free", "Joining is not a choice.", "chief", "2010-09-20", to)
    assert listed(public, unsigned) is is_listed
    one, other = found(public, unsigned), found(public, signed)
    assert one is not None and other is not None and one.score < other.score
    assert "is not printed" in one.explanation and any("is not printed" in row.note for row in one.reasons)


def test_of_two_papers_without_a_name_nothing_shows_one_party() -> None:
    public = claim("+joining-free", "Joining is a free choice.", "nobody", "2010-09-01")
    other = claim("-joining-free", "Joining is not a choice.", "nobody", "2010-09-20", "internal")
    apart = found(public, replace(other, audience="public"))
    assert apart is not None and apart.score < 0.4
    assert any("nothing shows that one party" in row.note for row in apart.reasons)
    one = found(public, replace(other, audience="public", document_id=public.document_id))
    assert one is not None and not any("nothing shows" in row.note for row in one.reasons)


def test_a_named_stranger_or_another_partys_paper_is_not_listed() -> None:
    public = claim("+joining-free", "Joining is a free choice.", "press", "2010-09-01")
    for name in ("A caller", "Candidate for Sheriff", "Blogger"):
        assert not listed(public, claim("-joining-free", "Joining is not a choice.", "nobody", "2010-09-20", speaker=name))
    county = claim("+joining-free", "Joining is a free choice.", "sheriff", "2010-09-01")
    assert not listed(county, claim("-joining-free", "Joining is not a choice.", "nobody", "2010-09-20"))


def test_a_missing_date_is_said_and_does_not_unlist() -> None:
    left = claim("+joining-free", "Joining is a free choice.", "press", "")
    right = claim("-joining-free", "Joining is not a choice.", "chief", "2010-09-20", "internal")
    assert listed(left, right)
    assert "the date of one is unknown" in found(left, right).explanation  # type: ignore[union-attr]


def test_that_one_paper_bears_one_date_speaks_for_nothing() -> None:
    one = {"document_id": "one", "file_id": "one"}
    left = claim("+joining-free", "Joining is a free choice.", "press", "2010-09-01", page_id="one-p1", **one)
    right = claim("-joining-free", "Nobody is asked.", "press", "2010-09-01", page_id="one-p2", **one)
    assert {row.weight for row in found(left, right).reasons if row.feature in ("time", "date precision")} == {0.0}  # type: ignore[union-attr]
    assert not listed(left, right)


@pytest.mark.parametrize("quote", ["You say that joining is a choice.", "Draft: Joining is a choice."])
def test_what_the_reader_is_told_that_he_said_and_what_is_a_draft_is_hedged(quote: str) -> None:
    other = claim("-joining-free", "Joining is not a choice.", "chief", "2010-09-20")
    one = found(claim("+joining-free", quote, "press", "2010-09-01"), other)
    assert one is not None and one.kind == "hedged"


@pytest.mark.parametrize(
    ("free", "bound", "apart"),
    [
        ("No signature by a county is called for.", "An agreement with the State comes first.", True),
        ("The county itself signs nothing.", "Until the State has signed, nothing starts.", True),
        ("No agreement with a State is needed.", "An agreement with the State comes first.", False),
        ("No signature by a county is called for.", "The county signs an agreement.", False),
        ("No paper is needed.", "An agreement with the State comes first.", False),
    ],
)
def test_who_need_not_sign_and_who_must(free: str, bound: str, apart: bool) -> None:
    left, right = claim("-paper-needed", free), claim("+paper-needed", bound, "chief")
    assert (sorts.signers(left, right) is not None) is apart is (sorts.signers(right, left) is not None)
    assert listed(left, right) is not apart


def test_whose_an_unsigned_paper_is_weighs_less_and_is_said_to_be_inferred() -> None:
    public = claim("+joining-free", "Joining is a free choice.", "press", "2010-09-01")
    signed = claim("-joining-free", "Joining is not a choice.", "chief", "2010-09-20", "internal")
    scores = {}
    for name in ("Unit Chief, Deployment", ""):
        one = found(public, replace(signed, speaker=name))
        assert one is not None
        row = next(row for row in one.reasons if row.feature == "speaker")
        assert ("as far as the papers tell" in row.note) == ("as far as the papers tell" in one.explanation) == (not name)
        scores[name] = one.score
    assert scores[""] < scores["Unit Chief, Deployment"] and listed(public, replace(signed, speaker=""))


@pytest.mark.parametrize(
    ("one", "other", "is_listed"),
    [
        ("The hotline took 3 calls.", "The rights office has 41 on file.", False),
        ("The rights office logged 3 calls.", "Our rights office has 41 on file.", True),
        ("The hotline took 3 calls.", "41 calls have been taken.", True),
        ("3 calls were taken.", "There were 41 calls.", True),
    ],
)
def test_what_came_to_two_bodies_are_two_numbers(one: str, other: str, is_listed: bool) -> None:
    left = claim("handled=3", one, "press", "2010-09-01", period="2010-08-31")
    assert listed(left, claim("handled=41", other, "chief", "2010-09-03", "internal", period="2010-08-31")) is is_listed
