@NullMarked
package dev.signalbox.demo.services.kafka;

import org.jspecify.annotations.NullMarked;
