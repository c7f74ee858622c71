"""The files in which answers come back: filled proofs, answer files, mails with codes, and lists."""

import csv
import email
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from email import policy
from pathlib import Path

from hallwright.exchange.guard import unguarded
from hallwright.expo.review import Answer
from hallwright.printing.answers import read_answers
from hallwright.review.receiving import Claim, Turned
from hallwright.review.tokens import codes_in
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

KIND = "hallwright-answer"
"""What an answer file of the review page says that it is."""
_MOST = 1_000_000
_MOST_ROWS = 20_000
_HEADINGS: Mapping[str, str] = {
    **dict.fromkeys(("token", "code", "编号", "确认单编号"), "token"),
    **dict.fromkeys(("answer", "reply", "回复", "答复"), "answer"),
    **dict.fromkeys(("comment", "comments", "wish", "意见", "意见或要求"), "comment"),
    **dict.fromkeys(("name", "姓名"), "name"),
    **dict.fromkeys(("date", "dated", "日期"), "dated"),
}
_ANSWERS: Mapping[str, str] = {
    **dict.fromkeys(("approve", "approved", "yes", "ok", "同意", "确认"), Answer.APPROVE),
    **dict.fromkeys(("change", "change wanted", "no", "调整", "需要调整", "不同意"), Answer.CHANGE),
    **dict.fromkeys(("comment", "意见"), Answer.COMMENT),
}


def claims_in(paths: Sequence[Path], pulse: Callable[[], None] = lambda: None) -> tuple[list[Claim], list[Turned]]:
    """Return the answers in some files and folders, and what is in none of them and why.

    Raises:
        Refused: a file or folder is missing.
    """
    files = list(_files(paths))
    pdfs = [path for path in files if path.suffix.lower() == ".pdf"]
    filled = dict(zip(pdfs, read_answers(pdfs, pulse), strict=True))
    claims: list[Claim] = []
    turned: list[Turned] = []
    for path in files:
        pulse()
        found = _of_pdf(path, filled[path]) if path in filled else _of_file(path)
        if isinstance(found, str):
            turned.append(Turned(path.name, found))
        else:
            claims += found
    return claims, turned


def claims_of_text(text: str, source: str) -> list[Claim]:
    """Return the answers whose codes stand in a text, each with the name and the comment that follow it."""
    found = []
    codes = codes_in(text)
    ends = [start for _token, _answer, start, _end in codes[1:]] + [len(text)]
    for (token, answer, _start, after), end in zip(codes, ends, strict=False):
        said = _labelled(text[after:end])
        found.append(Claim(source, token or "?", answer, said["comment"], said["name"], said["dated"]))
    return found


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(one for one in path.iterdir() if one.is_file() and not one.name.startswith("."))
        elif path.is_file():
            yield path
        else:
            raise Refused(_("There is no such file"), str(path), _("Give filled proofs, answer files or a folder."))


def _of_pdf(path: Path, fields: dict[str, str] | None) -> list[Claim] | str:
    if fields is None:
        return _("it is no PDF with fields that can be read; type its answer into a list with its token")
    if "token" not in fields:
        return _("it is no proof, or its fields were lost; type its answer into a list with its token")
    get = fields.get
    return [Claim(path.name, get("token", ""), get("answer", ""), get("comment", ""), get("name", ""), get("date", ""))]


def _of_file(path: Path) -> list[Claim] | str:
    kind = path.suffix.lower()
    if kind not in (".json", ".csv", ".txt", ".eml"):
        return _("files of this kind hold no answers")
    if path.stat().st_size > _MOST:
        return _("it is too large for an answer")
    raw = path.read_bytes()
    if kind == ".json":
        return _of_json(path, raw)
    if kind == ".csv":
        return _of_list(path, _text(raw))
    text = _mail(raw) if kind == ".eml" else _text(raw)
    return claims_of_text(text, path.name) or _("no code of an answer is in it")


def _of_json(path: Path, raw: bytes) -> list[Claim] | str:
    try:
        held = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return _("it is damaged: no JSON")
    if not isinstance(held, dict) or held.get("kind") != KIND:
        return _("it is no answer file of a review page")
    values = {name: held.get(name, "") for name in ("token", "answer", "comment", "name", "date")}
    if not all(isinstance(value, str) for value in values.values()):
        return _("it is damaged: a value is no text")
    return [Claim(path.name, values["token"], values["answer"], values["comment"], values["name"], values["date"])]


def _of_list(path: Path, text: str) -> list[Claim] | str:
    try:
        dialect: type[csv.Dialect] = csv.Sniffer().sniff(text[:4000], delimiters=",;\t")
    except csv.Error:
        dialect = csv.excel
    rows = csv.reader(io.StringIO(text), dialect)
    heads = [_HEADINGS.get(cell.strip().casefold(), "") for cell in next(rows, [])]
    if "token" not in heads:
        return _("its first row names no column 'token'")
    claims = []
    for number, row in enumerate(rows, start=2):
        if number > _MOST_ROWS:
            return _("it has more than {count} rows").format(count=_MOST_ROWS)
        if not any(cell.strip() for cell in row):
            continue
        said = {head: unguarded(cell).strip() for head, cell in zip(heads, row, strict=False) if head}
        answer = said.pop("answer", "")
        answer = _ANSWERS.get(answer.casefold(), answer)
        raw = {name: said.get(name, "") for name in ("comment", "name", "dated")}
        claims.append(Claim(_("{file}, row {row}").format(file=path.name, row=number), said["token"], answer, **raw))
    return claims


def _labelled(text: str) -> dict[str, str]:
    """Return what follows a code as lines ``Name: ...`` and ``Comment: ...``; the comment may go on for lines."""
    found = {"comment": "", "name": "", "dated": ""}
    last = ""
    for line in text.splitlines():
        plain = line.lstrip("> \t").rstrip()
        label, sign, value = plain.replace("：", ":", 1).partition(":")
        head = _HEADINGS.get(label.strip().casefold(), "") if sign else ""
        if plain.startswith("--") or head in ("token", "answer"):
            last = ""
        elif head:
            last, found[head] = head, value.strip()
        elif last == "comment" and plain:
            found["comment"] += "\n" + plain
    return found


def _mail(raw: bytes) -> str:
    """Return the plain text of a saved mail."""
    body = email.message_from_bytes(raw, policy=policy.default).get_body(("plain",))
    try:
        return str(body.get_content()) if body is not None else ""
    except (LookupError, ValueError):
        return ""


def _text(raw: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")
