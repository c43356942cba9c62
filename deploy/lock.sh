#!/bin/sh
# Resolves pyproject.toml and writes requirements.lock: versions and hashes for all platforms, no registry's address.
set -eu
cd "$(dirname "$0")/.."
uv=$(command -v uv || echo .uv/bin/uv)
"$uv" lock
"$uv" export --quiet --frozen --all-groups --no-emit-project --no-annotate --no-header --format requirements-txt \
    -o requirements.lock
