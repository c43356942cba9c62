"""How people reach the assistant: the web page, Telegram and the REST interface for tests and the
terminal."""
