"use strict";
const D = JSON.parse(document.getElementById("data").textContent);
const W = JSON.parse(document.getElementById("words").textContent);
const $ = (id) => document.getElementById(id);
const LETTER = {approve: "A", change: "C", comment: "N"};
const SIGNS = "0123456789abcdefghjkmnpqrstvwxyz";
let lang = D.lang === "zh" || (D.lang === "both" && /^zh/.test(navigator.language)) ? "zh" : "en";
let hall = D.own.length ? D.own[0].hall : 0;
let view = {x: 0, y: 0, s: 1}, picked = null, shapes = [], waiting = false;
const canvas = $("map"), pen = canvas.getContext("2d");

const word = (key, values) => {
  let text = W[key][lang === "zh" ? 1 : 0];
  for (const name in values || {}) text = text.split("{" + name + "}").join(values[name]);
  return text;
};
const named = (latin, native) => (lang === "zh" ? native || latin : latin || native) || "";
const metres = (mm) => (mm / 1000).toFixed(mm < 10000 ? 1 : 0) + " m";

function ringOf(b) { return b.length > 5 ? [[b[2], b[3]], [b[2] + b[4], b[3]], [b[2] + b[4], b[3] + b[5]], [b[2], b[3] + b[5]]] : b[2]; }
function boxOf(ring) {
  let l = Infinity, t = Infinity, r = -Infinity, b = -Infinity;
  for (const [x, y] of ring) { l = Math.min(l, x); t = Math.min(t, y); r = Math.max(r, x); b = Math.max(b, y); }
  return [l, t, r, b];
}
const middle = (box) => [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
function inside(ring, x, y) {
  let hit = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i], [bx, by] = ring[j];
    if ((ay > y) !== (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax) hit = !hit;
  }
  return hit;
}
const ownHere = () => D.own.filter((one) => one.hall === hall);
const ownMiddle = () => {
  const here = ownHere();
  return here.length ? middle(boxOf([].concat(...here.map((one) => one.ring)))) : null;
};

function load() {
  shapes = D.halls[hall].booths.map((b) => {
    const ring = ringOf(b), box = boxOf(ring), who = b[1] < 0 ? null : D.names[b[1]];
    return {number: b[0], who, ring, box, plain: b.length > 5};
  });
}

