"""The formats of official registers: a module each, known by the table below. A new one is a module and a line here."""

from counterclaim.registers.formats import (
    canada_xml,
    eu_csv,
    eu_xml,
    ftm,
    ofac_csv,
    ofac_xml,
    uk_csv,
    uk_tables,
    uk_xml,
    un_xml,
)
from counterclaim.registers.formats.format import HEAD, LARGEST_FILE, Content, Format, Head

FORMATS: tuple[Format, ...] = (
    ofac_csv.FORMAT,
    ofac_xml.FORMAT,
    un_xml.FORMAT,
    uk_csv.UK_LIST,
    uk_csv.OFSI,
    uk_xml.FORMAT,
    uk_tables.FORMAT,
    canada_xml.FORMAT,
    eu_xml.FORMAT,
    eu_csv.FORMAT,
    ftm.JSON,
    ftm.CSV,
)

__all__ = ["FORMATS", "HEAD", "LARGEST_FILE", "Content", "Format", "Head"]
