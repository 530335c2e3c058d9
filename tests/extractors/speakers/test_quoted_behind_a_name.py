"""Minutes that put a name and a colon before what somebody said: his words end with the quotation."""

from __future__ import annotations

from typing import Any

import pytest
from test_who_answers import read

HEAD = "Notes of the pier meeting on Secure Communities\n\n"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Ms. Vole asked Mr. Strake if there was a choice. Mr. Strake: "Secure Communities is voluntary."', "Mr. Strake"),
        ('Dep. Comm. Vole asked if it was so. Maj. Orrin: "Secure Communities is voluntary."', "Maj. Orrin"),
        ("Ms. Vole asked Mr. Strake if there was a choice. Mr. Strake: Secure Communities is voluntary.", "Mr. Strake"),
        # What stands behind the quotation is the minutes' own, and whoever is only greeted says nothing.
        ('Mr. Strake: "I have a card for you." Secure Communities is voluntary.', "Clerk"),
        ("Mr. Strake:\n\nSecure Communities is voluntary.", "Clerk"),
    ],
)
def test_words_behind_a_name_are_his_as_far_as_they_are_quoted(parser: Any, text: str, speaker: str) -> None:
    found = [one for one in read(parser, HEAD + text) if one.proposition == "participation-voluntary"]
    assert [one.speaker for one in found] == [speaker]
