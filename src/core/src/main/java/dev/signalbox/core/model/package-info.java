/// What the console knows of a broker or a coordinator: immutable values, no client library.
@NullMarked
package dev.signalbox.core.model;

import org.jspecify.annotations.NullMarked;
