@NullMarked
package dev.signalbox.demo.services.database;

import org.jspecify.annotations.NullMarked;
