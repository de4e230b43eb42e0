-- What each customer has open, one account for each currency. Changed by global transactions only.
CREATE TABLE IF NOT EXISTS accounts (
    id       TEXT           NOT NULL PRIMARY KEY,
    customer TEXT           NOT NULL,
    currency TEXT           NOT NULL,
    balance  NUMERIC(14, 2) NOT NULL
);
INSERT INTO accounts (id, customer, currency, balance)
SELECT customer || '/' || currency, customer, currency, 0
FROM (SELECT 'C-' || lpad(n::text, 4, '0') AS customer FROM generate_series(1, 400) AS n) AS customers
CROSS JOIN unnest(ARRAY['EUR', 'USD', 'GBP', 'CHF', 'XTS']) AS currency
ON CONFLICT (id) DO NOTHING;

-- Written by global transactions only.
CREATE TABLE IF NOT EXISTS authorisations (
    order_id      TEXT           NOT NULL PRIMARY KEY,
    customer      TEXT           NOT NULL,
    currency      TEXT           NOT NULL,
    amount        NUMERIC(12, 2) NOT NULL,
    authorised_at TIMESTAMPTZ    NOT NULL DEFAULT now()
);

-- Apart from authorisations and accounts: captures are local transactions, and a local transaction that changed a row
-- under AT would be a dirty write, which makes a roll back fail.
CREATE TABLE IF NOT EXISTS captures (
    order_id       TEXT           NOT NULL PRIMARY KEY,
    currency       TEXT           NOT NULL,
    amount         NUMERIC(12, 2) NOT NULL,
    rate           NUMERIC(12, 6) NOT NULL,
    amount_in_euro NUMERIC(12, 2) NOT NULL,
    captured_at    TIMESTAMPTZ    NOT NULL DEFAULT now()
);
