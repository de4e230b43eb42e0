/// Connections as the operator describes them.
@NullMarked
package dev.signalbox.core.profile;

import org.jspecify.annotations.NullMarked;
