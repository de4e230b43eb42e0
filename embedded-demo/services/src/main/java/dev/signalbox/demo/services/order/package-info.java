/// Takes orders in a global transaction and completes them when they are shipped.
@NullMarked
package dev.signalbox.demo.services.order;

import org.jspecify.annotations.NullMarked;
