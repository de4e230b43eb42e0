package dev.signalbox.app.connect;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.core.alert.AlertRules;
import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.port.Setting;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.setup.ProfileIds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A connection as typed into the form, not yet checked.
///
/// @param settings by key, as typed
/// @param more further settings, one `key=value` a line
public record ProfileDraft(
        String name,
        ConnectorProvider adapter,
        Environment environment,
        Access access,
        Map<String, String> settings,
        String more) {

    public ProfileDraft {
        settings = Map.copyOf(settings);
    }

    /// What is still wrong with it, in the order of the form; empty when it can be made a profile.
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        if (name.isBlank()) {
            complaints.add(text("connect.name.missing"));
        }
        for (Setting setting : adapter.settings()) {
            String value = settings.getOrDefault(setting.key(), "").strip();
            if (setting.required() && value.isEmpty()) {
                complaints.add(text("connect.setting.missing", setting.label()));
            }
        }
        more.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .filter(line -> line.indexOf('=') < 1)
                .forEach(line -> complaints.add(text("connect.more.malformed", line)));
        if (complaints.isEmpty()) {
            addWrongRules(complaints);
        }
        return complaints;
    }

    private void addWrongRules(List<String> complaints) {
        try {
            AlertRules.of(toProfile(Set.of()).settings());
        } catch (ConnectorException e) {
            complaints.add(e.problem().summary());
        }
    }

    /// @param taken ids that other profiles have
    public Profile toProfile(Set<String> taken) {
        Map<String, String> all = new LinkedHashMap<>();
        settings.forEach(
                (key, value) -> {
                    if (!value.isBlank()) {
                        all.put(key, value.strip());
                    }
                });
        more.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(
                        line -> {
                            int equals = line.indexOf('=');
                            all.put(
                                    line.substring(0, equals).strip(),
                                    line.substring(equals + 1).strip());
                        });
        return new Profile(
                ProfileIds.of(name, adapter.type(), taken),
                name.strip(),
                adapter.type(),
                environment,
                access,
                all);
    }
}
