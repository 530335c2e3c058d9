"""Rules and a trained model together: what is kept, what is added, and whose status counts."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from pipeline.engines.language import SpacyParser
from pipeline.extractors.rules import RuleExtractor
from pipeline.records.document import Document
from pipeline.records.finding import Claim
from pipeline.records.judgement import Bounds, Judgement, Leaning
from pipeline.records.language import Passage
from pipeline.records.topic import Proposition, Topic

PROPOSITION = Proposition(
    "joining-voluntary", "Counties choose whether to join.", "Counties must join.",
    affirm=("join ~ voluntary", "(can|may) refuse"), deny=("join ~ mandatory",), not_about=("voluntary departure",),
)  # fmt: skip
BOUNDS = Bounds(alone=0.6, joined=0.1, status=0.7)
TOPIC = Topic("harbors", "Safe Harbors", "", ("Safe Harbors",), (PROPOSITION,), ())


@dataclass(frozen=True)
class Told:
    """A judge that has been told what to think of which words."""

    told: dict[str, tuple[float, float, str, float]]
    bounds: Bounds = BOUNDS
    propositions: frozenset[str] = frozenset({"joining-voluntary"})

    def identity(self) -> str:
        return "told"

    def judge(self, texts: tuple[str, ...]) -> tuple[Judgement, ...]:
        return tuple(self._one(text) for text in texts)

    def joint(self, probability: float) -> float:
        return probability

    def _one(self, text: str) -> Judgement:
        affirm, deny, status, surety = self.told.get(" ".join(text.split()), (0.0, 0.0, "asserted", 0.9))
        return Judgement((Leaning("joining-voluntary", affirm, deny),) if affirm + deny else (), status, surety)


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


PAPER = Document(
    "d", "r", "f", 1, 1, "memo", "Safe Harbors", "2010-05-11", "day", "header", "Unit Chief", "agency", (), (), "internal",
    "", "", "", 1.0,
)  # fmt: skip


def found(
    parser: SpacyParser, text: str, told: dict[str, tuple[float, float, str, float]] | None, title: str = "Safe Harbors"
) -> tuple[Claim, ...]:
    plain = replace(PAPER, title=title)
    extractor = RuleExtractor(Told(told) if told is not None else None)
    return extractor.extract(plain, (Passage("f-p1", 1, text, parser.parse(text)),), TOPIC)


CUED = "Joining Safe Harbors is voluntary."
UNLISTED = "Under Safe Harbors nobody twists a county's arm."


def test_the_model_finds_what_no_cue_lists(parser: SpacyParser) -> None:
    assert found(parser, UNLISTED, None) == ()
    (claim,) = found(parser, UNLISTED, {UNLISTED: (0.93, 0.01, "asserted", 0.9)})
    assert (claim.stance, claim.status, claim.extractor, claim.confidence) == ("affirm", "asserted", "model", 0.93)
    assert claim.quote == UNLISTED
    assert any(reason.feature == "model" for reason in claim.reasons)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("But say it so that nobody takes it for a way out of Safe Harbors.", False),
        ("Describe Safe Harbors as something that nobody can leave.", False),
        ("Phrase the answer so that no way out of Safe Harbors is read into it.", False),
        ("Say that nobody can leave Safe Harbors.", True),
        ("Put it plainly: nobody can leave Safe Harbors.", True),
        ("We say it so that everybody knows that nobody can leave Safe Harbors.", True),
    ],
)
def test_how_to_word_a_thing_is_not_what_is_so(parser: SpacyParser, text: str, stated: bool) -> None:
    assert bool(found(parser, text, {text: (0.01, 0.9, "asserted", 0.9)})) is stated


def test_what_holds_no_longer_held_until_now(parser: SpacyParser) -> None:
    text, then = (
        "Joining Safe Harbors was up to each port until now and is so no longer.",
        "Joining Safe Harbors was up to each port.",
    )
    told = {text: (0.01, 0.9, "asserted", 0.9), then: (0.9, 0.01, "asserted", 0.9)}
    assert {(one.stance, one.status) for one in found(parser, text, told)} == {("deny", "asserted")}
    today = f"Effective today {text[0].lower()}{text[1:]}"
    told |= {today: told[text], f"Effective today {then[0].lower()}{then[1:]}": told[then]}
    assert {(one.stance, one.status) for one in found(parser, today, told)} == {("affirm", "former"), ("deny", "asserted")}
    told[then] = (0.01, 0.9, "asserted", 0.9)
    assert {(one.stance, one.status) for one in found(parser, text, told)} == {("deny", "former")}


@pytest.mark.parametrize("affirm, deny", [(0.59, 0.01), (0.3, 0.3), (0.0, 0.0)])
def test_an_unsure_model_alone_claims_nothing(parser: SpacyParser, affirm: float, deny: float) -> None:
    assert found(parser, UNLISTED, {UNLISTED: (affirm, deny, "asserted", 0.9)}) == ()


def test_a_rule_the_model_supports_is_kept_once(parser: SpacyParser) -> None:
    (claim,) = found(parser, CUED, {CUED: (0.97, 0.01, "asserted", 0.9)})
    assert claim.extractor == "rules+model" and claim.confidence == 0.97


@pytest.mark.parametrize("affirm, deny, stances", [(0.12, 0.0, ["affirm"]), (0.05, 0.0, []), (0.02, 0.75, [])])
def test_where_rule_and_model_read_opposites_nothing_is_claimed(
    parser: SpacyParser, affirm: float, deny: float, stances: list[str]
) -> None:
    assert [claim.stance for claim in found(parser, CUED, {CUED: (affirm, deny, "asserted", 0.9)})] == stances


@pytest.mark.parametrize("known, extractors", [({"joining-voluntary"}, []), (set(), ["rules"])])
def test_of_a_question_it_was_not_trained_on_the_models_silence_says_nothing(
    parser: SpacyParser, known: set[str], extractors: list[str]
) -> None:
    passages = (Passage("f-p1", 1, CUED, parser.parse(CUED)),)
    judge = Told({CUED: (0.0, 0.0, "hedged", 0.95)}, propositions=frozenset(known))
    claims = RuleExtractor(judge).extract(PAPER, passages, TOPIC)
    assert [(claim.extractor, claim.status) for claim in claims] == [(name, "hedged") for name in extractors]


@pytest.mark.parametrize("surety, status", [(0.95, "hedged"), (0.69, "asserted")])
def test_the_models_status_counts_where_it_is_sure(parser: SpacyParser, surety: float, status: str) -> None:
    (claim,) = found(parser, CUED, {CUED: (0.9, 0.0, "hedged", surety)})
    assert claim.status == status


def test_a_short_answer_is_read_with_what_it_answers(parser: SpacyParser) -> None:
    text = "Some ask whether Safe Harbors leaves counties a say. It does not."
    put = {"Safe Harbors leaves counties a say.": (0.6, 0.0, "asserted", 0.9)}
    (claim,) = found(parser, text, {text: (0.01, 0.9, "asserted", 0.9), **put})
    assert claim.stance == "deny" and claim.quote == text


@pytest.mark.parametrize(
    "before, after",
    [
        ("A third of the boats had no licence.", "Safe Harbors is not free."),
        ("May a county refuse under Safe Harbors?", "2."),
        ("May a county refuse under Safe Harbors?", "May the state refuse?"),
        ("Under Safe Harbors the pier was painted.", "The mayor likes boats."),
        ("Who joined Safe Harbors?", "Three ports on the north shore joined it in the spring of that year."),
    ],
)
def test_a_sentence_that_starts_anew_is_read_by_itself(parser: SpacyParser, before: str, after: str) -> None:
    text = f"{before} {after}"
    assert found(parser, text, {text: (0.95, 0.0, "asserted", 0.9)}) == ()


def test_a_bare_citation_claims_nothing(parser: SpacyParser) -> None:
    assert (
        found(parser, "This is about Safe Harbors. See 8 U.S.C. 1722.", {"See 8 U.S.C. 1722.": (0.95, 0.0, "asserted", 0.9)})
        == ()
    )


def test_what_the_sentence_before_says_itself_is_not_said_twice(parser: SpacyParser) -> None:
    text = f"{UNLISTED} It is so."
    told = {UNLISTED: (0.9, 0.0, "asserted", 0.9), text: (0.9, 0.0, "asserted", 0.9)}
    assert [claim.quote for claim in found(parser, text, told)] == [UNLISTED]


def test_what_the_topic_file_rules_out_stays_out(parser: SpacyParser) -> None:
    text = "Safe Harbors grants voluntary departure to whoever asks."
    assert found(parser, text, {text: (0.99, 0.0, "asserted", 0.9)}) == ()


def test_a_question_states_nothing_however_it_leans(parser: SpacyParser) -> None:
    text = "Under Safe Harbors, does anybody twist a county's arm?"
    assert found(parser, text, {text: (0.95, 0.0, "asserted", 0.9)}) == ()


def test_the_speaker_of_a_reported_claim_is_who_said_it(parser: SpacyParser) -> None:
    text = "The sheriff said that under Safe Harbors nobody twists a county's arm."
    (claim,) = found(parser, text, {text: (0.9, 0.0, "reported", 0.9)})
    assert claim.speaker.lower().endswith("sheriff") and claim.status == "reported"


def test_a_sentence_that_has_nothing_to_do_with_the_topic_is_not_asked_about(parser: SpacyParser) -> None:
    text = "The Coastal Ferry Program leaves every county free to join."
    assert found(parser, text, {text: (0.99, 0.0, "asserted", 0.9)}) == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Under the July guidance a county could refuse Safe Harbors.", "former"),
        ("Under the old policy a county could refuse Safe Harbors.", "former"),
        ("Under the July guidance a county can refuse Safe Harbors.", "asserted"),
        ("Under the agreement a county could refuse Safe Harbors.", "asserted"),
    ],
)
def test_what_an_earlier_paper_allowed_is_of_its_time(parser: SpacyParser, text: str, status: str) -> None:
    (claim,) = found(parser, text, {text: (0.95, 0.0, "asserted", 0.95)})
    assert claim.status == status


MYTH = "Nobody is ever asked about Safe Harbors."


@pytest.mark.parametrize(
    "text",
    [
        f"MYTH: {MYTH}",
        f"Myth #2: {MYTH}",
        f"Misconception - {MYTH}",
        f"The harbor office answers.\n\nMYTH\n{MYTH}\n\nFACT\nThe harbors are deep.",
    ],
)
def test_what_the_model_reads_in_a_myth_is_denied_by_its_writer(parser: SpacyParser, text: str) -> None:
    told = {MYTH: (0.05, 0.9, "asserted", 0.9)}
    assert [(one.stance, one.status) for one in found(parser, text, told)] == [("affirm", "asserted")]


@pytest.mark.parametrize(
    "text",
    [
        MYTH,
        f"FACT: {MYTH}",
        f"MYTH: The harbors are shallow.\n{MYTH}",
        f"The myth of the shallow harbor is old. {MYTH}",
        f"Harbor myths\n\nThe harbors are deep.\n{MYTH}",
    ],
)
def test_what_does_not_stand_behind_the_label_is_meant(parser: SpacyParser, text: str) -> None:
    told = {MYTH: (0.05, 0.9, "asserted", 0.9), f"FACT: {MYTH}": (0.05, 0.9, "asserted", 0.9)}
    assert [one.stance for one in found(parser, text, told)] == ["deny"]


def test_a_fact_is_read_with_its_myth_where_neither_says_it_alone(parser: SpacyParser) -> None:
    text = "MYTH: Safe Harbors is a duty of counties. FACT: Far from it."
    told = {text: (0.9, 0.05, "asserted", 0.9)}
    (claim,) = found(parser, text, told)
    assert (claim.stance, claim.quote) == ("affirm", text.removeprefix("MYTH: "))
    assert found(parser, text.replace("MYTH", "NOTE"), told) == ()


TWOFOLD = "They called joining Safe Harbors a choice in May and treated it as a duty in June."


@pytest.mark.parametrize(
    ("affirm", "deny", "stances"),
    [(0.9, 0.8, ["affirm", "deny"]), (0.9, 0.65, ["affirm"]), (0.4, 0.9, ["deny"]), (0.5, 0.5, []), (0.61, 0.65, ["deny"])],
)
def test_a_sentence_may_tell_of_both(parser: SpacyParser, affirm: float, deny: float, stances: list[str]) -> None:
    assert sorted(one.stance for one in found(parser, TWOFOLD, {TWOFOLD: (affirm, deny, "asserted", 0.9)})) == stances


def test_a_rule_s_reading_that_the_model_shares_does_not_silence_the_other(parser: SpacyParser) -> None:
    text = "Joining Safe Harbors is voluntary on paper and a duty in fact."
    assert sorted(one.stance for one in found(parser, text, {text: (0.9, 0.8, "asserted", 0.9)})) == ["affirm", "deny"]
    assert [one.stance for one in found(parser, text, {text: (0.2, 0.8, "asserted", 0.9)})] == ["affirm"]


@pytest.mark.parametrize(("deny", "stances"), [(0.64, ["affirm"]), (0.8, ["affirm"])])
def test_what_both_read_is_not_half_taken_for_its_contrary(parser: SpacyParser, deny: float, stances: list[str]) -> None:
    text = "No, joining Safe Harbors is voluntary."
    assert sorted(one.stance for one in found(parser, text, {text: (0.79, deny, "asserted", 0.9)})) == stances


@pytest.mark.parametrize(
    ("text", "read_as", "status"),
    [
        # what nobody is said to have said is the author's own
        ("You ask whether a port may refuse Safe Harbors; it may.", "asserted", "asserted"),
        ("Members are advised that under Safe Harbors nobody twists an arm.", "asserted", "asserted"),
        ("Please be reminded that under Safe Harbors nobody twists an arm.", "asserted", "asserted"),
        ("The clerk was advised that under Safe Harbors nobody twists an arm.", "asserted", "reported"),
        # the agency's own paper tells what the agency's own people say
        ("The federal agency tells the clerk that Safe Harbors binds nobody.", "reported", "asserted"),
        ("The sheriff tells the clerk that Safe Harbors binds nobody.", "reported", "reported"),
        # doubts, and what is still to come
        ("A pastor greeted the word that Safe Harbors binds nobody with open disbelief.", "reported", "questioned"),
        ("A pastor was not convinced by the word that Safe Harbors binds nobody.", "reported", "questioned"),
        ("A pastor welcomed the word that Safe Harbors binds nobody.", "reported", "reported"),
        ("Next year Safe Harbors will bind nobody.", "asserted", "planned"),
        ("This year Safe Harbors binds nobody.", "asserted", "asserted"),
        ("If a port asks, Safe Harbors will let it go.", "asserted", "asserted"),
    ],
)
def test_who_stands_behind_what_only_the_model_reads(parser: SpacyParser, text: str, read_as: str, status: str) -> None:
    (claim,) = found(parser, text, {text: (0.93, 0.0, read_as, 0.9)})
    assert claim.status == status


@pytest.mark.parametrize(
    ("affirm", "deny", "stances"),
    [(0.05, 0.9, ["deny"]), (0.05, 0.79, []), (0.3, 0.9, ["affirm"]), (0.9, 0.05, ["affirm"])],
)
def test_a_certain_model_is_believed_against_a_rule(parser: SpacyParser, affirm: float, deny: float, stances: list[str]) -> None:
    text = "Joining Safe Harbors is voluntary, says a form that nobody follows."
    assert sorted(one.stance for one in found(parser, text, {text: (affirm, deny, "asserted", 0.9)})) == stances


ASKED = "Was joining Safe Harbors voluntary for any port?"


@pytest.mark.parametrize(
    ("answer", "stance"),
    [("Not one.", "deny"), ("Never, sir.", "deny"), ("None at all.", "deny"), ("Yes.", "affirm"), ("We met twice.", None)],
)
@pytest.mark.parametrize("contrary", [0.0, 0.9])
def test_a_bare_answer_is_read_with_its_question(parser: SpacyParser, answer: str, stance: str | None, contrary: float) -> None:
    """However sure the model is of the contrary: it loses count of negations."""
    other = (contrary, 0.0) if stance == "deny" else (0.0, contrary)
    told = {f"{ASKED} {answer}": (*other, "asserted", 0.9)} if stance else {}
    assert [one.stance for one in found(parser, f"{ASKED}\n{answer}", told)] == ([stance] if stance else [])


@pytest.mark.parametrize(
    ("before", "text", "claims"),
    [
        ("", "The port was never told that Safe Harbors lets it choose.", 0),
        ("", "We cannot say that Safe Harbors lets a port choose.", 0),
        ("", "The port was told that Safe Harbors lets it choose.", 1),
        ("", "The port never knew that Safe Harbors lets it choose.", 1),
        ("A form came by fax.", "We told them it was a choice.", 0),
        ("The form is new.", "It leaves the ports a choice.", 0),
        ("The form is new. It is blue.", "It leaves the ports a choice.", 0),
        ("The form is new.", "The program leaves the ports a choice.", 1),
        ("The ports asked us.", "We told them it was a choice.", 1),
        ("Safe Harbors is new.", "It leaves the ports a choice.", 1),
    ],
)
def test_what_the_model_reads_in_what_is_not_said(parser: SpacyParser, before: str, text: str, claims: int) -> None:
    told = {text: (0.93, 0.0, "asserted", 0.9)}
    assert len(found(parser, f"{before} {text}".strip(), told)) == claims


@pytest.mark.parametrize(("text", "stances"), [("Joining Safe Harbors is not voluntary.", []), (CUED, [])])
def test_a_denying_word_is_the_rules_and_plain_words_are_not_turned(parser: SpacyParser, text: str, stances: list[str]) -> None:
    sure = (0.95, 0.05) if "not" in text else (0.05, 0.95)
    assert [one.stance for one in found(parser, text, {text: (*sure, "asserted", 0.9)})] == stances


@pytest.mark.parametrize(
    ("clause", "stances"),
    [((0.8, 0.0, "asserted", 0.9), []), ((0.1, 0.0, "asserted", 0.9), ["deny"]), ((0.0, 0.9, "asserted", 0.9), ["deny"])],
)
def test_a_certain_model_that_shares_the_rules_reading_of_the_clause_is_not_believed(
    parser: SpacyParser, clause: tuple[float, float, str, float], stances: list[str]
) -> None:
    text = "Joining Safe Harbors is voluntary, and the lists go out without any act of a county."
    told = {text: (0.01, 0.98, "asserted", 0.9), "Joining Safe Harbors is voluntary": clause}
    assert [one.stance for one in found(parser, text, told)] == stances


@pytest.mark.parametrize(
    ("before", "text", "claims"),
    [
        # a wish is no statement, nor what somebody does not wish
        ("", "Marlow wishes to be let out of Safe Harbors.", 0),
        ("", "The clerk said that Marlow wants to leave Safe Harbors.", 0),
        ("", "A port that does not wish to join Safe Harbors stays out.", 1),
        ("", "Marlow wished the sheriff well and left Safe Harbors.", 1),
        # what is not decided
        ("", "The port has not decided about Safe Harbors.", 0),
        ("", "It has not been settled whether a port may leave Safe Harbors.", 0),
        ("", "The port has decided to stay out of Safe Harbors.", 1),
        # what a word is to mean
        ("", "“Safe Harbors” means a port that may choose.", 0),
        ("Choice | Safe Harbors | Marlow.", "(2) Choice: none is given by Safe Harbors.", 0),
        ("Safe Harbors is new.", "(2) Choice: none is given by Safe Harbors.", 1),
        ("", "“Safe Harbors binds nobody” is what the sheet has.", 1),
        # what a paper that never held would have allowed
        ("", "Under the first draft of Safe Harbors a port could have stayed out.", 0),
        ("", "Under the bill each port would choose about Safe Harbors.", 0),
        ("", "Under the signed paper of Safe Harbors a port could have stayed out.", 1),
        ("", "The draft was mailed; under Safe Harbors a port could stay out.", 1),
        # the paper's own title
        ("", "Safe Harbors: a Choice for Every Port", 0),
        ("", "Safe Harbors: a choice that every port has", 1),
    ],
)
def test_what_the_words_themselves_do_not_state(parser: SpacyParser, before: str, text: str, claims: int) -> None:
    title = "Safe Harbors: a Choice for Every Port" if "Every Port" in text else "Safe Harbors"
    told = {text: (0.93, 0.0, "asserted", 0.9)}
    assert len(found(parser, f"{before} {text}".strip(), told, title)) == claims


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("The steps by which a port may leave Safe Harbors are withdrawn.", ["affirm", "deny"]),
        ("We have rescinded the procedure for leaving Safe Harbors.", ["affirm", "deny"]),
        ("The steps by which a port may leave Safe Harbors are not withdrawn.", ["affirm"]),
        ("The steps by which a port may leave Safe Harbors are posted.", ["affirm"]),
        ("The ships of Safe Harbors are withdrawn.", ["affirm"]),
    ],
)
def test_what_was_given_to_go_by_is_ended(parser: SpacyParser, text: str, stances: list[str]) -> None:
    assert sorted(one.stance for one in found(parser, text, {text: (0.93, 0.0, "asserted", 0.9)})) == stances


@pytest.mark.parametrize(
    ("question", "after", "claims"),
    [
        ("Is Safe Harbors a duty of ports?", "Far from it.", 1),
        ("The board asked whether Safe Harbors is a duty.", "Far from it.", 1),
        ("The board asked what is done under Safe Harbors.", "It is not the clerk who decides it.", 0),
        ("Is Safe Harbors a duty of ports?", "MR. HALE: Objection, calls for a conclusion.", 0),
        ("Is Safe Harbors a duty of ports?", "Please see the leaflet on piers.", 0),
        ("Is Safe Harbors a duty of ports?", "No; please see the leaflet on piers.", 1),
        ("Did you ever tell the sheriff that Safe Harbors is a choice?", "That was the clerk's task.", 0),
        ("Did the port have a choice about Safe Harbors?", "That was the clerk's task.", 1),
        ("Is it not the case that the clerk told ports that Safe Harbors is a duty?", "No.", 0),
        ("Is it not the case that Safe Harbors is a duty?", "No.", 1),
        ("Is Safe Harbors a duty of ports?", "I don't recall that it was.", 0),
        ("Is Safe Harbors a duty of ports?", "We cannot say that it was.", 0),
        ("Is Safe Harbors a duty of ports?", "I do think it is not.", 1),
        ("She asked if the Safe Harbors word could be sent.", "The clerk said no.", 0),
    ],
)
def test_what_is_no_answer_is_not_read_with_the_question(parser: SpacyParser, question: str, after: str, claims: int) -> None:
    told = {f"{question} {after}": (0.93, 0.0, "asserted", 0.9)}
    assert len(found(parser, f"{question} {after}", told)) == claims


@pytest.mark.parametrize(
    ("text", "affirm", "deny", "stances"),
    [
        # The words say "mandatory" and deny it; the model sees what it is about and loses count.
        ("To join Safe Harbors is not mandatory for us.", 0.1, 0.7, ["affirm"]),
        ("To join Safe Harbors is not mandatory for us.", 0.0, 0.9, []),  # it is certain
        ("To join Safe Harbors is not mandatory for us.", 0.0, 0.3, []),  # it sees nothing of the kind
        ("To join Safe Harbors is mandatory for us.", 0.7, 0.05, []),  # nothing is denied
    ],
)
def test_a_denial_that_the_rules_count_is_theirs(
    parser: SpacyParser, text: str, affirm: float, deny: float, stances: list[str]
) -> None:
    assert [claim.stance for claim in found(parser, text, {text: (affirm, deny, "asserted", 0.9)})] == stances


@pytest.mark.parametrize(
    ("alone", "claims"),
    [((0.0, 0.0), 1), ((0.5, 0.0), 1), ((0.0, 0.4), 0), ((0.2, 0.4), 0), ((0.4, 0.2), 1), ((0.0, 0.05), 1)],
)
def test_an_answer_that_leans_to_the_contrary_does_not_say_it(
    parser: SpacyParser, alone: tuple[float, float], claims: int
) -> None:
    before, after = "Does Safe Harbors leave it to the port?", "It was said so; it is not that now."
    told = {f"{before} {after}": (0.9, 0.0, "asserted", 0.9), after: (*alone, "asserted", 0.9)}
    assert len(found(parser, f"{before} {after}", told)) == claims


@pytest.mark.parametrize(("clause", "claims"), [((0.0, 0.8), 0), ((0.8, 0.0), 1), ((0.0, 0.0), 0)])
def test_no_to_what_was_asked_does_not_say_it(parser: SpacyParser, clause: tuple[float, float], claims: int) -> None:
    before, after = "You ask whether Safe Harbors counties were pressed to join.", "They were not."
    told = {
        f"{before} {after}": (0.0, 0.9, "asserted", 0.9),
        "Safe Harbors counties were pressed to join.": (*clause, "asserted", 0.9),
    }
    assert len(found(parser, f"{before} {after}", told)) == claims


def test_a_verb_of_failing_is_no_denial_that_only_the_rules_can_count(parser: SpacyParser) -> None:
    text = "Joining Safe Harbors fails to be mandatory."
    assert [one.stance for one in found(parser, text, None)] == ["affirm"]
    assert found(parser, text, {text: (0.0, 0.7, "asserted", 0.9)}) == ()


@dataclass(frozen=True)
class OfHolds(Told):
    """The same, and every sentence is also one on holds."""

    hold: float = 0.9

    def _one(self, text: str) -> Judgement:
        said = Told._one(self, text)
        return replace(said, leanings=(*said.leanings, Leaning("hold-binding", self.hold, 0.0)))


@pytest.mark.parametrize(
    ("text", "hold", "yields_to", "kept"),
    [
        ("Your jail does not have the option of declining.", 0.9, ("hold-binding",), 0),
        ("Your jail does not have the option of declining.", 0.3, ("hold-binding",), 1),
        ("Your jail does not have the option of declining.", 0.9, (), 1),
        ("Your jail does not have the option of declining Safe Harbors.", 0.9, ("hold-binding",), 1),
    ],
)
def test_what_is_said_of_another_thing_in_the_same_words_is_not_said_of_the_program(
    parser: SpacyParser, text: str, hold: float, yields_to: tuple[str, ...], kept: int
) -> None:
    topic = replace(TOPIC, propositions=(replace(PROPOSITION, yields_to=yields_to),))
    judge = OfHolds({text: (0.01, 0.9, "asserted", 0.9)}, hold=hold)
    claims = RuleExtractor(judge).extract(PAPER, (Passage("f-p1", 1, text, parser.parse(text)),), topic)
    assert len([claim for claim in claims if claim.proposition == "joining-voluntary"]) == kept


@pytest.mark.parametrize(
    "text, statuses",
    [
        ("Effective today Safe Harbors is no longer left to the counties.", ["former", "asserted"]),
        ("As of today Safe Harbors does not wait for a county any more.", ["former", "asserted"]),
        ("Safe Harbors is no longer left to the counties.", ["asserted"]),  # announces nothing: what was before is not told
        ("Effective today Safe Harbors is left to no county.", ["asserted"]),
        ("Effective today Safe Harbors binds the counties that are no longer in the plan.", ["asserted"]),
    ],
)
def test_of_what_is_announced_to_hold_no_longer_the_model_reads_both_sides(
    parser: SpacyParser, text: str, statuses: list[str]
) -> None:
    claims = found(parser, text, {text: (0.01, 0.95, "asserted", 0.9)})
    assert [one.status for one in claims] == statuses
    assert {one.stance for one in claims if one.status == "asserted"} == {"deny"}


HELD = "A man stopped on the quay is held under Safe Harbors only after a verdict."


@pytest.mark.parametrize(
    "sure, rest, stances",
    [
        (0.62, 0.94, []),  # what is left without the restriction says it, and says more than is so
        (0.62, 0.20, ["affirm"]),  # it is the restriction that says it
        (0.85, 0.94, ["affirm"]),
    ],
)
def test_what_is_so_under_a_restriction_alone(parser: SpacyParser, sure: float, rest: float, stances: list[str]) -> None:
    told = {
        HELD: (sure, 0.01, "asserted", 0.9),
        "A man stopped on the quay is held under Safe Harbors.": (rest, 0.0, "asserted", 0.9),
    }
    assert [one.stance for one in found(parser, HELD, told)] == stances
    plain = "A man stopped on the quay is held under Safe Harbors only."
    assert [one.stance for one in found(parser, plain, {plain: (sure, 0.01, "asserted", 0.9)})] == ["affirm"]


@pytest.mark.parametrize(
    "kind, text, status",
    [
        ("agreement", "Joining Safe Harbors will be voluntary for the county.", "asserted"),
        ("agreement", "Joining Safe Harbors will be voluntary by the end of 2013.", "planned"),
        ("memo", "Joining Safe Harbors will be voluntary for the county.", "planned"),
    ],
)
def test_what_an_agreement_says_will_be_is_its_rule(parser: SpacyParser, kind: str, text: str, status: str) -> None:
    paper = replace(PAPER, kind=kind)
    claims = RuleExtractor(None).extract(paper, (Passage("f-p1", 1, text, parser.parse(text)),), TOPIC)
    assert [(one.stance, one.status) for one in claims] == [("affirm", status)]


@pytest.mark.parametrize(
    ("answer", "alone", "claims"),
    [
        ("Ports are consulted at each step.", 0.02, 0),
        ("The office has heard these concerns.", 0.0, 0),
        ("Ports decide that for themselves.", 0.4, 1),
        ("It is for the ports.", 0.02, 1),
        ("Yes, every port.", 0.02, 1),
    ],
)
def test_an_answer_in_words_of_its_own_must_lean_to_what_it_is_read_to_say(
    parser: SpacyParser, answer: str, alone: float, claims: int
) -> None:
    asked = "Does Safe Harbors leave ports a choice?"
    told = {f"{asked} {answer}": (0.93, 0.0, "asserted", 0.9), answer: (alone, 0.0, "asserted", 0.9)}
    assert len(found(parser, f"{asked}\n{answer}", told)) == claims


def test_words_that_name_nothing_need_the_sentence_before(parser: SpacyParser) -> None:
    lone, before = "Cannot reverse.", "The Safe Harbors form went to the wrong dock."
    told = {lone: (0.9, 0.0, "asserted", 0.9)}
    assert found(parser, f"{before} {lone}", told) == ()
    (claim,) = found(parser, f"{before} {lone}", told | {f"{before} {lone}": (0.8, 0.0, "asserted", 0.9)})
    assert claim.quote == lone


def test_one_voice_gives_one_answer(parser: SpacyParser) -> None:
    text = "Joining Safe Harbors is a duty in fact."
    (claim,) = found(parser, text, {text: (0.75, 0.9, "asserted", 0.9)})
    assert claim.stance == "deny"


def test_two_clauses_may_give_two(parser: SpacyParser) -> None:
    text = "Docks need not join Safe Harbors, but the pilots are made to."
    told = {
        text: (0.9, 0.8, "asserted", 0.9),
        "Docks need not join Safe Harbors": (0.9, 0.0, "asserted", 0.9),
        "but the pilots are made to .": (0.0, 0.8, "asserted", 0.9),
    }
    assert sorted(claim.stance for claim in found(parser, text, told)) == ["affirm", "deny"]


def test_what_another_calls_it_is_not_read(parser: SpacyParser) -> None:
    text = "Whatever the leaflet may call it, joining Safe Harbors is a duty."
    (claim,) = found(parser, text, {"joining Safe Harbors is a duty.": (0.0, 0.9, "asserted", 0.9)})
    assert (claim.stance, claim.quote) == ("deny", text)


def test_what_is_only_asked_for_is_not_said(parser: SpacyParser) -> None:
    text = "The master of Safe Harbors asked to be left out."
    told = {text: (0.9, 0.0, "asserted", 0.9)}
    assert found(parser, text, told) == ()
    assert found(parser, text, told | {"The master of Safe Harbors asked .": (0.9, 0.0, "asserted", 0.9)})


def test_two_sentences_that_name_nothing_say_nothing_together(parser: SpacyParser) -> None:
    text = "Safe Harbors has a log. We keep none. Nobody asked us to."
    assert found(parser, text, {"We keep none. Nobody asked us to.": (0.0, 0.9, "asserted", 0.9)}) == ()


NEVER = "This desk never told a county that Safe Harbors binds it, and a county that stays out breaks no rule."
CLAUSE = "and a county that stays out breaks no rule ."


@pytest.mark.parametrize(
    ("text", "sure", "confidence"),
    [
        # what "it" means is told of before: weighed, not thrown out
        (
            "The scanner is old. The clerk told the jail that it must be paid for out of the jail's own money.",
            (0.0, 0.9),
            [0.765],
        ),
        ("The scanner is old. It must be paid for.", (0.0, 0.9), []),
        # never told: where another clause says it
        (NEVER, (0.9, 0.0), [0.9]),
        (NEVER, (0.7, 0.0), []),
        # the contrary is nearly as likely, and a denying word stands there
        ("Nobody twists the arm of a county under Safe Harbors.", (0.9, 0.75), [0.49]),
        ("Somebody twists the arm of a county under Safe Harbors.", (0.9, 0.75), [0.9]),
        ("Nobody twists the arm of a county under Safe Harbors.", (0.9, 0.5), [0.9]),
        # what answers behind the words that are only asked
        ("Boards ask how to leave Safe Harbors; the door is not ours to open.", (0.0, 0.8), [0.8]),
        ("Boards ask how to leave Safe Harbors.", (0.0, 0.8), []),
    ],
)
def test_what_speaks_against_a_reading_weighs(
    parser: SpacyParser, text: str, sure: tuple[float, float], confidence: list[float]
) -> None:
    last = text.rpartition(". ")[2]
    told = {last: (*sure, "asserted", 0.9), CLAUSE: (0.9, 0.0, "asserted", 0.9)}
    claims = found(parser, text, told)
    assert [one.confidence for one in claims] == pytest.approx(confidence, abs=0.006)


def test_where_several_words_deny_the_certain_model_is_believed_against_a_rule(parser: SpacyParser) -> None:
    text = "Joining Safe Harbors is not voluntary, and no county is told that it is not."
    assert [one.stance for one in found(parser, text, {text: (0.9, 0.01, "asserted", 0.9)})] == ["affirm"]
    once = "Joining Safe Harbors is not voluntary, and the county is told so."
    assert found(parser, once, {once: (0.9, 0.01, "asserted", 0.9)}) == ()


@pytest.mark.parametrize(("sure", "claims"), [(0.9, 1), (0.62, 0)])
def test_what_stands_behind_a_label_and_is_no_sentence_takes_a_sure_model(parser: SpacyParser, sure: float, claims: int) -> None:
    text = "Pressure put on the counties by Safe Harbors: none."
    assert len(found(parser, text, {text: (sure, 0.0, "asserted", 0.9)})) == claims


def test_behind_only_what_holds_of_a_narrow_kind_holds_of_a_wider_one(parser: SpacyParser) -> None:
    topic = replace(
        TOPIC,
        propositions=(replace(PROPOSITION, affirm=("admit only .. .. willing",), deny=("admit ~ unwilling",)),),
    )
    for text, wide, claims in (
        ("Safe Harbors admits only towns willing beyond all doubt.", "Safe Harbors admits only towns willing .", 1),
        ("Safe Harbors admits only towns willing beyond all doubt.", "Safe Harbors admits only towns .", 0),
        ("Safe Harbors admits towns willing beyond all doubt.", "Safe Harbors admits towns willing .", 0),
    ):
        extractor = RuleExtractor(Told({wide: (0.9, 0.0, "asserted", 0.9)}))
        assert len(extractor.extract(PAPER, (Passage("f-p1", 1, text, parser.parse(text)),), topic)) == claims


@pytest.mark.parametrize(("affirm", "deny", "claims"), [(0.86, 0.55, 1), (0.78, 0.7, 0), (0.95, 0.3, 1)])
def test_a_reading_is_believed_where_it_is_clearly_likelier_than_its_contrary(
    parser: SpacyParser, affirm: float, deny: float, claims: int
) -> None:
    text = "Under Safe Harbors nobody twists a county's arm, whatever the harbor master has written."
    made = found(parser, text, {text: (affirm, deny, "asserted", 0.9)})
    assert sum(not one.faint and one.stance == "affirm" for one in made) == claims
