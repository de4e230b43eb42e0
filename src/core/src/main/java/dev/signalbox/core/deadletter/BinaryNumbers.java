package dev.signalbox.core.deadletter;

import dev.signalbox.core.model.Bytes;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Reads numbers that stand in headers as big-endian bytes. What is not one, or is negative, is empty.
final class BinaryNumbers {
    private BinaryNumbers() {}

    /// Four bytes.
    static OptionalInt int32(Bytes value) {
        if (value.size() != Integer.BYTES) {
            return OptionalInt.empty();
        }
        int number = value.buffer().getInt();
        return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /// Eight bytes.
    static OptionalLong int64(Bytes value) {
        if (value.size() != Long.BYTES) {
            return OptionalLong.empty();
        }
        long number = value.buffer().getLong();
        return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /// One byte, unsigned.
    static OptionalInt uint8(Bytes value) {
        return value.size() == 1
                ? OptionalInt.of(Byte.toUnsignedInt(value.buffer().get()))
                : OptionalInt.empty();
    }

    /// Four bytes, or digits. Four digits are digits: no topic has so many partitions.
    static OptionalInt int32OrDigits(Bytes value) {
        Optional<String> digits = digits(value, 9);
        return digits.isPresent() ? OptionalInt.of(Integer.parseInt(digits.get())) : int32(value);
    }

    /// Eight bytes, or digits. Eight digits are digits: no offset is so large, and no time so late.
    static OptionalLong int64OrDigits(Bytes value) {
        Optional<String> digits = digits(value, 18);
        return digits.isPresent() ? OptionalLong.of(Long.parseLong(digits.get())) : int64(value);
    }

    private static Optional<String> digits(Bytes value, int most) {
        return value.text().filter(text -> text.matches("\\d{1," + most + "}"));
    }
}
