/// Benchmarks: our own figures beside those of a peer, both in one run, printed as lines of JSON.
@NullMarked
package dev.signalbox.bench;

import org.jspecify.annotations.NullMarked;
