"""A line named for what it is for is an office's; a line that is somebody's own is not."""

from __future__ import annotations

import pytest

from pipeline.patterns.public.lines_of_use import of_use

NUMBER = "(555) 212-1010"


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        ("Not for release. Query line NUMBER.", True),
        ("Question line for the public stays NUMBER;", True),
        ("the Orley Legal Aid line (NUMBER) has the file", True),
        ("Listener line NUMBER", True),
        ("Records desk: NUMBER", True),
        ("one copy to the Department of Parks, Attn: Ada Roe, NUMBER", True),
        ("counsel use NUMBER, Attn: Ms. Roe", True),
        ("Records desk: Ada Roe, NUMBER option 2", True),
        ("Questions about the tape: call NUMBER.", True),
        ("Inquiries regarding tow fees to NUMBER", True),
        ("she had questions about her son: NUMBER", False),
        ("Questions about my son: call NUMBER", False),
        ("Front desk clerk: Ada Roe, NUMBER", False),
        ("her home line NUMBER", False),
        ("My query line NUMBER", False),
        ("his mother's desk NUMBER", False),
        ("Direct line NUMBER", False),
        ("Sponsor line: NUMBER", False),
        ("respondent contact line: NUMBER", False),
        ("on the other line NUMBER", False),
        ("Attn: Ada Roe, NUMBER", False),
        ("she crossed the line and NUMBER", False),
        ("c/o Ada Roe, NUMBER", False),
        ("Duty desk NUMBER", True),
        ("the juror line at NUMBER", True),
        ("Complaint line: NUMBER", True),
        ("Assignment desk NUMBER", True),
        ("Varga line NUMBER", False),
        ("Tomas desk: NUMBER", False),
        ("motel desk NUMBER", False),
        ("Burner line NUMBER", False),
        ("cellular line: NUMBER", False),
        ("apartment line NUMBER", False),
        ("unlisted line NUMBER", False),
        ("pager line NUMBER", False),
        ("she stood in the lunch line, NUMBER", False),
        ("he lives off the county line at NUMBER", False),
    ],
)
def test_what_a_line_is_for_tells_whose_it_is(text: str, whether: bool) -> None:
    start = text.index("NUMBER")
    text = text.replace("NUMBER", NUMBER)
    assert of_use(text, start, start + len(NUMBER)) is whether
