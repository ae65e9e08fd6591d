"""Documents for the tests of stories: a headline, sentences, names in brackets with their types, a date."""

import re

from counterclaim.records import Document, Mention, NamedSentence, Section, Span, digest

Named = tuple[Document, tuple[NamedSentence, ...]]


def report(title: str, *lines: str, published: str | None = None) -> Named:
    """A report with its sentences read; an empty title leaves the headline out."""
    raw, sentences = "", []
    for section, line in [(Section.TITLE, title)] * bool(title) + [(Section.BODY, line) for line in lines]:
        start, mentions = len(raw), []
        for kind, name, plain in re.findall(r"\[([A-Z]+) ([^\]]*)\]|([^\[]+)", line):
            if kind:
                mentions.append(Mention(kind, Span(len(raw), len(raw) + len(name)), name, False))
            raw += name or plain
        sentences.append(NamedSentence(Span(start, len(raw)), section, tuple(mentions)))
        raw += "\n"
    return Document("report.txt", raw, digest(raw), title=title or None, published=published), tuple(sentences)


# Three reports of a ship that was stopped, two of a plant that burnt, one of neither; all of one country and one month.
SHIP = (
    report(
        "Freighter Halvard Star held in Sandvig over hidden howitzers",
        "Customs officers in [GPE Sandvig] stopped the freighter [VEHICLE Halvard Star] on Monday and found howitzers.",
        "The captain, [PER Teodor Malk], said he had loaded tractors in [GPE Orrenport].",
        published="2024-03-04",
    ),
    report(
        "Howitzers found aboard Halvard Star",
        "Forty howitzers lay under tractors in the hold of the [VEHICLE Halvard Star], customs in [GPE Sandvig] say.",
        "[PER Malk], the captain, has been questioned.",
        published="2024-03-05",
    ),
    report(
        "Captain of seized freighter charged",
        "Prosecutors charged [PER Teodor Malk], captain of the [VEHICLE Halvard Star], for howitzers.",
        published="2024-03-07",
    ),
)
PLANT = (
    report(
        "Blaze destroys Brannock propellant plant",
        "Fire tore through the propellant plant of [ORG Brannock Works] in [GPE Ulverton], killing three workers.",
        "[PER Ines Karrow], who runs the plant, blamed a faulty dryer.",
        published="2024-03-05",
    ),
    report(
        "Three dead in Ulverton propellant fire",
        "Three died when a dryer caught fire at [ORG Brannock Works] in [GPE Ulverton], said [PER Ines Karrow].",
        published="2024-03-06",
    ),
)
OTHER = report(
    "Parliament debates pilots' pay",
    "Members of parliament quarrelled over the pay of air force pilots for six hours on Tuesday.",
    published="2024-03-05",
)
ALL = (*SHIP, *PLANT, OTHER)


def ids(*named: Named) -> tuple[str, ...]:
    return tuple(document.id for document, _ in named)
