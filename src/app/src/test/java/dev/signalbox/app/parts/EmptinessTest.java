package dev.signalbox.app.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.table.TableState;
import dev.signalbox.app.testing.SampleStates;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmptinessTest {
    private static final Profile BROKER = Samples.kafka(Environment.TEST);

    @Test
    void whatWasReadAndIsEmptyIsSaidToBe() {
        assertThat(Emptiness.of(List.of(SampleStates.empty(BROKER)), "Nothing here."))
                .isEqualTo(new TableState.Empty("Nothing here."));
    }

    @Test
    void whatWasReadInPartIsNotSaidToBeEmpty() {
        TableState state =
                Emptiness.of(List.of(SampleStates.partial(Samples.broker())), "Nothing here.");

        assertThat(((TableState.Empty) state).text())
                .startsWith("Nothing here.")
                .contains("part of the picture is missing");
    }

    @Test
    void whatMayNotBeReadSaysWhy() {
        assertThat(Emptiness.of(List.of(SampleStates.forbidden(BROKER)), "Nothing here."))
                .isEqualTo(new TableState.Failed(SampleStates.mayNot()));
    }
}
