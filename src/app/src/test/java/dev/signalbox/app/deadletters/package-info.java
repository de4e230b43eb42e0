@NullMarked
package dev.signalbox.app.deadletters;

import org.jspecify.annotations.NullMarked;
