"""Addresses of the site, in one place. Every part that comes from data is percent-encoded."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote, urlencode

IMAGE_NAME = re.compile(r"[0-9A-Za-z_-]{1,80}\.webp")

ORIGINAL_NAME = re.compile(r"[0-9a-f]{64}\.(?:pdf|png|jpg|tif)")


class Links:
    """Paths below the `base_url` of this Datasette. Arguments that are empty are left out of a query string."""

    def __init__(self, datasette: Any) -> None:
        self.datasette = datasette

    def _path(self, path: str, **query: object) -> str:
        asked = urlencode({key: value for key, value in query.items() if value not in ("", None)}, errors="replace")
        return str(self.datasette.urls.path(path)) + (f"?{asked}" if asked else "")

    def start(self) -> str:
        return self._path("/")

    def to(self, place: str, **query: object) -> str:
        """A page without an id: search, contradictions, topics, redactions, failures, about, tables."""
        return self._path(f"/-/foia/{_part(place)}", **query)

    def static(self, name: str, version: str) -> str:
        return self._path(f"/-/foia/static/{_part(name)}", v=version)

    def file(self, file_id: str) -> str:
        return self._path(f"/-/foia/file/{_part(file_id)}")

    def page(
        self,
        file_id: str,
        number: object,
        q: str = "",
        claim: str = "",
        quote: str = "",
        prefix: str = "",
        suffix: str = "",
        zoom: str = "",
    ) -> str:
        """The viewer of a page. `quote`, with what stands before and after it, finds words again after a better reading."""
        asked = {"q": q, "claim": claim, "quote": quote, "prefix": prefix, "suffix": suffix, "zoom": zoom}
        return self._path(f"/-/foia/file/{_part(file_id)}/p{number}", **asked)

    def original(self, name: str) -> str:
        """The file as received, by its hash; '' where it is not offered."""
        return self._path(f"/-/foia/original/{_part(name)}") if ORIGINAL_NAME.fullmatch(name) else ""

    def page_id(self, page_id: str) -> str:
        """The viewer of a page told by its id, `<file id>-p<number>`."""
        file_id, _, number = page_id.rpartition("-p")
        return self.page(file_id, _part(number))

    def results(self, form: str, params: dict[str, object]) -> str:
        """The results of a search as a file: csv, xlsx, json or atom."""
        return self._path(f"/-/foia/search.{_part(form)}", **params)

    def image(self, name: str) -> str:
        """The page image, or '' when the page has none."""
        return self._path(f"/-/foia/image/{name}") if IMAGE_NAME.fullmatch(name) else ""

    def document(self, document_id: str) -> str:
        return self._path(f"/-/foia/document/{_part(document_id)}")

    def claim(self, claim_id: str) -> str:
        return self._path(f"/-/foia/claim/{_part(claim_id)}")

    def contradiction(self, contradiction_id: str) -> str:
        return self._path(f"/-/foia/contradiction/{_part(contradiction_id)}")

    def cite(self, key: str, form: str = "") -> str:
        """The page of citations for an id, or one of them as a file."""
        return self._path(f"/-/foia/cite/{_part(key)}" + (f"/{_part(form)}" if form else ""))

    def to_kind(self, kind: str, key: str) -> str:
        """The page of a claim, contradiction, document or page told by its id."""
        return self.page_id(key) if kind == "page" else self._path(f"/-/foia/{_part(kind)}/{_part(key)}")

    def verify(self, claim_id: str) -> str:
        return self._path(f"/-/foia/verify/{_part(claim_id)}")

    def topic(self, proposition: str, **query: object) -> str:
        return self._path(f"/-/foia/topic/{_part(proposition)}", **query)

    def timeline(self, proposition: str) -> str:
        return self._path(f"/-/foia/timeline/{_part(proposition)}")

    def entity(self, entity_id: str) -> str:
        return self._path(f"/-/foia/entity/{_part(entity_id)}")

    def table(self, name: str) -> str:
        """Datasette's own page of a table, for those who want every column."""
        return str(self.datasette.urls.table("foia", name))


def _part(value: object) -> str:
    return quote(str(value), safe="", errors="replace")
