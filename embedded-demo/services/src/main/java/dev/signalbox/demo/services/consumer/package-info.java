/// Dealing with messages without loss and without doubling, whichever broker delivers them.
@NullMarked
package dev.signalbox.demo.services.consumer;

import org.jspecify.annotations.NullMarked;
