#!/bin/sh
# Everything that must hold before main moves. Each step stops the run when it fails.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python

step() { printf '\n== %s\n' "$*"; }

step "Style, types, import directions"
$python -m ruff check .
$python -m mypy
.venv/bin/lint-imports

step "Catalogue and model"
$python -m deploy.train

step "Rasa: data and stories"
$python -m deploy.rasa_tests

step "Units, channels, console"
$python -m pytest --ignore tests/journeys "$@"

step "Journeys: the whole assistant, in its own process because a browser keeps an event loop"
$python -m pytest tests/journeys "$@"
