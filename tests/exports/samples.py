"""Claims and ledgers made by hand for the tests of the views, and pages read back."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from counterclaim.records import Attribution, Claim, Document, Factuality, Filler, Ledger, Section, Span, Stance, digest

VOID = {"meta", "br", "hr", "input", "link"}


def document_of(text: str, path: str = "report.txt", title: str | None = None) -> Document:
    return Document(path, text, digest(text), title=title)


def filler(text: str, span: tuple[int, int], entity: str | None = None) -> Filler:
    return Filler(text[slice(*span)], Span(*span), entity)


def claim_at(
    document: Document,
    trigger: tuple[int, int],
    evidence: tuple[int, int],
    *,
    frame: str = "transfer",
    rule: str = "transfer/sell.01",
    factuality: Factuality = Factuality.CERTAIN,
    section: Section = Section.BODY,
    source: tuple[int, int] | None = None,
    entity: str | None = None,
) -> Claim:
    """A claim with its trigger and evidence at given characters."""
    text = document.text
    said = () if source is None else (Attribution(filler(text, source), filler(text, source), Stance.ASSERT),)
    return Claim(
        document.id,
        frame,
        "sale",
        {"item": (filler(text, evidence, entity),)},
        said,
        factuality,
        None,
        None,
        filler(text, trigger),
        filler(text, evidence),
        rule,
        section,
    )


def ledger_of(document: Document, *claims: Claim) -> Ledger:
    return Ledger((document,), (), claims)


@dataclass(slots=True)
class Element:
    """An element with its attributes and all the text inside."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    above: "list[Element]" = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    def is_in(self, name: str) -> bool:
        """Whether it stands inside an element of a class."""
        return any(name in element.classes for element in self.above)


class Page(HTMLParser):
    """A page as a browser's parser takes it apart; what is not closed in order fails."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names)
        element = Element(tag, {name: value or "" for name, value in attrs}, above=list(self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, name: str) -> list[Element]:
        """The elements of a class."""
        return [element for element in self.elements if name in element.classes]

    def tags(self, name: str) -> list[Element]:
        """The elements of a kind."""
        return [element for element in self.elements if element.tag == name]

    def one(self, name: str) -> Element:
        """The one element of a class."""
        [element] = self.all(name)
        return element
