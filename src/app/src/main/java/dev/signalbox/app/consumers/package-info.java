/// Consumer groups: how far behind, which way it goes, and where they read on.
@NullMarked
package dev.signalbox.app.consumers;

import org.jspecify.annotations.NullMarked;
