"""Names of people, organisations, ships and aircraft: parse once, compare many.

How a name is read (``parse_name``). A name in any script is romanised and parted into words. In a person's name a
word is a given or family name, a patronymic, the "father" behind *bin* or *ibn*, an initial, a title, a particle;
"Abd al-Rahman", "Abu Bakr" and "Nur al-Din" are one name each; Chinese and Korean names have two parts. In the name of
a body, ship or aircraft a word is a legal form, a kind of body, a place, a number, or a word of its own. Each word has
the main spelling of its family ("Hamzeh": hamza), a key of its consonants, and a looser one that scripts without vowels
share.

How a score is made (``compare``). Words are paired, each with the one it is most alike; then features are added up:

- every pair gives its share of 1, by the weight of its words ("Bank" weighs less than "Melli"), times how alike they
  are: the same 1, another spelling of one family 0.97, romanised otherwise 0.93, the same consonants in another script
  0.92, an initial 0.7, a slip of the pen at most 0.75 and less the shorter the word, a foreign or short form 0.5;
- words that differ take the share that they would have had, and a penalty besides;
- words that one side lacks take a little for a person (less for an initial or a patronymic, more where the first name
  is lacking: "Farid Ghazawi" may be the father of "Rana Farid Ghazawi"), and their weight's part for a body;
- order, son and father exchanged, "Jr", the sex of an ending, legal forms and numbers that disagree take their part;
- countries, years of birth and kinds, where they are known, add or take theirs (``Facts``).

The score is the sum, held between 0 and 1. From ``HIT`` on two names are taken for one's, from ``POSSIBLE`` on a person
has to look (``verdict``). Nothing else enters the score, so that a reader can recount it.

Data is in ``spellings.yaml`` and ``words.yaml`` beside this file, each group of rows with its source.
"""

from counterclaim.registers.names.comparing import compare, verdict
from counterclaim.registers.names.parsing import keys, parse_name
from counterclaim.registers.names.values import HIT, POSSIBLE, Comparison, Facts, Name, Role, Token

__all__ = [
    "HIT",
    "POSSIBLE",
    "Comparison",
    "Facts",
    "Name",
    "Role",
    "Token",
    "compare",
    "keys",
    "parse_name",
    "verdict",
]
