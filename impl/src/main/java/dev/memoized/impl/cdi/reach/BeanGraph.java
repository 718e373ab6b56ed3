package dev.memoized.impl.cdi.reach;

import java.util.List;

/** The beans of a deployment, as {@link RequestWalk} looks at them: of a container that starts, or of a build. */
public interface BeanGraph {

    /** The beans that are instances of exactly that class. */
    List<BeanNode> beansOf(Class<?> beanClass);

    /** The beans for somebody who asks for that type without a qualifier. */
    List<BeanNode> candidates(Class<?> type);
}
