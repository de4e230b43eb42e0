/// Messages on disk, written before they are removed and read when they are restored.
@NullMarked
package dev.signalbox.core.backup;

import org.jspecify.annotations.NullMarked;
