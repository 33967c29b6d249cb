select * from read_csv('{{ env_var("SHOP_ORDER_LINES", "../data/sample/invoices.csv") }}', all_varchar = true)
