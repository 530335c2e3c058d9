"""What a sentence takes back or stops is the old position; a request withdrawn, a denial and a wish take back none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.rules import RuleExtractor
from pipeline.extractors.sides.foreseen import bill_told
from pipeline.extractors.sides.recalled import taken_back, words_of
from pipeline.records.document import Document
from pipeline.records.language import Passage
from pipeline.topics import load_topic

TOPIC = load_topic(Path(__file__).resolve().parents[3] / "corpus" / "topics" / "secure-communities.toml")


def words(parser: Any, text: str) -> list[tuple[str, str, bool]]:
    (sentence,) = parser.parse(text)
    view = view_of(sentence)
    return [
        (view.tokens[one.verb].text, " ".join(view.tokens[at].text for at in one.content), one.planned)
        for one in taken_back(view)
    ]


@pytest.mark.parametrize(
    ("text", "verb", "content", "planned"),
    [
        (
            "Since noon we are withdrawing the May reply on how a port gets out.",
            "withdrawing",
            "the May reply on how a port gets out",
            False,
        ),
        ("The rule that ports must sign has been rescinded.", "rescinded", "The rule that ports must sign", False),
        ("We will stop closing docks on Sundays.", "stop", "closing docks on Sundays", True),
        ("Please stop using the sheet that lets a port out.", "stop", "the sheet that lets a port out", False),
        (
            "The office is revoking the option, offered since May, of leaving early.",
            "revoking",
            "the option , offered since May , of leaving early",
            False,
        ),
        (
            "From July 1, clerks will stop closing docks on Sundays; up to now they closed.",
            "stop",
            "closing docks on Sundays",
            True,
        ),
        ("The news came down today: from July 1 we stop closing docks on Sundays.", "stop", "closing docks on Sundays", False),
        ("The office lifted the ban on leaving early.", "lifted", "the ban on leaving early", False),
    ],
)
def test_what_is_taken_back(parser: Any, text: str, verb: str, content: str, planned: bool) -> None:
    assert words(parser, text) == [(verb, content, planned)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We are withdrawing the May reply on how a port gets out.", "a port gets out ."),
        ("We have dropped the rule that a port must sign first.", "a port must sign first ."),
        ("From July 1, clerks will stop closing docks on Sundays.", "clerks are closing docks on Sundays ."),
        ("We have dropped the rule on leaving early.", "the rule on leaving early"),
        ("The clerks stop sorting by size and act on every box.", "The clerks are sorting by size and ."),
    ],
)
def test_what_is_taken_back_as_a_sentence_of_its_own(parser: Any, text: str, said: str) -> None:
    (sentence,) = parser.parse(text)
    assert words_of(view_of(sentence))[-1] == said


@pytest.mark.parametrize(
    "text",
    [
        "We have not withdrawn the answer on how a port gets out.",
        "The office may withdraw the answer on how a port gets out.",
        "The port has withdrawn its letter asking to be left out.",
        "If the answer on how a port gets out is withdrawn, call us.",
        "We would like to end the practice of closing docks.",
        "The State withdraws from the program on June 4.",
        "The letter is withdrawn.",
        "Did you withdraw the answer on how a port gets out?",
    ],
)
def test_nothing_is_taken_back(parser: Any, text: str) -> None:
    assert words(parser, text) == [] or text.endswith("?")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "We are rescinding the policy under which counties could opt out of Secure Communities.",
            {("affirm", "former"), ("deny", "asserted")},
        ),
        (
            "ICE has withdrawn the statement that a county may opt out of Secure Communities.",
            {("affirm", "former"), ("deny", "asserted")},
        ),
        ("ICE denies that it has withdrawn the statement that a county may opt out of Secure Communities.", set()),
    ],
)
def test_the_old_position_is_former(parser: Any, text: str, wanted: set[tuple[str, str]]) -> None:
    document = Document("d", "r", "f", 1, 1, "memo", "Secure Communities", "", "", "", "", "", (), (), "", "", "", "", 1.0)
    found = RuleExtractor().extract(document, (Passage("f-p1", 1, text, parser.parse(text)),), TOPIC)
    told = {(one.stance, one.status) for one in found if one.proposition == "opt-out-available" and one.status != "reported"}
    assert told == wanted
    assert all(one.announced for one in found if one.status in ("former", "asserted"))


@pytest.mark.parametrize(
    ("text", "author", "by"),
    [
        ("The warden has revoked the notice saying that counties may opt out of Secure Communities.", "agency", "local"),
        ("The agency has revoked the notice saying that counties may opt out of Secure Communities.", "agency", "agency"),
        ("We have revoked the notice saying that counties may opt out of Secure Communities.", "agency", "agency"),
        ("ICE has revoked the notice saying that counties may opt out of Secure Communities.", "press", "agency"),
    ],
)
def test_what_another_takes_back_is_his_own_old_position(parser: Any, text: str, author: str, by: str) -> None:
    name = "ICE" if author == "agency" else "Kit Orrel"
    document = Document("d", "r", "f", 1, 1, "memo", "Secure Communities", "", "", "", name, author, (), (), "", "", "", "", 1.0)
    found = RuleExtractor().extract(document, (Passage("f-p1", 1, text, parser.parse(text)),), TOPIC)
    told = {(one.stance, one.speaker_kind) for one in found if one.proposition == "opt-out-available"}
    assert told == {("affirm", by), ("deny", by)}


@pytest.mark.parametrize(
    ("text", "bill"),
    [
        ("Dale County will be out about $2,700 before it starts.", True),
        ("The county will have to spend about $12,000 of its own.", True),
        ("The office will pay $2 million for docks.", False),
        ("It will cost the county nothing.", False),
        ("Will the county have to spend $12,000?", False),
    ],
)
def test_a_bill_faced_is_told_now(text: str, bill: bool) -> None:
    assert bool(bill_told(text)) == bill
