/// Steering a running demo: its incidents, its traffic, and the requests by which the console asks for them.
@NullMarked
package dev.signalbox.demo.supervisor.control;

import org.jspecify.annotations.NullMarked;
