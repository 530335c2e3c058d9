"""A shipped network made trainable again: its eight-bit weights as numbers, with rows for questions it was not asked.

What an eight-bit weight lost by rounding stays lost; a leg of training over it makes more of a difference than that.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from training.network import Network

TOUCHED = ("uppers.", "stances.", "statuses.")  # the rest is the encoder's own, which no training changed


def unknown(folder: Path, propositions: tuple[str, ...]) -> list[int]:
    """Which of these propositions the shipped network was not trained on, by their place."""
    known = json.loads((folder / "model.json").read_text(encoding="utf-8"))["propositions"]
    return [at for at, name in enumerate(propositions) if name not in known]


def members(folder: Path, source: Path, propositions: tuple[str, ...]) -> list[Network]:
    """The networks of the committee in this folder, over these propositions: a new one starts as in a network not yet trained.

    Raises ValueError where the shipped network knows a proposition that is asked no more: its rows would be lost unseen.
    """
    about = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    gone = [name for name in about["propositions"] if name not in propositions]
    if gone:
        raise ValueError(f"the shipped network has propositions that the topic has no more: {', '.join(gone)}")
    weights = _weights(onnx.load(str(folder / "model.onnx")).graph)
    places = [2 * propositions.index(name) + way for name in about["propositions"] for way in (0, 1)]
    return [_member(number, weights, source, len(propositions), places) for number in range(about["orders"])]


def _member(number: int, weights: dict[str, torch.Tensor], source: Path, propositions: int, places: list[int]) -> Network:
    made = Network(source, propositions)
    layers = made.encoder.encoder.layer
    own = {
        name.removeprefix(f"uppers.{number}."): value for name, value in weights.items() if name.startswith(f"uppers.{number}.")
    }
    first = len(layers) - len({name.split(".")[0] for name in own})
    state = {f"{int(at) + first}.{rest}": value for name, value in own.items() for at, _, rest in (name.partition("."),)}
    told = layers.load_state_dict(state, strict=False)
    lost = [name for name in told.missing_keys if int(name.split(".")[0]) >= first]
    if lost or told.unexpected_keys:
        raise ValueError(f"weights of the shipped network are not found, or not known: {lost or told.unexpected_keys}")
    with torch.no_grad():
        made.stance.weight[places] = weights[f"stances.{number}.weight"]
        made.stance.bias[places] = weights[f"stances.{number}.bias"]
        made.status.weight.copy_(weights[f"statuses.{number}.weight"])
        made.status.bias.copy_(weights[f"statuses.{number}.bias"])
    return made


def _weights(graph: Any) -> dict[str, torch.Tensor]:
    """Every weight and bias that training touched, by its name in the network; weights as (outputs, inputs)."""
    kept = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    makers = {name: node for node in graph.node for name in node.output}
    found = {name: value for name, value in kept.items() if name.startswith(TOUCHED) and not name.endswith(_EIGHT_BIT)}
    for node in graph.node:
        biases = [name for name in node.input if name.endswith(".bias") and name in found]
        if node.op_type != "Add" or not biases or "LayerNorm" in biases[0]:
            continue
        product = next(name for name in node.input if name not in biases)
        found[biases[0].removesuffix("bias") + "weight"] = _product(product, makers, kept)
    return {name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in found.items()}


_EIGHT_BIT = ("_scale", "_zero_point", "_quantized")


def _product(name: str, makers: dict[str, Any], kept: dict[str, Any]) -> Any:
    """The weight by which the product of this name was made: behind a scaling and a cast stands the product of whole numbers."""
    node = makers[name]
    while node.op_type != "MatMulInteger":
        node = next(makers[one] for one in node.input if one in makers and makers[one].op_type in ("Cast", "MatMulInteger"))
    stem = node.input[1].removesuffix("_quantized")
    whole = kept[f"{stem}_quantized"].astype(np.float32) - kept[f"{stem}_zero_point"].astype(np.float32)
    return (whole * kept[f"{stem}_scale"]).T
