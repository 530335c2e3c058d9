"""The site in a real browser: axe-core finds nothing at two widths, no page scrolls sideways, no payload of the records runs."""

from __future__ import annotations

import importlib.util
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.db.pages import browser
from tests.db.pages.visits import Ids, addresses

pytestmark = pytest.mark.slow
# Packages that carry axe-core's own bundle, the newer first; neither is imported.
BUNDLES = ("axe_playwright_python", "axe_core_python")
TABLES = (
    "/foia",
    "/foia/claims",
    "/foia/contradiction_sheet",
    "/foia/pages?_size=5",
    "/foia/claims?stance=deny",
    "/foia?sql=select+1",
    "/foia/nothing",
)


def axe() -> str:
    """The source of axe-core, or ''."""
    for name in BUNDLES:
        spec = importlib.util.find_spec(name)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            path = Path(folder) / "axe.min.js"
            if path.is_file():
                return path.read_text(encoding="utf-8")
    return ""


@pytest.fixture(scope="module")
def tab() -> Iterator[browser.Browser]:
    if not browser.found():
        pytest.skip("no Chromium on this machine")
    opened = browser.Browser()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def served(edition_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the hostile tiny edition, served as `foia serve` does it."""
    folder = tmp_path_factory.mktemp("served") / "db"
    shutil.copytree(edition_folder, folder)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "pipeline", "serve", "--db", str(folder), "--port", str(port)]
    process = subprocess.Popen(command, env=os.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    end = time.monotonic() + 180
    while True:
        try:
            urllib.request.urlopen(f"{address}/-/foia/healthz", timeout=30).close()
            break
        except OSError:
            assert time.monotonic() < end, "the server did not come up"
            time.sleep(0.2)
    yield address
    process.terminate()
    process.wait(20)


def rows(edition_folder: Path) -> list[str]:
    database = sqlite3.connect(edition_folder / "foia.db")
    found = [f"/foia/{table}/{database.execute(f'SELECT id FROM {table}').fetchone()[0]}" for table in ("claims", "documents")]
    database.close()
    return found


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_no_page_scrolls_sideways(
    tab: browser.Browser, served: str, ids: Ids, edition_folder: Path, width: int
) -> None:
    source = axe()
    if not source:
        pytest.skip("axe-core is not installed; `pip install axe-core-python` brings it")
    tab.call("Page.setBypassCSP", {"enabled": True})
    # One of each kind of page, told apart by the first two parts of the path below /-/foia.
    kinds = {("?" in path, *path.partition("?")[0].split("/")[3:4]): path for path in addresses(ids)}
    wrong = {}
    for path in ["/", *kinds.values(), "/-/foia/sign-in", "/-/foia/claim/nothing", *TABLES, *rows(edition_folder)]:
        tab.open(served + path, width)
        found = tab.run(source + ";axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => v.id))")
        wide = tab.run("document.documentElement.scrollWidth")
        if found or (wide > width and "/-/foia" in path):
            wrong[path] = (found, wide)
    tab.call("Page.setBypassCSP", {"enabled": False})
    assert not wrong


def test_no_payload_of_the_records_runs(tab: browser.Browser, served: str, ids: Ids, edition_folder: Path) -> None:
    """Every record of the tiny edition holds a script; a dialog would open where one ran."""
    for path in ["/", *addresses(ids), *TABLES, *rows(edition_folder)]:
        tab.open(served + path)
        assert not [event for event in tab.events if event.get("method") == "Page.javascriptDialogOpening"], path
