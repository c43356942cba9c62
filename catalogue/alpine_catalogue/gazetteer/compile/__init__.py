"""Makes the compiled gazetteer out of its sources; only developers run it, its output is committed."""
