import asyncio

import pytest

from connectors.in_order import InOrder


async def test_one_conversation_is_done_in_order_and_another_beside_it() -> None:
    done: list[str] = []
    held = asyncio.Event()

    async def work(name: str) -> None:
        if name == "a1":
            await held.wait()
        done.append(name)

    line = InOrder()
    for name in ("a1", "a2", "b1", "b2"):
        line.add(name[0], lambda name=name: work(name))
    await asyncio.sleep(0.01)
    held.set()
    await line.close(1)
    assert done == ["b1", "b2", "a1", "a2"]


async def test_a_failure_is_logged_and_those_behind_it_have_their_turn(
    caplog: pytest.LogCaptureFixture,
) -> None:
    done: list[int] = []

    async def work(number: int) -> None:
        if number == 0:
            raise ValueError("the first one fails")
        done.append(number)

    line = InOrder()
    for number in range(2):
        line.add("a", lambda number=number: work(number))
    await line.close(1)
    assert done == [1]
    assert "the first one fails" in caplog.text


async def test_a_full_line_says_so_until_its_work_is_done() -> None:
    held = asyncio.Event()
    line = InOrder(most=2)
    for _ in range(3):
        line.add("a", held.wait)
        await asyncio.sleep(0)
    assert line.full("a")
    assert not line.full("b")
    held.set()
    await line.close(1)
    assert not line.full("a")


async def test_closing_waits_no_longer_than_its_patience() -> None:
    line = InOrder()
    line.add("a", asyncio.Event().wait)
    await asyncio.wait_for(line.close(0.01), 1)
    assert not line.full("a")
