"""Whether a text is English, and if not, what it seems to be, so that its refusal can say so."""

import re
import unicodedata
from collections import Counter

_ENGLISH = frozenset(
    "the of to and in a that is for on was with as by said from at has have be it are not an or were".split()
)
# The commonest short words of other languages, only those that tell them apart.
_OTHERS = {
    "German": "der die das und nicht ist den von mit dem ein eine auf für sich des werden auch wurde",
    "French": "les des une est dans pour que qui pas sur avec par plus sont du le et la au",
    "Spanish": "el los las una por con para que del se su como más fue está y en al lo",
    "Portuguese": "os uma não com para que do da em por mais dos das ao foi são um as no",
    "Italian": "il che di una per non con sono del della gli dei nel alla è anche le lo",
    "Dutch": "het een van niet dat zijn voor met op ook aan er maar wordt naar de en is",
    "Swedish": "och att det som är för inte med av den till ett har om på en",
    "Danish or Norwegian": "og at det som er ikke med af av den til et har om på en for",
    "Polish": "się nie jest na że do jak przez od po dla oraz są był w z i",
    "Turkish": "bir ve bu için ile da de olarak çok daha olan kadar sonra ise",
    "Indonesian or Malay": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga oleh",
    "Romanian": "și este pentru care din nu cu la mai sunt fost au că",
}
_STOPS = {language: frozenset(words.split()) for language, words in _OTHERS.items()}
_SHORTEST_JUDGED = 25  # words; below this a language cannot be told
_LEAST_ENGLISH = 0.08  # share of words; English news has 0.25 to 0.45 of these
_LEAST_OTHER = 0.12
_JUDGED = 20_000  # characters
_SCRIPTS = {"CJK": "Chinese or Japanese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}


def words_of(text: str) -> list[str]:
    """The words that a language is told by, in lower case."""
    return re.findall(r"[^\W\d_]+", text[:_JUDGED].lower())


def other_language(words: list[str]) -> str | None:
    """None for an English text, or one too short to tell; else what it seems to be ("Spanish", "Cyrillic script"), or
    "another language".

    Scripts that set no spaces between words are told by their letters alone.
    """
    script = _script(words)
    if script is not None:
        return script
    if len(words) < _SHORTEST_JUDGED or sum(w in _ENGLISH for w in words) / len(words) >= _LEAST_ENGLISH:
        return None
    shares = {language: sum(w in stops for w in words) / len(words) for language, stops in _STOPS.items()}
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] >= _LEAST_OTHER else "another language"


def _script(words: list[str]) -> str | None:
    """The script of a text that is not written in Latin letters, or None."""
    letters = "".join(words)[:2000]
    if len(letters) < _SHORTEST_JUDGED:
        return None
    scripts = Counter(unicodedata.name(c, "UNKNOWN").split()[0] for c in letters)
    name, times = scripts.most_common(1)[0]
    if name in {"LATIN", "UNKNOWN"} or times < len(letters) / 2:
        return None
    return _SCRIPTS.get(name) or f"{name.capitalize()} script"
