"""Where the material came from: a release, the files in it, and what a first look at a file showed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Release:
    """One FOIA production, as `release.toml` describes it; every key but `id` may be empty."""

    id: str
    title: str = ""
    agency: str = ""
    component: str = ""
    requester: str = ""
    request_number: str = ""
    litigation: str = ""
    received_on: str = ""
    source_url: str = ""
    languages: tuple[str, ...] = ("eng",)
    topics: tuple[str, ...] = ()
    passwords: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """One received file. `id` is the first 16 hex digits of `sha256`.

    `name` is the path below the release folder; a member of an archive or mail is `outer.zip!/inner.pdf`.
    `bytes` is the size. `media_type` is told by content, never by the name's ending. `also` lists the other places,
    as `release:name`, where the same bytes were received.
    """

    id: str
    release_id: str
    name: str
    sha256: str
    bytes: int
    media_type: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Probe:
    """What opening a file showed: how many pages it has. `password` says which listed password opened it, or ''."""

    file_id: str
    n_pages: int
    password: str = ""


@dataclass(frozen=True, slots=True)
class Replacement:
    """A file that came again under its name with other bytes: `file` came first, `by` later (both names in the release).

    `decided` is a person's word: yes (it replaces), no (these are two papers) or ''.
    """

    file: str
    by: str
    decided: str = ""


@dataclass(frozen=True, slots=True)
class Replaced:
    """Whether a file replaces another, told from their pages: `alike` of the `pages` with words of the shorter one stand in both.

    Where it `stands` the file of id `file_id` is kept and can be read, but only the file of id `by` counts.
    """

    file_id: str
    by: str
    pages: int
    alike: int
    stands: bool


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's decision on one page of a file (`file` is its name in the release, or its id): whether a document starts there.

    `kind` is what the document is, one of KINDS, or '' to leave that to the rules.
    """

    file: str
    page: int
    starts: bool
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's decision that a text may be published (`publish`) or must be withheld, throughout one release.

    In place of a text `passages` may name, by their numbers, what one copy of a page hides under exemption 5 and another shows.
    `why`, `by` and `on` (ISO date) say who decided on what grounds; they are kept and change nothing.
    """

    text: str
    publish: bool
    why: str
    by: str
    on: str
    passages: tuple[str, ...] = ()
