"""HTML that cannot be broken out of: text is escaped by being text, only `tag` makes markup."""

import unicodedata
from collections.abc import Iterable
from html import escape

# Joiners belong to words and emoji, the soft hyphen is never seen; what else is invisible is shown as unreadable.
_KEPT = frozenset("\n\t\u200c\u200d\u00ad")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_VOID = frozenset({"meta", "br", "hr", "input", "link"})


class Html(str):
    """A string that is markup already."""

    __slots__ = ()


Child = Html | str | None


def shown(text: str) -> str:
    """Text of the same length that a page may show: every kind of line end is a newline; control characters, direction
    marks, lone surrogates and everything else that is not seen become U+FFFD."""
    if text.isprintable():
        return text
    text = text.replace("\r\n", " \n").replace("\r", "\n")
    return "".join(c if c.isprintable() or c in _KEPT else _visible(c) for c in text)


def _visible(char: str) -> str:
    if char.isspace() and unicodedata.category(char) == "Cc":
        return "\n"  # form feeds and the like
    return "\ufffd" if unicodedata.category(char) in _HIDDEN else char  # (else a space of some kind)


def tag(name: str, *children: Child, **attributes: str | bool | None) -> Html:
    """One element. Children that are no Html are escaped, None is left out.

    Attribute names lose a last "_" and have "-" for other "_"; a value of True gives the bare name, None and False
    nothing.
    """
    given = "".join(_attribute(key, value) for key, value in attributes.items() if value not in {None, False})
    if name in _VOID:
        return Html(f"<{name}{given}>")
    return Html(f"<{name}{given}>{joined(children)}</{name}>")


def _attribute(key: str, value: str | bool | None) -> str:  # noqa: FBT001  (HTML has bare attributes)
    key = key.removesuffix("_").replace("_", "-")
    return f" {key}" if value is True else f' {key}="{escape(shown(str(value)))}"'


def joined(parts: Iterable[Child]) -> Html:
    """Parts one after the other, text among them escaped."""
    return Html("".join(p if isinstance(p, Html) else escape(shown(p), quote=False) for p in parts if p is not None))
