from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline import config
from pipeline.errors import ConfigError, UsageError


def release(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "release.toml").write_text(text, encoding="utf-8")
    return folder


def test_every_key_but_id_is_optional(tmp_path: Path) -> None:
    folder = release(tmp_path / "march", 'id = "march"\n')
    loaded = config.load_release(folder, "march")
    assert (loaded.id, loaded.title, loaded.languages, loaded.topics) == ("march", "", ("eng",), ())


def test_without_a_file_the_folder_name_is_the_id(tmp_path: Path) -> None:
    assert config.load_release(tmp_path, "march").id == "march"


def test_dates_may_be_written_as_toml_dates_or_at_lower_precision(tmp_path: Path) -> None:
    folder = release(tmp_path / "a", 'id = "a"\nreceived_on = 2026-03-09\n')
    assert config.load_release(folder, "a").received_on == "2026-03-09"
    folder = release(tmp_path / "a", 'id = "a"\nreceived_on = "2026-03"\n')
    assert config.load_release(folder, "a").received_on == "2026-03"


def test_every_mistake_is_reported_at_once_with_line_and_nearest_key(tmp_path: Path) -> None:
    text = 'id = "b"\ntitel = "x"\nlanguages = "eng"\nagency = 3\nreceived_on = "last fall"\nzzz = ""\n'
    with pytest.raises(ConfigError) as caught:
        config.load_release(release(tmp_path / "a", text), "a")
    problems = "\n".join(caught.value.problems)
    assert len(caught.value.problems) == 6
    assert "line 2: unknown key 'titel'. Did you mean 'title'?" in problems
    assert "line 3: languages must be a list" in problems
    assert "line 4: agency must be a string" in problems
    assert "line 5: received_on 'last fall' is not a date" in problems
    assert "line 6: unknown key 'zzz'. Known keys: id, title" in problems
    assert "line 1: id is 'b' but its folder is 'a'" in problems
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("text", ["title = March\n", "id = \n", "[[[", 'id = "a'])
def test_what_is_no_toml_names_file_and_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError, match=r"release\.toml: .*(line 1|end of document)"):
        config.load_release(release(tmp_path, text), "a")


def test_a_missing_id_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match='Add id = "a"'):
        config.load_release(release(tmp_path, 'title = "x"\n'), "a")


def test_a_draft_names_its_blanks_and_loads(tmp_path: Path) -> None:
    blanks = config.draft_release(tmp_path, "march")
    assert "request_number" in blanks and "id" not in blanks
    assert config.load_release(tmp_path, "march").id == "march"
    assert config.draft_release(tmp_path, "other") == (), "what a person may have filled in is never overwritten"
    assert config.load_release(tmp_path, "march").id == "march"


@dataclass(frozen=True, slots=True)
class Params:
    dpi: int = 300
    level: float = 0.5
    mode: str = "auto"


def test_settings_come_from_the_file_and_then_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[read]\ndpi = 200\nlevel = 1\n")
    settings = config.load_settings(tmp_path, ["read.dpi=150", "read.mode=fast"])
    assert config.params_for("read", Params, settings) == Params(150, 1.0, "fast")
    assert config.params_for("find", Params, settings) == Params()


@pytest.mark.parametrize("text", ["dpi=200", "read.dpi", "read.dpi=", "READ.dpi=2"])
def test_a_setting_of_another_form_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError, match=r"STAGE\.KEY=VALUE"):
        config.load_settings(tmp_path, [text])


def test_unknown_and_mistyped_settings_are_all_named(tmp_path: Path) -> None:
    settings = config.load_settings(tmp_path, ["read.dpy=200", "read.level=high", "read.dpi=true"])
    with pytest.raises(ConfigError) as caught:
        config.params_for("read", Params, settings)
    assert len(caught.value.problems) == 3
    assert "Did you mean 'dpi'?" in caught.value.problems[0]
