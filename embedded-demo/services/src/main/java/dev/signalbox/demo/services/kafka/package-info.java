/// Topics, headers and the one producer of a service.
@NullMarked
package dev.signalbox.demo.services.kafka;

import org.jspecify.annotations.NullMarked;
