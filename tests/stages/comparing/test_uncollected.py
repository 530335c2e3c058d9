"""The collector of cycles rests while a bucket is compared, and is as it was afterwards."""

from __future__ import annotations

import gc

import pytest

from pipeline.stages.comparing.uncollected import uncollected


@pytest.mark.parametrize("was", [True, False])
def test_the_collector_is_as_it_was(was: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if was else gc.disable)()
        with uncollected():
            assert not gc.isenabled()
            with uncollected():
                assert not gc.isenabled()
            assert not gc.isenabled()
        assert gc.isenabled() is was
        with pytest.raises(ValueError, match="in it"), uncollected():
            raise ValueError("in it")
        assert gc.isenabled() is was
    finally:
        (gc.enable if before else gc.disable)()
