package dev.signalbox.seata.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.seata.console.ConsoleHttp.Reply;
import dev.signalbox.seata.problem.SeataProblems;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Speaks to a console as somebody, if it asks who we are: logs in at the first refusal and again when the token
/// has run out. Servers from 2.4 on do not ask.
final class ConsoleSession implements AutoCloseable {

    private static final String LOGIN = "/api/v1/auth/login";
    private static final String UNAUTHORIZED = "401";
    private static final String FORBIDDEN = "403";
    private static final String OK = "200";

    private final ConsoleHttp http;
    private final Optional<Credentials> credentials;
    private final ObjectMapper json = new ObjectMapper();
    private final ReentrantLock loggingIn = new ReentrantLock();
    private volatile @Nullable String token;

    ConsoleSession(ConsoleHttp http, Optional<Credentials> credentials) {
        this.http = http;
        this.credentials = credentials;
    }

    /// The body of a successful answer: an object with `code` 200, or without a code.
    JsonNode get(String path, Map<String, String> query)
            throws ConnectorException, InterruptedException {
        String used = token;
        Reply reply = http.get(path, query, Optional.ofNullable(used));
        if (refused(reply)) {
            Credentials who =
                    credentials.orElseThrow(() -> SeataProblems.loginNeeded(http.address()));
            reply = http.get(path, query, Optional.of(renew(used, who)));
            if (refused(reply)) {
                throw SeataProblems.notAllowed(http.address(), who.user());
            }
        }
        return success(reply);
    }

    String address() {
        return http.address();
    }

    @Override
    public void close() {
        http.close();
    }

    /// A refusal comes as an HTTP status, or as a code in a body that HTTP calls a success.
    private boolean refused(Reply reply) throws ConnectorException {
        if (reply.status() == 401 || reply.status() == 403) {
            return true;
        }
        if (reply.status() != 200) {
            return false;
        }
        String code = code(object(reply));
        return code.equals(UNAUTHORIZED) || code.equals(FORBIDDEN);
    }

    private JsonNode success(Reply reply) throws ConnectorException {
        if (reply.status() != 200) {
            throw SeataProblems.consoleStatus(http.address(), reply.status());
        }
        JsonNode body = object(reply);
        String code = code(body);
        if (!code.equals(OK)) {
            throw SeataProblems.consoleRefuses(
                    http.address(), code, body.path("message").asText(""));
        }
        return body;
    }

    /// A new token, unless another thread has got one since `used` was refused.
    private String renew(@Nullable String used, Credentials who)
            throws ConnectorException, InterruptedException {
        loggingIn.lockInterruptibly();
        try {
            String current = token;
            if (current == null || current.equals(used)) {
                current = login(who);
                token = current;
            }
            return current;
        } finally {
            loggingIn.unlock();
        }
    }

    private String login(Credentials who) throws ConnectorException, InterruptedException {
        String request =
                json.createObjectNode()
                        .put("username", who.user())
                        .put("password", who.password())
                        .toString();
        Reply reply = http.post(LOGIN, request);
        if (refused(reply)) {
            throw SeataProblems.loginFailed(http.address(), who.user());
        }
        JsonNode answer = success(reply);
        String fresh = answer.path("data").asText("");
        // It has to fit into the header of a request.
        if (fresh.isEmpty() || !fresh.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw SeataProblems.consoleMalformed(http.address(), "data", null);
        }
        return fresh;
    }

    private static String code(JsonNode body) {
        return body.path("code").asText(OK);
    }

    private JsonNode object(Reply reply) throws ConnectorException {
        try {
            JsonNode body = json.readTree(reply.body());
            if (body.isObject()) {
                return body;
            }
            throw SeataProblems.consoleMalformed(http.address(), "JSON", null);
        } catch (JsonProcessingException e) {
            throw SeataProblems.consoleMalformed(http.address(), "JSON", e);
        }
    }
}
