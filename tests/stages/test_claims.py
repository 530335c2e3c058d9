"""The claims stage: ids from meaning, spans that hold, no page without its quote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from drawn_page import page as drawn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.cueing.sight import named_in
from pipeline.extractors.rules import RuleExtractor
from pipeline.extractors.subjects import ties
from pipeline.records.document import Document, Message, Part
from pipeline.records.finding import Claim
from pipeline.records.language import Entity, Sentence
from pipeline.records.page import Page
from pipeline.records.topic import Topic
from pipeline.stages.claims import VERSION, claims
from pipeline.stages.cutting.shared_pages import of_nobody
from pipeline.topics import load_topic

TOPIC = Path(__file__).resolve().parents[2] / "corpus" / "topics" / "secure-communities.toml"


@pytest.fixture(scope="module")
def topic() -> Topic:
    return load_topic(TOPIC)


def document(**fields: Any) -> Document:
    plain = Document(
        "d", "r", "f", 1, 2, "letter", "", "2010-09-07", "day", "letterhead", "", "", (), (), "public", "", "", "", 1.0
    )
    return replace(plain, **fields)


def page(number: int, text: str) -> Page:
    return Page(f"f-p{number}", "f", number, text, (), "text_layer", "", 1.0, 0, "eng", 612.0, 792.0, "")


def run(parser: Any, topic: Topic, *texts: str, **fields: Any) -> tuple[Claim, ...]:
    pages = tuple(page(number, text) for number, text in enumerate(texts, 1))
    return claims(document(**fields), pages, topic, parser, RuleExtractor())


def test_quotes_are_the_pages_own_text(parser: Any, topic: Topic) -> None:
    texts = ("Secure Communities is\nvolun-\ntary for counties.", "Counties may not\nopt out of Secure Communities.")
    found = run(parser, topic, *texts)
    assert {claim.page_id for claim in found} == {"f-p1", "f-p2"}
    for claim in found:
        assert claim.quote == texts[int(claim.page_id[-1]) - 1][claim.start : claim.end]
        assert (claim.document_id, claim.file_id, claim.release_id, claim.audience) == ("d", "f", "r", "public")
        assert claim.extractor == "rules" and claim.topic == topic.id


def test_a_program_named_on_one_page_ties_the_next(parser: Any, topic: Topic) -> None:
    found = run(parser, topic, "Secure Communities began in 2008.", "Participation is voluntary.")
    assert [claim.page_id for claim in found] == ["f-p2"]


def test_ids_come_from_meaning(parser: Any, topic: Topic) -> None:
    (plain,) = run(parser, topic, "Secure Communities is voluntary.")
    (moved,) = run(parser, topic, "Dear Sheriff:\n\nThank you. Secure Communities is\nvoluntary.", date="2011")
    assert plain.id == moved.id and plain.start != moved.start
    (other,) = run(parser, topic, "Secure Communities is not voluntary.")
    assert other.id != plain.id


def test_the_same_words_twice_are_two_claims(parser: Any, topic: Topic) -> None:
    found = run(parser, topic, "Secure Communities is voluntary. Thank you for asking. Secure Communities is voluntary.")
    assert len(found) == 2 and len({claim.id for claim in found}) == 2


def test_a_change_gives_two_claims_with_one_quote(parser: Any, topic: Topic) -> None:
    found = run(parser, topic, "Secure Communities is no longer voluntary.")
    assert [(claim.stance, claim.status) for claim in found] == [("affirm", "former"), ("deny", "asserted")]
    assert len({claim.quote for claim in found}) == 1 and len({claim.id for claim in found}) == 2


def test_the_same_input_gives_the_same_claims(parser: Any, topic: Topic) -> None:
    text = "Secure Communities is voluntary. Counties cannot opt out of the program, the sheriff said."
    assert run(parser, topic, text) == run(parser, topic, text)


@pytest.mark.parametrize("texts", [(), ("",), ("\n\n \n",), ("Nothing of note was said here.",), ("\ufffd\x00 (((",)])
def test_nothing_to_say(parser: Any, topic: Topic, texts: tuple[str, ...]) -> None:
    assert run(parser, topic, *texts) == ()


TOP = "Secure Communities is not voluntary."
BELOW = "From: Sheriff, Marlow County\nSecure Communities is voluntary. The Governor said that no county can opt out of it."


def quoted(page_id: str, start: int, end: int, position: int, sender: str, date: str) -> Message:
    return Message(
        f"m{position}", "d", position, position, page_id, start, start, page_id, end, "header", sender, (), (), "", date,
        "day" if date else "", "",
    )  # fmt: skip


@pytest.mark.parametrize(("date", "dated"), [("2010-05-04", "2010-05-04"), ("", "2011-03-02")])
def test_what_a_quoted_mail_says_is_its_senders(parser: Any, topic: Topic, date: str, dated: str) -> None:
    text = f"{TOP}\n\n{BELOW}"
    made, pages = document(author="Unit Chief", author_kind="agency", date="2011-03-02", kind="email"), (page(1, text),)
    below = text.index("From:")
    messages = (
        quoted(pages[0].id, 0, below, 0, "Unit Chief", "2011-03-02"),
        quoted(pages[0].id, below, len(text), 1, "Sheriff, Marlow County", date),
    )
    top, own, told = claims(made, pages, topic, parser, RuleExtractor(), messages)
    assert (top.speaker, top.speaker_kind, top.date) == ("Unit Chief", "agency", "2011-03-02")
    assert (own.speaker, own.speaker_kind, own.date) == ("Sheriff, Marlow County", "local", dated)
    assert "Governor" in told.speaker, "who is named in the mail itself stays who says it"


def test_what_a_paper_below_another_says_is_its_authors(parser: Any, topic: Topic) -> None:
    text = f"{TOP}\n\nOFFICE OF THE GOVERNOR\nCounties must take part in Secure Communities.\n\nSecure Communities is voluntary."
    made, pages = document(author="Unit Chief", author_kind="agency", date="2011-03-02"), (page(1, text),)
    begins, ends = text.index("OFFICE"), text.rindex("Secure")
    letter = replace(made, author="Governor", author_kind="state", date="2011-05-04")
    below = (Part(pages[0].id, begins, letter), Part(pages[0].id, ends, of_nobody(made)))
    found = claims(made, pages, topic, parser, RuleExtractor(), below=below)
    assert [(one.speaker, one.speaker_kind, one.date) for one in found] == [
        ("Unit Chief", "agency", "2011-03-02"), ("Governor", "state", "2011-05-04"), ("", "", ""),
    ]  # fmt: skip
    assert {one.document_id for one in found} == {made.id}
    assert any("below another" in reason.note for reason in found[1].reasons)


DEPOSED = (
    "THE SHERIFF OF MARLOW,\nhaving been duly sworn, testified:\nMay 3, 2011\nQ. Was it voluntary?\nA. Secure Communities is "
    "mandatory for counties.\n\nEXAMINATION OF THE BRANCH CHIEF (May 5, 2011)\nQ. Is it?\nA. Secure Communities is voluntary.\n"
)


@pytest.mark.parametrize(("kind", "parted"), [("other", True), ("letter", False)])
def test_each_witness_of_a_transcript_answers_on_his_own_day(parser: Any, topic: Topic, kind: str, parted: bool) -> None:
    found = run(parser, topic, DEPOSED, kind=kind, title="DEPOSITIONS", author="Superior Court", author_kind="court")
    told = [(one.speaker, one.speaker_kind, one.date) for one in found]
    witnesses = [("SHERIFF OF MARLOW", "local", "2011-05-03"), ("BRANCH CHIEF", "agency", "2011-05-05")]
    assert (told == witnesses) is parted and len(told) == 2
    assert all(one.speaker_kind != "court" for one in found)


@pytest.mark.parametrize(
    ("author", "kind", "said", "told"),
    [
        ("DEPUTY MANAGER (SYSTEMS)", "agency", "It is late.", ("DEPUTY MANAGER (SYSTEMS)", "agency")),
        ("Superior Court", "court", "I am the Branch Chief of the Bureau of Weights.", ("DEPUTY MANAGER", "agency")),
        ("Superior Court", "court", "It is late.", ("DEPUTY MANAGER", "")),
    ],
)
def test_a_witness_is_of_the_house_he_names(
    parser: Any, topic: Topic, author: str, kind: str, said: str, told: tuple[str, str]
) -> None:
    text = f"INTERVIEW OF THE DEPUTY MANAGER (SYSTEMS)\nQ. You are?\nA. {said}\n\nQ. So?\nA. Secure Communities is voluntary.\n"
    found = run(parser, topic, text, kind="other", title="Interview", author=author, author_kind=kind)
    assert [(one.speaker, one.speaker_kind) for one in found] == [told]


def test_an_undated_mail_below_a_paper_is_undated(parser: Any, topic: Topic) -> None:
    text = f"{TOP}\n\n{BELOW}"
    made, pages = document(author="Unit Chief", author_kind="agency", date="2011-03-02", kind="report"), (page(1, text),)
    messages = (quoted(pages[0].id, text.index("From:"), len(text), 1, "Sheriff, Marlow County", ""),)
    top, own, _ = claims(made, pages, topic, parser, RuleExtractor(), messages)
    assert (top.date, own.date, own.speaker) == ("2011-03-02", "", "Sheriff, Marlow County")


def test_without_messages_the_document_speaks(parser: Any, topic: Topic) -> None:
    found = run(parser, topic, f"{TOP}\n\n{BELOW}", author="Unit Chief", author_kind="agency", kind="email")
    assert {one.speaker for one in found[:2]} == {"Unit Chief"}


ENTRIES = (
    "Secure Communities, Deployment in Tolland\nNov 20, 2009  MOA countersigned. Secure Communities is voluntary for counties.\n"
    "03/02/2010 - Call with the sheriff.\nCounties must take part in Secure Communities."
)


def test_the_entries_of_a_chronology_are_of_their_day(parser: Any, topic: Topic) -> None:
    first, second = run(parser, topic, ENTRIES, kind="chronology", date="", date_precision="")
    assert (first.date, first.date_precision, second.date) == ("2009-11-20", "day", "2010-03-02")
    assert all("quoted" not in reason.note for claim in (first, second) for reason in claim.reasons)


def test_lines_of_other_papers_that_start_with_a_day_are_of_the_papers_day(parser: Any, topic: Topic) -> None:
    assert {claim.date for claim in run(parser, topic, ENTRIES, kind="memo")} == {"2010-09-07"}


def test_version_is_stated() -> None:
    assert VERSION


class Unparsing:
    """Cuts words as the parser does, and must not be asked to parse."""

    def __init__(self, parser: Any) -> None:
        self._parser = parser

    def identity(self) -> str:
        return "unparsing"

    def words(self, text: str) -> Iterator[tuple[str, ...]]:
        yield from self._parser.words(text)

    def parse(self, text: str) -> tuple[Sentence, ...]:
        raise AssertionError("parsed")

    def entities(self, text: str) -> tuple[Entity, ...]:
        raise AssertionError("parsed")


@pytest.mark.parametrize(
    ("texts", "fields"),
    [
        (("The picnic is voluntary. ICE will bring lemonade.",), {}),
        (("Communities are secure.", "Mandatory parking in Lot B."), {"title": "Parking"}),
        ((), {}),
    ],
)
def test_what_never_names_the_topic_is_not_parsed(
    parser: Any, topic: Topic, texts: tuple[str, ...], fields: dict[str, str]
) -> None:
    assert run(Unparsing(parser), topic, *texts, **fields) == ()


@pytest.mark.parametrize(
    ("texts", "fields"),
    [
        (("Lunch is at noon.", "Secure Commu-\nnities is voluntary."), {}),
        (("Secure Comrnunities is voluntary.",), {}),
        (("SECURE\nCOMMUNITIES is voluntary.",), {}),
        (("Participation is voluntary.",), {"title": "Secure Communities: questions"}),
    ],
)
def test_what_names_the_topic_however_written_is_parsed(
    parser: Any, topic: Topic, texts: tuple[str, ...], fields: dict[str, str]
) -> None:
    with pytest.raises(AssertionError, match="parsed"):
        run(Unparsing(parser), topic, *texts, **fields)


PARTS = (
    "Secure", "Communities",
    "secure", "Cornmunities", "Com-\nmunities", "S-Comm", "S-", "Comm", "ICE", "IDENT", "IAFIS", "detainer",
    "detainers", "fingerprints", "fingerprint\nsharing",
    "deportation", "immigration", ".", "?\n\n", ",", "\n", "•", "the county said so.", "5",
)  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=14), st.sampled_from([" ", "", "\n"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_not_parsed_would_have_given_nothing(parser: Any, topic: Topic, parts: list[str], between: str) -> None:
    text = between.join(parts)
    sentences = tuple(one for one in parser.parse(text) if one.tokens)
    views = [view_of(one) for one in sentences]
    spoken = [(view, bool(named_in(view, topic.terms)), order == 0) for order, view in enumerate(views)]
    if any(one.why for one in ties.ties_of(document(), spoken, topic)):
        assert ties.may_tie(document(), parser.words(text), topic)


def test_what_is_read_across_two_columns_is_no_quote(parser: Any, topic: Topic) -> None:
    rows = (
        "No county may ever decide to opt     ask who signed the\nout of Secure Communities without    form each time, in ink\n"
    )
    split, plain = drawn(f"Slide\n\n{rows}"), drawn("Slide\n\nNo county may opt\nout of Secure Communities.\n")
    assert not claims(document(title="Secure Communities"), (split,), topic, parser, RuleExtractor())
    assert claims(document(title="Secure Communities"), (plain,), topic, parser, RuleExtractor())
