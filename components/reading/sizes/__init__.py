"""How many people work in the firm, from figures and words in five languages."""

from components.reading.sizes.reader import Size, read_size

__all__ = ["Size", "read_size"]
