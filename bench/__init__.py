"""Measures the assistant side by side with Rasa's default pipeline and with the floor; `make bench` runs it."""
