package dev.signalbox.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.rabbitmq.Publisher.Fate;
import dev.signalbox.rabbitmq.Publisher.Outgoing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// A batch of messages on its way, and what the server has said of each. Guarded by the lock of its [Publisher].
final class Flight {
    private final List<Mark> marks;
    private final long firstNumber;
    private final BitSet answered = new BitSet();
    private final BitSet refused = new BitSet();
    private final BitSet returned = new BitSet();
    private volatile int begun = Integer.MAX_VALUE;
    private volatile Optional<Problem> broken = Optional.empty();

    /// What a message is known by when it comes back. The messages themselves are not kept: thousands are on their way, and
    /// what the collector has to carry along costs more than sending them.
    ///
    /// @param place where the letter lies, which tells two of one route apart
    private record Mark(String exchange, String routingKey, String place) {
        static Mark of(Outgoing message) {
            return new Mark(
                    message.exchange(),
                    message.routingKey(),
                    ReplayHeaders.placeIn(message.properties()));
        }
    }

    /// @param firstNumber what the channel counts the first one as
    Flight(List<Outgoing> messages, long firstNumber) {
        this.marks = messages.stream().map(Mark::of).toList();
        this.firstNumber = firstNumber;
    }

    boolean isAnswered() {
        return answered.cardinality() == marks.size();
    }

    List<Fate> fates() {
        List<Fate> fates = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            fates.add(fate(i));
        }
        return fates;
    }

    private Fate fate(int i) {
        if (!answered.get(i)) {
            return i < begun ? Fate.UNKNOWN : Fate.NEVER_LEFT;
        }
        return refused.get(i) ? Fate.REFUSED : returned.get(i) ? Fate.RETURNED : Fate.CONFIRMED;
    }

    /// @param messagesBegun how many of the messages may have left before
    void brokenBy(Problem problem, int messagesBegun) {
        begun = messagesBegun;
        broken = Optional.of(problem);
    }

    /// Why it could not be published to its end.
    Optional<Problem> broken() {
        return broken;
    }

    /// @return whether all of it is answered now, and was not before
    boolean answered(long number, boolean multiple, boolean negative) {
        if (number < firstNumber || isAnswered()) {
            return false;
        }
        int last = marks.size() - 1;
        int to = (int) Math.min(number - firstNumber, last);
        if (!multiple && number - firstNumber > last) {
            return false;
        }
        for (int i = multiple ? answered.nextClearBit(0) : to; i <= to; i++) {
            if (!answered.get(i)) {
                answered.set(i);
                refused.set(i, negative);
            }
        }
        return isAnswered();
    }

    /// Marks the first message of that route that was not returned and not answered yet.
    ///
    /// @return whether there is one
    boolean returned(String exchange, String routingKey, BasicProperties properties) {
        Mark wanted = new Mark(exchange, routingKey, ReplayHeaders.placeIn(properties));
        for (int i = answered.nextClearBit(0); i < marks.size(); i++) {
            if (!returned.get(i) && !answered.get(i) && marks.get(i).equals(wanted)) {
                returned.set(i);
                return true;
            }
        }
        return false;
    }
}
