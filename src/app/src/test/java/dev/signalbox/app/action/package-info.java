@NullMarked
package dev.signalbox.app.action;

import org.jspecify.annotations.NullMarked;
