/// What the services tell each other over Kafka.
@NullMarked
package dev.signalbox.demo.services.event;

import org.jspecify.annotations.NullMarked;
