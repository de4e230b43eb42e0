@NullMarked
package dev.signalbox.demo.services.config;

import org.jspecify.annotations.NullMarked;
