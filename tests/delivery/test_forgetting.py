"""A forgotten customer is in no table, no published version, no export and no later build."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
import signal
import subprocess
import sys

import duckdb
import pytest
from conftest import run_quintile
from test_score_customer import AS_STRUCT, OWN_ROWS
from tiny_versions import kill_at, processes

from quintile.delivery.exports import export_segments, exported_files
from quintile.delivery.forgetting import ForgetError, forget_customer
from quintile.delivery.forgotten_list import add_to_list, forgotten_customers, read_list
from quintile.delivery.publishing import Shelf, publish_version

HIM = "forget-me-7Q"
KEY = "a key of the shop"
FORMULA, SCRIPT = '=HYPERLINK("http://x.example")', "<script>alert(1)</script>"
LINES = [
    ("Z1", "A1", "2025-03-03 10:00", 5, "2.50", HIM),
    ("Z2", "A1", "2025-04-03 10:00", 2, "2.50", HIM),
    ("Z3", "A1", "2025-04-04 10:00", 2, "2.50", FORMULA),
    ("Z4", "A1", "2025-04-05 10:00", 2, "2.50", SCRIPT),
]


def bytes_naming(folder, text=HIM):
    """Every file below a folder whose bytes hold a text; links are followed."""
    return [
        file for file in folder.rglob("*") if file.is_file() and text.encode() in file.read_bytes()
    ]


def cells_naming(database, text=HIM):
    """Every column of text that holds a text."""
    with duckdb.connect(str(database), read_only=True) as connection:
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
    """Call a customer of the sample, whom the kept clusters know, HIM, and leave traces of him."""
    with duckdb.connect(str(database)) as connection:
        [(customer, day)] = connection.execute(
            "select customer_id, first_ordered_at::date from customer_rfm where list_contains("
            "(select any_value(customer_marks) from cluster_model), "
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
        for table in ("kmeans_fits", "cluster_model"):
            connection.execute(
                f"update {table} set customer_marks = list_append(customer_marks, ?)",
                [mark(HIM, day)],
            )
        connection.execute(
            f"insert into rejected_lines values ('a.csv', 7, 'line', 'Z9,{HIM},1', 'fields: 3')"
        )
        connection.execute(f"create table dropped as select '{HIM} ' || range from range(9999)")
        connection.execute("checkpoint; drop table dropped; checkpoint")
    return day


@pytest.fixture(scope="module")
def shop(sample_build, tmp_path_factory):
    """Built, published twice, exported; then he is forgotten, and lines of his are built anew."""
    folder = tmp_path_factory.mktemp("shop")
    database, link = folder / "quintile.duckdb", folder / "published" / "shop.duckdb"
    shutil.copy(sample_build.database, database)
    day = give_him_a_life(database)
    for _ in range(2):
        publish_version(link, lambda new, _: shutil.copy(database, new), keep=3)
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
def built_anew(shop, tmp_path_factory):
    """Published again from the sample and lines of his, of which one cannot be read."""
    folder = tmp_path_factory.mktemp("lines")
    header = "invoice_id,stock_code,invoiced_at,quantity,unit_price,customer_id,description,country"
    with (folder / "more.csv").open("w", newline="") as file:
        file.write(f"{header}\nZ5,A1,{HIM}\n")
        csv.writer(file).writerows([*line, SCRIPT, "UK"] for line in LINES)
    (folder / "crm.csv").write_text(
        f"customer_id,recency_days,frequency,monetary\n{HIM},1,2,3\nsomebody,1,2,3\n"
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
    assert cells_naming(shop["folder"] / "quintile.duckdb", mark(HIM, shop["day"])) == []


def test_it_says_what_it_removed_and_what_is_left_to_do(shop):
    said = shop["done"].stdout
    for file in (shop["folder"] / "quintile.duckdb", *map(Shelf(shop["link"]).file, (1, 2))):
        [rows] = [line for line in said.splitlines() if str(file) in line]
        assert int(rows.split()[-2]) > 10
    assert said.count("csv: 1 row\n") == said.count("parquet: 1 row\n") == 2
    assert f"{shop['folder'] / 'forgotten.json'} holds a hash of the id" in said
    assert "The invoice\nfiles still name him" in said


def test_all_others_are_where_they_were(shop, sample_build):
    with duckdb.connect(str(shop["folder"] / "quintile.duckdb"), read_only=True) as connection:
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


def test_a_later_build_leaves_him_out_and_every_test_of_the_funnel_passes(shop, built_anew):
    assert built_anew.returncode == 0, built_anew.stdout
    assert "Leaving out 1 forgotten customer" in built_anew.stdout
    assert f"{shop['link']} is version 3 now, and was version 2." in built_anew.stdout
    assert bytes_naming(shop["folder"]) == []
    assert cells_naming(shop["link"]) == []
    with duckdb.connect(str(shop["link"]), read_only=True) as connection:
        fates = connection.execute(
            "select invoice_id, line_class, customer_id from invoice_lines "
            "where invoice_id like 'Z%' order by all"
        ).fetchall()
        rejected = connection.execute("select raw_text, reason from rejected_lines").fetchall()
        scored = connection.execute("select customer_id, problem from scored_customers").fetchall()
    assert fates == [
        ("Z1", "no_customer", None),
        ("Z2", "no_customer", None),
        ("Z3", "sale", FORMULA),
        ("Z4", "sale", SCRIPT),
    ]
    assert rejected == [("names a forgotten customer", "fields: 3 instead of 8")]
    assert {*scored} == {("somebody", None), (None, None)}


def test_what_is_published_works_under_any_name_and_keeps_the_clusters(shop, built_anew):
    assert built_anew.returncode == 0, built_anew.stdout
    reasons = "select build_number, reason from model_drift order by build_number"
    expected = [
        (1, "fitted: no model was kept"),
        (2, "kept: the customers have not drifted"),
    ]
    with duckdb.connect() as connection:
        connection.execute(f"attach '{shop['link']}' as \"any name\" (read_only)")
        attached = everything(connection, '"any name".')
    with duckdb.connect(str(shop["link"]), read_only=True) as connection:
        assert everything(connection, "") == attached
        assert connection.execute(OWN_ROWS.format(shop="")).fetchall() == attached[1]
        assert connection.execute(reasons).fetchall() == expected
    assert run_quintile(shop["folder"], "rollback").returncode == 0
    with duckdb.connect(str(shop["link"]), read_only=True) as connection:
        assert connection.execute(reasons).fetchall() == expected[:1]
        assert (
            everything(connection, "")[1] == connection.execute(OWN_ROWS.format(shop="")).fetchall()
        )


def everything(connection, prefix):
    """How many rows each table and view has, and everybody's own answer of score_customer."""
    names = connection.execute(
        "select table_name from duckdb_tables() where not internal union all "
        "select view_name from duckdb_views() where not internal order by all"
    ).fetchall()
    assert len(names) > 50
    rows = {
        name: connection.execute(f"select count(*) from {prefix}{name}").fetchall()
        for (name,) in names
    }
    return rows, connection.execute(AS_STRUCT.format(shop=prefix)).fetchall()


