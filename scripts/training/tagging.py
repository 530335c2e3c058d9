"""The network of the second reader of private matter: the sentence encoder with one output layer for every piece of a page.

The word embeddings stay as they were: a few hundred pages cannot teach words they do not hold. All else is tuned.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from measuring.marked import UNKNOWN
from torch import nn
from torch.nn import functional as F
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from training.disguise import Disguise, Portions
from transformers import AutoModel

from pipeline.engines.page_pieces import LOWER, WAYS, WINDOW, Pieces, framed, pieces_of, windows
from pipeline.records.tagging import LABELS, PRIVATE

WIDTH = 384
NONE = -100
MASKED = -1e4  # log odds that a padding is looked at
MEANT_EVERY = 5
WARM = 0.1


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train. Rates are for AdamW; `private_weight` is what a private piece counts against an open one in the loss.

    `pieces` are about as many as a step looks at; `memory` is how much of the running mean of all weights a step keeps.
    `plain`: the share of papers without marks, in which nothing is private, against the marked pages of a round.
    """

    rounds: int = 8
    rate: float = 2e-4
    head_rate: float = 2e-3
    frozen_layers: int = 0
    private_weight: float = 2.0
    memory: float = 0.99
    pieces: int = 2048
    plain: float = 0.15
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Window:
    """What the network sees at once: piece numbers, how each is written, and of each the label's number or NONE."""

    ids: list[int]
    ways: list[int]
    targets: list[int]


class Tagging(nn.Module):
    """(word-piece ids, ways of writing) -> probabilities (n, pieces, labels). A padding has the id 0."""

    def __init__(self, source: Path) -> None:
        super().__init__()
        encoder = AutoModel.from_pretrained(source, attn_implementation="sdpa", attention_probs_dropout_prob=0.0)
        written = nn.Embedding(WAYS, WIDTH)
        first = encoder.embeddings.token_type_embeddings.weight.detach()[:1]
        written.weight.data = first + 0.02 * torch.randn(WAYS, WIDTH)
        written.weight.data[LOWER] = first[0]
        encoder.embeddings.token_type_embeddings = written
        self.embeddings, self.layers = encoder.embeddings, encoder.encoder.layer
        self.drop = nn.Dropout(0.1)
        self.label = nn.Linear(WIDTH, len(LABELS))

    def logits(self, ids: torch.Tensor, ways: torch.Tensor) -> torch.Tensor:
        """The same before the softmax."""
        hidden = self.embeddings(input_ids=ids, token_type_ids=ways)
        bias = (ids == 0)[:, None, None, :].to(hidden.dtype) * MASKED
        for layer in self.layers:
            made = layer(hidden, bias)
            hidden = made[0] if isinstance(made, tuple) else made
        return self.label(self.drop(hidden))

    def forward(self, ids: torch.Tensor, ways: torch.Tensor) -> torch.Tensor:
        return self.logits(ids, ways).softmax(-1)


def targets_of(portions: Portions, pieces: Pieces) -> list[int]:
    """Of each piece the number of its label; NONE of what parts words and of what readers differ on."""
    ends, labels, at = [], [], 0
    for words, label in portions:
        at += len(words)
        ends.append(at)
        labels.append(NONE if label == UNKNOWN else LABELS.index(label))
    found, order = [], 0
    for start, end in zip(pieces.starts, pieces.ends, strict=True):
        while order < len(ends) - 1 and start >= ends[order]:
            order += 1
        found.append(labels[order] if end > start else NONE)
    return found


