/// Reserves stock within the global transaction and ships afterwards.
@NullMarked
package dev.signalbox.demo.services.stock;

import org.jspecify.annotations.NullMarked;
