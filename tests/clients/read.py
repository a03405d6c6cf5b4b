"""What a parser of Python reads in a calendar: read.py icalendar|vobject FILE.

A line of JSON for each event or task, in order: the names of its properties, its last day, and the text of those that hold text.
"""
import json
import sys

TEXTS = ("UID", "SUMMARY", "DESCRIPTION", "URL", "STATUS")


def with_icalendar(data):
    import icalendar

    for part in icalendar.Calendar.from_ical(data).walk():
        if part.name not in ("VEVENT", "VTODO"):
            continue
        names = [name for name, _ in part.property_items() if name not in ("BEGIN", "END")]
        day = part.decoded("DTSTART" if part.name == "VEVENT" else "DUE")
        yield names, day.isoformat(), {name: str(part[name]) for name in TEXTS}


def with_vobject(data):
    import vobject

    calendar = vobject.readOne(data.decode("utf-8"))
    for part in calendar.components():
        names = [line.name for line in part.lines()]
        day = (part.dtstart if part.name == "VEVENT" else part.due).value
        yield names, day.isoformat(), {name: getattr(part, name.lower()).value for name in TEXTS}


sys.stdout.reconfigure(encoding="utf-8")
parser, path = sys.argv[1:]
with open(path, "rb") as file:
    data = file.read()
for names, day, texts in {"icalendar": with_icalendar, "vobject": with_vobject}[parser](data):
    reading = {"names": sorted(names), "day": day, "texts": texts}
    print(json.dumps(reading, sort_keys=True, ensure_ascii=False, separators=(",", ":")))
