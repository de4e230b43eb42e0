/// A service's process: start, life line, orderly stop.
@NullMarked
package dev.signalbox.demo.services.process;

import org.jspecify.annotations.NullMarked;
