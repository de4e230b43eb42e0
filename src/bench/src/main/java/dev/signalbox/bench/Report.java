package dev.signalbox.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// Prints figures, one JSON object a line.
final class Report {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String bench;

    Report(String bench) {
        this.bench = bench;
    }

    void figure(String figure, double value, String unit) throws Exception {
        BigDecimal rounded = new BigDecimal(value, new MathContext(4));
        System.out.println(
                JSON.writeValueAsString(
                        JSON.createObjectNode()
                                .put("bench", bench)
                                .put("figure", figure)
                                .put("value", rounded)
                                .put("unit", unit)));
    }

    void count(String figure, long messages) throws Exception {
        figure(figure, (double) messages, "messages");
    }

    void note(String what) {
        System.err.println(bench + ": " + what);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
