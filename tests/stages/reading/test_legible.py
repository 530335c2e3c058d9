"""Words that look like words, and words that do not."""

from __future__ import annotations

from timeit import timeit

import pytest
from drawn_pages import PROSE

from pipeline.stages.reading.legible import alike, folded, has_code, likely_letters, looks_like_word, only_codes, share


@pytest.mark.parametrize(
    "token",
    [
        "sheriff",
        "Marlow",
        "“County,”",
        "I’ll",
        "47,000",
        "$1.5",
        "79%",
        "10/06/2010",
        "4:52",
        "(b)(6),",
        "ICE",
        "FBI's",
        "Mr.",
        "rhythm",
        "10-2674.0013078",
        "F-16",
        "clerk@example.org",
        "https://example.org/a",
        "Knightsbridge",
        "naïve",
        "Москва",
        "§",
        "1st",
        "U.S.C.",
        "well-known",
        "opt_out_language",
        "McDonald",
        "and/or",
    ],
)
def test_what_looks_like_a_word(token: str) -> None:
    assert looks_like_word(token) is not False


@pytest.mark.parametrize(
    "token", ["(cid:12)(cid:7)", "\ue001\ue002", "Ê\ufffdò", "xqzrtplk", "a^b~c*d", "tGhRwQz", "bcdfghjklm", "#@!x%&q"]
)
def test_what_does_not(token: str) -> None:
    assert looks_like_word(token) is False


@pytest.mark.parametrize("token", ["a", "|", "----", "•", "..."])
def test_what_tells_nothing(token: str) -> None:
    assert looks_like_word(token) is None


def test_prose_is_legible_and_shifted_prose_is_not() -> None:
    words = " ".join(PROSE).split()
    shifted = ["".join(chr(ord(c) + 3) if c.isalpha() else c for c in word) for word in words]
    assert share(words) > 0.95 and likely_letters(words)
    assert share(shifted) < 0.5 and not likely_letters(shifted)


def test_other_languages_are_legible() -> None:
    spanish = (
        "La oficina del alguacil preguntó si el condado puede retirarse del programa y cuándo recibirá una respuesta por escrito"
    )
    french = (
        "Le bureau du shérif a demandé si le comté peut se retirer du programme et quand il recevra une réponse écrite du service"
    )
    for text in (spanish, french):
        assert share(text.split()) > 0.9 and likely_letters((text * 2).split())


def test_numbers_alone_are_legible_and_nothing_is_not_condemned() -> None:
    assert share(["47,000", "29", "79%", "1.5"] * 20) == 1.0
    assert share([]) == 1.0 and share(["|"] * 20) == 0.0


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("County", "county,", True),
        ("County", "Counly", True),
        ("naïve", "naive", True),
        ("Jennifer", "(b)(6)", False),
        ("", "x", False),
        ("a", "abcdef", False),
        ("-", "–", True),
    ],
)
def test_two_readings_of_a_word(left: str, right: str, same: bool) -> None:
    assert alike(left, right) is same and alike(right, left) is same


@pytest.mark.parametrize(
    ("text", "has", "only"),
    [
        ("(b)(6)", True, True),
        ("(b)(6), (b)(7)(C)", True, True),
        ("withheld under (b)(5) as deliberative", True, False),
        ("Part (b) of 6", False, False),
        ("", False, False),
        ("Press Officer", False, False),
        ("(b)(5) DP", True, True),
    ],
)
def test_codes(text: str, has: bool, only: bool) -> None:
    assert (has_code(text), only_codes(text)) == (has, only)


def test_folding_keeps_letters_and_digits() -> None:
    assert folded("  Ünï-Çode 47,000! ") == "unicode47000"


def test_a_word_of_figures_without_end_is_read_in_a_moment() -> None:
    assert timeit(lambda: looks_like_word("1" * 2000 + "!1"), number=1) < 1
