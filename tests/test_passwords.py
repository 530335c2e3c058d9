"""Passwords from the environment, by name: they open files, and only their names are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn_pages import PROSE, file_of, prose
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from pipeline import passwords, tasks
from pipeline.errors import Unreadable


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    canvas = Canvas(str(tmp_path / "a.pdf"), encrypt=StandardEncryption("marlow-7", canPrint=1))
    prose(canvas)
    canvas.showPage()
    canvas.save()
    return tmp_path / "a.pdf"


def test_a_variable_opens_the_file_and_its_value_is_not_stored(locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARLOW_KEY", "marlow-7")
    works = tasks.works({})
    probe = works["probe"].do((locked, file_of(locked), ("wrong", "env:UNSET_ONE", "env:MARLOW_KEY")))
    assert probe.password == "env:MARLOW_KEY" and probe.n_pages == 1
    page = works["read"].do((locked, file_of(locked), 1, probe.password, ("eng",)))[0]
    assert page.text.split() == " ".join(PROSE).split()


@pytest.mark.parametrize("value", ["", "another"])
def test_a_variable_unset_or_wrong_is_named_and_tried_again(value: str, locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARLOW_KEY", value)
    with pytest.raises(Unreadable) as caught:
        tasks.works({})["probe"].do((locked, file_of(locked), ("env:MARLOW_KEY",)))
    assert caught.value.kind == "encrypted" and not caught.value.lasting and "MARLOW_KEY" in caught.value.remedy
    assert not value or value not in str(caught.value)


def test_a_wrong_password_in_the_file_of_the_release_lasts(locked: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        tasks.works({})["probe"].do((locked, file_of(locked), ("wrong",)))
    assert caught.value.lasting and "env:NAME" in caught.value.remedy
    assert tasks.works({})["probe"].do((locked, file_of(locked), ("marlow-7",))).password == "marlow-7"


def test_a_page_whose_variable_has_gone_is_tried_again() -> None:
    with pytest.raises(Unreadable) as caught:
        passwords.value("env:GONE", "a.pdf", {})
    assert not caught.value.lasting
    assert passwords.value("plain", "a.pdf", {}) == "plain" and passwords.value("", "a.pdf", {}) == ""
    assert passwords.values(("a", "env:B", "env:C"), {"B": "b"}) == {"a": "a", "b": "env:B"}
