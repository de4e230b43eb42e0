/// Faults that can be switched on and off.
@NullMarked
package dev.signalbox.demo.services.incident;

import org.jspecify.annotations.NullMarked;
