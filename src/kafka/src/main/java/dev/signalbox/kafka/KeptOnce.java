package dev.signalbox.kafka;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.problem.ConnectorException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keeps letters that are read in order within each partition, and those that are read again no second time.
final class KeptOnce implements LetterFeed.Keeper {
    private final LetterFeed.Keeper keeper;
    private final Map<Integer, Long> past = new HashMap<>();

    KeptOnce(LetterFeed.Keeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public void keep(List<Message> letters) throws ConnectorException {
        List<Message> fresh = letters.stream().filter(this::isNew).toList();
        if (!fresh.isEmpty()) {
            keeper.keep(fresh);
        }
        fresh.forEach(letter -> past.put(letter.id().partition(), letter.id().position() + 1));
    }

    private boolean isNew(Message letter) {
        return letter.id().position() >= past.getOrDefault(letter.id().partition(), 0L);
    }
}
