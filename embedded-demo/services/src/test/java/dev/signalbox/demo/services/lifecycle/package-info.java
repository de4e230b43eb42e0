@NullMarked
package dev.signalbox.demo.services.lifecycle;

import org.jspecify.annotations.NullMarked;
