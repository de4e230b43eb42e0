@NullMarked
package dev.signalbox.demo.services.backend;

import org.jspecify.annotations.NullMarked;
