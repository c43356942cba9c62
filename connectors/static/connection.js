// The way to the assistant: opens the session, keeps what could not be sent yet, and asks for what was missed.
// Events and their contents are described in connectors/web_events.py.
import { io } from "./vendor/socket.io.esm.min.js";

const STORED = "assistant-session"; // shared by the tabs of this browser; written at the first message, never before
const PATIENCE = 10_000; // ms until an acknowledgement counts as lost
const PAUSE = 2_000; // ms until the next try after "too fast"

export class Connection {
  #socket = null;
  #ready = false;
  #sending = false;
  #seen = 0;
  #unsent = [];
  #sent = new Set();

  constructor({ hints, onSaid, onState }) {
    Object.assign(this, { hints, onSaid, onState });
  }

  resume() { // nothing is stored and no socket opened before this person has written something
    if (localStorage.getItem(STORED)) this.#open();
  }

  send(message) {
    const id = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`; // randomUUID is there only over HTTPS
    this.#unsent.push({ id, message, metadata: this.hints() });
    this.#sent.add(id);
    this.#open();
    this.#flush();
  }

  #open() {
    if (this.#socket) return;
    this.onState("connecting");
    const socket = this.#socket = io({ transports: ["websocket", "polling"], tryAllTransports: true, reconnectionDelayMax: 10_000 });
    socket.on("connect", () => this.#ask());
    socket.on("session_confirm", (token) => this.#begin(token));
    socket.on("disconnect", () => this.#lose());
    socket.on("connect_error", () => this.#lose());
    socket.on("bot_uttered", (said) => this.#hear(said));
    socket.on("user_uttered", (said) => this.#hear({ ...said, sender: "you" }));
  }

  #ask() {
    this.#socket.emit("session_request", { session_id: localStorage.getItem(STORED), seen: this.#seen, ...this.hints() });
  }

  #begin(token) {
    localStorage.setItem(STORED, token);
    this.#ready = true;
    this.onState("");
    this.#flush();
  }

  #lose() {
    this.#ready = this.#sending = false;
    this.onState("offline");
  }

  #hear(said) {
    if (said.seq <= this.#seen) return; // sent twice, which is better than never
    this.#seen = said.seq;
    if (said.id && this.#sent.has(said.id)) return this.#settle(said.id); // our own message, from before the line broke
    this.onSaid(said);
  }

  #flush() { // one at a time, so that they arrive in the order they were written
    if (!this.#ready || this.#sending || !this.#unsent.length) return;
    this.#sending = true;
    const message = this.#unsent[0];
    this.#socket.timeout(PATIENCE).emit("user_uttered", message, (lost, answer) => {
      this.#sending = false;
      if (lost) return this.#flush();
      if (answer.refused) return this.#refused(answer.refused, message.id);
      this.#seen = Math.max(this.#seen, answer.seq);
      this.onState("");
      this.#settle(message.id);
      this.#flush();
    });
  }

  #refused(reason, id) {
    if (reason === "no_session") return this.#ask();
    this.onState(reason);
    if (reason === "too_fast") return setTimeout(() => this.#flush(), PAUSE);
    this.#settle(id);
  }

  #settle(id) {
    this.#unsent = this.#unsent.filter((waiting) => waiting.id !== id);
  }
}
