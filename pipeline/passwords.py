"""Passwords as `release.toml` gives them: the password itself, or `env:NAME` for one that an environment variable holds.

Only the name of such a variable is stored and goes into keys; its value is fetched where a file is opened.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from pipeline.errors import Unreadable

NAMED = "env:"


def values(passwords: tuple[str, ...], environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The passwords that are at hand, each with how it was given."""
    found = {(environment.get(given[len(NAMED) :], "") if is_named(given) else given): given for given in passwords}
    return {value: given for value, given in found.items() if value}


def is_named(given: str) -> bool:
    """Whether it names an environment variable."""
    return given.startswith(NAMED)


def value(given: str, file: str, environment: Mapping[str, str] = os.environ) -> str:
    """The password. Raises Unreadable `encrypted`, to be tried again, where the variable it names is not set."""
    if not is_named(given):
        return given
    found = environment.get(given[len(NAMED) :], "")
    if not found:
        raise locked(file, (given,))
    return found


def locked(file: str, passwords: tuple[str, ...]) -> Unreadable:
    """What to say of a file that opens with none of these."""
    names = ", ".join(given[len(NAMED) :] for given in passwords if is_named(given))
    remedy = f"Set the environment variable that release.toml names ({names}) to its password, and run again."
    return Unreadable("encrypted", f"{file} opens only with a password.", remedy, lasting=False)
