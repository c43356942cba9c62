from connectors.token_bucket import TokenBucket
from connectors.web_room import KEPT_MESSAGES, Rooms


class Clock:
    def __init__(self) -> None:
        self.time = 1_000_000.0

    def __call__(self) -> float:
        return self.time


def test_only_the_last_messages_are_kept() -> None:
    room = Rooms(Clock()).open("a")
    for number in range(KEPT_MESSAGES + 5):
        room.note("bot_uttered", {"text": f"{number}"})
    kept = [said.payload["text"] for said in room.after(0)]
    assert kept == [f"{number}" for number in range(5, KEPT_MESSAGES + 5)]


def test_the_room_that_was_silent_for_longest_is_forgotten_first() -> None:
    clock = Clock()
    rooms = Rooms(clock, most=2)
    first = rooms.open("first").note("bot_uttered", {"text": "one"})
    rooms.open("second")
    rooms.open("first")
    rooms.open("third")
    assert rooms.find("second") is None
    assert rooms.find("first")
    rooms.open("fourth")
    clock.time += 1
    assert rooms.open("first").note("bot_uttered", {"text": "two"}).seq > first.seq


def test_a_bucket_fills_again_with_time_and_never_over_its_brim() -> None:
    clock = Clock()
    bucket = TokenBucket(size=20, period=10, now=clock)
    assert [bucket.take() for _ in range(21)] == [True] * 20 + [False]
    clock.time += 0.5
    assert [bucket.take(), bucket.take()] == [True, False]
    clock.time += 3_600
    assert [bucket.take() for _ in range(21)] == [True] * 20 + [False]


def test_a_clock_that_is_set_back_takes_nothing_away() -> None:
    clock = Clock()
    bucket = TokenBucket(size=2, period=10, now=clock)
    clock.time -= 3_600
    assert [bucket.take(), bucket.take(), bucket.take()] == [True, True, False]
