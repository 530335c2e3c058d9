"""A citation for programs and word processors: BibTeX, CSL-JSON, W3C Web Annotation and Markdown.

Every function takes what `db.citations.cite.sources` gives and returns text. Nothing is looked up and no clock is read: where a
format asks for a day of access it is left out, since the edition is named by its links.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from db.citations.cite import TEMPLATE, Source, plain

# https://www.w3.org/TR/annotation-model/ ; page fragments of a PDF after RFC 8118, which took them over from RFC 3778.
ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PDF_FRAGMENT = "http://tools.ietf.org/rfc/rfc3778"
_CSL_KINDS = {"email": "personal_communication", "letter": "personal_communication", "report": "report"}
_TEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    letter: f"\\{letter}" for letter in "#$%&_"
}
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~!])")


def bibtex(sources: Sequence[Source]) -> str:
    """One `@misc` entry each. Names are kept whole in braces, since most are offices."""
    return "\n\n".join(_entry(source) for source in sources) + "\n"


def _entry(source: Source) -> str:
    year, _, rest = source.date.partition("-")
    where = [
        source.bates,
        f"{source.file}, page {source.page}",
        source.release,
        source.request and f"FOIA request {source.request}",
    ]
    fields = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in _names(source.author)),
        "title": f"{{{_tex(source.title)}}}" if source.title else "",
        "year": year,
        "month": rest.partition("-")[0],
        "day": rest.partition("-")[2],
        "howpublished": _tex("; ".join(part for part in where if part)),
        "note": _tex("; ".join(part for part in (_to(source), source.litigation, _quoted(source)) if part)),
        "url": source.url.replace("}", "%7D").replace("{", "%7B"),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{foia-{re.sub(r'[^0-9A-Za-z-]', '-', source.id)},", *lines, "}"])


def csl_json(sources: Sequence[Source]) -> str:
    """A JSON array of CSL items, as Zotero and Pandoc read them."""
    return json.dumps([_item(source) for source in sources], ensure_ascii=False, indent=1) + "\n"


def _item(source: Source) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": f"foia-{source.id}",
        "type": _CSL_KINDS.get(source.document_kind, "document"),
        "title": _flat(source.title),
        "author": [{"literal": name} for name in _names(source.author)],
        "recipient": [{"literal": name} for name in _names(source.recipients)],
        "page": str(source.page),
        "archive": source.release,
        "archive_location": source.bates,
        "source": source.file,
        "number": source.request,
        "publisher": source.agency,
        "references": source.litigation,
        "note": _quoted(source),
        "URL": source.url,
    }
    numbers = [int(part) for part in source.date.split("-") if part.isdigit()]
    if numbers:
        item["issued"] = {"date-parts": [numbers]} | ({"circa": True} if source.date_precision == "approx" else {})
    return {name: value for name, value in item.items() if value}


def annotation(sources: Sequence[Source], generated: str = "") -> str:
    """A W3C Web Annotation (JSON-LD), or an AnnotationPage of several. `generated` is the day the edition was built (ISO).

    A quote is told twice: in the page's text by quote and position (offsets in Unicode code points), and in the received
    file by its page, on which the quote is looked for.
    """
    items = [_annotation(source, generated) for source in sources]
    if len(items) == 1:
        made: dict[str, Any] = {"@context": ANNOTATION_CONTEXT, **items[0]}
    else:
        made = {"@context": ANNOTATION_CONTEXT, "type": "AnnotationPage", "items": items}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _annotation(source: Source, generated: str) -> dict[str, Any]:
    page: dict[str, Any] = {"type": "FragmentSelector", "conformsTo": PDF_FRAGMENT, "value": f"page={source.page}"}
    if not source.quote:
        targets: list[dict[str, Any]] = [{"source": source.file_url, "selector": page}]
        body: dict[str, Any] = {"type": "TextualBody", "format": "text/plain", "value": plain(source), "purpose": "identifying"}
    else:
        words = {"type": "TextQuoteSelector", "exact": source.printed, "prefix": source.prefix, "suffix": source.suffix}
        place = {"type": "TextPositionSelector", "start": source.start, "end": source.end}
        targets = [
            {"source": source.page_url, "selector": [words, place]},
            {"source": source.file_url, "selector": page | {"refinedBy": words}},
        ]
        reading = f"{source.about}: {source.stance or 'number'} (machine-found)"
        body = {"type": "TextualBody", "format": "text/plain", "value": reading, "purpose": "describing"}
    made: dict[str, Any] = {"id": f"{source.url}#annotation", "type": "Annotation"}
    made["motivation"] = "describing" if source.quote else "identifying"
    made |= {"body": body, "target": targets if len(targets) > 1 else targets[0]}
    if source.extractor:
        made["generator"] = {"type": "Software", "name": source.extractor}
    if generated:
        made["generated"] = generated
    return made


def markdown(sources: Sequence[Source], template: str = TEMPLATE) -> str:
    """The quote as a block quote, then the citation as a link to where it stands."""
    made = []
    for source in sources:
        without = _flat(plain(source, template.replace("[, {url}]", "").replace("{url}", "")))
        quote = "\n".join(f"> {_escaped(line)}" for line in source.quote.splitlines()) + "\n>\n> " if source.quote else ""
        made.append(f"{quote}[{_escaped(without)}]({source.url.replace(')', '%29').replace(' ', '%20')})")
    return "\n\n".join(made) + "\n"


def _names(printed: str) -> list[str]:
    return [_flat(name) for name in printed.split(";") if name.strip()]


def _to(source: Source) -> str:
    return f"To {_flat(source.recipients)}" if source.recipients else ""


def _quoted(source: Source) -> str:
    return f"“{_flat(source.quote)}”" if source.quote else ""


def _flat(text: str) -> str:
    return " ".join(text.split())


def _tex(text: str) -> str:
    return "".join(_TEX.get(letter, letter) for letter in _flat(text))


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


@dataclass(frozen=True, slots=True)
class Format:
    """A form of citation: what it is called on the site, the ending of its file, its media type and how it is written."""

    label: str
    ending: str
    media_type: str
    written: Callable[[Sequence[Source], str, str], str]


# The functions take the sources, the template and the day the edition was built.
FORMATS: dict[str, Format] = {
    "plain": Format(
        "Plain citation", "txt", "text/plain", lambda s, template, _: "\n".join(plain(x, template) for x in s) + "\n"
    ),
    "markdown": Format("Markdown", "md", "text/markdown", lambda s, template, _: markdown(s, template)),
    "bibtex": Format("BibTeX", "bib", "application/x-bibtex", lambda s, _, __: bibtex(s)),
    "csl": Format("CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json", lambda s, _, __: csl_json(s)),
    "annotation": Format(
        "W3C Web Annotation",
        "annotation.jsonld",
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        lambda s, _, built_at: annotation(s, built_at),
    ),
}
