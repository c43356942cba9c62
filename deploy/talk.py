"""`make talk`: a conversation in the terminal, over the REST channel of a running assistant."""

import sys
import uuid
from collections.abc import Iterable

import httpx

from deploy.settings import Settings

_PATIENCE_SECONDS = 60.0


def main() -> int:
    """Pass on what is typed until the end of input; return the exit status."""
    address = f"{Settings().rasa_url}/webhooks/rest/webhook"
    sender = uuid.uuid4().hex
    try:
        for line in _typed():
            for message in say(address, sender, line):
                print(message)
    except httpx.HTTPError:
        print("The assistant does not answer. Start it with `make run` in another terminal.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print()
    return 0


def say(address: str, sender: str, text: str) -> list[str]:
    """Send one message and return the answers, buttons written out."""
    answer = httpx.post(address, json={"sender": sender, "message": text}, timeout=_PATIENCE_SECONDS)
    answer.raise_for_status()
    return [_written(message) for message in answer.json()]


def _typed() -> Iterable[str]:
    while True:
        try:
            yield input("> ")
        except EOFError:
            return


def _written(message: dict[str, object]) -> str:
    buttons = message.get("buttons") or []
    titles = "".join(f"\n  [{button['title']}]" for button in buttons)  # type: ignore[attr-defined]
    return f"{message.get('text', '')}{titles}"


if __name__ == "__main__":
    sys.exit(main())
