"""Inflected forms of English lemmas, so that a lexicon lists lemmas and a text is matched by form.

Regular rules after Huddleston and Pullum 2002, chapter 18; irregular verbs from the closed list below.
"""

from functools import cache

_IRREGULAR = {
    "be": "am is are was were been being",
    "bear": "bore borne",
    "beat": "beat beaten",
    "become": "became become",
    "begin": "began begun",
    "bid": "bid",
    "bind": "bound",
    "blow": "blew blown",
    "break": "broke broken",
    "bring": "brought",
    "broadcast": "broadcast",
    "build": "built",
    "burn": "burned burnt",
    "buy": "bought",
    "cast": "cast",
    "catch": "caught",
    "choose": "chose chosen",
    "come": "came come",
    "cut": "cut",
    "deal": "dealt",
    "do": "did done",
    "draw": "drew drawn",
    "drive": "drove driven",
    "fall": "fell fallen",
    "feel": "felt",
    "fight": "fought",
    "find": "found",
    "flee": "fled",
    "fly": "flew flown",
    "forbid": "forbade forbidden",
    "forecast": "forecast forecasted",
    "forego": "forewent foregone",
    "foresee": "foresaw foreseen",
    "foretell": "foretold",
    "forget": "forgot forgotten",
    "forgo": "forwent forgone",
    "freeze": "froze frozen",
    "gainsay": "gainsaid",
    "get": "got gotten",
    "give": "gave given",
    "go": "went gone",
    "greenlight": "greenlighted greenlit",
    "grow": "grew grown",
    "hang": "hung hanged",
    "have": "has had",
    "hear": "heard",
    "hide": "hid hidden",
    "hit": "hit",
    "hold": "held",
    "hurt": "hurt",
    "keep": "kept",
    "know": "knew known",
    "lay": "laid",
    "lead": "led",
    "learn": "learned learnt",
    "leave": "left",
    "lend": "lent",
    "let": "let",
    "light": "lighted lit",
    "lose": "lost",
    "make": "made",
    "mean": "meant",
    "meet": "met",
    "outbid": "outbid",
    "overhear": "overheard",
    "overrun": "overran overrun",
    "pay": "paid",
    "plead": "pleaded pled",
    "prove": "proved proven",
    "put": "put",
    "quit": "quit",
    "read": "read",
    "rebuild": "rebuilt",
    "resend": "resent",
    "retake": "retook retaken",
    "retell": "retold",
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
    "sit": "sat",
    "slay": "slew slain",
    "sneak": "sneaked snuck",
    "sow": "sowed sown",
    "speak": "spoke spoken",
    "spend": "spent",
    "split": "split",
    "spread": "spread",
    "stand": "stood",
    "steal": "stole stolen",
    "stick": "stuck",
    "strike": "struck stricken",
    "strive": "strove striven strived",
    "swear": "swore sworn",
    "take": "took taken",
    "teach": "taught",
    "tell": "told",
    "think": "thought",
    "throw": "threw thrown",
    "undercut": "undercut",
    "underwrite": "underwrote underwritten",
    "unfreeze": "unfroze unfrozen",
    "undergo": "underwent undergone",
    "understand": "understood",
    "undertake": "undertook undertaken",
    "unwind": "unwound",
    "uphold": "upheld",
    "win": "won",
    "wind": "wound",
    "withdraw": "withdrew withdrawn",
    "withhold": "withheld",
    "withstand": "withstood",
    "write": "wrote written",
}
# Stressed last syllables that double their consonant; one-syllable verbs do it by rule.
_DOUBLING = frozenset(
    (
        "abet acquit admit airdrop allot annul aver begin bootleg commit compel concur confer control debar defer "
        "demur deter dispel embed equip expel extol forbid forget impel incur infer kidnap omit outbid outfit outrun "
        "overrun patrol permit prefer program propel rebel rebut recap recur refer refit regret rejig remit repel "
        "reship retrofit retransfer sidestep submit tranship transfer transmit transship undercut"
    ).split()
)
_BRITISH_DOUBLING = frozenset(
    (
        "cancel channel counsel duel fuel funnel label level marshal model pummel refuel relabel remodel signal total "
        "travel tunnel"
    ).split()
)
_WITH_OES = frozenset({"do", "embargo", "forego", "forgo", "go", "torpedo", "undergo", "veto"})
_WITH_K = frozenset({"traffic", "mimic", "panic"})
_IRREGULAR_PLURALS = {
    "cargo": "cargoes cargos",
    "child": "children",
    "foot": "feet",
    "gas": "gases",
    "half": "halves",
    "hero": "heroes",
    "human": "humans",
    "knife": "knives",
    "person": "people persons",
    "thief": "thieves",
    "wharf": "wharves wharfs",
    "wife": "wives",
}
# "Chief of staff", "commander-in-chief": the word before is inflected, not the last.
_TAILS = (" of ", " in ", "-in-")
_VOWELS = "aeiou"


@cache
def verb_forms(lemma: str) -> frozenset[str]:
    """Every form of a verb, the lemma included; a particle after a space is left to the caller."""
    head = lemma.split()[0]
    before, hyphen, last = head.rpartition("-")
    if hyphen:
        return frozenset(before + hyphen + form for form in verb_forms(last))
    return frozenset(
        {head, _third_person(head), *_ing(head)}
        | (set(_IRREGULAR[head].split()) if head in _IRREGULAR else _past(head))
    )


@cache
def noun_forms(lemma: str) -> frozenset[str]:
    """Singular and plural of a noun; of several words, the last is inflected, or the one before "of" or "in"."""
    for tail in _TAILS:
        before, found, after = lemma.partition(tail)
        if found:
            return frozenset(form + found + after for form in noun_forms(before))
    cut = max(lemma.rfind(" "), lemma.rfind("-")) + 1
    return frozenset({lemma, *(lemma[:cut] + plural for plural in _plurals(lemma[cut:]))})


def _plurals(word: str) -> list[str]:
    if word in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[word].split()
    if word.endswith("man"):
        return [word[:-3] + "men"]
    if word.endswith(("sis", "xis")):
        return [word[:-2] + "es"]
    if word.endswith("s") and not word.endswith(("ss", "us")):
        return [word]  # a plural already, or a noun that keeps its form
    return [_third_person(word)]


def _third_person(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "es" if word in _WITH_OES else word + "s"


def _stems(word: str) -> list[str]:
    """The stem before a vowel ending; two where British and American spelling differ."""
    if word in _DOUBLING or _one_syllable_cvc(word):
        return [word + word[-1]]
    if word in _WITH_K:
        return [word + "k"]
    if word in _BRITISH_DOUBLING:
        return [word, word + word[-1]]
    return [word]


def _one_syllable_cvc(word: str) -> bool:
    sounds = [c in _VOWELS or (c == "y" and i > 0) for i, c in enumerate(word)]
    groups = sum(vowel and not before for vowel, before in zip(sounds, [False, *sounds], strict=False))
    return (
        len(word) >= 3
        and groups == 1
        and word[-1] not in "wxy" + _VOWELS
        and word[-2] in _VOWELS
        and (word[-3] not in _VOWELS or word[-4:-1] == "qui")
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
