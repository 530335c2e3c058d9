"""One tree of exceptions, each with the exit code `foia` ends with, and the one place that names those codes.

A message says where, what, why if known, and what to do. Only `__main__` exits.
"""

from __future__ import annotations

EXIT_DONE = 0
EXIT_BUG = 1
EXIT_USAGE = 2
EXIT_MISSING_TOOL = 3
EXIT_SOME_FAILED = 4
EXIT_PRIVACY = 5
EXIT_INTERRUPTED = 130


class FoiaError(Exception):
    """Base of everything this program raises on purpose; `remedy` says what a person can do about it."""

    exit_code = EXIT_BUG

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class UsageError(FoiaError):
    """A wrong path, option or id given by the person at the keyboard."""

    exit_code = EXIT_USAGE


class ConfigError(FoiaError):
    """`release.toml` or a topic file is wrong; carries every problem found, not only the first."""

    exit_code = EXIT_USAGE

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class MissingTool(FoiaError):
    """A program, model or language pack that a stage needs is not installed."""

    exit_code = EXIT_MISSING_TOOL


class PrivacyError(FoiaError):
    """Something that must not be published was found in what was about to be published."""

    exit_code = EXIT_PRIVACY


class CheckError(FoiaError):
    """A built database does not hold what it must (foreign keys, integrity, counts)."""

    exit_code = EXIT_BUG


class Unreadable(FoiaError):
    """A file or page that cannot be read, for a reason that lies in the document itself.

    `kind` is one lower-case word or hyphenated phrase (`encrypted`, `damaged`, `too-large`, `empty`, `not-supported`,
    `unsafe-path`). Raised inside a stage, it becomes a lasting `Failure`: remembered, not tried again until the
    bytes, the parameters or the tools change. With `lasting` False the cause lies outside: it is tried again next time.
    """

    exit_code = EXIT_SOME_FAILED

    def __init__(self, kind: str, message: str, remedy: str, lasting: bool = True) -> None:
        super().__init__(message, remedy)
        self.kind = kind
        self.lasting = lasting
