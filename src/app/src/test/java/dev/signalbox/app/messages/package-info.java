@NullMarked
package dev.signalbox.app.messages;

import org.jspecify.annotations.NullMarked;
