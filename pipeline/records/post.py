"""People as the papers of a release name them, and the posts that are printed beside their names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Post:
    """A name printed on a page, folded: `given` is a name, an initial or ''; `kind` is that of the post printed beside it.

    `kind` is one of SPEAKER_KINDS, `none` where the words beside the name show a private person, '' where only the name stands.
    `printed` are name and post as printed, `where` the file and page in words (filled in where files are joined). `short` is a
    house in brackets whose letters the page does not explain ("TSBI"), to be told by the release's other papers.
    """

    given: str
    surname: str
    kind: str
    printed: str
    page_id: str
    short: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Posted:
    """What one file tells of the people it names; `shorts` are letters that it explains, with the kind of the house they mean."""

    posts: tuple[Post, ...]
    shorts: tuple[tuple[str, str], ...] = ()
