package dev.signalbox.core.monitor;

/// Where a bug struck, as text for a report: classes and places, never messages, for those may quote a setting or a
/// payload.
final class Trace {
    private static final int CAUSES = 8;
    private static final int FRAMES = 30;

    private Trace() {}

    static String of(Throwable bug) {
        StringBuilder text = new StringBuilder();
        Throwable each = bug;
        for (int depth = 0; each != null && depth < CAUSES; depth++) {
            text.append(depth == 0 ? "" : "caused by ").append(each.getClass().getName());
            StackTraceElement[] frames = each.getStackTrace();
            for (int frame = 0; frame < Math.min(frames.length, FRAMES); frame++) {
                text.append("\n    at ").append(frames[frame]);
            }
            text.append('\n');
            each = each.getCause();
        }
        return text.toString();
    }
}