def windows_of(portions: Portions, tokenizer: Any, chance: random.Random | None = None) -> list[Window]:
    """The page cut into windows; with `chance` it may begin some pieces late, so that windows begin anywhere."""
    pieces = pieces_of("".join(words for words, _ in portions), tokenizer)
    targets = targets_of(portions, pieces)
    late = 0
    if chance is not None and len(targets) > WINDOW and chance.random() < 0.7:
        late = chance.randrange(0, min(WINDOW // 2, len(targets) - WINDOW // 2))
    made = []
    for first, last, _, _ in windows(len(targets) - late):
        ids, ways = framed(pieces, first + late, last + late)
        made.append(Window(ids, ways, [NONE, *targets[first + late : last + late], NONE]))
    return made


def trained(
    source: Path,
    pages: list[Portions],
    plain: list[Portions],
    disguise: Disguise,
    tokenizer: Any,
    recipe: Recipe,
    say: Any = print,
) -> Tagging:
    """The running mean of a network trained on these pages; `plain` are papers without anything private."""
    torch.set_flush_denormal(True)
    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)
    network = Tagging(source)
    still = _frozen(network, recipe.frozen_layers)
    groups = [
        {
            "params": [p for n, p in network.named_parameters() if p.requires_grad and not n.startswith("label")],
            "lr": recipe.rate,
        },
        {"params": network.label.parameters(), "lr": recipe.head_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    rates = [recipe.rate, recipe.head_rate]
    mean = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(recipe.memory**MEANT_EVERY))
    taken = 0
    for turn in range(recipe.rounds):
        network.train()
        for module in still:
            module.eval()
        total = count = 0.0
        batches = list(_batches(_round(pages, plain, disguise, tokenizer, recipe, chance), recipe.pieces, chance))
        for order, batch in enumerate(batches):
            share = _share((turn + order / len(batches)) / recipe.rounds)
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * share
            loss = _loss(network, batch, recipe)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            taken += 1
            if taken % MEANT_EVERY == 0:
                mean.update_parameters(network)
            total, count = total + loss.item(), count + 1
        say(f"round {turn + 1} of {recipe.rounds}: {taken} steps, loss {total / max(count, 1):.4f}", flush=True)
    averaged: Tagging = mean.module
    return averaged.eval()


def _share(progress: float) -> float:
    """Of the highest rate: it rises over the first tenth of the training and falls along a cosine to nothing."""
    return progress / WARM if progress < WARM else 0.5 * (1 + math.cos(math.pi * (progress - WARM) / (1 - WARM)))


def _frozen(network: Tagging, layers: int) -> list[nn.Module]:
    still: list[nn.Module] = [
        network.embeddings.word_embeddings,
        network.embeddings.position_embeddings,
        *network.layers[:layers],
    ]
    for module in still:
        for parameter in module.parameters():
            parameter.requires_grad = False
    return still


def _round(
    pages: list[Portions], plain: list[Portions], disguise: Disguise, tokenizer: Any, recipe: Recipe, chance: random.Random
) -> list[Window]:
    made = [one for page in pages for one in windows_of(disguise.made_over(page), tokenizer, chance)]
    wanted, size = int(len(made) * recipe.plain), len(made)
    while plain and len(made) < size + wanted:
        made += windows_of(disguise.made_over(chance.choice(plain)), tokenizer, chance)
    return made


def _batches(found: list[Window], pieces: int, chance: random.Random) -> Iterator[list[Window]]:
    """All windows in chance order, those of like length together."""
    chance.shuffle(found)
    batches: list[list[Window]] = []
    for start in range(0, len(found), 128):
        batch: list[Window] = []
        for one in sorted(found[start : start + 128], key=lambda one: len(one.ids)):
            if batch and (len(batch) + 1) * len(one.ids) > pieces:
                batches.append(batch)
                batch = []
            batch.append(one)
        if batch:
            batches.append(batch)
    chance.shuffle(batches)
    yield from batches


def _padded(batch: list[Window]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    longest = max(len(one.ids) for one in batch)

    def filled(rows: list[list[int]], by: int) -> torch.Tensor:
        return torch.tensor([row + [by] * (longest - len(row)) for row in rows])

    return (
        filled([one.ids for one in batch], 0),
        filled([one.ways for one in batch], LOWER),
        filled([one.targets for one in batch], NONE),
    )


def _loss(network: Tagging, batch: list[Window], recipe: Recipe) -> torch.Tensor:
    ids, ways, targets = _padded(batch)
    weights = torch.ones(len(LABELS))
    weights[LABELS.index(PRIVATE[0]) :] = recipe.private_weight
    each = F.cross_entropy(
        network.logits(ids, ways).flatten(0, 1), targets.flatten(), weights, ignore_index=NONE, reduction="sum"
    )
    return each / max(int((targets != NONE).sum()), 1)
