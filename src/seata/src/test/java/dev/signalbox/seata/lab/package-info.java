/// What the tests run against: a real Seata server, a real PostgreSQL and a business with open transactions, each
/// in a process of its own that ends with the tests.
@NullMarked
package dev.signalbox.seata.lab;

import org.jspecify.annotations.NullMarked;
