"""File to Document: decoding, line classes, one reader a format."""
