@NullMarked
package dev.signalbox.demo.services.transaction;

import org.jspecify.annotations.NullMarked;
