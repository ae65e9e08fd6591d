"""Which part of a page a block of text is: title, body, caption, headlines of other articles, or front matter.

Front matter is whatever claims nothing: bylines, date lines, credits, labels, buttons and notices of the page.
"""

import re
from collections import Counter
from collections.abc import Sequence

from counterclaim.records import Section
from counterclaim.text.front import byline_of, credits_of, dateline_of, names_of, posted_of
from counterclaim.text.furniture import (
    is_furniture,
    is_label,
    is_masthead,
    is_related_line,
    is_trail,
    may_interrupt,
    opens_related,
)
from counterclaim.text.published import dates_in_parts

_AGENCIES = (
    r"AFP|AP|Reuters|REUTERS|Getty(?:\s+Images)?|EPA|EFE|TASS|Xinhua|ANSA|DPA|dpa|Anadolu|WANA|Kyodo|Yonhap|PTI|UPI|Sipa|"
    r"Shutterstock|Alamy|SANA|IRNA|ISNA|KCNA|Sputnik"
)
_PICTURE = "photo|photograph|picture|image|handout|file|screengrab|screenshot"
_CAPTION = re.compile(
    rf"""\((?:[^()]*\b(?:{_PICTURE})\b[^()]*|[^()]*\b(?:{_AGENCIES})\b[^()]*)\)\s*(?:\([^()]*\)\s*)*$
      | \[(?:[^\[\]]*\b(?:{_PICTURE})\b[^\[\]]*|[^\[\]]*\b(?:{_AGENCIES})\b[^\[\]]*)\]\s*$
      | ^\s*\W?(?:(?:file|archive)\s+)?(?:photo|photograph|image|picture|caption|illustration|screengrab)\s*[:/–—-]
      | ^\s*(?:photo|image|picture)\s+credit\b
      | ^\s*FILE\s*[-–—]
      | ^\s*in\s+this\s+(?:\w+\s+){{0,3}}(?:photo|photograph|image|picture)\b
      | \b(?:photo|image|picture|photograph|video)\s*(?:by|:|/|courtesy)\s*[^.]*$
      | /\s*(?:{_AGENCIES})\s*(?:/|$)
      | \b(?:{_AGENCIES})\s*/\s*\w[\w.'’ -]{{1,40}}\s*$
      | \b(?:{_AGENCIES})\s+(?:file\s+)?photos?\b[^.]{{0,60}}$
      | (?:©|\||\bvia|\bcourtesy(?:\s+of)?)\s*(?:the\s+)?(?:{_AGENCIES})\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_TITLE = 180
_QUOTED = re.compile(r"\s*[\"“‘«][^\"“”«»]+[\"”’»]\s*")
_LONGEST_CAPTION = 2000  # also what keeps the caption pattern, which looks back and forth, linear
_SAME_START = 80
_MOST_LABELS = 5  # lines over a headline: publication, office, section
_PARAGRAPH = 80  # characters; shorter blocks may be headlines of other articles that end in a full stop
_LONG_CAPTION = 300  # characters; a longer block that ends in nothing but an agency's name is a paragraph
_LAST_PARAGRAPH = 200  # characters; a longer block that ends in an agency's name is no caption


def section_of_blocks(blocks: Sequence[str]) -> list[Section]:
    """The section of each block of one document, in order."""
    sections = _with_related(blocks, [_by_itself(block) for block in blocks])
    last = max((i for i, s in enumerate(sections) if s in {Section.BODY, Section.CAPTION}), default=-1)
    if last > 0 and sections[last] is Section.CAPTION and _ends_in_credit(blocks[last]):
        sections[last] = Section.BODY
    first = next((i for i, section in enumerate(sections) if section is Section.BODY), len(blocks))
    for _ in range(_MOST_LABELS):
        if not _is_label_over(blocks, sections, first):
            break
        sections[first] = Section.FRONT
        first = next(i for i in range(first + 1, len(blocks)) if sections[i] is Section.BODY)
    if first < len(blocks) and _is_title(blocks[first]) and Section.BODY in sections[first + 1 :]:
        sections[first] = Section.TITLE
        _mark_names(blocks, sections, first)
        _mark_repeated_title(blocks, sections, first)
    return _repeated_captions(blocks, sections)


def _by_itself(block: str) -> Section:
    """What a block's own words say of it."""
    if is_furniture(block) or dates_in_parts(block) or byline_of(block) is not None:
        return Section.FRONT
    if is_related_line(block):
        return Section.RELATED
    if credits_of(block) is not None:
        return Section.FRONT
    if len(block) <= _LONGEST_CAPTION and _CAPTION.search(block) and dateline_of(block) is None:
        return Section.BODY if len(block) > _LONG_CAPTION and _ends_in_credit(block) else Section.CAPTION
    return Section.BODY


def _with_related(blocks: Sequence[str], sections: list[Section]) -> list[Section]:
    """Headlines of other articles: all that follows "Keep reading:"; after "Also read:" the article may go on, where
    two paragraphs in a row show it."""
    related, interrupts = False, False
    for i, block in enumerate(blocks):
        if opens_related(block):
            related, interrupts = True, may_interrupt(block)
            sections[i] = Section.RELATED
        elif related and interrupts and _is_paragraph(blocks, sections, i) and _is_paragraph(blocks, sections, i + 1):
            related = False
        elif related and sections[i] is not Section.FRONT:
            sections[i] = Section.RELATED
    return sections


def _is_paragraph(blocks: Sequence[str], sections: Sequence[Section], i: int) -> bool:
    if i >= len(blocks) or sections[i] is not Section.BODY:
        return False
    return len(blocks[i]) >= _PARAGRAPH and blocks[i].rstrip().rstrip("\"'”’»)")[-1:] in {".", "!", "?"}


def _ends_in_credit(block: str) -> bool:
    """Whether a text's last paragraph, which looks like a caption, only ends in the credit of the whole text."""
    head, bracket, source = block.rstrip().rpartition("(")
    if not bracket or credits_of(bracket + source) is None or head.rstrip()[-1:] not in {".", "!", "?", "”", '"'}:
        return False
    return len(block) >= _LAST_PARAGRAPH or re.search(r"[.!?]\s+[A-Z]", head) is not None


def _is_label_over(blocks: Sequence[str], sections: Sequence[Section], i: int) -> bool:
    """Whether the first block is the name of the page's section, or a trail of such names, over a headline."""
    if i >= len(blocks):
        return False
    following = next((j for j in range(i + 1, len(blocks)) if sections[j] is Section.BODY), None)
    if following is None:
        return False
    if is_label(blocks[i]):
        return True
    after = any(sections[j] is Section.BODY for j in range(following + 1, len(blocks)))
    return after and (is_trail(blocks[i]) or is_masthead(blocks[i])) and _is_title(blocks[following])


def _is_title(block: str) -> bool:
    stripped = block.strip().rstrip("\"'”’»)")
    return (
        bool(stripped)
        and dateline_of(block) is None
        and len(stripped) <= _LONGEST_TITLE
        and stripped[-1] not in ".,;"
        and (not re.search(r"[.!?]\s+[A-Z]", stripped) or _QUOTED.fullmatch(block) is not None)
    )


def _mark_names(blocks: Sequence[str], sections: list[Section], title: int) -> None:
    """Bylines without "By" under a title: "Jane Doe in Nairobi", or names beside a date line."""
    for i in range(title + 1, min(title + 4, len(blocks))):
        if sections[i] is not Section.BODY:
            continue
        beside = any(0 <= j < len(blocks) and dates_in_parts(blocks[j]) for j in (i - 1, i + 1))
        written_small = len(re.findall(r"(?<!\w)[a-z]{4,}", blocks[title])) >= 2  # else "Fighting Resumes in Sanda"
        more = Section.BODY in sections[i + 1 :]
        if more and ((beside and names_of(blocks[i])) or (written_small and posted_of(blocks[i]))):
            sections[i] = Section.FRONT
        return


def _mark_repeated_title(blocks: Sequence[str], sections: list[Section], title: int) -> None:
    """A title that is printed again over the body."""
    wanted = _letters(blocks[title])
    for i in range(title + 1, min(title + 6, len(blocks))):
        if sections[i] is Section.BODY and _letters(blocks[i]) == wanted and Section.BODY in sections[i + 1 :]:
            sections[i] = Section.FRONT


def _letters(block: str) -> str:
    return "".join(c for c in block.casefold() if c.isalnum())


def _repeated_captions(blocks: Sequence[str], sections: list[Section]) -> list[Section]:
    """A block that a caption repeats with a credit added is that caption's first print; so are two blocks that say the
    same without a full stop."""
    flat = [" ".join(b.split())[:_SAME_START] for b in blocks]
    captions = {
        c[:n] for c, s in zip(flat, sections, strict=True) if s is Section.CAPTION for n in range(1, len(c) + 1)
    }
    bare = [f for f, s in zip(flat, sections, strict=True) if s is Section.BODY and _is_bare(f)]
    captions |= {f for f, times in Counter(bare).items() if times > 1}
    return [
        Section.CAPTION if section is Section.BODY and start in captions and _short(block) else section
        for block, start, section in zip(blocks, flat, sections, strict=True)
    ]


def _is_bare(start: str) -> bool:
    """Whether a block, of which this is the beginning, is no sentence and long enough to be no mere label."""
    return 20 <= len(start) < _SAME_START and start[-1] not in '.!?”"'


def _short(block: str) -> bool:
    return len(block) <= _LAST_PARAGRAPH * 2
