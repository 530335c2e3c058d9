"""Lends the part of a paper that stands in the next file what its first part tells: kind, title, who wrote it, to whom and when.

Releases come in part-files that are cut where a disk was full. A part is lent something only where it is shown beyond doubt that
it goes on with what ends the file before (see `run_on`); else it stays a document that tells nothing of itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pipeline.patterns.writers.signers import signer_of
from pipeline.records.document import PRESUMED, Continuation, Document, Lent, Message, Part
from pipeline.records.page import Page
from pipeline.stages.cutting.continued import Ends, continued
from pipeline.stages.cutting.run_on import runs_on

VERSION = "1"
CONTINUED = "it goes on with a paper of the file before, which tells whose it is"
_BASIS = "continued"  # of a date
_ALONE = frozenset({"email", "withheld-page"})  # kinds that go on nothing: a mail has a head of its own
_LETTERS = frozenset({"letter", "cover-letter"})
_SURE = 0.7  # likelihood from which on two parts may be of one paper


@dataclass(frozen=True, slots=True)
class Brink:
    """A file by its ends, with the messages and parts of its last document and the parts of its first."""

    ends: Ends
    messages: tuple[Message, ...] = ()
    parts: tuple[Part, ...] = ()
    first_parts: tuple[Part, ...] = ()


def lend(files: Iterable[Brink]) -> tuple[Lent, ...]:
    """The documents of one release that are lent something, or lend who signed them at their end, by id."""
    brinks = tuple(files)
    ending = {one.ends.last.id: one for one in brinks}
    setting_in = {one.ends.first.id: one for one in brinks}
    made: dict[str, Lent] = {}
    order = {one.next_id: one for one in continued(one.ends for one in brinks) if one.confidence >= _SURE}
    for id_, found in sorted(order.items(), key=lambda item: _depth(item[0], order)):
        before, then = ending[found.document_id], setting_in[id_]
        if then.ends.first.kind not in _ALONE:
            _join(before, then, made)
    return tuple(made[key] for key in sorted(made))


def _depth(id_: str, order: dict[str, Continuation]) -> tuple[int, str]:
    """How many parts stand before: what stands first lends first."""
    seen: set[str] = set()
    at = id_
    while at in order and at not in seen:
        seen.add(at)
        at = order[at].document_id
    return len(seen), id_


def _join(before: Brink, then: Brink, made: dict[str, Lent]) -> None:
    """Puts into `made` what the two have of one another."""
    ends, first = before.ends, then.ends.first
    earlier = made.get(ends.last.id)
    last = earlier.document if earlier else ends.last
    holder = _at_end(last, before, ends.last_page)
    if holder is None:
        return
    whole = holder is last
    begun = bool(earlier) and whole  # its numbers begin in a file further back
    if not runs_on(ends.last, ends.last_begins, ends.last_page, then.ends.first_page, then.ends.name, whole and not begun):
        return
    files = (*(earlier.files if earlier else ()), ends.last.file_id)
    lent = _lent(_signed(first, holder, then.ends.first_page), holder)
    parts = tuple(replace(one, document=lent) if one.document == first else one for one in then.first_parts)
    made[first.id] = Lent(lent, parts, tuple(dict.fromkeys(files)))
    signed = replace(last, author=lent.author, author_kind=lent.author_kind, author_basis=lent.author_basis)
    if whole and not holder.author and lent.author:
        back = tuple(replace(one, document=signed) if one.document == last else one for one in before.parts)
        files = (*(earlier.files if earlier else ()), first.file_id)
        made[last.id] = Lent(signed, back, tuple(dict.fromkeys(files)))


def _signed(first: Document, holder: Document, page: Page) -> Document:
    """The later part by who signs it, where it is the last page of a letter that names nobody before."""
    if first.author or holder.author or holder.kind not in _LETTERS or first.first_page != first.last_page:
        return first
    return replace(first, author=signer_of(page.text), author_kind=holder.author_kind)


def _at_end(last: Document, before: Brink, page: Page) -> Document | None:
    """The document as of whoever wrote its last words: the mail quoted last, the paper that begins last on its pages."""
    end = len(page.text.rstrip())
    for one in reversed(before.messages):
        if one.position and one.last_page_id == page.id and one.end >= end:
            kind = "email"
            sent = replace(last, kind=kind, author=one.signed or one.sender, author_kind=one.sender_kind, author_basis="")
            sent = replace(sent, recipients=one.recipients, cc=one.cc, title=one.subject or last.title)
            return replace(sent, date=one.date, date_precision=one.date_precision, date_basis="header" if one.date else "")
    part = before.parts[-1] if before.parts else None
    if part is None or part.document == last:
        return last
    return None if part.nobody else part.document


def _lent(first: Document, holder: Document) -> Document:
    """The later part with what the earlier tells; what that leaves open it keeps, as the signature at the end of a letter."""
    made = replace(
        first,
        kind=holder.kind,
        title=holder.title or first.title,
        recipients=holder.recipients or first.recipients,
        cc=holder.cc or first.cc,
        audience=holder.audience or first.audience,
        thread_id=holder.thread_id or first.thread_id,
    )
    if holder.date:
        made = replace(made, date=holder.date, date_precision=holder.date_precision, date_basis=_BASIS)
    signs = first.author and first.author_basis != PRESUMED
    if signs and not holder.author and (holder.author_kind in ("", first.author_kind) or holder.author_basis == PRESUMED):
        return made
    if holder.author or (holder.author_kind and (not first.author_kind or first.author_basis == PRESUMED)):
        basis = PRESUMED if holder.author_basis == PRESUMED else CONTINUED
        return replace(made, author=holder.author, author_kind=holder.author_kind, author_basis=basis)
    return made
