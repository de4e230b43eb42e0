@NullMarked
package dev.signalbox.demo.services.recommendation;

import org.jspecify.annotations.NullMarked;
