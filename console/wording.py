"""The console's words in five languages, and which of the five a reader wants."""

from collections.abc import Mapping
from pathlib import Path

import yaml
from fastapi import Request

LANGUAGES = ("en", "de", "fr", "it", "sl")
FOLDER = Path(__file__).parent / "words"

Words = Mapping[str, str]


def load_words(folder: Path = FOLDER) -> dict[str, Words]:
    """Read the words of all languages, by language."""
    return {
        language: yaml.safe_load((folder / f"{language}.yml").read_text(encoding="utf-8")) for language in LANGUAGES
    }


def language_for(request: Request) -> str:
    """Return the language of a page: chosen by `?lang=`, chosen earlier, or the browser's; else English."""
    chosen = request.query_params.get("lang")
    if chosen in LANGUAGES:
        request.session["lang"] = chosen
        return chosen
    earlier = request.session.get("lang")
    if earlier in LANGUAGES:
        return str(earlier)
    return best_language(request.headers.get("accept-language", ""))


def best_language(accepted: str) -> str:
    """Return the one of our languages that an Accept-Language header likes best."""
    liked = sorted((_wish(part) for part in accepted.split(",")), key=lambda wish: -wish[0])
    return next((name for weight, name in liked if weight > 0 and name in LANGUAGES), LANGUAGES[0])


def _wish(part: str) -> tuple[float, str]:
    name, _, weight = part.partition(";q=")
    try:
        return float(weight or 1), name.strip().lower().partition("-")[0]
    except ValueError:
        return 0.0, ""
