/// The demo's broker when it is RabbitMQ: publishing with confirms, and consuming without loss and without
/// doubling through a dead-letter exchange.
@NullMarked
package dev.signalbox.demo.services.rabbitmq;

import org.jspecify.annotations.NullMarked;
