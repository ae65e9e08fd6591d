"""Mails and mailboxes: text, alternatives, attachments, odd charsets, and mails that are made to hurt."""

import base64
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from counterclaim.ingest.adapters import Item
from counterclaim.ingest.limits import Limits
from counterclaim.records import Document
from tests.ingest.makers import BODY, ENGLISH, TITLE, documents, page, pdf, refusals, zipped

Ingest = Callable[..., list[Item]]
HEAD = b"From: Sanda Wire <desk@sanda.example>\r\nDate: Thu, 09 May 2024 23:30:00 -0500\r\nMIME-Version: 1.0\r\n"


def mail(body: str = ENGLISH, subject: str = TITLE) -> EmailMessage:
    """A mail with a plain text."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["Subject"] = "Reuters <desk@sanda.example>", subject
    message["Date"] = "Thu, 09 May 2024 23:30:00 -0500"
    message.set_content(body)
    return message


def only(items: list[Item]) -> Document:
    """The one document that was found."""
    assert refusals(items) == []
    [found] = documents(items)
    return found


def test_a_mail_is_a_document_with_its_subject_as_title(ingest: Ingest) -> None:
    found = only(ingest(mail(subject="Fwd: RE: " + TITLE).as_bytes(), "port.eml"))
    assert (found.title, found.published, found.outlet) == (TITLE, "2024-05-09", "Reuters")
    assert found.text.replace("\r\n", "\n") == f"{TITLE}\n\n{ENGLISH}"


@pytest.mark.parametrize("date", ["Fri, 31 Feb 2023 10:00:00 +0000", "yesterday-ish", "Thu, 09 May 3024 10:00:00 GMT"])
@pytest.mark.parametrize("name", ["port.eml", "port.mbox"])
def test_a_date_that_cannot_be_read_is_noted(ingest: Ingest, name: str, date: str) -> None:
    raw = f"From: Sanda Wire <desk@sanda.example>\nDate: {date}\nMIME-Version: 1.0\n\n{ENGLISH}".encode()
    items = ingest(raw if name == "port.eml" else b"From desk Thu May  9 2024\n" + raw, name)
    [found] = documents(items)
    assert (found.published, refusals(items)) == (None, [(found.path, "date not understood")])


def test_a_mail_without_a_date_is_nothing_to_note(ingest: Ingest) -> None:
    raw = HEAD.replace(b"Date: Thu, 09 May 2024 23:30:00 -0500\r\n", b"") + b"\r\n" + ENGLISH.encode()
    assert only(ingest(raw, "port.eml")).published is None


def test_of_alternatives_the_fullest_is_read(ingest: Ingest) -> None:
    both = mail()
    both.add_alternative(
        page(["Another text stands here, for readers with pictures and colours in their mail."]), subtype="html"
    )
    assert "Another" not in only(ingest(both.as_bytes(), "port.eml")).text
    stub = mail("See this mail in your browser")
    stub.add_alternative(page(), subtype="html")
    assert only(ingest(stub.as_bytes(), "port.eml")).text == f"{TITLE}\n\n{ENGLISH}"


def test_a_short_mail_in_html_is_read_whole(ingest: Ingest) -> None:
    raw = (
        HEAD + b"Content-Type: text/html\r\n\r\n<style>p {}</style><p>It is <b>open</b>.</p><div>Come in.<br>Now.</div>"
    )
    assert only(ingest(raw, "port.eml")).text == "It is open.\n\nCome in.\n\nNow."


def test_attachments_are_documents_of_their_own(ingest: Ingest) -> None:
    message = mail()
    message.add_attachment(pdf([[BODY[0]]]), maintype="application", subtype="pdf", filename="report.pdf")
    message.add_attachment(
        zipped({"a.txt": BODY[1].encode()}), maintype="application", subtype="zip", filename="more.zip"
    )
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(b"BEGIN:VCARD", maintype="text", subtype="x-vcard", filename="card.vcf")
    message.add_attachment(mail(BODY[2], "Nobody hurt in the port of Sanda"))
    items = ingest(message.as_bytes(), "port.eml")
    assert [found.path for found in documents(items)] == [
        "port.eml",
        "port.eml#report.pdf",
        "port.eml#more.zip#a.txt",
        "port.eml#5",
    ]
    assert documents(items)[-1].title == "Nobody hurt in the port of Sanda"
    assert refusals(items) == [("port.eml#card.vcf", "content type that is not read")]


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("=?utf-8?q?K=C3=B6ln_opens_its_port?=", "Köln opens its port"),
        ("=?iso-8859-1?b?S/ZsbiBvcGVucw==?= again", "Köln opens again"),
        ("=?no-such-charset?q?K=F6ln?=", "Köln"),
        ("=?utf-8?q?broken=C3?=", "brokenÃ"),
        ("=?utf-8?b?!!!?=", ""),
        ("two\r\n lines", "two lines"),
        ("AW: WG: Re[2]: Port", "Port"),
    ],
)
def test_subjects(ingest: Ingest, subject: str, title: str) -> None:
    raw = HEAD + b"Subject: " + subject.encode() + b"\r\n\r\n" + BODY[0].encode()
    assert (only(ingest(raw, "port.eml")).title or "") == title or title == ""


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("windows-1252", "cp1252"),
        ("utf8-no-such", "utf-8"),
        ("", "utf-8"),
        ("us-ascii", "utf-8"),
        ("utf-16", "utf-8"),
    ],
)
def test_charsets(ingest: Ingest, charset: str, encoding: str) -> None:
    text = f"{BODY[0]} “Köln too”, it said."
    raw = HEAD + f'Content-Type: text/plain; charset="{charset}"\r\nContent-Transfer-Encoding: base64\r\n\r\n'.encode()
    assert only(ingest(raw + base64.encodebytes(text.encode(encoding)), "port.eml")).text == text


def nested(depth: int) -> bytes:
    """A mail whose text lies so deep in multiparts."""
    raw = HEAD
    for level in range(depth):
        raw += b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (level, level)
    return raw + b"Content-Type: text/plain\r\n\r\n" + BODY[0].encode() + b"\r\n"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (nested(5), None),
        (nested(40), "nested too deeply"),
        (nested(1500), "cannot be parsed"),
        (b"", "empty text"),
        (HEAD, "empty text"),
        (b"no header\r\n\r\nat all", "no mail"),
        (HEAD + b"Content-Type: multipart/mixed; boundary=\r\n\r\n", "empty text"),
        (HEAD + b"Content-Type: multipart/mixed\r\n\r\n--\r\n", "no words"),
        (HEAD + b"Content-Transfer-Encoding: base64\r\n\r\n\xff\xfe!!!!", "empty text"),
        (HEAD + b"Date: 99 Foo 99999\r\nContent-Type: text/html\r\n\r\n<p></p>", "empty text"),
    ],
)
def test_odd_mails(ingest: Ingest, raw: bytes, reason: str | None) -> None:
    items = ingest(raw, "odd.eml")
    assert [why for _, why in refusals(items)] == ([reason] if reason else [])


def test_a_mail_of_a_thousand_parts_is_read_to_the_limit(ingest: Ingest) -> None:
    parts = b"".join(b"--b\r\nContent-Type: text/plain\r\n\r\nPort number %d is open.\r\n" % n for n in range(1000))
    items = ingest(HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + parts, "many.eml", Limits(parts=10))
    assert "number 9" in documents(items)[0].text
    assert refusals(items) == [("many.eml", "too many parts")]


def test_bounds_of_a_mail(ingest: Ingest) -> None:
    assert refusals(ingest(mail().as_bytes(), "port.eml", Limits(mail_bytes=100))) == [("port.eml", "too large")]


def test_a_mail_in_a_mail_in_a_mail_ends(ingest: Ingest) -> None:
    raw = mail("The innermost mail is here.").as_bytes()
    for _ in range(8):
        outer = mail("A forward.")
        outer.add_attachment(raw, maintype="application", subtype="octet-stream", filename="f.eml")
        raw = outer.as_bytes()
    items = ingest(raw, "port.eml")
    assert refusals(items) == [("port.eml" + "#f.eml" * 4, "nested too deeply")]


def test_a_mailbox_gives_each_of_its_mails(ingest: Ingest) -> None:
    mails = [mail(body, f"Port news, number {n}").as_bytes().replace(b"\r\n", b"\n") for n, body in enumerate(BODY)]
    box = b"".join(
        b"From desk@sanda.example Thu May  9 23:30:00 2024\n" + raw + b"\n>From here on it is quiet.\n\n"
        for raw in mails
    )
    items = ingest(box, "inbox.mbox")
    assert [found.path for found in documents(items)] == ["inbox.mbox#1", "inbox.mbox#2", "inbox.mbox#3"]
    assert documents(items)[0].text.endswith("\nFrom here on it is quiet.")


def test_a_mailbox_without_a_mail_is_named(ingest: Ingest) -> None:
    assert refusals(ingest(b"Frommage is no mail.", "inbox.mbox")) == [("inbox.mbox", "nothing in it")]


def test_a_mail_of_a_mailbox_that_is_too_large_is_named(ingest: Ingest) -> None:
    box = b"From a\nSubject: Port\n\n" + b"open " * 1000 + b"\n\nFrom b\nSubject: Port\n\nThe port is open.\n"
    items = ingest(box, "inbox.mbox", Limits(mail_bytes=1000))
    assert refusals(items) == [("inbox.mbox#1", "too large")]
    assert [found.path for found in documents(items)] == ["inbox.mbox#2"]


def test_a_mail_without_the_name_of_one_is_known_by_its_headers(ingest: Ingest) -> None:
    raw = b"Received: from a by b\r\n" + mail().as_bytes()
    assert only(ingest(raw, "message")).title == TITLE
    assert only(ingest(b"From: the harbour office\nTo: all ships\n\nThe port is open.", "note.txt")).title is None
