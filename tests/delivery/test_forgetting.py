"""A forgotten customer is in no table, no published version, no export and no later build."""

from __future__ import annotations

import csv
import hashlib
import html
import json
import re
import shutil
import signal
import subprocess
import sys

import duckdb
import pytest
from click.testing import CliRunner
from conftest import connect, quintile_environment, run_quintile
from test_score_customer import AS_STRUCT, OWN_ROWS
from tiny_versions import kill_at, processes

from quintile.cli import main
from quintile.delivery import exports, forgetting
from quintile.delivery.exports import export_segments, exported_files
from quintile.delivery.forgetting import ForgetError, Places, forget_customer
from quintile.delivery.forgotten_list import (
    ListError,
    add_to_list,
    forgotten_customers,
    read_list,
)
from quintile.delivery.locking import BusyError
from quintile.delivery.publishing import Shelf, publish_version
from quintile.inputs.text_copies import TextCopies

HIM = "forget-me-7Q"
KEY = "a long key of the shop"
FORMULA, SCRIPT = '=HYPERLINK("http://x.example")', "<script>alert(1)</script>"
LINES = [
    ("Z1", "A1", "2025-03-03 10:00", 5, "2.50", HIM),
    ("Z2", "A1", "2025-04-03 10:00", 2, "2.50", HIM),
    ("Z3", "A1", "2025-04-04 10:00", 2, "2.50", FORMULA),
    ("Z4", "A1", "2025-04-05 10:00", 2, "2.50", SCRIPT),
]
UNREADABLE = [
    ("Z5", "A1", HIM, 5, "2.50", "somebody"),
    ("Z6", "A1", "2025-04-05 10:00", HIM, "2.50", "somebody"),
]
CAMPAIGN = f"""insert into campaign_groups by name
select
    'Autumn' as campaign, customer_id, date '2025-10-01' as starts_on, date '2025-10-31' as ends_on,
    if(row_number() over () % 2 = 0, 'treated', 'control') as campaign_group,
    'customer_id != ''{HIM}''' as audience, 0.5 as control_share, date '2025-10-01' as fixed_on,
    marketing_tier, cluster_label, rfm_segment, 'published on 2025-10-01' as label_basis,
    recency_days, frequency, monetary
from segments"""


def bytes_naming(folder, text=HIM):
    """Every file below a folder whose bytes hold a text; links are followed."""
    return [
        file for file in folder.rglob("*") if file.is_file() and text.encode() in file.read_bytes()
    ]


def cells_naming(database, text=HIM):
    """Every column of text that holds a text."""
    with connect(database, read_only=True) as connection:
        columns = connection.execute(
            "select table_name, column_name from duckdb_columns() "
            "where not internal and data_type like 'VARCHAR%'"
        ).fetchall()
        assert len(columns) > 5
        return [
            (table, column)
            for table, column in columns
            if connection.execute(
                f"select 1 from {table} where contains({column}::varchar, ?) limit 1", [text]
            ).fetchall()
        ]


def mark(customer, day):
    return hashlib.md5(f"{customer} {day}".encode()).hexdigest()


def give_him_a_life(database):
    """Call a customer of the sample, whom the kept clusters know, HIM, and leave traces of them."""
    with connect(database) as connection:
        [(customer, day)] = connection.execute(
            "select customer_id, first_ordered_at::date from customer_rfm where list_contains("
            "(select any_value(customer_marks) from kmeans_fits), "
            "md5(customer_id || ' ' || first_ordered_at::date)) order by all limit 1"
        ).fetchall()
        tables = connection.execute(
            "select table_name from duckdb_columns() inner join duckdb_tables() "
            "using (table_name) where column_name = 'customer_id'"
        ).fetchall()
        for (table,) in tables:
            connection.execute(
                f"update {table} set customer_id = ? where customer_id = ?", [HIM, customer]
            )
        for table in ("kmeans_fits",):
            connection.execute(
                f"update {table} set customer_marks = list_append(customer_marks, ?)",
                [mark(HIM, day)],
            )
        connection.execute(
            f"""insert into rejected_lines (source_file, line_number, column_name, raw_text, reason)
            values ('a.csv', 7, 'line', 'Z9,{HIM},1', 'fields: 3')"""
        )
        for text, value in ((HIM, "null"), ("1.234,5", "1234.5")):
            connection.execute(
                f"""insert into cell_texts (source_file, column_name, cell_text, lines)
                values ('a.csv', 'quantity', '{text}', 1);
                insert into number_texts (cell_text) values ('{text}');
                insert into text_values (source_file, column_name, cell_text, number_value)
                values ('a.csv', 'quantity', '{text}', {value})"""
            )
        connection.execute(f"create table dropped as select '{HIM} ' || range from range(9999)")
        connection.execute("checkpoint; drop table dropped; checkpoint")
    return day


