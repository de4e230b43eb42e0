package dev.signalbox.demo.services.config;

import java.util.Objects;

/// How to reach a database.
///
/// @param url JDBC address
public record DatabaseAccess(String url, String user, String password) {

    public DatabaseAccess {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /// Without the password.
    @Override
    public String toString() {
        return user + "@" + url;
    }
}
