package dev.signalbox.demo.supervisor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.demo.supervisor.control.Json;
import java.io.IOException;
import java.util.Set;

/// `demo.json`: how to reach a running demo. It is there while everything is up.
record DemoFile(DemoFolder folder, Endpoints endpoints) {

    /// @param parts what runs; the rest is not named
    void write(Set<String> parts) throws IOException {
        ObjectNode demo = Json.object();
        demo.put("pid", ProcessHandle.current().pid());
        demo.put("control", Endpoints.http(endpoints.control()).toString());
        demo.put("token", endpoints.secrets().token());
        if (parts.contains(Backend.BROKER)) {
            endpoints.broker().tellConsole(demo);
        }
        if (parts.contains(Backend.COORDINATOR)) {
            seata(demo.putObject("seata"));
        }
        if (parts.contains(Backend.DATABASE)) {
            databases(demo.putObject("databases"));
        }
        PrivateFile.write(folder.demoFile(), demo.toPrettyString() + "\n");
    }

    private void seata(ObjectNode seata) {
        seata.put("server", endpoints.seata());
        seata.put("console", Endpoints.http(endpoints.coordinator().console()).toString());
        seata.put("user", "seata");
        seata.put("password", endpoints.secrets().console());
        seata.put("group", Settings.GROUP);
        String file = folder.of(Backend.COORDINATOR).resolve("sessions").toString();
        seata.putObject("store")
                .put("url", "jdbc:h2:file:" + file + ";MODE=MySQL;AUTO_SERVER=TRUE")
                .put("user", "seata")
                .put("password", endpoints.secrets().store());
    }

    private void databases(ObjectNode databases) {
        for (String name : Backend.SERVICES.values()) {
            databases
                    .putObject(name)
                    .put("url", endpoints.jdbc(name))
                    .put("user", "postgres")
                    .put("password", endpoints.secrets().database());
        }
    }
}
