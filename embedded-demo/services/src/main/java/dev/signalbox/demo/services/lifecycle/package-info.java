/// How long things live: the wish to stop, and the threads that heed it.
@NullMarked
package dev.signalbox.demo.services.lifecycle;

import org.jspecify.annotations.NullMarked;
