"""Plain citations for claims, contradictions, documents and pages, after a template that can be edited.

In a template `{name}` is a field, and a part in square brackets is left out when a field in it is empty.
"""

from __future__ import annotations

import difflib
import re
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from db.building.parts import of_paper
from pipeline.errors import ConfigError, UsageError

TEMPLATE = (
    "[{author}][ to {recipients}][, “{title}”][, {date}][, {bates}][ ({file}, page {page})][, {release}]"
    "[, FOIA request {request}][, {litigation}][, {url}]."
)
FIELDS = (
    "author",
    "recipients",
    "title",
    "date",
    "bates",
    "file",
    "page",
    "release",
    "request",
    "litigation",
    "agency",
    "url",
    "id",
)
TEMPLATE_FILE = "citation.txt"
# An exemption code with the brackets and the b as a scan may have them: {b)(6), (b\(7(C), (0)(7)c. Only a 7 has a letter
# after it, and a b that begins the next code is none. Some agencies write b6, b7C; that is a code only where nothing else stands.
_INTO = r"[)}\]\\({\[\s]{1,4}"
_LETTER = rf"(?:\s{{0,2}}[({{\[]\s*|)([A-F])(?!\w)(?!(?<=b){_INTO}\d)"
_NAME = r"(?:[({\[]\s*[b60]|\bb(?=[)}\]]\s?[({\[]))"
_CODE = re.compile(rf"{_NAME}\s*{_INTO}(?:(7)\s*[)}}\]]{{0,2}}{_LETTER}|([1-9])(?!\d))\s*[)}}\]]{{0,2}}", re.I)
_BETWEEN = r"[\s.,;:/&…-]*"
_CODES = re.compile(rf"{_CODE.pattern}(?:{_BETWEEN}{_CODE.pattern})*(?:\s*(?:\.{{3}}|…))?", re.I)
_BARE = re.compile(r"\bb(?:(7)([A-F])|([1-9]))\b", re.I)

_SELECT = """
SELECT coalesce(nullif({author}, ''), {speaker} nullif(r.agency, ''), '') AS author, coalesce({recipients}, '') AS recipients,
  coalesce(nullif({title}, ''), {kind}, '') AS title, coalesce({date}, '') AS date, p.bates, p.file, p.page_no AS page,
  coalesce(nullif(r.title, ''), r.id) AS release, r.request_number AS request, r.litigation, r.agency,
  coalesce({kind}, '') AS document_kind, coalesce({date_precision}, '') AS date_precision, p.file_id, {more}
"""
_HEAD = ("author", "recipients", "title", "kind", "date", "date_precision")
_DOCUMENTS = {name: f"d.{name}" for name in _HEAD}
_QUOTE = """c.quote, substr(p.text, c.start + 1, c."end" - c.start) AS printed, c.start, c."end",
  substr(p.text, max(1, c.start - 63), min(64, c.start)) AS prefix,
  substr(p.text, c."end" + 1, 64) AS suffix, c.page_id, c.extractor, coalesce(c.proposition, c.metric) AS about, c.stance"""
_NO_QUOTE = """'' AS quote, '' AS printed, 0 AS start, 0 AS "end", '' AS prefix, '' AS suffix, p.id AS page_id, '' AS extractor,
  '' AS about, '' AS stance"""
_CLAIM = (
    _SELECT.format(speaker="nullif(c.speaker, ''),", more=_QUOTE, **{name: of_paper(name) for name in _HEAD})
    + """
FROM claims c JOIN pages p ON p.id = c.page_id JOIN documents d ON d.id = c.document_id
JOIN releases r ON r.id = d.release_id WHERE c.id = ?"""
)
_DOCUMENT = (
    _SELECT.format(speaker="", more=_NO_QUOTE, **_DOCUMENTS)
    + """
FROM documents d JOIN releases r ON r.id = d.release_id
JOIN pages p ON p.file_id = d.file_id AND p.page_no >= d.first_page WHERE d.id = ? ORDER BY p.page_no LIMIT 1"""
)
_PAGE = (
    _SELECT.format(speaker="", more=_NO_QUOTE, **_DOCUMENTS)
    + """
FROM pages p JOIN files f ON f.id = p.file_id JOIN releases r ON r.id = f.release_id
LEFT JOIN documents d ON d.id = p.document_id WHERE p.id = ?"""
)
_TABLES = {"claim": "claims", "contradiction": "contradictions", "document": "documents", "page": "pages"}


