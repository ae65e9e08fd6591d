"""Documents about the same happening, joined one at a time."""
