/// Beside the supervisor's own tests, whose running supervisor it uses.
@NullMarked
package dev.signalbox.demo.supervisor;

import org.jspecify.annotations.NullMarked;
