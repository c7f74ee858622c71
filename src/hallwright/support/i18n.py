"""The language in which the program speaks to its user: gettext catalogues in ``resources/translations``.

English is the language of the source; a text without a translation stays English. The command line never calls
``use``, so it and what it writes stay English for the scripts that read them. The journal stays English, too: it is
read by people of several languages, and a stored text cannot follow a switch.

``_`` translates where a text is shown. ``N_`` only marks constants of modules and classes, which are made before a
language is chosen; whoever shows them calls ``_``. Sentences are translated whole, with named places for values.
"""

from collections.abc import Mapping
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from types import MappingProxyType

from hallwright.support.numbers import figure
from hallwright.support.paths import resources

ENGLISH = "en"
LANGUAGES: Mapping[str, str] = MappingProxyType({ENGLISH: "English", "zh_CN": "简体中文"})
"""Languages by code, each by the name that its speakers know."""
DOMAIN = "hallwright"


class Catalogue:
    """The texts of one language; starts as English."""

    def __init__(self) -> None:
        self.language = ENGLISH
        self._texts = NullTranslations()

    def use(self, language: str) -> None:
        """Speak another language; one without a sound catalogue is spoken as English."""
        self.language, self._texts = ENGLISH, NullTranslations()
        if language == ENGLISH or language not in LANGUAGES:
            return
        try:
            with (translations() / language / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
                self._texts = GNUTranslations(file)
        except (OSError, UnicodeError):
            return
        self.language = language

    def text(self, message: str) -> str:
        """Return a text in this language."""
        # gettext answers an empty text with the head of the catalogue.
        return self._texts.gettext(message) if message else ""

    def plural(self, one: str, many: str, number: int) -> str:
        """Return one of two texts by number."""
        return self._texts.ngettext(one, many, number)


# The one object that everybody shares without being handed it: a language is spoken by a whole process, gettext's
# ``_`` has to be a plain function for the tools that collect texts, and a catalogue handed through every rule, edit
# and refusal would be an argument of half the functions of the program, though none of them decides by it.
_CATALOGUE = Catalogue()


def use(language: str) -> None:
    """Speak another language from now on; what was shown before keeps its words."""
    _CATALOGUE.use(language)


def language() -> str:
    """Return the code of the language spoken now."""
    return _CATALOGUE.language


def chosen(setting: str, system: str) -> str:
    """Return the language to speak.

    Args:
        setting: the code that the user chose, or an empty text.
        system: the system's locale, e.g. ``zh_CN.UTF-8`` or ``en-GB``.
    """
    if setting in LANGUAGES:
        return setting
    return "zh_CN" if system.lower().replace("-", "_").split("_")[0].split(".")[0] == "zh" else ENGLISH


def _(message: str) -> str:
    """Return a text in the language spoken now."""
    return _CATALOGUE.text(message)


def N_(message: str) -> str:  # noqa: N802  # gettext's own name
    """Mark a constant for the catalogue; it is translated where it is shown."""
    return message


def marked(one: str, many: str) -> tuple[str, str]:
    """Mark both forms of a constant for ``counted``."""
    return one, many


def counted(one: str, many: str, number: int, **values: object) -> str:
    """Return ``one`` or ``many`` with ``{number}``, grouped by thousands, and other values in their places."""
    return _CATALOGUE.plural(one, many, number).format(number=figure(number), **values)


def translations() -> Path:
    """Return the folder of the catalogues."""
    return resources() / "translations"
