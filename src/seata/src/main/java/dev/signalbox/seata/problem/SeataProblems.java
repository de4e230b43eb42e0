package dev.signalbox.seata.problem;

import static dev.signalbox.seata.problem.SeataTexts.text;

import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import io.netty.channel.ConnectTimeoutException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Translates what goes wrong between here and a coordinator into what an operator can act on: what failed, on
/// which of the two addresses, what to do.
public final class SeataProblems {

    private SeataProblems() {}

    /// No answer from the RPC port, or none that makes sense.
    public static ConnectorException rpc(String address, Throwable cause) {
        return told(rpcKind(cause), rpcKey(cause), cause, address);
    }

    /// No answer from the HTTP console, or none that is HTTP.
    public static ConnectorException console(String address, IOException cause) {
        return told(consoleKind(cause), consoleKey(cause), cause, address);
    }

    /// The console answered with an HTTP status that is no success and not about who we are.
    public static ConnectorException consoleStatus(String address, int status) {
        if (status == 404) {
            return told(ProblemKind.INVALID, "console.notSeata", null, address);
        }
        if (status >= 300 && status < 400) {
            return told(ProblemKind.INVALID, "console.redirects", null, address);
        }
        ProblemKind kind = status >= 500 ? ProblemKind.UNEXPECTED : ProblemKind.INVALID;
        return told(kind, "console.status", null, address, Integer.toString(status));
    }

    /// The console answered in HTTP, but not with what a coordinator says.
    ///
    /// @param what which part is not as it has to be
    public static ConnectorException consoleMalformed(
            String address, String what, @Nullable Throwable cause) {
        return told(ProblemKind.INVALID, "console.malformed", cause, address, what);
    }

    /// The console understood, and says no in its own words.
    public static ConnectorException consoleRefuses(String address, String code, String message) {
        return told(ProblemKind.UNEXPECTED, "console.refuses", null, address, code, message);
    }

    public static ConnectorException loginNeeded(String address) {
        return told(ProblemKind.AUTHENTICATION, "console.loginNeeded", null, address);
    }

    public static ConnectorException loginFailed(String address, String user) {
        return told(ProblemKind.AUTHENTICATION, "console.loginFailed", null, address, user);
    }

    /// Logged in, and refused all the same.
    public static ConnectorException notAllowed(String address, String user) {
        return told(ProblemKind.AUTHORIZATION, "console.notAllowed", null, address, user);
    }

    public static ConnectorException registrationRefused(
            String address, String group, String message) {
        return told(
                ProblemKind.AUTHENTICATION,
                "rpc.registrationRefused",
                null,
                address,
                group,
                message);
    }

    /// The coordinator could not even say where a transaction is.
    public static ConnectorException refusedByRpc(String address, String message) {
        return told(ProblemKind.UNEXPECTED, "rpc.refuses", null, address, message);
    }

    /// A setting of the profile that is missing or is not what it has to be.
    ///
    /// @param key `setting.<name>` or more exact
    public static ConnectorException setting(String key, String value) {
        return told(ProblemKind.INVALID, key, null, value);
    }

    public static ConnectorException unsupported(ActionKind kind) {
        return told(ProblemKind.UNSUPPORTED, "unsupported." + kind, null);
    }

    public static ConnectorException of(ProblemKind kind, String key, Object... arguments) {
        return told(kind, key, null, arguments);
    }

    /// The same without throwing it: for gaps, refusals and outcomes.
    public static Problem problem(ProblemKind kind, String key, Object... arguments) {
        return new Problem(kind, text(key, arguments), text(key + ".remedy", arguments));
    }

    private static ConnectorException told(
            ProblemKind kind, String key, @Nullable Throwable cause, Object... arguments) {
        Problem told = problem(kind, key, arguments);
        if (cause == null) {
            return new ConnectorException(told);
        }
        return new ConnectorException(
                new Problem(kind, told.summary(), told.remedy(), cause.toString()), cause);
    }

    private static ProblemKind rpcKind(Throwable cause) {
        return switch (cause) {
            case TimeoutException _ -> ProblemKind.TIMEOUT;
            case ForeignProtocolException _ -> ProblemKind.INVALID;
            case IOException _ -> ProblemKind.UNREACHABLE;
            default -> ProblemKind.UNEXPECTED;
        };
    }

    private static String rpcKey(Throwable cause) {
        return switch (cause) {
            case ForeignProtocolException foreign ->
                    foreign.isHttp() ? "rpc.isHttp" : "rpc.notSeata";
            case TimeoutException _ -> "rpc.silent";
            case UnknownHostException _ -> "rpc.unknownHost";
            case SocketTimeoutException _, ConnectTimeoutException _ -> "rpc.connectTimeout";
            case ConnectException _ -> "rpc.refused";
            case ClosedChannelException _ -> "rpc.closed";
            case IOException _ -> "rpc.broken";
            default -> "rpc.unexpected";
        };
    }

    private static ProblemKind consoleKind(IOException cause) {
        return switch (cause) {
            case HttpConnectTimeoutException _ -> ProblemKind.UNREACHABLE;
            case HttpTimeoutException _ -> ProblemKind.TIMEOUT;
            case ProtocolException _ -> ProblemKind.INVALID;
            case SSLException _ -> ProblemKind.INVALID;
            default -> ProblemKind.UNREACHABLE;
        };
    }

    private static String consoleKey(IOException cause) {
        return switch (cause) {
            case HttpConnectTimeoutException _ -> "console.connectTimeout";
            case HttpTimeoutException _ -> "console.silent";
            case ProtocolException _ -> "console.notHttp";
            case SSLException _ -> "console.tls";
            case ConnectException _ ->
                    hasCause(cause, UnresolvedAddressException.class)
                            ? "console.unknownHost"
                            : "console.refused";
            default -> hasCause(cause, EOFException.class) ? "console.closed" : "console.broken";
        };
    }

    private static boolean hasCause(Throwable problem, Class<? extends Throwable> type) {
        for (Throwable t = problem; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }
}
