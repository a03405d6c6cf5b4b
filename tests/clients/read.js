// What a parser of JavaScript reads in a calendar, as read.py says it: read.js ical.js|node-ical FILE. node-ical tells no names.
"use strict";
const fs = require("fs");
const TEXTS = ["UID", "SUMMARY", "DESCRIPTION", "URL", "STATUS"];
const [parser, path] = process.argv.slice(2);
const data = fs.readFileSync(path, "utf8");

function tell(names, day, texts) {
  const sorted = {};
  for (const name of Object.keys(texts).sort()) sorted[name] = texts[name];
  console.log(JSON.stringify({ day, names: names.sort(), texts: sorted }));
}

function withIcalJs() {
  const library = require("ical.js");
  const ICAL = library.default || library;
  for (const part of new ICAL.Component(ICAL.parse(data)).getAllSubcomponents()) {
    const texts = {};
    for (const name of TEXTS) texts[name] = String(part.getFirstPropertyValue(name.toLowerCase()));
    const day = part.getFirstPropertyValue(part.name === "vevent" ? "dtstart" : "due");
    tell(part.getAllProperties().map((p) => p.name.toUpperCase()), day.toString(), texts);
  }
}

function withNodeIcal() {
  for (const part of Object.values(require("node-ical").sync.parseICS(data))) {
    if (part.type !== "VEVENT" && part.type !== "VTODO") continue;
    const day = part.type === "VEVENT" ? part.start : part.due;
    const two = (n) => String(n).padStart(2, "0");
    tell([], `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`, { SUMMARY: part.summary });
  }
}

if (parser === "ical.js") withIcalJs();
else withNodeIcal();
