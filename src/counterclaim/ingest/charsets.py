"""Bytes of a page to text: by mark, by what the server and the page say, as UTF-8, as Windows-1252."""

import codecs
import re

from counterclaim.ingest.decoding import decoded

# The encodings of the web (WHATWG Encoding Standard) as Python names them. No others: some of Python's codecs are no
# character sets at all, and some take quadratic time.
_CODECS = frozenset(
    "utf-8 utf-16 utf-16-le utf-16-be cp866 koi8-r koi8-u mac-cyrillic mac-roman cp874 gbk gb18030 gb2312 hz big5 "
    "big5hkscs euc_jp shift_jis cp932 iso2022_jp euc_kr cp949 tis-620 ascii iso8859-1".split()
    + [f"cp{page}" for page in range(1250, 1259)]
    + [f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16)]
)
# What the web means by a label is often the larger set (same standard).
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "gb2312": "gb18030"}
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_STATED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*(?P<meta>[\w.:-]{2,40})
       | <\?xml[^>]{0,100}?encoding\s*=\s*["'](?P<xml>[\w.:-]{2,40})""",
    re.VERBOSE | re.IGNORECASE,
)
_LOOKED = 4096  # bytes in which a page states its encoding; the standard asks for 1024
_MOST_BROKEN = 0.01  # of the characters; more, and the stated encoding is not the true one
_CODEC_NAMES = {codecs.lookup(name).name: name for name in _CODECS}


def page_text(raw: bytes, said: str, where: str) -> str:
    """The text of a page or feed; ``said`` is the encoding that the server names, or "".

    A stated encoding that is unknown, or in which the text does not read, counts for nothing. Raises InputRefused
    where none can be told.
    """
    for mark, codec in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(codec, "replace")
    # What reads as UTF-8 with letters beyond ASCII is UTF-8, whatever it says of itself: in other encodings that is no
    # accident that happens to a whole page.
    if not raw.isascii() and (text := _strict_utf8(raw)) is not None:
        return text
    stated = _STATED.search(raw[:_LOOKED])
    labels = [said, *(label.decode("ascii", "replace") for label in (stated.groups(b"") if stated else ()))]
    texts = (_in_codec(raw, label) for label in labels)
    return next((text for text in texts if text is not None), None) or decoded(raw, where)


def _strict_utf8(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8") if b"\x00" not in raw[:_LOOKED] else None
    except UnicodeDecodeError:
        return None


def _in_codec(raw: bytes, label: str) -> str | None:
    codec = _codec(label)
    if codec is None or (codec.startswith("utf-16") and b"\x00" not in raw[:_LOOKED]):
        return None
    text = raw.decode(codec, "replace")
    return text if text.count("\ufffd") <= max(1, len(text) * _MOST_BROKEN) and "\x00" not in text else None


def _codec(label: str) -> str | None:
    try:
        name = _CODEC_NAMES.get(codecs.lookup(label.strip()).name)
    except (LookupError, ValueError):
        return None
    return _WIDER.get(name, name) if name else None
