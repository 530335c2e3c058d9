"""What only leads to what is said, and what belongs to it."""

from __future__ import annotations

import pytest

from pipeline.patterns.sense.framing import framed_to
from pipeline.scorers.limits import fences

SAID = "the ferry runs on Sundays."
FRAMES = (
    "I write today to say that",
    "Now, let me be clear:",
    "Now then,",
    "As I told the board before,",
    "As counsel explained before the recess,",
    "At this time we would like to remind everyone that",
    "Before I turn to the tables, I should note that",
    "Before you vote tonight, understand that",
    "Until we meet on Friday, please know that",
    "To answer the question you asked last year,",
    "Now for the question of fares:",
    "It was made clear last month that",
)
OF_WHAT_IS_SAID = (
    "Now the ferry runs on Sundays.",
    "Now that the pier is mended, the ferry runs on Sundays.",
    "Since May the ferry runs on Sundays.",
    "As of today we say that the ferry runs on Sundays.",
    "We no longer tell anyone that the ferry runs on Sundays.",
    "In 2009 the harbormaster said that the ferry runs on Sundays.",
    "We now require that the ferry run on Sundays.",
    "Before 2010 a captain could say that the ferry ran.",
    "While I answer for the pier, the ferry is another matter.",
)


@pytest.mark.parametrize("frame", FRAMES)
def test_a_frame_is_no_part_of_what_is_said(frame: str) -> None:
    text = f"{frame} {SAID}"
    assert text[framed_to(text) :] == SAID
    assert fences(text) == fences(SAID)


@pytest.mark.parametrize("text", OF_WHAT_IS_SAID)
def test_a_limit_of_what_is_said_is_none(text: str) -> None:
    assert framed_to(text) == 0
