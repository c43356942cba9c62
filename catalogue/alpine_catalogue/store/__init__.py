"""The catalogue in a database: loaded from files in one step, read through one repository."""