@pytest.fixture(scope="module")
def shop(sample_build, tmp_path_factory):
    """Built, published twice, exported; then one is forgotten, and their lines are built again."""
    folder = tmp_path_factory.mktemp("shop")
    database, link = folder / "quintile.duckdb", folder / "published" / "shop.duckdb"
    shutil.copy(sample_build.database, database)
    day = give_him_a_life(database)
    for _ in range(2):
        publish_version(link, lambda new, _: shutil.copy(database, new), keep=3)
    with connect(database) as connection:
        connection.execute(CAMPAIGN)
    export_segments(database, folder / "exports", key=KEY)
    export_segments(database, folder / "exports", by="label")
    traces = bytes_naming(folder)
    marked = [file for file in (database, link) if cells_naming(file, mark(HIM, day))]
    done = run_quintile(folder, "forget", HIM, QUINTILE_ID_KEY=KEY)
    return {
        "folder": folder,
        "link": link,
        "traces": traces,
        "marked": marked,
        "day": day,
        "done": done,
    }


@pytest.fixture(scope="module")
def built_again(shop, tmp_path_factory):
    """Published again from the sample and lines of theirs, of which one cannot be read."""
    folder = tmp_path_factory.mktemp("lines")
    header = "invoice_id,stock_code,invoiced_at,quantity,unit_price,customer_id,description,country"
    with (folder / "more.csv").open("w", newline="") as file:
        file.write(f"{header}\nZ5,A1,{HIM}\n")
        csv.writer(file).writerows([*line, SCRIPT, "UK"] for line in [*LINES, *UNREADABLE])
    (folder / "crm.csv").write_text(
        f"customer_id,recency_days,frequency,monetary\n{HIM},1,2,3\nsomebody,1,2,3\nx,{HIM},2,3\n"
    )
    assert HIM not in (shop["folder"] / "forgotten.json").read_text()
    return run_quintile(
        shop["folder"],
        "publish",
        QUINTILE_INVOICES=f"data/sample;{folder / 'more.csv'}",
        QUINTILE_CUSTOMERS_TO_SCORE=folder / "crm.csv",
    )


def test_he_is_in_no_byte_of_any_file(shop):
    assert shop["done"].returncode == 0, shop["done"].stderr
    kinds = {trace.suffix for trace in shop["traces"]}
    assert kinds == {".duckdb", ".csv", ".parquet"}
    assert len(shop["marked"]) == 2
    assert bytes_naming(shop["folder"]) == []
    assert cells_naming(shop["folder"] / "quintile.duckdb") == []
    assert len(cells_naming(shop["folder"] / "quintile.duckdb", "1.234,5")) == 3
    assert cells_naming(shop["folder"] / "quintile.duckdb", mark(HIM, shop["day"])) == []


def test_it_says_what_it_searched_and_removed(shop):
    said, folder = shop["done"].stdout, shop["folder"]
    for file in (folder / "quintile.duckdb", *map(Shelf(shop["link"]).file, (1, 2))):
        [rows] = re.findall(rf"  {re.escape(str(file))} \(1 file\): (\d+) rows removed\n", said)
        assert int(rows) > 10
    files = len(exported_files(folder / "exports"))
    assert f"  {folder / 'exports'} ({files} files): 4 rows removed\n    {folder}" in said
    assert said.count(".csv\n") == said.count(".parquet\n") == 2
    assert f"  {folder / 'logs'} (0 files): 0 lines removed\n" in said
    assert f"  {folder / 'target'} (0 files): 0 files removed\n" in said
    assert f"{folder / 'forgotten.json'} holds a hash of the id" in said


