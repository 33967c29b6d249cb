#!/usr/bin/env bash
# The project of this folder on the built wheel, installed with the lowest or the highest versions that it allows. All of it is
# done in another folder, where nothing of python/ can be imported.
#   integration_tests/with_wheel.sh lowest|highest [python]
set -euo pipefail
versions=$1 python=${2:-python3}
checkout=$(cd "$(dirname "$0")/.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
bin="$place/venv/bin"

mkdir "$place/source" "$place/shop"
cd "$checkout"
cp -r pyproject.toml README.md LICENSE python "$place/source"
cp -r integration_tests/dbt_project.yml integration_tests/profiles.yml integration_tests/models "$place/shop"
printf 'packages:\n  - local: "%s"\n' "$checkout" > "$place/shop/packages.yml"

"$python" -m venv "$place/venv"
"$bin/pip" wheel --quiet --no-deps --wheel-dir "$place" "$place/source"
case $versions in
    lowest) "$bin/python" -c '
import re, tomllib
for requirement in tomllib.load(open("pyproject.toml", "rb"))["project"]["dependencies"]:
    print(re.sub(r"(\[.*\])?>=([\d.]+).*", r"==\2", requirement))' ;;
    highest) ;;
    *) echo "neither lowest nor highest: $versions" >&2; exit 1 ;;
esac > "$place/constraints.txt"
"$bin/pip" install --progress-bar off --constraint "$place/constraints.txt" "$place"/*.whl
"$bin/pip" check
"$bin/pip" list --format freeze

cd "$place/shop"
unset "${!QUINTILE_@}" PYTHONPATH
export SHOP_ORDER_LINES="$checkout/data/sample/invoices.csv"
"$bin/python" -c "import quintile, sys; sys.exit(not quintile.__file__.startswith(sys.prefix) and quintile.__file__)"
"$bin/dbt" deps
"$bin/dbt" build --exclude-resource-type unit_test
"$bin/quintile" report --database shop.duckdb
"$bin/quintile" export --database shop.duckdb
