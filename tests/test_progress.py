"""What a run says of its stages: a word for every one."""

from __future__ import annotations

from pipeline import app, progress


def test_every_stage_that_runs_has_words() -> None:
    assert set(app.STAGES) - {app.INTAKE} <= set(progress.VERBS)