def test_all_others_are_where_they_were(shop, sample_build):
    with connect(shop["folder"] / "quintile.duckdb", read_only=True) as connection:
        rest = connection.execute(OWN_ROWS.format(shop="")).fetchall()
        assert connection.execute(AS_STRUCT.format(shop="")).fetchall() == rest
        assert connection.execute("select count(*) from rfm_history").fetchall()[0][0] > 1000
    before = sample_build.query(OWN_ROWS.format(shop=""))
    assert len(rest) == len(before) - 1
    assert {*rest} < {*before}
    exported = [
        len(file.read_text().splitlines()) - 1
        for file in exported_files(shop["folder"] / "exports")
        if file.suffix == ".csv"
    ]
    assert sum(exported) == 2 * len(rest)


def test_a_later_build_leaves_them_out_and_every_test_of_the_funnel_passes(shop, built_again):
    assert built_again.returncode == 0, built_again.stdout
    assert "Leaving out 1 forgotten customer" in built_again.stdout
    assert f"{shop['link']} is version 3 now, and was version 2." in built_again.stdout
    # The input itself names them, and so do its copies.
    assert {file.parent.name for file in bytes_naming(shop["folder"])} <= {"text_copies"}
    assert cells_naming(shop["link"]) == []
    with connect(shop["link"], read_only=True) as connection:
        fates = connection.execute(
            "select invoice_id, line_class, customer_id from invoice_lines "
            "where invoice_id like 'Z%' order by all"
        ).fetchall()
        rejected = connection.execute("select raw_text, reason from rejected_lines").fetchall()
        texts = connection.execute("from cell_texts where cell_text is not null").fetchall()
        scored = connection.execute("select customer_id, problem from scored_customers").fetchall()
    assert fates == [
        ("Z1", "no_customer", None),
        ("Z2", "no_customer", None),
        ("Z3", "sale", FORMULA),
        ("Z4", "sale", SCRIPT),
    ]
    withheld = "withheld, since customers were forgotten"
    assert {*rejected} == {
        (withheld, "fields: 3 instead of 8"),
        (withheld, "not a date from 1900 to 2199"),
        (withheld, "not a number of at most 14 digits before the point"),
    }
    assert texts == []
    no_number = "recency_days is not a number from 0 to below 10^14"
    assert {*scored} == {("somebody", None), (None, None), ("x", no_number)}


def test_groups_that_were_drawn_in_the_working_database_are_published(shop, built_again):
    assert built_again.returncode == 0, built_again.stdout
    working = shop["folder"] / "quintile.duckdb"
    assert f"Groups taken over from {working}: Autumn." in built_again.stdout
    query = "select * from campaign_groups order by customer_id"
    with connect(working, read_only=True) as connection:
        drawn = connection.execute(query).fetchall()
        audiences = connection.execute("select distinct audience from campaign_groups").fetchall()
    with connect(shop["link"], read_only=True) as connection:
        assert connection.execute(query).fetchall() == drawn != []
    assert audiences == [("customer_id != 'forgotten'",)]


def test_what_is_published_works_under_any_name_and_keeps_the_clusters(shop, built_again):
    assert built_again.returncode == 0, built_again.stdout
    reasons = "select build_number, reason from model_drift order by build_number"
    expected = [
        (1, "fitted: no model was kept"),
        (2, "kept: a fresh fit gives similar clusters (agreement 1.00)"),
    ]
    with duckdb.connect() as connection:
        connection.execute(f"attach '{shop['link']}' as \"any name\" (read_only)")
        attached = everything(connection, '"any name".')
    with connect(shop["link"], read_only=True) as connection:
        assert everything(connection, "") == attached
        assert connection.execute(OWN_ROWS.format(shop="")).fetchall() == attached[1]
        assert connection.execute(reasons).fetchall() == expected
    assert run_quintile(shop["folder"], "rollback").returncode == 0
    with connect(shop["link"], read_only=True) as connection:
        assert connection.execute(reasons).fetchall() == expected[:1]
        assert (
            everything(connection, "")[1] == connection.execute(OWN_ROWS.format(shop="")).fetchall()
        )


