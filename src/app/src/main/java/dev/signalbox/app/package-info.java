/// The desktop console: one composition root, one package per feature.
@NullMarked
package dev.signalbox.app;

import org.jspecify.annotations.NullMarked;
