@NullMarked
package dev.signalbox.demo.services.incident;

import org.jspecify.annotations.NullMarked;
