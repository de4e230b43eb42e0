@NullMarked
package dev.signalbox.demo.supervisor.process;

import org.jspecify.annotations.NullMarked;
