/// The only package that speaks to the FX thread: hand-overs, background work, and lists that change by key.
@NullMarked
package dev.signalbox.app.fx;

import org.jspecify.annotations.NullMarked;
