"""The JSON body of a request, never larger than a message can be."""

import json
from typing import Any

from sanic.request import Request

from connectors.errors import BodyTooLarge, UnreadableBody

LIMIT = 256 * 1024
"""The largest body that is read, in bytes: 20,000 emoji written as JSON escapes still fit."""


async def json_object(request: Request, limit: int = LIMIT) -> dict[str, Any]:
    """Return the body of a streaming request as a JSON object.

    Raises BodyTooLarge before anything is read where the client announces more than `limit` bytes or
    announces nothing, and UnreadableBody where the body is no JSON object.
    """
    announced = request.headers.get("content-length", "")
    if not announced.isdecimal() or int(announced) > limit:
        raise BodyTooLarge(f"Send at most {limit} bytes, and their number as Content-Length.")
    await request.receive_body()
    try:
        body = json.loads(request.body)
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict):
        raise UnreadableBody('Send one JSON object, such as {"message": "Good morning"}.')
    return body
