/// The screen of operations: what runs, what was done by whom, and what can be taken back.
@NullMarked
package dev.signalbox.app.operations;

import org.jspecify.annotations.NullMarked;
