"""Words of change, of a meaning of one's own, of an exception: what is read off a quote, and what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_claims import TOPIC, claim

from pipeline.records.finding import Reason
from pipeline.scorers import caveats, changes, speakers
from pipeline.scorers.scope import ScopeScorer
from pipeline.stages.compare import LISTED, REVIEW, Params, buckets, compare

CHANGED = (
    "There is a change to the policy: no ferry waits.",
    "Under the new guidance no ferry waits until noon.",
    "Until the new pier opened ferries waited, but as of today none does.",
    "Effective 1 March no ferry waits for stragglers.",
    "As of this letter the toll is gone.",
    "We no longer ask for a paper.",
    "We switched to the new form last week.",
    "The practice was suspended last May.",
    "We stopped weighing boats last Tuesday.",
    "The landing is not open any more.",
    "Henceforth each town decides.",
    "By my order of today the scheme ends.",
    "Under the ordinance adopted in May the jail is free to decline.",
    "Since the spring guidance nobody is turned away.",
    "We have changed our position: no town is asked.",
    "Opinion 4 is withdrawn and towns may refuse.",
    "It is now up to each town.",
    "Following the advice received on Monday, we hold that towns may stay out.",
    "The rule has been replaced by another.",
    "There is a change in our practice of weighing.",
    "Since the first of May we do not wait for stragglers.",
    "Since May 3, 2010, no ferry may wait.",
    "From June 1 the landing will stop taking boats.",
    "On July 5 we cease sorting them.",
    "The tariff is now in force at every landing.",
    "It is now the rule that ferries wait.",
)
UNCHANGED = (
    "He was stopped last Tuesday for a broken lamp.",
    "His licence was suspended last May.",
    "The charge was dropped last week.",
    "We switched on eleven harbors last week.",
    "The crew moved forty boats last week.",
    "There will be no change in what the ferry takes aboard.",
    "The toll goes up without any real change to the policy.",
    "Until the new guidance is out, every ferry waits.",
    "Pending a revised form, towns sign the old one.",
    "No ferry waits before the new rules are issued.",
    "No town may stay out.",
    "Since the ferry came, people talk less.",
    "The paper is as required in May as in June.",
    "Under this agreement towns take part.",
    "The board may order what it likes.",
    "As of this writing three towns take part.",
    "Each town chooses from the first day.",
    "Nobody changed trains at the landing.",
    "In 2010 a paper was needed.",
    "A new ferry runs under a new name.",
    "The order of the towns is by size.",
    "We cannot replace what is lost.",
    "They stopped calling us since the ferry came.",
    "A landing can be skipped by a change to the sailing table.",
    "Three of my clients rang the bell and are now in the harbor jail.",
    "Two pilots are now over sixty.",
    "Mr. Ives is now the harbor master.",
    "A ferry can be held back with a small change of the rules.",
    "There is no new rule on ferries.",
    "On July 5 the ferry stops at noon.",
    "Since May 2010 nine ferries have been built.",
    "Since May nobody has asked whether ferries may wait.",
)
OWN_MEANING = (
    'By "free" we mean that the link is not billed.',
    "A town may opt out, that is, it may choose not to get the replies.",
    "It is voluntary in the sense that you pick the week.",
    "No cost, meaning no machine to buy.",
    "The word voluntary is used loosely.",
    "Counting only the grave as grave, it was a third.",
    "By our own scale it was a fifth.",
)
PLAIN_MEANING = (
    "That is free.",
    "A town may opt out by writing.",
    "We mean what we say.",
    "The word came down today that no town may leave.",
    "The word from the office is that towns may leave.",
    "It makes sense to ask.",
    "Every town counts.",
    "The scale stands in the yard.",
)


@pytest.mark.parametrize("quote", CHANGED)
def test_a_change_is_told_by_its_words(quote: str) -> None:
    assert changes.words(quote)


@pytest.mark.parametrize("quote", UNCHANGED)
def test_a_plain_statement_announces_no_change(quote: str) -> None:
    assert not changes.words(quote)


@pytest.mark.parametrize("quote", OWN_MEANING)
def test_a_meaning_of_its_own_is_seen(quote: str) -> None:
    assert caveats.redefinition(quote)


@pytest.mark.parametrize("quote", PLAIN_MEANING)
def test_a_plain_meaning_is_left(quote: str) -> None:
    assert not caveats.redefinition(quote)


@pytest.mark.parametrize(
    "one, other, place, relation",
    [
        (("Governor", "state"), ("Counsel to the Governor", "state"), "", speakers.PARTY),
        (("Sheriff's Office, Marlow", "local"), ("Sheriff, Marlow", "local"), "", speakers.PARTY),
        (("Budget Officer, Alder County", "local"), ("Road Crew, Alder County", "local"), "Alder County", speakers.PARTY),
        (("Sheriff, Marlow County", "local"), ("Sheriff, Alder County", "local"), "", speakers.PARTIES),
        (("Governor", "state"), ("Press Officer", "agency"), "", speakers.PARTIES),
        (("Daily Plain", "press"), ("Evening Plain", "press"), "", speakers.PARTIES),
        (("Clerk", ""), ("Press Officer", "agency"), "", speakers.UNKNOWN),
        (("Unit Chief", "agency"), ("Program Office", "record"), "", speakers.SIDE),
    ],
)
def test_how_two_voices_stand_to_each_other(one: tuple[str, str], other: tuple[str, str], place: str, relation: str) -> None:
    left, right = (
        claim("+running", "It runs.", jurisdiction=place, speaker=name, speaker_kind=kind) for name, kind in (one, other)
    )
    assert speakers.relation(left, right) == speakers.relation(right, left) == relation


def test_another_program_named_on_one_side_is_seen() -> None:
    from dataclasses import replace

    topic = replace(TOPIC, terms=("River ferries",), other_programs=("Hill Trams",))
    left, right = claim("+joining-free", "Hill Trams are voluntary."), claim("-joining-free", "It is not voluntary.")
    assert caveats.other_program(left, right, topic) == "Hill Trams"
    named = claim("+joining-free", "River ferries, unlike Hill Trams, are voluntary.")
    assert caveats.other_program(named, right, topic) == ""


@pytest.mark.parametrize(
    "quote, mended",
    [
        ("Correction: it was 21.", True), ("It has grown from 88 to 150.", True),
        ("We correct our figure of May: it was 21.", True), ("It was 21.", False), ("We count 21 from May.", False),
        ("A correct count is 21.", False), ("It is correct that the number is 21.", False),
        ("This corrects the number given in May.", True), ("She corrects the forms of 21 riders.", False),
        ("To correct the record: it was 21.", True), ("Is that correct? The count is 21.", False),
    ],
)  # fmt: skip
def test_a_number_mended_says_so(quote: str, mended: bool) -> None:
    assert bool(changes.recount(quote)) is mended


def test_what_another_tells_of_a_speaker_counts_for_less_than_his_own_words() -> None:
    by = (Reason("speaker", "the press office", "agency", 0.0, "by 'tells'"),)
    header = (Reason("speaker", "the press office", "agency", 0.0, "author of the document"),)
    told = "It tells towns that they may stay out."
    assert caveats.second_hand(claim("+joining-free", told, "press", to="internal", reasons=by))
    for one in (
        claim("+joining-free", told, "press", to="public", reasons=by),
        claim("+joining-free", told, "press", to="internal", reasons=header),
        claim("+joining-free", told, "nobody", to="internal", reasons=by),
        claim("+joining-free", "We tell towns that they may stay out.", "press", to="internal", reasons=by),
        claim("+joining-free", 'He said: "Towns may stay out."', "press", to="internal", reasons=by),
    ):
        assert not caveats.second_hand(one)
    own = claim("-joining-free", "No town may stay out.", "assistant")
    heard, said = (
        ScopeScorer().score(claim("+joining-free", told, "press", to="internal", reasons=row), own, TOPIC) for row in (by, header)
    )
    assert heard is not None and said is not None and heard.score < said.score and heard.audience_pair == ""


@pytest.mark.parametrize(
    ("speaker", "relation"),
    [("Our chief", "parties"), ("my sheriff", "parties"), ("Our deputy mayor", "parties"),
     ("Our chief counsel", "side"), ("Our office", "side"), ("The chief", "side")],
)  # fmt: skip
def test_our_chief_is_that_of_whoever_is_quoted(speaker: str, relation: str) -> None:
    quoted = claim("+joining-free", "People are afraid.", speaker=speaker, speaker_kind="agency")
    assert speakers.relation(quoted, claim("-joining-free", "Nobody is afraid.", "press")) == relation


@pytest.mark.parametrize(
    ("quote", "speaker", "opponent"),
    [
        ("The plaintiffs say that the press office told towns that they may stay out.", "press", True),
        ("The complaint alleges the press office promised a choice.", "press", True),
        ("The press office told the plaintiffs that they may stay out.", "press", False),
        ("The plaintiffs signed, and the press office says that towns may stay out.", "press", False),
        ("Towns may stay out.", "press", False),
    ],
)
def test_what_an_opponent_says_that_somebody_said(quote: str, speaker: str, opponent: bool) -> None:
    one = claim("+joining-free/reported", quote, speaker)
    assert caveats.alleged(one) is opponent
    assert caveats.relayed(one) is not opponent


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("You say that my town must join.", True),
        ("In your letter of May 3, you wrote that towns may stay out.", True),
        ("You may say that towns must join.", False),
        ("Should you say no, the town stays out.", False),
        ("Towns must join, as you say.", False),
    ],
)
def test_what_a_writer_tells_his_reader_that_he_said(quote: str, told: bool) -> None:
    assert caveats.second_hand(claim("-joining-free", quote, "press", to="internal")) is told


@pytest.mark.parametrize(
    "quote",
    [
        "You told the board that joining is free.",
        "On December 8 you told the House that joining is free.",
        "In your letter of May you wrote that joining is free.",
        "Last spring you assured us that joining is free.",
    ],
)
def test_what_a_writer_tells_the_other_that_he_said_is_hearsay(quote: str) -> None:
    assert caveats.addressed(quote)


@pytest.mark.parametrize("quote", ["I told you that joining is free.", "Joining is free, you say.", "If you say no, you may."])
def test_what_only_names_the_reader_is_not(quote: str) -> None:
    assert not caveats.addressed(quote)


@pytest.mark.parametrize(
    ("quote", "speaker", "is_draft"),
    [
        ("I may have said that joining is free.", "", True),
        ("There were no complaints.", "Director's draft", True),
        ("I have said that joining is free.", "", False),
        ("Towns may have to join.", "Drafting Officer", False),
    ],
)
def test_what_somebody_may_have_said_is_a_guess(quote: str, speaker: str, is_draft: bool) -> None:
    assert caveats.drafted(quote, speaker) == is_draft


def test_a_number_of_a_later_time_is_weak_against_a_statement() -> None:
    said = claim("+aims-high", "We deal with grave cases.", "assistant", "2010-07-19", "congress")
    number = claim("light-share=0.62", "62 percent were light cases.", "table", "2011-10-01", "internal", period="2011")
    later, then = (ScopeScorer().score(said, replace(number, period=period), TOPIC) for period in ("2011", "2010"))
    assert later is not None and then is not None and later.score < then.score - 0.2
    assert any("came after the statement" in row.note for row in later.reasons)


@pytest.mark.parametrize(
    ("speaker", "place", "other_place", "one_paper", "relation"),
    [
        ("The sheriff", "", "", False, speakers.PARTY),
        ("the sheriff", "Alder County", "Marlow County", False, speakers.PARTY),
        ("Sheriff", "", "", False, speakers.SAME),
        ("The sheriff", "", "", True, speakers.SAME),
        ("the sheriff", "Alder County", "Alder County", False, speakers.SAME),
        ("The sheriff of Alder County", "", "", False, speakers.SAME),
        ("the mayor", "", "", False, speakers.PARTY),
    ],
)
def test_an_office_described_is_told_by_its_paper(
    speaker: str, place: str, other_place: str, one_paper: bool, relation: str
) -> None:
    one = replace(
        claim("+joining-free", "Any town may."), speaker=speaker, speaker_kind="local", jurisdiction=place, document_id="a"
    )
    other = replace(one, id="b", jurisdiction=other_place, document_id="a" if one_paper else "b")
    assert speakers.relation(one, other) == speakers.relation(other, one) == relation


def test_the_technical_sense_is_a_limit_and_no_meaning_of_its_own() -> None:
    assert not caveats.redefinition("There is no way out in the technical sense.")
    assert caveats.redefinition("It is voluntary only in the sense that nobody is fined.")
    assert caveats.redefinition("It is voluntary in a narrow sense.")
    assert not caveats.redefinition("Anybody found is held, including those who were never convicted.")
    assert caveats.redefinition("Nine were criminals, counting all who were charged.")


@pytest.mark.parametrize(
    ("quote", "told"), [("Nobody is taken from this State.", False), ("From this day nobody is taken.", True)]
)
def test_a_place_is_no_time_from_which_something_holds(quote: str, told: bool) -> None:
    assert bool(changes.words(quote)) is told


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("The form was changed in May 2009 to say that no ferry may wait.", "stance"),
        ("The form was changed in October 2010 to say that no ferry may wait.", "shift"),
        ("The form was changed to say that no ferry may wait.", "shift"),
    ],
)
def test_a_change_that_was_made_before_the_old_word_is_none(told: str, kind: str) -> None:
    old = claim("+paper-needed", "Every ferry may wait.", "press", "2010-08-02")
    found = ScopeScorer().score(old, claim("-paper-needed", told, "chief", "2010-11-05", "internal"), TOPIC)
    assert found is not None and found.kind == kind


@pytest.mark.parametrize(("when", "kind"), [("2010-04-08", ""), ("2010-09-08", "data")])
def test_a_number_of_before_a_change_speaks_not_against_it(when: str, kind: str) -> None:
    said = claim("+aims-high", "From June 1 we stop taking boats that are only late.", "chief", "2010-05-20")
    found = ScopeScorer().score(said, claim("grave-share=0.1", "10 percent were grave.", "table", when), TOPIC)
    assert (found.kind if found else "") == kind


def test_a_change_made_before_an_announcement_explains_nothing() -> None:
    old = claim("+joining-free", "Joining is voluntary.", "press", "2010-01-05")
    new = claim(
        "-joining-free",
        "The rule was changed in May 2009, and joining is no longer voluntary.",
        "chief",
        "2010-03-05",
        announced=True,
    )
    found = ScopeScorer().score(old, new, TOPIC)
    assert found is not None and found.kind == "stance"


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        ("The scheme deals with grave cases only, as our policy told you.", "data"),
        ("Contrary to what the memo ordered, the scheme deals with grave cases.", "data"),
        ("Our rules require that it deals with grave cases, and it deals with no others.", "data"),
        ("Our rules require that it deals with grave cases.", "scope"),
    ],
)
def test_what_stands_beside_an_order_is_stated(quote: str, kind: str) -> None:
    found = ScopeScorer().score(claim("+aims-high", quote), claim("light-share=0.8", "80 percent were light.", "table"), TOPIC)
    assert found is not None and found.kind == kind


@pytest.mark.parametrize(
    ("place", "who", "standing"), [("", "assistant", REVIEW), ("Dale County", "assistant", LISTED), ("", "governor", LISTED)]
)
def test_a_change_in_one_place_or_of_another_explains_no_word_on_all(place: str, who: str, standing: str) -> None:
    old = claim("+joining-free", "Joining is voluntary.", "assistant", "2010-01-05")
    change = claim(
        "-joining-free", "From March 1 joining is no longer voluntary.", who, "2010-02-20", announced=True, jurisdiction=place
    )
    later = claim("-joining-free", "Joining is mandatory everywhere and has no exit.", "chief", "2010-05-05")
    (bucket,) = buckets((old, change, later), TOPIC).values()
    found = [
        one
        for one in compare(bucket, TOPIC, ScopeScorer(), Params())
        if {one.left_claim_id, one.right_claim_id} == {old.id, later.id}
    ]
    assert [one.standing for one in found] == [standing]
