/// What this program is, and what of others is in it.
@NullMarked
package dev.signalbox.app.about;

import org.jspecify.annotations.NullMarked;
