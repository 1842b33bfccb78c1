"""Dense, Embedding, Input and their kin."""
