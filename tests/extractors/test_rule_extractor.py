"""The rule extractor over sentences of our own: what each must give, and above all what must give nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from statements import NEGATIVE, NOISY, POSITIVE

from pipeline.extractors.rules import RuleExtractor
from pipeline.records.document import Document
from pipeline.records.finding import Claim
from pipeline.records.language import Passage
from pipeline.records.topic import Topic
from pipeline.topics import load_topic

TOPIC = Path(__file__).resolve().parents[2] / "corpus" / "topics" / "secure-communities.toml"

Read = Callable[..., tuple[Claim, ...]]


@pytest.fixture(scope="module")
def topic() -> Topic:
    return load_topic(TOPIC)


@pytest.fixture(scope="module")
def read(parser: Any, topic: Topic) -> Read:
    """Text and document fields in, claims out."""

    def run(text: str, **fields: Any) -> tuple[Claim, ...]:
        plain: dict[str, Any] = {
            "id": "d", "release_id": "r", "file_id": "f", "first_page": 1, "last_page": 1, "kind": "letter", "title": "",
            "date": "", "date_precision": "", "date_basis": "", "author": "", "author_kind": "", "recipients": (), "cc": (),
            "audience": "", "bates_first": "", "bates_last": "", "thread_id": "", "confidence": 1.0,
        }  # fmt: skip
        passage = Passage("f-p1", 1, text, parser.parse(text))
        found = RuleExtractor().extract(Document(**{**plain, **fields}), (passage,), topic)
        for claim in found:
            assert claim.quote == text[claim.start : claim.end] and claim.quote.strip() == claim.quote
            assert bool(claim.proposition) != bool(claim.metric) and 0 < claim.confidence < 1 and claim.reasons
        return found

    return run


def labels(claims: tuple[Claim, ...]) -> set[str]:
    return {f"{c.proposition}:{c.stance}:{c.status}" if c.proposition else f"{c.metric}={c.value:.10g}" for c in claims}


@pytest.mark.parametrize(("wanted", "text"), POSITIVE, ids=[text[:60] for _, text in POSITIVE])
def test_states(read: Read, wanted: str, text: str) -> None:
    assert set(wanted.split(",")) <= labels(read(text))


@pytest.mark.parametrize("text", NEGATIVE, ids=[text[:60] for text in NEGATIVE])
def test_states_nothing(read: Read, text: str) -> None:
    assert labels(read(text, title="Secure Communities")) == set()


@pytest.mark.parametrize(("wanted", "text"), NOISY, ids=[text[:60] for _, text in NOISY])
def test_survives_noise(read: Read, wanted: str, text: str) -> None:
    assert wanted in labels(read(text, title="Secure Communities"))


def test_as_many_negatives_as_positives() -> None:
    assert len(NEGATIVE) >= 0.9 * len(POSITIVE) and len(POSITIVE) + len(NEGATIVE) + len(NOISY) > 190


def test_nothing_from_a_document_that_never_names_the_program(read: Read) -> None:
    text = (
        "Participation is voluntary. Counties may opt out of the program. An MOA is required. It was active in 900 jurisdictions."
    )
    assert read(text) == ()


def test_a_document_of_the_agency_gives_only_what_the_topic_allows(read: Read) -> None:
    text = (
        "DHS says it targets serious criminals. ICE agents made arrests. Immigration enforcement is costly, and detainers are"
        " voluntary. Participation is voluntary. The report has 31 case examples."
    )
    found = read(text)
    assert {claim.proposition or claim.metric for claim in found} == {"targets-serious-criminals", "case-examples"}
    assert all(claim.confidence < 0.6 for claim in found)


def test_the_program_may_be_named_sentences_before(read: Read) -> None:
    found = read("Secure Communities began in 2008. It checks fingerprints. Participation is not mandatory.")
    assert labels(found) == {"participation-voluntary:affirm:asserted"}


def test_another_program_breaks_the_tie(read: Read) -> None:
    assert read("Secure Communities began in 2008. Participation in the 287(g) program is voluntary.") == ()


def test_announced_change(read: Read) -> None:
    found = read("DHS announced on Friday that states could no longer opt out of Secure Communities.")
    assert labels(found) == {"opt-out-available:affirm:former", "opt-out-available:deny:asserted"}
    assert all(claim.announced and claim.speaker == "DHS" for claim in found)
    assert len({claim.quote for claim in found}) == 1


def test_change_until_is_announced(read: Read) -> None:
    text = "Drivers held for traffic violations won't be flagged by Secure Communities until convicted, officials announced."
    found = read(text)
    assert labels(found) == {"minor-traffic-enforcement:affirm:former", "minor-traffic-enforcement:deny:asserted"}
    assert all(claim.announced for claim in found)


@pytest.mark.parametrize(
    ("question", "answer", "stance"),
    [("Is Secure Communities mandatory?", "No.", "affirm"), ("Is Secure Communities voluntary?", "Yes.", "affirm"),
     ("Is participation in Secure Communities voluntary?", "No, it is not.", "deny")],
)  # fmt: skip
def test_answer_to_a_question(read: Read, question: str, answer: str, stance: str) -> None:
    found = read(f"Q: {question}\nA: {answer}")
    assert {(claim.proposition, claim.stance) for claim in found} == {("participation-voluntary", stance)}
    assert all(claim.status == "asserted" for claim in found)
    assert any((question in claim.quote and "No" in claim.quote) or "Yes" in claim.quote for claim in found)


def test_question_without_answer(read: Read) -> None:
    assert read("Is Secure Communities mandatory?\n\nThe meeting is on Monday.") == ()


SPEAKERS = [
    ("Secure Communities is voluntary, said Sheriff Dole of Marlow County.", "Sheriff Dole of Marlow County", "local"),
    ('"Secure Communities is not voluntary," the governor said.', "the governor", "state"),
    (
        "According to ICE records, 30 percent of those deported under Secure Communities had no criminal record.",
        "ICE records",
        "record",
    ),
    ("Senator Hale said that Secure Communities is mandatory.", "Senator Hale", "congress"),
    ("Judge Orr found that no MOA is required for Secure Communities.", "Judge Orr", "court"),
    ("Critics say that Secure Communities leads to racial profiling.", "Critics", "advocate"),
    ("The sheriff said ICE had told him that Secure Communities was voluntary.", "ICE", "agency"),
    ("An ICE spokesman said counties cannot opt out of Secure Communities.", "ICE spokesman", "agency"),
    ("The Marlow Tribune reported that Secure Communities is mandatory.", "Marlow Tribune", "press"),
    ("We believe Secure Communities is voluntary.", "Field Office", "agency"),
    ("Secure Communities is voluntary.", "Field Office", "agency"),
]


@pytest.mark.parametrize(("text", "name", "kind"), SPEAKERS, ids=[text[:50] for text, _, _ in SPEAKERS])
def test_speaker(read: Read, text: str, name: str, kind: str) -> None:
    found = read(text, author="Field Office", author_kind="agency")
    assert found and {(claim.speaker, claim.speaker_kind) for claim in found} == {(name, kind)}


def test_speaker_of_the_sentence_before(read: Read) -> None:
    text = "Sheriff Dole criticized Secure Communities on Monday. He said that counties cannot opt out of the program."
    assert [claim.speaker for claim in read(text)] == ["Sheriff Dole"]


def test_nobody_named_is_reported_and_left_unnamed(read: Read) -> None:
    found = read("Allegedly, Secure Communities is voluntary.")
    assert [(claim.status, claim.speaker) for claim in found] == [("reported", "")]


def test_addressee(read: Read) -> None:
    told = read("ICE told the sheriff that Secure Communities was voluntary.", recipients=("Board of Supervisors",))
    assert [claim.addressee for claim in told] == ["the sheriff"]
    sent = read("Secure Communities is voluntary.", recipients=("Board of Supervisors", "County Clerk"))
    assert [claim.addressee for claim in sent] == ["Board of Supervisors; County Clerk"]


PLACES = [
    ("In Illinois, counties cannot opt out of Secure Communities.", "Illinois"),
    ("Marlow County cannot opt out of Secure Communities.", "Marlow County"),
    ("Counties cannot opt out of Secure Communities.", ""),
    ("Sheriff Dole of Marlow County said that counties cannot opt out of Secure Communities.", ""),
    ("Nobody in the United States can opt out of Secure Communities.", ""),
    ("There is no cost to Marlow County, nor to any other county for Secure Communities.", ""),
    ("Secure Communities is not voluntary in Kansas or anywhere else.", ""),
    ("There is no cost to Marlow County or to Dale County for Secure Communities.", "Marlow County; Dale County"),
]


@pytest.mark.parametrize(("text", "place"), PLACES, ids=[text[:50] for text, _ in PLACES])
def test_jurisdiction(read: Read, text: str, place: str) -> None:
    found = read(text)
    assert found and {claim.jurisdiction for claim in found} == {place}


PERIODS = [
    ("Since 2008, about 29,000 people have been deported under Secure Communities.", "Since 2008"),
    ("Through March 31, 2011, about 29,000 people were deported under Secure Communities.", "Through March 31, 2011"),
    ("About 29,000 people have been deported under Secure Communities.", ""),
    *(
        (f"{words} about 29,000 people were deported under Secure Communities.", words)
        for words in (
            "From its launch in October 2008 to June 2010",
            "Since it began in October 2008",
            "From March 2008 until October 2010",
            "From 2008 until 2010",
            "From FY 2009 to FY 2010",
            "January through March 2010",
            "In the twelve months ending June 30, 2010",
            "By the end of FY2013",
            "In that quarter",
        )
    ),
    ("On June 30, 2010 Secure Communities was active in 41 counties.", "On June 30, 2010"),
    ("Last year's figure for comparison: Secure Communities was up in 41 counties on June 30, 2009.", "on June 30, 2009"),
    ("On June 30, 2010 the Director said that 29,000 people had been deported under Secure Communities.", ""),
    ("Secure Communities was active in 41 counties on June 30, 2010.", "on June 30, 2010"),
    ("There were 41 counties live in Secure Communities on Wednesday, June 30, 2010.", "on Wednesday, June 30, 2010"),
    ("The list of 41 counties live in Secure Communities was sent on June 30, 2010.", ""),
    ("In a letter on June 30, 2010 ICE named 41 counties live in Secure Communities.", ""),
    ("A letter sent on June 30, 2010 names 29,000 people deported under Secure Communities.", ""),
    ("A quarter hour later about 29,000 people had been deported under Secure Communities.", ""),
    ("She said that a quarter of those deported under Secure Communities had no criminal record.", ""),
    ("From the jail in March 2010 about 29,000 people were deported under Secure Communities.", "in March 2010"),
    ("Officers from Marlow met in May, and about 29,000 people were deported under Secure Communities.", ""),
]


@pytest.mark.parametrize(("text", "period"), PERIODS, ids=[text[:40] for text, _ in PERIODS])
def test_period(read: Read, text: str, period: str) -> None:
    assert [claim.period for claim in read(text) if claim.metric] == [period]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Secure Communities is active in 3,100 jurisdictions by the end of 2013.", "planned"),
        ("All 3,100 jurisdictions on Secure Communities by end of calendar 2012.", "planned"),
        ("Secure Communities is active in 3,100 jurisdictions by FY2013.", "planned"),
        ("Secure Communities was active in 900 jurisdictions by the end of 2010.", "asserted"),
        ("Secure Communities is active in 900 jurisdictions since 2013.", "asserted"),
        ("Secure Communities is active in 900 jurisdictions by August 17, 2011.", "asserted"),
    ],
)
def test_a_time_still_to_come_is_planned(read: Read, text: str, status: str) -> None:
    found = read(text, date="2011-08-17", date_precision="day")
    assert [claim.status for claim in found if claim.metric] == [status]
    undated = read(text, date="", date_precision="")
    assert [claim.status for claim in undated if claim.metric] == ["asserted"]


def test_date_is_the_documents_unless_the_statement_has_its_own(read: Read) -> None:
    fields = {"date": "2011-08-17", "date_precision": "day"}
    (plain,) = read("Counties cannot opt out of Secure Communities.", **fields)
    assert (plain.date, plain.date_precision) == ("2011-08-17", "day")
    (own,) = read("In an August 2 report, ICE said that counties cannot opt out of Secure Communities.", **fields)
    assert (own.date, own.date_precision) == ("2011-08-02", "day")
    (unknown,) = read("In an August 2 report, ICE said that counties cannot opt out of Secure Communities.")
    assert unknown.date == ""


BOUNDS = [
    ("More than 61,000 people have been removed through Secure Communities.", 61000, "more-than"),
    ("About 61,000 people have been removed through Secure Communities.", 61000, "about"),
    ("At least 61,000 people have been removed through Secure Communities.", 61000, "at-least"),
    ("Fewer than 61,000 people have been removed through Secure Communities.", 61000, "less-than"),
    ("Exactly 61,000 people have been removed through Secure Communities.", 61000, "exact"),
]


@pytest.mark.parametrize(("text", "value", "bound"), BOUNDS)
def test_bound(read: Read, text: str, value: float, bound: str) -> None:
    assert [(claim.value, claim.bound, claim.unit) for claim in read(text)] == [(value, bound, "count")]


def test_a_range_is_no_value(read: Read) -> None:
    text = "Between 20 and 30 percent of people removed under Secure Communities had no criminal record."
    assert not [claim for claim in read(text) if claim.metric]


def test_different_denominators_are_different_metrics(read: Read) -> None:
    one = read(
        "Some 79 percent of those deported under Secure Communities had no criminal record or were held for minor offenses."
    )
    other = read("About 26 percent of those deported under Secure Communities had no criminal record.")
    metrics = [{claim.metric for claim in found if claim.metric} for found in (one, other)]
    assert metrics == [{"noncriminal-or-lowlevel-share"}, {"noncriminal-share"}]
    assert {c.population for c in one if c.metric}.isdisjoint({c.population for c in other if c.metric})


def test_same_document_same_claims(read: Read) -> None:
    text = " ".join(text for _, text in POSITIVE[:40])
    assert read(text) == read(text)


def test_odd_input(read: Read) -> None:
    for text in (
        "",
        " ",
        "???",
        "Secure Communities " * 400,
        "\x00Secure Communities\x00 is voluntary",
        "Secure Communities " + "(" * 300,
    ):
        read(text)


def test_every_example_of_the_topic_comes_out_as_labelled(read: Read, topic: Topic) -> None:
    wrong = []
    for entry in topic.propositions:
        for stance, examples in (("affirm", entry.examples_affirm), ("deny", entry.examples_deny), ("", entry.examples_neither)):
            for text in examples:
                found = {c.stance for c in read(text) if c.proposition == entry.id and c.status != "former"}
                if found != ({stance} if stance else set()):
                    wrong.append((entry.id, stance, text, found))
    for metric in topic.metrics:
        wrong += [
            (metric.id, "", text, labels(read(text)))
            for text in metric.examples
            if metric.id not in {c.metric for c in read(text)}
        ]
        wrong += [
            (metric.id, "neither", text, set()) for text in metric.examples_neither if metric.id in {c.metric for c in read(text)}
        ]
    assert wrong == []
