-- Joins the tables of the Olist data set into the one file that olist-orders.json maps. In the folder of the tables:
--   sqlite3 < olist-orders.sql
-- writes olist-orders.csv: one row per item, an order without items once, the rows of an order together.
.import --csv olist_orders_dataset.csv orders
.import --csv olist_customers_dataset.csv customers
.import --csv olist_order_items_dataset.csv items
.import --csv olist_order_payments_dataset.csv payments
.import --csv olist_order_reviews_dataset.csv reviews
.import --csv olist_products_dataset.csv products
.import --csv product_category_name_translation.csv translations
CREATE INDEX items_order ON items (order_id);
CREATE INDEX payments_order ON payments (order_id);
CREATE INDEX reviews_order ON reviews (order_id);
CREATE INDEX products_id ON products (product_id);
.headers on
.mode csv
.output olist-orders.csv
SELECT
  o.order_id, c.customer_unique_id, c.customer_city, c.customer_state, o.order_status, o.order_purchase_timestamp,
  o.order_approved_at, o.order_delivered_carrier_date, o.order_delivered_customer_date, o.order_estimated_delivery_date,
  (SELECT printf('%.2f', sum(payment_value)) FROM payments p WHERE p.order_id = o.order_id) AS payment_value,
  (SELECT payment_type FROM payments p WHERE p.order_id = o.order_id ORDER BY payment_sequential + 0 LIMIT 1) AS payment_type,
  (SELECT printf('%.2f', sum(freight_value)) FROM items f WHERE f.order_id = o.order_id) AS order_freight_value,
  i.product_id, coalesce(t.product_category_name_english, p.product_category_name) AS product_category_name_english, i.price,
  (SELECT review_score FROM reviews r WHERE r.order_id = o.order_id ORDER BY review_creation_date DESC LIMIT 1) AS review_score
FROM orders o
JOIN customers c ON c.customer_id = o.customer_id
LEFT JOIN items i ON i.order_id = o.order_id
LEFT JOIN products p ON p.product_id = i.product_id
LEFT JOIN translations t ON t.product_category_name = p.product_category_name
ORDER BY o.order_purchase_timestamp, o.order_id, i.order_item_id + 0;
