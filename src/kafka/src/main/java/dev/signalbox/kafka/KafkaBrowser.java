package dev.signalbox.kafka;

import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/// Reads messages without leaving a trace.
///
/// What is shown is what a consumer sees that reads committed messages: what an open or aborted transaction wrote is not
/// there.
final class KafkaBrowser {
    private final AdminLink link;
    private final KafkaSettings settings;

    KafkaBrowser(AdminLink link, KafkaSettings settings) {
        this.link = link;
        this.settings = settings;
    }

    MessageStream browse(String topic, MessageSelection selection, long limit)
            throws ConnectorException, InterruptedException {
        return browse(TopicExtent.read(link, topic), selection, limit);
    }

    MessageStream browse(TopicExtent extent, MessageSelection selection, long limit)
            throws ConnectorException, InterruptedException {
        return switch (selection) {
            case MessageSelection.All _ ->
                    MessageStreams.limited(read(extent, extent.held()), limit);
            case MessageSelection.Newest(int count) -> newest(extent, count, limit);
            case MessageSelection.Since(Instant from) ->
                    MessageStreams.limited(
                            MessageStreams.filtered(
                                    read(extent, extent.since(link, from)), notBefore(from)),
                            limit);
            case MessageSelection.Ids(List<MessageId> ids) ->
                    MessageStreams.limited(
                            read(extent, within(extent, rangesOf(extent, ids))), limit);
            case MessageSelection.Ranges(List<Range> ranges) ->
                    MessageStreams.limited(read(extent, within(extent, ranges)), limit);
        };
    }

    /// The ranges exactly.
    RangeStream read(TopicExtent extent, List<Range> ranges) throws ConnectorException {
        return RangeStream.open(settings, extent.name(), ranges);
    }

    /// What is left of the ranges.
    static List<Range> within(TopicExtent extent, List<Range> ranges) {
        return LetterRanges.common(ranges, extent.held());
    }

    /// The places of messages as ranges.
    static List<Range> rangesOf(List<MessageId> ids) {
        return LetterRanges.joined(
                ids.stream()
                        .map(id -> new Range(id.partition(), id.position(), id.position() + 1))
                        .toList());
    }

    private static List<Range> rangesOf(TopicExtent extent, List<MessageId> ids)
            throws ConnectorException {
        for (MessageId id : ids) {
            if (!id.destination().equals(extent.name())) {
                throw KafkaProblems.exception(
                        ProblemKind.INVALID, "browse.elsewhere", id.toString(), extent.name());
            }
        }
        return rangesOf(ids);
    }

    private MessageStream newest(TopicExtent extent, int count, long limit)
            throws ConnectorException, InterruptedException {
        int wanted = (int) Math.min(count, limit);
        List<Message> messages =
                wanted <= 0 ? List.of() : new NewestReader(settings, extent).read(wanted);
        return MessageStreams.of(messages);
    }

    /// Timestamps need not rise with offsets.
    static Predicate<Message> notBefore(Instant from) {
        return message -> {
            Instant timestamp = message.timestamp();
            return timestamp != null && !timestamp.isBefore(from);
        };
    }
}