@dataclass(frozen=True, slots=True)
class Source:
    """What is cited: the fields of its citation, and where the words stand. Unknown is ''.

    `kind` is claim, document or page; `url` is its permanent link and `page_url` that of the page. `start` and `end` are
    characters of the page's text, `printed` what stands there (the quote, with the numbers of a transcript's lines), `prefix` and
    `suffix` up to 64 characters beside it. Without a quote all are empty.
    """

    kind: str
    id: str
    author: str
    recipients: str
    title: str
    date: str
    bates: str
    file: str
    page: int
    release: str
    request: str
    litigation: str
    agency: str
    document_kind: str
    date_precision: str
    file_id: str
    quote: str
    printed: str
    start: int
    end: int
    prefix: str
    suffix: str
    page_id: str
    extractor: str
    about: str
    stance: str
    url: str
    page_url: str
    file_url: str


def cite(db: sqlite3.Connection, key: str, template: str = TEMPLATE, site: str = "") -> tuple[str, ...]:
    """Citations for an id, or a Bates number: two for a contradiction, else one; retired ids lead to what replaced them.

    `site` is put before the path of the permalink. Raises UsageError for an id that is not in this edition.
    """
    return tuple(plain(source, template) for source in sources(db, key, site))


def sources(db: sqlite3.Connection, key: str, site: str = "") -> tuple[Source, ...]:
    """What an id or Bates number stands for, as `cite` does: both claims of a contradiction, else one thing."""
    kind, found = resolved(db, key)
    if kind == "contradiction":
        pair = db.execute("SELECT left_claim_id, right_claim_id FROM contradictions WHERE id = ?", (found,)).fetchone()
        return tuple(_one(db, "claim", claim, site) for claim in pair)
    return (_one(db, kind, found, site),)


def plain(source: Source, template: str = TEMPLATE) -> str:
    """The citation after the template."""
    return filled(template, {name: getattr(source, name) for name in FIELDS})


def _one(db: sqlite3.Connection, kind: str, key: str, site: str) -> Source:
    cursor = db.execute({"claim": _CLAIM, "document": _DOCUMENT, "page": _PAGE}[kind], (key,))
    row = cursor.fetchone()
    if row is None:
        raise UsageError(f"No page of {kind} {key} was read, so there is nothing to cite.", "See `foia failures`.")
    fields = dict(zip((column[0] for column in cursor.description), row, strict=True))
    fields |= {name: cited(str(fields[name])) for name in ("author", "recipients")}
    root = f"{site.rstrip('/')}/-/foia"
    file_url = f"{root}/file/{fields['file_id']}"
    page_url = f"{file_url}/p{fields['page']}"
    url = page_url if kind == "page" else f"{root}/{kind}/{key}"
    return Source(kind=kind, id=key, url=url, page_url=page_url, file_url=file_url, **fields)


def filled(template: str, fields: Mapping[str, object]) -> str:
    """The template with its fields; parts in brackets with an empty field are dropped, white space is made single."""

    def part(found: re.Match[str]) -> str:
        wanted = re.findall(r"\{(\w+)\}", found[1])
        return _put(found[1], fields) if all(str(fields.get(name) or "") for name in wanted) else ""

    # A bracket printed in a record must not be taken for one of the template: fields go in last, piece by piece.
    pieces = re.split(r"(\[[^\[\]]*\])", template)
    text = "".join(re.sub(r"\[([^\[\]]*)\]", part, piece) if piece.startswith("[") else _put(piece, fields) for piece in pieces)
    return " ".join(text.split()).removeprefix(",").strip()


