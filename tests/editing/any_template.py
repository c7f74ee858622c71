"""Callers for the edits of badge templates, with arguments drawn at random."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from hallwright.editing import photos, templates
from hallwright.editing.change import Change
from hallwright.expo.badges import UNUSED
from hallwright.expo.design import Design, Element, Kind, Page
from hallwright.expo.show import Show

_NAMES = st.sampled_from(["", "T0", "t1", "Press", "媒体证"])
_ROLES = st.sampled_from([(), UNUSED, ("press",), ("vip", "press"), ("king",)])
_DESIGNS = st.builds(
    Design,
    st.sampled_from([Page(86_000, 124_000), Page(85_600, 53_980), Page(1, 2)]),
    st.lists(
        st.builds(Element, st.sampled_from("abc"), st.sampled_from(Kind), st.integers(0, 9), *[st.just(9)] * 3),
        max_size=3,
    ).map(tuple),
)


def _one(draw: Callable[..., Any], show: Show) -> str:
    return str(draw(st.sampled_from([*show.templates, "gone"])))


def _photos(draw: Callable[..., Any], show: Show) -> dict[str, str]:
    keys = st.sampled_from([*show.people, "gone"])
    found: dict[str, str] = draw(st.dictionaries(keys, st.sampled_from(["", "0" * 64])))
    return found


TEMPLATES: dict[str, Callable[[Any, Show], Change]] = {
    "photos.set_photos": lambda draw, show: photos.set_photos(show, _photos(draw, show)),
    "templates.add_template": lambda draw, show: templates.add_template(show, draw(_NAMES), draw(_DESIGNS)),
    "templates.add_child": lambda draw, show: templates.add_child(show, _one(draw, show), draw(_NAMES)),
    "templates.duplicate_template": lambda draw, show: templates.duplicate_template(
        show, _one(draw, show), draw(_NAMES)
    ),
    "templates.rename_template": lambda draw, show: templates.rename_template(show, _one(draw, show), draw(_NAMES)),
    "templates.delete_template": lambda draw, show: templates.delete_template(show, _one(draw, show)),
    "templates.design_template": lambda draw, show: templates.design_template(show, _one(draw, show), draw(_DESIGNS)),
    "templates.use_template": lambda draw, show: templates.use_template(show, _one(draw, show), draw(_ROLES)),
    "templates.inherit_template": lambda draw, show: templates.inherit_template(
        show, _one(draw, show), draw(st.none() | st.just(_one(draw, show)))
    ),
}
