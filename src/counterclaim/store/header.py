"""The head of an SQLite file that is a case, to be known without opening it as a database."""

MARK = 0x43434C4D  # "CCLM" as the file's application id says that it is a case
CASE_HEADER = 100  # bytes
CASE_PARTS = ("-wal", "-shm", "-writer", "-journal")  # what the names of the files beside it end in
_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID = slice(68, 72)  # https://www.sqlite.org/fileformat2.html, section 1.3


def is_case_header(head: bytes) -> bool:
    """Whether these are the first bytes of a case."""
    return head.startswith(_MAGIC) and head[_APPLICATION_ID] == MARK.to_bytes(4, "big")
