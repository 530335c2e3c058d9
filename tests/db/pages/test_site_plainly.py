"""Reasons and doubts in the words of a reader: nothing is made up, nothing the record does not hold is passed over."""

from typing import Any

import pytest
from datasette.app import Datasette
from hypothesis import given
from hypothesis import strategies as st

from db.pages import plainly, wording

KNOWN = {
    "speaker": "Bureau Chief", "speaker_kind": "agency", "addressee": "Sheriff", "document_recipients": "", "date": "2010-05-01",
    "date_precision": "day", "date_basis": "header", "document_date": "2010-05-01", "status": "asserted", "confidence": 0.95,
    "extractor": "rules+model", "method": "text_layer", "ocr_confidence": 1.0, "jurisdiction": "Alder County",
    "period": "May 2010",
}  # fmt: skip
PAIR = {"score": 0.8, "kind": "stance", "days_apart": 40}
NAMES = ("The earlier claim", "The later claim")


def doubts(pair: dict[str, Any] | None = None, **first: Any) -> list[str]:
    """What is told of a pair whose first claim differs from KNOWN in this."""
    return list(plainly.uncertain(PAIR | (pair or {}), [KNOWN | first, KNOWN], NAMES))


def test_of_a_pair_of_which_all_is_known_only_the_strength_and_the_why_are_told() -> None:
    told = doubts()
    assert len(told) == 2 and "strength of 0.80" in told[0] and "about 80" in told[0] and told[1].startswith("Why the two differ")


@pytest.mark.parametrize(
    ("first", "words"),
    [
        ({"speaker": ""}, "Nobody is named as making the earlier claim; that it comes from the side of a federal agency"),
        ({"speaker": "", "speaker_kind": ""}, "Nobody is named as making the earlier claim."),
        ({"speaker": "(b)(6)"}, "Who makes the earlier claim is withheld: (b)(6)."),
        ({"addressee": ""}, "To whom the earlier claim was said is not stated."),
        ({"date": ""}, "When the earlier claim was made is not known."),
        ({"date_precision": "month"}, "The date of the earlier claim: only the month is known"),
        ({"date_basis": "file-name"}, "The date of the earlier claim: read from the file's name."),
        ({"status": "reported"}, "The earlier claim is told by somebody else"),
        ({"status": "hedged"}, "with a reservation"),
        ({"confidence": 0.62}, "only 62% sure that it reads the earlier claim rightly"),
        ({"extractor": "model"}, "found by the trained model alone"),
        ({"method": "ocr", "ocr_confidence": 0.41}, "the machine is 41% sure"),
        ({"jurisdiction": ""}, "Only the later claim names a place (Alder County)."),
    ],
)
def test_what_is_not_known_of_one_side_is_told(first: dict[str, Any], words: str) -> None:
    told = doubts(**first)
    assert any(words in line for line in told), told
    assert len(told) == 3


@pytest.mark.parametrize(
    "first",
    [
        {"addressee": "", "document_recipients": "The Board"},
        {"method": "ocr", "ocr_confidence": 0.97},
        {"method": "text_layer", "ocr_confidence": 0.2},
        {"period": ""},
        {"date_basis": "letterhead"},
        {"extractor": "rules"},
    ],
)
def test_what_is_known_is_not_doubted(first: dict[str, Any]) -> None:
    assert len(doubts(**first)) == 2


def test_what_both_sides_lack_is_told_once() -> None:
    bare = KNOWN | {"addressee": "", "jurisdiction": "", "period": ""}
    told = plainly.uncertain(PAIR | {"days_apart": 500}, [bare, bare], NAMES)
    assert "To whom either was said is not stated." in told
    assert "Neither names a place: that both speak of the same one is assumed." in told
    assert "Neither says of what time it speaks: the position may have changed between them." in told


def test_of_an_announced_change_the_past_side_is_no_doubt() -> None:
    assert len(doubts({"kind": "shift"}, status="former", period="")) == 1
    assert len(doubts(status="former")) == 3


