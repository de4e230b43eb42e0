package dev.signalbox.core.deadletter;

import dev.signalbox.core.deadletter.OwnConvention.Part;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.text.CoreTexts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// How dead letters are recognised on one connection: by the known conventions, and by what its profile adds.
///
/// `dead-letters.names` holds patterns of destinations, separated by blanks; the first group of each is the origin.
/// `dead-letters.header.destination`, `.partition`, `.offset`, `.timestamp`, `.group`, `.attempts`, `.exception`,
/// `.message` and `.stacktrace` name headers. The profile's headers go before every convention.
public final class DeadLetterRules {
    private static final String NAMES = "dead-letters.names";
    private static final String HEADER = "dead-letters.header.";

    private final List<Pattern> names;
    private final List<DeadLetterRecogniser> conventions;

    private DeadLetterRules(List<Pattern> names, List<DeadLetterRecogniser> conventions) {
        this.names = List.copyOf(names);
        this.conventions = List.copyOf(conventions);
    }

    /// Whether a setting of a profile belongs here, and not to the client of its broker.
    public static boolean isRule(String setting) {
        return setting.equals(NAMES) || setting.startsWith(HEADER);
    }

    /// @throws ConnectorException `INVALID` for a pattern that is none, or a part that there is not
    public static DeadLetterRules of(Map<String, String> settings) throws ConnectorException {
        List<Pattern> names = new ArrayList<>();
        for (String pattern : settings.getOrDefault(NAMES, "").split("\\s+")) {
            if (!pattern.isEmpty()) {
                names.add(compile(pattern));
            }
        }
        Map<Part, String> headers = new EnumMap<>(Part.class);
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            if (setting.getKey().startsWith(HEADER)) {
                headers.put(
                        part(setting.getKey().substring(HEADER.length())),
                        setting.getValue().strip());
            }
        }
        List<DeadLetterRecogniser> conventions = new ArrayList<>();
        if (!headers.isEmpty()) {
            conventions.add(new OwnConvention(headers));
        }
        conventions.addAll(DeadLetters.CONVENTIONS);
        return new DeadLetterRules(names, conventions);
    }

    /// What the headers of a dead letter tell about its death. Never throws; what is not told stays empty.
    public DeadLetter read(Message message) {
        return DeadLetters.read(conventions, message);
    }

    /// The headers of the message itself. Those of a letter of an unknown kind are all its own: one that looks like a
    /// failure's may not be.
    public List<Header> ownHeaders(DeadLetter letter) {
        List<Header> headers = letter.message().headers();
        return letter.convention().isEmpty()
                ? headers
                : headers.stream()
                        .filter(
                                header ->
                                        conventions.stream()
                                                .noneMatch(c -> c.isFailureHeader(header.name())))
                        .toList();
    }

    /// @param existing the names of all destinations there are
    public DestinationNames names(Set<String> existing) {
        return new DestinationNames(existing, names);
    }

    private static Pattern compile(String pattern) throws ConnectorException {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw invalid("rules.pattern", NAMES, pattern, e.getDescription());
        }
    }

    private static Part part(String name) throws ConnectorException {
        Optional<Part> found =
                List.of(Part.values()).stream()
                        .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(name))
                        .findFirst();
        if (found.isEmpty()) {
            throw invalid("rules.part", HEADER + name);
        }
        return found.get();
    }

    private static ConnectorException invalid(String key, Object... arguments) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.INVALID,
                        CoreTexts.get(key, arguments),
                        CoreTexts.get("rules.remedy")));
    }
}
