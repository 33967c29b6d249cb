"""Publishing: one whole version at any moment, whatever becomes of the publisher."""

from __future__ import annotations

import os
import random
import signal
import time
from contextlib import contextmanager

import duckdb
import pytest
from click.testing import CliRunner
from tiny_versions import (
    build_tiny,
    processes,
    publish_tiny,
    read_all_the_while,
    read_session,
    read_tiny,
)

from quintile.cli import main
from quintile.delivery.locking import BusyError
from quintile.delivery.publishing import PublishError, Shelf, publish_version, roll_back


@pytest.fixture
def link(tmp_path):
    return tmp_path / "shared" / "shop.duckdb"


def publish(link, *, keep=3):
    return publish_version(link, build_tiny, keep=keep)


def entries(link) -> set[str]:
    return {path.name for path in Shelf(link).folder.iterdir()}


@contextmanager
def readers(link, count):
    """Readers that query all the while; each must read often, and nothing but whole versions."""
    over = processes.Event()
    pipes = [processes.Pipe(duplex=False) for _ in range(count)]
    started = [
        processes.Process(target=read_all_the_while, args=(link, told, over)) for _, told in pipes
    ]
    for reader in started:
        reader.start()
    yield
    over.set()
    for reader, (heard, _) in zip(started, pipes, strict=True):
        reader.join(60)
        assert reader.exitcode == 0
        assert heard.recv() > 20


def start_publisher(link, **options):
    heard, told = processes.Pipe(duplex=False)
    publisher = processes.Process(target=publish_tiny, args=(link, told), kwargs=options)
    publisher.start()
    told.close()
    return publisher, heard


def test_the_published_file_opens_by_its_name_and_by_any_other(link):
    change = publish(link)
    assert (change.version, change.former, change.kept) == (1, None, (1,))
    with duckdb.connect(str(link), read_only=True) as connection:
        assert connection.execute("select current_database()").fetchall() == [("shop",)]
        assert read_session(connection) == 1
    attached = f"attach '{link}' as \"my shop\" (read_only)"
    with duckdb.connect() as connection:
        connection.execute(attached)
        connection.execute('use "my shop"')
        assert read_session(connection) == 1
    assert os.stat(link).st_mode & 0o222 == 0


def test_the_last_three_are_kept_and_open_sessions_keep_theirs(link):
    publish(link)
    with duckdb.connect(str(link), read_only=True) as first:
        for version in range(2, 6):
            assert publish(link).version == version
            assert read_tiny(link) == version
        assert Shelf(link).versions() == [3, 4, 5]
        assert read_session(first) == 1
    assert entries(link) == {"3", "4", "5", ".lock"}
    publish(link, keep=2)
    assert Shelf(link).versions() == [5, 6]


def test_rollback_returns_to_what_was_published_before(link):
    for _ in range(3):
        publish(link)
    change = roll_back(link)
    assert (change.former, change.version, read_tiny(link)) == (3, 2, 2)
    after = publish(link)
    assert (after.former, after.version, after.kept) == (2, 4, (1, 2, 4))
    assert roll_back(link).version == 2
    assert roll_back(link).version == 1
    with pytest.raises(PublishError, match="no earlier version is kept"):
        roll_back(link)
    assert read_tiny(link) == 1


@pytest.mark.parametrize("command", [["rollback", "--published"], ["publish", "--to"]])
def test_a_file_that_was_not_published_is_left_alone(tmp_path, command):
    file = tmp_path / "quintile.duckdb"
    duckdb.connect(str(file)).close()
    content = file.read_bytes()
    done = CliRunner().invoke(main, [*command, str(file)])
    assert done.exit_code == 1
    assert done.output == (
        f"Error: {file} is a file, not a link to a published version. Move it away, or name "
        "another file.\n"
    )
    assert file.read_bytes() == content


def test_nothing_published_is_said_so(link):
    done = CliRunner().invoke(main, ["rollback", "--published", str(link)])
    assert done.exit_code == 1
    assert done.output == f"Error: Nothing is published as {link}. Run quintile publish first.\n"
    assert not link.parent.exists()


