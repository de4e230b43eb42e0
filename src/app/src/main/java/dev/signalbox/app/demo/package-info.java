/// The demo backend as this window runs it.
@NullMarked
package dev.signalbox.app.demo;

import org.jspecify.annotations.NullMarked;
