package dev.signalbox.cli.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.core.model.GlobalTransaction;
import java.time.Instant;

/// A global transaction as JSON.
public final class TransactionJson {
    private TransactionJson() {}

    /// @param now what its age is counted to
    public static ObjectNode of(GlobalTransaction transaction, Instant now) {
        ObjectNode node = Json.object();
        node.put("xid", transaction.xid());
        node.put("name", transaction.name());
        node.put("application", transaction.application());
        node.put("group", transaction.group());
        node.put("status", transaction.status().name());
        node.put("phase", transaction.status().phase().name());
        Json.putText(node, "begunAt", transaction.begunAt());
        Json.put(node, "ageSeconds", transaction.age(now));
        node.put("timeoutSeconds", Json.seconds(transaction.timeout()));
        Json.putText(node, "note", transaction.note());
        ArrayNode branches = node.putArray("branches");
        for (GlobalTransaction.Branch branch : transaction.branches()) {
            ObjectNode each = branches.addObject();
            each.put("id", branch.id());
            each.put("type", branch.type());
            each.put("resource", branch.resource());
            each.put("status", branch.status());
            each.put("client", branch.client());
            ArrayNode locks = each.putArray("locks");
            branch.locks()
                    .forEach(
                            lock ->
                                    locks.addObject()
                                            .put("table", lock.table())
                                            .put("primaryKey", lock.primaryKey()));
        }
        return node;
    }
}
