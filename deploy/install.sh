#!/bin/sh
# Makes .venv with exactly what requirements.lock says. Needs uv, or Python 3 with pip to bring uv into the project.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

if [ ! -w . ]; then
    say "This folder cannot be written to: $(pwd). Clone the project into a folder of your own."
    exit 1
fi

stamp=.venv/installed.lock
if [ -x .venv/bin/python ] && cmp -s requirements.lock "$stamp"; then
    exit 0
fi

uv=$(command -v uv || true)
if [ -z "$uv" ] && [ -x .uv/bin/uv ]; then
    uv=.uv/bin/uv
fi
if [ -z "$uv" ]; then
    say "uv is not on the PATH: putting it into .uv/ ..."
    if ! { python3 -m venv .uv && .uv/bin/python -m pip install --quiet --quiet --disable-pip-version-check uv; }; then
        say "Neither uv nor Python 3 with venv and pip was found. Install one of them and try again."
        exit 1
    fi
    uv=.uv/bin/uv
fi

say "Preparing Python 3.11 in .venv/ ..."
if ! "$uv" venv --quiet --allow-existing --python 3.11 .venv; then
    say "Python 3.11 was not found and could not be downloaded. Install it (e.g. \`uv python install 3.11\`) and try again."
    exit 1
fi
say "Installing the locked dependencies (about 0.9 GB on the first run) ..."
"$uv" pip sync --require-hashes --python .venv/bin/python requirements.lock

# The catalogue's package lies in catalogue/, which must not be a package itself: both folders go on the path.
site=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
printf '%s\n%s/catalogue\n' "$(pwd)" "$(pwd)" > "$site/smart-space.pth"
cp requirements.lock "$stamp"
