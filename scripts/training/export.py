"""A trained network as files the product runs without PyTorch: int8 ONNX, a tokenizer cut to the words kept, and what it is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from training.network import Committee

OPSET = 17
# The word pieces of the encoder stand in the order of their frequency: the first ones, all single letters and what the labels
# use are kept. It saves a quarter of the file; other words fall apart into pieces, as rare words do anyway.
FREQUENT = 16_000


def write(network: Committee, source: Path, folder: Path, texts: Iterable[str], about: dict[str, Any]) -> None:
    """Writes model.onnx, tokenizer.json and model.json (`about` with the digest of what was trained) into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = json.loads((source / "tokenizer.json").read_text(encoding="utf-8"))
    kept = _kept(tokenizer["model"]["vocab"], source, texts)
    _cut(network, kept)
    (folder / "tokenizer.json").write_text(_cut_tokenizer(tokenizer, kept), encoding="utf-8")
    with TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        _export(network, whole)
        quantize_dynamic(whole, folder / "model.onnx", per_channel=True, weight_type=QuantType.QInt8)
    (folder / "model.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def digest_of(paths: Iterable[Path]) -> str:
    """One hash over the label files, so that a model says which labels it was trained on."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:16]


def _kept(vocabulary: dict[str, int], source: Path, texts: Iterable[str]) -> list[int]:
    from tokenizers import Tokenizer

    made = Tokenizer.from_file(str(source / "tokenizer.json"))
    used = {piece for text in texts for piece in made.encode(text).ids}
    letters = {order for word, order in vocabulary.items() if len(word.removeprefix("##")) == 1 or word.startswith("[")}
    plain = {order for word, order in vocabulary.items() if order < FREQUENT and not word.startswith("[unused")}
    special = {order for word, order in vocabulary.items() if word in ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")}
    unused = {order for word, order in vocabulary.items() if word.startswith("[unused")}
    return sorted((used | letters | plain | special) - unused)


def _cut(network: Committee, kept: list[int]) -> None:
    embeddings = network.embeddings
    rows = embeddings.word_embeddings.weight.detach()[kept].clone()
    embeddings.word_embeddings = nn.Embedding.from_pretrained(rows, freeze=True)


def _cut_tokenizer(tokenizer: dict[str, Any], kept: list[int]) -> str:
    new = {old: order for order, old in enumerate(kept)}
    words = tokenizer["model"]["vocab"]
    tokenizer["model"]["vocab"] = {word: new[order] for word, order in words.items() if order in new}
    for added in tokenizer.get("added_tokens", ()):
        added["id"] = tokenizer["model"]["vocab"][added["content"]]
    processor = tokenizer["post_processor"]
    for special in processor.get("special_tokens", {}).values():
        special["ids"] = [tokenizer["model"]["vocab"][name] for name in special["tokens"]]
    tokenizer["truncation"] = tokenizer["padding"] = None
    return json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")) + "\n"


def _export(network: Committee, path: Path) -> None:
    ids = torch.ones((2, 12), dtype=torch.long)
    size = {0: "batch", 1: "pieces"}
    names = ["ids", "mask"], ["stance", "status"]
    free = {"ids": size, "mask": size, "stance": {0: "batch"}, "status": {0: "batch"}}
    torch.onnx.export(
        network, (ids, torch.ones_like(ids)), str(path), input_names=names[0], output_names=names[1], dynamic_axes=free,
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip
    onnx.checker.check_model(str(path))
