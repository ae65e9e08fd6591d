"""Word shapes: what an uncased vocabulary forgets about a word."""

LOWER, TITLE, UPPER, DIGITS, MIXED = range(5)
SHAPES = 5


def shape(word: str) -> int:
    """One of five shapes: lower case (or caseless), Title, UPPER, digits alone, anything else."""
    if word.isalpha():
        if word.islower() or word.lower() == word.upper():
            return LOWER
        if len(word) > 1 and word.isupper():
            return UPPER
        return TITLE if word[0].isupper() and not any(c.isupper() for c in word[1:]) else MIXED
    letters = any(c.isalpha() for c in word)
    digits = any(c.isdigit() for c in word)
    if digits:
        return MIXED if letters else DIGITS
    if not letters or word.islower():
        return LOWER
    return UPPER if word.isupper() and len(word) > 2 else TITLE if word[0].isupper() else MIXED
