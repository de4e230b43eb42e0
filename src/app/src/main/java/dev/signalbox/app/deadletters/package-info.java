/// The screen of dead letters: where they lie, what they died of, and what can be done with them.
@NullMarked
package dev.signalbox.app.deadletters;

import org.jspecify.annotations.NullMarked;
