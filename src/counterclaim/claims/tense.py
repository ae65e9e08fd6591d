"""Whether a word of a sentence looks ahead of the publication date or back from it, by the verbs it hangs on."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.lexicon.times import TimeWords

_CERTAIN = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_FUTURE = _CERTAIN | {"would", "could", "may", "might", "can", "must", "should"}
_UNTIL = frozenset({"until", "till"})
_DENIALS = frozenset({"not", "n't", "n’t", "neither", "nor", "no", "nobody"})
_REACH = 6  # words before a verb in which its auxiliaries stand
_STEPS = 12  # how far up the tree to look for a verb
_BREAKS = frozenset({",", ";", ":", "(", ")", "“", "”", '"'})


@dataclass(frozen=True, slots=True)
class Tense:
    """The verbs of one sentence. All sequences are of one length or empty; ``heads`` gives -1 for the root."""

    lower: Sequence[str]
    xpos: Sequence[str]
    heads: Sequence[int]
    table: TimeWords

    def ahead(self, first: int, end: int) -> bool:
        """Whether what words ``[first, end)`` name lies ahead; what no verb tells lies behind, as news mostly does."""
        if not self.xpos:
            return any(w in _CERTAIN for w in self.lower[max(0, first - 30) : first])
        before, after = self.lower[max(0, first - 4) : first], self.lower[end : end + 1]
        if before[-1:] == ["since"]:
            return False
        near = self._governors(first, end) if self.heads else self._neighbours(first, end)
        if _UNTIL.intersection(before) and any(self.lower[i] in self.table.deferring for i in near[:4]):
            return True
        if after and after[0] in {"'s", "’s"}:  # "Friday's raid" has been made, unless the sentence is sure of more
            return any(self.lower[i] in _CERTAIN for i in range(max(0, first - 30), first))
        for word in near:
            verdict = self._verdict(word)
            if verdict is not None:
                return verdict
        return False

    def _governors(self, first: int, end: int) -> list[int]:
        """The words above, nearest first."""
        at = next((i for i in range(first, end) if not first <= self.heads[i] < end), first)
        above: list[int] = []
        while len(above) < _STEPS and 0 <= self.heads[at] < len(self.lower) and self.heads[at] not in above:
            at = self.heads[at]
            above.append(at)
        return above

    def _neighbours(self, first: int, end: int) -> list[int]:
        """Without a tree: the verbs before, nearest first, then those after, as far as 30 words."""
        before = range(first - 1, max(-1, first - 31), -1)
        return [i for i in [*before, *range(end, min(end + 30, len(self.lower)))] if self.xpos[i].startswith("VB")]

    def _verdict(self, word: int) -> bool | None:
        """Ahead, behind, or None where this word does not tell and the next one up is asked."""
        tag, form = self.xpos[word], self.lower[word]
        if tag == "MD":
            return form in _FUTURE
        if form in self.table.ahead:
            return True
        if not tag.startswith("VB"):
            return True if tag.startswith("N") and self._is_planned(word) else None
        helpers = self._helpers(word)
        modal = next((i for i in helpers if self.xpos[i] == "MD"), None)
        if modal is not None:
            return self._of_modal(modal, helpers)
        return self._of_form(word, tag, helpers)

    def _is_planned(self, noun: int) -> bool:
        """Whether a word before a noun, and on it, looks ahead: "planned talks"."""
        close = range(max(0, noun - 4), noun) if self.heads else ()
        return any(self.heads[i] == noun and self.lower[i] in self.table.ahead for i in close)

    def _of_modal(self, modal: int, helpers: Sequence[int]) -> bool:
        if any(self.lower[i] in {"have", "'ve", "’ve"} for i in helpers):
            return False  # "may have fired"
        denied = _DENIALS.intersection(self.lower[max(0, modal - 8) : modal + 3])
        return self.lower[modal] in _FUTURE and not (self.lower[modal] == "could" and denied)

    def _of_form(self, word: int, tag: str, helpers: Sequence[int]) -> bool | None:
        present = any(self.xpos[i] in {"VBZ", "VBP"} for i in helpers)
        past = any(self.xpos[i] in {"VBD", "VBN"} for i in helpers)
        match tag:
            case "VB":
                return self._infinitive(word, helpers)
            case "VBZ" | "VBP":
                return self.lower[word] in self.table.timetable
            case "VBG":
                return None if not (present or past) else present and not past
            case "VBN":  # "is opened in May", but "has heard"
                perfect = any(self.lower[i] in {"has", "have", "had", "'ve", "’ve"} for i in helpers)
                return present and not past and not perfect
            case _:
                return False

    def _infinitive(self, word: int, helpers: Sequence[int]) -> bool | None:
        if any(self.lower[i] == "did" for i in helpers):
            return False
        if not any(self.xpos[i] == "TO" for i in helpers):
            return None
        head = self.heads[word] if self.heads else -1
        above = self.lower[head] if head >= 0 else ""
        if above in self.table.plans or self.table.plans.intersection(self.lower[max(0, word - 4) : word]):
            return True
        # "Chad to send troops in March" as a headline is a plan; under a past verb that decides ("failed to appear").
        if head < 0 or self.xpos[head] in {"VBZ", "VBP"}:
            return True
        verbless = not {"VBD", "VBZ", "VBP"}.intersection(self.xpos[max(0, word - 30) : word + 30])
        return True if self.heads[head] < 0 and verbless else None

    def _helpers(self, word: int) -> list[int]:
        """The auxiliaries of a verb: by the tree where there is one, else the verbs close before it."""
        close = range(max(0, word - _REACH), word)
        if self.heads:
            return [i for i in close if self.heads[i] == word and self.xpos[i][:2] in {"VB", "MD", "TO"}]
        found: list[int] = []
        for i in reversed(close):
            if self.lower[i] in _BREAKS or self.xpos[i][:1] in {"N", "P", "I"}:
                break
            if self.xpos[i][:2] in {"VB", "MD", "TO"}:
                found.append(i)
        return found