/* Drawing: only what is in view. */
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
function path(ring) {
  pen.beginPath();
  ring.forEach(([x, y], k) => { const p = at(x, y); if (k) pen.lineTo(p[0], p[1]); else pen.moveTo(p[0], p[1]); });
  pen.closePath();
}
const at = (x, y) => [(x - view.x) * view.s, (y - view.y) * view.s];
function text(words, x, y, wide, size, colour, bold) {
  if (size < 6) return;
  pen.font = (bold ? "600 " : "") + size + "px system-ui,sans-serif";
  if (pen.measureText(words).width > wide) return;
  pen.fillStyle = colour; pen.textAlign = "center"; pen.textBaseline = "middle"; pen.fillText(words, x, y);
}
function lines(words, x, y, wide, high, size, colour) {
  const parts = words.match(/[^\s\u2e80-\uffef]+\s?|[\u2e80-\uffef]/g) || [];
  for (let s = size; s >= 8; s -= 1) {
    pen.font = s + "px system-ui,sans-serif";
    const rows = [""];
    for (const part of parts) {
      if (rows[rows.length - 1] && pen.measureText(rows[rows.length - 1] + part.trimEnd()).width > wide) rows.push("");
      rows[rows.length - 1] += part;
    }
    if (rows.length * s * 1.15 > high || rows.some((row) => pen.measureText(row.trimEnd()).width > wide)) continue;
    pen.fillStyle = colour; pen.textAlign = "center"; pen.textBaseline = "middle";
    rows.forEach((row, k) => pen.fillText(row.trimEnd(), x, y + k * s * 1.15));
    return;
  }
}
function paint() {
  waiting = false;
  const ratio = window.devicePixelRatio || 1, w = canvas.clientWidth, h = canvas.clientHeight;
  if (canvas.width !== Math.round(w * ratio)) canvas.width = Math.round(w * ratio);
  if (canvas.height !== Math.round(h * ratio)) canvas.height = Math.round(h * ratio);
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.fillStyle = css("--bg"); pen.fillRect(0, 0, w, h);
  const H = D.halls[hall], ink = css("--ink"), soft = css("--soft"), edge = css("--edge");
  const seen = [view.x, view.y, view.x + w / view.s, view.y + h / view.s];
  const meets = (b) => b[0] <= seen[2] && b[2] >= seen[0] && b[1] <= seen[3] && b[3] >= seen[1];
  path(H.ring); pen.fillStyle = css("--hall"); pen.fill();
  pen.globalAlpha = parseFloat(css("--tint"));
  for (const z of H.zones) { path(z.ring); pen.fillStyle = z.colour; pen.fill(); }
  pen.globalAlpha = 1;
  for (const f of H.fixtures) {
    if (!meets(f.box || (f.box = boxOf(f.ring)))) continue;
    path(f.ring); pen.fillStyle = f.kind === "column" || f.kind === "wall" ? edge : css("--fix"); pen.fill();
  }
  const letters = {letBooth: css("--let"), free: css("--free")};
  pen.lineWidth = 1; pen.strokeStyle = edge;
  let shown = 0;
  for (const own of [false, true]) {
    for (const b of shapes) {
      const mine = D.ownNumbers[hall] && D.ownNumbers[hall].includes(b.number);
      if (Boolean(mine) !== own) continue;
      if (!meets(b.box)) continue;
      shown++;
      pen.fillStyle = mine ? css("--own") : b.who ? letters.letBooth : letters.free;
      pen.strokeStyle = mine ? ink : edge; pen.lineWidth = mine ? 2.5 : 1;
      if (b.plain) {
        const p = at(b.box[0], b.box[1]), bw = (b.box[2] - b.box[0]) * view.s, bh = (b.box[3] - b.box[1]) * view.s;
        pen.fillRect(p[0], p[1], bw, bh);
        if (bw > 4) pen.strokeRect(p[0], p[1], bw, bh);
      } else { path(b.ring); pen.fill(); pen.stroke(); }
      const wide = (b.box[2] - b.box[0]) * view.s, high = (b.box[3] - b.box[1]) * view.s;
      if (wide < 16 || high < 10) continue;
      const [mx, my] = at(...middle(b.box)), size = Math.min(high / (b.who ? 3.4 : 2.2), wide / 3.4, 20);
      const colour = mine ? css("--ownink") : ink;
      if (b.who && high > 26 && wide > 42) {
        text(b.number, mx, my - size * .7, wide - 4, size, colour, true);
        lines(named(b.who[0], b.who[1]), mx, my + size * .55, wide - 6, high / 2 - 2, Math.min(size * .8, 14), colour);
      } else text(b.number, mx, my, wide - 2, size, colour, true);
    }
  }
  canvas.dataset.shown = shown;
  for (const z of H.zones) {
    const b = boxOf(z.ring), p = at(...middle(b));
    if (view.s < .012) text(named(z.name, z.native), p[0], p[1], (b[2] - b[0]) * view.s, 14, soft, true);
  }
  for (const f of H.fixtures) {
    if (!meets(f.box)) continue;
    const p = at(...middle(f.box)), name = named(f.name, f.native) || word("kind-" + f.kind);
    if (f.kind === "column" || f.kind === "wall") continue;
    text(name, p[0], p[1], Math.max((f.box[2] - f.box[0]) * view.s, f.kind.includes("e") && view.s > .01 ? 90 : 0), 11, soft);
  }
  path(H.ring); pen.strokeStyle = ink; pen.lineWidth = 2; pen.stroke();
  if ($("before").checked) {
    pen.setLineDash([7, 5]); pen.strokeStyle = css("--ring"); pen.lineWidth = 2.5;
    for (const one of D.before) if (one.hall === hall) { path(one.ring); pen.stroke(); }
    pen.setLineDash([]);
  }
  const home = ownMiddle();
  if (home) {
    const p = at(...home), box = boxOf([].concat(...ownHere().map((one) => one.ring)));
    const r = Math.max(14, Math.hypot(box[2] - box[0], box[3] - box[1]) * view.s / 2 + 6);
    pen.strokeStyle = css("--ring"); pen.lineWidth = 3;
    if (r < 70) { pen.beginPath(); pen.arc(p[0], p[1], r, 0, 7); pen.stroke(); }
    if (picked) {
      const q = at(...middle(picked.box));
      pen.setLineDash([4, 4]); pen.lineWidth = 2; pen.beginPath(); pen.moveTo(...p); pen.lineTo(...q); pen.stroke();
      pen.setLineDash([]);
    }
  }
  if (picked) { path(picked.ring); pen.strokeStyle = css("--accent"); pen.lineWidth = 3; pen.stroke(); }
}
function draw() { if (!waiting) { waiting = true; requestAnimationFrame(paint); } }

