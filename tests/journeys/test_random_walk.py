"""A walk through the conversation in no sensible order: it never fails, falls silent or mixes languages."""

import random
from collections.abc import Callable

from coherence import Coherence
from rest_talk import Talk

ACTS = (
    *("Guten Tag", "Danke schön", "Ja, bitte", "Nein danke", "Das weiß ich leider nicht", "Das überspringen wir bitte"),
    *("Was können Sie für mich tun?", "Warum wollen Sie das wissen?", "Welche Stellen können uns helfen?"),
    *("Gibt es dafür eine Förderung?", "Bekommen wir den Digitalbonus?", "Was kostet die Beratung?"),
    *("Was passiert mit meinen Daten?", "Sind Sie ein Roboter?", "Nein, wir sind in Meran", "Wir sind jetzt 20 Leute"),
    *("Unsere Maschinen stehen dauernd", "Wir ersticken in Papier", "Den Webshop brauchen wir nicht mehr"),
    *("Wir sind eine Tischlerei", "Wir sind in Bruneck", "Ich möchte mit einem Menschen sprechen"),
    *("Können wir bitte neu beginnen?", "Löschen Sie bitte meine Daten", "Wie wird das Wetter morgen?"),
    *("Wie kann ich den Firmenwagen absetzen?", "Sie sind wirklich dumm", "qwrtz plmpf", "", "😀"),
    *("Erzählen Sie mir mehr über die zweite Stelle", "Gibt es nichts in der Nähe?", "Auf Wiedersehen"),
    *("Wie viel Geld würden wir bekommen?", "Bis wann muss man den Antrag stellen?", "Welche Veranstaltungen gibt es?"),
)
STEPS = 60
SEED = 20_261_122


def test_sixty_messages_in_random_order_are_all_answered_in_german(
    new_talk: Callable[[], Talk], coherence: Coherence
) -> None:
    chance = random.Random(SEED)
    talk = new_talk()
    talk.say("Guten Tag, wir brauchen Hilfe bei der Digitalisierung")
    for step in range(STEPS):
        said = chance.choice(ACTS)
        answer = talk.say(said)
        if talk.tracker()["paused"]:  # a person holds it now: this walk is over, another one begins
            assert talk.say("Hallo? Ist da jemand?") == [], "the bot speaks although a person was promised"
            talk = new_talk()
            talk.say("Guten Tag, wir brauchen Hilfe bei der Digitalisierung")
            continue
        assert answer and all(text.strip() for text in answer), f"step {step}: no answer to {said!r}"
        assert coherence.strangers(answer, "de") == [], f"step {step}: {said!r}"
        assert talk.slots()["language"] == "de", f"step {step}: {said!r} changed the language"
