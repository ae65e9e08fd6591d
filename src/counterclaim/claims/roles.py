"""Who and what takes part in an event: role fillers from PropBank arguments first, then from the tree, then shared with
the words above the trigger."""

from counterclaim.claims.agents import accused, can_act, told_by
from counterclaim.claims.barred import is_barred, is_where, untwine
from counterclaim.claims.clause import NOMINAL, VERBAL, Clause
from counterclaim.claims.event import Event
from counterclaim.claims.questions import is_unknown
from counterclaim.lexicon.tables import FrameTable
from counterclaim.records import Section

_NUMBERED = ("ARG0", "ARG1", "ARG2", "ARG3", "ARG4")
_NO_FILLER = frozenset({"VERB", "AUX", "ADV", "PUNCT", "ADP", "SCONJ", "CCONJ", "PART"})
_SHARED_ABOVE = frozenset({"obj", "xcomp", "obl", "nsubj", "nsubj:pass", "advcl", "conj", "nmod"})


class Roles:
    """Fills the roles of one event; a role that is filled stays so, hence the order of the steps."""

    def __init__(self, clause: Clause, event: Event, table: FrameTable, *, known: bool = False) -> None:
        """``known`` says whether the document has told of the frame before."""
        self.clause, self.event, self.table, self.known = clause, event, table, known
        self.word, self.entry = event.trigger, event.entry
        self.nominal = clause.upos[event.trigger] in NOMINAL and not clause.is_verbal(event.trigger)
        self.agent = event.entry.roles.get("ARG0")
        self._deferred: list[tuple[str, int]] = []

    def fill(self) -> None:
        """Run all the steps."""
        if self.entry.agent and self.agent is not None:
            self.event.roles[self.agent] = [self._bearer()]
        self._from_control()
        self._from_arguments()
        if self.nominal:
            phrases = self.clause.all_children(self.word, "nmod", "obl")
            self._from_phrases(phrases)
            inner = [c for p in phrases for c in self.clause.all_children(p, "nmod")]
            self._from_phrases([c for c in inner if self.clause.case(c) not in {"of", "in", "by"}])
            self._from_participles()
            self._from_modifiers()
        else:
            self._from_clause()
        self._from_above()
        self._makers_adjective()
        for role, word in self._deferred:
            self._put(role, word, last=True)
        self._one_role_each()

    def _one_role_each(self) -> None:
        """Nobody does something to himself here: who fills another role, too, is not the agent."""
        roles = self.event.roles
        untwine(self.clause, roles, self.agent)
        if self.agent in roles and not self.entry.agent:
            others = {f for role, fillers in roles.items() if role != self.agent for f in fillers}
            kept = [f for f in roles[self.agent] if f not in others]
            if kept:
                roles[self.agent] = kept
            else:
                del roles[self.agent]

    def certain(self, role: str) -> list[int]:
        """The fillers of a role that are known to be of the right kind.

        What only stands for something ("two", "most", "it") is trusted to be goods where the document has told of them.
        """
        wants = self.table.wants[role]
        found = [f for f in self.event.roles.get(role, ()) if "any" in wants or self._is_of(f, wants)]
        # What acts without being somebody must be known: "it destroyed" is no weapon.
        acts = role == self.agent and "actor" not in wants
        return [f for f in found if not (acts and self.clause.stands_for(f))]

    def _is_of(self, word: int, wants: frozenset[str]) -> bool:
        if self.clause.stands_for(word) and "actor" not in wants:
            empty = self.clause.lower[word] == "it" and self.clause.child(self.word, "xcomp") is not None
            return self.known and not empty  # "made it easier": nothing is made
        return bool(self.clause.kinds(word) & wants)

    def likely(self, role: str) -> list[int]:
        """The fillers of a role that are of the right kind or, in a role that the entry leaves loose, core arguments of
        a kind that nobody knows."""
        certain = self.certain(role)
        if certain or not self.known or role not in self.entry.loose or self._is_headline():
            return certain
        predicate = self.clause.predicates.get(self.word)
        core = {a.word for a in predicate.args if a.role in _NUMBERED} if predicate is not None else set()
        return [
            f for f in self.event.roles.get(role, ()) if f in core and not self.clause.kinds(f) and self._is_thing(f)
        ]

    def _is_thing(self, word: int) -> bool:
        """Whether a noun of unknown kind can be goods: it names no event and nothing immaterial."""
        form, lexicon = self.clause.lower[self.clause.thing(word)], self.clause.lexicon
        return (form, "noun") not in lexicon.triggers and form not in lexicon.classes["immaterial"]

    def _is_headline(self) -> bool:
        return self.clause.parse.sentence.section in {Section.TITLE, Section.RELATED}

    def _fits(self, word: int, role: str) -> bool:
        """Whether a word may fill a role: of the right kind, or of a kind that nobody knows. Times never do."""
        wants, kinds = self.table.wants[role], self.clause.kinds(word)
        if self.clause.upos[word] == "ADJ" and self.clause.name(word) is None and "actor" in wants:
            return False  # "military cooperation": no party
        if is_barred(self.clause, word, role) or self.clause.is_time(word) or (not kinds and role.endswith("place")):
            return False  # a place must be known to be one: "in the use of drones" is none
        return "any" in wants or not kinds or bool(kinds & wants)

    def _put(self, role: str | None, word: int, *, last: bool = False) -> None:
        if role is None or word == self.word:
            return
        several = self.entry.requires.count((role,)) > 1  # "A met B": both are parties
        if role in self.event.roles and not several and (last or self.certain(role)):
            return
        if self.clause.deprels[word] == "nmod:poss" and self.clause.upos[word] in {"PRON", "DET"} and not last:
            self._deferred.append((role, word))  # "their cooperation": whoever else is named comes first
            return
        if role == "attacker" and self._of_a_force(word):
            return
        modifies = self.nominal and word < self.word and self.clause.heads[word] == self.word
        if role == "target" and modifies and self.entry.compound == "weapon" and self._of_a_force(word):
            return  # "army warplanes bombardments"
        if role == self.agent and not can_act(self.clause, word, self.word, nominal=self.nominal):
            return
        role, fillers = self._fillers(role, word)
        if role in self.event.roles:  # by a thing of unknown kind: only something better known takes its place
            before = self.event.roles[role] if several else []
            fillers = [w for w in fillers if self._is_of(w, self.table.wants[role]) and w not in before]
            fillers = [*before, *fillers] if fillers else []
        if fillers:
            self.event.roles[role] = fillers

    def _fillers(self, role: str, given: int) -> tuple[str, list[int]]:
        """The role that a phrase fills, which may be another than the one proposed, and its heads; none where it does
        not fit."""
        word = self._meant(given, role)
        if word == self.word or self.clause.upos[word] in _NO_FILLER or is_unknown(self.clause, word):
            return role, []
        # A relative clause speaks of the noun it hangs on, not of what that is coordinated with.
        relative = word != given and self.clause.deprels[given] != "nmod:poss"
        meant = [word] if relative else self.clause.coordinated(word)
        fillers = [w for w in meant if w != self.word and self._fits(w, role)]
        if role == self.agent:
            fillers = [w for w in fillers if w == word or can_act(self.clause, w, self.word, nominal=self.nominal)]
        if role == "item" and not fillers and "actor" in self.clause.kinds(word) and "recipient" in self.table.wants:
            self._deferred.append(("recipient", word))  # "supply the army with drones", however it was labelled
            return role, []
        if role == "recipient" and not fillers:
            # What is sent to a port or to the front is sent to nobody: it goes through the one and stays at the other.
            other = next((r for r in ("via", "place") if "place" in self.table.wants.get(r, ())), None)
            if other is None or other in self.event.roles:
                return role, []
            role, fillers = other, [w for w in meant if self._fits(w, other)]
        # "about $110 million, vehicles and helmets": the goods among what is coordinated, if they are known as such.
        wants = self.table.wants[role]
        good = bool(fillers) and (fillers[0] == word or all(self._is_of(w, wants) for w in fillers))
        return role, fillers if good else []

    def _from_control(self) -> None:
        """Whoever is accused of an act is its agent, through a light verb too ("accused A of carrying out attacks")."""
        verb = told_by(self.clause, self.word) if self.nominal else self.word
        if verb is None:
            return
        telling = self.clause.lower[verb] in self.clause.lexicon.light_verbs or verb == self.event.governor
        if self.nominal and not telling:
            return
        agent = accused(self.clause, verb)
        if agent is not None:
            self._put(self.agent, agent)

    def _of_a_force(self, word: int) -> bool:
        """Whether what attacks is a weapon ("Israeli tanks shelled"): it is the weapon, whose it is attacks."""
        clause = self.clause
        kinds = clause.kinds(word)
        if "materiel" not in kinds or "actor" in kinds or "weapon" not in self.table.wants:
            return False
        owners = clause.all_children(clause.thing(word), "amod", "compound", "nmod:poss", "nmod")
        owners = [c for c in owners if "actor" in clause.kinds(c) and clause.case(c) in {"", "of"}]
        owners = [
            c for c in owners if f"{clause.lower[c]} {clause.lower[word]}" not in clause.lexicon.kinds["materiel"]
        ]
        for c in owners:
            self._put("attacker", c)
        if self.entry.roles.get("ARG1") != "weapon":
            self._put("weapon", word)
        elif not owners:
            self.event.roles.setdefault("attacker", [word])  # "a jet dropped two bombs": nobody else is named
        return True

    def _meant(self, word: int, role: str) -> int:
        """What a relative pronoun stands for; where the clause hangs too high ("the death of A, who was killed"), the
        noun below that fits."""
        clause, wants = self.clause, self.table.wants[role]
        if clause.deprels[word] == "nmod:poss" and clause.upos[word] in {"PRON", "DET"}:
            owner = clause.possessor(word)
            return word if owner is None or not clause.kinds(owner) & wants else owner
        found = clause.antecedent(word)
        if found != word and not clause.kinds(found) & wants:
            below = [c for c in clause.all_children(found, "nmod") if clause.kinds(c) & wants]
            return below[-1] if below else found
        return found

    def _from_arguments(self) -> None:
        predicate = self.clause.predicates.get(self.word)
        for argument in predicate.args if predicate is not None else ():
            case = self.clause.case(argument.word)
            if self._belongs_elsewhere(argument.word):
                continue
            if self._bare_compound(argument.word):
                continue  # what a compound means is for the lexicon to say: see _from_modifiers
            if argument.role in _NUMBERED:
                if case == "from" and case not in self.entry.prepositions and "weapon" in self.table.wants:
                    self._of_a_force(argument.word)  # "dropped from army helicopters": no target
                    continue
                # A preposition that the entry lists says more than the number, which differs from sense to sense.
                stated = self.entry.prepositions.get(case) if case else None
                self._put(stated, argument.word)
                if stated is not None and stated == self.agent:
                    continue  # whoever stands with "by" is nothing else, though it be no agent
                if not any(argument.word in fillers for fillers in self.event.roles.values()):
                    self._put(self.entry.roles.get(argument.role), argument.word)
            elif argument.role in {"ARGM-LOC", "ARGM-GOL", "ARGM-DIR"}:
                self._put(self.entry.prepositions.get(case), argument.word)

    def _belongs_elsewhere(self, word: int) -> bool:
        """Whether the tree says that a proposed argument is another word's: the whole in "12 jets, of which two were
        delivered", the goal in "visited the capital to train"."""
        clause, head = self.clause, self.clause.heads[self.word]
        if head == word and clause.deprels[self.word] == "acl:relcl":
            parts = clause.all_children(self.word, "obl")
            return any(clause.lower[c] in {"which", "whom"} and clause.case(c) == "of" for c in parts)
        goal = head >= 0 and clause.heads[word] == head and clause.lower[head] in clause.lexicon.motions
        return goal and clause.deprels[self.word] == "advcl" and "place" in clause.kinds(word)

    def _bare_compound(self, word: int) -> bool:
        """Whether a word is a common noun compounded with the trigger ("air raids", "arms exports")."""
        clause = self.clause
        compounded = clause.deprels[word] == "compound" and clause.heads[word] == self.word
        return compounded and not clause.is_named(word)

    def _from_phrases(self, phrases: list[int]) -> None:
        """Phrases under the trigger, by their prepositions."""
        for c in phrases:
            case = self.clause.case(c)
            role = self.entry.prepositions.get(case)
            if case == "of" and self.table.name == "support" and self.clause.case(self.word) in {"with", "under"}:
                role = self.agent  # "with the support of"
            if role is None and self.nominal and case in {"by", "of"}:
                role = self.agent if case == "by" else self.entry.roles.get("ARG1")
            if role is None and case == "in" and "place" in self.table.wants:
                role = "place"
            self._put(role, c)

    def _from_clause(self) -> None:
        """Subject, object and phrases of a verb."""
        clause, word = self.clause, self.word
        passive = clause.is_passive(word)
        for c in clause.children[word]:
            relation = clause.deprels[c]
            if relation == "obj" or (passive and relation.startswith("nsubj")):
                self._put(self.entry.roles.get("ARG1"), c)
            elif relation == "obl:agent" or (passive and relation == "obl" and clause.case(c) == "by"):
                self._put(self.agent, c)
        if passive and clause.deprels[word] in {"acl", "amod"}:
            self._put(self.entry.roles.get("ARG1"), clause.heads[word])  # "drones supplied by Iran"
        subject = clause.subject(word)
        if subject is not None:
            self._put(self.entry.roles.get("ARG1") if passive else self.agent, subject)
        if clause.deprels[word] == "acl:relcl" and not passive and clause.child(word, "obj") is None:
            head = clause.heads[word]  # "the jets that the army ordered": the clause's noun is the object
            role = self.entry.roles.get("ARG1")
            if role is not None and subject is not None and clause.antecedent(subject) != head:
                if clause.kinds(head) & self.table.wants[role]:
                    self._put(role, head)
        self._from_motion()
        phrases = clause.all_children(word, "obl")
        for c in clause.all_children(word, "obj"):
            phrases += clause.all_children(c, "nmod")  # "ordered 40 drones from Iran", attached to the drones
        self._from_phrases(phrases)

    def _from_motion(self) -> None:
        """Who went somewhere to do something did it there: "visited the port to train"."""
        clause, head = self.clause, self.clause.heads[self.word]
        if "place" not in self.table.wants or clause.deprels[self.word] not in {"advcl", "xcomp"} or head < 0:
            return
        if clause.lower[head] in clause.lexicon.motions:
            for c in clause.all_children(head, "obj", "obl"):
                if clause.case(c) in {"", "to", "in", "into"} and "place" in clause.kinds(c):
                    self._put("place", c)

    def _from_participles(self) -> None:
        """Clauses on an event noun: "sanctions targeting X", "imposed by X", "that X has imposed on Y"."""
        clause = self.clause
        # "a series of sanctions that X imposed": the clause hangs on the measure word, but means the noun.
        hosts = [self.word, *(a for a in clause.ancestors(self.word)[:3] if clause.thing(a) == self.word)]
        for verb in (v for host in hosts for v in clause.all_children(host, "acl")):
            form = clause.lower[verb]
            for c in clause.children[verb]:
                relation = clause.deprels[c]
                if relation == "obj":
                    self._put(self.entry.prepositions.get(form), c)
                elif relation.startswith("obl"):
                    case = clause.case(c)
                    listed = self.entry.prepositions
                    self._put(listed.get(f"{form} {case}") or listed.get(case), c)
                elif relation == "nsubj" and clause.upos[c] != "PRON":
                    self._put(self.agent, c)

    def _from_modifiers(self) -> None:
        """Possessors, adjectives of nationality and compounds before an event noun."""
        clause = self.clause
        for c in clause.all_children(self.word, "nmod:poss"):
            self._put(self.agent, c)
        for c in clause.all_children(self.word, "compound", "amod", "nmod:desc"):
            kinds = clause.kinds(c)
            if self._bare_compound(c) and "person" in kinds and "place" not in kinds:
                self._put(self.agent, c)  # "militant attacks", "rebel offensive"
            elif self.entry.compound is not None and kinds & self.table.wants[self.entry.compound]:
                self._put(self.entry.compound, c)
            elif clause.is_named(c) and "actor" in kinds:
                self._put("place" if self.table.name == "attack" and is_where(clause, c) else self.agent, c)
            elif clause.upos[c] == "VERB" and clause.lower[c] in self.table.governors:
                for by in clause.all_children(c, "obl"):  # "a UN imposed embargo"
                    if by < c and not clause.case(by):
                        self._put(self.agent, by)

    def _from_above(self) -> None:
        """Roles shared with the verb above a noun: "carried out strikes on", "supplies weapons and aid to"."""
        clause, at = self.clause, self.word
        for _ in range(3):
            head, relation = clause.heads[at], clause.deprels[at]
            if head < 0 or relation not in _SHARED_ABOVE:
                return
            if clause.upos[head] in VERBAL:
                break
            involved = clause.lower[head] in clause.lexicon.involvements and clause.case(at) in {"in", "for"}
            if relation == "nmod" and clause.thing(head) != at and not involved:
                return  # only measure words are passed: "a round of strikes"
            if involved:  # "claimed responsibility for the attack", "denied any role in it"
                owner = clause.child(head, "nmod:poss")
                above = clause.heads[head]
                if owner is None and above >= 0 and clause.deprels[head] in {"obj", "obl"}:
                    owner = clause.subject(above)
                if owner is not None:
                    self._put(self.agent, owner)
                return
            at = head
        else:
            return
        if self.nominal and relation == "nsubj" and clause.lower[head] in clause.lexicon.harms:
            for c in clause.all_children(head, "obj"):
                self._put("target" if "target" in self.table.wants else None, c)  # "the strike killed four men"
        if self.nominal and relation in {"obj", "nsubj:pass", "obl", "xcomp"}:
            self._from_telling_verb(head, relation)

    def _from_telling_verb(self, verb: int, relation: str) -> None:
        """Roles of an event noun from the verb that tells of it."""
        clause = self.clause
        # "escaped sanctions" does not make the one who escaped the one who imposed them.
        if clause.lower[verb] not in clause.lexicon.light_verbs and clause.lower[verb] not in self.table.governors:
            return
        agent = "violator" if self.event.stage == "breach" and "violator" in self.table.wants else self.agent
        if relation == "nsubj:pass" or clause.is_passive(verb):
            for c in clause.all_children(verb, "obl"):
                if clause.deprels[c] == "obl:agent" or clause.case(c) == "by":
                    self._put(agent, c)
        elif relation != "obl":
            subject = clause.subject(verb)
            if subject is not None:
                self._put(agent, subject)
        self._from_phrases([c for c in clause.all_children(verb, "obl") if clause.case(c) in self.entry.prepositions])

    def _bearer(self) -> int:
        """Who is called by an agent noun: its apposition's head or its subject, else the noun itself."""
        clause = self.clause
        if clause.deprels[self.word] == "appos" and clause.heads[self.word] >= 0:
            return clause.heads[self.word]
        subject = clause.child(self.word, "nsubj")
        return self.word if subject is None else clause.antecedent(subject)

    def _makers_adjective(self) -> None:
        """Who buys "Iranian drones" and from nobody named buys them from Iran; an embargo on "Iranian exports" is one
        on Iran."""
        roles, clause = self.event.roles, self.clause
        if self.table.name == "embargo" and "target" not in roles:
            for item in roles.get("item", ())[:1]:
                for c in clause.all_children(item, "amod", "compound", "nmod:poss"):
                    if clause.is_named(c) and "actor" in clause.kinds(c) and c not in roles.get("imposer", ()):
                        self._put("target", c)
            return
        if "supplier" not in self.table.wants or "supplier" in roles or "recipient" not in roles:
            return
        for item in roles.get("item", ())[:1]:
            for c in clause.all_children(clause.thing(item), "amod", "compound"):
                name = clause.name(c)
                if name is not None and name.type in {"NORP", "GPE"} and c not in roles["recipient"]:
                    roles["supplier"] = [c]
                    return
