"""Dates keep their precision, unknown is said to be unknown, and only web addresses become links."""

import pytest

from db.pages import terms, wording


@pytest.mark.parametrize(
    ("date", "precision", "words"),
    [
        ("2010-09-15", "day", "15 September 2010"),
        ("2010-09", "month", "September 2010"),
        ("2010", "year", "2010"),
        ("2010", "approx", "about 2010"),
        ("", "", "date unknown"),
        ("", "day", "date unknown"),
        ("2010-13", "month", "2010-13"),
        ("last fall", "", "last fall"),
        ("2010-09-15T10:00", "day", "2010-09-15T10:00"),
    ],
)
def test_dates(date: str, precision: str, words: str) -> None:
    assert wording.date_words(date, precision) == words


PAPER_OF = "no place named; its paper is by, to or about {}"


def test_where_a_date_was_read() -> None:
    row = {"date": "2010-05", "date_precision": "month", "date_basis": "header"}
    assert wording.date_note(row) == "only the month is known, from its header"
    assert wording.date_note(row | {"document_date": "2011"}) == "only the month is known, from its text"
    assert wording.date_note({"date": ""}) == terms.NO_DATE


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"jurisdiction": "Marlow County", "document_author": "City of Alder"}, "Marlow County"),
        ({"document_author": "Marlow County Board"}, PAPER_OF.format("Marlow County")),
        ({"speaker": "COUNTY OF MARLOW", "addressee": "Board, County of Marlow"}, PAPER_OF.format("County of Marlow")),
        ({"document_recipients": "Sheriff, Pell County; City of Alder"}, PAPER_OF.format("Pell County and City of Alder")),
        ({"document_title": "Letter to the county of residence", "speaker": "the county"}, "no place named"),
        ({"document_author": "████ County Board"}, "no place named"),
        ({"document_title": "Which County Opted Out"}, "no place named"),
        ({"document_title": "Every Single County Sheriff"}, "no place named"),
        ({"document_title": "See You In The County"}, "no place named"),
        ({"document_title": "Removals By County"}, "no place named"),
        ({"document_title": "The County of Los Alamitos and Each County"}, PAPER_OF.format("County of Los Alamitos")),
        (
            {"document_title": "TALKS BETWEEN MARLOW COUNTY AND THE CITY OF ALDER AND OTHERS"},
            PAPER_OF.format("Marlow County and City of Alder"),
        ),
        ({"document_title": "In Los Alamitos County"}, PAPER_OF.format("Los Alamitos County")),
        ({"document_title": "Anders County, Theodora Parish"}, PAPER_OF.format("Anders County and Theodora Parish")),
        ({}, "no place named"),
    ],
)
def test_a_place_is_what_the_words_name_and_else_what_the_paper_names(row: dict[str, str], words: str) -> None:
    assert wording.place(row) == words


@pytest.mark.parametrize(
    ("days", "words"), [(None, "how far apart is not known"), (0, "same day"), (1, "1 day apart"), (-97, "97 days apart")]
)
def test_apart(days: int | None, words: str) -> None:
    assert wording.apart(days) == words


@pytest.mark.parametrize(
    ("value", "unit", "bound", "words"),
    [
        (0.79, "share", "exact", "79%"),
        (0.288, "share", "about", "about 28.8%"),
        (47000.0, "count", "about", "about 47,000"),
        (1500.0, "count", "more-than", "more than 1,500"),
        (None, "", "", ""),
    ],
)
def test_numbers(value: float | None, unit: str, bound: str, words: str) -> None:
    assert wording.number({"value": value, "unit": unit, "bound": bound}) == words


@pytest.mark.parametrize("stored", ["", "{", "1", "null", '{"a": 1}'])
def test_spoilt_codes_are_none(stored: str) -> None:
    assert wording.codes(stored) == ()
    assert wording.rows_of(stored) == ()


@pytest.mark.parametrize(
    ("code", "about"),
    [
        ("(b)(6)", "personal privacy"),
        ("(b)(5) AWP", terms.EXEMPTIONS["(b)(5)"]),
        ("(b)(7)(Z)", terms.EXEMPTIONS["(b)(7)"]),
        ("x", ""),
    ],
)
def test_exemptions(code: str, about: str) -> None:
    assert wording.exemption(code) == about


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//host", "", "http:// x", " https://host"])
def test_no_link(url: str) -> None:
    assert wording.web_link(url) == ""


def test_web_link() -> None:
    assert wording.web_link("https://example.org/a?b=c") == "https://example.org/a?b=c"


def test_pin() -> None:
    assert wording.pin({"bates": "X 1", "file": "a.pdf", "page_no": 2}) == "X 1"
    assert wording.pin({"bates": "", "file": "a.pdf", "page_no": 2}) == "a.pdf, page 2"


def test_unknown_values_are_shown_as_they_are() -> None:
    assert wording.label(terms.KINDS, "some-new_kind") == "some new kind"
    assert wording.label(terms.KINDS, None) == ""


YES = {"stance": "affirm", "status": "asserted", "date": "2010-05-12"}
NO = {"stance": "deny", "status": "asserted", "date": "2011-01"}
SHARE = {"metric": "share", "value": 0.27, "unit": "share", "bound": "about", "date": "2010-01-01"}


