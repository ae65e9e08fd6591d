"""A parsed sentence as the claims stage looks at it: words, tree, phrases, and what kind of thing a word names."""

from collections.abc import Collection
from datetime import date
from functools import cached_property

from counterclaim.claims.closed_classes import (
    IMPERSONAL,
    IN_PLACES,
    INDEFINITE,
    KIND_OF_NAME,
    MEASURES,
    PERSONAL,
    TIMES,
    UNCERTAIN,
)
from counterclaim.claims.credits import set_apart
from counterclaim.claims.repairs import repaired
from counterclaim.claims.tallies import told_apart
from counterclaim.claims.times import TimeExpression, find_times
from counterclaim.lexicon.actors import armed_groups
from counterclaim.lexicon.tables import Lexicon
from counterclaim.records import Filler, Name, Parse, Predicate, Span

# Children that start something new and are no part of the phrase that fills a role.
_OUTSIDE = (
    "acl",
    "advcl",
    "appos",
    "parataxis",
    "conj",
    "cc",
    "punct",
    "dep",
    "list",
    "discourse",
    "mark",
    "case",
    "cop",
)
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})
_LEADING = frozenset({"the", "a", "an"})


class Clause:
    """One sentence. Word indices count from 0 throughout."""

    def __init__(self, text: str, parse: Parse, lexicon: Lexicon, published: date | None = None) -> None:
        self.words, self.spans = parse.sentence.read(text), parse.sentence.words
        self.lower = [w.lower().replace("’", "'") for w in self.words]
        self.parse = parse = told_apart(set_apart(parse, self.words), self.lower)
        self.text, self.lexicon, self.published = text, lexicon, published
        self.upos, (self.heads, self.deprels) = parse.upos, repaired(parse.upos, parse.heads, parse.deprels)
        self.bases, self._kinds = [r.partition(":")[0] for r in self.deprels], dict[int, frozenset[str]]()

    @cached_property
    def children(self) -> list[list[int]]:
        """The children of each word, in order."""
        found: list[list[int]] = [[] for _ in self.words]
        for child, head in enumerate(self.heads):
            if head >= 0:
                found[head].append(child)
        return found

    @cached_property
    def predicates(self) -> dict[int, Predicate]:
        """Predicates by their word."""
        return {p.word: p for p in self.parse.predicates}

    @cached_property
    def _name_at(self) -> dict[int, Name]:
        return {i: n for n in self.parse.names for i in range(n.first, n.end)}

    def name(self, word: int) -> Name | None:
        """The name that a word belongs to."""
        return self._name_at.get(word)

    def span_of(self, name: Name) -> Span:
        """The characters of a name."""
        return Span(self.spans[name.first].start, self.spans[name.end - 1].end)

    def is_named(self, word: int) -> bool:
        """Whether a word is part of a name, or a state's or bloc's name that was not seen as one."""
        return self.name(word) is not None or self.words[word] in self.lexicon.states

    def top(self, words: Collection[int]) -> int:
        """The word of a stretch that stands highest in the tree, the first of several."""
        return min(words, key=lambda w: (len(self.ancestors(w)), w))

    def phrasal(self, verb: int) -> str | None:
        """A verb's form with its particle ("carried out"), as the lexicon keys it; None without a particle."""
        particle = self.child(verb, "compound:prt")
        return None if particle is None else f"{self.lower[verb]} {self.lower[particle]}"

    def ancestors(self, word: int) -> list[int]:
        """The words above a word, nearest first."""
        found: list[int] = []
        while self.heads[word] >= 0 and len(found) < len(self.words):
            word = self.heads[word]
            found.append(word)
        return found

    def subtree(self, word: int) -> set[int]:
        """A word and everything below it."""
        found: set[int] = set()
        todo = [word]
        while todo:
            at = todo.pop()
            if at not in found:
                found.add(at)
                todo.extend(self.children[at])
        return found

    def child(self, word: int, *relations: str) -> int | None:
        """The first child with one of the given relations (subtypes count)."""
        for c in self.children[word]:
            if self.bases[c] in relations or self.deprels[c] in relations:
                return c
        return None

    def all_children(self, word: int, *relations: str) -> list[int]:
        """Every child with one of the given relations (subtypes count)."""
        return [c for c in self.children[word] if self.bases[c] in relations or self.deprels[c] in relations]

    def case(self, word: int) -> str:
        """The preposition of a phrase, lower case, several words joined ("according to"); empty without one."""
        parts = []
        for c in self.all_children(word, "case"):
            parts += [c, *self.all_children(c, "fixed")]
        return " ".join(self.lower[i] for i in sorted(parts) if self.lower[i] not in {"'s", "'"})

    def is_verbal(self, word: int) -> bool:
        """Whether a word is used as a verb: tagged so, or tagged a noun but with a subject or an object, as headlines
        have it ("Treasury Targets Traders")."""
        if self.upos[word] in VERBAL:
            return True
        return (
            self.upos[word] == "NOUN"
            and self.child(word, "nsubj", "obj") is not None
            and self.child(word, "cop") is None
        )

    def is_passive(self, verb: int) -> bool:
        """Whether a verb is passive: by its auxiliary or subject, or a bare past participle on a noun."""
        if self.child(verb, "nsubj:pass", "aux:pass") is not None:
            return True
        participle = self.parse.xpos[verb] == "VBN" and self.child(verb, "aux") is None
        return participle and self.deprels[verb] in {"acl", "amod", "advcl"}

    def subject(self, verb: int) -> int | None:
        """Who does what a verb says: its subject, or the one it shares with the verbs above it (control, raising,
        coordination), or the noun that it stands on as a participle."""
        for _ in range(5):
            own = self.child(verb, "nsubj", "nsubj:pass")
            if own is not None:
                return own
            if self.upos[verb] == "NOUN" and self.child(verb, "obj") is not None:
                return self.child(verb, "compound")  # a headline's verb that was taken for a noun
            head, relation = self.heads[verb], self.deprels[verb]
            if head < 0:
                return None
            if relation == "acl":
                if self.parse.xpos[verb] == "VBG":
                    return head
                return self._owner_of_plan(head) if self._is_infinitive(verb) else None
            if relation == "ccomp" and self._is_nonfinite(verb):
                verb = head  # "denies having transferred"
                continue
            if relation == "xcomp":
                controller = self.child(head, "obj", "iobj")
                if controller is not None:
                    return controller
            elif relation not in {"advcl", "conj"} or (relation == "advcl" and self._speaks_of(head, verb)):
                return None
            verb = head
        return None

    def _speaks_of(self, head: int, verb: int) -> bool:
        """Whether a bare participle hangs on a verb of saying: "he said a shell fell, killing two" does not make him
        kill."""
        if self.parse.xpos[verb] != "VBG" or self.child(verb, "mark") is not None:
            return False
        if self.lower[verb] in self.lexicon.harms:  # "the country faced attacks, killing dozens": not the country
            told = self.lexicon.triggers.get((self.lower[head], "verb"), ())
            return not any(entry.frame in {"attack", "coercion"} for entry in told)
        return (self.lower[head], "verb") in self.lexicon.cues

    def _is_infinitive(self, verb: int) -> bool:
        return any(self.lower[m] == "to" for m in self.all_children(verb, "mark"))

    def _is_nonfinite(self, verb: int) -> bool:
        perfect = any(self.lower[a] == "having" for a in self.all_children(verb, "aux"))
        return perfect or self.parse.xpos[verb] == "VBG" or self._is_infinitive(verb)

    def _owner_of_plan(self, noun: int) -> int | None:
        """Who is to do what an infinitive on a noun says: "its refusal to supply", "announced plans to send"."""
        whose = self.child(noun, "nmod:poss")
        if whose is not None:
            return self.possessor(whose) if self.upos[whose] == "PRON" else whose
        above = self.heads[noun]
        if above >= 0 and self.deprels[noun] == "obj" and self.is_verbal(above) and not self.is_passive(above):
            return self.subject(above)
        return None

    def antecedent(self, word: int) -> int:
        """The noun that a relative pronoun stands for; any other word stands for itself."""
        if self.lower[word] not in {"who", "whom", "which", "that"} or self.upos[word] not in {"PRON", "DET"}:
            return word
        for above in self.ancestors(word):
            if self.deprels[above] == "acl:relcl":
                # "nine men and a firm that makes …": of what is coordinated, the clause follows the last.
                return max(c for c in self.coordinated(self.heads[above]) if c < word or c == self.heads[above])
        return word

    def possessor(self, pronoun: int) -> int | None:
        """Whom "its" or "their" on an event noun stands for: the subject of the verb that the noun belongs to."""
        noun = self.heads[pronoun]
        for above in self.ancestors(noun):
            if self.is_verbal(above):
                subject = self.subject(above)
                judged = self.child(above, "obj")
                if judged is not None and judged < noun and self.case(noun) in {"for", "over"}:
                    subject = judged  # "condemned A for its attack": not the one who condemns
                inside = subject is None or subject == noun or noun in self.ancestors(subject)
                if inside or subject is None or self._may_be_another(pronoun, subject, above):
                    return None
                return self.antecedent(subject)
        return None

    def _may_be_another(self, pronoun: int, subject: int, verb: int) -> bool:
        """Whether "its" is hardly the subject's: that is several, or "after its …" follows somebody else."""
        several = self.lower[pronoun] != "their" and len(self.coordinated(subject)) > 1
        later = self.case(self.heads[pronoun]) in {"after", "following"}
        return several or (later and any("actor" in self.kinds(w) for w in range(verb + 1, pronoun)))

    def stands_for(self, word: int) -> bool:
        """Whether a word only stands for things named elsewhere: "two", "most", "others", "it"."""
        if self.name(word) is not None or self.thing(word) != word:
            return False
        return self.upos[word] in {"NUM", "PRON", "DET"} or self.lower[word] in INDEFINITE

    def is_time(self, word: int) -> bool:
        """Whether a phrase names a time: no such phrase takes part in an event."""
        return self.lower[word] in TIMES or word in self._time_words

    @cached_property
    def times(self) -> list[TimeExpression]:
        """The time expressions of the sentence, in order."""
        parse = self.parse
        return find_times(self.words, self.published, xpos=parse.xpos, upos=parse.upos, heads=parse.heads)

    @cached_property
    def _time_words(self) -> frozenset[int]:
        return frozenset(i for t in self.times for i in range(t.first, t.end))

    def coordinated(self, word: int) -> list[int]:
        """A word and those coordinated with it."""
        return [
            word,
            *(c for c in self.all_children(word, "conj") if self.lower[c] not in {"more", "so", "fewer", "less"}),
        ]

    def thing(self, word: int) -> int:
        """The word that says what is meant: past measure words ("dozens of drones" is drones)."""
        for _ in range(3):
            inner = next((c for c in self.all_children(word, "nmod") if self.case(c) == "of"), None)
            form = self.lower[word]
            counts = form in MEASURES | INDEFINITE or self.upos[word] == "NUM" or form.endswith(("load", "loads"))
            if inner is None or not counts:
                return word
            word = inner
        return word

    def kinds(self, word: int) -> frozenset[str]:
        """What kind of thing a word's phrase is: actor, materiel, money, place, person, measure; empty when unknown."""
        word = self.thing(word)
        known = self._kinds.get(word)
        if known is None:
            known = self._kinds[word] = self._kinds_of(word)
        return known

    def _kinds_of(self, word: int) -> frozenset[str]:
        name = self.name(word)
        if name is not None:
            if name.type in {"WEAPON", "VEHICLE"} and self.span_of(name).of(self.text) in armed_groups():
                return KIND_OF_NAME["ORG"]  # "M23" and "FDLR" look like designations
            if name.type in {"WEAPON", "VEHICLE"} and self.case(word) in IN_PLACES:
                return KIND_OF_NAME["GPE"]  # nobody fights "in" a weapon
            return KIND_OF_NAME.get(name.type, frozenset())
        if self.upos[word] in {"PRON", "DET"}:
            return self._pronoun(word)
        if self.stands_for(word):
            return UNCERTAIN
        compound = " ".join(self.lower[c] for c in [*self.all_children(word, "compound"), word])
        # What a compound is goes before what its last word is: a "suicide bomber" is no aircraft.
        found = {k for k, nouns in self.lexicon.kinds.items() if compound in nouns}
        found = found or {k for k, nouns in self.lexicon.kinds.items() if self.lower[word] in nouns}
        found = self._by_name_beside(word, found) | self._by_phrase(word)
        if self.upos[word] == "PROPN" and not found and self.words[word][:1].isupper():
            found.add("actor")
            if self.case(word) in IN_PLACES:
                found.add("place")  # a name that nobody knows, after "in" or "near"
        return frozenset(found)

    def _by_name_beside(self, word: int, found: set[str]) -> set[str]:
        """The kinds of a noun corrected by a name of equipment beside it: "Gripen fighters" are no persons."""
        named = [self.name(c) for c in self.all_children(word, "compound", "flat", "appos", "nmod:desc")]
        if not any(name is not None and name.type in {"WEAPON", "VEHICLE"} for name in named):
            return found
        if found & {"actor", "place"}:
            return {"materiel"} if "person" in found else found
        return found | {"materiel"}

    def _by_phrase(self, word: int) -> set[str]:
        """The kinds that a noun takes from what it is of: of "arms exports" the goods move, "a list of sanctioned
        traders" is a measure."""
        found: set[str] = set()
        if (self.lower[word], "noun") in self.lexicon.triggers:
            goods = self.all_children(word, "compound")
            goods += [c for c in self.all_children(word, "nmod") if self.case(c) == "of"]
            if any("materiel" in self._word_kinds(c) for c in goods):
                found.add("materiel")
        if self.lower[word] in {"list", "lists", "register"}:
            if any(self.lower[i].startswith("sanction") for i in self.subtree(word)):
                found.add("measure")
        return found

    def _word_kinds(self, word: int) -> set[str]:
        name = self.name(word)
        if name is not None:
            return set(KIND_OF_NAME.get(name.type, ()))
        return {k for k, nouns in self.lexicon.kinds.items() if self.lower[word] in nouns}

    def _pronoun(self, word: int) -> frozenset[str]:
        form, kinds = self.lower[word], set()
        if form in PERSONAL:
            kinds |= {"actor", "person"}
        if form in IMPERSONAL:
            kinds |= {"actor", "materiel", "measure"}  # uncertain, so never enough for a noun: see events
        return frozenset(kinds)

    def phrase(self, word: int) -> Span:
        """The span of the phrase around a head, cut at relative clauses, appositions and commas."""
        name = self.name(word)
        kept = set(range(name.first, name.end)) if name else {word}
        for c in self.children[word]:
            if self._belongs(word, c) or (self.deprels[c] == "appos" and c == max(kept) + 1):
                kept |= set(self._inner(c))
        first = last = word
        while first - 1 in kept or (first - 1 > 0 and self._hyphen(first - 1) and first - 2 in kept):
            first -= 1
        while last + 1 in kept or (last + 2 < len(self.words) and self._hyphen(last + 1) and last + 2 in kept):
            last += 1
        while first < last and (
            self.lower[first] in _LEADING | {"least", "most"} or self.upos[first] in {"PUNCT", "ADP"}
        ):
            first += 1
        return Span(self.spans[first].start, self.spans[last].end)

    def _belongs(self, head: int, child: int) -> bool:
        relation = self.deprels[child]
        if self.bases[child] in _OUTSIDE or relation.startswith(
            ("nsubj", "aux", "obl", "obj", "xcomp", "ccomp", "csubj")
        ):
            return False
        if relation.startswith("nmod") and child > head:
            return self.case(child) == "of" or not self.all_children(child, "case")
        return not (relation == "advmod" and child < head and self.lower[child] in {"also", "only", "not"})

    def _inner(self, word: int) -> set[int]:
        found = {word} | set(self.all_children(word, "case", "fixed"))
        for c in self.children[word]:
            if c in found or self.bases[c] in {"acl", "advcl", "appos", "parataxis"}:
                continue
            found |= self._inner(c)
        return found

    def _hyphen(self, word: int) -> bool:
        return self.words[word] in {"-", "–", "‑"}

    def filler(self, word: int) -> Filler:
        """The phrase around a head as a role filler."""
        span = self.phrase(word)
        named = self.child(word, "appos")
        if named is not None and self.name(word) is None and self.name(named) is not None and named > word:
            # "Iran's main ally, Russia," is shown with the name that says who is meant.
            after = self.phrase(named)
            if after.start - span.end <= 3:  # (a comma or an opening bracket and a space)
                span = Span(span.start, after.end)
        return Filler(span.of(self.text), span)

    def word_filler(self, word: int) -> Filler:
        """One word, with its particle if that follows at once, as a filler."""
        particle = self.child(word, "compound:prt")
        last = particle if particle == word + 1 else word
        span = Span(self.spans[word].start, self.spans[last].end)
        return Filler(span.of(self.text), span)

    def extent(self, words: set[int]) -> Filler:
        """The stretch from the first to the last of some words, marks at its edges left out."""
        ordered = sorted(words)
        while len(ordered) > 1 and self.upos[ordered[0]] == "PUNCT":
            ordered.pop(0)
        while len(ordered) > 1 and self.upos[ordered[-1]] == "PUNCT":
            ordered.pop()
        span = Span(self.spans[ordered[0]].start, self.spans[ordered[-1]].end)
        return Filler(span.of(self.text), span)
