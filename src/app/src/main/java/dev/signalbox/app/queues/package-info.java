/// Destinations: what lies in them, what comes in, who reads them, and their messages.
@NullMarked
package dev.signalbox.app.queues;

import org.jspecify.annotations.NullMarked;
