/// A stand-in for the demo's supervisor, with its name and its manners.
@NullMarked
package dev.signalbox.demo.supervisor;

import org.jspecify.annotations.NullMarked;
