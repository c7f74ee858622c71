"""The languages of the window, to choose from in a menu, and Qt's own words in them."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator, SignalInstance
from PySide6.QtGui import QActionGroup

from hallwright.desktop.actions import Actions, ActionSpec
from hallwright.desktop.locales import use_marks
from hallwright.support.i18n import LANGUAGES, chosen, language, use

SETTING = "language"
"""Where the user's choice is kept."""


class LanguageMenu:
    """One action a language; the choice is told, for the window has to be built anew to speak another."""

    def __init__(self, wanted: SignalInstance) -> None:
        self._wanted = wanted

    def specs(self) -> list[ActionSpec]:
        """Return the table of actions."""
        return [
            ActionSpec(
                f"language-{code}",
                "&View/&Language",
                name,
                partial(self._choose, code),
                checked=code == language(),
                exclusive=True,
                separate=place == 0,
                verbatim=True,
            )
            for place, (code, name) in enumerate(LANGUAGES.items())
        ]

    def furnish(self, actions: Actions) -> None:
        """Let only one of the actions be on."""
        group = QActionGroup(actions[f"language-{language()}"])
        for code in LANGUAGES:
            group.addAction(actions[f"language-{code}"])

    def _choose(self, code: str, on: bool) -> None:
        if on and code != language():
            self._wanted.emit(code)


class Speech:
    """Lets the program, and Qt within it, speak the language that the user chose, or else the system's."""

    def __init__(self, app: QCoreApplication, setting: str) -> None:
        self._app = app
        self._words = QTranslator(app)
        self.speak(chosen(setting, QLocale.system().name()))

    def speak(self, code: str) -> None:
        """Speak a language from now on: texts, Qt's own buttons and menus, and how dates are written."""
        use(code)
        self._app.removeTranslator(self._words)
        if code == language() and self._words.load(
            f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        ):
            self._app.installTranslator(self._words)
        use_marks()
        # The system's own locale knows how its user writes dates in English.
        system = QLocale.system()
        own = system.name().partition("_")[0] == code.partition("_")[0]
        QLocale.setDefault(system if own else QLocale(code))
