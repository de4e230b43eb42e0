/// The demo's broker: a real Kafka node, broker and controller in one process.
@NullMarked
package dev.signalbox.demo.broker;

import org.jspecify.annotations.NullMarked;
