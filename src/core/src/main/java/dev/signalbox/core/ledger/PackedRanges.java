package dev.signalbox.core.ledger;

import dev.signalbox.core.model.MessageSelection.Range;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A set of ranges in few bytes: in order, and each as its distance from the one before. A letter of a queue, which lies
/// anywhere, takes about ten bytes; a million letters in a row take five.
final class PackedRanges {
    private static final int MORE = 0x80;
    private static final int BITS = 7;

    private PackedRanges() {}

    static byte[] pack(List<Range> ranges) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int partition = 0;
        long end = 0;
        for (Range range : LetterRanges.joined(ranges)) {
            if (range.partition() != partition) {
                end = 0;
            }
            write(out, range.partition() - partition);
            write(out, range.from() - end);
            write(out, range.length());
            partition = range.partition();
            end = range.to();
        }
        return out.toByteArray();
    }

    static List<Range> unpack(byte[] packed) {
        List<Range> ranges = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(packed);
        int partition = 0;
        long end = 0;
        while (in.hasRemaining()) {
            int step = (int) read(in);
            if (step != 0) {
                partition += step;
                end = 0;
            }
            long from = end + read(in);
            end = from + read(in);
            ranges.add(new Range(partition, from, end));
        }
        return ranges;
    }

    /// Seven bits a byte, the lowest first.
    private static void write(ByteArrayOutputStream out, long number) {
        long rest = number;
        while ((rest & -MORE) != 0) {
            out.write((int) (rest & (MORE - 1)) | MORE);
            rest >>>= BITS;
        }
        out.write((int) rest);
    }

    private static long read(ByteBuffer in) {
        long number = 0;
        int shift = 0;
        byte each = in.get();
        while ((each & MORE) != 0) {
            number |= (long) (each & (MORE - 1)) << shift;
            shift += BITS;
            each = in.get();
        }
        return number | (long) each << shift;
    }
}
