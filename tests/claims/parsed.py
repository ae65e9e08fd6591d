"""Texts to sentences, attributions and claims through one model; trees made by hand; for the tests of the claims."""

from collections.abc import Mapping
from functools import cache

from counterclaim.claims.attribution import Scoped, carried_over, find_attributions
from counterclaim.claims.clause import Clause
from counterclaim.ingest.files import from_text
from counterclaim.language.model import Model
from counterclaim.language.reader import Reader
from counterclaim.lexicon.tables import lexicon
from counterclaim.pipeline import Pipeline
from counterclaim.records import Argument, Claim, Name, Parse, Predicate, Sentence, Span
from counterclaim.text.sentences import sentences
from counterclaim.text.words import words


@cache
def _reader() -> Reader:
    return Reader(Model(threads=1))


def clauses_of(text: str) -> list[Clause]:
    return [Clause(text, parse, lexicon()) for parse in _reader().parse(text, sentences(text))]


def attributed(text: str, *, loose: bool = False) -> list[tuple[Clause, list[Scoped]]]:
    clauses = clauses_of(text)
    found = carried_over(clauses, [find_attributions(c, loose=loose) for c in clauses])
    return list(zip(clauses, found, strict=True))


def sources_at(text: str, word: str) -> list[str | None]:
    """The sources of the attributions that cover a word's first occurrence, outermost first."""
    for clause, found in attributed(text):
        if word in clause.words:
            at = clause.words.index(word)
            return [s.attribution.source.text if s.attribution.source else None for s in found if at in s.content]
    raise AssertionError(f"no word {word!r}")


@cache
def _pipeline() -> Pipeline:
    return Pipeline(_reader())


@cache
def claims_of(text: str) -> tuple[Claim, ...]:
    """The claims of a report, in the order of its text."""
    return _pipeline().read_document(from_text(text)).claims


def claim_at(text: str, trigger: str, frame: str | None = None) -> Claim:
    """The last claim that is shown at a word."""
    found = [c for c in claims_of(text) if c.trigger.text == trigger and frame in {None, c.frame}]
    assert found, f"no claim at {trigger!r} among {[(c.frame, c.trigger.text) for c in claims_of(text)]}"
    return found[-1]


def fillers(claim: Claim) -> dict[str, list[str]]:
    """The texts in a claim's roles."""
    return {role: [f.text for f in found] for role, found in claim.roles.items()}


def untied(text: str) -> Clause:
    """A sentence whose words hang on the first one, for what reads no tree."""
    spans = tuple(words(text))
    size = len(spans)
    sentence = Sentence(Span(0, len(text)), spans)
    heads, deprels = (-1, *[0] * (size - 1))[:size], ("root", *["dep"] * (size - 1))[:size]
    return Clause(text, Parse(sentence, ("X",) * size, ("X",) * size, heads, deprels, (), ()), lexicon())


def tree(
    rows: str,
    names: Mapping[str, str] | None = None,
    arguments: Mapping[str, Mapping[str, str]] | None = None,
) -> Clause:
    """A sentence with its tree made by hand: "word/UPOS/head/relation" a word, heads given as words, "-" for the root.

    ``names`` gives words their name's type; ``arguments`` a predicate its arguments, role to word. No word may stand
    twice, except where nothing hangs on it.
    """
    parts = [row.split("/") for row in rows.split()]
    forms = [p[0] for p in parts]
    text = " ".join(forms)
    ends = [sum(len(f) + 1 for f in forms[: i + 1]) - 1 for i in range(len(forms))]
    spans = tuple(Span(end - len(form), end) for form, end in zip(forms, ends, strict=True))
    predicates = [
        Predicate(forms.index(word), tuple(Argument(role, forms.index(filler)) for role, filler in found.items()))
        for word, found in (arguments or {}).items()
    ]
    upos = tuple(p[1] for p in parts)
    parse = Parse(
        Sentence(Span(0, len(text)), spans),
        upos,
        tuple("VBN" if p[3] in {"acl", "amod"} and p[1] == "VERB" else p[1] for p in parts),
        tuple(-1 if p[2] == "-" else forms.index(p[2]) for p in parts),
        tuple(p[3] for p in parts),
        tuple(predicates),
        tuple(Name(kind, forms.index(word), forms.index(word) + 1) for word, kind in (names or {}).items()),
    )
    return Clause(text, parse, lexicon())
