/// What an operator wants to be told without looking.
@NullMarked
package dev.signalbox.core.alert;

import org.jspecify.annotations.NullMarked;
