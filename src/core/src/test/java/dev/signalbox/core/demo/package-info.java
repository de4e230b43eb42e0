@NullMarked
package dev.signalbox.core.demo;

import org.jspecify.annotations.NullMarked;
