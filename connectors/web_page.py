"""The demo page of a made-up partner with the chat on it, and its files.

The page asks nothing of any other host and runs nothing but its own files: its Content-Security-Policy allows
no more.
"""

from pathlib import Path

from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

STATIC = Path(__file__).parent / "static"

FILES = {
    "": "text/html; charset=utf-8",  # the page itself
    "chat.js": "text/javascript; charset=utf-8",
    "connection.js": "text/javascript; charset=utf-8",
    "log.js": "text/javascript; charset=utf-8",
    "chat.css": "text/css; charset=utf-8",
    "icon.svg": "image/svg+xml",
    "words.json": "application/json",
    "vendor/socket.io.esm.min.js": "text/javascript; charset=utf-8",
}

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


def add_page(routes: Blueprint) -> None:
    """Serve the page at the root of the channel, and its files beside it."""

    async def file(request: Request, name: str = "") -> HTTPResponse:
        if not name and not request.path.endswith("/"):  # else the browser would look for the files one folder above
            return response.redirect(request.path + "/")
        if name not in FILES:
            return response.empty(status=404)
        return await response.file(STATIC / (name or "demo.html"), headers=HEADERS, mime_type=FILES[name])

    routes.add_route(file, "/")
    routes.add_route(file, "/<name:path>")
