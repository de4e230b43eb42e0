@NullMarked
package dev.signalbox.app.transactions;

import org.jspecify.annotations.NullMarked;
