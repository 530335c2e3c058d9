"""A language that OCR has no data for is told before any work is done."""

from __future__ import annotations

import pytest

from pipeline.errors import MissingTool
from pipeline.tasks import check_languages


def test_a_language_without_data_is_named_with_its_remedy() -> None:
    with pytest.raises(MissingTool) as caught:
        check_languages({}, {"eng", "tlh"})
    assert "'tlh'" in caught.value.message and "release.toml" in caught.value.remedy


@pytest.mark.parametrize("languages", [{"eng"}, set()])
def test_languages_with_data_pass(languages: set[str]) -> None:
    check_languages({}, languages)
