"""Work whose many small objects are never cycles, done without Python's search for cycles.

Judging a bucket makes millions of rows and verdicts and keeps tens of thousands. Each time their number grows by a quarter the
collector walks through all that lives, claims included, and finds nothing: a sixth of the time of comparing 100,000 claims.
Nothing is left behind: what nobody holds is freed by its count as ever.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Within it the collector of cycles rests; it is as before afterwards, whatever happens."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
