/// The one dialog through which everything is changed: plan, review, start, outcome.
@NullMarked
package dev.signalbox.app.action;

import org.jspecify.annotations.NullMarked;
