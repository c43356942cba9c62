"""The least an assistant can be: it always hears the same, and does nothing about it."""
