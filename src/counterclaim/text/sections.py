"""Which part of a page a block of text is: title, body, caption, or headlines of other articles."""

import re
from collections.abc import Sequence

from counterclaim.records import Section

_AGENCIES = (
    r"AFP|AP|Reuters|REUTERS|Getty(?:\s+Images)?|EPA|EFE|TASS|Xinhua|ANSA|DPA|dpa|Anadolu|WANA|Kyodo|Yonhap|PTI|UPI"
)
_CAPTION = re.compile(
    rf"""\((?:[^()]*\b(?:photo|picture|image|handout|file)\b[^()]*|[^()]*\b(?:{_AGENCIES})\b[^()]*)\)\s*(?:\([^()]*\)\s*)*$
      | ^\s*(?:photo|file\s+photo|image|picture|caption)\s*[:/–—-]
      | ^\s*FILE\s*[-–—]
      | \b(?:photo|image|picture)\s*(?:by|:|/|courtesy)\s*[^.]*$
      | /\s*(?:{_AGENCIES})\s*(?:/|$)""",
    re.IGNORECASE | re.VERBOSE,
)
_CREDIT_ONLY = re.compile(r"^\s*\((?:with\s+(?:information|reporting)\s+(?:from|by)|source)[^()]*\)\s*$", re.IGNORECASE)
_RELATED = re.compile(
    r"^\s*(?:keep\s+reading|also\s+read|read\s+(?:also|more|next)|related(?:\s+(?:articles|stories|news|posts))?|see\s+also|"
    r"more\s+on\s+this(?:\s+story)?|you\s+may\s+also\s+like|recommended|most\s+read|trending|don't\s+miss)\s*:?\s*$",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(r"^\s*(?:also\s+read|read\s+(?:also|more)|related|see\s+also)\s*[:|–—-]", re.IGNORECASE)
_METADATA = re.compile(r"\s*(?:date|published|updated|posted)\b[\s:]*(?:on\s+)?[\d./-]+\s*", re.IGNORECASE)
_LONGEST_TITLE = 180
_LONGEST_CAPTION = 2000  # also what keeps the caption pattern, which looks back and forth, linear
_SAME_START = 80


def section_of_blocks(blocks: Sequence[str]) -> list[Section]:
    """The section of each block of one document, in order."""
    sections, related = [], False
    first = 1 if blocks and _METADATA.fullmatch(blocks[0]) else 0
    for i, block in enumerate(blocks):
        related = related or bool(_RELATED.match(block))
        if related or _LEAD_IN.match(block):
            sections.append(Section.RELATED)
        elif len(block) <= _LONGEST_CAPTION and _CAPTION.search(block) and not _CREDIT_ONLY.match(block):
            sections.append(Section.CAPTION)
        elif i == first and len(blocks) > first + 1 and _is_title(block):
            sections.append(Section.TITLE)
        else:
            sections.append(Section.BODY)
    return _repeated_captions(blocks, sections)


def _is_title(block: str) -> bool:
    stripped = block.strip().rstrip("\"'”’»)")
    return (
        bool(stripped)
        and len(stripped) <= _LONGEST_TITLE
        and stripped[-1] not in ".,;"
        and not re.search(r"[.!?]\s+[A-Z]", stripped)
    )


def _repeated_captions(blocks: Sequence[str], sections: list[Section]) -> list[Section]:
    """A block that a caption repeats with a credit added is that caption's first print."""
    flat = [" ".join(b.split())[:_SAME_START] for b in blocks]
    captions = {
        c[:n] for c, s in zip(flat, sections, strict=True) if s is Section.CAPTION for n in range(1, len(c) + 1)
    }
    return [
        Section.CAPTION if section is Section.BODY and start in captions else section
        for start, section in zip(flat, sections, strict=True)
    ]
