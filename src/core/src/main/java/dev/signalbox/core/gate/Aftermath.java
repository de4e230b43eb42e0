package dev.signalbox.core.gate;

import dev.signalbox.core.model.Reading;
import dev.signalbox.core.text.CoreTexts;

/// What has become of the letters a replay sent, as far as anybody can know.
///
/// @param sent letters that were sent
/// @param consumed of them, by every group that reads there and has members; letters that died again are among them
/// @param diedAgain of them: found among the dead letters they were sent from, with the id of this replay
public record Aftermath(long sent, Reading consumed, Reading diedAgain) {
    /// Nobody has looked.
    static Aftermath notYet(long sent) {
        Reading notYet = Reading.unknown(CoreTexts.get("aftermath.not-yet"));
        return new Aftermath(sent, notYet, notYet);
    }

    /// Whether nothing more is to be learned: all were consumed, and how many died is known.
    public boolean isComplete() {
        return consumed.value().orElse(-1) >= sent && diedAgain.value().isPresent();
    }
}
