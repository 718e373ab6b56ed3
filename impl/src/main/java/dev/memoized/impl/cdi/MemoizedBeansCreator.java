package dev.memoized.impl.cdi;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.spi.CDI;

/** Finds the beans with memoized methods in an application that was built before. */
public final class MemoizedBeansCreator implements SyntheticBeanCreator<MemoizedBeans> {
    static final String CLASSES = "classes";
    static final String SOFTENED = "softened";
    static final String NAMED = "named";

    @Override
    public MemoizedBeans create(Instance<Object> lookup, Parameters parameters) {
        return MemoizedBeans.among(
                CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE),
                parameters.get(CLASSES, String[].class),
                parameters.get(SOFTENED, String[].class),
                NamedMethods.of(parameters.get(NAMED, String[].class)));
    }
}
