@NullMarked
package dev.signalbox.cli.demo;

import org.jspecify.annotations.NullMarked;
