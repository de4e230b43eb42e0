@NullMarked
package dev.signalbox.demo.services.http;

import org.jspecify.annotations.NullMarked;
