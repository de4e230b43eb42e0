CREATE TABLE IF NOT EXISTS purchases (
    customer TEXT   NOT NULL,
    product  TEXT   NOT NULL,
    times    BIGINT NOT NULL,
    PRIMARY KEY (customer, product)
);
CREATE INDEX IF NOT EXISTS purchases_of_product ON purchases (product, times DESC);

CREATE TABLE IF NOT EXISTS recommendations (
    customer   TEXT        NOT NULL PRIMARY KEY,
    products   TEXT        NOT NULL,
    order_id   TEXT        NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
