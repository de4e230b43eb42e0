package dev.signalbox.seata.action;

import static dev.signalbox.seata.problem.SeataTexts.text;

import dev.signalbox.core.model.GlobalTransaction.Branch;

/// Words for what is done to one branch.
final class BranchTexts {

    private BranchTexts() {}

    /// Such as `AT jdbc:postgresql://db/orders, registered by order (10.0.0.7:51234): undo the changes of 2
    /// locked rows`.
    static String step(Ending ending, Branch branch, boolean locksKnown) {
        return text("step", name(branch), what(ending, branch, locksKnown));
    }

    /// Which branch it is.
    static String name(Branch branch) {
        return text("branch", branch.type(), branch.resource(), branch.client());
    }

    private static String what(Ending ending, Branch branch, boolean locksKnown) {
        String type =
                switch (branch.type()) {
                    case "AT", "TCC", "SAGA", "XA" -> branch.type();
                    default -> "OTHER";
                };
        if (type.equals("AT") && !locksKnown) {
            return text(ending.key("step.AT_LOCKS_UNKNOWN"));
        }
        return text(ending.key("step." + type), branch.locks().size());
    }
}
