@NullMarked
package dev.signalbox.demo.database;

import org.jspecify.annotations.NullMarked;
