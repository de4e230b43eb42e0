/// The demo's transaction coordinator: a real Seata server, its sessions in an H2 file.
@NullMarked
package dev.signalbox.demo.coordinator;

import org.jspecify.annotations.NullMarked;
