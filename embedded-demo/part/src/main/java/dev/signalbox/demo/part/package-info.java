/// What every process of the demo backend has in common: settings it is started with, a life line, and a word for "ready".
@NullMarked
package dev.signalbox.demo.part;

import org.jspecify.annotations.NullMarked;
