/// The demo's broker when it is Kafka: the one producer of a service, and consuming without loss and
/// without doubling through a retry topic and a dead-letter topic.
@NullMarked
package dev.signalbox.demo.services.kafka;

import org.jspecify.annotations.NullMarked;
