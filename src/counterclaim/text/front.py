"""Front matter: bylines, datelines, credits and kickers, which say where a text comes from and claim nothing.

Each rule looks at one block, or at its beginning or end, and is sure only of forms that newsrooms use on purpose. The
credit of a photograph is no credit of the text, and is never looked for here.
"""

import re
from dataclasses import dataclass

from counterclaim.lexicon.tables import lexicon
from counterclaim.records import Span
from counterclaim.text.agencies import agencies_in, is_agency, is_known, outlet_named, shown
from counterclaim.text.published import MONTH, WEEKDAY, YEAR, Stated, dates_in_line

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĆČĎĐĒĘĚĞĠĪİĶĹĽŁĻŃŇŅŐŒŔŘŚŠŞŤŪŮŰŹŻŽ]"
_PARTICLE = rf"(?:al|el|ul|as|ad)-{_CAPITAL}\w+|bin|ibn|van|von|de|der|den|del|da|di|la|le|el|dos|du|ter"
_TOKEN = rf"(?:{_CAPITAL}[\w'’.-]*|{_PARTICLE})"
_NAME = rf"{_CAPITAL}[\w'’.-]*(?:\s+{_TOKEN}){{1,4}}"
_NAMES = rf"{_NAME}(?:(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*){_NAME}){{0,6}}"
_LISTED_WORDS = rf"{_CAPITAL}[\w/’'-]+(?:(?:,\s*|\s+and\s+|\s*&\s*){_CAPITAL}[\w/’'-]+){{0,3}}"


@dataclass(frozen=True, slots=True)
class Origin:
    """What a piece of front matter says of a text's origin; whatever it does not say is empty."""

    byline: str | None = None
    credits: tuple[str, ...] = ()
    dates: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place, the agencies and the date before a text's first sentence, which begins at ``end`` of its block."""

    end: int
    place: str | None
    agencies: tuple[str, ...]
    dates: tuple[Stated, ...]


# --- Datelines -------------------------------------------------------------------------------------------------------

_DAY = rf"(?:(?:{WEEKDAY}),?\s+)?(?:\d{{1,2}}\s+{MONTH}|{MONTH}\s*\d{{1,2}})(?:,?\s+{YEAR})?"
_DATELINE = re.compile(
    rf"""\s*
    (?P<place>{_CAPITAL}[\w'’-]*\.?(?:[\s/-]{_CAPITAL}(?:\.{_CAPITAL}\.|[\w'’-]*\.?)|\s(?:of|al|el|la|de|au|es)\b){{0,3}})?
    (?P<region>(?:,\s+{_CAPITAL}[\w'’.-]*(?:\s{_CAPITAL}[\w'’.-]*){{0,2}}(?=\s*[,(/–—-])){{0,2}})
    (?:[,.]?\s+(?P<day>(?i:{_DAY})))?
    (?:[,.]?\s*(?:\((?P<round>[^()]{{2,60}})\)|/(?P<slashed>{_CAPITAL}[\w\s.-]{{1,30}})/
        |(?P<bare>(?<![A-Za-z])[A-Z]{{3,12}}(?:[.-][A-Za-z]{{2,8}})?)(?=\s*[:.,–—-])))?
    (?P<end>(?<=\))\s+(?=["“‘]?[A-Z0-9])|\s*(?:[.:,]?\s*(?:--+|[–—]|(?<=[\s)])[-_](?=\s))|(?<=[)/A-Z]):|(?<=/)\.)\s*|(?(bare)-(?=[A-Z](?:[a-z]|\s))|(?!)))
    (?=["'“‘«(\[]?[A-Z0-9À-Þ])(?![A-Z]{{2,}}\s+[A-Z]{{4,}})""",
    re.VERBOSE,
)
_LONGEST_DATELINE = 140
# Capital letters before a dash that are no place.
_NO_PLACES = frozenset(
    (
        "FILE PHOTO PHOTOS IMAGE IMAGES MAP NATO OPEC IAEA ASEAN ECOWAS UNHCR UNICEF UNESCO OPCW SIPRI OFAC IRGC UNSC "
        "CENTCOM AFRICOM AUKUS HIMARS"
    ).split()
)


