"""Puts rules into sentences in five languages. They are derived from the rule, so the two cannot drift apart."""
