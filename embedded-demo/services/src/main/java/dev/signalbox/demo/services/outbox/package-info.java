/// The transactional outbox: events commit with their data and are published afterwards.
@NullMarked
package dev.signalbox.demo.services.outbox;

import org.jspecify.annotations.NullMarked;
