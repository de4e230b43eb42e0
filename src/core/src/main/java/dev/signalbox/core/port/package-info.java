/// The one gap between the console and a server: snapshots come out, plans go in.
@NullMarked
package dev.signalbox.core.port;

import org.jspecify.annotations.NullMarked;
