"""The network: a sentence encoder's upper layers tuned to the labels, with one small output layer for stance and one for status.

The lower layers and the word embeddings stay as they were: a few thousand statements cannot teach words they do not hold.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn
from training.labelled import STATUSES
from transformers import AutoModel, AutoTokenizer

WIDTH = 384
LONGEST = 96
BATCH = 32
MASKED = -1e4  # log odds that a padding is looked at
RARE = -4.0  # log odds before anything is learned: of a hundred statements about two say a given thing


class Network(nn.Module):
    """(word-piece ids, mask) -> (probabilities to affirm and to deny (n, propositions, 2), status probabilities (n, 6)).

    Either way is asked apart, for one sentence may tell of both.
    """

    def __init__(self, source: Path, propositions: int) -> None:
        super().__init__()
        # Dropping out attention weights costs a fifth of the time on a CPU and gains nothing here: the layers' own stays.
        self.encoder = AutoModel.from_pretrained(source, attn_implementation="eager", attention_probs_dropout_prob=0.0)
        self.drop = nn.Dropout(0.1)
        self.stance = nn.Linear(WIDTH, propositions * 2)
        nn.init.constant_(self.stance.bias, RARE)
        self.status = nn.Linear(WIDTH, len(STATUSES))

    def logits(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The same before the softmax."""
        mean = self.drop(self.mean(ids, mask))
        return self.stance(mean).view(mean.shape[0], -1, 2), self.status(mean)

    def mean(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The mean of the encoder's last layer over the word pieces: (n, WIDTH)."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weight = mask.unsqueeze(-1).to(hidden.dtype)
        return (hidden * weight).sum(1) / weight.sum(1)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        stance, status = self.logits(ids, mask)
        return stance.sigmoid(), status.softmax(-1)


class Committee(nn.Module):
    """The mean of what several networks say that learned from the same start: (word-piece ids, mask) -> as `Network`.

    What none of them changed (embeddings, lower layers) is computed once for all.
    """

    def __init__(self, members: list[Network], shared: int) -> None:
        super().__init__()
        self.embeddings = members[0].encoder.embeddings
        self.lower = members[0].encoder.encoder.layer[:shared]
        self.uppers = nn.ModuleList(member.encoder.encoder.layer[shared:] for member in members)
        self.stances = nn.ModuleList(member.stance for member in members)
        self.statuses = nn.ModuleList(member.status for member in members)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        start = self.embeddings(input_ids=ids)
        bias = (1.0 - mask[:, None, None, :].to(start.dtype)) * MASKED
        for layer in self.lower:
            start = layer(start, bias)
        weight = mask.unsqueeze(-1).to(start.dtype)
        stances, statuses = [], []
        for upper, stance, status in zip(self.uppers, self.stances, self.statuses, strict=True):
            hidden = start
            for layer in upper:
                hidden = layer(hidden, bias)
            mean = (hidden * weight).sum(1) / weight.sum(1)
            stances.append(stance(mean).view(mean.shape[0], -1, 2).sigmoid())
            statuses.append(status(mean).softmax(-1))
        return torch.stack(stances).mean(0), torch.stack(statuses).mean(0)


def judged(network: Network | Committee, source: Path, texts: list[str]) -> tuple[torch.Tensor, torch.Tensor]:
    """(stance probabilities, status probabilities) of these texts, in order."""
    tokenizer = AutoTokenizer.from_pretrained(source)
    stances, statuses = [], []
    with torch.no_grad():
        for start in range(0, len(texts), BATCH):
            pieces = tokenizer(
                texts[start : start + BATCH], return_tensors="pt", padding=True, truncation=True, max_length=LONGEST
            )
            stance, status = network(pieces["input_ids"], pieces["attention_mask"])
            stances.append(stance)
            statuses.append(status)
    return torch.cat(stances), torch.cat(statuses)


def means(network: Network, source: Path, texts: list[str]) -> torch.Tensor:
    """What the encoder makes of each text, before the output layers: (n, WIDTH)."""
    tokenizer = AutoTokenizer.from_pretrained(source)
    found: list[torch.Tensor] = [torch.empty(0)] * len(texts)
    order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
    with torch.no_grad():
        for start in range(0, len(order), BATCH):
            some = order[start : start + BATCH]
            pieces = tokenizer([texts[at] for at in some], return_tensors="pt", padding=True, truncation=True, max_length=LONGEST)
            for at, mean in zip(some, network.eval().mean(pieces["input_ids"], pieces["attention_mask"]), strict=True):
                found[at] = mean
    return torch.stack(found)