/* Moving about. */
function fit(box, part) {
  const w = canvas.clientWidth, h = canvas.clientHeight;
  view.s = Math.min(w / (box[2] - box[0]), h / (box[3] - box[1])) * part;
  const [x, y] = middle(box);
  view.x = x - w / view.s / 2; view.y = y - h / view.s / 2; draw();
}
const whole = () => fit(boxOf(D.halls[hall].ring), .95);
function home() {
  if (!D.own.length) return whole();
  if (!ownHere().length) choose(D.own[0].hall);
  const box = boxOf([].concat(...ownHere().map((one) => one.ring)));
  fit([box[0] - 9000, box[1] - 9000, box[2] + 9000, box[3] + 9000], 1);
}
function zoom(by, x, y) {
  const s = Math.min(Math.max(view.s * by, .0008), .3);
  view.x += x / view.s - x / s; view.y += y / view.s - y / s; view.s = s; draw();
}
const zoomMiddle = (by) => zoom(by, canvas.clientWidth / 2, canvas.clientHeight / 2);
const touches = new Map();
let moved = 0, span = 0;
canvas.addEventListener("pointerdown", (e) => {
  canvas.setPointerCapture(e.pointerId); touches.set(e.pointerId, [e.offsetX, e.offsetY]); moved = 0; span = 0;
});
canvas.addEventListener("pointermove", (e) => {
  const last = touches.get(e.pointerId);
  if (!last) return;
  const dx = e.offsetX - last[0], dy = e.offsetY - last[1];
  moved += Math.abs(dx) + Math.abs(dy);
  touches.set(e.pointerId, [e.offsetX, e.offsetY]);
  if (touches.size === 2) {
    const [a, b] = [...touches.values()], now = Math.hypot(a[0] - b[0], a[1] - b[1]);
    if (span) zoom(now / span, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
    span = now;
    view.x -= dx / view.s / 2; view.y -= dy / view.s / 2;
  } else { view.x -= dx / view.s; view.y -= dy / view.s; }
  draw();
});
for (const kind of ["pointerup", "pointercancel"]) canvas.addEventListener(kind, (e) => {
  if (touches.delete(e.pointerId) && kind === "pointerup" && moved < 6) {
    const x = view.x + e.offsetX / view.s, y = view.y + e.offsetY / view.s;
    pick(shapes.find((b) => inside(b.ring, x, y)) || null);
  }
  span = 0;
});
canvas.addEventListener("wheel", (e) => { e.preventDefault(); zoom(Math.exp(-e.deltaY * .0015), e.offsetX, e.offsetY); }, {passive: false});
canvas.addEventListener("keydown", (e) => {
  const step = 60 / view.s, keys = {
    ArrowLeft: () => { view.x -= step; draw(); }, ArrowRight: () => { view.x += step; draw(); },
    ArrowUp: () => { view.y -= step; draw(); }, ArrowDown: () => { view.y += step; draw(); },
    "+": () => zoomMiddle(1.3), "=": () => zoomMiddle(1.3), "-": () => zoomMiddle(1 / 1.3), "0": whole, Home: home, h: home,
    Escape: () => pick(null),
  };
  if (keys[e.key] && !e.ctrlKey && !e.metaKey) { e.preventDefault(); keys[e.key](); }
});
function pick(b) {
  picked = b;
  const from = ownMiddle();
  $("told").textContent = !b ? "" : b.number + (b.who ? " · " + named(b.who[0], b.who[1]) : "") +
    (from ? " · " + word("away", {distance: metres(Math.hypot(middle(b.box)[0] - from[0], middle(b.box)[1] - from[1]))}) : "");
  draw();
}
function choose(index) { hall = index; $("halls").value = index; picked = null; load(); whole(); distances(); }

/* Search. */
const fold = (words) => words.normalize("NFKD").toLowerCase();
function search() {
  const wanted = fold($("search").value.trim()), list = $("hits");
  list.textContent = "";
  if (!wanted) return;
  const found = [];
  D.halls.forEach((H, index) => H.booths.forEach((b) => {
    const who = b[1] < 0 ? ["", ""] : D.names[b[1]], number = fold(b[0]);
    const rank = number === wanted ? 0 : number.startsWith(wanted) ? 1 : fold(who[0] + " " + who[1]).includes(wanted) ? 2 : 9;
    if (rank < 9) found.push([rank, index, b, who]);
  }));
  found.sort((a, b) => a[0] - b[0]);
  for (const [, index, b, who] of found.slice(0, 12)) {
    const row = document.createElement("li"), go = document.createElement("button");
    go.type = "button";
    go.textContent = b[0] + (who[0] || who[1] ? "  " + named(who[0], who[1]) : "");
    go.onclick = () => {
      list.textContent = "";
      if (index !== hall) choose(index);
      const box = boxOf(ringOf(b));
      fit([box[0] - 12000, box[1] - 12000, box[2] + 12000, box[3] + 12000], 1);
      pick(shapes.find((one) => one.number === b[0] && one.box[0] === box[0] && one.box[1] === box[1]) || null);
      canvas.focus();
    };
    row.append(go); list.append(row);
  }
}

/* The facts, the distances, the last change. */
function rows(list, pairs) {
  list.textContent = "";
  for (const [label, value] of pairs) {
    if (!value) continue;
    const dt = document.createElement("dt"), dd = document.createElement("dd");
    dt.textContent = label; dd.textContent = value; list.append(dt, dd);
  }
}
function facts() {
  const each = (make) => {
    const all = D.own.map(make);
    return new Set(all).size < 2 ? all[0] || "" : D.own.map((one, k) => one.number + ": " + all[k]).join("\n");
  };
  rows($("facts"), [
    [word("booth"), D.own.map((one) => one.number).join(", ")],
    [word("hall"), each((one) => named(D.halls[one.hall].name, D.halls[one.hall].native))],
    [word("zone"), each((one) => named(one.zone, one.zoneNative))],
    [word("size"), each((one) => one.size)],
    [word("area"), each((one) => one.area)],
    [word("open-sides"), each((one) => one.sides + " (" + word(one.kind) + ")")],
    [word("height"), each((one) => one.height ? one.height / 1000 + " m" : "")],
    [word("construction"), each((one) => word(one.construction))],
    [word("columns"), each((one) => one.columns || word("none"))],
    [word("drops"), each((one) => one.drops.map((drop) => word("kind-" + drop)).join(", ") || word("none"))],
    [word("fascia"), D.own.some((one) => one.construction === "shell") ? D.own[0].fascia : ""],
    [word("price"), D.price], [word("version"), D.version], [word("hash"), D.hash],
  ]);
}
function distances() {
  const from = ownMiddle(), best = {};
  if (from) for (const f of D.halls[hall].fixtures) {
    if (!D.reached.includes(f.kind)) continue;
    const p = middle(f.box || (f.box = boxOf(f.ring))), far = Math.hypot(p[0] - from[0], p[1] - from[1]);
    if (!(f.kind in best) || far < best[f.kind]) best[f.kind] = far;
  }
  rows($("ways"), Object.keys(best).map((kind) => [word("kind-" + kind), metres(best[kind])]));
  $("waysbox").hidden = !Object.keys(best).length;
}

/* The answer. */
const plain = (token) => token.toLowerCase().replace(/[^0-9a-z]/g, "");
function check(letter, token) {
  const values = [letter.charCodeAt(0) % 31, ...[...plain(token)].map((sign) => SIGNS.indexOf(sign))];
  const rest = values.reduce((sum, value, place) => sum + (place + 2) * (value + 1), 0) % 1021;
  return SIGNS[Math.floor(rest / 32)] + SIGNS[rest % 32];
}
function answer() {
  const chosen = document.querySelector("input[name=answer]:checked"), comment = $("comment").value.trim();
  if (!chosen && !comment) { $("said").textContent = word("choose"); document.querySelector("input[name=answer]").focus(); return null; }
  return {kind: "hallwright-answer", token: D.token, answer: chosen ? chosen.value : "comment", comment,
    name: $("name").value.trim(), date: $("date").value.trim(), version: D.version, hash: D.hash};
}
$("save").onclick = () => {
  const held = answer();
  if (!held) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(held, null, 1)], {type: "application/json"}));
  link.download = D.file; document.body.append(link); link.click(); link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  $("said").textContent = word("saved", {file: D.file});
};
$("make").onclick = () => {
  const held = answer();
  if (!held) return;
  const letter = LETTER[held.answer], line = [letter + "-" + D.token + "-" + check(letter, D.token)];
  if (held.name) line.push("Name: " + held.name.replace(/\s+/g, " "));
  if (held.date) line.push("Date: " + held.date.replace(/\s+/g, " "));
  if (held.comment) line.push("Comment: " + held.comment);
  $("code").value = line.join("\n"); $("code").hidden = false; $("code").focus(); $("code").select();
  $("said").textContent = word("mail");
};

