package dev.memoized.impl.cdi.reach;

import java.util.List;

/** A bean on the way to the request. Two of one bean are equal. */
public interface BeanNode {

    /** Its class; of a producer's bean, what it is injected as. */
    Class<?> type();

    /** The name of its scope's annotation. */
    String scope();

    /** What it is given, and a producer's bean also the bean that produces it. */
    List<Injected> injected();
}
