package dev.signalbox.core.setup;

import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.port.Setting;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.profile.SecretReferences;
import dev.signalbox.core.secret.Secrets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts the secrets that were typed into a profile where secrets belong, and references in their place.
public final class SecretKeeping {
    private final Secrets secrets;
    private final List<ConnectorProvider> adapters;

    public SecretKeeping(Secrets secrets, List<ConnectorProvider> adapters) {
        this.secrets = secrets;
        this.adapters = List.copyOf(adapters);
    }

    /// Whether a password has to be asked for before [#keep]. Blocks.
    public boolean needsPassword(Profile profile) {
        return profile.settings().entrySet().stream()
                        .anyMatch(it -> isTyped(profile, it.getKey(), it.getValue()))
                && !secrets.hasKeychain()
                && !secrets.file().isOpen();
    }

    /// The profile as it may be saved. Blocks.
    public Profile keep(Profile profile) throws ConnectorException {
        Map<String, String> kept = new HashMap<>(profile.settings());
        for (Map.Entry<String, String> setting : profile.settings().entrySet()) {
            if (isTyped(profile, setting.getKey(), setting.getValue())) {
                kept.put(
                        setting.getKey(),
                        secrets.keep(profile.id() + "/" + setting.getKey(), setting.getValue()));
            }
        }
        return profile.with(kept);
    }

    /// Whether it is a secret in plain words. One that refers to another place, if in part only, stays as it is.
    private boolean isTyped(Profile profile, String key, String value) {
        return !value.isEmpty()
                && !SecretReferences.hasReference(value)
                && (SecretReferences.isSecretName(key) || isDescribed(profile.type(), key));
    }

    private boolean isDescribed(String type, String key) {
        return adapters.stream()
                .filter(adapter -> adapter.type().equals(type))
                .flatMap(adapter -> adapter.settings().stream())
                .filter(Setting::secret)
                .anyMatch(setting -> setting.key().equals(key));
    }
}
