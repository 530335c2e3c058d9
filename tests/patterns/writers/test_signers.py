"""Who signs a letter, whatever closes it, and letters that close with nothing."""

from __future__ import annotations

import pytest

from pipeline.patterns.writers.signers import is_full_name, named_at_foot, signed_at_foot, signer_of

LONG = "DRAWN - every name on this page is made up for the testing of software, and so is each of its harbors and piers"


@pytest.mark.parametrize(
    ("text", "signer"),
    [
        (
            f"The pier is open.\n\nFaithfully,\n\nMajor Nils Orrin\nPier Master\n\nDK-000101\n\n{LONG}\n",
            "Major Nils Orrin, Pier Master",
        ),
        (
            f"The pier is open.\n\nFor the members,\nSheriff Ida Moss, Treasurer\n\nDK REL 11-000101\n{LONG}\n",
            "Sheriff Ida Moss, Treasurer",
        ),
        ("It rained.\nOn behalf of the League,\n\nIda Moss\nSecretary\n", "Ida Moss, Secretary"),
        # A line before a comma that closes nothing.
        (f"In short,\nthe pier is open to everybody who pays.\n{LONG}\n{LONG}\n", ""),
        (f"Present,\nHarbor Board of the town and others\n{LONG}\n{LONG}\n", ""),
        ("Dear all,\n\nThe pier is open.\n", ""),
    ],
)
def test_any_words_close_a_letter_above_a_full_name(text: str, signer: str) -> None:
    assert signer_of(text) == signer


@pytest.mark.parametrize(
    ("lines", "signer"),
    [
        (["We keep nobody past noon.", "Ruth Calder - Warden", "RC:tw"], "Ruth Calder - Warden"),
        (
            ["We keep nobody past noon.", "Ruth Calder", "Clerk to the Harbor Board", "Encl."],
            "Ruth Calder, Clerk to the Harbor Board",
        ),
        (["We keep nobody past noon.", "Sgt. Moe Tarn, chapter secretary"], "Sgt. Moe Tarn, chapter secretary"),
        (["We keep nobody past noon.", "Office of the Harbor Police"], "Office of the Harbor Police"),
        # Nobody's post stands beside the name, a copy goes to somebody, a sentence goes on.
        (["We keep nobody past noon.", "Ruth Calder"], ""),
        (["We keep nobody past noon.", "cc: Ruth Calder, Warden"], ""),
        (["We spoke to the warden,", "Ruth Calder, Warden"], ""),
        (["We keep nobody past noon.", "Call Ruth Calder, Warden"], ""),
    ],
)
def test_a_letter_without_a_close_is_signed_below_its_last_sentence(lines: list[str], signer: str) -> None:
    assert signed_at_foot(lines) == signer


def test_a_full_name_is_one() -> None:
    for line in ("Nils Orrin", "N. Orrin, Sheriff", "Dr. Ida Moss", "Captain Nils Orrin"):
        assert is_full_name(line), line
    for line in ("Orrin", "Harbor Board", "Subject: Nils Orrin", "Nils Orrin said so.", "12 Elm Street", "To Nils Orrin"):
        assert not is_full_name(line), line


@pytest.mark.parametrize(
    "last",
    [
        "I remain at hand for a call.",
        "I am happy to answer any questions.",
        "Please call me with questions.",
        "Do not hesitate to call.",
        "We thank you for attending.",
        "I was present when it was opened.",
        "The gate is shut at present.",
        "I enclose copies of the log.",
        "It was opened again the following day.",
        "I would gladly answer any\nquestions.",
    ],
)
def test_a_letter_s_last_sentence_may_offer_a_call(last: str) -> None:
    assert (
        named_at_foot(["We keep nobody past noon.", *last.split("\n"), "Ruth Calder", "Branch Chief"])
        == "Ruth Calder, Branch Chief"
    )


@pytest.mark.parametrize(
    "last",
    [
        "For questions, call.",
        "Please call.",
        "Questions? The desk is open.",
        "Anybody with questions may write to the desk.",
        "Copies were sent to the following.",
        "Copies went to the board.",
        "Present was one.",
        "The warden and the clerk were present.",
        "It was attended by one.",
        "The board heard a guest.",
    ],
)
def test_a_sentence_that_leads_to_a_name_leaves_it_unsigned(last: str) -> None:
    assert named_at_foot(["We keep nobody past noon.", last, "Ruth Calder", "Branch Chief"]) == ""
