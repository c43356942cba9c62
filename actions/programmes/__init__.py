"""What a firm can ask about programmes: if and why, how much, until when, what is missing, what goes together."""
