/// What every adapter has to keep: a contract its tests extend, and fakes for the other side of the port.
@NullMarked
package dev.signalbox.core.port;

import org.jspecify.annotations.NullMarked;
