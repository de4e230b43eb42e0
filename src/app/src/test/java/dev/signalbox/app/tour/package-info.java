@NullMarked
package dev.signalbox.app.tour;

import org.jspecify.annotations.NullMarked;
