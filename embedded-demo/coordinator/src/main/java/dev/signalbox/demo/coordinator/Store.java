package dev.signalbox.demo.coordinator;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Where the coordinator keeps its sessions: an H2 file that other processes of this machine can
/// open too, with the password, because an operator repairs stuck transactions there.
///
/// @param file without H2's suffix
/// @param port at which the file is shared, on loopback
record Store(Path file, int port, String password) {
    static final String USER = "seata";

    /// Without H2's usual half second between a commit and its being written: what a killed
    /// coordinator has answered for must be found again.
    String url() {
        return "jdbc:h2:file:"
                + file.toAbsolutePath()
                + ";MODE=MySQL;WRITE_DELAY=0;AUTO_SERVER=TRUE;AUTO_SERVER_PORT="
                + port;
    }

    /// Creates what is not there yet.
    void createTables() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), USER, password);
                Statement statement = connection.createStatement()) {
            statement.execute("RUNSCRIPT FROM 'classpath:sessions.sql'");
        }
    }
}
