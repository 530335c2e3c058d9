"""Copies, versions, and the look-alikes that are neither."""

from __future__ import annotations

import random
import time
from dataclasses import replace

from drawn_page import RELEASE, box_of, file, page
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.records.document import Document, Kinship, Message
from pipeline.records.page import Box, Page, RedactionBox
from pipeline.stages.boxes.differ import difference
from pipeline.stages.relate import Params, relate
from pipeline.stages.segment import Params as Cutting
from pipeline.stages.segment import segment

Item = tuple[Document, tuple[Page, ...], tuple[Message, ...]]
BODY = (
    "The county asked in the spring whether the fee is due at the gate or at the port, and nobody could say. The bureau\n"
    "then wrote that the fee falls due when a cart passes the gate, that no carter may be turned "
    "away for want of coin, and that\n"
    "the toll keeper keeps a book of what is owed. The board of the county found this too lenient and voted to ask again.\n"
    "A second letter went out in June with the figures of the year before, which showed that one cart in nine had not paid.\n"
)
HEAD = "MEMORANDUM\n\nTO: The Director\nFROM: The Deputy\nDATE: March 3, 2010\nSUBJECT: Fees\n\n"
AGREEMENT = (
    "MEMORANDUM OF AGREEMENT\nBETWEEN THE FEDERAL BUREAU OF TOLLS\nAND {party}\n\nThis agreement "
    "is made this 3rd day of {month}, 2010.\n\n"
    + BODY
    + "\n{party} will name a keeper of the book. The keeper answers to {party}.\n"
)


def document(text: str, file_id: str) -> Item:
    pages = tuple(page(part, number, file_id=file_id) for number, part in enumerate(text.split("\f"), 1))
    found = segment(file(file_id=file_id), RELEASE, pages, Cutting())
    return replace(found.documents[0], last_page=len(pages)), pages, found.messages


def kin(*texts: str) -> Kinship:
    return relate(tuple(document(text, f"{index:016d}") for index, text in enumerate(texts)), Params())


def test_the_same_words_are_a_copy() -> None:
    kinship = kin(HEAD + BODY, HEAD + BODY, "Another paper about nothing of the kind, but long enough to be looked at with care.")
    assert [(one.kind, len(one.document_ids)) for one in kinship.families] == [("copy", 2)]
    assert kinship.differences == ()


def test_two_releases_that_hide_different_words_are_versions() -> None:
    one = (HEAD + BODY).replace("no carter may be turned away", "(b)(5)").replace("The Deputy", "(b)(6)")
    two = (
        (HEAD + BODY).replace("the board of the county found this too lenient", "(b)(5)").replace("one cart in nine", "(b)(7)(E)")
    )
    (first, first_pages, _), second = document(one, "0" * 16), document(two, "1" * 16)
    boxed = replace(first_pages[0], redactions=(box_of(first_pages[0], "(b)(5)"), box_of(first_pages[0], "(b)(6)")))
    boxed_too = replace(second[1][0], redactions=(box_of(second[1][0], "(b)(7)(E)"),))
    kinship = relate(((first, (boxed,), ()), (second[0], (boxed_too,), ())), Params())
    assert [one.kind for one in kinship.families] == ["version"]
    (difference,) = kinship.differences
    assert (difference.words_only_left > 0, difference.words_only_right > 0) == (True, True)
    assert {difference.redactions_left, difference.redactions_right} == {1, 2}


def test_misread_letters_do_not_make_a_version() -> None:
    kinship = kin(HEAD + BODY * 3, HEAD + BODY * 2 + BODY.replace("county", "connty", 1))
    assert [one.kind for one in kinship.families] == ["copy"]


def test_one_template_filled_in_twice_is_a_template_and_not_the_same_record() -> None:
    one = AGREEMENT.format(party="THE MARLOW COUNTY SHERIFF", month="March")
    two = AGREEMENT.format(party="THE STATE OF FRANKLIN", month="April")
    assert [one.kind for one in kin(one, two).families] == ["template"]
    assert [one.kind for one in kin(one, two.replace("April", "March")).families] == ["template"]
    assert kin(one, two).differences == ()
    assert [one.kind for one in kin(one, one.replace("voted to ask again", "(b)(5)")).families] == ["version"]


def test_a_message_quoted_in_its_answer_is_another_record() -> None:
    mail = "From: Roe\nSent: March {day}, 2010 9:00 AM\nTo: Doe\nSubject: Fees\n\n"
    first = (
        mail.format(day=1)
        + "The fee is due at the gate when a cart passes, whatever the carter may say about coin in his purse.\n"
    )
    answer = mail.format(day=2) + "No. I cannot agree to that at all, for these reasons.\n" + BODY + first
    assert kin(first, answer).families == ()


def test_different_dates_part_documents() -> None:
    found = kin(HEAD + BODY, HEAD.replace("March 3", "April 9") + BODY.replace("spring", "autumn").replace("June", "May"))
    assert [one.kind for one in found.families] == ["template"]


