/// Processes that are kept running: how one is started, known to be ready, watched, started again and ended, and in
/// which order several are. Knows nothing of what they do.
@NullMarked
package dev.signalbox.demo.supervisor.process;

import org.jspecify.annotations.NullMarked;
