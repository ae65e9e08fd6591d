"""What the stages exchange: frozen values, enums, span algebra, content ids. No input or output."""

from counterclaim.records.claims import (
    EXTRACTOR,
    Attribution,
    Bound,
    Claim,
    Entity,
    Factuality,
    Filler,
    Ledger,
    Quantity,
    Refusal,
    Stance,
    Time,
)
from counterclaim.records.documents import Document, digest
from counterclaim.records.language import (
    Argument,
    Mention,
    Name,
    NamedSentence,
    Parse,
    Predicate,
    Section,
    Sentence,
)
from counterclaim.records.spans import Span, hull

__all__ = [
    "EXTRACTOR",
    "Argument",
    "Attribution",
    "Bound",
    "Claim",
    "Document",
    "Entity",
    "Factuality",
    "Filler",
    "Ledger",
    "Mention",
    "Name",
    "NamedSentence",
    "Parse",
    "Predicate",
    "Quantity",
    "Refusal",
    "Section",
    "Sentence",
    "Span",
    "Stance",
    "Time",
    "digest",
    "hull",
]