def everything(connection, prefix):
    """How many rows each table and view has, and everybody's own answer of score_customer."""
    names = connection.execute(
        "select schema_name || '.' || table_name from duckdb_tables() where not internal union all "
        "select schema_name || '.' || view_name from duckdb_views() where not internal order by all"
    ).fetchall()
    assert len(names) > 50
    rows = {
        name: connection.execute(f"select count(*) from {prefix}{name}").fetchall()
        for (name,) in names
    }
    return rows, connection.execute(AS_STRUCT.format(shop=prefix)).fetchall()


def test_planted_formulas_and_scripts_are_exported_as_text(shop, built_again, tmp_path):
    assert built_again.returncode == 0, built_again.stdout
    [third] = Shelf(shop["link"]).folder.glob("3/*.duckdb")
    done = run_quintile(shop["folder"], "export", "--database", third, "--into", tmp_path / "mail")
    assert done.returncode == 0, done.stderr
    rows = []
    for file in (tmp_path / "mail").glob("*.csv"):
        with file.open(newline="") as lines:
            rows += csv.DictReader(lines)
    ids = {row["customer_id"] for row in rows}
    assert {f"'{FORMULA}", SCRIPT} < ids
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())


def places(folder):
    return Places(
        database=folder / "quintile.duckdb",
        published=folder / "published" / "shop.duckdb",
        exports=folder / "exports",
        logs=folder / "logs",
        target=folder / "target",
    )


def forget(folder, customer=HIM, key=None):
    """What was found in each place, by its name."""
    searches = forget_customer(customer, places(folder), listed=folder / "forgotten.json", key=key)
    return {search.place.name: search.found for search in searches}


@pytest.fixture
def small(tmp_path):
    """Two customers, in a database and in exports with cells that span lines."""
    with connect(tmp_path / "quintile.duckdb") as connection:
        connection.execute(
            "create table segments as select * from (values "
            f"('{HIM}', 'High', 'A', 1.5), ('O''Neil \"7\"\n', 'High', 'A', -2.5)) "
            "as rows (customer_id, marketing_tier, cluster_label, money)"
        )
    return tmp_path


def test_seeds_that_name_him_are_left_to_the_user(small, monkeypatch):
    (small / "dbt_project.yml").touch()
    seed = small / "seeds" / "campaigns.csv"
    seed.parent.mkdir()
    seed.write_text(f"campaign,audience\nSpring,customer_id != '{HIM}'\n")
    monkeypatch.chdir(small)
    done = CliRunner(env=quintile_environment(small)).invoke(main, ["forget", HIM])
    assert "  seeds/campaigns.csv: 1 line for you to edit\n" in done.output
    assert HIM in seed.read_text()


def contents(folder):
    """Every file with what is in it, but for those that only bear a lock."""
    return {
        file: file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and not file.name.endswith(".lock")
    }


def test_an_unknown_customer_is_said_so_and_nothing_changes(small):
    before = contents(small)
    done = run_quintile(small, "forget", "nobody")
    assert done.returncode == 1
    assert done.stderr == (
        f"Error: There is no customer nobody in {small / 'quintile.duckdb'}, {small / 'exports'}. "
        "Nothing was changed. Write the id as in the column customer_id.\n"
    )
    assert contents(small) == before


@pytest.mark.parametrize("nobody", ["", "  ", "\udcff"])
def test_what_can_be_no_id_is_refused(small, nobody):
    with connect(small / "quintile.duckdb") as connection:
        connection.execute("create table rejected_lines as select 'any text' as raw_text")
    before = contents(small)
    with pytest.raises(ForgetError, match="Nothing was changed"):
        forget(small, nobody)
    assert contents(small) == before


def test_who_is_forgotten_already_may_be_forgotten_again(small):
    assert forget(small)["quintile.duckdb"] == 1
    listed = (small / "forgotten.json").read_bytes()
    assert forget(small)["quintile.duckdb"] == 0
    assert (small / "forgotten.json").read_bytes() == listed


def test_exports_are_the_same_but_for_him(small):
    export_segments(small / "quintile.duckdb", small / "exports")
    file = small / "exports" / "segments_tier_high.csv"
    lines = file.read_bytes()
    forget(small)
    rest = file.read_bytes()
    assert rest == lines.replace(f'"{HIM}","High","A",1.5\n'.encode(), b"")
    assert rest != lines
    assert {path.stat().st_mode & 0o777 for path in exported_files(small / "exports")} == {0o600}


