"""What holds for every edit function: it can be taken back, and it changes nothing it does not say."""

import importlib
import inspect
import pkgutil
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.editing.any_edit import CALLERS, attempt
from tests.shows import content, shows

import hallwright.editing
from hallwright.editing.change import Change
from hallwright.editing.telling import retold
from hallwright.expo.show import Show
from hallwright.support.i18n import ENGLISH, use


def _edit_functions(module: ModuleType) -> set[str]:
    found = inspect.getmembers(module, inspect.isfunction)
    return {
        f"{module.__name__.rpartition('.')[2]}.{name}"
        for name, function in found
        if not name.startswith("_")
        and function.__module__ == module.__name__
        and inspect.signature(function).return_annotation is Change
    }


def test_every_edit_function_is_under_the_laws() -> None:
    names = [info.name for info in pkgutil.iter_modules(hallwright.editing.__path__) if not info.ispkg]
    modules = [importlib.import_module(f"hallwright.editing.{name}") for name in names]
    assert set(CALLERS) == set().union(*map(_edit_functions, modules))


@pytest.mark.parametrize("name", CALLERS)
# For each of a hundred edits: two fifths of what a single law looks at.
@settings(max_examples=settings().max_examples * 2 // 5)
@given(shows(), st.data())
def test_every_edit_keeps_the_laws(name: str, show: Show, data: st.DataObject) -> None:
    # One edit is held to all laws: making it is what takes the time.
    change = attempt(data.draw, show, name)
    if change is not None:
        _it_and_its_inverse_leave_the_show_as_it_was(show, change)
        _it_starts_from_the_rows_of_its_show_and_counts_their_revisions(show, change)
        _it_touches_no_row_twice_and_only_the_tables_it_names(show, change)
        # This one takes its summary from others.
        if name != "typing_booths.with_types" and change.edits:
            _it_can_be_told(change)


def _it_and_its_inverse_leave_the_show_as_it_was(show: Show, change: Change) -> None:
    after = change.applied(show)
    assert content(change.inverse().applied(after)) == content(show)
    assert content(change.inverse().inverse().applied(show)) == content(after)


def _it_starts_from_the_rows_of_its_show_and_counts_their_revisions(show: Show, change: Change) -> None:
    for before, after in change:
        if before is None:
            assert after is not None
            assert after.id not in show.table(type(after))
        else:
            assert show.table(type(before))[before.id] is before
            assert after is None or after.revision == before.revision + 1


def _it_touches_no_row_twice_and_only_the_tables_it_names(show: Show, change: Change) -> None:
    assert len(change.ids()) == len(change.edits)
    after = change.applied(show)
    for kind, table in show.tables.items():
        assert (after.tables[kind] is table) == (kind not in change.kinds())


def _it_can_be_told(change: Change) -> None:
    """Whatever is written into the journal is told in the window's language."""
    use("zh_CN")
    try:
        assert retold(change.summary) != change.summary
    finally:
        use(ENGLISH)
