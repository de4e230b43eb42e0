package dev.signalbox.core.deadletter;

import dev.signalbox.core.model.Message;
import java.util.List;
import java.util.Optional;

/// Reads dead letters, whoever wrote them.
public final class DeadLetters {
    /// The conventions there are. Where the headers of several are on one message, the first that tells something
    /// counts: a library knows more of a failure than the broker under it.
    static final List<DeadLetterRecogniser> CONVENTIONS =
            List.of(
                    new SpringKafkaRecogniser(),
                    new ConnectRecogniser(),
                    new StreamsRecogniser(),
                    new ShareGroupRecogniser(),
                    new CloudStreamRecogniser(),
                    new SpringAmqpRecogniser(),
                    new NServiceBusRecogniser(),
                    new MassTransitRecogniser(),
                    new RocketRecogniser(),
                    new RabbitRecogniser());

    private DeadLetters() {}

    /// What the headers of a dead letter tell about its death. Never throws; what is not told stays empty.
    public static DeadLetter read(Message message) {
        return read(CONVENTIONS, message);
    }

    static DeadLetter read(List<DeadLetterRecogniser> conventions, Message message) {
        for (DeadLetterRecogniser convention : conventions) {
            Optional<DeadLetter> letter = convention.read(message);
            if (letter.isPresent()) {
                return letter.get();
            }
        }
        return DeadLetter.unrecognised(message);
    }
}
