package dev.memoized.impl.cdi;

import dev.memoized.impl.log.FormMessage;
import dev.memoized.impl.plan.Members;
import dev.memoized.impl.plan.Problems;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import jakarta.inject.Named;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the annotation on the methods that configuration names, while a container reads the types of a deployment. */
final class NamedTypes {
    private static final Set<Class<? extends Annotation>> SAYS_NOTHING = Set.of(Default.class, Any.class, Named.class);

    private final NamedMethods named;
    private final Set<String> classes;
    private final List<JdkClass> ofJdk;
    private final Set<Class<?>> discovered = new HashSet<>();
    private final Map<JdkClass, String> producers = new HashMap<>();

    NamedTypes(NamedMethods named) {
        this.named = named;
        this.classes = named.classes();
        this.ofJdk = JdkClass.among(named);
    }

    NamedMethods named() {
        return named;
    }

    /** A type is about to be read. */
    void read(ProcessAnnotatedType<?> event, BeanManager manager) {
        AnnotatedType<?> type = event.getAnnotatedType();
        if (!ofJdk.isEmpty()) {
            discovered.add(type.getJavaClass());
            Stream.concat(type.getMethods().stream(), type.getFields().stream())
                    .filter(member -> isDefault(member, manager))
                    .forEach(member -> findProduced(member, type));
        }
        if (classes.contains(type.getJavaClass().getName())) {
            memoize(event.configureAnnotatedType());
        }
    }

    private static boolean isDefault(Annotated member, BeanManager manager) {
        return member.isAnnotationPresent(Produces.class)
                && member.getAnnotations().stream()
                        .map(Annotation::annotationType)
                        .noneMatch(each -> manager.isQualifier(each) && !SAYS_NOTHING.contains(each));
    }

    private void findProduced(Annotated member, AnnotatedType<?> type) {
        for (JdkClass each : ofJdk) {
            if (member.getTypeClosure().contains(each.type())) {
                producers.put(each, type.getJavaClass().getName());
            }
        }
    }

    private void memoize(AnnotatedTypeConfigurator<?> type) {
        Class<?> beanClass = type.getAnnotated().getJavaClass();
        type.filterMethods(method -> named.has(beanClass, method.getJavaMember()))
                .forEach(method -> method.add(Members.defaults()));
    }

    /** All types are read: classes of the JDK that nobody brought are added, each a bean of that type and no other. */
    void addMissing(AfterTypeDiscovery event) {
        for (JdkClass each : ofJdk) {
            if (!discovered.contains(each.type()) && hindrance(each) == null) {
                memoize(event.addAnnotatedType(each.type(), "memoized:" + each.name())
                        .add(Typed.Literal.of(new Class<?>[] {each.type()})));
            }
        }
    }

    private @Nullable String hindrance(JdkClass each) {
        String producer = producers.get(each);
        return producer == null ? each.hindrance() : "made by a producer of " + producer;
    }

    /** Tells of those that could not be added. */
    void check(Problems problems) {
        for (JdkClass each : ofJdk) {
            String hindrance = hindrance(each);
            if (!discovered.contains(each.type()) && hindrance != null) {
                problems.add("configuration", FormMessage.CLASS_NO_BEAN, each.name(), hindrance);
            }
        }
    }
}
