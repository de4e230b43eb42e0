/// The demo's supervisor: starts the backend's processes, keeps them running, steers them for the console, and ends
/// them. One demo is one supervisor and one folder.
@NullMarked
package dev.signalbox.demo.supervisor;

import org.jspecify.annotations.NullMarked;
