CREATE SEQUENCE IF NOT EXISTS order_number START 100001;

-- Written by the global transaction only, never changed afterwards.
CREATE TABLE IF NOT EXISTS orders (
    id        TEXT           NOT NULL PRIMARY KEY,
    customer  TEXT           NOT NULL,
    currency  TEXT           NOT NULL,
    amount    NUMERIC(12, 2) NOT NULL,
    lines     TEXT           NOT NULL,
    xid       TEXT           NOT NULL,
    placed_at TIMESTAMPTZ    NOT NULL DEFAULT now()
);

-- Apart from orders, so that completing one never changes a row that a global transaction may have to restore.
CREATE TABLE IF NOT EXISTS completions (
    order_id     TEXT        NOT NULL PRIMARY KEY,
    parcel       TEXT        NOT NULL,
    completed_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
