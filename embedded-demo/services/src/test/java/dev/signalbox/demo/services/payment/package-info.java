@NullMarked
package dev.signalbox.demo.services.payment;

import org.jspecify.annotations.NullMarked;
