@NullMarked
package dev.signalbox.demo.services.consumer;

import org.jspecify.annotations.NullMarked;
