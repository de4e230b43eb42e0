-- Which message each group has dealt with, written in the local transaction of the effect.
CREATE TABLE IF NOT EXISTS processed_message (
    consumer_group TEXT        NOT NULL,
    message_id     TEXT        NOT NULL,
    processed_at   TIMESTAMPTZ NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer_group, message_id)
);
-- For the trimming
CREATE INDEX IF NOT EXISTS processed_message_age ON processed_message (processed_at);
