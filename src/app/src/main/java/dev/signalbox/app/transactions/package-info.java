/// The screen of global transactions: which are in flight, what they hold, and ending those that hang.
@NullMarked
package dev.signalbox.app.transactions;

import org.jspecify.annotations.NullMarked;