def test_a_part_of_a_longer_paper_is_an_excerpt() -> None:
    rest = "\n".join(
        f"On day {day} the ferry {day * 7} crossed with {day * 3} carts and {day} empty barrels aboard." for day in range(40)
    )
    found = kin(HEAD + BODY + rest, "NOTES\n\n" + BODY)
    assert [one.kind for one in found.families if one.document_ids] == ["excerpt"]
    assert kin(HEAD + BODY + rest, "NOTES\n\n" + "Nothing of the kind is said in this paper about anything. " * 9).families == ()


def test_a_page_that_stands_in_two_papers_makes_a_family_of_pages() -> None:
    one = (
        HEAD + "\n".join(f"First paper, line {n}: the ferry crossed with {n * 3} carts aboard." for n in range(30)) + "\f" + BODY
    )
    two = (
        "Second paper\n\n"
        + "\n".join(f"No {n} of {n * 5} planks was found sound by the keeper." for n in range(30))
        + "\f"
        + BODY
    )
    (family,) = [one for one in kin(one, two).families if one.page_ids]
    assert (family.kind, family.document_ids, [page[-2:] for page in family.page_ids]) == ("copy", (), ["p2", "p2"])


def test_what_one_copy_hides_is_counted_and_never_pointed_at() -> None:
    left = page("The toll keeper keeps a book of what is owed at the gate.", file_id="0" * 16)
    right = page("The toll keeper (b)(5) of what is owed at the gate today.", file_id="1" * 16)
    found = difference(left, right)
    assert found is not None
    (hidden, added) = found.changes
    assert (hidden.kind, hidden.words, hidden.left_start, hidden.left_end) == ("hidden-right", 3, 0, 0)
    assert right.text[hidden.right_start : hidden.right_end] == "(b)(5)"
    assert (added.kind, right.text[added.right_start : added.right_end]) == ("only-right", "today")
    assert (found.words_only_left, found.words_only_right) == (3, 1)


def test_a_box_that_left_no_text_hides_too() -> None:
    left = page("The toll keeper keeps a book of what is owed at the gate.", file_id="0" * 16)
    right = page("The toll keeper of what is owed at the gate.", file_id="1" * 16)
    right = replace(right, redactions=(RedactionBox(Box(0.3, 0.07, 0.4, 0.09), "black", ""),))
    found = difference(left, right)
    assert found is not None
    assert [(one.kind, one.left_end) for one in found.changes] == [("hidden-right", 0)]
    assert (found.boxes_left, found.boxes_right) == ((), (Box(0.3, 0.07, 0.4, 0.09),))


def test_pages_that_show_the_same_do_not_differ() -> None:
    one, two = page(BODY, file_id="0" * 16), page(BODY.replace("county", "connty"), file_id="1" * 16)
    assert difference(one, two) is None


def test_pages_are_aligned_where_one_copy_lacks_a_page() -> None:
    second = (
        "A page about bridges, their keepers and the planks they are made of, which nobody had counted "
        "since the flood of that year."
    )
    third = BODY.replace("county", "parish").replace("fee", "levy")
    kinship = kin("\f".join([HEAD + BODY, second, third]), "\f".join([HEAD + BODY, third.replace("figures", "(b)(5)")]))
    assert [one.kind for one in kinship.families] == ["version"]
    (difference,) = kinship.differences
    assert {difference.left_page_id[-2:], difference.right_page_id[-2:]} == {"p3", "p2"}


def test_differences_tell_counts_and_no_words() -> None:
    kinship = kin(HEAD + BODY, HEAD + BODY.replace("the toll keeper keeps a book of what is owed", "(b)(5)"))
    assert "keeper" not in repr(replace(kinship, withheld=()))


def test_short_and_withheld_pages_are_left_alone() -> None:
    assert kin("PAGES WITHHELD IN FULL\n(b)(5)", "PAGES WITHHELD IN FULL\n(b)(5)", "Fine.", "Fine.").families == ()
    assert relate((), Params()) == Kinship((), ())


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_given_does_not_matter(shuffle: random.Random) -> None:
    texts = [
        HEAD + BODY,
        HEAD + BODY.replace("spring", "(b)(5)"),
        AGREEMENT.format(party="THE PORT", month="May"),
        "One more paper. " * 9,
    ]
    items = [document(text, f"{index:016d}") for index, text in enumerate(texts)]
    straight = relate(tuple(items), Params())
    shuffle.shuffle(items)
    assert relate(tuple(items), Params()) == straight


def test_cost_grows_with_the_corpus_not_with_its_square() -> None:
    dice = random.Random(4)
    words = [f"w{number}" for number in range(3000)]
    shared = " ".join(dice.choices(words, k=60))
    texts = [f"{shared} {' '.join(dice.choices(words, k=200))}" for _ in range(400)]
    spent = []
    for size in (100, 400):
        began = time.process_time()  # what else runs on the machine does not count
        assert kin(*texts[:size]).families == ()
        spent.append(time.process_time() - began)
    assert spent[1] < 4 * 2 * spent[0] + 0.5
