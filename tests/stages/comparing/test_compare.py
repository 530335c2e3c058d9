"""Buckets and what comes out of comparing one: bounded, ordered, each wording once, whatever the order of claims."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_claims import TOPIC, claim

from pipeline.records.finding import Claim, Contradiction
from pipeline.records.topic import Topic
from pipeline.scorers.scope import ScopeScorer
from pipeline.stages.compare import LISTED, REVIEW, Params, buckets, compare
from pipeline.stages.comparing import pairing

PARAMS = Params()
PLACES = ("", "", "", "Franklin", "Marlow County", "Alder County")


def crowd(size: int, seed: int = 7) -> tuple[Claim, ...]:
    """A made-up bucket of statements about one proposition and numbers that bear on it."""
    rng = random.Random(seed)
    made = []
    for index in range(size):
        when = f"20{rng.randint(8, 13):02d}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
        what = rng.choice(
            ("+aims-high", "-aims-high", "+aims-high", "-aims-high/reported", "+aims-high/hedged", "light-share=0.61")
        )
        who = rng.choice(("assistant", "chief", "press", "table", "sheriff", "clinic", "wire"))
        to = rng.choice(("internal", "public", "congress", ""))
        more = {"jurisdiction": rng.choice(PLACES), "confidence": rng.randint(40, 99) / 100}
        made.append(claim(what, f"Remark {index} on what the scheme is for.", who, when, to, **more))
    return tuple(made)


def found(*claims: Claim, params: Params = PARAMS) -> tuple[Contradiction, ...]:
    return compare(claims, TOPIC, ScopeScorer(), params)


def test_buckets_hold_a_proposition_with_its_numbers_and_each_metric() -> None:
    said = claim("+aims-high", "We deal with grave cases.")
    share, count = claim("light-share=0.6", "60 percent."), claim("handled=12", "Twelve.")
    made = buckets((said, share, count), TOPIC)
    assert set(made) == {"aims-high", "light-share", "handled"}
    assert {one.id for one in made["aims-high"]} == {said.id, share.id}
    assert made["light-share"] == (share,)


def test_a_bucket_without_a_statement_holds_no_numbers() -> None:
    assert set(buckets((claim("light-share=0.6", "60 percent."),), TOPIC)) == {"light-share"}


def test_claims_of_another_topic_or_of_no_declared_matter_are_in_no_bucket() -> None:
    foreign = replace(claim("+aims-high", "We deal with grave cases."), topic="bridges")
    unknown = claim("+gone-from-the-topic", "Something else.")
    assert buckets((foreign, unknown), TOPIC) == {}


def test_buckets_do_not_depend_on_order_or_repetition() -> None:
    claims = crowd(40)
    assert buckets(claims, TOPIC) == buckets(claims[::-1] + claims[:5], TOPIC)


def test_an_empty_or_one_sided_bucket_has_no_findings() -> None:
    assert found() == ()
    assert found(claim("+running", "It runs."), claim("+running", "It is on.")) == ()


def test_best_first_then_by_id() -> None:
    ranks = [(-one.score, one.id) for one in compare(crowd(60), TOPIC, ScopeScorer(), PARAMS)]
    assert ranks == sorted(ranks) and len(ranks) > 10


def test_numbers_in_a_bucket_meet_statements_but_not_each_other() -> None:
    numbers = (claim("light-share=0.6", "60 percent.", period="2010"), claim("light-share=0.9", "90 percent.", period="2010"))
    said = claim("+aims-high", "We deal with grave cases.")
    assert {one.kind for one in found(said, *numbers)} == {"data"}
    assert {one.kind for one in found(*numbers)} == {"number"}


def test_boilerplate_is_shown_once() -> None:
    copies = [claim("+joining-free", "Each county is free to choose.", "chief", f"2010-09-{day:02d}") for day in range(1, 9)]
    denial = claim("-joining-free", "No county has a choice.", "assistant", "2010-09-04", "internal")
    (one,) = found(denial, *copies)
    shown = {one.left_claim_id, one.right_claim_id}
    assert denial.id in shown and len(shown & {copy.id for copy in copies}) == 1


def test_a_template_signed_by_three_states_is_shown_once() -> None:
    clause = "This paper must be signed before any county of the State is taken in."
    states = [
        claim("+paper-needed", clause, "chief", "2010-02-01", jurisdiction=place) for place in ("Franklin", "Tremont", "Pacifica")
    ]
    assert len(found(*states, claim("-paper-needed", "No state needs a paper.", "assistant", "2010-03-01", "internal"))) == 1


def test_two_copies_of_one_record_give_one_finding() -> None:
    public = claim("+joining-free", "Each county is free to choose.", "assistant", "2010-09-07", "congress")
    inside = claim("-joining-free", "It is not a choice.", "chief", "2010-09-29", "internal")
    again = replace(inside, id="0" * 16, file_id="f", page_id="f-p1", document_id="f", quote="It is\nnot a choice")
    assert len(found(public, inside, again)) == 1


def test_one_wording_cut_or_read_differently_is_shown_once() -> None:
    whole = "A county that does not wish to take part may stay out by writing to the office and to the bureau."
    readings = [whole, whole[2:].replace("county", "connty"), whole[9:], whole.replace("writing", "wrlting")]
    copies = [claim("+joining-free", quote, "chief", f"2010-09-{day:02d}") for day, quote in enumerate(readings, 1)]
    other = claim("+joining-free", "The sheriff decides.", "chief", "2010-09-05")
    denial = claim("-joining-free", "No county has a choice.", "assistant", "2010-09-04", "internal")
    again = claim("-joining-free", "No county has a choice", "assistant", "2010-09-09", "internal")
    assert len(found(*copies, denial)) == 1
    assert len(found(*copies, other, denial)) == 2
    assert len(found(*copies, denial, again)) == 1


def test_wordings_that_differ_in_a_figure_are_not_one() -> None:
    made = [claim("+joining-free", f"The {n} counties of the river may choose for themselves.", "chief") for n in (12, 31)]
    assert len(found(*made, claim("-joining-free", "No county has a choice.", "assistant", "2010-09-04", "internal"))) == 2


def test_the_same_figure_for_two_places_is_two_findings() -> None:
    made = []
    for place in ("Franklin", "Pacifica"):
        made.append(claim("handled=10", "Total: 10", "table", "2010-09-01", "internal", period="2010", jurisdiction=place))
        made.append(claim("handled=50", "Total: 50", "press", "2010-09-01", "public", period="2010", jurisdiction=place))
    assert len(found(*made)) == 2


def test_findings_below_the_least_score_are_not_kept() -> None:
    pair = (claim("+running", "It runs.", confidence=0.05), claim("-running", "It does not.", "chief", confidence=0.05))
    assert found(*pair, params=Params(review=0.0)) and not found(*pair, params=Params(review=0.6))


def test_one_claim_does_not_fill_the_list_and_none_loses_its_best() -> None:
    hub = claim("-joining-free", "No county has a choice.", "assistant", "2010-09-15", "internal")
    others = [claim("+joining-free", f"County {n} may choose.", "chief", f"2010-09-{n % 28 + 1:02d}") for n in range(50)]
    second = claim("-joining-free", "You all must join.", "press", "2010-09-16", "public")
    made = found(hub, second, *others, params=Params(per_claim=3))
    named = [name for one in made for name in (one.left_claim_id, one.right_claim_id)]
    assert {one.id for one in others} <= set(named)  # every claim keeps its best counterpart
    assert len(made) <= len(others) + 2 * 3


def test_a_shift_does_not_push_out_contradictions() -> None:
    new = claim("-paper-needed", "The agency announces that none is needed.", "press", "2011-08-05", announced=True)
    old = [claim("+paper-needed", f"State {n} signs a paper.", "chief", f"2010-01-{n:02d}", "state-local") for n in range(1, 5)]
    late = claim("+paper-needed", "You must sign the paper first.", "chief", "2011-10-11", "state-local")
    kinds = [one.kind for one in found(new, late, *old, params=Params(per_claim=2))]
    assert kinds.count("stance") == 1 and kinds.count("shift") == 4


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(2, 60))
def test_the_answer_does_not_depend_on_the_order_of_claims(rng: random.Random, size: int) -> None:
    claims = list(crowd(size, seed=size))
    straight = compare(tuple(claims), TOPIC, ScopeScorer(), PARAMS)
    rng.shuffle(claims)
    assert compare(tuple(claims), TOPIC, ScopeScorer(), PARAMS) == straight


class Counting:
    """A scorer that counts what it is asked and finds nothing."""

    def __init__(self) -> None:
        self.asked = 0

    def identity(self) -> str:
        return "counting"

    def ready(self, claim: Claim) -> Claim:
        return claim

    def weigh(self, left: Claim, right: Claim, topic: Topic) -> tuple[str, float, object] | None:
        self.asked += 1
        return None

    def told(self, left: Claim, right: Claim, topic: Topic, grounds: object = None) -> Contradiction | None:
        return None

    def score(self, left: Claim, right: Claim, topic: Topic) -> Contradiction | None:
        return None


@pytest.fixture
def in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairing, "IN_FULL", 0)


@pytest.mark.usefixtures("in_blocks")
def test_large_buckets_do_not_depend_on_the_order_of_claims() -> None:
    claims = list(crowd(300))
    straight = compare(tuple(claims), TOPIC, ScopeScorer(), PARAMS)
    random.Random(3).shuffle(claims)
    assert compare(tuple(claims), TOPIC, ScopeScorer(), PARAMS) == straight


@pytest.mark.usefixtures("in_blocks")
def test_work_in_large_buckets_grows_with_the_claims_not_with_their_square() -> None:
    size = 1500
    claims = crowd(size)
    scorer = Counting()
    compare(claims, TOPIC, scorer, PARAMS)
    affirm, deny = (sum(one.stance == stance for one in claims) for stance in ("affirm", "deny"))
    assert scorer.asked < 100 * size < affirm * deny / 2


def test_blocks_keep_most_of_what_a_full_comparison_ranks_first(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = crowd(400)
    monkeypatch.setattr(pairing, "IN_FULL", 10**9)
    full = [one.id for one in compare(claims, TOPIC, ScopeScorer(), PARAMS)[:150]]
    monkeypatch.setattr(pairing, "IN_FULL", 0)
    blocked = {one.id for one in compare(claims, TOPIC, ScopeScorer(), PARAMS)}
    assert len([name for name in full if name in blocked]) >= 0.75 * len(full)  # 119 of 150


@pytest.mark.usefixtures("in_blocks")
def test_blocks_find_a_lone_pair_among_many_numbers() -> None:
    same = [claim("handled=10", f"Ten, says sheet {n}.", "table", "2010-09-01", period="2010") for n in range(200)]
    odd = claim("handled=90", "Ninety.", "press", "2012-03-01", period="2010")
    assert odd.id in {name for one in found(odd, *same) for name in (one.left_claim_id, one.right_claim_id)}


def test_a_sentence_that_gives_up_a_stance_shows_a_change_and_no_contradiction_of_what_was_said_before() -> None:
    words = "It was once called a choice, and that no longer holds."
    before = claim("+joining-free", "Joining is a choice.", "assistant", "2010-09-08", "congress")
    old = claim("+joining-free/former", words, "assistant", "2011-08-08", "state-local", page_id="same-p1")
    new = claim("-joining-free", words, "assistant", "2011-08-08", "state-local", page_id="same-p1")
    assert {one.kind for one in found(before, old, new)} == {"shift"}
    apart = claim("-joining-free", "Joining is no choice.", "assistant", "2011-08-08", "state-local")
    assert {one.kind for one in found(before, apart)} == {"stance"}


def test_what_a_document_says_beside_the_change_it_announces_is_part_of_it() -> None:
    words = "Until now a paper was needed, and it is needed no more."
    at = {"document_id": "letter", "page_id": "letter-p1"}
    before = claim("+joining-free", "Joining is a choice.", "assistant", "2010-09-08", "congress")
    old = claim("+joining-free/former", words, "assistant", "2011-08-08", "state-local", **at)
    new = claim("-joining-free", words, "assistant", "2011-08-08", "state-local", **at)
    beside = claim("-joining-free", "Joining is no choice.", "assistant", "2011-08-08", "state-local", **at)
    another = claim("-joining-free", "Joining is no choice.", "press", "2011-08-08", "state-local", **at)
    assert {one.kind for one in found(before, old, new, beside)} == {"shift"}
    assert {one.kind for one in found(before, old, new, another)} == {"shift", "stance"}


def test_two_numbers_of_one_sentence_beside_one_of_another_are_shown_once() -> None:
    at = {"page_id": "sheet-p1", "document_id": "sheet", "period": "2010"}
    both = [claim(f"handled={value}", "Ninety, up from eighty.", "table", "2012-03-01", **at) for value in (90, 80)]
    one = claim("handled=10", "Ten.", "press", "2012-03-01", period="2010")
    pairs = [{pair.left_claim_id, pair.right_claim_id} for pair in found(one, *both)]
    assert sum(one.id in pair for pair in pairs) == 1


@settings(max_examples=20, deadline=None)
@given(st.integers(2, 40))
def test_a_pair_is_weighed_as_it_is_scored(size: int) -> None:
    scorer, claims = ScopeScorer(), crowd(size, seed=size)
    for left in claims[:8]:
        for right in claims[:8]:
            one, other = scorer.ready(left), scorer.ready(right)
            made, short = scorer.score(left, right, TOPIC), scorer.weigh(one, other, TOPIC)
            assert (None if made is None else (made.kind, made.score)) == (short and short[:2])
            assert made == scorer.told(one, other, TOPIC, short and short[2])


def test_a_sentence_read_both_ways_counts_once_as_the_surer_reading_has_it() -> None:
    words, place = "No. Joining is a free choice.", {"page_id": "faq-p1", "document_id": "faq", "file_id": "faq"}
    sure = claim("+joining-free", words, "press", "2010-09-01", confidence=0.9, **place)
    unsure = claim("-joining-free", words, "press", "2010-09-01", confidence=0.6, **place)
    free = claim("+joining-free", "Joining is up to the town.", "chief", "2010-09-20", "internal")
    bound = claim("-joining-free", "Joining is no choice.", "chief", "2010-09-20", "internal")
    assert found(sure, unsure, free) == ()
    met = [{one.left_claim_id, one.right_claim_id} for one in found(sure, unsure, free, bound)]
    assert {sure.id, bound.id} in met and not any(unsure.id in pair for pair in met)
    even = replace(unsure, confidence=0.88)
    assert any(unsure.id in (one.left_claim_id, one.right_claim_id) for one in found(sure, even, free))


@pytest.mark.parametrize(
    ("finder", "who", "start", "standing"),
    [
        ("model", "chief", 200, REVIEW),
        ("rules+model", "chief", 200, LISTED),  # a paper that says both plainly says both
        ("model", "press", 200, LISTED),
        ("model", "chief", 2000, LISTED),
    ],
)
def test_what_its_own_speaker_gainsays_nearby_is_unsure(finder: str, who: str, start: int, standing: str) -> None:
    place = {"page_id": "mail-p1", "document_id": "mail", "file_id": "mail"}
    like = claim("-joining-free", "The form reads like an order.", who, "2010-09-01", extractor=finder, confidence=0.9, **place)
    plain = claim(
        "+joining-free", "In short, each town chooses.", "chief", "2010-09-01", extractor="rules", confidence=0.95,
        **place, start=start, end=start + 28,
    )  # fmt: skip
    free = claim("+joining-free", "Joining is up to the town.", "assistant", "2010-09-20", "public", confidence=0.98)
    met = [one.standing for one in found(like, plain, free) if {one.left_claim_id, one.right_claim_id} == {like.id, free.id}]
    assert met == [standing]


def test_what_a_document_says_beside_a_change_it_names_as_such_is_part_of_it() -> None:
    place = {"document_id": "letter", "file_id": "letter"}
    ended = claim("-paper-needed", "All papers end today.", "chief", "2011-08-05", page_id="letter-p1", announced=True, **place)
    beside = claim("-paper-needed", "A paper is not legally necessary.", "chief", "2011-08-05", page_id="letter-p2", **place)
    before = claim("+paper-needed", "A town signs a paper first.", "press", "2010-09-01")
    assert {one.kind for one in found(ended, beside, before)} == {"shift"}
    elsewhere = replace(beside, document_id="memo")
    assert {one.kind for one in found(ended, elsewhere, before)} == {"shift", "stance"}


def test_of_a_crowd_less_is_kept_for_each_claim_and_the_strongest_are_the_same() -> None:
    claims = crowd(240)
    full, crowded = (found(*claims, params=Params(review=0.3, crowd=most)) for most in (1_000, 10))
    assert len(crowded) < len(full) and len(set(crowded) - set(full)) <= len(crowded) // 50
    strongest = [one for one in full if one.standing == "listed"][:10]
    assert strongest and set(strongest) <= set(crowded)
    best = {name: max(one.score for one in full if name in (one.left_claim_id, one.right_claim_id)) for name in _named(full)}
    assert {name for name, score in best.items() if score >= 0.5} <= _named(crowded)


def _named(pairs: tuple[Contradiction, ...]) -> set[str]:
    return {name for one in pairs for name in (one.left_claim_id, one.right_claim_id)}


def test_an_account_of_what_is_at_hand_is_laid_aside_and_an_officer_quoted_is_not() -> None:
    letter = claim(
        "+joining-free", "A town that prefers to stay away need only say so.", "assistant", "2010-06-14", "state-local"
    )
    mail = claim("-joining-free", "No town can stay away.", "chief", "2010-06-09", "internal")
    account = claim(
        "+joining-free/reported", "The agency told towns that they could stay away.", "chief", "2010-06-30", speaker="The agency"
    )
    pairs = {frozenset((one.left_claim_id, one.right_claim_id)): one for one in found(letter, mail, account)}
    assert pairs[frozenset((letter.id, mail.id))].standing == "listed"
    aside = pairs[frozenset((account.id, mail.id))]
    assert aside.standing == "review" and aside.reasons[-1].feature == "second hand"
    alone = found(mail, account)
    assert [one.standing for one in alone] == ["listed"] and all(row.feature != "second hand" for row in alone[0].reasons)
    officer = replace(account, speaker="the Coordinator", id=account.id[::-1])
    assert {one.standing for one in found(letter, mail, officer)} == {"listed"}


def test_a_sentence_that_reports_both_answers_is_no_side_of_a_contradiction() -> None:
    words = "The agency has said that joining is free and that it is not."
    place = {"page_id": "one-p1", "document_id": "one", "file_id": "one", "speaker": "The agency"}
    both = [claim(f"{sign}joining-free/reported", words, "chief", "2011-03-01", **place) for sign in "+-"]
    mail = claim("-joining-free", "No town can stay away.", "assistant", "2011-02-09", "internal")
    assert not any(one.standing == "listed" for one in found(*both, mail))
    assert any(one.standing == "listed" for one in found(both[0], mail))


def test_what_is_too_unsure_to_stand_by_itself_makes_a_pair_for_review_at_most() -> None:
    yes = claim("+aims-high", "We deal with grave cases only.", "assistant", "2010-03-02")
    no = claim("-aims-high", "We deal with every case there is.", "chief", "2010-03-09")
    assert [one.standing for one in found(yes, no)] == ["listed"]
    assert [one.standing for one in found(yes, replace(no, faint=True))] == ["review"]
    assert found(replace(yes, faint=True), replace(no, faint=True)) == ()
    copy = replace(yes, id="0", page_id="other-p1", faint=True)  # the surer reading of one wording stands for it
    assert [one.standing for one in found(yes, copy, no)] == ["listed"]


def test_what_is_too_unsure_makes_no_shift_and_no_related_pair() -> None:
    before = claim("+aims-high", "We deal with grave cases only.", "assistant", "2010-03-02")
    after = claim("-aims-high", "From May on we deal with every case.", "assistant", "2011-03-09", announced=True)
    sheriff = claim("-aims-high", "They deal with every case there is.", "sheriff", "2010-03-09")
    for other in (after, sheriff):
        assert {one.standing for one in found(before, other)} <= {"shift", "related"} and found(before, other)
        assert found(before, replace(other, faint=True)) == ()
