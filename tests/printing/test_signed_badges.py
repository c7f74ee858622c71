"""Every code of a batch, read back from the rendered pages as a scanner would, and verified."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from tests.printing.reading import picture
from tests.scanning import scanned
from tests.signing.any_token import KEY

from hallwright.drawing.codes import Content, codes, vcard
from hallwright.editing.badges import record
from hallwright.editing.sample import build
from hallwright.expo.printed import now
from hallwright.expo.show import Show
from hallwright.printing.badges import chosen, print_badges
from hallwright.signing.signer import batch
from hallwright.signing.verifying import verify


def signed_sample(count: int) -> Show:
    """Return the sample expo with a key and so many people, copies with other ids beyond those of the sample."""
    show = build().applied(Show())
    show = show.replaced([(show.event, replace(show.event, badge_key=KEY.public.text))])
    people = list(show.people.values())
    copies = [replace(people[k % len(people)], id=f"more{k}", code=f"M{k}") for k in range(count - len(people))]
    return show.replaced([*((None, copy) for copy in copies), *((row, None) for row in people[count:])])


@pytest.mark.parametrize(
    ("count", "contents"),
    [
        (100, [Content.BADGE]),
        (12, [Content.BADGE, Content.CONTACT]),
        pytest.param(1000, [Content.BADGE], marks=pytest.mark.slow),
    ],
)
def test_every_code_of_a_batch_is_read_from_the_page_and_verified(
    tmp_path: Path, count: int, contents: list[Content]
) -> None:
    show = signed_sample(count)
    people = chosen(show)
    assert len(people) == count
    made = batch(show, people, KEY)
    path = tmp_path / "badges.pdf"
    print_badges(show, path, codes=codes(show, contents, made.codes))
    show = record(show, made.badges, now()).applied(show)
    with pypdfium2.PdfDocument(path) as pdf:
        assert len(pdf) == count
    for page, person in enumerate(people):
        for dpi in (150, 300):
            read = scanned(picture(path, page, scale=dpi / 72))
            assert read.pop() == made.codes[person.id], (person.id, dpi)
            assert read == ([vcard(show, person)] if Content.CONTACT in contents else [])
        day = (person.days or show.event.days)[-1]
        verdict = verify(made.codes[person.id], KEY.public, day, show=show)
        assert verdict.good
        assert verdict.person == person
