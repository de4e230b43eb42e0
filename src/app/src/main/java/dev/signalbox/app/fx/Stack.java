package dev.signalbox.app.fx;

import java.io.PrintWriter;
import java.io.StringWriter;

/// Stack traces as text.
public final class Stack {
    private Stack() {}

    public static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
