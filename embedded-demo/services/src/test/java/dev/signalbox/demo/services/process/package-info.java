@NullMarked
package dev.signalbox.demo.services.process;

import org.jspecify.annotations.NullMarked;
