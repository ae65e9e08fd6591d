"""Making tokens: a folded word with its role, its family of spellings and its keys."""

from counterclaim.registers.names.folding import Word
from counterclaim.registers.names.keys import consonants, loose
from counterclaim.registers.names.tables import tables
from counterclaim.registers.names.values import Role, Token

_WEIGHTS = {Role.INITIAL: 0.6, Role.PATRONYMIC: 0.8, Role.TYPE: 0.35, Role.PLACE: 0.8, Role.NUMBER: 0.6}


def token(
    word: Word, role: Role, *, form: str | None = None, main: str | None = None, weight: float | None = None
) -> Token:
    """The token of ``word``; ``form`` and ``main`` replace the word's own, ``weight`` that of its role."""
    form = form or word.form
    main = tables().spellings.get(form, form) if main is None else main
    heavy = _WEIGHTS.get(role, 1.0) if weight is None else weight
    plain = not (word.bare or word.block or role is Role.INITIAL or role is Role.PATRONYMIC)
    return Token(form, role, word.original, main, consonants(main), loose(main), heavy, word.bare, word.block, plain)


def join(words: list[Word], form: str) -> Word:
    """Several words as one, with ``form``."""
    original = " ".join(w.original for w in words)
    return Word(form, original, words[-1].bare, "".join(w.block for w in words))
