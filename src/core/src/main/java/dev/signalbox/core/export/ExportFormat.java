package dev.signalbox.core.export;

/// What an export is written as.
public enum ExportFormat {
    /// As the console's own backups: whole, compressed, checked; it can be restored.
    BACKUP(".sbk"),
    /// One JSON object a line, whole: what is not text is in Base64.
    JSONL(".jsonl"),
    /// RFC 4180, for tables, whole: headers as JSON, what is not text as hexadecimal digits.
    CSV(".csv");

    private final String ending;

    ExportFormat(String ending) {
        this.ending = ending;
    }

    /// How the names of such files end.
    public String ending() {
        return ending;
    }
}
