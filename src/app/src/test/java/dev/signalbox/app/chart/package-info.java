@NullMarked
package dev.signalbox.app.chart;

import org.jspecify.annotations.NullMarked;
