package dev.signalbox.core.gate;

import dev.signalbox.core.ledger.Owner;
import java.util.UUID;

/// A replay that was begun and has not sent all its letters: it was cut off, was stopped, or left some out.
///
/// Planning [SavedPlan#action] anew and carrying that out resumes it: the ledger leaves out what was sent, and what is in
/// doubt is settled first.
///
/// @param id of the replay's action
/// @param plan what it was to do, and on which connection
/// @param owner the console that carried it out
public record UnfinishedReplay(UUID id, SavedPlan plan, Owner owner) {}
