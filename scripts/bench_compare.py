"""How the cost of comparing grows: made-up claims, from a thousand to a hundred thousand, on two processes.

    scripts/bench_compare.py           1,000, 10,000, 30,000 and 100,000 claims over all propositions and metrics
    scripts/bench_compare.py --one     the same number in the bucket of one proposition, the worst case, on one process

Prints seconds by the clock and of the processor (of all processes together), findings, and the exponent of the growth of the
processor's seconds (1 is straight): they do not depend on what else runs on the machine, the clock does.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from pipeline import topics  # noqa: E402
from pipeline.records.finding import Claim  # noqa: E402
from pipeline.records.topic import Topic  # noqa: E402
from pipeline.scorers.scope import ScopeScorer  # noqa: E402
from pipeline.stages.compare import Params, buckets, compare  # noqa: E402

SIZES = (1_000, 10_000, 30_000, 100_000)
SPEAKERS = (
    ("Assistant Director", "agency"), ("Unit Chief", "agency"), ("Press Office", "agency"), ("Program Office", "record"),
    ("Sheriff, Marlow County", "local"), ("County Board, Alder County", "local"), ("Governor", "state"),
    ("Legal Aid", "advocate"),
    ("Daily Plain", "press"), ("", ""),
)  # fmt: skip
AUDIENCES = ("internal", "public", "congress", "state-local", "")
STATUSES = ("asserted",) * 8 + ("former", "planned", "hedged", "reported")
WORDS = "the county office may or must not join leave sign pay hold share send keep list any every one new old letter plan"


def crowd(size: int, topic: Topic, one: bool) -> tuple[Claim, ...]:
    """Made-up claims: five statements to two numbers, half of them about named places, over five years."""
    rng = random.Random(size)
    places = [f"{name} County" for name in (f"Made-up {number}" for number in range(max(40, size // 250)))]
    return tuple(_claim(rng, index, topic, places, one) for index in range(size))


def _claim(rng: random.Random, index: int, topic: Topic, places: list[str], one: bool) -> Claim:
    proposition = topic.propositions[0] if one else rng.choice(topic.propositions)
    metric = None if one or rng.random() < 0.7 else rng.choice(topic.metrics)
    speaker, kind = rng.choice(SPEAKERS)
    quote = " ".join(rng.choices(WORDS.split(), k=14)) + f" {index % 997}."
    document = f"d{index // 6}"
    value = None if metric is None else round(rng.random(), 2) if metric.unit == "share" else float(rng.randint(1, 5000))
    return Claim(
        id=f"{index:016x}", page_id=f"{document}-p1", document_id=document, file_id=document, release_id="made-up",
        topic=topic.id,
        proposition="" if metric else proposition.id, metric=metric.id if metric else "",
        stance="" if metric else rng.choice(("affirm", "deny")), status="asserted" if metric else rng.choice(STATUSES),
        value=value, bound="exact" if metric else "", unit=metric.unit if metric else "", quote=quote, start=index % 6 * 100,
        end=index % 6 * 100 + len(quote), speaker=speaker, speaker_kind=kind, addressee="",
        date=f"{rng.randint(2008, 2012)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}", date_precision="day",
        jurisdiction=rng.choice(places) if rng.random() < 0.5 else "",
        period=str(rng.randint(2008, 2012)) if metric and rng.random() < 0.5 else "", population="",
        audience=rng.choice(AUDIENCES), announced=False, confidence=rng.uniform(0.6, 0.99), extractor="made-up", reasons=(),
    )  # fmt: skip


def _one(job: tuple[tuple[Claim, ...], Topic]) -> int:
    return len(compare(*job, ScopeScorer(), Params()))


def timed(size: int, topic: Topic, one: bool) -> tuple[float, float, int]:
    """(seconds by the clock, of the processor, findings), buckets included; the larger buckets are handed out first."""
    claims = crowd(size, topic, one)
    began = os.times()
    jobs = sorted(((bucket, topic) for bucket in buckets(claims, topic).values()), key=lambda job: -len(job[0]))
    if one:
        return _spent(began, sum(map(_one, jobs)))
    with ProcessPoolExecutor(2) as pool:
        found = sum(pool.map(_one, jobs))
    return _spent(began, found)


def _spent(began: os.times_result, found: int) -> tuple[float, float, int]:
    now = os.times()
    return now.elapsed - began.elapsed, sum(now[:4]) - sum(began[:4]), found


def main() -> None:
    """Prints one line per size and the exponent between the smallest and the largest."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--one", action="store_true", help="all claims about one proposition, on one process")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="largest number of claims (default 100,000)")
    parser.add_argument("--topic", help="id of the topic (default: the one with the most propositions and metrics)")
    options = parser.parse_args()
    known = {one.id: one for one in topics.load_topics(ROOT / "corpus" / "topics")}
    largest = max(known, key=lambda name: (len(known[name].propositions) + len(known[name].metrics), name))
    if options.topic and options.topic not in known:
        parser.error(f"there is no topic {options.topic!r}; there are: {', '.join(known)}")
    topic = known[options.topic or largest]
    print(f"topic {topic.id}: {len(topic.propositions)} propositions, {len(topic.metrics)} metrics")
    sizes = [size for size in SIZES if size <= options.most]
    spent = []
    for size in sizes:
        seconds, cpu, found = timed(size, topic, options.one)
        spent.append(cpu)
        print(f"comparing {size:,} claims: {seconds:.1f} s, {cpu:.1f} CPU seconds, {found:,} findings", flush=True)
    if len(sizes) > 1:
        exponent = math.log(spent[-1] / spent[0]) / math.log(sizes[-1] / sizes[0])
        print(f"growth from {sizes[0]:,} to {sizes[-1]:,} claims: exponent {exponent:.2f}")


if __name__ == "__main__":
    main()
