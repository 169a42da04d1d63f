#!/usr/bin/env python3
"""Opens the pages that people read in Chromium and goes through them as a keyboard and a screen reader do.

usage: pages_test.py <secrecy_pages>; ends with 77 where there is no Chromium. PATIO_SCREENSHOTS names a folder for pictures.
"""

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
HELD_BACK = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--disable-background-networking", "--remote-debugging-pipe", "--force-device-scale-factor=1")


class Browser:
    """Chromium, spoken to over a pipe: messages in JSON, each ended by a NUL."""

    def __init__(self, program, folder):
        to_browser, self._write = os.pipe()
        self._read, from_browser = os.pipe()

        def place_pipes():
            # Chromium looks at 3 and 4, which may be taken by what has to get there.
            spare = [os.dup(os.dup(to_browser)), os.dup(os.dup(from_browser))]
            os.dup2(spare[0], 3)
            os.dup2(spare[1], 4)

        self._process = subprocess.Popen([program, *HELD_BACK, f"--user-data-dir={folder}"], preexec_fn=place_pipes,
                                         close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self._number, self._rest, self.events = 0, b"", []
        page = self.say("Target.createTarget", url="about:blank")["targetId"]
        self._session = None
        self._session = self.say("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Accessibility", "Log"):
            self.say(f"{domain}.enable")

    def _message(self):
        while b"\0" not in self._rest:
            more = os.read(self._read, 1 << 20)
            if not more:
                raise RuntimeError("the browser has ended")
            self._rest += more
        text, self._rest = self._rest.split(b"\0", 1)
        return json.loads(text)

    def say(self, method, **values):
        self._number += 1
        message = {"id": self._number, "method": method, "params": values}
        if getattr(self, "_session", None):
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._message()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait_for(self, event):
        while True:
            message = self._message()
            self.events.append(message)
            if message.get("method") == event:
                return

    def run(self, script):
        answer = self.say("Runtime.evaluate", expression=script, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"].get("description"))
        return answer["result"].get("value")

    def open(self, path):
        self.events.clear()
        self.say("Page.navigate", url=path.as_uri())
        self.wait_for("Page.loadEventFired")

    def press_tab(self):
        for kind in ("rawKeyDown", "keyUp"):
            self.say("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)

    def screenshot(self, path):
        path.write_bytes(base64.b64decode(self.say("Page.captureScreenshot")["data"]))

    def close(self):
        self._process.terminate()
        self._process.wait(timeout=20)


INTERACTIVE = "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1'])"

# The ratio of each text to what stands behind it, as WCAG 2 counts it; the least one for each pair of colours.
CONTRAST = """(() => {
  const parts = (colour) => colour.match(/[0-9.]+/g).map(Number);
  const light = (c) => { c /= 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
  const luminance = ([r, g, b]) => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
  const behind = (element) => {
    for (; element; element = element.parentElement) {
      const colour = parts(getComputedStyle(element).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18] : [255, 255, 255];
  };
  const poor = new Set();
  for (const element of document.querySelectorAll('body *')) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    const [one, other] = [luminance(parts(getComputedStyle(element).color)), luminance(behind(element))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 4.5) poor.add(element.tagName + '.' + element.className + ' ' + ratio.toFixed(2));
  }
  return [...poor];
})()"""

FOCUSED = """(() => {
  const element = document.activeElement, style = getComputedStyle(element);
  const all = [...document.querySelectorAll(%s)];
  const box = element.getBoundingClientRect();
  return {place: all.indexOf(element), outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
          seen: box.width > 0 && box.right > 0 && box.bottom > 0 && box.top < innerHeight};
})()""" % json.dumps(INTERACTIVE)

TABLES = """[...document.querySelectorAll('table')].filter((table) =>
  !table.caption || !table.caption.textContent.trim()
  || [...table.querySelectorAll('th')].some((th) => !['col', 'row', 'colgroup', 'rowgroup'].includes(th.scope))
  || [...table.tBodies].some((body) => [...body.rows].some((row) => row.cells[0].tagName !== 'TH'))).length"""

BROKEN_LINKS = """[...document.querySelectorAll('a[href^="#"]')].filter((a) =>
  !document.getElementById(decodeURIComponent(a.getAttribute('href').slice(1)))).length"""

REPEATED_IDS = """(() => { const all = [...document.querySelectorAll('[id]')].map((e) => e.id);
  return all.length - new Set(all).size; })()"""


def faults_of_form(browser):
    language = browser.run("document.documentElement.lang")
    checks = {
        "a language": language in ("fr", "en"),
        "a title": bool(browser.run("document.title.trim()")),
        "one heading of the first level": browser.run("document.querySelectorAll('h1').length") == 1,
        "one main part": browser.run("document.querySelectorAll('main').length") == 1,
        "tables with a caption, column heads and a head for each row": browser.run(TABLES) == 0,
        "links that lead somewhere": browser.run(BROKEN_LINKS) == 0,
        "each id once": browser.run(REPEATED_IDS) == 0,
        "no script": browser.run("document.scripts.length") == 0,
    }
    return [f"lacks {what}" for what, holds in checks.items() if not holds]


def faults_of_tree(browser):
    """What a screen reader is given."""
    nodes = [node for node in browser.say("Accessibility.getFullAXTree")["nodes"] if not node.get("ignored")]
    roles = {}
    for node in nodes:
        roles.setdefault(node["role"]["value"], []).append(node.get("name", {}).get("value", "").strip())
    faults = [f"no {role} for a screen reader" for role in ("main", "navigation", "heading") if role not in roles]
    for role in ("link", "button", "region", "table", "heading", "navigation"):
        nameless = sum(not name for name in roles.get(role, []))
        if nameless:
            faults.append(f"{nameless} {role} without a name")
    if "table" in roles and not ("columnheader" in roles and "rowheader" in roles):
        faults.append("tables without heads for a screen reader")
    return faults


def faults_of_keyboard(browser):
    """Everything that can be acted on is reached by Tab, in the order of the page, and seen where it is."""
    count = browser.run(f"document.querySelectorAll({json.dumps(INTERACTIVE)}).length")
    if count > 1500:
        return [f"{count} stops of the Tab key are too many"]
    browser.run("window.scrollTo(0, 0); document.activeElement.blur()")
    faults = []
    for place in range(count):
        browser.press_tab()
        focused = browser.run(FOCUSED)
        if focused["place"] != place:
            faults.append(f"stop {place} of the Tab key is number {focused['place']} of the page")
            break
        if not focused["outlined"] or not focused["seen"]:
            faults.append(f"stop {place} of the Tab key does not show")
    return faults


def faults_of_sight(browser):
    faults = []
    for scheme in ("light", "dark"):
        browser.say("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        faults += [f"{scheme}: too little contrast: {pair}" for pair in browser.run(CONTRAST)]
    browser.say("Emulation.setEmulatedMedia", features=[])
    browser.say("Emulation.setDeviceMetricsOverride", width=320, height=640, deviceScaleFactor=1, mobile=False)
    if browser.run("document.scrollingElement.scrollWidth > innerWidth"):
        faults.append("a narrow window has to be scrolled sideways")
    browser.say("Emulation.clearDeviceMetricsOverride")
    return faults


def faults_of_reach(browser, path):
    """It fetches nothing, and complains of nothing."""
    fetched = [each["params"]["request"]["url"] for each in browser.events if each.get("method") == "Network.requestWillBeSent"]
    complaints = [each for each in browser.events if each.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown")]
    return [f"fetches {url}" for url in fetched if url != path.as_uri()] + ["the browser complains"] * bool(complaints)


def main(program):
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        print("skipped: no Chromium")
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix="patio_pages_") as folder:
        names = subprocess.run([program, folder], check=True, text=True, stdout=subprocess.PIPE).stdout.split()
        browser = Browser(chromium, f"{folder}/profile")
        wrong = 0
        try:
            for name in names:
                path = Path(folder) / name
                browser.open(path)
                faults = (faults_of_reach(browser, path) + faults_of_form(browser) + faults_of_tree(browser)
                          + faults_of_sight(browser) + faults_of_keyboard(browser))
                print(f"{name}: {'; '.join(faults) or 'reads well'}")
                wrong += len(faults)
                if os.environ.get("PATIO_SCREENSHOTS"):
                    browser.run("window.scrollTo(0, 0)")
                    browser.screenshot(Path(os.environ["PATIO_SCREENSHOTS"]) / f"{path.stem}.png")
        finally:
            browser.close()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
