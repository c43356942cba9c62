// The chat on the page: ties the form, the log, the language and the connection together.
import { Connection } from "./connection.js";
import { Log } from "./log.js";

const LONGEST = 2000; // as connectors/heard.py
const byId = (id) => document.getElementById(id);
const [form, field, status, language] = ["form", "message", "status", "language"].map(byId);

let words = {};
const word = (key) => words[language.value][key];
const loaded = fetch("words.json").then((answer) => answer.json());

const say = (text) => {
  log.add({ message: text, sender: "you" });
  connection.send(text);
};
const log = new Log(byId("log"), word, (text) => {
  say(text);
  field.focus(); // the pressed button is disabled now and would lose the focus
});
const connection = new Connection({
  hints: () => ({ language: language.value }),
  onSaid: (said) => log.add(said),
  onState: (state) => show(state),
});

let shown = "";
function show(state) {
  shown = state;
  status.textContent = state && word(state);
}

function speak(code) {
  language.value = code;
  document.documentElement.lang = code;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  show(shown);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = field.value.trim();
  if (!text) return;
  if (text.length > LONGEST) return loaded.then(() => show("too_long")); // the text stays in the field
  field.value = "";
  loaded.then(() => say(text)); // who is faster than the page is heard as well
});
field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return; // isComposing: an input method's own Enter
  event.preventDefault();
  form.requestSubmit();
});
language.addEventListener("change", () => loaded.then(() => speak(language.value)));

loaded.then((found) => {
  words = found;
  speak(navigator.languages.map((tag) => tag.slice(0, 2)).find((code) => code in words) ?? "en");
  connection.resume();
});
