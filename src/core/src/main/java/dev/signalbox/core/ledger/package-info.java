/// Which dead letters have been replayed, so that none is sent twice unnoticed.
@NullMarked
package dev.signalbox.core.ledger;

import org.jspecify.annotations.NullMarked;
