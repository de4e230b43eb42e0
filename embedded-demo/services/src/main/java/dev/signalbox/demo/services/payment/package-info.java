/// Authorises payments within the global transaction and captures them afterwards.
@NullMarked
package dev.signalbox.demo.services.payment;

import org.jspecify.annotations.NullMarked;
