"""One numbered file per change of the tables, run by `handoff.migrate`."""
