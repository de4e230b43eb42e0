@NullMarked
package dev.signalbox.app.operations;

import org.jspecify.annotations.NullMarked;
