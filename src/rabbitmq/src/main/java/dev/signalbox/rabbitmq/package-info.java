/// RabbitMQ: messages over AMQP 0-9-1, the picture over the management API and the Prometheus endpoint.
@NullMarked
package dev.signalbox.rabbitmq;

import org.jspecify.annotations.NullMarked;
