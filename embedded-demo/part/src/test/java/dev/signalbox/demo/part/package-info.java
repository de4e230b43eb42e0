@NullMarked
package dev.signalbox.demo.part;

import org.jspecify.annotations.NullMarked;
