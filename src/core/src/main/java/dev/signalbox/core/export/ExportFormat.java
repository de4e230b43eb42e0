package dev.signalbox.core.export;

/// What an export is written as.
public enum ExportFormat {
    /// As the console's own backups: whole, compressed, checked; it can be restored.
    BACKUP,
    /// One JSON object a line, whole: what is not text is in Base64.
    JSONL,
    /// RFC 4180, for tables, whole: headers as JSON, what is not text as hexadecimal digits.
    CSV
}
