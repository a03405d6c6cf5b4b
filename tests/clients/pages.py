"""What a reader of HTML finds: pages.py links < PAGE, each address that it leads to; pages.py text < PAGE, what it says, and each tag that no
page of ours has.
"""
import sys
from html.parser import HTMLParser

TAGS = {"script", "img", "iframe", "object", "embed", "base", "form", "b", "i"}


class Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.links, self.text, self.strange = [], [], []

    def handle_starttag(self, tag, attributes):
        if tag in TAGS or any(name.startswith("on") for name, _ in attributes):
            self.strange.append(tag)
        self.links += [value for name, value in attributes if name in ("href", "src")]

    def handle_data(self, data):
        self.text.append(data)


sys.stdout.reconfigure(encoding="utf-8")
reader = Reader()
reader.feed(sys.stdin.buffer.read().decode("utf-8"))
if sys.argv[1] == "links":
    print("\n".join(reader.links))
else:
    print("".join(reader.text))
    for tag in reader.strange:
        print("STRANGE TAG", tag)
