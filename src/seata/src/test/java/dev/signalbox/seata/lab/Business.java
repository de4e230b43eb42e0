package dev.signalbox.seata.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A business with two databases, in a process of its own.
public final class Business implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;
    private final Path log;

    /// Returns when it is registered with the coordinator.
    public Business(SeataServer coordinator, String application, String purchases, String items)
            throws IOException {
        this.log = Lab.folder("business-" + application).resolve("err.log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(
                List.of(
                        "-Dconfig.type=file",
                        "-Dconfig.file.name=file.conf",
                        "-Dregistry.type=file",
                        "-Dservice.vgroupMapping.test_tx_group=default",
                        "-Dservice.default.grouplist=" + coordinator.rpc()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(BusinessMain.class.getName(), application, purchases, items));
        this.process =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.to(log.toFile()))
                        .start();
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        answer("ready");
    }

    /// Buys three of an item and leaves the transaction open.
    ///
    /// @param row of the item, not used before
    /// @return XID
    public String open(String name, int timeoutMillis, int row) throws IOException {
        orders.write(name + " " + timeoutMillis + " " + row + "\n");
        orders.flush();
        return answer(":");
    }

    /// As a crash does.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /// The next line that is one of ours: libraries print too.
    private String answer(String mark) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.contains(mark) && !line.contains(" ")) {
                return line;
            }
        }
        throw new IOException("the business ended; its log is " + log);
    }
}