def named(text: str) -> str:
    """A name as it may be shown: where only exemption codes stand for it, 'name withheld, (b)(6), (b)(7)(C)'.

    Codes beside other words are put in square brackets, since they may hide a telephone number as well as a name. Several
    names are parted by semicolons. White space is made single; text without codes stays as it is otherwise.
    """
    return _each(text, lambda codes: f"name withheld, {codes}", lambda codes: f"[withheld, {codes}]")


def cited(text: str) -> str:
    """The same for a citation, without the codes: '[name withheld]', and '[withheld]' beside other words."""
    return _each(text, lambda _: "[name withheld]", lambda _: "[withheld]")


def _each(text: str, alone: Callable[[str], str], beside: Callable[[str], str]) -> str:
    shown = []
    for part in " ".join(text.split()).split(";"):
        bare = _BARE.sub("", _CODES.sub("", part))
        if bare != part and re.fullmatch(_BETWEEN, bare):
            shown.append(alone(_codes_of(part)))
        else:
            put = " ".join(_CODES.sub(lambda run: f" {beside(_codes_of(run[0]))} ", part).split())
            shown.append(re.sub(r"\] ([.,:])", r"]\1", put))
    return "; ".join(part for part in shown if part)


def _codes_of(text: str) -> str:
    found = [code for pattern in (_CODE, _BARE) for code in pattern.findall(text)]
    return ", ".join(dict.fromkeys(f"(b)(7)({letter.upper()})" if seven else f"(b)({digit})" for seven, letter, digit in found))


def _put(piece: str, fields: Mapping[str, object]) -> str:
    return re.sub(r"\{(\w+)\}", lambda name: str(fields.get(name[1]) or ""), piece)


def read_template(path: Path) -> str:
    """The template in this file, or the default where there is none; ConfigError for a field that does not exist."""
    if not path.is_file():
        return TEMPLATE
    template = path.read_text(encoding="utf-8").strip()
    problems = []
    for name in re.findall(r"\{(\w+)\}", template):
        if name not in FIELDS:
            near = difflib.get_close_matches(name, FIELDS, 1)
            problems.append(f"{path}: there is no field {{{name}}}." + (f" Did you mean {{{near[0]}}}?" if near else ""))
    if problems:
        raise ConfigError(problems)
    return template


def resolved(db: sqlite3.Connection, key: str) -> tuple[str, str]:
    """Kind and id of what this id, Bates number or retired id stands for; UsageError, with ids near it, for anything else."""
    for kind, table in _TABLES.items():
        if db.execute(f"SELECT 1 FROM {table} WHERE id = ?", (key,)).fetchone():
            return kind, key
    stamped = db.execute("SELECT id FROM pages WHERE bates = ? AND bates <> ''", (" ".join(key.split()),)).fetchone()
    if stamped:
        return "page", str(stamped[0])
    alias = db.execute("SELECT kind, new_id FROM id_aliases WHERE old_id = ?", (key,)).fetchone()
    if alias:
        return str(alias[0]), str(alias[1])
    near = _near(db, key)
    remedy = f"Near it: {'; '.join(near)}." if near else "Ids stand in the address of each page of the site."
    raise UsageError(f"There is no claim, contradiction, document or page {key!r} in this edition.", remedy)


def _near(db: sqlite3.Connection, key: str, most: int = 5) -> list[str]:
    """Ids that begin with the same four letters or more, the most alike first, with their kind."""
    found: list[tuple[int, str]] = []
    for kind, table in _TABLES.items() if len(key) > 3 else ():
        for (one,) in db.execute(f"SELECT id FROM {table} WHERE id >= ? AND id < ?", (key[:4], key[:4] + chr(0x10FFFF))):
            alike = next((at for at, (a, b) in enumerate(zip(one, key, strict=False)) if a != b), len(key))
            found.append((-alike, f"{kind} {one}"))
    return [name for _, name in sorted(found)[:most]]
