package dev.memoized.impl.cdi.reach;

import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.InjectionPointInfo;
import jakarta.enterprise.lang.model.types.Type;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bean, as a build tells of it.
 *
 * @param beanClass its class, or that of its producer
 * @param isClassBean whether it is an instance of that class
 * @param isOfInstance whether a producer needs an instance of that class
 * @param scope the annotation's name
 * @param isAlternative whether it is chosen before others
 * @param types as {@link BuiltTypes} writes them
 * @param qualifiers likewise
 * @param points where it is given something
 */
record BuiltBean(
        String beanClass,
        boolean isClassBean,
        boolean isOfInstance,
        String scope,
        boolean isAlternative,
        Set<String> types,
        Set<String> qualifiers,
        List<Point> points) {

    static BuiltBean of(BeanInfo bean) {
        return new BuiltBean(
                bean.declaringClass().name(),
                bean.isClassBean(),
                isOfInstance(bean),
                bean.scope().name(),
                bean.isAlternative(),
                bean.types().stream().map(BuiltTypes::text).collect(Collectors.toUnmodifiableSet()),
                BuiltTypes.qualifiersOfBean(bean.qualifiers()),
                bean.injectionPoints().stream().map(Point::of).toList());
    }

    private static boolean isOfInstance(BeanInfo bean) {
        if (bean.isProducerMethod()) {
            return !Modifier.isStatic(bean.producerMethod().modifiers());
        }
        return bean.isProducerField() && !Modifier.isStatic(bean.producerField().modifiers());
    }

    /** Whether it can be what is asked for. */
    boolean fits(String type, Set<String> wanted) {
        return types.contains(type) && qualifiers.containsAll(wanted);
    }

    /**
     * Where a bean is given something.
     *
     * @param raw the name of the class that is given, or looked up
     * @param type the same with its type arguments
     * @param isLookup whether it is looked up, so that each one that fits can be meant
     * @param qualifiers it is asked for with these
     */
    record Point(String raw, String type, boolean isLookup, Set<String> qualifiers) {

        /** The names of the qualifiers. */
        Stream<String> qualifierNames() {
            return qualifiers.stream().map(text -> text.substring(0, (text + " ").indexOf(' ')));
        }

        private static Point of(InjectionPointInfo point) {
            Type given = BuiltTypes.unwrapped(point.type());
            return new Point(
                    BuiltTypes.raw(given),
                    BuiltTypes.text(given),
                    given != point.type(),
                    BuiltTypes.qualifiersOfPoint(point.qualifiers()));
        }
    }
}
