/// The services' HTTP interface and the calls between them.
@NullMarked
package dev.signalbox.demo.services.http;

import org.jspecify.annotations.NullMarked;
