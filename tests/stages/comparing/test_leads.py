"""The queue of leads: what is opposed is found among many sentences, bounded, in any order, and never from withheld text."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from invented_claims import claim

from pipeline.engines.language import SpacyParser
from pipeline.records.document import Document
from pipeline.records.language import Entity, Sentence
from pipeline.records.lead import Lead
from pipeline.records.meaning import Meaning
from pipeline.records.page import Page
from pipeline.records.spans import MASK
from pipeline.stages.embed import packed, whole
from pipeline.stages.leads import Params, leads

KEPT = "The depot keeps the paper tickets of the drivers for two years."
BURNT = "The depot does not keep the paper tickets of the drivers."
Item = tuple[Document, tuple[Page, ...]]


def item(text: str, name: str, **fields: Any) -> Item:
    plain = Document(name, "r", name, 1, 1, "memo", "", "", "", "", "", "", (), (), "internal", "", "", "", 1.0)
    page = Page(f"{name}-p1", name, 1, text, (), "text_layer", "", 1.0, 0, "eng", 612.0, 792.0, "")
    return replace(plain, **fields), (page,)


def crowd(size: int, seed: int = 7) -> list[Item]:
    """Documents of ten made-up sentences each, a few of which deny something."""
    dice = random.Random(seed)
    stock = [f"word{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}" for n in range(2000)]
    likely = [1 / (rank + 5) for rank in range(2000)]
    texts = []
    for _ in range(size // 10):
        said = (dice.choices(stock, likely, k=dice.randint(8, 16)) for _ in range(10))
        texts.append(" ".join(f"The {' '.join(words)}{' not ' + words[0] if dice.random() < 0.2 else ''}." for words in said))
    return [item(text, f"f{number:05d}") for number, text in enumerate(texts)]


PARSER = SpacyParser()  # loads at the first sentence


class Mute:
    """A parser that finds no sentence: what is asked of it then costs nothing."""

    def identity(self) -> str:
        return "mute"

    def parse(self, text: str) -> tuple[Sentence, ...]:
        return ()

    def ordinary(self, word: str) -> bool:
        return True

    def entities(self, text: str) -> tuple[Entity, ...]:
        return ()

    def words(self, text: str) -> Iterator[tuple[str, ...]]:
        return iter(())


def found(*items: Item, **settings: Any) -> tuple[Lead, ...]:
    return leads(tuple(items), (), Params(**settings), PARSER)


def test_two_sentences_opposed_in_a_word_with_reasons_and_exact_quotes() -> None:
    (lead,) = found(item(f"For the file.\n\n{KEPT}", "a", date="2010"), item(BURNT, "b", date="2009"), *crowd(50))
    assert lead.kind == "negation" and (lead.left.quote, lead.right.quote) == (BURNT, KEPT)  # the earlier first
    assert (lead.right.start, lead.right.end) == (15, 15 + len(KEPT))
    rows = {row.feature: row for row in lead.reasons}
    assert (rows["negation"].left, rows["negation"].right) == ("not", "says so")
    assert "ticket" in rows["words in both"].left and (rows["date"].left, rows["date"].right) == ("2009", "2010")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (KEPT, KEPT),
        (KEPT, "The county does not keep the keys of the gate."),
        (KEPT, f"The depot does not keep the paper tickets of {MASK * 4} the drivers."),
        (KEPT, "Does the depot not keep the paper tickets of the drivers?"),
        (KEPT, "Paper tickets, drivers, depot"),
    ],
)
def test_no_lead(one: str, other: str) -> None:
    assert found(item(one, "a"), item(other, "b"), *crowd(50)) == ()


PAID = "Each hauler pays the town forty dollars a load for use of the weigh house."
FREE = "Nobody has been charged a cent for weighing."


def near(*items: Item, cosine: float = 0.8) -> tuple[Meaning, ...]:
    """Meanings by which the first sentences of all these items lie so near each other."""
    side = np.sqrt(1 - cosine)
    rows = [np.asarray([np.sqrt(cosine), *(side * (at == n) for n in range(len(items)))]) for at in range(len(items))]
    spans = [next(whole(pages[0].text)) for _, pages in items]
    return tuple(
        Meaning(pages[0].id, *span, packed(np.asarray(row / 4, dtype=np.float32)))
        for (_, pages), span, row in zip(items, spans, rows, strict=True)
    )


def meant(*items: Item, cosine: float = 0.8, **settings: Any) -> tuple[Lead, ...]:
    return leads((*items, *crowd(50)), (), Params(**settings), PARSER, near(*items, cosine=cosine))


def test_what_lies_near_in_meaning_and_is_opposed_without_a_rare_word_in_common() -> None:
    one, other = item(f"{PAID[:-1]} by the cart.", "a", date="2009"), item(f"{FREE[:-1]} a load.", "b", date="2010")
    assert found(one, other, *crowd(50)) == ()
    (lead,) = meant(one, other)
    assert (lead.kind, lead.left.page_id, lead.score) == ("negation", "a-p1", pytest.approx(0.8, abs=0.02))
    rows = {row.feature: row for row in lead.reasons}
    assert rows["meaning"].weight == pytest.approx(0.8, abs=0.02) and rows["negation"].right == "nobody"


@pytest.mark.parametrize(
    ("one", "other", "cosine"),
    [
        (PAID, FREE.replace("cent", "load"), 0.4),  # too far apart
        (PAID, "Haulers should not be charged for a load.", 0.8),  # a wish
        (PAID, "Each hauler has paid forty dollars a load.", 0.8),  # both tell
        (PAID, "Nobody has been seen at the quarry since Monday.", 0.8),  # no word in common
    ],
)
def test_no_lead_by_meaning(one: str, other: str, cosine: float) -> None:
    assert meant(item(one, "a"), item(other, "b"), cosine=cosine) == ()


def test_what_is_near_within_one_document_or_between_two_others_is_no_lead() -> None:
    sides = (
        item(PAID, "a", author_kind="local", author="Kay"),
        item(FREE.replace("cent", "load"), "b", author_kind="press", author="Lee"),
    )
    assert meant(*sides) == ()
    assert len(meant(sides[0], item(FREE.replace("cent", "load"), "b", author_kind="agency", author="Lee"))) == 1


def test_two_sentences_of_one_page_are_no_lead() -> None:
    assert found(item(f"{KEPT} {BURNT}", "a"), *crowd(50)) == ()


def test_what_a_topic_compares_already_is_left_to_it() -> None:
    both = (item(KEPT, "a"), item(BURNT, "b"))
    one = claim("+participation-voluntary", KEPT, page_id="a-p1", start=0, end=len(KEPT))
    other = claim("-participation-voluntary", BURNT, page_id="b-p1", start=0, end=len(BURNT))
    elsewhere = replace(other, proposition="statements-accurate")
    assert leads(both, (one, other), Params(), PARSER) == ()
    assert len(leads(both, (one, elsewhere), Params(), PARSER)) == len(leads(both, (one,), Params(), PARSER)) == 1


def test_ones_own_side_comes_first_and_a_copy_counts_once() -> None:
    strangers = (
        item("No clerk of the county was told about the new toll rates.", "a", author="Kay", author_kind="agency"),
        item("A clerk of the county was told about the new toll rates.", "b", author="Lee", author_kind="local"),
    )
    own = (item(KEPT, "c", author="Office of Tolls"), item(BURNT, "d", author="office of  tolls"), item(BURNT, "e"))
    assert [one.party for one in found(*strangers, *own)] == ["own", "other"]


def test_one_sentence_is_in_few_leads_and_the_queue_ends() -> None:
    many = [item(f"{BURNT[:-1]} of {name} county today.", f"f{name}") for name in ("north", "south", "east", "west", "upper")]
    assert len(found(item(KEPT, "a"), *many, *crowd(100))) == 2
    assert len(found(item(KEPT, "a"), *many, *crowd(100), most=1)) == 1


@pytest.mark.parametrize("kind, leads_found", [("agency", 1), ("", 1), ("press", 0)])
def test_two_parties_of_whom_neither_is_the_agency_give_no_lead(kind: str, leads_found: int) -> None:
    one = item(KEPT, "a", author="Kay", author_kind=kind)
    assert len(found(one, item(BURNT, "b", author="Lee", author_kind="local"))) == leads_found


def test_the_order_given_does_not_matter() -> None:
    items = [item(KEPT, "a"), item(BURNT, "b"), *crowd(200)]
    straight = found(*items)
    random.Random(3).shuffle(items)
    assert straight and found(*items) == straight


def test_cost_grows_with_the_sentences_not_with_their_pairs() -> None:
    spent = []
    for size in (1_000, 4_000):
        items = crowd(size)
        began = time.process_time()
        leads(tuple(items), (), Params(), Mute())
        spent.append(time.process_time() - began)
    assert spent[1] < 4 * 2 * spent[0] + 0.5


def between(one: str, other: str) -> list[Lead]:
    """The leads of these two sentences among many."""
    every = found(item(one, "a"), item(other, "b"), *crowd(100))
    return [lead for lead in every if {lead.left.document_id, lead.right.document_id} == {"a", "b"}]


NEVER = "The clerk stated that he never told any town its ferry money depended on the vote."
TOLD = "I told the Alder people on the phone that their ferry money is at stake if they hold out."
SITES = "Not one pier has been inspected so far, because the surveyor was never hired."
YEARLY = "The harbor board inspects every pier each year, and a surveyor has been brought on for it."


def test_no_more_sentences_are_parsed_than_asked_for() -> None:
    class Counting(Mute):
        asked = 0

        def parse(self, text: str) -> tuple[Sentence, ...]:
            self.asked += 1
            return ()

    parser = Counting()
    leads(tuple(crowd(1_000)), (), Params(weighed=20), parser)
    assert 2 <= parser.asked <= 40


@pytest.mark.parametrize(("one", "other", "denied"), [(NEVER, TOLD, "tell"), (SITES, YEARLY, "inspect")])
def test_a_denial_of_what_another_paper_tells_in_longer_words(one: str, other: str, denied: str) -> None:
    (lead,) = between(one, other)
    assert {lead.left.quote, lead.right.quote} == {one, other} and denied in lead.reasons[0].note


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The clerk could not comment on ferry money or the vote.", TOLD),
        ("The pier is no longer inspected by the surveyor.", YEARLY),
        ("A town may elect not to have its pier inspected by the surveyor.", YEARLY),
        ("Whether the pier was not inspected by the surveyor is unknown.", YEARLY),
    ],
)
def test_what_is_not_told_chosen_or_no_longer_so_is_no_denial(one: str, other: str) -> None:
    assert between(one, other) == []


INSPECTED = "The surveyor inspected the pier at Alder on Monday."


@pytest.mark.parametrize(
    ("denial", "told"),
    [
        ("No surveyor has inspected any pier at Alder.", INSPECTED),
        ("Nobody ever inspected the pier at Alder.", INSPECTED),
        ("The Board wrote that the surveyor never inspected a pier at Alder.", INSPECTED),
        ("The surveyor has not inspected the pier at Alder.", INSPECTED),
    ],
)
def test_a_denial_meets_an_instance(denial: str, told: str) -> None:
    assert len(between(denial, told)) == 1


@pytest.mark.parametrize(
    ("denial", "told"),
    [
        ("No surveyor at Alder was asked about the pier that leans.", INSPECTED),  # another verb
        ("No pier at Alder is inspected until the surveyor has signed.", INSPECTED),  # with a term
        ("The pier at Alder is no longer inspected by a surveyor.", INSPECTED),  # a change
        ("No surveyor has inspected any pier at Alder.", "A surveyor should inspect the pier at Alder."),  # a wish
        ("No surveyor has inspected any pier at Alder.", "If a surveyor inspected the pier at Alder, it would fall."),
        ("No surveyor has inspected any pier at Alder.", "A surveyor came to inspect the pier at Alder."),  # a purpose
        ("No surveyor has inspected any pier at Alder.", "It is not true that a surveyor inspected the pier at Alder."),
        ("No. The surveyor inspected the pier at Alder twice.", INSPECTED),  # an answer to something else
        ("The surveyor has not inspected the pier at Birch.", INSPECTED),  # another place
        ("It was not inspected by the surveyor of the pier.", INSPECTED),  # of what is not said
    ],
)
def test_no_instance_of_what_is_denied(denial: str, told: str) -> None:
    assert between(denial, told) == []


@pytest.mark.parametrize(
    ("denial", "told"),
    [
        ("There is no list of the passengers who were searched.", "The list of passengers went to the desk each Monday."),
        ("No manual for the gate exists.", "The manual for the gate was reprinted in May."),
        ("Nobody at the office keeps a record of the whistles.", "The record of whistles shows nineteen in May."),
        ("The port was never given any copy of the audit.", "A copy of the audit was mailed to the port in March."),
    ],
)
def test_a_thing_that_is_not_there_and_is_told_of_in_other_words(denial: str, told: str) -> None:
    (lead,) = between(denial, told)
    assert {lead.left.quote, lead.right.quote} == {denial, told} and lead.kind == "negation"


@pytest.mark.parametrize(
    ("denial", "told"),
    [
        ("There is no list of the divers.", "The list of passengers went to the desk each Monday."),
        ("There is no reason to think that the list of passengers is wrong.", "The list of passengers went to the desk."),
        ("There is no list of the passengers who were searched.", "If there were a list of passengers we would send it."),
        ("There is no list of the passengers who were searched.", "There is no list of passengers at the desk."),
        ("Alder County has no contract with the ferry line.", "Marlow County has a contract with the ferry line."),
        ("No diver was given a radio for the boat.", "The diver broke the radio of the car."),
    ],
)
def test_another_thing_or_no_thing_at_all(denial: str, told: str) -> None:
    assert between(denial, told) == []


def test_two_papers_that_share_names_alone_are_no_lead() -> None:
    one = "No boat of Marlow Harbor or Alder Point was seized."
    other = "The mayors of Marlow Harbor and Alder Point dined together."
    assert between(one, other) == []
    assert between(one, "The boats of Marlow Harbor and Alder Point were seized at dawn.") != []
