@NullMarked
package dev.signalbox.demo.broker;

import org.jspecify.annotations.NullMarked;
