@NullMarked
package dev.signalbox.demo.coordinator;

import org.jspecify.annotations.NullMarked;
