"""Find, open and read the files of invoices and customers, on DuckDB and on Spark."""
