"""What the store needs of a database beyond common SQL. One class a database; the rest of the store knows neither."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Engine, Select

from counterclaim.store.words import Term

Words = tuple[int, Sequence[str]]  # the number of a text, and its words in their order


class Backend(ABC):
    """One case in one database. ``name`` is how messages call it, without passwords."""

    name: str
    engine: Engine

    @abstractmethod
    def exists(self) -> bool:
        """Whether there is something at this place, case or not. Raises StoreError where none can tell."""

    @abstractmethod
    def is_case(self, connection: Connection) -> bool:
        """Whether the place holds a case. Raises StoreError where it holds something else."""

    @abstractmethod
    def prepare(self) -> None:
        """Make the place ready for a new case's tables. Raises StoreError."""

    @abstractmethod
    def mark(self, connection: Connection) -> None:
        """Mark the place as a case, in the transaction that makes its tables."""

    @abstractmethod
    def make_word_table(self, connection: Connection, table: str) -> None:
        """Make a table of the words of numbered texts."""

    @abstractmethod
    def add_words(self, connection: Connection, table: str, texts: Iterable[Words]) -> None:
        """Enter the words of texts."""

    @abstractmethod
    def matching(self, table: str, terms: Sequence[Term]) -> Select[tuple[int]]:
        """The numbers of the texts that hold all terms."""

    @abstractmethod
    def lock(self, connection: Connection, patience: float) -> None:
        """Take the right to write, which one at a time has; wait ``patience`` seconds for it. Raises StoreError."""

    @abstractmethod
    def unlock(self, connection: Connection) -> None:
        """Give the right to write back."""

    @abstractmethod
    def size(self, connection: Connection) -> int:
        """Bytes that the case takes."""

    def close(self) -> None:
        """Close the connections."""
        self.engine.dispose()
