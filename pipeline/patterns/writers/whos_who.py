"""Who is meant by a name in a paper, and whose he is: told by the posts that the papers of its release print beside the name.

What the paper itself prints goes before what its file prints, and that before the rest of the release. Two persons of one
surname stay apart; where words for two parties stand beside one name nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable

from pipeline.patterns.names.offices import NOBODYS
from pipeline.patterns.names.person_names import Name, agree, folded, misread, name_of
from pipeline.patterns.public.openly import RANK
from pipeline.records.post import Post

_POST = re.compile(rf"[(@]|(?i:\b(?:{RANK})\b)|,.*,")  # what says more than a name
_PRIVATELY = re.compile(r"(?i:mrs|miss)\b")
_MANY = 3  # pages on which a post must stand to outweigh one
_LONG = 3  # letters of a given name that must be printed where the surname is misread


def told(printed: str, people: tuple[Post, ...], pages: Container[str]) -> Post | None:
    """The post of whoever these words name, one of `people`, in a paper on these pages (their ids); None where nothing tells."""
    name = name_of(printed)
    if name is None or not people:
        return None
    same = tuple(one for one in people if one.surname == name.surname) or _misread(name, people)
    files = {page.rpartition("-p")[0] for page in pages} if isinstance(pages, Iterable) else set()
    scopes: tuple[Callable[[Post], bool], ...] = (
        lambda one: one.page_id in pages,
        lambda one: one.page_id.rpartition("-p")[0] in files,
        lambda one: True,
    )
    if not name.given:
        # Whoever is called Mrs. and no more may be anybody's wife: only her own paper tells of her.
        for within in scopes[:1] if _PRIVATELY.match(printed) else scopes:
            near = tuple(filter(within, same))
            given = _one_given(near)
            if given is None:
                return _agreed(near) if all(one.kind for one in near) else None
            if given:
                name = Name(given, name.surname)
                break
            if found := _agreed(near):
                return found
            if any(one.kind for one in near):
                return None
        else:
            return None
    apart = _one_given(same) is None
    mine = tuple(one for one in same if (agree(one.given, name.given) or _led_by(one, same)) and (one.given or not apart))
    if len(name.given) == 1 and _one_given(mine) is None:
        mine = tuple(one for one in mine if one.page_id in pages)  # two of them begin with this letter
        if _one_given(mine) is None:
            return None
    for within in scopes:
        near = tuple(one for one in filter(within, mine) if one.kind)
        if near:
            return _agreed(near)
    return None


def _misread(name: Name, people: tuple[Post, ...]) -> tuple[Post, ...]:
    """Those of a surname one letter off, where the given name is printed in full and there is one such surname."""
    if len(name.given) < _LONG:
        return ()
    near = tuple(one for one in people if misread(one.surname, name.surname) and one.given == name.given)
    return near if len({one.surname for one in near}) == 1 else ()


def _one_given(posts: tuple[Post, ...]) -> str | None:
    """The one given name that these can all bear, the longest as printed; '' where none is printed, None where they are two's."""
    posts = tuple(one for one in posts if one.given)
    given = sorted({one.given for one in posts if not _led_by(one, posts)}, key=lambda one: (-len(one), one))
    return next(iter(given), "") if all(agree(given[0], one) for one in given) else None


def _led_by(post: Post, others: tuple[Post, ...]) -> bool:
    """Whether what is taken for a given name stands before one that others print: "Mary Ann Roe", or a scan's wreck before it."""
    words = [folded(word) for word in post.printed.split()]
    second = words[1] if len(words) > 2 and words[0] == post.given and words[2] == post.surname else ""
    return bool(second) and any(one.given == second for one in others)


def _by_most(posts: tuple[Post, ...]) -> set[str]:
    """The party that many pages print in a post beside the name where but one page prints another: that may be misread."""
    pages = {
        kind: {one.page_id for one in posts if one.kind == kind and _POST.search(one.printed)}
        for kind in {one.kind for one in posts}
    }
    most = max(sorted(pages), key=lambda kind: len(pages[kind]))
    others = {page for kind, found in pages.items() if kind not in ("", most) for page in found}
    return {most} if len(pages[most]) >= _MANY and len(others) <= 1 and NOBODYS not in pages else set()


def _by_himself(posts: tuple[Post, ...]) -> set[str]:
    """The party of the post with which he signs what he writes, where others tell otherwise of him: they may mean another."""
    writes = {(one.page_id, one.kind) for one in posts if one.kind and not _POST.search(one.printed)}
    signed = {one.kind for one in posts if _POST.search(one.printed) and (one.page_id, one.kind) in writes}
    told = {one.kind for one in posts if (one.page_id, one.kind) in writes}
    return signed if len(signed) == 1 and signed == told and NOBODYS not in {one.kind for one in posts} else set()


def _agreed(posts: tuple[Post, ...]) -> Post | None:
    """The fullest of the posts if they are all of one party, or one of many is of another; private persons are of none."""
    kinds = {one.kind for one in posts if one.kind}
    kinds = kinds if len(kinds) < 2 else _by_most(posts) or _by_himself(posts)
    if len(kinds) != 1 or NOBODYS in kinds:
        return None
    fully = (one for one in posts if one.kind in kinds)
    return min(fully, key=lambda one: (not _POST.search(one.printed), -len(one.given), one.page_id, one.printed))
