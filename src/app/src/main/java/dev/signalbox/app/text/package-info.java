/// Texts and how figures are written: thin spaces between thousands, "–" for what is not known.
@NullMarked
package dev.signalbox.app.text;

import org.jspecify.annotations.NullMarked;
