@NullMarked
package dev.signalbox.demo.supervisor;

import org.jspecify.annotations.NullMarked;
