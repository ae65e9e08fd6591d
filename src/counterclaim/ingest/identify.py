"""Which language a document is in: py3langid where it is installed, else the short table of ``languages``."""

from functools import cache
from typing import Any

from counterclaim.ingest.languages import other_language, words_of
from counterclaim.records import Document, Refusal

READ = frozenset({"en"})
UNKNOWN = "und"  # ISO 639-2 for "undetermined"
_JUDGED = 1_500  # characters; more make no difference and cost a millisecond a thousand
# A shorter text counts as English: py3langid took 3 of 804 English beginnings of 80 characters, and none of 200, for
# something else.
_SHORTEST_JUDGED = 100
# Labels of py3langid that English text is taken for and that no newsroom publishes in, beside "no language" (zxx).
_LEFT_OUT = frozenset("zxx nn pcm la eo an vo wa oc ext gcf gcr guw lij ltg vec hbo grc ang sco".split())
_NAMES = {
    "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech",
    "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh",
    "ko": "Korean", "ku": "Kurdish", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ms": "Malay",
    "my": "Burmese", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "ps": "Pashto",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovene", "so": "Somali",
    "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "th": "Thai", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
# What ``other_language`` says, where that is one language.
_CODES = {name: code for code, name in _NAMES.items()}


def language_of(text: str) -> str:
    """The ISO 639-1 code of a text's language, "en" for one too short to tell, "und" for one that is not English and
    not known."""
    text = text.strip()
    identifier = _identifier() if len(text) >= _SHORTEST_JUDGED else None
    if identifier is not None:
        return str(identifier.classify(text[:_JUDGED].encode("utf-8", "replace").decode())[0])
    other = other_language(words_of(text))
    return "en" if other is None else _CODES.get(other, UNKNOWN)


def unread(document: Document) -> Refusal | None:
    """Why a document that is stored is not read: its language. None for one that is."""
    if document.language in READ:
        return None
    name = language_name(document.language)
    return Refusal(document.path, "language not read", f"it looks like {name}; only English is read")


def language_name(code: str) -> str:
    """The English name of a language, by its ISO 639-1 code; the code itself where the name is not known."""
    return _NAMES.get(code) or ("no known language" if code == UNKNOWN else code)


@cache
def _identifier() -> Any:
    """The model of py3langid, 4 MB, opened once; None where the library is not installed."""
    try:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier
    except ImportError:
        return None
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages([label for label in identifier.labels if label not in _LEFT_OUT])
    return identifier