@pytest.mark.parametrize(("key", "trouble"), [(None, "is not set"), ("other", "is not the key")])
def test_hashed_exports_need_their_key(small, key, trouble):
    export_segments(small / "quintile.duckdb", small / "exports", key=KEY)
    before = contents(small)
    with pytest.raises(Exception, match=f"QUINTILE_ID_KEY {trouble}"):
        forget(small, key=key)
    assert contents(small) == before
    found = forget(small, key=KEY)
    assert found == {"quintile.duckdb": 1, "exports": 2, "text_copies": 0, "logs": 0, "target": 0}


def test_an_open_database_is_named_and_the_next_try_completes_it(small):
    database = small / "quintile.duckdb"
    reader = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"import duckdb; c = duckdb.connect({str(database)!r}, "
            "read_only=True); print('open', flush=True); input()",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert reader.stdout.readline() == "open\n"
    with pytest.raises(
        ForgetError, match=r"is open in another process \(.*PID \d+\)(?s:.*)run this again"
    ):
        forget(small)
    reader.communicate("\n")
    assert bytes_naming(small) == [database]
    forget(small)
    assert bytes_naming(small) == []


def forget_him(folder, step):
    kill_at(step)
    forget(folder, key=KEY)


@pytest.mark.slow
def test_killed_before_any_step_it_can_be_run_again(small):
    template = small / "template"
    template.mkdir()
    shutil.move(small / "quintile.duckdb", template)
    database = template / "quintile.duckdb"
    publish_version(places(template).published, lambda new, _: shutil.copy(database, new), keep=3)
    export_segments(database, template / "exports", key=KEY)
    step, kills = 0, 0
    while kills == step:
        step += 1
        folder = small / str(step)
        shutil.copytree(template, folder, symlinks=True)
        killed = processes.Process(target=forget_him, args=(folder, step))
        killed.start()
        killed.join(60)
        kills += killed.exitcode == -signal.SIGKILL
        if (folder / "forgotten.json").exists():
            forget(folder, key=KEY)
            assert bytes_naming(folder) == []
            assert {path.name for path in folder.rglob(".partial*")} == set()
        else:
            assert bytes_naming(folder) == [
                folder / file.relative_to(template) for file in bytes_naming(template)
            ]
    assert killed.exitcode == 0
    assert kills > 10


def test_while_something_is_published_forgetting_waits(small):
    refused = []

    def build(database, _):
        shutil.copy(small / "quintile.duckdb", database)
        refused.append(run_quintile(small, "forget", HIM))

    publish_version(places(small).published, build, keep=3)
    assert refused[0].returncode == 75
    assert "Another quintile publish, rollback or forget is running" in refused[0].stderr
    assert not (small / "forgotten.json").exists()


def test_a_first_build_that_has_read_the_list_already_is_not_overlooked(small, monkeypatch):
    """It makes its database before it reads the list, and holds it until it ends."""
    add = forgetting.add_to_list

    def add_while_a_build_runs(*arguments):
        add(*arguments)
        builder.stdin.write("\n")
        builder.stdin.flush()
        assert builder.stdout.readline() == "open\n"

    database = small / "quintile.duckdb"
    versions = Shelf(places(small).published)
    publish_version(versions.link, lambda new, _: shutil.copy(database, new), keep=3)
    database.unlink()
    code = (
        f"import duckdb; input(); c = duckdb.connect({str(database)!r}); "
        "print('open', flush=True); input()"
    )
    builder = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    monkeypatch.setattr(forgetting, "add_to_list", add_while_a_build_runs)
    with pytest.raises(ForgetError, match="is open in another process"):
        forget(small)
    builder.communicate("\n")


def test_a_first_export_or_publication_waits_for_forgetting(small, monkeypatch):
    tried = []

    def add_while_others_start(*_):
        for command in (["export"], ["publish", "--to", str(places(small).published)]):
            tried.append(CliRunner().invoke(main, command, env=quintile_environment(small)))

    monkeypatch.setattr(forgetting, "add_to_list", add_while_others_start)
    monkeypatch.setattr(exports, "PATIENCE_SECONDS", 0.1)
    forget(small)
    assert [each.exit_code for each in tried] == [75, 75]


