from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from pipeline.download import download
from pipeline.errors import UsageError


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/gone.pdf":
            self.send_error(404)
            return
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/r/part%201.pdf")
            self.end_headers()
            return
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"%PDF-1.4 " + self.path.encode())

    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_a_download_is_kept_with_where_it_came_from(site: str, tmp_path: Path) -> None:
    got = download(f"{site}/moved", tmp_path / "r")
    body = (tmp_path / "r" / "part 1.pdf").read_bytes()
    assert body == b"%PDF-1.4 /r/part%201.pdf"
    assert got["sha256"] == hashlib.sha256(body).hexdigest() and got["bytes"] == len(body)
    row = json.loads((tmp_path / "r" / ".custody.jsonl").read_text())
    assert row["url"].endswith("/moved") and row["final_url"].endswith("/r/part%201.pdf")


def test_a_file_is_never_overwritten(site: str, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"mine")
    assert download(f"{site}/a.pdf", tmp_path)["file"] == "a (2).pdf"
    assert download(f"{site}/a.pdf", tmp_path)["file"] == "a (2).pdf", "the same bytes again are not stored twice"
    assert (tmp_path / "a.pdf").read_bytes() == b"mine"


@pytest.mark.parametrize("path", ["/%2e%2e%2fevil.pdf", "/..%5cevil.pdf", "/%2Ehidden.pdf", "/"])
def test_no_name_leads_out_of_the_folder_or_hides(site: str, tmp_path: Path, path: str) -> None:
    name = download(site + path, tmp_path / "r")["file"]
    assert (tmp_path / "r" / name).resolve().parent == (tmp_path / "r").resolve()
    assert not name.startswith(".")
    assert [p.name for p in tmp_path.iterdir()] == ["r"]


@pytest.mark.parametrize("url", ["ftp://host/a.pdf", "file:///etc/hostname", "a.pdf"])
def test_only_the_web_is_fetched(tmp_path: Path, url: str) -> None:
    with pytest.raises(UsageError, match="only http and https"):
        download(url, tmp_path)


def test_a_page_that_is_gone_says_so_and_leaves_nothing(site: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="could not be fetched"):
        download(f"{site}/gone.pdf", tmp_path)
    assert list(tmp_path.iterdir()) == []
