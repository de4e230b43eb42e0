/// What needs a hand, ranked, and how the whole is doing.
@NullMarked
package dev.signalbox.app.overview;

import org.jspecify.annotations.NullMarked;
