/// Who did what, when, to which server.
@NullMarked
package dev.signalbox.core.audit;

import org.jspecify.annotations.NullMarked;
