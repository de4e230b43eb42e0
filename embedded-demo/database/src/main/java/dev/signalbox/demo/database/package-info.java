/// The demo's databases: a real PostgreSQL server and the process that keeps it.
@NullMarked
package dev.signalbox.demo.database;

import org.jspecify.annotations.NullMarked;
