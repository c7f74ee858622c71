"""The mails that go with proofs: for a mail merge, or as drafts that a mail program opens; nothing is sent."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from mimetypes import guess_type
from pathlib import Path

from hallwright.drawing.wording import Lang, names
from hallwright.exchange.guard import guarded
from hallwright.expo.event import Event
from hallwright.expo.people import Exhibitor
from hallwright.expo.review import Packet
from hallwright.support.text import one_line

HEADINGS = ("address", "contact", "company", "subject", "text", "attachment", "attachment2", "language", "token")
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", re.ASCII)
_ENGLISH = """Dear {contact},

attached is the placement of {company} at {event}: booth {booths}.

Please look at it and answer{deadline}. You may fill in the PDF and send it back, or open the page (.html) in any \
browser, also without a network, and send us the answer file or the code that it makes.

Kind regards"""
_CHINESE = """{contact}，您好：

附件是 {company} 在 {event} 的展位安排：{booths}。

请您查看并回复{deadline}。您可以填写 PDF 后发回；也可以用任意浏览器打开网页文件（.html，无需联网），\
把生成的回复文件或回复码发给我们。

此致
敬礼"""
_PLAIN_ENGLISH = """Dear {contact},

attached is the placement of {company} at {event}: booth {booths}.

Please look at it, fill in the PDF and send it back{deadline}.

Kind regards"""
_PLAIN_CHINESE = """{contact}，您好：

附件是 {company} 在 {event} 的展位安排：{booths}。

请您查看、填写 PDF 并发回{deadline}。

此致
敬礼"""


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail: to whom, what, and the names of its attachments within the folder."""

    exhibitor: Exhibitor
    packet: Packet
    subject: str
    text: str
    attachments: tuple[str, ...]
    token: str


def letter(
    event: Event, exhibitor: Exhibitor, packet: Packet, numbers: str, attachments: tuple[str, ...], token: str
) -> Letter:
    """Write the mail for one exhibitor in its language."""
    subjects, texts = [], []
    webbed = len(attachments) > 1
    for lang in (Lang.ZH, Lang.EN):
        if packet.lang not in (lang, Lang.BOTH):
            continue
        chinese = lang is Lang.ZH

        def one(name: str, native: str, lang: Lang = lang) -> str:
            return next(filter(None, names(name, native, lang)), "")

        company = one(exhibitor.name, exhibitor.name_native)
        called = one(event.name, event.name_native)
        deadline = ""
        if packet.deadline is not None:
            deadline = f"（请于 {packet.deadline} 前）" if chinese else f" by {packet.deadline}"
        if chinese:
            text, subject = _CHINESE if webbed else _PLAIN_CHINESE, f"{called}：请确认展位 {numbers}"
        else:
            text, subject = _ENGLISH if webbed else _PLAIN_ENGLISH, f"{called}: please check your booth {numbers}"
        contact = exhibitor.contact or company
        texts.append(text.format(contact=contact, company=company, event=called, booths=numbers, deadline=deadline))
        subjects.append(subject)
    return Letter(
        exhibitor, packet, one_line(" / ".join(subjects)), "\n\n----\n\n".join(texts) + "\n", attachments, token
    )


def write_merge(path: Path, letters: Iterable[Letter]) -> None:
    """Write the list for a mail merge: UTF-8 with a mark, as spreadsheet programs want it."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEADINGS)
        for one in letters:
            attached = (*one.attachments, "")[:2]
            cells = (one.exhibitor.email, one.exhibitor.contact, one.exhibitor.name or one.exhibitor.name_native)
            rows.writerow(
                guarded(cell) for cell in (*cells, one.subject, one.text, *attached, one.packet.lang, one.token)
            )


def write_draft(path: Path, one: Letter, folder: Path) -> None:
    """Write one mail with its attachments as a draft, which mail programs open for sending."""
    message = EmailMessage(policy=policy.SMTP)
    # Outlook and others open what bears this mark as a draft, not as a mail that came in.
    message["X-Unsent"] = "1"
    # What is no address is left for the sender to mend; it must not stop the other drafts.
    addresses = [part for part in re.split(r"[\s,;，；]+", one.exhibitor.email) if _ADDRESS.fullmatch(part)]
    if addresses:
        message["To"] = ", ".join(addresses)
    message["Subject"] = one.subject
    message.set_content(one.text, charset="utf-8")
    for name in one.attachments:
        file = folder / name
        main, _, sub = (guess_type(file.name)[0] or "application/octet-stream").partition("/")
        message.add_attachment(file.read_bytes(), maintype=main, subtype=sub, filename=file.name)
    path.write_bytes(message.as_bytes())
