/// Fakes and sample data for the window's tests.
@NullMarked
package dev.signalbox.app.testing;

import org.jspecify.annotations.NullMarked;
