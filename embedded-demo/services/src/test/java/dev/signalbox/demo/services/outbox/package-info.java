@NullMarked
package dev.signalbox.demo.services.outbox;

import org.jspecify.annotations.NullMarked;
