"""The user's own shortcuts: kept in the settings, laid over those of the program."""

from PySide6.QtCore import QSettings
from PySide6.QtGui import QKeySequence

from hallwright.desktop.actions import Actions

GROUP = "shortcuts"


def portable(keys: QKeySequence) -> str:
    """Return a key sequence as text that means the same on every system."""
    return keys.toString(QKeySequence.SequenceFormat.PortableText)


def native(keys: str) -> str:
    """Return a key sequence as this system writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class Shortcuts:
    """Changes the shortcuts of a window's actions and remembers what differs from the program's own."""

    def __init__(self, actions: Actions, settings: QSettings | None) -> None:
        self._actions = actions
        self._settings = settings
        self._own: dict[str, tuple[str, ...]] = {spec.name: tuple(spec.shortcuts) for spec in actions.specs}

    def apply(self) -> None:
        """Give the actions the shortcuts that were kept; names that no action bears any more are passed over."""
        if self._settings is None:
            return
        self._settings.beginGroup(GROUP)
        kept = {name: str(self._settings.value(name, "")) for name in self._settings.childKeys()}
        self._settings.endGroup()
        for name, keys in kept.items():
            if name in self._own:
                self._actions.rebind(name, keys.split("\n") if keys else ())

    def of(self, name: str) -> tuple[str, ...]:
        """Return the present shortcuts of an action as portable text."""
        return tuple(portable(keys) for keys in self._actions[name].shortcuts())

    def changed(self, name: str) -> bool:
        """Say whether an action has other shortcuts than the program gave it."""
        return self.of(name) != tuple(portable(QKeySequence(keys)) for keys in self._own[name])

    def owner(self, keys: str, besides: str = "") -> str | None:
        """Return the name of the action that a key sequence belongs to, or None."""
        wanted = portable(QKeySequence(keys))
        return next((name for name in self._own if name != besides and wanted in self.of(name)), None)

    def set(self, name: str, keys: str) -> None:
        """Give an action one shortcut, or none for an empty text; who had it before loses it."""
        owner = self.owner(keys, besides=name) if keys else None
        if owner is not None:
            wanted = portable(QKeySequence(keys))
            self._rebind(owner, tuple(other for other in self.of(owner) if other != wanted))
        self._rebind(name, (keys,) if keys else ())

    def reset(self, name: str) -> None:
        """Give an action the program's own shortcuts back, taking them from whoever has them now."""
        for keys in self._own[name]:
            owner = self.owner(keys, besides=name)
            if owner is not None:
                wanted = portable(QKeySequence(keys))
                self._rebind(owner, tuple(other for other in self.of(owner) if other != wanted))
        self._rebind(name, self._own[name])

    def reset_all(self) -> None:
        """Give every action the program's own shortcuts back."""
        for name, keys in self._own.items():
            self._rebind(name, keys)

    def _rebind(self, name: str, keys: tuple[str, ...]) -> None:
        self._actions.rebind(name, keys)
        if self._settings is None:
            return
        if self.changed(name):
            self._settings.setValue(f"{GROUP}/{name}", "\n".join(self.of(name)))
        else:
            self._settings.remove(f"{GROUP}/{name}")
