"""Stands in for Rasa's HTTP interface, over the wire; a trained Rasa is tried in the journeys."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from console_examples import RASA_TOKEN


class StandInRasa(ThreadingHTTPServer):
    """Keeps what it is told, and answers with the events and the status that a test sets."""

    daemon_threads = True

    def __init__(self) -> None:
        self.calls: list[tuple[str, str, dict[str, str], Any]] = []
        self.events: list[dict[str, Any]] = []
        self.status = 200
        self.answer: bytes | None = None
        self.broken = "nothing"  # the end of an address that answers 500
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"

    def heard(self) -> list[str]:
        """Return what advisers have said to the user."""
        return [
            event["text"]
            for method, path, _, body in self.calls
            if method == "POST" and path.endswith("/tracker/events")
            for event in body
            if event["event"] == "bot"
        ]


class _Handler(BaseHTTPRequestHandler):
    server: StandInRasa

    def do_GET(self) -> None:
        self._answer(None)

    def do_POST(self) -> None:
        self._answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

    def _answer(self, body: Any) -> None:
        address = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        self.server.calls.append((self.command, address.path, query, body))
        status = 500 if address.path.endswith(self.server.broken) else self.server.status
        status = status if query.get("token") == RASA_TOKEN else 401
        content = self.server.answer or json.dumps({"events": self.server.events}).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Keep the test's output clean."""
