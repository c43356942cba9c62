"""Custom actions: the conversation's side of the catalogue. Wording lives in `data/responses`, never here."""
