"""The exceptions that Counterclaim raises on purpose: one tree, each message says what, where and what to do."""


class CounterclaimError(Exception):
    """Anything that Counterclaim itself refuses or cannot do."""


class InputRefused(CounterclaimError):  # noqa: N818  (a refusal is an outcome that callers count, not a fault)
    """A document that is not read. ``reason`` is short and fixed, for counting; the message names the document."""

    def __init__(self, where: str, reason: str, advice: str = "") -> None:
        self.where, self.reason, self.advice = where, reason, advice
        super().__init__(f"{where}: {reason}" + (f" ({advice})" if advice else ""))


class ModelError(CounterclaimError):
    """The language model's files are missing or damaged."""


class LexiconError(CounterclaimError):
    """A lexicon file breaks its schema; the message names file, entry and rule."""


class LedgerError(CounterclaimError):
    """A request about a ledger that it cannot answer, such as a claim that is not in it."""


class RegisterError(CounterclaimError):
    """A register cannot be loaded: its format is not known, it is damaged, or nothing of it can be read."""


class StoreError(CounterclaimError):
    """A case file cannot be opened, read or written; the message says what to do."""
