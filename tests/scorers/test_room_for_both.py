"""Words that set nothing apart, what comes first beside a number, what nobody need buy, and agreements in force."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_claims import TOPIC, claim

from pipeline.records.finding import Reason
from pipeline.scorers import changes, coverage, limits, sorts
from pipeline.scorers.marks import marks
from pipeline.scorers.scope import ScopeScorer
from pipeline.stages.compare import REVIEW, Params, buckets, compare

IN_FORCE = Reason("in force", "agreement", "", 0.0, "")


@pytest.mark.parametrize(
    ("quote", "fenced"),
    [
        ("The 2009 agreement with Dale has no clause on that.", False),
        ("In 2009 the agreement had no clause on that.", True),
        ("The boats go out exactly as before.", False),
        ("Before the flood the boats went out.", True),
        ("Its boats will not then be searched.", False),
        ("The rule then was another.", True),
        ("The dock keeps him up to two days after he would leave.", False),
        ("After the launch nobody may leave.", True),
        ("The dock must buy the crane before it can be opened.", False),
        ("Before the vote a dock could leave.", True),
        ("We have not counted for one single dock.", False),
        ("No dock may leave in one single case.", True),
        ("Before it can sue, a dock must leave.", True),
        ("We counted for one single dock.", True),
    ],
)
def test_words_that_set_nothing_apart(quote: str, fenced: bool) -> None:
    assert bool(limits.fences(quote)) is fenced


def test_when_cases_were_counted_fences_nothing_in_against_none_at_all() -> None:
    none, cases = (
        claim("-running", "We have received no complaint."),
        claim("+running", "Since July 1 fourteen were received.", "chief"),
    )
    assert limits.between(none, cases) == (frozenset(), frozenset())


@pytest.mark.parametrize(
    ("place", "parted"),
    [
        ("A county cannot get out of it; once the State is in, it stays.", True),
        ("A State bureau has no way to leave one county out.", True),
        ("What the council votes makes no difference.", True),
        ("A county may have its State bureau strike it from the list.", True),
        ("The Review Board of the agency met.", False),
        ("It holds no line under which the State can end it for a county.", False),
        ("There is no memorandum by which either State may be bound to it.", False),
        ("The State and its counties cannot withdraw.", False),
    ],
)
def test_a_county_is_no_party_to_what_its_state_signed(place: str, parted: bool) -> None:
    ends = claim("+joining-free", "Either party may end this agreement on thirty days' notice.")
    left, right = ends, claim("-joining-free", place, "chief")
    assert (sorts.parties(left, right) is not None) is parted


def score(quote: str) -> float:
    found = ScopeScorer().score(claim("+aims-high", quote), claim("grave-share=0.1", "10 percent were grave.", "table"), TOPIC)
    assert found is not None and found.kind == "data"
    return found.score


def test_what_comes_first_leaves_room_for_others() -> None:
    plain = score("We take the worst.")
    assert score("We put the worst cases first.") < plain and score("The worst are our priority.") < plain
    assert score("We put the worst first and take them only.") == plain


@pytest.mark.parametrize(
    ("paper", "parted"),
    [
        ("Our agreement has no article by which the State could end it.", True),
        ("No State may terminate its agreement with us.", True),
        ("The agreement we signed leaves the State no way to quit its role.", True),
        ("The paper gave the State no power to stop the cards.", False),
        ("The agreement has no clause by which a county can leave.", False),
        ("No State may leave the program.", False),
    ],
)
def test_what_a_state_may_end_is_not_what_a_county_may_leave(paper: str, parted: bool) -> None:
    county = claim("+joining-free", "A county that would rather not may write to the State bureau, and it is struck out.")
    assert (sorts.parties(county, claim("-joining-free", paper, "chief")) is not None) is parted


@pytest.mark.parametrize(
    ("other", "kind"),
    [("Anyone with a warrant is held, whatever the charge.", "scope"), ("Anyone with a warrant is held.", "stance")],
)
def test_what_comes_first_leaves_room_for_what_comes_too(other: str, kind: str) -> None:
    first = claim("+aims-high", "We put the worst cases first.", when="2010-10-01")
    found = ScopeScorer().score(first, claim("-aims-high", other, "chief", to="internal"), TOPIC)
    assert found is not None and found.kind == kind


@pytest.mark.parametrize(
    ("quote", "changed"),
    [
        ("From May 3 we have stopped asking docks for a paper.", True),
        ("We have since ceased asking docks for a paper.", True),
        ("We have stopped 14 boats since May 3.", False),
        ("From May 3 the boats have three crews.", False),
        ("We have not stopped asking docks for a paper.", False),
    ],
)
def test_who_has_stopped_doing_it_tells_of_a_change(quote: str, changed: bool) -> None:
    assert bool(changes.words(quote)) is changed


@pytest.mark.parametrize(
    ("money", "kind"),
    [
        ("We spent $3 million this spring, none of it for dock scanners.", "scope"),
        ("Each dock pays $2,000 for its scanner.", "stance"),
    ],
)
def test_what_nobody_need_buy_nobody_pays_for(money: str, kind: str) -> None:
    free = claim("+joining-free", "There is no scanner to buy and nothing to install.", when="2010-10-01")
    found = ScopeScorer().score(free, claim("-joining-free", money, "chief", to="internal"), TOPIC)
    assert found is not None and found.kind == kind


def test_an_agreement_holds_while_it_is_in_force() -> None:
    clause = claim("+joining-free", "Either side may leave.", when="2009-01-10")
    letter = claim("-joining-free", "You cannot leave.", "chief", "2010-09-20")
    then = ScopeScorer().score(clause, letter, TOPIC)
    now = ScopeScorer().score(replace(clause, reasons=(IN_FORCE,)), letter, TOPIC)
    assert then is not None and now is not None and now.score > then.score


@pytest.mark.parametrize(
    ("in_force", "who", "kept"), [(True, "chief", [REVIEW]), (False, "chief", []), (True, "sheriff", []), (True, "nobody", [])]
)
def test_of_two_unsure_statements_one_must_be_an_agreements(in_force: bool, who: str, kept: list[str]) -> None:
    clause = claim(
        "+joining-free", "Either side may leave.", when="2010-08-10", faint=True, reasons=(IN_FORCE,) if in_force else ()
    )
    letter = claim("-joining-free", "You cannot leave.", who, faint=True)
    (bucket,) = buckets((clause, letter), TOPIC).values()
    assert [one.standing for one in compare(bucket, TOPIC, ScopeScorer(), Params())] == kept


def test_what_has_gone_on_since_before_is_no_later_case() -> None:
    none = claim("-running", "We have never run it for any dock.", when="2010-10-21", to="internal")
    since = claim("+running", "We have run it each quarter.", "chief", "2010-11-19", period="Since June 2010")
    later = replace(since, period="Since November 2010")
    one, other = ScopeScorer().score(none, since, TOPIC), ScopeScorer().score(none, later, TOPIC)
    assert one is not None and other is not None and one.score > other.score


@pytest.mark.parametrize(
    ("quote", "no_need"),
    [
        ("No new software is needed.", True),
        ("There is no scanner to buy.", True),
        ("No county is required to buy scanners.", False),
        ("No repayment is required to purchase scanners.", False),
        ("The county has no funds to purchase scanners.", False),
        ("No one else is needed.", False),
    ],
)
def test_what_nobody_needs_is_a_thing(quote: str, no_need: bool) -> None:
    assert bool(marks(quote).no_need) is no_need


@pytest.mark.parametrize(("quote", "first"), [("It puts the worst first.", True), ("He put in the first.", False)])
def test_what_comes_first(quote: str, first: bool) -> None:
    assert bool(marks(quote).first_of_all) is first


@pytest.mark.parametrize(
    ("consent", "paper", "parted"),
    [
        ("We will not switch Dale County on until we have your written concurrence.", "The agreement was never needed.", True),
        ("No county is switched on without the sheriff's approval.", "No memorandum with a State is needed.", True),
        ("No county is switched on without the consent of its board.", "So the paper we chased was never needed.", True),
        ("We did not wait for the sheriff's signature.", "No State is live before its bureau has signed the agreement.", True),
        ("We did not wait for the sheriff's signature.", "No county is live before its sheriff has signed the agreement.", False),
        ("No county is switched on without the sheriff's approval.", "No approval is needed.", False),
        ("No county is switched on without the sheriff's approval.", "No paper is asked of a county.", False),
        ("No State is switched on without its approval.", "No memorandum is needed.", False),
        ("No county is switched on before a memorandum is signed.", "No memorandum is needed.", False),
    ],
)
def test_the_consent_of_a_county_is_no_paper_of_its_state(consent: str, paper: str, parted: bool) -> None:
    left, right = claim("+paper-needed", consent), claim("-paper-needed", paper, "chief")
    assert (sorts.consents(left, right) is not None) is parted is (sorts.consents(right, left) is not None)


@pytest.mark.parametrize(
    ("quote", "done"),
    [
        ("Mr. Roe stated that the lock cannot tell one boat from another.", False),
        ("She told the board that the lock cannot part them.", False),
        ("The master reported that they kept nine boats.", True),
        ("We stated our wish, and they kept nine boats.", True),
    ],
)
def test_that_somebody_said_so_is_no_deed(quote: str, done: bool) -> None:
    assert bool(marks(quote).act) is done


@pytest.mark.parametrize(
    ("begun", "ended", "parted"),
    [
        ("We do not ask for a mayor's consent.", "Either party may end this Agreement by letter.", True),
        ("We do not ask for a mayor's consent.", "Each town may decline.", False),
        ("Nobody is let out, with a mayor's consent or without.", "Either party may end this Agreement by letter.", False),
        ("We do not ask for a mayor's consent.", "Either party may end this Agreement by its consent.", False),
    ],
)
def test_whose_consent_begins_it_is_not_who_may_end_it(begun: str, ended: str, parted: bool) -> None:
    left, right = claim("-joining-free", begun), claim("+joining-free", ended, "chief")
    assert (sorts.of_two(left, right) is not None) is parted is (sorts.of_two(right, left) is not None)


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        ("The Act directs that grave cases come first.", "scope"),
        ("Grave cases come first.", "data"),
    ],
)
def test_what_a_law_directs_is_met_by_no_number(quote: str, kind: str) -> None:
    found = ScopeScorer().score(claim("+aims-high", quote), claim("grave-share=0.1", "One in ten was grave.", "table"), TOPIC)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("quote", "place"),
    [("We turned Alder on at six.", "home"), ("We turned Fenwick on at six.", "wider"), ("The alder fell at six.", "wider")],
)
def test_a_place_named_in_passing_is_that_place(quote: str, place: str) -> None:
    rule = claim("+paper-needed", "It is off in Alder County until you sign.", jurisdiction="Alder County")
    assert coverage.places(rule, claim("-paper-needed", quote)) == place


@pytest.mark.parametrize(
    ("quote", "place"),
    [
        ("Alder had 412 by the end of May.", "home"),
        ("By the end of May there were 412; Alder was the first.", "wider"),
        ("Alder was the first; there were 412 by the end of May.", "wider"),
    ],
)
def test_a_number_is_that_of_the_place_before_it(quote: str, place: str) -> None:
    told = claim("handled=900", "There were 900.", jurisdiction="Alder County")
    number = claim("handled=412", quote, reasons=(Reason("number", "412", "412 count", 1.0, ""),))
    assert coverage.places(told, number) == place


def test_a_past_guessed_from_another_paper_is_no_old_position() -> None:
    new = claim("-aims-high", "From June 1 we stop handling light cases.", when="2011-05-02", announced=True)
    kinds = []
    for quote in ("In the first year one boat in ten was moored.", "In the first year light cases were handled."):
        for finder in ("model", "rules+model"):
            old = claim("+aims-high/former", quote, "chief", "2010-02-01", extractor=finder, confidence=0.9)
            found = ScopeScorer().score(old, new, TOPIC)
            kinds.append(found.kind if found else "")
    assert kinds == ["scope", "shift", "shift", "shift"]


@pytest.mark.parametrize(
    ("quote", "tried"),
    [
        ("No town has declined.", False),
        ("Not one of them has ever declined.", False),
        ("Two towns have declined and were joined anyway.", True),
        ("No reason was given when the town was refused.", True),
    ],
)
def test_what_nobody_did_was_not_tried(quote: str, tried: bool) -> None:
    assert bool(marks(quote).tried) is tried


def test_a_past_guessed_from_another_paper_meets_no_word_on_all_time() -> None:
    now = claim("-aims-high", "Light cases were never left alone.", when="2011-05-02")
    kinds = []
    for quote in ("In the first year one boat in ten was moored.", "In the first year light cases were left."):
        old = claim("+aims-high/former", quote, "chief", "2010-02-01", extractor="model", confidence=0.9)
        found = ScopeScorer().score(old, now, TOPIC)
        kinds.append(found.kind if found else "")
    assert kinds == ["scope", "stance"]
