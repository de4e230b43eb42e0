-- Events, written in the local transaction of the data they tell of. Keys stay below the 36 characters that the
-- coordinator's lock table has room for.
CREATE TABLE IF NOT EXISTS outbox (
    message_id    TEXT        NOT NULL PRIMARY KEY,
    position      BIGSERIAL   NOT NULL,
    topic         TEXT        NOT NULL,
    order_id      TEXT        NOT NULL,
    xid           TEXT,
    awaits_commit BOOLEAN     NOT NULL,
    payload       TEXT        NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL DEFAULT now(),
    published_at  TIMESTAMPTZ
);
-- For the trimming
CREATE INDEX IF NOT EXISTS outbox_published ON outbox (published_at) WHERE published_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS outbox_unpublished ON outbox (order_id, position) WHERE published_at IS NULL;
