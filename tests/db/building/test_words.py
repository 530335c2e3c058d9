import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.building.words import PlacedWord, pack, unpack

edge = st.floats(0, 1)
word = st.builds(PlacedWord, st.integers(0, 2**32 - 1), st.integers(0, 65535), edge, edge, edge, edge)


@given(st.lists(word, max_size=40))
def test_what_is_packed_comes_back_within_half_a_step(words):
    back = unpack(pack(words))
    assert [(w.start, w.length) for w in back] == [(w.start, w.length) for w in words]
    for old, new in zip(words, back, strict=True):
        for name in ("x0", "y0", "x1", "y1"):
            assert abs(getattr(old, name) - getattr(new, name)) <= 0.5001 / 65535


def test_the_layout_is_the_one_the_schema_names():
    assert zlib.decompress(pack([PlacedWord(258, 3, 0, 1, 0.5, 1)])) == bytes.fromhex("02010000 0300 0000 ffff 0080 ffff")


def test_edges_off_the_page_are_clipped_and_a_giant_word_is_cut():
    (one,) = unpack(pack([PlacedWord(0, 70000, -0.2, 0.1, 1.5, 0.2)]))
    assert (one.x0, one.x1, one.length) == (0, 1, 65535)


@pytest.mark.parametrize("blob", [b"", b"no zlib", zlib.compress(b"123"), pack([PlacedWord(0, 1, 0, 0, 1, 1)])[:-3]])
def test_spoilt_blobs_are_refused(blob):
    with pytest.raises(ValueError, match="word boxes"):
        unpack(blob)


def test_a_blob_that_explodes_is_refused():
    with pytest.raises(ValueError, match="too large"):
        unpack(zlib.compress(bytes(80 * 1024 * 1024)))
