@NullMarked
package dev.signalbox.demo.supervisor.control;

import org.jspecify.annotations.NullMarked;
