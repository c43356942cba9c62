// The conversation as it is read: messages with their author, links, and answers to choose from.
// Everything that was written goes through textContent: no message can bring HTML into the page.

const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}'»“”]/g;

export class Log {
  constructor(element, word, onChoice) {
    Object.assign(this, { element, word, onChoice });
  }

  add({ sender, name, message, text = message, quick_replies = [], attachment }) {
    if (sender === "you") this.#useUp();
    const entry = element("div", `message from-${sender}`);
    entry.append(element("p", "author", name || this.word(sender === "bot" ? "assistant" : sender)));
    entry.append(paragraph(text ?? attachment?.payload?.src ?? ""));
    if (quick_replies.length) entry.append(this.#choices(quick_replies));
    this.element.append(entry);
    this.element.scrollTop = entry.offsetTop - this.element.offsetTop; // a long message is read from its beginning
  }

  #choices(replies) {
    const group = element("div", "choices");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", this.word("choices"));
    for (const { title, payload } of replies) {
      const button = element("button", "choice", title);
      button.type = "button";
      button.addEventListener("click", () => {
        button.classList.add("chosen");
        this.onChoice(payload);
      });
      group.append(button);
    }
    return group;
  }

  #useUp() { // whatever was offered has been answered, by a button or in words, here or in another tab
    for (const button of this.element.querySelectorAll(".choice")) button.disabled = true;
  }
}

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function paragraph(text) {
  const made = element("p", "text");
  made.dir = "auto";
  let end = 0;
  for (const found of text.matchAll(LINK)) {
    made.append(text.slice(end, found.index), link(found[0]));
    end = found.index + found[0].length;
  }
  made.append(text.slice(end));
  return made;
}

function link(address) {
  const made = element("a", "", address);
  made.href = address;
  made.target = "_blank";
  made.rel = "noopener noreferrer";
  return made;
}
