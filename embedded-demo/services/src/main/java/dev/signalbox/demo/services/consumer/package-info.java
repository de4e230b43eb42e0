/// Consuming without loss and without doubling: idempotence, retry topic, dead-letter topic.
@NullMarked
package dev.signalbox.demo.services.consumer;

import org.jspecify.annotations.NullMarked;
