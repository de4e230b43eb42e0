@NullMarked
package dev.signalbox.app.demo;

import org.jspecify.annotations.NullMarked;
