package dev.signalbox.app.connect;

import dev.signalbox.app.fx.Background;
import dev.signalbox.core.monitor.SecretResolver;
import dev.signalbox.core.problem.Problem;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Tries what is typed into the form, in the background, one try at a time. On the FX thread.
final class ConnectionTester {
    private final Background background;
    private final SecretResolver secrets;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Idle());
    private Background.Running running = () -> {};

    /// How far it is.
    sealed interface State {
        record Idle() implements State {}

        record Trying() implements State {}

        record Ended(TestResult result) implements State {}
    }

    ConnectionTester(Background background, SecretResolver secrets) {
        this.background = background;
        this.secrets = secrets;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    void test(ProfileDraft draft) {
        cancel();
        state.set(new State.Trying());
        running =
                background.run(
                        "test-connection",
                        new Trial(draft.adapter(), draft.toProfile(Set.of()), secrets),
                        result -> state.set(new State.Ended(result)),
                        this::broke);
    }

    private void broke(Problem bug) {
        state.set(new State.Ended(new TestResult.Failed(TestStep.READING, bug)));
    }

    /// Gives up what is under way. The server is let go of in the background.
    void cancel() {
        running.cancel();
        state.set(new State.Idle());
    }

    boolean isTrying() {
        return state.get() instanceof State.Trying;
    }
}
