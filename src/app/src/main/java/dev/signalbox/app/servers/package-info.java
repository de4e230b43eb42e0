/// What the servers consist of: nodes, exchanges, connections.
@NullMarked
package dev.signalbox.app.servers;

import org.jspecify.annotations.NullMarked;
