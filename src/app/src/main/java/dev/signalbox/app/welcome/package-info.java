/// The first screen: try the demo, connect to your own, open one again.
@NullMarked
package dev.signalbox.app.welcome;

import org.jspecify.annotations.NullMarked;
