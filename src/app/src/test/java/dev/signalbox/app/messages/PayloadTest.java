package dev.signalbox.app.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.problem.ConnectorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayloadTest {
    private static final Bytes WHOLE = Bytes.utf8("all of it");

    @TempDir private Path folder = Path.of("");

    @Test
    void allOfItIsWrittenAlsoWhereOnlyTheBeginningIsInHand() throws Exception {
        Payload part = new Payload(Bytes.utf8("all"), WHOLE.size(), Optional.of(() -> WHOLE));
        Path file = folder.resolve("payload");

        part.writeInto(file);

        assertThat(file).hasContent("all of it");
        assertThat(part.isWhole()).isFalse();
    }

    @Test
    void aFileThatCannotBeWrittenIsTold() throws Exception {
        Path taken = Files.createDirectory(folder.resolve("taken"));

        assertThatThrownBy(() -> Payload.whole(WHOLE).writeInto(taken))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("taken");
    }
}
