"""What makes the list of contradictions of an edition shorter or less sure than it could be, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass

from db.pages import wording
from db.pages.ask import Ask
from db.sql import queries, tallies

MANY = 0.25  # share of the claims from which on it is told that their side, or date, is not known
MOST = 0.5  # the same of the name of the speaker, which papers that speak for themselves never give


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is wrong with the edition as a whole (`says`), what follows from it, and the `remedy` for whoever builds it."""

    says: str
    follows: str
    remedy: str


async def doubts(ask: Ask) -> tuple[Doubt, ...]:
    """What a reader of the list should know before: releases without an agency, and claims without a side or a date."""
    return await ask.kept("doubts", lambda: _looked_for(ask))


async def _looked_for(ask: Ask) -> tuple[Doubt, ...]:
    releases, counted = await ask.all(queries.releases(), tallies.unknowns())
    unnamed = [str(row["id"]) for row in releases if not row["agency"]]
    found = [_agency(unnamed, len(releases))] if unnamed else []
    if counted and counted[0]["claims"]:  # an edition built earlier did not count them
        names = ("claims", "unnamed", "sideless", "undated")
        claims, nameless, sideless, undated = (int(counted[0].get(name) or 0) for name in names)
        if sideless >= MANY * claims or nameless >= MOST * claims:
            found.append(_nameless(nameless, sideless, claims, bool(unnamed)))
        found += [_undated(undated, claims)] if undated >= MANY * claims else []
    return tuple(found)


def _agency(unnamed: list[str], releases: int) -> Doubt:
    which = "The release does" if releases == 1 else f"{len(unnamed)} of {releases} releases do"
    file = f"corpus/{unnamed[0]}/release.toml" if len(unnamed) == 1 else f"the release.toml of {', '.join(unnamed[:3])}"
    return Doubt(
        f"{which} not say which agency it comes from.",
        "The agency that the questions are about is taken for it. If another body released the papers, some of them are counted"
        " to the wrong side.",
        f"Write agency and component into {file} and run make ingest on it again: citations name them, and if it is another"
        " agency than the questions are about, its own papers are then told from that one's.",
    )


def _nameless(nameless: int, sideless: int, claims: int, unnamed: bool) -> Doubt:
    share = wording.percent(nameless / claims)
    return Doubt(
        f"Of {claims:,} claims {nameless:,} ({share}) name no speaker; of {sideless:,} the side they come from is unknown.",
        "A pair of which a side is unknown is seldom sure enough to be listed: contradictions may be missing from the list.",
        "" if unnamed else "Write component into release.toml as the papers print it, and run make ingest again.",
    )


def _undated(undated: int, claims: int) -> Doubt:
    share = wording.percent(undated / claims)
    return Doubt(
        f"Of {claims:,} claims {undated:,} ({share}) have no known date.",
        "No date could be read in the header or text of their papers or in the name of the file. Which of two claims came first"
        " cannot be told then, and such pairs count for less.",
        "A file name that holds a date (2010-08-17 letter.pdf) gives it to the file's first paper.",
    )
