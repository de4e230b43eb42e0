/// The demo's broker when it is RabbitMQ: a private node of the RabbitMQ that is installed on this machine.
@NullMarked
package dev.signalbox.demo.rabbitmq;

import org.jspecify.annotations.NullMarked;