@pytest.mark.parametrize(
    ("kind", "left", "right", "words"),
    [
        ("stance", YES, NO, "yes, then no"),
        ("stance", NO, YES, "yes, then no"),
        ("stance", YES, NO | {"date": ""}, "yes and no"),
        ("stance", YES | {"date": "2011"}, NO, "yes and no"),
        ("stance", YES, NO | {"stance": "other"}, "yes, then unclear"),
        ("data", YES, SHARE, "yes, against a number (about 27%)"),
        ("data", SHARE, NO, "no, against a number (about 27%)"),
        ("number", SHARE | {"date": ""}, SHARE | {"value": 0.5, "bound": "exact"}, "about 27% and 50%"),
        ("shift", YES, NO, "formerly yes, now no"),
        ("shift", YES, NO | {"status": "former"}, "formerly no, now yes"),
        ("shift", YES | {"status": "planned"}, NO, "formerly no, now yes"),
        ("shift", YES | {"date": ""}, NO, "yes and no"),
    ],
)
def test_headings_say_what_each_side_answers(kind: str, left: dict[str, object], right: dict[str, object], words: str) -> None:
    assert wording.heading(kind, "A county may leave the program.", left, right) == f"A county may leave the program: {words}"


def test_a_heading_of_two_questions_names_both_in_the_order_of_their_sides() -> None:
    early, late = YES, NO | {"date": "2012-01-01"}
    words = "A county may leave: yes. Joining is free: no"
    assert wording.heading("stance", "A county may leave.", early, late, "Joining is free.") == words
    assert wording.heading("stance", "Joining is free.", late, early, "A county may leave.") == words


@pytest.mark.parametrize(
    ("explanation", "line"),
    [
        ("One reads as “it may”, the other as “it may not”. Same office, 3 days apart.", "Same office, 3 days apart."),
        ("The two do not agree.", "3 days apart, same speaker, internal and public."),
        ("", "3 days apart, same speaker, internal and public."),
    ],
)
def test_why_in_one_line(explanation: str, line: str) -> None:
    row = {"explanation": explanation, "days_apart": 3, "same_speaker": 1, "audience_pair": "internal/public"}
    assert wording.why(row) == line


def test_quotes_in_lists_run_on() -> None:
    assert wording.flat("A county\nthat is volun-\ntary  in") == "A county that is volun-tary in"
    assert wording.flat("paid 1990-\n1995 -\nlater") == "paid 1990- 1995 - later"
    assert wording.short("one two, three", 9) == "one two…"
    assert wording.short("one two", 7) == "one two"


def test_a_speaker_that_is_only_codes_is_withheld() -> None:
    assert wording.speaker({"speaker": "{b)(6). (b}{7)(C)"}) == "name withheld, (b)(6), (b)(7)(C)"
    assert wording.speaker({"speaker": ""}) == "speaker not named"


@pytest.mark.parametrize(
    ("feature", "value", "words"),
    [
        ("stance", "deny", "says no"), ("audience", "congress", "to Congress"), ("status", "asserted", "stated outright"),
        ("time", "2010-09", "September 2010"), ("time", "unknown", "unknown"), ("speaker", "(b)(6)", "name withheld, (b)(6)"),
        ("value", "12-3", "12-3"), ("audience", "unknown", "unknown"), ("else", None, ""),
    ],
)  # fmt: skip
def test_values_compared_are_in_words(feature: str, value: str | None, words: str) -> None:
    assert wording.compared(feature, value) == words


@pytest.mark.parametrize(
    ("before", "label"),
    [
        ("It is deleted at once.\nMYTH: ", "MYTH:"),
        ("the end.\nMyth #2:\n", "Myth #2:"),
        ("the end.\n\nMisconception 3\n", "Misconception 3"),
        ("the end.\nCommon myth \u2013 ", "Common myth \u2013"),
        ("Q: ", "Q:"),
        ("2. Reality: ", "2. Reality:"),
        ("\nThe Clerk:  ", "The Clerk:"),
        ("", ""),
        ("MYTH: It costs nothing.\n", ""),
        ("we said the\nfollowing: ", ""),
        ("the office answered late, and in the end it answered as had been feared: ", ""),
        ("The fact\nis ", ""),
        ("a matter of fact. ", ""),
    ],
)
def test_the_label_a_page_prints_before_a_quote(before: str, label: str) -> None:
    assert wording.printed_label({"printed_before": before}) == label


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (0.97, "in tests about 9 in 10 such pairs were right"),
        (1.0, "in tests about 9 in 10 such pairs were right"),
        (0.65, "in tests about 7 in 10 such pairs were right"),
        (0.54, "doubtful: in tests about 5 in 10 such pairs were right"),
        (0.0, "doubtful: in tests about 1 in 10 such pairs were right"),
    ],
)
def test_how_sure_the_machine_is(score: float, words: str) -> None:
    assert wording.sure(score) == words


def test_what_kind_of_paper_it_is() -> None:
    kinds = ("email", "talking-points", "other", "")
    assert [wording.paper({"document_kind": kind}) for kind in kinds] == ["E-mail", "Talking points", "Document", "Document"]


@pytest.mark.parametrize(
    ("one", "other", "once"),
    [
        ("Until now towns chose.", "Until now towns chose.", True),
        ("Until now towns chose.", "Until now towns chose. From May they are told.", True),
        ("Until now towns chose.", "From May they are told.", False),
        ("", "", False),
    ],
)
def test_what_is_read_from_one_place_is_printed_once(one: str, other: str, once: bool) -> None:
    left, right = ({"page_id": "f-p2", "start": 40, "quote": quote} for quote in (one, other))
    assert wording.one_sentence("shift", left, right) is once
    assert not wording.one_sentence("stance", left, right)
    for elsewhere in ({"page_id": "f-p3"}, {"start": 90}):
        assert not wording.one_sentence("shift", left, right | elsewhere)
    assert not wording.one_sentence("shift", {"quote": one}, {"quote": other})
