package dev.signalbox.app.overview;

import dev.signalbox.app.text.Shown;
import dev.signalbox.core.metrics.Point;
import java.util.List;

/// One of the large figures.
///
/// @param id its texts are `figure.<id>` and, for what it means, `figure.<id>.hint`
/// @param beside a second figure in small; empty for none
/// @param lately empty where it has no history
record Figure(String id, Shown value, String beside, List<Point> lately) {
    Figure {
        lately = List.copyOf(lately);
    }
}
