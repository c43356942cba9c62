"""`make train`: trains the model if it is stale."""

import sys

from deploy.prepare import prepare
from deploy.problems import StartProblem
from deploy.run import say
from deploy.settings import ROOT


def main() -> int:
    """Prepare everything a run needs; return the exit status."""
    try:
        prepare(ROOT, say)
    except StartProblem as problem:
        say(str(problem))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
