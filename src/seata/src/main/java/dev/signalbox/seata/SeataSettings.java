package dev.signalbox.seata;

import static dev.signalbox.seata.problem.SeataTexts.text;

import dev.signalbox.core.port.Setting;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.seata.console.Credentials;
import dev.signalbox.seata.problem.SeataProblems;
import dev.signalbox.seata.rpc.Endpoint;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a profile says about a coordinator, read and checked.
///
/// @param server of the RPC, through which transactions are ended
/// @param console of the HTTP API, from which they are read; without a slash at the end
/// @param credentials for a console that asks for them: up to 2.3 all do
/// @param group transaction service group to register with
record SeataSettings(
        Endpoint server, URI console, Optional<Credentials> credentials, String group) {

    private static final String SERVER = "server";
    private static final String CONSOLE = "console";
    private static final String USER = "user";
    private static final String PASSWORD = "password";
    private static final String GROUP = "group";

    /// What Seata's own examples call it. The coordinator only writes it into its log.
    private static final String DEFAULT_GROUP = "default_tx_group";

    static List<Setting> form() {
        return List.of(
                new Setting(SERVER, text("setting.server"), "seata.example.com:8091", true, false),
                new Setting(
                        CONSOLE,
                        text("setting.console"),
                        "http://seata.example.com:7091",
                        true,
                        false),
                new Setting(USER, text("setting.user"), "seata", false, false),
                new Setting(
                        PASSWORD, text("setting.password"), "${env:SEATA_PASSWORD}", false, true),
                new Setting(GROUP, text("setting.group"), DEFAULT_GROUP, false, false));
    }

    static SeataSettings of(Profile profile) throws ConnectorException {
        Map<String, String> settings = profile.settings();
        String server = settings.getOrDefault(SERVER, "").strip();
        String console = settings.getOrDefault(CONSOLE, "").strip();
        Optional<Endpoint> endpoint = Endpoint.parse(server);
        if (endpoint.isEmpty()) {
            throw SeataProblems.setting("setting.server.invalid", server);
        }
        String user = settings.getOrDefault(USER, "").strip();
        String group = settings.getOrDefault(GROUP, "").strip();
        return new SeataSettings(
                endpoint.get(),
                address(console),
                user.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Credentials(user, settings.getOrDefault(PASSWORD, ""))),
                group.isEmpty() ? DEFAULT_GROUP : group);
    }

    private static URI address(String console) throws ConnectorException {
        try {
            URI uri = new URI(console.replaceFirst("/+$", ""));
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web
                    && uri.getHost() != null
                    && uri.getPort() <= 65_535
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told below like every other address that is none.
        }
        String withoutSecrets = console.replaceAll("//[^/]*@", "//");
        throw SeataProblems.setting("setting.console.invalid", withoutSecrets);
    }
}
