/// The service's own PostgreSQL database: pool, local transactions, tables.
@NullMarked
package dev.signalbox.demo.services.database;

import org.jspecify.annotations.NullMarked;
