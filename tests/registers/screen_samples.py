"""A small register of people, bodies and ships that do not exist, for the tests of screening."""

from collections.abc import Sequence

from counterclaim.records import EntryKind, NameQuality, Register, RegisterEntry, RegisterName, RegisterVersion

Row = tuple[str, EntryKind, str, str]  # id, kind, names separated by ";" (a weak one in brackets), facts

PERSON, BODY, SHIP = EntryKind.PERSON, EntryKind.ORGANISATION, EntryKind.SHIP
ROWS: tuple[Row, ...] = (
    ("P1", PERSON, "Gholamreza Tabarestani; Gholam Reza Tabaristani; (The Engineer)", "IR 1961-03-04"),
    ("P2", PERSON, "PETRUSHENKOV, Valeriy Anatolyevich; Валерий Анатольевич Петрушенков", "RU 1970"),
    ("P3", PERSON, "Mohammed Ali Hassan", "SY"),
    ("P4", PERSON, "Mohammed Ali Hussein", "IQ"),
    ("P5", PERSON, "Abdulrahman Qasim al-Zubaydi", "IQ 1955"),
    ("P6", PERSON, "Ruslan Kozyrbashev", "KZ"),
    *(
        (f"I{i}", PERSON, f"Ivanov, {given}", "RU")
        for i, given in enumerate("Oleg Boris Gleb Pavel Denis Roman".split())
    ),
    *(
        (f"J{i}", PERSON, f"Ivanov, {given}", "BY")
        for i, given in enumerate("Artem Viktor Anton Mark Lev Ilya".split())
    ),
    *((f"K{i}", PERSON, f"Ivanov, {given}", "BY") for i, given in enumerate("Yegor Timur Kirill Maksim".split())),
    ("B1", BODY, "Tabarestan Advanced Rotor Industries; TARI", "IR"),
    ("B2", BODY, "Northern Delta Bank; Bank Severnaya Delta", "RU"),
    ("B3", BODY, "Northern Delta Bank (Switzerland) AG", "CH"),
    ("B4", BODY, "65th Assault Brigade of Lower Ruritania", "RU"),
    ("B5", BODY, "Zamindawarco", "AF"),
    ("S1", SHIP, "OCEAN MARIGOLD", "PA 2004"),
    ("S2", SHIP, "MARIGOLD", "LR"),
    ("X1", BODY, "---", ""),
)


def register(rows: Sequence[Row] = ROWS, name: str = "sample") -> Register:
    """A register of such rows."""
    version = RegisterVersion(name, "The Publisher", "none", "ab" * 32, len(rows), "2025-01-31")
    return Register(version, tuple(_entry(row, name) for row in rows))


def _entry(row: Row, name: str) -> RegisterEntry:
    key, kind, names, facts = row
    words = facts.split()
    return RegisterEntry(
        name,
        key,
        kind,
        tuple(_name(text.strip()) for text in names.split(";")),
        listed="2024-02-03",
        countries=tuple(word for word in words if word.isalpha()),
        born=tuple(word for word in words if word[0].isdigit()),
    )


def _name(text: str) -> RegisterName:
    weak = text.startswith("(") and text.endswith(")")
    return RegisterName(text.strip("()") if weak else text, NameQuality.WEAK if weak else NameQuality.PRIMARY)
