@NullMarked
package dev.signalbox.demo.services.flow;

import org.jspecify.annotations.NullMarked;