@given(st.fixed_dictionaries({key: st.one_of(st.just(""), st.none(), st.just(value)) for key, value in KNOWN.items()}))
def test_any_claim_can_be_told_of(first: dict[str, Any]) -> None:
    told = plainly.uncertain(PAIR, [first, KNOWN], NAMES)
    assert all(line.endswith(".") and line[0].isupper() and "None" not in line for line in told)
    assert len(set(told)) == len(told)


def reason(feature: str, note: str, weight: float) -> dict[str, Any]:
    return {"feature": feature, "left": "", "right": "", "weight": weight, "note": note}


def test_reasons_are_told_by_what_they_speak_for() -> None:
    told = plainly.why(
        [
            reason("stance", "opposite stances on one proposition", 0.35),
            reason("time", "within a year", 0.04),
            reason("time", "more than two years apart: positions may have changed", -0.15),
            reason("jurisdiction", "one place against a general remark", -0.3),
            reason("period", "the periods overlap", 0.0),
            reason("calibration", "of ten labelled pairs with such weights about 9 were right", 0.2),
            reason("confidence", "how sure each reading is", -0.05),
            reason("words", "the words compared", 0.0),
            reason("announced", "", 0.0),
        ]
    )
    assert told.for_it == (
        "They answer one question in opposite ways: one says yes, the other no.",
        "They were said within a year.",
    )
    assert told.against_it == (
        "They were said more than two years apart: positions may have changed.",
        "Place: one place against a general remark.",
    )
    assert told.level == ("Time spoken of: the periods overlap.",)


def test_the_same_is_not_said_twice() -> None:
    assert plainly.why([reason("audience", "said to different audiences", 0.02)] * 2).for_it == (
        "They were said to different audiences.",
    )
    assert plainly.why([]) == plainly.Why((), (), ())


@pytest.mark.parametrize(
    ("pair", "words"),
    [
        ("public/public", "both public"),
        ("internal/public", "internal and public"),
        ("state-local/state-local", "both to state or local officials"),
        ("/public", "not known and public"),
        ("/", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_audiences_in_words(pair: str | None, words: str) -> None:
    assert wording.audiences(pair) == words


@pytest.mark.asyncio
async def test_the_page_of_a_pair_tells_reasons_and_doubts(site: Datasette, ids: dict[str, list[str]]) -> None:
    for key in ids["contradictions"]:
        page = (await site.client.get(f"/-/foia/contradiction/{key}")).text
        assert "What is not certain" in page and "A strength of" in page and "What speaks for it" in page
        shown = page.index("Why they were set")
        assert page.index("What is not certain") > shown > page.index("As printed")


@pytest.mark.parametrize(
    ("feature", "note", "said"),
    [
        (
            "proposition",
            "the topic file lets a value below 50% speak against the proposition",
            "a number below 50% speaks against",
        ),
        ("proposition", "the topic file lets a value above 1,000 speak against the proposition", "a number above 1,000 speaks"),
        ("value", "how far beyond", "The number given lies beyond that."),
        ("proposition", "the same proposition", "The same proposition."),
    ],
)
def test_what_a_number_has_to_do_with_a_statement(feature: str, note: str, said: str) -> None:
    told = plainly.why([{"feature": feature, "note": note, "weight": 0.4, "left": "", "right": ""}])
    assert len(told.for_it) == 1 and said in told.for_it[0] and "topic file" not in told.for_it[0]


@pytest.mark.parametrize(
    ("days", "note", "words"),
    [
        (41, "within half a year", "41 days apart"),
        (None, "within a month", "within a month"),
        (None, "more than two years apart: positions may have changed", "more than two years apart"),
        (None, "a date is unknown", "a date is unknown"),
        (None, "", "how far apart is not known"),
    ],
)
def test_the_time_between_is_that_of_the_reasons(days: int | None, note: str, words: str) -> None:
    rows = [{"feature": "time", "note": note, "weight": 0.1}] if note else []
    assert plainly.between({"days_apart": days}, rows) == words
