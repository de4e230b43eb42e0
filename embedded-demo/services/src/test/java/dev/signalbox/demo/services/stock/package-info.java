@NullMarked
package dev.signalbox.demo.services.stock;

import org.jspecify.annotations.NullMarked;