def test_of_two_publishers_one_wins_and_the_other_is_told(link):
    publish(link)
    others = []

    def build(database, former):
        for command in (["publish", "--to"], ["rollback", "--published"]):
            others.append(CliRunner().invoke(main, [*command, str(link)]))
        build_tiny(database, former)

    publish_version(link, build, keep=3)
    assert read_tiny(link) == 2
    for other in others:
        assert other.exit_code == BusyError.exit_code == 75
        assert other.output == (
            f"Error: Another quintile publish, rollback or forget is running on {link}. Nothing "
            "was changed. Try again when it has ended.\n"
        )


def test_publishers_that_start_at_once_leave_one_version_after_the_other(link):
    started = [start_publisher(link) for _ in range(6)]
    for publisher, _ in started:
        publisher.join(60)
    codes = sorted(publisher.exitcode for publisher, _ in started)
    assert set(codes) <= {0, 75}
    assert read_tiny(link) == Shelf(link).current() == codes.count(0) > 0


def test_a_builder_that_fails_leaves_all_as_it_was(link):
    publish(link)

    def build(database, former):
        build_tiny(database, former)
        raise PublishError("a test failed")

    with pytest.raises(PublishError, match="a test failed"):
        publish_version(link, build, keep=3)
    assert read_tiny(link) == 1
    assert entries(link) == {"1", ".lock"}


def test_a_view_that_names_its_file_is_not_published(link, tmp_path):
    def build(database, _):
        with duckdb.connect(str(database)) as connection:
            connection.execute(f"attach '{tmp_path / 'other.duckdb'}' as other")
            connection.execute("create table other.numbers as select 1 as n")
            connection.execute("create view v as select * from other.numbers")

    with pytest.raises(PublishError, match="numbers"):
        publish_version(link, build, keep=3)
    assert not link.exists()
    assert entries(link) == {".lock"}


def test_a_full_disk_leaves_all_as_it_was(link):
    publish(link)
    publisher, heard = start_publisher(link, largest_file=16_000)
    publisher.join(60)
    message = heard.recv()
    assert publisher.exitcode == 1
    assert "File too large" in message
    assert f"What is published as {link} is unchanged." in message
    assert read_tiny(link) == 1
    assert entries(link) == {"1", ".lock"}
    assert publish(link).version == 2


def test_killed_before_any_step_a_publisher_leaves_one_whole_version(link):
    for _ in range(3):
        publish(link)
    step, kills = 0, 0
    with readers(link, 2):
        while kills == step:
            step += 1
            before = read_tiny(link)
            publisher, _ = start_publisher(link, step=step)
            publisher.join(60)
            kills += publisher.exitcode == -signal.SIGKILL
            assert read_tiny(link) in (before, before + 1)
            assert len(Shelf(link).versions()) >= 3
    assert publisher.exitcode == 0
    assert kills > 8
    assert len(entries(link) - {".lock"}) == 3
    assert roll_back(link).version < Shelf(link).versions()[-1]


@pytest.mark.slow
def test_killed_at_random_moments_under_eight_readers(link):
    publish(link)
    chance, building, swapping = random.Random(7), 0.0, 0.0
    kills, swaps, before = 0, 0, 1
    with readers(link, 8):
        for number in range(400):
            publisher, heard = start_publisher(link)
            started = time.monotonic()
            if number < 4:  # takes the time, undisturbed; the first wakes the server of processes
                heard.recv()
                building = time.monotonic() - started
                publisher.join(60)
                swapping = time.monotonic() - started - building
            elif number % 5:
                heard.recv()
                publisher.join(chance.uniform(0, 2 * swapping))  # busy cores need longer
            else:
                publisher.join(chance.uniform(0, building))
            publisher.kill()
            publisher.join(60)
            assert publisher.exitcode in (-signal.SIGKILL, 0)
            kills += publisher.exitcode == -signal.SIGKILL
            version = read_tiny(link)
            assert version in (before, before + 1)
            swaps, before = swaps + version - before, version
            if kills >= 50 and swaps > 8:
                break
        publish(link)
    assert kills >= 50
    assert swaps > 8
    assert len(entries(link) - {".lock"}) == 3
    assert read_tiny(roll_back(link).link) == swaps + 1