function speak() {
  document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
  for (const place of document.querySelectorAll("[data-word]")) place.textContent = word(place.dataset.word);
  for (const place of document.querySelectorAll("[data-label]")) {
    place.setAttribute("aria-label", word(place.dataset.label)); place.title = word(place.dataset.label);
  }
  $("search").placeholder = word("search");
  $("lang").textContent = lang === "zh" ? "English" : "中文";
  $("who").textContent = named(D.exhibitor[0], D.exhibitor[1]) || named(D.event[0], D.event[1]);
  $("event").textContent = named(D.event[0], D.event[1]);
  $("due").textContent = D.deadline ? word("answer-by", {day: D.deadline}) : ""; $("due").hidden = !D.deadline;
  const list = $("halls"); list.textContent = "";
  D.halls.forEach((H, k) => list.add(new Option(named(H.name, H.native), k, false, k === hall)));
  list.hidden = D.halls.length < 2;
  facts(); distances(); pick(picked); draw();
}
$("lang").onclick = () => { lang = lang === "zh" ? "en" : "zh"; speak(); };
$("halls").onchange = (e) => choose(+e.target.value);
$("search").oninput = search;
$("search").onkeydown = (e) => { if (e.key === "Enter") { const first = $("hits").querySelector("button"); if (first) first.click(); } };
$("in").onclick = () => zoomMiddle(1.4); $("out").onclick = () => zoomMiddle(1 / 1.4);
$("all").onclick = whole; $("home").onclick = home; $("before").onchange = draw;
$("home").hidden = $("factsbox").hidden = !D.own.length;
$("changed").hidden = !D.before.length; $("form").hidden = !D.token;
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
new ResizeObserver(draw).observe(canvas);
load(); speak(); if (D.own.length) home(); else whole();
