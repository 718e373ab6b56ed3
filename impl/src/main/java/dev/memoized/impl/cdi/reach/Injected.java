package dev.memoized.impl.cdi.reach;

import java.util.List;

/**
 * What a bean is given at one of its injection points.
 *
 * @param type what is injected, or looked up by an {@code Instance} or {@code Provider}; the annotation, where that says
 *     more
 * @param beans those that it can be
 */
public record Injected(Class<?> type, List<BeanNode> beans) {

    /** What comes from no bean, or from none that matters. */
    static Injected plain(Class<?> type) {
        return new Injected(type, List.of());
    }
}
