"""Rasa graph components: they read an act and facts out of a message, in five languages."""
