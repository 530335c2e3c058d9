"""Acceptance on five published articles that lie beside the checkout; asserted by value, speaker, proposition and stance."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.extractors.rules import RuleExtractor
from pipeline.records.document import Document
from pipeline.records.finding import Claim
from pipeline.records.page import Page
from pipeline.stages.claims import claims
from pipeline.topics import load_topic

TOPIC = Path(__file__).resolve().parents[2] / "corpus" / "topics" / "secure-communities.toml"

pytestmark = pytest.mark.slow


def claims_of(path: Path, parser: Any, kind: str = "article") -> tuple[Claim, ...]:
    text = path.read_text(encoding="utf-8", errors="replace")
    document = Document("d", "r", "f", 1, 1, kind, "", "2011-08-17", "day", "text", "", "", (), (), "public", "", "", "", 1.0)
    page = Page("f-p1", "f", 1, text, (), "text_layer", "", 1.0, 0, "eng", 612.0, 792.0, "")
    return claims(document, (page,), load_topic(TOPIC), parser, RuleExtractor())


@pytest.fixture(scope="module")
def articles(shared_data: Path, parser: Any) -> tuple[Claim, ...]:
    folder = shared_data / "seeds"
    if not folder.is_dir():
        pytest.skip("the seed articles are not beside this checkout")
    return tuple(claim for path in sorted(folder.glob("*.txt")) for claim in claims_of(path, parser))


@pytest.mark.parametrize(
    ("metric", "value", "bound"),
    [("noncriminal-or-lowlevel-share", 0.79, "exact"), ("level1-share", 0.2, "about"), ("removals-total", 47000, "about"),
     ("noncriminal-removals", 29000, "about"), ("jurisdictions-active", 1500, "more-than"), ("case-examples", 127, "exact"),
     ("states-in-case-examples", 24, "exact")],
)  # fmt: skip
def test_numbers(articles: tuple[Claim, ...], metric: str, value: float, bound: str) -> None:
    found = [claim for claim in articles if claim.metric == metric]
    assert [(claim.value, claim.bound) for claim in found] == [(value, bound)]


@pytest.mark.parametrize(
    ("proposition", "stance", "status", "speaker"),
    [("opt-out-available", "deny", "asserted", "DHS"), ("opt-out-available", "affirm", "former", "DHS"),
     ("agreement-required", "affirm", "former", ""), ("targets-serious-criminals", "affirm", "asserted", "ICE"),
     ("noncriminals-removed", "affirm", "asserted", "Critics"),
     ("minor-traffic-enforcement", "deny", "asserted", "immigration officials"),
     ("minor-traffic-enforcement", "affirm", "former", "immigration officials")],
)  # fmt: skip
def test_statements(articles: tuple[Claim, ...], proposition: str, stance: str, status: str, speaker: str) -> None:
    assert any((c.proposition, c.stance, c.status, c.speaker) == (proposition, stance, status, speaker) for c in articles)


def test_the_agencys_words_quoted_by_a_critic_are_the_critics_denial(articles: tuple[Claim, ...]) -> None:
    assert any(c.proposition == "targets-serious-criminals" and c.stance == "deny" and "President" in c.speaker for c in articles)


def test_announced_changes(articles: tuple[Claim, ...]) -> None:
    announced = {(claim.proposition, claim.stance, claim.status) for claim in articles if claim.announced}
    assert {
        ("opt-out-available", "affirm", "former"), ("opt-out-available", "deny", "asserted"),
        ("minor-traffic-enforcement", "affirm", "former"), ("minor-traffic-enforcement", "deny", "asserted"),
    } <= announced  # fmt: skip


def test_the_agencys_data_speak_as_a_record(articles: tuple[Claim, ...]) -> None:
    assert [claim.speaker_kind for claim in articles if claim.metric == "noncriminal-or-lowlevel-share"] == ["record"]
    (active,) = (claim for claim in articles if claim.metric == "jurisdictions-active")
    assert (active.speaker_kind, active.date) == ("agency", "2011-08-02")


def test_no_claims_from_news_on_other_subjects(shared_data: Path, parser: Any) -> None:
    folder = shared_data / "attribution" / "polnear_dev" / "text"
    if not folder.is_dir():
        pytest.skip("the attribution set is not beside this checkout")
    paths = sorted(folder.glob("*.txt"))[::4]
    assert len(paths) > 10
    assert [claim.quote for path in paths for claim in claims_of(path, parser)] == []
