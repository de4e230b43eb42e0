package dev.signalbox.demo.supervisor.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CappedLogTest {
    private static final long LIMIT = 10_000_000;

    @TempDir Path folder;

    @Test
    void everyLineIsKeptAndShown() throws Exception {
        List<String> shown = new ArrayList<>();

        log().follow(text("one\ntwo\n"), shown::add);

        assertThat(folder.resolve("part.log")).hasContent("one\ntwo\n");
        assertThat(shown).containsExactly("one", "two");
    }

    @Test
    void aLogStaysBelowTenMegabytesAndKeepsTheNewest() throws Exception {
        CappedLog log = log();
        String hundred = "x".repeat(99) + "\n";

        log.follow(text(hundred.repeat(130_000) + "the end\n"), line -> {});

        long size = Files.size(folder.resolve("part.log"));
        long older = Files.size(folder.resolve("part.log.1"));
        assertThat(size + older).isBetween(LIMIT / 2, LIMIT);
        assertThat(Files.readString(folder.resolve("part.log"))).endsWith("the end\n");
    }

    @Test
    void theSourceIsReadOnWhenTheFileCannotBeWritten() {
        List<String> shown = new ArrayList<>();

        new CappedLog(folder.resolve("missing/part.log")).follow(text("one\ntwo\n"), shown::add);

        assertThat(shown).containsExactly("one", "two");
    }

    @Test
    void theTailIsTheLastLines() {
        CappedLog log = log();

        log.follow(text("1\n2\n3\n4\n5\n6\n7\n8\n9\n"), line -> {});

        assertThat(log.tail()).containsExactly("2", "3", "4", "5", "6", "7", "8", "9");
    }

    private CappedLog log() {
        return new CappedLog(folder.resolve("part.log"));
    }

    private static ByteArrayInputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