def test_outside_the_project_nobody_is_forgotten(small):
    done = run_quintile(small, "forget", HIM, project=small)
    assert done.returncode == 1
    assert "has no dbt_project.yml. Run this in the project's folder." in done.stderr
    assert bytes_naming(small)


def test_the_list_tells_nobody_who_or_when(tmp_path):
    file = tmp_path / "forgotten.json"
    for customer in ("12345", HIM, "12345"):
        add_to_list(file, customer)
    content = json.loads(file.read_text())
    assert content["hashes"] == sorted(content["hashes"])
    assert len(content["hashes"]) == 2
    assert hashlib.sha256(b"12345").hexdigest() not in content["hashes"]
    assert read_list(file).hash_of("12345") in content["hashes"]
    assert read_list(tmp_path / "other.json").salt != read_list(tmp_path / "other.json").salt
    assert file.stat().st_mode & 0o777 == 0o600


SALT, HASH = "0" * 32, "0" * 64
DAMAGED_LISTS = {
    "empty": "",
    "NUL": "\x00",
    "a list": "[]",
    "nothing in it": "{}",
    "null": "null",
    "no hashes": json.dumps({"salt": SALT}),
    "null salt": json.dumps({"salt": None, "hashes": []}),
    "short salt": json.dumps({"salt": "a", "hashes": [HASH]}),
    "short hash": json.dumps({"salt": SALT, "hashes": ["b"]}),
    "number as hash": json.dumps({"salt": SALT, "hashes": [0]}),
    "dict as hashes": json.dumps({"salt": SALT, "hashes": {HASH: 1}}),
    "text as hashes": json.dumps({"salt": SALT, "hashes": ""}),
    "null hashes": json.dumps({"salt": SALT, "hashes": None}),
    "nested": "[" * 10_000 + "]" * 10_000,
    "nested hashes": f'{{"salt": "{SALT}", "hashes": {"[" * 10_000}{"]" * 10_000}}}',
    "two salts": f'{{"salt": "{HASH[:32]}", "salt": "{SALT}", "hashes": []}}',
    "cut": json.dumps({"salt": SALT, "hashes": [HASH]})[:-9],
}


@pytest.mark.parametrize("damage", DAMAGED_LISTS.values(), ids=DAMAGED_LISTS)
def test_a_damaged_list_stops_builds_and_forgetting(small, damage):
    file = small / "forgotten.json"
    file.write_text(damage)
    message = json.loads(forgotten_customers(str(file), ""))["error"]
    assert message.startswith(f"{file} is not a list of forgotten customers (")
    assert "Without it, forgotten customers would be in the next build" in message
    assert "\n" not in message
    with pytest.raises(ListError, match="is not a list of forgotten customers"):
        forget(small)
    assert file.read_text() == damage
    assert bytes_naming(small) == [small / "quintile.duckdb"]
    assert list(small.glob(".partial*")) == []


def test_a_list_that_is_a_link_to_nothing_stops_builds(tmp_path):
    file = tmp_path / "forgotten.json"
    file.symlink_to("on a disk that is not there")
    with pytest.raises(ListError, match="No such file"):
        read_list(file)


def test_a_list_that_is_a_link_is_kept_where_it_is(tmp_path):
    kept = tmp_path / "vault" / "list.json"
    kept.parent.mkdir()
    add_to_list(kept, "somebody")
    (tmp_path / "forgotten.json").symlink_to(kept)
    add_to_list(tmp_path / "forgotten.json", HIM)
    assert len(read_list(kept).hashes) == 2
    assert (tmp_path / "forgotten.json").is_symlink()


def forget_one(folder, customer):
    with connect(folder / customer) as connection:
        connection.execute(f"create table segments as select '{customer}' as customer_id")
    gone = Places(folder / customer, *[folder / "none"] * 4)
    forget_customer(customer, gone, listed=folder / "forgotten.json")


