"""What a page prints around an article: buttons, notices, labels, and the headlines of other articles.

Every pattern reads one short block from its beginning; nothing here looks inside a paragraph.
"""

import re

_LONGEST = 300
# The words of buttons that share, print or save.
_BUTTON_STARTS = frozenset(
    (
        "share tweet pin post send save like print copy email e-mail listen facebook twitter x instagram whatsapp "
        "telegram linkedin reddit pinterest messenger youtube tiktok threads viber vkontakte vk link flipboard tumblr "
        "sms rss"
    ).split()
)
_BUTTON_WORDS = _BUTTON_STARTS | frozenset(
    "this on via to with by the and or in article story page it friend friends google news a now us app".split()
)
_NOTICE = re.compile(
    r"""\s*(?:
        (?:please\s+)?(?:subscribe|sign\s+(?:up|in)|log\s+in|register\s+(?:now|here|for|to|free))\b.{0,200}
      | (?:get|receive|join)\s+(?:our|the\s+latest|daily|breaking|all\s+the)\b.{0,200}
      | (?:join|follow|like|find|contact|reach|support|donate\s+to|write\s+to)\s+(?:us\b|our\b|@\w+).{0,160}
      | (?:follow|like|find|join)\s+[\w\s]{2,40}\son\s+
          (?:facebook|twitter|x|instagram|whatsapp|telegram|youtube|google)\b.{0,80}
      | download\s+(?:our|the)\s+.{0,40}\bapp\b.{0,80}
      | available\s+on\s+(?:google|the\s+app).{0,80}
      | advertis(?:ement|ing)s?(?:\s*\W?\s*(?:continue|scroll|story|article).{0,60})?
      | ad | sponsored(?:\s+content)? | promoted
      | (?:story|article)\s+continues\s+(?:below|after).{0,40}
      | scroll\s+(?:down\s+)?(?:to|for)\b.{0,60}
      | (?:©|\(c\)\s|copyright\s+(?:©|\(c\)|(?:19|20)\d\d|by\b)).{0,280}
      | .{0,200}\ball\s+rights\s+reserved\b.{0,80}
      | (?:we|this\s+(?:web)?site|our\s+(?:web)?site)\s+uses?\s+cookies\b.{0,280}
      | (?:accept|manage|reject)\s+(?:all\s+)?cookies.{0,40}
      | by\s+(?:clicking|continuing|using\s+this\s+site)\b.{0,280}
      | (?:terms\s+(?:of\s+(?:use|service)|and\s+conditions)|privacy\s+(?:policy|notice)|cookie\s+policy)\b.{0,120}
      | \d{1,3}[\s-]min(?:ute)?s?(?:\s+read)?
      | (?:reading|read)\s+time\b.{0,30}
      | (?:tags?|topics?|keywords|filed\s+under|categor(?:y|ies)|labels|in\s+this\s+(?:story|article))\s*[:|].{0,280}
      | (?:skip|jump|go\s+back|back)\s+to\s+(?:main\s+)?(?:the\s+)?(?:content|top|home|navigation)\b.{0,30}
      | (?:click|tap)\s+(?:here|to|on)\b.{0,120}
      | (?:play|watch)(?:\s+(?:now|video|the\s+video|live))? | loading\W* | show\s+more
      | listen(?:\s+to\s+(?:this\s+)?(?:article|story))?(?:\s*\W?\s*\d.{0,20})?
      | (?:view|read|see)\s+(?:all\s+)?comments? | (?:\d+\s+)?comments?(?:\s*\(?\d+\)?)?
      | (?:leave|post|add)\s+a\s+(?:comment|reply).{0,60} | your\s+e-?mail\s+address.{0,120}
      | (?:report|found)\s+(?:a\s+|an\s+)?(?:typo|error|mistake)\b.{0,120}
      | this\s+video\s+(?:is\s+not|cannot|can\s+not)\b.{0,80}
      | \d{1,2}\s*(?:s|m|h|d|secs?|mins?|minutes?|hrs?|hours?|days?|weeks?)\s+ago | just\s+now
      | live | home | menu | search | close | next | previous | photos? | images? | videos? | gallery | enlarge
      | media\s+playback\s+is\b.{0,80} | image\s+(?:source|copyright|caption).{0,80}
      | \W*(?:ends?|30|0|more)\W+ | \W*\#{2,}\W*
      | (?:thank\s+you|thanks)\s+for\s+(?:reading|subscribing|signing).{0,120}
    )\s*[.!»›→>]*\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_RELATED = re.compile(
    r"""\W{0,4}(?:keep\s+reading|continue\s+reading|also\s+read|read\s+(?:also|more|next|on)|more\s+to\s+read
      | related(?:\s+(?:articles?|stories|story|news|posts?|coverage|topics?|content|links?|reading))?
      | see\s+also | more\s+(?:on|from|about)\s+[\w\s]{2,40}
      | (?:more\s+)?(?:top|latest|other|breaking|recent)\s+(?:stories|news|headlines|posts|articles)
      | more\s+(?:news|stories|headlines)
      | you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested\s+in)
      | recommended(?:\s+(?:for\s+you|stories|articles|reading))?
      | (?:most|more)\s+(?:read|popular|viewed|shared|commented)
      | trending(?:\s+(?:now|stories|news))? | popular(?:\s+(?:now|stories|posts))?
      | (?:don't|don’t|do\s+not)\s+miss | what\s+to\s+read\s+next | up\s+next | in\s+other\s+news
      | editor(?:'s|’s|s'|s’|s)\s+(?:picks?|choice) | around\s+the\s+web
      | from\s+(?:the|our)\s+(?:web|archives?|partners?) | further\s+reading | on\s+this\s+topic
      | (?:must|should)[\s-]read
      )\s*(?:\(\d+\))?\W{0,4}""",
    re.VERBOSE | re.IGNORECASE,
)
# Lists that stand at the end of a page; an article may interrupt itself with any other.
_ENDS_PAGE = re.compile(
    r"\W{0,4}(?:keep\s+reading|most\s|more\s+(?:popular|read|news|stories|headlines)|popular|trending|recommended|you\s+m|"
    r"(?:more\s+)?(?:top|latest|other|breaking|recent)\s|editor|around\s|up\s+next|in\s+other|related\s+(?:s|a|n|p|l|c))",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"\W{0,4}(?:also\s+read|read\s+(?:also|more|next)|related(?:\s+(?:story|article|news))?|see\s+also|must[\s-]read|watch|"
    r"more\s+on\s+this(?:\s+story)?|(?:don't|don’t)\s+miss|in\s+pictures)\s*(?:[:|–—»>]|-\s)",
    re.IGNORECASE,
)
_SECTIONS = (
    "news|world|politics|opinions?|analysis|business|economy|defen[cs]e|security|military|conflicts?|war|middle east|"
    "africa|asia|europe|americas|asia[- ]pacific|latin america|north america|us|u\\.s\\.|uk|international|national|"
    "local|features?|video|home|homepage|home page|features|exclusive|breaking(?: news)?|top stor(?:y|ies)|"
    "latest(?: news)?|editorial|comment|commentary|courts?|crime|technology|science|environment|regions?|society|"
    "explainer|interview|investigations?|press releases?|perspectives?|live(?: updates)?"
)
_LABEL = re.compile(
    rf"\s*(?:{_SECTIONS})(?:(?:\s*[|>›»/•·&]+\s*|\s+and\s+)(?:{_SECTIONS})){{0,5}}\s*[:|>›]?\s*", re.IGNORECASE
)
# What the names of publications and offices end or begin with.
_MASTHEAD = re.compile(
    r"""\s*(?:the\s+)?(?:[A-Z][\w'’&.-]*\s+(?:(?:of|and|the|for|on)\s+)*){0,6}
        (?i:gazette|times|monitor|watch|ledger|monthly|weekly|daily|news|post|herald|review|digest|journal|tribune
        |observer|bulletin|agency|newsletter|online|press|report|today)\s*
      | \s*(?i:republic|kingdom|state|ministry|department|directorate|office|embassy|government|command|committee
        |council)\s+(?i:of|for|on)(?:\s+(?:[A-Z][\w'’&.-]*|of|and|the|for|on))+\s*""",
    re.VERBOSE,
)
_TRAIL = re.compile(r"\s*[\w'’& -]{2,25}(?:\s*[|>›»/]\s*[\w'’& -]{2,25}){1,5}\s*")


def is_furniture(block: str) -> bool:
    """Whether a block is a button, a notice or a label of the page."""
    return len(block) <= _LONGEST and (bool(_NOTICE.fullmatch(block)) or _is_buttons(block))


def _is_buttons(block: str) -> bool:
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", block.lower()) if len(block) <= 120 else []
    return bool(words) and words[0] in _BUTTON_STARTS and all(word in _BUTTON_WORDS for word in words)


def opens_related(block: str) -> bool:
    """Whether a block stands above headlines of other articles ("Keep reading:")."""
    return len(block) <= 60 and bool(_RELATED.fullmatch(block))


def may_interrupt(block: str) -> bool:
    """Whether an article may go on after the headlines that this block stands above."""
    return not _ENDS_PAGE.match(block)


def is_related_line(block: str) -> bool:
    """Whether a block holds the headline of another article itself ("Also read: …")."""
    return len(block) <= _LONGEST and bool(_LEAD_IN.match(block))


def is_label(block: str) -> bool:
    """Whether a block is the name of a page's section ("World", "News | Middle East")."""
    return len(block) <= 60 and bool(_LABEL.fullmatch(block))


def is_masthead(block: str) -> bool:
    """Whether a block looks like the name of a publication or an office ("The Sanda Gazette"), which may stand over a
    headline."""
    return len(block) <= 80 and bool(_MASTHEAD.fullmatch(block))


def is_trail(block: str) -> bool:
    """Whether a block looks like a trail of sections ("Home > Ports > Sanda"); a headline may look so too."""
    return len(block) <= 120 and bool(_TRAIL.fullmatch(block))
