"""Mail files (.eml) as pages: the headers people cite, then the body. Attachments are files of their own (see intake)."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from html.parser import HTMLParser
from pathlib import Path

from pipeline.engines import picture
from pipeline.engines.plaintext import LARGEST, PlainText, read_limited
from pipeline.errors import Unreadable

HEADERS = ("From", "To", "Cc", "Date", "Subject")
BLOCKS = frozenset({"p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote", "hr"})
VOID = frozenset({"br", "hr", "img", "meta", "link", "input", "wbr", "col", "area", "base", "embed", "source", "track"})
INVISIBLE = re.compile(
    r"(?i:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|font-size\s*:\s*0"
    r"|mso-hide\s*:\s*all|(?:^|;)\s*color\s*:\s*(?:#fff(?:fff)?|white|transparent)\b)"
)
UNSEEN = frozenset({"script", "style", "head", "title", "template"})


class Mail(PlainText):
    """Implements `ports.Source` for one message per file."""

    def identity(self) -> str:
        """See `PlainText.identity`."""
        return f"mail 2 {picture.version()}"

    def text(self, path: Path) -> str:
        """Headers, an empty line, the body, and the names of the attachments."""
        data = read_limited(path, 8 * LARGEST)  # attachments are encoded in the same file
        try:
            message = email.message_from_bytes(data, policy=email.policy.default)
            return message_text(message)
        except Exception as error:  # the parser raises many things on malformed headers
            raise Unreadable("damaged", f"{path.name} does not parse as a mail: {error}.", "Ask for the file again.") from error


def message_text(message: EmailMessage) -> str:
    """The message as it would be printed."""
    head = [f"{name}: {_folded(message[name])}" for name in HEADERS if message[name]]
    names = [part.get_filename() or "unnamed" for part in message.iter_attachments()]
    if names:
        head.append("Attachments: " + "; ".join(names))
    return "\n".join(head) + "\n\n" + body_text(message)


def body_text(message: EmailMessage) -> str:
    """The plain body, or the HTML body without its marks, or '' where there is neither."""
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return ""
    try:
        content = body.get_content()
    except (LookupError, UnicodeError):  # an unknown or false charset
        payload = body.get_payload(decode=True)
        content = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    if not isinstance(content, str):
        return ""
    return _stripped(content) if body.get_content_subtype() == "html" else content


def _folded(value: object) -> str:
    return " ".join(str(value).split())


class _Text(HTMLParser):
    """The words a mail program would show; `hiding` are the open elements in which nothing shows, the outermost first."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hiding: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self.parts.append("\n" if tag in BLOCKS else "")
        elif self.hiding or tag in UNSEEN or _unseen(attrs):
            self.hiding.append(tag)
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.hiding:  # what was left open inside ends with it
            del self.hiding[len(self.hiding) - 1 - self.hiding[::-1].index(tag) :]
        elif tag in BLOCKS and not self.hiding:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hiding:
            self.parts.append(" ".join(data.split()) + " " if data.strip() else " ")


def _unseen(attrs: list[tuple[str, str | None]]) -> bool:
    """Whether the element says of itself that it is not shown."""
    return any(name == "hidden" or (name == "style" and value and INVISIBLE.search(value)) for name, value in attrs)


def _stripped(html: str) -> str:
    """The text of the HTML, block elements on lines of their own."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    rows = [" ".join(row.split()) for row in "".join(parser.parts).split("\n")]
    kept = [row for index, row in enumerate(rows) if row or (index and rows[index - 1])]
    return "\n".join(kept).strip()
