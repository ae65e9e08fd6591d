"""Raw text to sentences of words, every offset into the raw text."""
