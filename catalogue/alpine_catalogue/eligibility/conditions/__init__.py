"""The tests of the rule language: each asks one thing of a case and answers yes, no, or not known."""
