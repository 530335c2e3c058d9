"""What some have called a thing is said by nobody in particular; sentences of our own."""

from __future__ import annotations

import pytest
from invented_claims import claim

from pipeline.scorers import caveats


@pytest.mark.parametrize(
    ("quote", "nobodys"),
    [
        ("Some have called it optional.", True),
        ("Others call the scheme a choice.", True),
        ("It has been called mandatory.", True),
        ("People have described it as free.", True),
        ("The sheriff called it optional.", False),
        ("Some jails called the desk on Monday.", False),
        ("He was called back to the dock.", False),
        ("It is a choice, as we have called it.", False),
    ],
)
def test_what_some_have_called_it_is_nobodys_word(quote: str, nobodys: bool) -> None:
    assert caveats.of_nobody(claim("+running", quote)) is nobodys
