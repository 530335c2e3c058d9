"""What the records speak of: topics with their propositions and metrics, the claims about one, and named entities."""

from __future__ import annotations

import itertools

from db.citations.cite import named
from db.pages.answer import Answer, pager
from db.pages.ask import Ask, Missing
from db.pages.catalogue import catalogue
from db.sql import queries, tallies

SIZE = 30


async def topics(ask: Ask) -> Answer:
    """Every proposition and metric with its counts."""
    data = {"topics": await ask.rows(tallies.topics())}
    return Answer("foia_topics.html", "What the records speak of", data, {"known": await catalogue(ask), "here": "topics"})


async def topic(ask: Ask) -> Answer:
    """The claims about one proposition or metric; `stance` is affirm or deny."""
    asked, stance = ask.part("id"), ask.arg("stance")
    stance = stance if stance in ("affirm", "deny") else ""
    known = await catalogue(ask)
    subject = known.subject(asked)
    place = pager(await ask.count(queries.topic_count(asked, stance)), ask.page_number(), SIZE)
    claims = await ask.rows(queries.topic_claims(asked, stance, SIZE, (place["number"] - 1) * SIZE))
    if not claims and not subject.topic and not await ask.count(queries.topic_count(asked, "")):
        raise Missing("topic", asked)
    data = {"subject": subject, "stance": stance, "pager": place, "claims": claims}
    return Answer("foia_topic.html", subject.statement, data, {"known": known, "here": "topics"})


async def entity(ask: Ask) -> Answer:
    """A person, office or place: what it says in order of time (where it was matched as a speaker), and where it is named."""
    row = await ask.named("entity", queries.entity(ask.part("id")), ask.part("id"))
    says = pager(await ask.count(queries.entity_claims_count(row["id"])), ask.page_number(), SIZE)
    place = pager(await ask.count(queries.entity_pages(row["id"])), ask.page_number(), SIZE)
    claims = await ask.rows(queries.entity_claims(row["id"], SIZE, (says["number"] - 1) * SIZE))
    data = {
        "entity": row,
        "pager": place,
        "mentions": await ask.rows(queries.entity_mentions(row["id"], SIZE, (place["number"] - 1) * SIZE)),
        "claims_pager": says,
        "claims": claims,
    }
    years = [(year, list(group)) for year, group in itertools.groupby(claims, key=lambda claim: str(claim["date"])[:4])]
    longer = says if says["last"] >= place["last"] else place
    return Answer("foia_entity.html", named(row["name"]), data, {"known": await catalogue(ask), "years": years, "longer": longer})
