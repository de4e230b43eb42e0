/// Where secrets are kept, so that profiles only refer to them.
@NullMarked
package dev.signalbox.core.secret;

import org.jspecify.annotations.NullMarked;
