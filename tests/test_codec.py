from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import codec
from pipeline.records.outcome import Failure
from pipeline.records.page import Box, Line, Page, RedactionBox, Word
from pipeline.records.source import Release

fractions = st.floats(0, 1, allow_nan=False).map(lambda value: round(value, 5))
words = st.builds(Word, st.text(min_size=1), fractions, fractions, fractions, fractions, fractions)
lines = st.lists(st.builds(Line, st.lists(words, max_size=4).map(tuple), st.integers(0, 9)), max_size=3).map(tuple)
boxes = st.builds(Box, fractions, fractions, fractions, fractions)
redactions = st.lists(st.builds(RedactionBox, boxes, st.text(), st.text())).map(tuple)
pages = st.builds(
    Page,
    *(st.text(), st.text(), st.integers(1, 9999), st.text(), lines, st.just("ocr"), st.text(), fractions, st.just(0)),
    *(st.text(), fractions, fractions, st.text(), st.text(), redactions),
)


@given(pages)
def test_what_goes_in_comes_out(page: Page) -> None:
    data = codec.encode(page)
    assert codec.decode(Page, data) == page
    assert codec.encode(codec.decode(Page, data)) == data


@given(st.lists(st.builds(Failure, *[st.text()] * 3, st.none() | st.integers(), *[st.text()] * 3, st.booleans())).map(tuple))
def test_tuples_of_records_round_trip(failures: tuple[Failure, ...]) -> None:
    assert codec.decode(tuple[Failure, ...], codec.encode(failures)) == failures


def test_words_and_boxes_are_bare_rows() -> None:
    assert codec.encode(Word("a", 0.0, 0.25, 0.5, 1.0)) == b'["a",0.0,0.25,0.5,1.0,1.0]'


def test_bytes_do_not_depend_on_the_order_of_keys() -> None:
    assert codec.encode({"b": 1, "a": 2}) == codec.encode({"a": 2, "b": 1}) == b'{"a":2,"b":1}'


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"id":"x","nope":1}', b"null", b"3"])
def test_bytes_that_are_no_such_record_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        codec.decode(Release, data)


def test_ids_are_made_of_parts_that_cannot_run_together() -> None:
    assert codec.short_id("a", "bc") != codec.short_id("ab", "c")
    assert len(codec.short_id("a")) == 16
