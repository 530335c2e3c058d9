"""`foia` and `python -m pipeline`: the only place that exits."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType
from typing import NoReturn

from pipeline import errors


def _stop(signum: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def main() -> NoReturn:
    """Runs the command line and exits with the code design section 11 lists."""
    signal.signal(signal.SIGTERM, _stop)  # a service manager's stop is an interrupt like Ctrl-C: what is done stays done
    try:
        from pipeline.cli import run  # here, so that Ctrl-C while the libraries load is an interrupt and not a traceback

        code = run(sys.argv[1:])
        sys.stdout.flush()
    except errors.FoiaError as error:
        print(f"foia: {error}", file=sys.stderr)
        code = error.exit_code
    except KeyboardInterrupt:
        print("\nfoia: interrupted. What was done is kept; run the same command to go on.", file=sys.stderr)
        code = errors.EXIT_INTERRUPTED
    except BrokenPipeError:  # the reader of our output, such as `head`, has what it wanted
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = errors.EXIT_DONE
    sys.exit(code)


if __name__ == "__main__":
    main()
