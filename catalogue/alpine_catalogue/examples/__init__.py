"""What a firm can see with its own eyes: what others have done (practices) and where to meet them (events)."""
