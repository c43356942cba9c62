"""What a firm may ask for on a given day: honest verdicts with reasons, never a guess."""