def dateline_of(block: str) -> Dateline | None:
    """The dateline that a block begins with ("ADEN, Yemen (Reuters) - "), or None."""
    match = _DATELINE.match(block[:_LONGEST_DATELINE])
    if match is None or kicker_end(block):
        return None
    end = match["end"].strip()
    place, region = match["place"], match["region"]
    sources = agencies_in(match["round"] or match["slashed"] or match["bare"] or "")
    if place is not None and not sources and not region and is_agency(place):  # "REUTERS - "
        sources, place = agencies_in(place), None
    if region and not sources and is_known(region.strip(" ,")):  # "DAMASCUS, SANA – "
        region, sources = "", (shown(region),)
    known = any(is_known(s) for s in sources)
    if (not end and not known) or (place is None and end == ":") or (match["bare"] and not known):
        return None
    if not (known if place is None else _sure_place(place, match, known=known, sources=bool(sources), region=region)):
        return None
    where = " ".join((place + region).split()) if place else None
    if where and not region and "." not in where[:-1]:
        where = where.rstrip(".")
    dates = dates_in_line(match["day"]) if match["day"] else ()
    return Dateline(match.end(), where, sources, dates)


def _sure_place(place: str, match: "re.Match[str]", *, known: bool, sources: bool, region: str) -> bool:
    """Whether what stands before the dash is a place: by its capitals, a known agency, a date, or a capital's name."""
    loud = place.isupper() and len(place) >= 3 and place not in _NO_PLACES
    marked = bool(match["day"]) or known
    if match["end"].strip() == ":" and loud and not marked:
        return is_seat(place.title())
    if match["end"].strip() in {":", "."} or (match["round"] and not known and not loud):
        return known and (loud or bool(match["day"]))
    if loud:
        return marked or sources or bool(region) or len(place.split()) <= 2
    return marked or is_seat(place)


def is_seat(place: str) -> bool:
    """Whether a name is that of a state's capital, or stands for its government."""
    state = lexicon().states.get(place)
    return state is not None and (place == state.capital or place in state.metonyms)


# --- Kickers, times, speakers ----------------------------------------------------------------------------------------

_KICKERS = (
    "breaking(?: news)?|exclusive|update(?:d)?(?: \\d)?|analysis|explainer|explained|opinion|watch|live(?: updates?)?|"
    "video|factbox|fact[ -]check|correct(?:ed|ion)|interview|feature|comment|editorial|profile|timeline|column|insight|"
    "urgent|podcast|alert|flash|brief|rpt|wrapup(?: \\d)?|refile|special report|in pictures|op-ed|news analysis|"
    "investigation"
)
_KICKER = re.compile(rf"\s*(?:{_KICKERS})(?:\s*(?:[:|–—]|\s-\s)|(?<=\d)-)\s*(?=\S)", re.IGNORECASE)
_STAMP = re.compile(
    r"""\s*(?:\d{1,2}:\d\d(?:\s*(?i:[ap]\.?m)\b\.?)? | \d{1,2}(?:\.\d\d)?\s*(?:(?i:[ap]\.?m)\b\.?|(?=GMT|UTC|BST)))
        (?:\s*(?:GMT|UTC|BST|CES?T|E[SD]?T|MSK|IST)\b(?:[+-]\d{1,2})?)?\s*(?:[-–—:|•]\s*)?(?=["“‘(]?[A-Z])""",
    re.VERBOSE,
)
_SPEAKER = re.compile(
    rf"""\s*(?P<label>(?:Q|A|Question|Answer)(?=\s*[:.])
        | {_CAPITAL}[\w'’.-]*(?:\s+{_TOKEN}){{0,4}}(?:\s*\([^()]{{1,40}}\))?(?=\s*:))\s*[:.]\s+(?=["“‘(]?\S)""",
    re.VERBOSE,
)
_NO_SPEAKERS = re.compile(
    rf"(?i)(?:{_KICKERS}|notes?|sources?|photos?|images?|pictures?|captions?|tags?|topics?|related|see also|also read|"
    r"read (?:also|more|next)|published|updated|posted|date|keep reading|credits?|editor'?s note|background|context|"
    r"summary|conclusion|key points?|location|contact|tel|email|file photo)"
)


def kicker_end(block: str) -> int:
    """Where a block goes on after a kicker ("EXCLUSIVE: ", "UPDATE 2-"), or 0."""
    match = _KICKER.match(block)
    return match.end() if match else 0


def stamp_end(block: str) -> int:
    """Where an entry of a live report goes on after its time ("14:05 GMT — "), or 0."""
    match = _STAMP.match(block)
    return match.end() if match else 0


