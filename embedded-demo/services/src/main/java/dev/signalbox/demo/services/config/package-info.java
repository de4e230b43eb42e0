/// What a service is told when it starts.
@NullMarked
package dev.signalbox.demo.services.config;

import org.jspecify.annotations.NullMarked;
