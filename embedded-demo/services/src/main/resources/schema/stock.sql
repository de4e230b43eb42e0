-- Changed by global transactions only.
CREATE TABLE IF NOT EXISTS products (
    id        TEXT   NOT NULL PRIMARY KEY,
    available BIGINT NOT NULL
);
INSERT INTO products (id, available)
SELECT 'P-' || lpad(n::text, 4, '0'), 1000000 FROM generate_series(1, 400) AS n
ON CONFLICT (id) DO NOTHING;

-- Written by global transactions only.
CREATE TABLE IF NOT EXISTS reservations (
    id          TEXT        NOT NULL PRIMARY KEY,
    order_id    TEXT        NOT NULL,
    product     TEXT        NOT NULL,
    quantity    INT         NOT NULL,
    reserved_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS reservations_of_order ON reservations (order_id);

-- Apart from reservations and products: shipping is a local transaction and must not touch a row under AT.
CREATE TABLE IF NOT EXISTS shipments (
    order_id   TEXT        NOT NULL PRIMARY KEY,
    parcel     TEXT        NOT NULL,
    shipped_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
