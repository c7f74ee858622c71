"""The review page: nothing in it runs or leaves that should not, and a real browser answers with it."""

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.review.browser import Browser
from tests.review.shows import NOW, fair, sent
from tests.shows import booth

from hallwright.expo.event import Event
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import BoothStatus, Hall
from hallwright.geometry.outline import rectangle
from hallwright.review.answerfiles import claims_in, claims_of_text
from hallwright.review.page import PageMaker
from hallwright.review.receiving import take
from hallwright.review.sending import PAGES


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    with Browser(tmp_path) as browser:
        yield browser


def test_the_page_asks_for_nothing_from_outside(tmp_path: Path) -> None:
    _, made = sent(fair(), tmp_path / "out", "x3")
    text = (made.folder / PAGES / "Kugou.html").read_text("utf-8")
    assert "default-src 'none'" in text
    assert not re.search(
        r"""(src|href)\s*=\s*["']|url\(|@import|https?://|fetch\(|XMLHttp|WebSocket|sendBeacon""", text
    )


def test_names_cannot_leave_their_place(tmp_path: Path) -> None:
    evil = "</script><img src=x onerror=alert(1)><!--\u2028"
    show = fair()
    row = show.exhibitors["x1"]
    from dataclasses import replace

    show = show.replaced([(row, replace(row, name=evil, name_native="", fascia=evil))])
    _, made = sent(show, tmp_path / "out", "x1")
    (path,) = (made.folder / PAGES).iterdir()
    text = path.read_text("utf-8")
    assert "<img" not in text
    assert text.count("</script>") == 3
    held = json.loads(re.search(r'id="data">(.*?)</script>', text, re.DOTALL)[1])  # type: ignore[index]
    assert held["own"][0]["fascia"] == evil


def test_five_thousand_booths_stay_below_three_megabytes(tmp_path: Path) -> None:
    _many(5000)
    PageMaker(_many(5000)).write_for_all(tmp_path / "plan.html", "1")
    assert (tmp_path / "plan.html").stat().st_size < 3_000_000


def _many(count: int) -> Show:
    parties = [Exhibitor(id=f"x{k}", name=f"Exhibitor number {k}", name_native=f"参展公司{k}号") for k in range(count)]
    booths = [
        booth(f"b{k}", f"A{k:04}", k % 100 * 4000, k // 100 * 6000, exhibitor=f"x{k}", status=BoothStatus.CONFIRMED)
        for k in range(count)
    ]
    hall = Hall(id="h1", name="Hall", outline=rectangle(0, 0, 400_000, 300_000))
    return Show.of([Event(id="e", name="Expo"), hall, *parties, *booths])


def test_a_browser_without_network_answers_with_a_file_and_a_code(tmp_path: Path, browser: Browser) -> None:
    show, made = sent(fair(), tmp_path / "out", "x1")
    (path,) = (made.folder / PAGES).iterdir()
    browser.size(1200, 800)
    browser.open(path)
    assert browser.run("document.getElementById('who').textContent") == "网易"
    browser.click("#lang")
    assert browser.run("document.getElementById('who').textContent") == "NetEase <b>&"
    assert "A01" in browser.run("document.getElementById('facts').textContent")
    # Without an answer it says what is missing.
    browser.click("#save")
    assert "choose" in browser.run("document.getElementById('said').textContent")
    browser.click("input[value=change]")
    browser.click("#comment")
    browser.type("请换到角位 <b>\nplease: 16 A")
    browser.click("#name")
    browser.type("林美")
    browser.click("#save")
    file = browser.downloads / "NetEase-b-&-answer.json"
    for _ in range(100):
        if file.exists() and file.stat().st_size:
            break
        time.sleep(0.05)
        browser.run("1")
    claims, turned = claims_in([file])
    assert turned == []
    browser.click("#make")
    code = browser.run("document.getElementById('code').value")
    claims += claims_of_text(code, "mail")
    assert (claims[0].token, claims[0].answer, claims[0].comment, claims[0].name) == (
        *(claims[1].token, claims[1].answer, claims[1].comment, claims[1].name),
    )
    # The same answer twice counts once.
    good, bad = take(show, claims, NOW)
    assert [(reply.answer, reply.comment, reply.name) for reply in good] == [
        ("change", "请换到角位 <b>\nplease: 16 A", "林美")
    ]
    assert len(bad) == 1
    assert browser.complaints() == []


def test_keys_search_and_taps(tmp_path: Path, browser: Browser) -> None:
    _, made = sent(fair(), tmp_path / "out", "x1")
    (path,) = (made.folder / PAGES).iterdir()
    browser.size(390, 800, phone=True)
    browser.open(path)
    browser.click("#lang")
    # Nothing is wider than a phone.
    assert browser.run("document.documentElement.scrollWidth") <= 390
    browser.run("document.getElementById('map').focus()")
    before = browser.run("[view.x, view.y, view.s]")
    browser.press("ArrowRight", 39)
    browser.press("+")
    after = browser.run("[view.x, view.y, view.s]")
    assert after[0] > before[0]
    assert after[2] > before[2]
    browser.run("document.getElementById('search').focus()")
    browser.type("r&d")
    assert browser.run("[...document.querySelectorAll('#hits button')].map((one) => one.textContent)") == [
        'A02  R&D "Lab"'
    ]
    browser.press("Enter", 13)
    assert browser.run("picked.number") == "A02"
    assert "3.0 m from your booth" in browser.run("document.getElementById('told').textContent")
    browser.run("document.getElementById('map').focus()")
    browser.press("Escape", 27)
    assert browser.run("picked") is None
    assert browser.complaints() == []


def test_what_changed_since_the_last_proof_is_shown(tmp_path: Path, browser: Browser) -> None:
    from dataclasses import replace

    show, _ = sent(fair(), tmp_path / "out", "x3")
    row = show.booths["b3"]
    show = show.replaced([(row, replace(row, outline=rectangle(20_000, 20_000, 3000, 3000)))])
    _, made = sent(show, tmp_path / "again", "x3")
    browser.open(made.folder / PAGES / "Kugou.html")
    assert browser.run("D.before.map((one) => one.number)") == ["A03"]
    assert browser.run("document.getElementById('changed').hidden") is False
    browser.click("#before")
    assert browser.run("document.getElementById('before').checked") is True


def test_only_what_is_in_view_is_drawn(tmp_path: Path, browser: Browser) -> None:
    PageMaker(_many(5000)).write_for_all(tmp_path / "plan.html", "1")
    browser.size(1200, 800)
    browser.open(tmp_path / "plan.html")
    painted = "(async () => { paint(); return +document.getElementById('map').dataset.shown; })()"
    assert browser.run(painted) == 5000
    browser.run("zoomMiddle(12)")
    assert 0 < browser.run(painted) < 500
    # The public plan has nobody's form.
    assert browser.run("document.getElementById('form').hidden") is True
