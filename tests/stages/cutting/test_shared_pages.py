"""Whose the text of a page is on which several papers stand."""

from __future__ import annotations

from drawn_page import file, page

from pipeline.records.document import Segmentation
from pipeline.records.source import Release
from pipeline.stages.segment import Params, segment

BUREAU = Release("r1", agency="Bureau of Weights", component="Harbor Watch")
LOG = (
    "The scale at the ferry was read again on Monday and was found to be right within an ounce, which the inspector wrote\n"
    "in the log before he left the dock. The crew was told of it at the noon muster and the sheet was put up on the wall.\n"
)
LETTER = f"OFFICE OF THE GOVERNOR\nState of Alder\n\nMay 2, 2011\n\nDear Director:\n\n{LOG}\nSincerely,\n\nGovernor\n\n"
REPLY = "U.S. Bureau of Weights\nJune 6, 2011\n\nDear Governor:\n\nThank you for your letter. The checks go on as before.\n"
MAIL = (
    "From: Analyst, Bureau of Weights\nSent: Monday, March 7, 2011 10:08 AM\nTo: Deputy Director\nSubject: RE: costs\n\n"
    "I ran it for you. The county pays.\n"
)
REST = "the board went on to speak of the fee, and of who would have to pay it in the end. " * 3


def read(*texts: str) -> Segmentation:
    return segment(file(), BUREAU, tuple(page(text, number) for number, text in enumerate(texts, 1)), Params())


def test_a_reply_below_a_letter_is_a_part_with_its_own_author_and_day() -> None:
    found = read(LETTER + REPLY)
    (letter,), (part,) = found.documents, found.parts
    assert (letter.author, letter.author_kind, letter.date) == ("Governor", "state", "2011-05-02")
    assert (part.document.author_kind, part.document.date, part.document.kind) == ("agency", "2011-06-06", "letter")
    assert part.document.id == letter.id and part.document.recipients == ("Governor",)


def test_the_next_weekly_is_of_whoever_wrote_the_one_above() -> None:
    found = read(f"Ferry Branch weekly roll-up\n\nWEEK ENDING MARCH 4, 2011\n\n{LOG}\n\nWEEK ENDING MARCH 11, 2011\n\n{LOG}")
    (weekly,), (part,) = found.documents, found.parts
    assert (weekly.author, weekly.author_kind, weekly.date) == ("Ferry Branch", "agency", "2011-03-04")
    assert (part.document.author, part.document.author_kind, part.document.date) == ("Ferry Branch", "agency", "2011-03-11")


def test_a_letter_alone_has_no_parts() -> None:
    found = read(LETTER)
    assert found.parts == () and found.documents[0].date == "2011-05-02"


def test_a_mail_below_a_weekly_is_a_message_of_it_and_dates_nothing_else() -> None:
    found = read(f"WEEKLY - Linden field office - week ending 3/4/11\n\n{LOG}\n{MAIL}")
    (weekly,), (message,) = found.documents, found.messages
    assert weekly.kind != "email" and weekly.date == "2011-03-04" and weekly.author == "Linden field office"
    assert (message.sender_kind, message.date, message.position) == ("agency", "2011-03-07", 1)


def test_the_next_page_goes_on_with_the_reply_where_the_letter_was_closed() -> None:
    found = read(LETTER + REPLY, REST)
    assert len(found.documents) == 1 and [part.document.author_kind for part in found.parts] == ["agency"]


def test_the_next_page_goes_back_to_the_letter_where_only_the_paper_below_was_closed() -> None:
    found = read((LETTER + REPLY + "\nSincerely,\n\nDirector\n").replace("Sincerely,\n\nGovernor\n\n", "\n"), REST)
    assert [(part.page_id[-1], part.document.author_kind) for part in found.parts] == [("1", "agency"), ("2", "state")]


def test_the_next_page_is_nobodys_where_neither_was_closed() -> None:
    found = read((LETTER + REPLY).replace("Sincerely,\n\nGovernor\n\n", "\n"), REST)
    last = found.parts[-1].document
    assert (
        (last.author, last.author_kind, last.date) == ("", "", "")
        and found.parts[-1].nobody
        and found.parts[-1].page_id.endswith("p2")
    )


def test_a_sentence_that_breaks_off_is_carried_on() -> None:
    broken = (LETTER + REPLY).replace("Sincerely,\n\nGovernor\n\n", "\n").replace("The checks go on as before.", "The checks of")
    found = read(broken, REST)
    assert [part.document.author_kind for part in found.parts] == ["agency"]


def test_a_mail_that_quotes_keeps_its_messages_and_has_no_parts() -> None:
    found = read(MAIL + LOG + "\n" + MAIL.replace("March 7", "March 6").replace("10:08", "9:08"))
    assert found.parts == () and [one.position for one in found.messages] == [0, 1]


TO_ORME = f"U.S. Bureau of Weights\nMay 4, 2011\n\nThe Honorable Ada Orme\nChair, Alder County Board\n\nDear Chair Orme:\n\n{LOG}"
CLOSE = "\n\nThe fee stays as it is for the year.\n\nSincerely,\n\nJan Tamm\nDeputy Director\n"


def test_a_page_headed_with_whom_a_letter_is_to_goes_on_with_it() -> None:
    found = read(TO_ORME, f"Page 2 - The Honorable Ada Orme\n\nQuestion 5. {LOG}{CLOSE}")
    (letter,) = found.documents
    assert (letter.last_page, letter.author, letter.date) == (2, "Jan Tamm, Deputy Director", "2011-05-04")


def test_a_page_headed_with_another_name_does_not() -> None:
    memo = f"Page 2 - Governor Vale\n\nOPERATIONS ORDER ON FEES\nJune 9, 2011\n\n{LOG}"
    assert [one.first_page for one in read(TO_ORME + CLOSE, memo).documents] == [1, 2]


def test_a_letter_that_begins_below_a_table_goes_on_where_the_next_page_names_its_addressee() -> None:
    rows = "ENCLOSURE B - SCALES BY QUARTER\n\nQuarter Scales\nApr-Jun 2010 48\nJul-Sep 2010 61\n\n" + LOG
    found = read(f"{rows}\n{TO_ORME}", f"Page 2 - Chair Orme\n\n{LOG}{CLOSE}")
    assert [one.last_page for one in found.documents] == [2]
    assert [(part.document.author, part.document.date) for part in found.parts] == [("Jan Tamm, Deputy Director", "2011-05-04")]
