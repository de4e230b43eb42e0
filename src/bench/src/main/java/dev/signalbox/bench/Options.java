package dev.signalbox.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How large a benchmark is made: `letters=50000 runs=3`.
record Options(Map<String, String> values) {
    Options {
        values = Map.copyOf(values);
    }

    static Options of(List<String> arguments) {
        return new Options(
                arguments.stream()
                        .map(argument -> argument.split("=", 2))
                        .collect(
                                Collectors.toMap(
                                        parts -> parts[0],
                                        parts -> parts.length == 2 ? parts[1] : "")));
    }

    int number(String name, int otherwise) {
        return numbers(name, List.of(otherwise)).getFirst();
    }

    /// Separated by commas.
    List<Integer> numbers(String name, List<Integer> otherwise) {
        String given = values.get(name);
        return given == null
                ? otherwise
                : List.of(given.split(",", -1)).stream().map(Integer::valueOf).toList();
    }
}
