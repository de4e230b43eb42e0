CREATE TABLE IF NOT EXISTS global_table (
  xid VARCHAR(128) NOT NULL PRIMARY KEY, transaction_id BIGINT, status SMALLINT NOT NULL, application_id VARCHAR(32),
  transaction_service_group VARCHAR(32), transaction_name VARCHAR(128), timeout INT, begin_time BIGINT,
  application_data VARCHAR(2000), gmt_create TIMESTAMP(6), gmt_modified TIMESTAMP(6));
CREATE TABLE IF NOT EXISTS branch_table (
  branch_id BIGINT NOT NULL PRIMARY KEY, xid VARCHAR(128) NOT NULL, transaction_id BIGINT, resource_group_id VARCHAR(32),
  resource_id VARCHAR(256), branch_type VARCHAR(8), status SMALLINT, client_id VARCHAR(64), application_data VARCHAR(2000),
  gmt_create TIMESTAMP(6), gmt_modified TIMESTAMP(6));
CREATE TABLE IF NOT EXISTS lock_table (
  row_key VARCHAR(128) NOT NULL PRIMARY KEY, xid VARCHAR(128), transaction_id BIGINT, branch_id BIGINT NOT NULL,
  resource_id VARCHAR(256), table_name VARCHAR(32), pk VARCHAR(36), status SMALLINT NOT NULL DEFAULT 0,
  gmt_create TIMESTAMP(6), gmt_modified TIMESTAMP(6));
CREATE TABLE IF NOT EXISTS distributed_lock (lock_key VARCHAR(20) NOT NULL PRIMARY KEY, lock_value VARCHAR(20) NOT NULL, expire BIGINT);
MERGE INTO distributed_lock (lock_key, lock_value, expire) KEY (lock_key)
  VALUES ('AsyncCommitting', ' ', 0), ('RetryCommitting', ' ', 0), ('RetryRollbacking', ' ', 0), ('TxTimeoutCheck', ' ', 0);
