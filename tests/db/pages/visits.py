"""What the tests of the site share: an address of every kind of page, and a reader of the HTML they answer with."""

from html.parser import HTMLParser

Ids = dict[str, list[str]]
FIXED = (
    "/-/foia/start", "/-/foia/search", "/-/foia/search?q=voluntary", "/-/foia/search?q=voluntary&in=claims",
    "/-/foia/search?q=host&in=documents", "/-/foia/search?q=voluntary&kind=press&release=marlow-2011",
    "/-/foia/search?q=nothingatall", "/-/foia/contradictions", "/-/foia/contradictions?kind=shift",
    "/-/foia/contradictions?kind=data&speaker_kind=agency&audience=internal/public&verdict=machine-found&same_speaker=1",
    "/-/foia/related", "/-/foia/related?relation=dispute", "/-/foia/related?relation=review",
    "/-/foia/leads", "/-/foia/leads?kind=negation", "/-/foia/leads?kind=%27",
    "/-/foia/topics", "/-/foia/topic/participation-voluntary", "/-/foia/topic/participation-voluntary?stance=deny",
    "/-/foia/topic/noncriminal-share", "/-/foia/redactions", "/-/foia/failures", "/-/foia/about", "/-/foia/tables",
    "/-/foia/reviews", "/-/foia/timeline", "/-/foia/timeline/participation-voluntary", "/-/foia/timeline/noncriminal-share",
    "/-/foia/contradictions?speaker=office&days_from=1&days_to=900&score_from=0.5&sort=near",
)  # fmt: skip
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def addresses(ids: Ids) -> list[str]:
    """One of every page, and every page of everything that has one."""
    found = list(FIXED)
    for what, table in (("file", "files"), ("document", "documents"), ("claim", "claims"), ("entity", "entities")):
        found += [f"/-/foia/{what}/{key}" for key in ids[table]]
    found += [f"/-/foia/contradiction/{key}" for key in ids["contradictions"]]
    found += [f"/-/foia/cite/{ids[table][0]}" for table in ("claims", "contradictions", "documents", "pages")]
    found += [f"/-/foia/verify/{key}" for key in ids["claims"]]
    found += [f"/-/foia/family/{key}" for key in ids["families"]] + [f"/-/foia/thread/{key}" for key in ids["threads"]]
    found += [f"/-/foia/compare?left={ids['documents'][0]}&right={key}" for key in ids["documents"][1:]]
    for key in ids["pages"]:
        file_id, _, number = key.rpartition("-p")
        found += [f"/-/foia/file/{file_id}/p{number}", f"/-/foia/file/{file_id}/p{number}?q=voluntary&claim={ids['claims'][0]}"]
    return found


def twin(address: str) -> str:
    path, mark, query = address.partition("?")
    return path + ".json" + mark + query


class Outline(HTMLParser):
    """Checks nesting and collects what the tests ask about."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def outline(text: str) -> Outline:
    made = Outline()
    made.feed(text)
    made.close()
    return made
