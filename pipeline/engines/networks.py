"""The door to ONNX Runtime and the tokenizers that go with it: how a small network and its word pieces are loaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.errors import MissingTool


def session(path: Path) -> Any:
    """The network in this file, on one thread of the processor: the workers share the cores already.

    Raises MissingTool where ONNX Runtime is not installed.
    """
    try:
        import onnxruntime
    except ImportError:
        raise MissingTool("ONNX Runtime is not installed.", "Run `make setup`.") from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def tokenizer(path: Path, longest: int) -> Any:
    """The tokenizer written out whole in this file, or (`.txt`) that of a vocabulary of lower-case word pieces, one a line.

    What a text has beyond `longest` pieces is left out.
    """
    from tokenizers import Tokenizer
    from tokenizers.implementations import BertWordPieceTokenizer

    made = BertWordPieceTokenizer(str(path), lowercase=True) if path.suffix == ".txt" else Tokenizer.from_file(str(path))
    made.enable_truncation(longest)
    made.no_padding()
    return made
