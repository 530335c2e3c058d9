"""Whose line a letter or notice gives: its office's, and not the caller's, a relative's or the writer's own."""

from __future__ import annotations

from timeit import timeit

import pytest

from pipeline.patterns.public.lines_of_letters import of_letter

LINE = "(555) 017-3344"
HEAD = "OSSICK COUNTY SHERIFF'S OFFICE\n14 Tollgate Street, Ossick\n\nJune 4, 2010\nDear Ms. Moll:\nWe hold the files.\n\n"


@pytest.mark.parametrize(
    ("text", "label", "case", "whether"),
    [
        (f"OSSICK LEGAL BUREAU\n14 Tollgate Street, Ossick\nTel. {LINE}\nTo: the file\n", "number", True, True),
        (f"ADA VRBA\n14 Tollgate Street, Ossick\nTel. {LINE}\nTo: the file\n", "number", True, False),
        (f"OSSICK LEGAL BUREAU\nMother: Ada Vrba, {LINE}\nTo: the file\n", "number", True, False),
        (HEAD + f"Sincerely,\n\nOrla Dunn\nUndersheriff\nDirect: {LINE}\n", "private", False, True),
        (HEAD + f"Sincerely,\n\nOrla Dunn\nUndersheriff\nHome: {LINE}\n", "private", False, False),
        (HEAD + f"Sincerely,\n\nOrla Dunn\nUndersheriff\nDirect: {LINE}\n", "private", True, False),
        (f"Ada Vrba\nOssick\n\nDear Sheriff:\nHelp us.\n\nSincerely,\n\nAda Vrba\nPhone: {LINE}\n", "private", False, False),
        (HEAD + f"Write to me or telephone {LINE}.\n\nRespectfully,\n\nOrla Dunn\nUndersheriff\n", "number", False, True),
        (f"Dear Sheriff:\nWrite to me or telephone {LINE}.\n\nRespectfully,\n\nAda Vrba\n", "number", False, False),
        (f"OSSICK COUNTY RECORDS OFFICE\n\nThe list is at the desk. Call {LINE} with any questions.", "number", False, True),
        (f"OSSICK COUNTY RECORDS OFFICE\n\nThe list is at the desk. Call {LINE} with any questions.", "number", True, False),
        (f"The Records Office is open to all. Dial {LINE} to make an appointment.", "number", False, True),
        (f"Dial {LINE} to make an appointment.", "number", False, False),
        (f"The Records Office wrote. A tenant says: call {LINE} for help.", "number", False, False),
        (f"To the Records Office. I am held in pod C. Please call {LINE} to make an appointment.", "number", False, False),
        (f"To the Records Office.\n\nPlease phone {LINE} with any questions, none of us can drive.", "number", False, False),
        (f"OSSICK COUNTY RECORDS OFFICE\nComplaint 12\n\nCall {LINE} with any questions.", "number", False, False),
        (f"OSSICK COUNTY RECORDS OFFICE\nDesk hours\n\nCall {LINE} with any questions.", "number", False, True),
        (f"Call {LINE} with questions about my son.", "number", False, False),
        (f"Her sister asks: call {LINE} for more information.", "number", True, False),
        (f"Call {LINE} after six.", "number", False, False),
    ],
)
def test_the_line_of_an_office_that_writes_is_told_from_a_persons(text: str, label: str, case: bool, whether: bool) -> None:
    start = text.index(LINE)
    assert of_letter(text, start, start + len(LINE), label, case) is whether


def test_long_pages_are_read_in_a_moment() -> None:
    text = "Write to me or telephone me or call " * 3000 + LINE + " with any any any " * 3000
    start = text.index(LINE)
    assert timeit(lambda: of_letter(text, start, start + len(LINE), "number", False), number=20) < 1