def speaker_label(block: str) -> Span | None:
    """The label of who speaks at the beginning of a printed interview's block ("Q", "Gen. Moro"), or None.

    The span counts from the block's first character and leaves the colon out.
    """
    match = _SPEAKER.match(block)
    if match is None or _NO_SPEAKERS.fullmatch(match["label"]):
        return None
    return Span(*match.span("label"))


# --- Bylines and credits ---------------------------------------------------------------------------------------------

_LONGEST_LINE = 300
_BY = re.compile(
    rf"\s*(?i:(?:written|story|text|words|posted|report(?:ed)?)\s+by|by|author:)\s+(?P<names>{_NAMES}|{_LISTED_WORDS})"
    r"(?:\s*(?:,|\||•|·|[–—/-]|\(|\bin\b|\bfor\b|\bof\b|\bat\b)\s*(?P<rest>[^.!?]{2,80}))?\s*"
)
_SIGNED = re.compile(rf"\s*(?P<names>{_NAMES})\s*[,|•·–—-]\s*(?P<rest>(?:{_CAPITAL}|\d)[^!?]{{1,80}})")
_HOUSE = re.compile(
    r"(?i)\b(?:news|times|press|post|herald|agency|correspondents?|editor|reporter|service|media|radio|tv|desk)$|"
    r"^\w+\.(?:com|org|net|co\.uk|[a-z]{2})$"
)
_POSTED = re.compile(rf"\s*(?P<names>{_NAMES})\s+in\s+(?P<place>{_CAPITAL}[\w'’-]+(?:\s{_CAPITAL}[\w'’-]+)?)\s*")
_DESK = re.compile(
    rf"""[\s(\[]*(?i:(?:additional\s+|further\s+)?(?:reporting|writing|editing|compiled|translated|edited|written|produced)
        (?:\s+and\s+(?:writing|editing|reporting))?\s+by)\s+(?P<names>{_NAMES}|{_CAPITAL}[\w/’'-]+)
        (?:\s+in\s+[A-Z][\w\s,'’-]{{1,60}}|\s+and\s+the\s+[\w\s]{{2,40}})?\s*(?:[;.)\]|].*)?""",
    re.VERBOSE,
)
_LISTED = re.compile(
    r"""[\s(\[*]*(?:
        (?:with|includes?|using)\s+(?:additional\s+)?(?:agency\s+)?(?:information|inputs?|material|news|files?|reports?)
          \s+(?:from|by|of)\s+(?P<named>[^.()\[\]]{2,120})
      | sources?(?:\s*:\s*|\s+(?=[A-Z]))(?P<source>[^.()\[\]]{2,80})
      | (?:compiled|based\s+on\s+(?:reports?|material))\s+(?:from|by|of)\s+
          (?P<compiled>[^.()\[\]]{2,120})(?:\.\s.{0,100})?
      | (?:with\s+)?(?:additional\s+)?reporting\s+(?:by|from)\s+(?P<reported>[^.()\[\]]{2,120})
      | (?:via|with|agency:|credit:)\s+(?P<via>[^.()\[\]]{2,60})
      | (?P<contributor>[A-Z][^.!?()]{1,120}?)\s+contributed\s+(?:to|reporting\s+(?:to|for))\s+this\s+
          (?:report|story|article)
      | [–—/-]+\s*(?P<dashed>[^.()\[\]]{2,60}?)/?
      | (?P<alone>[A-Z][^.!?()\[\]]{1,60})
      )[\s.)\]*]*""",
    re.VERBOSE | re.IGNORECASE,
)
_FIRST_PRINT = re.compile(
    r"[\s(*]*This\s+(?:article|story|report|piece|text)\s+(?:was\s+)?(?:first|originally)\s+(?:appeared|published|posted)\s+"
    r"(?:by|in|on|at)\s+(?:the\s+)?(?P<who>[A-Z][\w&'’.-]*(?:\s+[A-Z][\w&'’.-]*){0,4})",
)
_REUTERS = re.compile(r"(?i)our\s+standards:\s*the\s+thomson\s+reuters\s+trust\s+principles")
_COPYRIGHT = re.compile(
    r"[\s(]*(?:(?:©|\(c\)|copyright)\s*)+(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?,?\s*)?(?:by\s+)?"
    r"(?P<who>[A-Z][\w&'’-]*(?:\s+[A-Z][\w&'’-]*){0,4})",
    re.IGNORECASE,
)


