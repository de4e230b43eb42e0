package dev.signalbox.seata.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.seata.console.Fields.MalformedAnswer;
import dev.signalbox.seata.problem.SeataProblems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Reads a list that the console hands out in pages.
final class Pages {

    /// The most a coordinator with a store in a database accepts.
    private static final int SIZE = 100;

    /// 5,000 entries: enough to see what is wrong, and a poll that ends.
    private static final int MOST = 50;

    private final ConsoleSession session;

    Pages(ConsoleSession session) {
        this.session = session;
    }

    /// Makes something of one entry.
    interface Reading<T> {
        T of(JsonNode entry) throws MalformedAnswer;
    }

    /// @param total how many there are, as the console counts them
    /// @param complete false: there are more than were read
    record Listing<T>(List<T> entries, long total, boolean complete) {
        Listing {
            entries = List.copyOf(entries);
        }
    }

    <T> Listing<T> all(String path, Map<String, String> filter, Reading<T> reading)
            throws ConnectorException, InterruptedException {
        List<T> entries = new ArrayList<>();
        long total = 0;
        for (int page = 1; page <= MOST; page++) {
            JsonNode body = session.get(path, query(filter, page));
            try {
                Fields fields = new Fields(body);
                int before = entries.size();
                for (JsonNode entry : fields.objects("data")) {
                    entries.add(reading.of(entry));
                }
                OptionalLong told = fields.number("total");
                total = Math.max(told.orElse(0), entries.size());
                boolean last = entries.size() - before < SIZE;
                if (last || (told.isPresent() && entries.size() >= told.getAsLong())) {
                    return new Listing<>(entries, total, true);
                }
            } catch (MalformedAnswer e) {
                throw SeataProblems.consoleMalformed(session.address(), e.field(), e);
            }
        }
        return new Listing<>(entries, total, false);
    }

    private static Map<String, String> query(Map<String, String> filter, int page) {
        Map<String, String> query = new LinkedHashMap<>(filter);
        query.put("pageNum", Integer.toString(page));
        query.put("pageSize", Integer.toString(SIZE));
        return query;
    }
}
