/// One reading and writing of JSON for configuration, HTTP and events.
@NullMarked
package dev.signalbox.demo.services.json;

import org.jspecify.annotations.NullMarked;
