/// The only way to change anything: plan, review, execute, outcome, audit.
@NullMarked
package dev.signalbox.core.gate;

import org.jspecify.annotations.NullMarked;
