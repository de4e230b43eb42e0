/// Messages, readable: payload, key and headers as what they are.
@NullMarked
package dev.signalbox.app.messages;

import org.jspecify.annotations.NullMarked;
