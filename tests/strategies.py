"""What the property tests feed the text stages with."""

from hypothesis import strategies as st

# Control characters, lone surrogates and unassigned code points included: nothing that a file can hold is too odd.
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()))
# What a report is made of, glued and spaced at random, so that the rules for marks, clitics and lines meet.
_SCRAPS = (
    *("The", "minister", "Orava", "Oravasaid", "it's", "don't", "F-16's", "U.S.", "Mr.", "no.", "5", "3.5", "$40m"),
    *(" ", " ", "  ", "\n", "\n\n", "\r\n", "\t", "\u2028", "\x0c", "\x00", "\u00a0", "\u200d", "\ud800"),
    *(
        ".",
        ".",
        "!",
        "?",
        "…",
        "...",
        ",",
        ":",
        ";",
        "-",
        "—",
        "/",
        "(",
        ")",
        '"',
        "“",
        "”",
        "'",
        "’",
        "[",
        "]",
        "@",
        "#",
    ),
    *(
        "Date: 2024-05-01 ",
        "Read more:",
        "(Photo: A)",
        "www.",
        "http://",
        "🚢",
        "👨‍👩‍👧",
        "e\u0301",
        "שלום",
        "أوسلو",
        "\u202e",
    ),
)
REPORT_LIKE = st.lists(st.sampled_from(_SCRAPS), max_size=60).map("".join)
