package dev.signalbox.seata.console;

/// Who we say we are to the console.
public record Credentials(String user, String password) {

    @Override
    public String toString() {
        return "Credentials[" + user + "]";
    }
}
