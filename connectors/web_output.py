"""What the assistant and advisers say, as Socket.IO messages in the form that Rasa's web clients know."""

from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from connectors.author import BOT, Author, SignedOutput

Tell = Callable[[str, dict[str, Any]], Awaitable[None]]


class WebOutput(SignedOutput):
    """Sends to every browser of a conversation, whenever it is asked to; the recipient is the
    conversation."""

    def __init__(self, tell: Tell) -> None:
        """Take the way to tell a conversation something."""
        self._tell = tell

    @classmethod
    def name(cls) -> str:
        """Return the name under which responses may have a variant for this channel."""
        return "web"

    async def send_text_message(self, recipient_id: str, text: str, **kwargs: Any) -> None:
        """Send a text, in one message however many paragraphs it has."""
        await self._say(recipient_id, kwargs, text=text)

    async def send_text_with_buttons(
        self, recipient_id: str, text: str | None, buttons: list[dict[str, Any]], **kwargs: Any
    ) -> None:
        """Send a text with the answers to choose from."""
        await self._say(recipient_id, kwargs, text=text or "", quick_replies=[_quick_reply(b) for b in buttons])

    async def send_quick_replies(
        self, recipient_id: str, text: str | None, quick_replies: list[dict[str, Any]], **kwargs: Any
    ) -> None:
        """Send a text with the answers to choose from."""
        await self.send_text_with_buttons(recipient_id, text, quick_replies, **kwargs)

    async def send_image_url(self, recipient_id: str, image: str, **kwargs: Any) -> None:
        """Send the address of a picture."""
        await self._say(recipient_id, kwargs, attachment={"type": "image", "payload": {"src": image}})

    async def send_attachment(self, recipient_id: str, attachment: Any, **kwargs: Any) -> None:
        """Send an attachment as it is."""
        await self._say(recipient_id, kwargs, attachment=attachment)

    async def send_elements(self, recipient_id: str, elements: Iterable[dict[str, Any]], **kwargs: Any) -> None:
        """Send cards, one message each."""
        for element in elements:
            payload = {"template_type": "generic", "elements": element}
            await self._say(recipient_id, kwargs, attachment={"type": "template", "payload": payload})

    async def send_custom_json(self, recipient_id: str, json_message: dict[str, Any], **kwargs: Any) -> None:
        """Send content that only the page understands, as it is."""
        await self._say(recipient_id, kwargs, custom=json_message)

    async def _say(self, conversation: str, beside: dict[str, Any], **content: Any) -> None:
        author: Author = beside.get("author", BOT)
        name = {"name": author.name} if author.name else {}
        await self._tell(conversation, {**content, "sender": author.sender, **name})


def _quick_reply(button: dict[str, Any]) -> dict[str, str]:
    title = str(button.get("title", ""))
    return {"content_type": "text", "title": title, "payload": str(button.get("payload") or title)}
