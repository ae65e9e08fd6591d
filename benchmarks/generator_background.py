"""What claims nothing: remarks, sentences on a story's places and companies, and what its sentences are set in."""

from collections.abc import Sequence
from random import Random

from benchmarks.generator_names import person
from benchmarks.generator_tables import Template, tables
from benchmarks.generator_things import Actor, Named, Phrase
from benchmarks.generator_world import Cast

_SETTINGS = 4


class Scene:
    """The surroundings of one story: it has words of its own for them, so that no two stories read alike."""

    def __init__(self, rng: Random, cast: Cast) -> None:
        self.cast = cast
        self.settings: list[tuple[Template, ...]] = rng.sample(tables().lists["settings"], _SETTINGS)

    def remark(self, rng: Random) -> Phrase:
        """What a speaker remarks, without a happening in it."""
        first, second, third = tables().lists["remarks"]
        place = self._filled(rng, rng.choice(third))
        words = rng.choice(first) + " "
        end = "" if rng.random() < 0.5 else f", {rng.choice(second)}"
        return Phrase(words + place.text + end, "", _moved(place, len(words)))

    def background(self, rng: Random) -> Phrase:
        """A sentence on the places and companies of the story."""
        return self._filled(rng, rng.choice(tables().lists["background"]))

    def adverbial(self, rng: Random) -> Phrase:
        """When, where or how something was said or done."""
        return self._filled(rng, rng.choice(tables().lists["adverbials"]))

    def _filled(self, rng: Random, parts: Template) -> Phrase:
        states, towns = _two(rng, self.cast.states), _two(rng, self.cast.towns)
        actors: dict[str, Actor] = {
            "state": states[0],
            "state2": states[1],
            "town": towns[0],
            "town2": towns[1],
            "firm": self.cast.firm,
        }
        text = ""
        named: list[Named] = []
        for part in parts:
            if part.kind == "text":
                text += part.text
                continue
            phrase = self._slot(rng, part.text, actors)
            named.extend(_moved(phrase, len(text)))
            text += phrase.text
        return Phrase(text, "", tuple(named))

    def _slot(self, rng: Random, slot: str, actors: dict[str, Actor]) -> Phrase:
        if slot in actors:
            return actors[slot].plain()
        if slot == "s":
            return self._filled(rng, rng.choice(rng.choice(self.settings)))
        if slot == "life":
            return self._filled(rng, rng.choice(tables().lists["background_words"]["life"]))
        if slot == "person":
            name = person(rng.randrange(1_000_000, 2_000_000))
            return Phrase(name, "", (Named("PER", 0, len(name), f"person:{name}"),))
        if slot == "capital":
            capital = actors["state"].capital
            return Phrase(capital, "", (Named("GPE", 0, len(capital), ""),))
        return Phrase(_word(rng, slot))


def _two(rng: Random, actors: Sequence[Actor]) -> tuple[Actor, Actor]:
    """Two neighbours of a list that goes round: quicker than a sample."""
    i = int(rng.random() * len(actors))
    return actors[i], actors[i - 1]


def _moved(phrase: Phrase, by: int) -> tuple[Named, ...]:
    return tuple(Named(n.type, n.start + by, n.end + by, n.key) for n in phrase.named)


def _word(rng: Random, slot: str) -> str:
    if slot == "n":
        return f"{rng.randrange(300, 90_000):,}"
    if slot == "m":
        return str(rng.randrange(11, 99))
    if slot == "year":
        return str(rng.randrange(1950, 2024))
    if slot == "year2":
        return str(rng.randrange(2033, 2036))
    word: str = rng.choice(tables().lists["background_words"][slot])
    return word
