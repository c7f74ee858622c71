"""Every text of the window has its translation, and the compiled catalogues say what the written ones say."""

from gettext import GNUTranslations
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from hallwright.support.i18n import ENGLISH, LANGUAGES

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "translations"
KEYWORDS = {"_": None, "N_": None, "counted": (1, 2), "marked": (1, 2)}
OTHERS = [language for language in LANGUAGES if language != ENGLISH]
Id = str | tuple[str, ...]


def catalogue(file: Path) -> Catalog:
    with file.open("rb") as stream:
        return read_po(stream)


def messages(file: Path) -> list[Message]:
    return [message for message in catalogue(file) if message.id]


def key(message_id: object) -> Id:
    return message_id if isinstance(message_id, str) else tuple(message_id)  # type: ignore[arg-type]


def forms(texts: object) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts)  # type: ignore[arg-type]


def places(text: str) -> set[tuple[str, str]]:
    return {(name, form or "") for _plain, name, form, _conversion in Formatter().parse(text) if name is not None}


@pytest.fixture(scope="module")
def in_code() -> set[Id]:
    found = extract_from_dir(ROOT / "src" / "hallwright", [("**.py", "python")], {"**.py": {}}, KEYWORDS)
    return {key(message_id) for _file, _line, message_id, _comments, _context in found if message_id}


def test_the_template_holds_every_text_of_the_code(in_code: set[Id]) -> None:
    held = {key(message.id) for message in messages(FOLDER / "hallwright.pot")}
    # A plural's first form may be asked for alone, too; then the catalogue keeps both under one.
    singles = {one[0] for one in held if isinstance(one, tuple)}
    assert in_code - held - singles == set(), "run: sh packaging/translations"


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_translated_and_keeps_its_places(language: str, in_code: set[Id]) -> None:
    known = {key(message.id): message for message in messages(FOLDER / language / "LC_MESSAGES" / "hallwright.po")}
    firsts = {one[0] for one in known if isinstance(one, tuple)}
    assert {one for one in in_code if one not in known and one not in firsts} == set(), "run: sh packaging/translations"
    for message_id, message in known.items():
        assert not message.fuzzy, message_id
        translated = forms(message.string)
        assert translated, message_id
        for text in translated:
            assert text.strip(), f"not translated: {message_id}"
            wanted = set().union(*(places(one) for one in forms(message_id)))
            assert places(text) == wanted, message_id
            assert ("&" in text) == ("&" in forms(message_id)[0]), f"mnemonic of {message_id}"


@pytest.mark.parametrize("language", OTHERS)
def test_the_compiled_catalogue_is_up_to_date(language: str) -> None:
    folder = FOLDER / language / "LC_MESSAGES"
    with (folder / "hallwright.mo").open("rb") as stream:
        compiled = GNUTranslations(stream)
    for message in messages(folder / "hallwright.po"):
        first, *rest = forms(message.id)
        found = compiled.ngettext(first, rest[0], 2) if rest else compiled.gettext(first)
        assert found == forms(message.string)[0], "run: sh packaging/translations --compile"
