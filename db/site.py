"""What a corpus says about its site: where it is reached, and how a citation reads. Both are optional files in the corpus.

`site.toml` holds `url = "https://records.example.org/"`, the address of the site's root as readers type it. Links that leave
the site (citations, exports, annotations) are built from it and never from what a request claims to be addressed to.
`citation.txt` holds the template of citations.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from db.citations.cite import TEMPLATE, TEMPLATE_FILE, read_template
from pipeline.errors import ConfigError

SITE_FILE = "site.toml"
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.\-\[\]:]+(?:/[^\s?#\"<>]*)?\Z")


@dataclass(frozen=True, slots=True)
class Site:
    """`url` is the address of the site's root without a slash at its end, '' where none is known; `template` cites."""

    url: str = ""
    template: str = TEMPLATE


def read_site(corpus: Path, url: str = "") -> Site:
    """The site of this corpus; `url`, where given, is taken instead of the one in `site.toml`.

    ConfigError lists every mistake in either file.
    """
    problems: list[str] = []
    given = _table(corpus / SITE_FILE, problems)
    for key in given:
        if key != "url":
            problems.append(f"{corpus / SITE_FILE}: unknown key '{key}'. Known keys: url.")
    address = url or given.get("url", "")
    if not isinstance(address, str) or (address and not _ADDRESS.match(address)):
        problems.append(f"{address!r} is no address of a site. Write it like https://records.example.org/, without ? or #.")
    template = TEMPLATE
    try:
        template = read_template(corpus / TEMPLATE_FILE)
    except ConfigError as error:
        problems += error.problems
    if problems:
        raise ConfigError(problems)
    return Site(str(address).rstrip("/"), template)


def _table(path: Path, problems: list[str]) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.append(f'{path}: {error}. Write it like url = "https://records.example.org/".')
        return {}
