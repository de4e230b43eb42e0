/// What the services ask of a broker, whichever it is.
@NullMarked
package dev.signalbox.demo.services.broker;

import org.jspecify.annotations.NullMarked;