def byline_of(block: str) -> Origin | None:
    """What a block says that is nothing but a byline, or None."""
    if len(block) > _LONGEST_LINE:
        return None
    match = _BY.fullmatch(block) or _SIGNED.fullmatch(block)
    if match is None:
        return None
    names, rest = " ".join(match["names"].split()), (match["rest"] or "").strip(" )")
    dates = dates_in_line(rest) if rest else ()
    if match.re is _SIGNED and not (dates or is_known(rest) or _HOUSE.search(rest)):
        return None
    named = agencies_in(names)
    if named and all(is_known(n) for n in named):
        return Origin(None, named, dates)
    if not re.fullmatch(_NAMES, names) and names.lower() not in {
        "staff",
        "admin",
        "editor",
        "correspondent",
        "editors",
    }:
        return None
    last = names.rsplit(", ", 1)
    sources = [shown(form) for form in (rest, last[-1]) if is_agency(form)]
    if len(last) == 2 and (is_known(last[1]) or _HOUSE.search(last[1])):
        names = last[0]
    return Origin(names, tuple(sources[:1]), dates)


def posted_of(block: str) -> Origin | None:
    """The byline "Jane Doe in Nairobi"; a headline in capitals may look like it: the caller knows where it stands."""
    match = _POSTED.fullmatch(block) if len(block) <= 80 else None
    return Origin(" ".join(match["names"].split())) if match else None


def names_of(block: str) -> Origin | None:
    """A block that is nothing but names, which a date beside it makes a byline."""
    match = re.fullmatch(rf"\s*(?!(?:Tags|Keywords|Topics)\s)({_NAMES})\s*", block) if len(block) <= 80 else None
    return Origin(" ".join(match[1].split())) if match else None


def credits_of(block: str) -> Origin | None:
    """What a block says that is nothing but a credit of agencies or of those who reported and edited, or None."""
    if len(block) > _LONGEST_LINE:
        return None
    if first := _FIRST_PRINT.match(block):
        return Origin(credits=(shown(first["who"]),))
    if _REUTERS.match(block):
        return Origin(credits=("Reuters",))
    if desk := _DESK.fullmatch(block):
        names = " ".join(desk["names"].split())
        source = shown(names) if is_agency(names) else None
        wrote = re.match(r"(?i)[\s(\[]*(?:reporting|writing|written)", block)
        if source is None and _REUTERS.search(block):
            source = "Reuters"
        return Origin(None if is_known(names) or not wrote else names, (source,) if source else ())
    match = _LISTED.fullmatch(block)
    if match is None:
        return _bracketed(block)
    kind = match.lastgroup or ""
    listed = agencies_in(match[kind])
    known = tuple(name for name in listed if is_known(name))
    if kind in {"named", "source", "compiled"}:
        return Origin(credits=listed) if listed else None
    if kind == "contributor":
        return Origin(credits=known)
    if kind == "reported":
        return Origin(credits=known) if listed else None
    if kind == "alone" and not all(is_agency(name) or name == "agencies" for name in listed):
        return None  # "The Guardian" alone may be anything
    return Origin(credits=known) if known and known == listed else _bracketed(block)


def _bracketed(block: str) -> Origin | None:
    """ "(AFP)" alone."""
    match = re.fullmatch(r"\s*[(\[]\s*([^()\[\]]{2,60})[)\]]\s*\.?\s*", block)
    listed = agencies_in(match[1]) if match else ()
    return Origin(credits=listed) if listed and all(is_known(n) for n in listed) else None


def credit_start(block: str) -> int | None:
    """Where a credit begins that ends a block after its last sentence, or None."""
    tail = max(0, len(block) - 200)
    places = [m.end() for m in re.finditer(r"[.!?…”\"’»)]\s+|\s(?=\([^()]{2,60}\)\s*$)", block[tail:])]
    for place in places[::-1][:6]:
        if credits_of(block[tail + place :]) is not None:
            return tail + place
    return None


def outlet_of(block: str) -> str | None:
    """Who a copyright line says published the text, or None."""
    match = _COPYRIGHT.match(block) if len(block) <= _LONGEST_LINE else None
    if match is None or not match["who"][0].isupper():
        return None
    who = re.sub(r"(?i)\s*\b(?:all\s+rights|inc|ltd|llc|limited|corp|the\s+author).*$", "", match["who"]).strip()
    outlet = outlet_named(who)
    return outlet.name if outlet else who or None
