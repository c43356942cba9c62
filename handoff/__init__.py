"""Conversations handed to people: who asked, who took it, what was said. Knows nothing of Rasa or the web."""
