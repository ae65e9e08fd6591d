"""What the names of all documents stand for: acronyms, family names and namesakes across documents."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.entities.contexts import Contexts
from counterclaim.entities.keys import BODY, PERSON
from counterclaim.entities.known import LEXICON, known
from counterclaim.entities.namesakes import told_apart
from counterclaim.entities.persons import Person
from counterclaim.entities.spelling import alike, word_key
from counterclaim.entities.surroundings import NOTHING, Evidence
from counterclaim.entities.union import Union
from counterclaim.entities.values import Open, PageNames, Reason, Use
from counterclaim.entities.variants import Names, join_variants

_LEAST_ACRONYM = 3  # letters; a shorter one needs a document on the same matter
_MOST_BEARERS = 60  # people of one family name, among whom a bare name is looked for
MOST_CANDIDATES = 8  # that an open name lists


@dataclass(slots=True)
class Settled:
    """The names of a collection, settled: by document its uses, with final keys, and its open names.

    ``finals`` gives the final keys of a page's key in a document; ``evidence`` is what is known of persons by
    final key, ``lost`` are spellings that are possessives without their apostrophes,
    ``added`` are uses that claims' fillers add.
    """

    finals: Callable[[str, str], tuple[str, ...]]
    uses: dict[str, list[Use]] = field(default_factory=dict)
    open: dict[str, list[Open]] = field(default_factory=dict)
    names: Names = field(default_factory=Names)
    reasons: list[Reason] = field(default_factory=list)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    lost: frozenset[str] = frozenset()
    added: dict[str, list[Use]] = field(default_factory=dict)


def settle(pages: Sequence[PageNames]) -> Settled:
    """Settle the names of all pages."""
    return _Collection(pages).settle()


class _Collection:
    def __init__(self, pages: Sequence[PageNames]) -> None:
        self._pages = pages
        self._union = Union()
        self._open: dict[str, list[Open]] = {}
        self._uses: dict[str, list[Use]] = {}
        self._reasons: list[Reason] = [r for page in pages for r in page.reasons]
        self._lost: set[str] = set()
        self._sides: dict[str, dict[str, str | None]] = {}

    def settle(self) -> Settled:
        names = Names()
        for page in self._pages:
            self._uses.setdefault(page.document, []).extend(page.uses)
            self._open.setdefault(page.document, []).extend(page.open)
            for use in (*page.uses, *page.short):
                names.add(use.key, use.shown, use.type)
        for page in self._pages:
            for key, reason in page.joined:
                self._union.join(key, reason.key, (reason.one, reason.other), reason.text)
        self._lost_apostrophes(names)
        join_variants(names, self._union)
        self._legal_forms(names)
        roots = {key: self._union.root(key) for key in names}
        contexts = Contexts(self._pages, roots)
        self._acronyms(contexts)
        self._family_names(names, contexts)
        evidence = self._namesakes()
        return self._settled(evidence)

    def _lost_apostrophes(self, names: Names) -> None:
        """Names in -s that only documents without apostrophes have, and that are there without the -s too."""
        lost = {u.key for p in self._pages if p.lost for u in p.uses if u.key[-1:] == "s"}
        lost -= {u.key for p in self._pages if not p.lost for u in p.uses}
        for key in sorted(lost):
            if names.count(key[:-1]) and not key.startswith(LEXICON) and known(names.shown(key), "ORG") is None:
                self._lost |= set(names.written(key))
                written = names.shown(key[:-1]), names.shown(key)
                self._union.join(key[:-1], key, written, "a possessive whose apostrophe is lost")

    def _legal_forms(self, names: Names) -> None:
        """A name without a legal form is the firm's that has one; where two firms differ in it, it is left open."""
        firms: dict[str, set[str]] = {}
        for key in names:
            base, mark, _ = key.partition("|")
            if mark:
                firms.setdefault(base, set()).add(key)
        open_bases = {base: keys for base, keys in firms.items() if len(keys) > 1}
        for base, keys in firms.items():
            if len(keys) == 1 and names.count(base):
                [whole] = keys
                self._union.join(
                    base, whole, (names.shown(base), names.shown(whole)), "one name but for its legal form"
                )
        if open_bases:
            self._leave_open(open_bases, "two firms differ in the legal form only")

    def _leave_open(self, meant: dict[str, set[str]], reason: str) -> None:
        for document, uses in self._uses.items():
            left = [u for u in uses if u.key in meant]
            if left:
                self._uses[document] = [u for u in uses if u.key not in meant]
                self._open[document] += [Open(u.span, u.shown, tuple(sorted(meant[u.key])), reason) for u in left]

    def _acronyms(self, contexts: Contexts) -> None:
        """Acronyms that a document uses without introducing them, where others of the collection do."""
        meant: dict[str, set[str]] = {}
        where: dict[tuple[str, str], set[str]] = {}
        for page in self._pages:
            for short, keys in page.introduced.items():
                roots = {self._union.root(k) for k in keys}
                meant.setdefault(short, set()).update(roots)
                for root in roots:
                    where.setdefault((short, root), set()).add(page.document)
        spelled_out = {u.key for p in self._pages for u in p.uses if u.key.startswith("outlet:")}
        for page in self._pages:
            for use in page.short:
                roots = {r for r in meant.get(use.shown, ()) if not r.endswith("@" + page.document) and "@" not in r}
                if use.key in spelled_out and roots:
                    roots.add(use.key)
                if len(roots) > 1:
                    reason = "acronym of several names of the collection"
                    self._open[page.document].append(Open(use.span, use.shown, tuple(sorted(roots)), reason))
                    continue
                for root in roots:
                    if not self._is_meant(use, page.document, where[use.shown, root], contexts):
                        continue
                    self._reasons.append(Reason(root, use.shown, "", "acronym that other documents introduce"))
                    use = replace(use, key=root)
                self._uses[page.document].append(use)

    @staticmethod
    def _is_meant(use: Use, document: str, introducing: Iterable[str], contexts: Contexts) -> bool:
        if len(use.shown) >= _LEAST_ACRONYM:
            return True
        own = contexts.named(document)
        return any(contexts.is_shared(own, contexts.named(other)) for other in sorted(introducing)[:MOST_CANDIDATES])

    def _family_names(self, names: Names, contexts: Contexts) -> None:
        """Family names of people whom their document does not name in full."""
        families: dict[str, dict[str, Person]] = {}
        for key in names:
            found = names.person(key)
            if found is not None:
                families.setdefault(word_key(found.family), {})[self._union.root(key)] = found
        left: dict[str, dict[str, list[Use]]] = {}
        near: dict[str, set[str]] = {}
        for page in self._pages:
            for use in page.bare:
                if use.key not in near:
                    family = use.key.removeprefix(PERSON)
                    bearers = families.get(word_key(family), {}).items()
                    near[use.key] = {k for k, p in bearers if alike(family, p.family)}
                if not self._link_family(use, page.document, near[use.key], contexts):
                    left.setdefault(use.key, {}).setdefault(page.document, []).append(use)
        for key, documents in left.items():
            for group in contexts.groups(list(documents)):
                own = f"{key}@{group[0]}"
                for document in group:
                    self._uses[document] += [replace(u, key=own) for u in documents[document]]

    def _link_family(self, use: Use, document: str, near: set[str], contexts: Contexts) -> bool:
        if len(near) > _MOST_BEARERS:
            return False  # a name that everybody bears
        own = contexts.named(document)
        fitting = sorted(k for k in near if contexts.is_shared(own, contexts.around(k)))
        if not fitting:
            return False
        if len(near) > 1:
            reason = "family name of several people of the collection"
            candidates = tuple([*fitting, *sorted(near - set(fitting))][:MOST_CANDIDATES])
            self._open[document].append(Open(use.span, use.shown, candidates, reason))
        else:
            self._uses[document].append(replace(use, key=fitting[0]))
            reason = "family name of the only one who bears it in documents on the same matter"
            self._reasons.append(Reason(fitting[0], use.shown, "", reason))
        return True

    def _namesakes(self) -> dict[str, Evidence]:
        """Tell apart people of one name; gives what is known of each of the others."""
        beside: dict[str, dict[str, Evidence]] = {}
        for page in self._pages:
            for use in self._uses[page.document]:
                if use.key.startswith(PERSON) and "@" not in use.key:
                    documents = beside.setdefault(self._union.root(use.key), {})
                    documents.setdefault(page.document, NOTHING)
            for key, found in page.evidence.items():
                root = self._union.root(key)
                if page.document in beside.get(root, ()):
                    beside[root][page.document] = beside[root][page.document].with_(found)
        whole: dict[str, Evidence] = {}
        for root, documents in beside.items():
            sides = told_apart(documents)
            if sides is not None:
                self._sides[root] = sides
            for document, found in documents.items():
                key = root if sides is None else f"{root}|{sides[document]}"
                whole[key] = whole.get(key, NOTHING).with_(found)
        return whole

    def _finals(self, key: str, document: str) -> tuple[str, ...]:
        """The final keys of what a key stands for in a document: several where a namesake cannot be told."""
        root = self._union.root(key)
        sides = self._sides.get(root)
        if sides is None:
            return (root,)
        side = sides.get(document)
        return (f"{root}|{side}",) if side else tuple(sorted({f"{root}|{s}" for s in sides.values() if s}))

    def _settled(self, evidence: dict[str, Evidence]) -> Settled:
        found = Settled(self._finals, evidence=evidence, lost=frozenset(self._lost))
        for document, uses in self._uses.items():
            opened = found.open.setdefault(document, [])
            kept = found.uses.setdefault(document, [])
            seen = set()
            for use in sorted(uses, key=lambda u: u.span):
                finals = self._finals(use.key, document)
                if use.span in seen:
                    continue
                seen.add(use.span)
                if len(finals) > 1:
                    reason = "name of several people, and nothing here tells which"
                    opened.append(Open(use.span, use.shown, finals, reason))
                    continue
                kept.append(replace(use, key=finals[0]))
                found.names.add(finals[0], use.shown, use.type)
            for left in self._open[document]:
                finals = tuple(dict.fromkeys(f for c in left.candidates for f in self._finals(c, document)))
                if len(finals) > 1:
                    opened.append(replace(left, candidates=finals))
                elif left.span not in seen:  # what seemed several turned out to be one
                    kept.append(Use(left.span, left.text, _type_of(finals[0]), finals[0]))
                    found.names.add(finals[0], left.text, _type_of(finals[0]))
            kept.sort(key=lambda u: u.span)
            opened.sort(key=lambda o: o.span)
        reasons = (replace(r, key=self._union.root(r.key)) for r in (*self._reasons, *self._union.reasons))
        found.reasons = list(dict.fromkeys(reasons))
        return found


def _type_of(key: str) -> str:
    return "PER" if key.startswith(PERSON) else "ORG" if key.startswith((BODY, "group:", "office:")) else "WEAPON"
