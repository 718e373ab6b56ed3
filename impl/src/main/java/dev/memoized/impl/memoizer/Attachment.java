package dev.memoized.impl.memoizer;

import dev.memoized.impl.engine.Entrance;
import java.util.List;

/**
 * What one name stands for.
 *
 * @param tenure how long it does
 * @param entrances of its methods; none when it stands for nothing any more
 */
record Attachment(Tenure tenure, List<Entrance> entrances) {
    static Attachment none() {
        Tenure over = new Tenure();
        over.end();
        return new Attachment(over, List.of());
    }
}
