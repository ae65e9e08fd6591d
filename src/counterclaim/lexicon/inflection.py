"""Inflected forms of English lemmas, so that a lexicon lists lemmas and a text is matched by form.

Regular rules after Huddleston and Pullum 2002, chapter 18; irregular verbs from the closed list below.
"""

from functools import cache

_IRREGULAR = {
    "be": "am is are was were been being",
    "become": "became become",
    "begin": "began begun",
    "bind": "bound",
    "break": "broke broken",
    "bring": "brought",
    "build": "built",
    "buy": "bought",
    "catch": "caught",
    "choose": "chose chosen",
    "come": "came come",
    "cut": "cut",
    "deal": "dealt",
    "draw": "drew drawn",
    "drive": "drove driven",
    "fall": "fell fallen",
    "feel": "felt",
    "fight": "fought",
    "find": "found",
    "flee": "fled",
    "fly": "flew flown",
    "forbid": "forbade forbidden",
    "foresee": "foresaw foreseen",
    "forget": "forgot forgotten",
    "freeze": "froze frozen",
    "get": "got gotten",
    "give": "gave given",
    "go": "went gone",
    "grow": "grew grown",
    "hang": "hung hanged",
    "have": "has had",
    "hear": "heard",
    "hide": "hid hidden",
    "hit": "hit",
    "hold": "held",
    "keep": "kept",
    "know": "knew known",
    "lay": "laid",
    "lead": "led",
    "leave": "left",
    "lend": "lent",
    "let": "let",
    "lose": "lost",
    "make": "made",
    "mean": "meant",
    "meet": "met",
    "outbid": "outbid",
    "overrun": "overran overrun",
    "pay": "paid",
    "put": "put",
    "quit": "quit",
    "read": "read",
    "rebuild": "rebuilt",
    "ride": "rode ridden",
    "rise": "rose risen",
    "run": "ran run",
    "say": "said",
    "see": "saw seen",
    "seek": "sought",
    "sell": "sold",
    "resell": "resold",
    "send": "sent",
    "set": "set",
    "shed": "shed",
    "shoot": "shot",
    "show": "showed shown",
    "shut": "shut",
    "sink": "sank sunk",
    "slay": "slew slain",
    "speak": "spoke spoken",
    "spend": "spent",
    "split": "split",
    "spread": "spread",
    "stand": "stood",
    "steal": "stole stolen",
    "stick": "stuck",
    "strike": "struck stricken",
    "swear": "swore sworn",
    "take": "took taken",
    "teach": "taught",
    "tell": "told",
    "think": "thought",
    "throw": "threw thrown",
    "undergo": "underwent undergone",
    "understand": "understood",
    "undertake": "undertook undertaken",
    "uphold": "upheld",
    "win": "won",
    "withdraw": "withdrew withdrawn",
    "withhold": "withheld",
    "write": "wrote written",
}
# Stressed last syllables that double their consonant; one-syllable verbs do it by rule.
_DOUBLING = frozenset(
    (
        "admit allot commit compel concur confer control defer deter dispel equip expel impel incur infer omit "
        "patrol permit prefer propel rebel rebut recur refer regret remit repel submit transfer transmit transship "
        "outfit retrofit"
    ).split()
)
_BRITISH_DOUBLING = frozenset("cancel channel counsel duel fuel label level model refuel signal total travel".split())
_IRREGULAR_PLURALS = {"man": "men", "woman": "women", "person": "people", "child": "children", "foot": "feet"}
_VOWELS = "aeiou"


@cache
def verb_forms(lemma: str) -> frozenset[str]:
    """Every form of a verb, the lemma included; a particle after a space is left to the caller."""
    head = lemma.split()[0]
    return frozenset(
        {head, _third_person(head), *_ing(head)}
        | (set(_IRREGULAR[head].split()) if head in _IRREGULAR else _past(head))
    )


@cache
def noun_forms(lemma: str) -> frozenset[str]:
    """Singular and plural of a noun; of several words, the last is inflected."""
    before, _, head = lemma.rpartition(" ")
    plural = _IRREGULAR_PLURALS.get(head, head if head.endswith("s") else _third_person(head))
    return frozenset({lemma, f"{before} {plural}" if before else plural})


def _third_person(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "es" if word in {"go", "do", "veto", "undergo", "embargo", "torpedo"} else word + "s"


def _stems(word: str) -> list[str]:
    """The stem before a vowel ending; two where British and American spelling differ."""
    if word in _DOUBLING or _one_syllable_cvc(word):
        return [word + word[-1]]
    if word in _BRITISH_DOUBLING:
        return [word, word + word[-1]]
    return [word]


def _one_syllable_cvc(word: str) -> bool:
    groups = sum(c in _VOWELS and (i == 0 or word[i - 1] not in _VOWELS) for i, c in enumerate(word))
    return (
        len(word) >= 3
        and groups == 1
        and word[-1] not in "wxy" + _VOWELS
        and word[-2] in _VOWELS
        and (word[-3] not in _VOWELS or word[-3:-1] == "ui")
    )


def _past(word: str) -> set[str]:
    if word.endswith("e"):
        return {word + "d"}
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return {word[:-1] + "ied"}
    return {stem + "ed" for stem in _stems(word)}


def _ing(word: str) -> set[str]:
    if word.endswith("ie"):
        return {word[:-2] + "ying"}
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and word != "be":
        return {word[:-1] + "ing"}
    return {stem + "ing" for stem in _stems(word)}
