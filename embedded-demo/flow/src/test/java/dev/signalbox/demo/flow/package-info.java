/// The four services together, on the servers they really run on.
@NullMarked
package dev.signalbox.demo.flow;

import org.jspecify.annotations.NullMarked;
