package dev.signalbox.core.deadletter;

import dev.signalbox.core.deadletter.OwnConvention.Part;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.port.Setting;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Profile;
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
    /// The known conventions, without anything of a profile.
    public static final DeadLetterRules USUAL =
            new DeadLetterRules(List.of(), DeadLetters.CONVENTIONS);

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

    /// What a form asks for. The other headers are few people's need, and can be written into the file.
    public static List<Setting> settings() {
        return List.of(
                setting(NAMES, "(.+)\\.morgue"),
                setting(HEADER + "destination", "x-failed-topic"),
                setting(HEADER + "exception", "x-failed-why"),
                setting(HEADER + "message", "x-failed-text"));
    }

    private static Setting setting(String key, String example) {
        return new Setting(key, CoreTexts.get("setting." + key), example, false, false);
    }

    /// Those of a profile. One that is wrong keeps its connection from opening, and is told there; until then the usual ones
    /// hold.
    public static DeadLetterRules of(Profile profile) {
        try {
            return of(profile.settings());
        } catch (ConnectorException e) {
            return USUAL;
        }
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

    /// Whether a header of this name describes a failure.
    public boolean describesFailure(String name) {
        return conventions.stream().anyMatch(convention -> convention.isFailureHeader(name));
    }

    /// Whether the profile names headers of its own.
    public boolean hasOwnHeaders() {
        return conventions.getFirst() instanceof OwnConvention;
    }

    /// Where the letter is from by the profile's own headers, if those say it.
    public Optional<String> ownOrigin(Message message) {
        return conventions.getFirst() instanceof OwnConvention own
                ? own.read(message).flatMap(DeadLetter::originDestination)
                : Optional.empty();
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

    /// Where the letters in a destination are from by the profile's own patterns; [DestinationNames#UNKNOWN_ORIGIN] where they
    /// do not say it.
    public Optional<String> ownOriginOf(String name) {
        return DestinationNames.own(names, name);
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
