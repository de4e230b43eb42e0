@NullMarked
package dev.signalbox.demo.services.order;

import org.jspecify.annotations.NullMarked;
