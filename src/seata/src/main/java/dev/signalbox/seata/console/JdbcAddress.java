package dev.signalbox.seata.console;

import java.util.regex.Pattern;

/// A resource's name as a coordinator keeps it: for a database its JDBC address.
final class JdbcAddress {

    private static final Pattern USER_INFO = Pattern.compile("//[^/@?;]*@");
    private static final Pattern ORACLE_USER = Pattern.compile("(:thin:|:oci:)[^/@]*/[^@]*@");
    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i)([?&;(,](?:user|username|uid|[^=?&;(,]*(?:password|passwd|pwd|secret|token))=)[^&;)]*");

    private JdbcAddress() {}

    /// The same without the names and passwords an address can carry.
    static String withoutSecrets(String resource) {
        if (!resource.startsWith("jdbc:")) {
            return resource;
        }
        String shorter = USER_INFO.matcher(resource).replaceAll("//");
        shorter = ORACLE_USER.matcher(shorter).replaceAll("$1@");
        return SECRET.matcher(shorter).replaceAll("$1***");
    }
}
