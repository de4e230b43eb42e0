package dev.signalbox.seata;

import static dev.signalbox.seata.problem.SeataTexts.text;

import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.port.Setting;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Profile;
import java.time.Clock;
import java.util.List;

/// Offers connections to Seata's transaction coordinator.
public final class SeataConnectorProvider implements ConnectorProvider {

    @Override
    public String type() {
        return "seata";
    }

    @Override
    public String displayName() {
        return text("product");
    }

    @Override
    public List<Setting> settings() {
        return SeataSettings.form();
    }

    /// Checks the settings only; the first poll connects.
    @Override
    public Connector connect(Profile profile) throws ConnectorException {
        return new SeataConnector(SeataSettings.of(profile), Clock.systemUTC());
    }
}
