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
    private final List<Outgoing> messages;
    private final long firstNumber;
    private final BitSet answered = new BitSet();
    private final BitSet refused = new BitSet();
    private final BitSet returned = new BitSet();
    private volatile int begun = Integer.MAX_VALUE;
    private volatile Optional<Problem> broken = Optional.empty();

    /// @param firstNumber what the channel counts the first one as
    Flight(List<Outgoing> messages, long firstNumber) {
        this.messages = List.copyOf(messages);
        this.firstNumber = firstNumber;
    }

    boolean isAnswered() {
        return answered.cardinality() == messages.size();
    }

    List<Fate> fates() {
        List<Fate> fates = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
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
        int last = messages.size() - 1;
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
        for (int i = answered.nextClearBit(0); i < messages.size(); i++) {
            Outgoing message = messages.get(i);
            if (!returned.get(i)
                    && !answered.get(i)
                    && message.exchange().equals(exchange)
                    && message.routingKey().equals(routingKey)
                    && sameReplay(message.properties(), properties)) {
                returned.set(i);
                return true;
            }
        }
        return false;
    }

    /// What tells two messages of one route apart: where each letter lies.
    private static boolean sameReplay(BasicProperties sent, BasicProperties back) {
        return ReplayHeaders.placeIn(sent).equals(ReplayHeaders.placeIn(back));
    }
}
