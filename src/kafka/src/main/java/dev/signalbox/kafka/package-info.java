/// The adapter for Apache Kafka: its protocol on one side, the port on the other.
@NullMarked
package dev.signalbox.kafka;

import org.jspecify.annotations.NullMarked;
