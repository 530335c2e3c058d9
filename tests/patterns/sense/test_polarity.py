"""What turns the sense of a sentence: told for pairs that are opposed, and not for pairs that only look it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.patterns.sense import polarity
from pipeline.patterns.sense.sentences import sentences

KNOWN = frozenset({"lawful", "acceptable"})
OPPOSED = [
    ("negation", "The depot keeps the tickets of the drivers.", "The depot does not keep the tickets of the drivers."),
    ("negation", "Drivers were told of the new toll rates.", "No drivers were told of the new toll rates."),
    ("opposite", "The training is voluntary for all clerks.", "The training is mandatory for all clerks."),
    ("opposite", "The practice is lawful in the eyes of counsel.", "The practice is unlawful in the eyes of counsel."),
    ("opposite", "The board supports the new toll on trucks.", "The board opposes the new toll on trucks."),
    ("duty", "The clerk may forward each ticket at once.", "The clerk must forward each ticket at once."),
    ("number", "In all 340 paper tickets were lost at the depot.", "In all 120 paper tickets were lost at the depot."),
    ("number", "Only 40 percent of drivers paid.", "Only 55% of drivers paid."),
]
NOT_OPPOSED = [
    ("The depot keeps the tickets.", "The depot keeps the tickets of the drivers."),
    ("The training is not voluntary for clerks.", "The training is mandatory for clerks."),
    ("The depot keeps tickets, not only receipts.", "The depot keeps tickets and receipts."),
    ("The depot does not keep tickets.", "The depot never keeps tickets."),
    ("No ticket is kept unless a driver asks for it.", "A ticket is kept where a driver asks for it."),
    ("He did not say where the tickets are kept.", "The tickets are kept in the depot."),
    ("If the driver does not pay, a letter is sent.", "The driver does pay and a letter is sent."),
    ("In 2010 the depot lost 340 paper tickets.", "In 2011 the depot lost 120 paper tickets."),
    ("The depot lost 340 paper tickets.", "The depot sold 120 wooden benches."),
    ("See section 340 of the handbook on tickets.", "See section 120 of the handbook on tickets."),
    ("Call 555-340 about tickets.", "Call 555-120 about tickets."),
    ("The clerk may forward tickets.", "The clerk must keep receipts."),
    ("The toll is voluntary.", "The clerk said that the toll is voluntary, that it is mandatory, and that it is neither."),
    ("Please notify us immediately of the loss.", "Please notify us of the loss."),
]


@pytest.mark.parametrize(("kind", "one", "other"), OPPOSED)
def test_opposed_whichever_way_round(kind: str, one: str, other: str) -> None:
    first, second = polarity.read(one, KNOWN), polarity.read(other, KNOWN)
    there, back = polarity.turned(first, second), polarity.turned(second, first)
    assert there is not None and back is not None and there.kind == back.kind == kind
    assert (there.left, there.right, there.on) == (back.right, back.left, back.on)


@pytest.mark.parametrize(("one", "other"), NOT_OPPOSED)
def test_not_opposed(one: str, other: str) -> None:
    first, second = polarity.read(one, KNOWN), polarity.read(other, KNOWN)
    assert polarity.turned(first, second) is None and polarity.turned(second, first) is None


@given(st.text(max_size=200))
def test_any_text_is_read_and_never_opposed_to_itself(text: str) -> None:
    read = polarity.read(text, KNOWN)
    assert polarity.turned(read, read) is None or polarity.turned(read, read).kind == "opposite"  # type: ignore[union-attr]
    spans = list(sentences(text))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_sentences_of_prose_and_nothing_else() -> None:
    text = (
        "MEMORANDUM FOR: The Depot\nDate: May 3\n\nMr. Hale told the clerks of Sec. 4 on Monday. The tickets\nare kept for two "
        "years.\n- They are then burnt in the yard behind the depot.\n\nName   Tickets   Sum\nHale   12   40\n"
    )
    assert [" ".join(text[start:end].split()) for start, end in sentences(text)] == [
        "Mr. Hale told the clerks of Sec. 4 on Monday.",
        "The tickets are kept for two years.",
        "They are then burnt in the yard behind the depot.",
    ]
