#!/bin/sh
# Makes .venv and installs the locked packages into it. Needs Python 3.11 to 3.13 and a connection to a package index;
# no root, no system library. Says what to do where a piece of Python itself is missing.
set -eu
cd "$(dirname "$0")/.."

fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; }
python=
for candidate in "${PYTHON:-python3}" python3.12 python3.13 python3.11; do
    if command -v "$candidate" >/dev/null 2>&1 && fits "$candidate"; then python=$candidate; break; fi
done
if [ -z "$python" ]; then
    echo "No Python 3.11, 3.12 or 3.13 was found. Install one, or name it: make setup PYTHON=/path/to/python3.12" >&2
    exit 3
fi

echo "Setting up .venv with $($python --version) (once; about a minute)..."
rm -rf .venv
if "$python" -m venv .venv 2>/dev/null; then
    .venv/bin/python -m pip --version >/dev/null
elif "$python" -m venv --without-pip .venv 2>/dev/null && "$python" -m pip --version >/dev/null 2>&1; then
    # Debian ships Python without ensurepip; a pip outside the environment can install into it.
    :
elif "$python" -m virtualenv .venv >/dev/null 2>&1; then
    :
elif command -v uv >/dev/null 2>&1; then
    uv venv --seed --python "$python" .venv
else
    rm -rf .venv
    echo "Python is here but can make no environment: its venv and pip are missing." >&2
    echo "On Debian or Ubuntu ask for: apt install python3-venv. Without root: install uv, then run this again." >&2
    exit 3
fi

if .venv/bin/python -m pip --version >/dev/null 2>&1; then
    pip() { .venv/bin/python -m pip "$@"; }
else
    pip() { "$python" -m pip --python .venv/bin/python "$@"; }
fi
export PIP_DISABLE_PIP_VERSION_CHECK=1
pip install --quiet --require-hashes --only-binary=:all: -r requirements.lock
pip install --quiet --no-index --no-build-isolation --no-deps --editable .
touch .venv/.ready
if ! command -v tesseract >/dev/null 2>&1; then
    echo "Tesseract is built in. (The optional second engine, pytesseract, also needs the system's tesseract >= 5.)"
fi
echo "Ready: .venv/bin/foia"