@pytest.mark.slow
def test_fifty_pairs_at_once_lose_none(tmp_path):
    """They share neither database nor folder, nor is there anything but the list to lock."""
    for number in range(50):
        pair = [
            processes.Process(target=forget_one, args=(tmp_path, f"{number}{each}"))
            for each in "ab"
        ]
        for process in pair:
            process.start()
        for process in pair:
            process.join(60)
            assert process.exitcode == 0
    forgotten = read_list(tmp_path / "forgotten.json")
    everybody = {forgotten.hash_of(f"{number}{each}") for number in range(50) for each in "ab"}
    assert {*forgotten.hashes} == everybody
    assert list(tmp_path.glob(".partial*")) == []


def in_csv(customer):
    return '"' + customer.replace('"', '""') + '"'


def test_ten_at_once_leave_one_database_without_any_of_them(tmp_path):
    database = tmp_path / "quintile.duckdb"
    ids = [f"leaver-{number}" for number in range(10)]
    with connect(database) as connection:
        connection.execute(
            "create table segments as select unnest(?) as customer_id", [[*ids, "O"]]
        )
    started = [processes.Process(target=forget, args=(tmp_path, each)) for each in ids]
    for process in started:
        process.start()
    for process in started:
        process.join(60)
        assert process.exitcode == 0
    assert bytes_naming(tmp_path, "leaver-") == []
    assert cells_of(database) == [("O",)]
    assert len(read_list(tmp_path / "forgotten.json").hashes) == 10


def cells_of(database):
    with connect(database, read_only=True) as connection:
        return connection.execute("from segments").fetchall()


ODD = 'O\'Neil "7" Müller, & Co'


@pytest.mark.parametrize("customer", ["12789", HIM, ODD])
@pytest.mark.parametrize("written", [str, json.dumps, html.escape, repr, str.upper, in_csv])
def test_logs_and_target_are_rid_of_the_id_however_it_is_written(small, customer, written):
    rename(small, customer)
    log, results = small / "logs" / "dbt.log", small / "target" / "run" / "results.json"
    shown = written(customer)
    for file in (log, results):
        file.parent.mkdir(parents=True)
        file.write_text(
            f"before\nid {shown}, said\n{shown}\nx{shown}x\n({shown}.0)\nafter 127890 912789\n"
        )
    (small / "target" / "manifest.json").write_text("{}")
    found = forget(small, customer)
    assert (found["logs"], found["target"]) == (4, 1)
    assert log.read_text().splitlines() == ["before", "after 127890 912789"]
    assert not results.exists()
    assert (small / "target" / "manifest.json").exists()


def rename(folder, customer):
    with connect(folder / "quintile.duckdb") as connection:
        connection.execute("update segments set customer_id = ? where money > 0", [customer])


def test_copies_of_invoices_go_unless_a_build_reads_them(small):
    copies = TextCopies(small / "target" / "text_copies")
    copy = small / "target" / "text_copies" / "0.parquet"
    copy.write_text(HIM)
    with pytest.raises(BusyError, match="A build reads copies of invoice files in"):
        forget(small)
    assert copy.exists()
    copies.release()
    assert forget(small)["text_copies"] == 1
    assert bytes_naming(small) == []


def test_every_table_with_ids_is_searched_and_raw_texts_are_withheld(small):
    with connect(small / "quintile.duckdb") as connection:
        connection.execute(
            f"""create schema other;
            create table other.campaign_groups as
                select unnest(['{HIM}', 'O']) as customer_id, 'spring' as campaign;
            create table moves as
                select unnest(['{HIM}', 'O']) as former_customer_id, 1 as customer_id;
            create table rejected_lines as
                select unnest(['Z9,x{HIM}x,1', 'abc', null]) as raw_text"""
        )
    assert forget(small)["quintile.duckdb"] == 4
    with connect(small / "quintile.duckdb", read_only=True) as connection:
        rest = connection.execute("select customer_id from other.campaign_groups").fetchall()
        moves = connection.execute("from moves").fetchall()
        texts = connection.execute("from rejected_lines").fetchall()
    assert rest == [("O",)]
    assert moves == [("O", 1)]
    withheld = ("withheld, since customers were forgotten",)
    assert texts == [withheld, withheld, (None,)]
    assert bytes_naming(small) == []