def test_planted_formulas_and_scripts_are_exported_as_text(shop, built_anew, tmp_path):
    assert built_anew.returncode == 0, built_anew.stdout
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


def places(folder, **others):
    return {
        "database": folder / "quintile.duckdb",
        "published": folder / "published" / "shop.duckdb",
        "exports": folder / "exports",
        "listed": folder / "forgotten.json",
        **others,
    }


@pytest.fixture
def small(tmp_path):
    """Two customers, in a database and in exports with cells that span lines."""
    with duckdb.connect(str(tmp_path / "quintile.duckdb")) as connection:
        connection.execute(
            "create table segments as select * from (values "
            f"('{HIM}', 'High', 'A', 1.5), ('O''Neil \"7\"\n', 'High', 'A', -2.5)) "
            "as rows (customer_id, marketing_tier, cluster_label, money)"
        )
    return tmp_path


def test_an_unknown_customer_is_said_so_and_nothing_changes(small):
    before = {file: file.read_bytes() for file in small.rglob("*")}
    done = run_quintile(small, "forget", "nobody")
    assert done.returncode == 1
    assert done.stderr == (
        f"Error: There is no customer nobody in {small / 'quintile.duckdb'}, {small / 'exports'}. "
        "Nothing was changed; ids are written as in the column customer_id.\n"
    )
    assert {file: file.read_bytes() for file in small.rglob("*")} == before


def test_who_is_forgotten_already_may_be_forgotten_again(small):
    assert forget_customer(HIM, **places(small))[0].rows == 1
    listed = (small / "forgotten.json").read_bytes()
    assert forget_customer(HIM, **places(small))[0].rows == 0
    assert (small / "forgotten.json").read_bytes() == listed


def test_exports_are_the_same_but_for_him(small):
    export_segments(small / "quintile.duckdb", small / "exports")
    file = small / "exports" / "segments_tier_high.csv"
    lines = file.read_bytes()
    forget_customer(HIM, **places(small))
    rest = file.read_bytes()
    assert rest == lines.replace(f'"{HIM}","High","A",1.5\n'.encode(), b"")
    assert rest != lines
    assert {path.stat().st_mode & 0o777 for path in exported_files(small / "exports")} == {0o600}


@pytest.mark.parametrize(("key", "trouble"), [(None, "is not set"), ("other", "is not the key")])
def test_hashed_exports_need_their_key(small, key, trouble):
    export_segments(small / "quintile.duckdb", small / "exports", key=KEY)
    before = {file: file.read_bytes() for file in small.rglob("*") if file.is_file()}
    with pytest.raises(Exception, match=f"QUINTILE_ID_KEY {trouble}"):
        forget_customer(HIM, **places(small), key=key)
    assert {file: file.read_bytes() for file in small.rglob("*") if file.is_file()} == before
    removals = forget_customer(HIM, **places(small), key=KEY)
    assert [removal.rows for removal in removals] == [1, 1, 1]


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
    with pytest.raises(ForgetError, match=r"Could not set lock(?s:.*)run this again"):
        forget_customer(HIM, **places(small))
    reader.communicate("\n")
    assert bytes_naming(small) == [database]
    forget_customer(HIM, **places(small))
    assert bytes_naming(small) == []


def forget_him(folder, step):
    kill_at(step)
    forget_customer(HIM, **places(folder), key=KEY)


def test_killed_before_any_step_it_can_be_run_again(small):
    template = small / "template"
    template.mkdir()
    shutil.move(small / "quintile.duckdb", template)
    database = template / "quintile.duckdb"
    publish_version(
        places(template)["published"], lambda new, _: shutil.copy(database, new), keep=3
    )
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
            forget_customer(HIM, **places(folder), key=KEY)
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

    publish_version(places(small)["published"], build, keep=3)
    assert refused[0].returncode == 75
    assert "Another quintile publish, rollback or forget is at work" in refused[0].stderr
    assert not (small / "forgotten.json").exists()


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


@pytest.mark.parametrize("damage", ["", "[]", "{}", '{"salt": "a", "hashes": ["b"]}', "\x00"])
def test_a_damaged_list_stops_the_build(tmp_path, damage):
    file = tmp_path / "forgotten.json"
    file.write_text(damage)
    answer = json.loads(forgotten_customers(str(file), ""))
    assert str(file) in answer["error"]
    assert "without it, who was forgotten would be in the next build" in answer["error"]
