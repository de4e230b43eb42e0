package dev.signalbox.core.export;

import dev.signalbox.core.text.CoreTexts;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The lines of a text file, without their ends, and the number of the one that was read last. A carriage return stays: it
/// may be inside of a cell.
final class TextLines {
    /// Longer than any message that a broker takes, in whatever way it is written down.
    static final int LONGEST = 512 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private long number;

    TextLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    long number() {
        return number;
    }

    /// @throws BadLine for a line that is not text
    Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 10);
        int each = in.read();
        if (each < 0) {
            return Optional.empty();
        }
        number++;
        while (each >= 0 && each != '\n') {
            line.write(each);
            if (line.size() > LONGEST) {
                throw new BadLine(number, CoreTexts.get("import.too-long"));
            }
            each = in.read();
        }
        String text = decode(line.toByteArray());
        boolean marked = number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        return Optional.of(marked ? text.substring(1) : text);
    }

    private String decode(byte[] line) throws BadLine {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadLine(number, CoreTexts.get("import.not-text"), e);
        }
    }
}
