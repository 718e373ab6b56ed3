package dev.memoized.impl.cdi.reach;

import dev.memoized.impl.plan.RequestTypes;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The beans of a container that starts. What it looked up is kept: many methods ask for the same. */
public final class RunningBeans implements BeanGraph {
    private final Map<Node, List<Injected>> known = new HashMap<>();
    private final Map<Class<?>, List<Bean<?>>> byClass = new HashMap<>();
    private final BeanManager manager;

    public RunningBeans(BeanManager manager) {
        this.manager = manager;
        for (Bean<?> bean : manager.getBeans(Object.class, Any.Literal.INSTANCE)) {
            if (isClassBean(bean)) {
                List<Bean<?>> others = byClass.getOrDefault(bean.getBeanClass(), List.of());
                byClass.put(bean.getBeanClass(), append(others, bean));
            }
        }
    }

    private static List<Bean<?>> append(List<Bean<?>> before, Bean<?> bean) {
        List<Bean<?>> after = new ArrayList<>(before);
        after.add(bean);
        return after;
    }

    /** Whether it is an instance of its class; that of a producer's bean is the class that declares the producer. */
    private static boolean isClassBean(Bean<?> bean) {
        Class<?> beanClass = bean.getBeanClass();
        return beanClass != null
                && bean.getTypes().stream().allMatch(type -> {
                    Class<?> raw = InjectedTypes.raw(type);
                    return raw != null && raw.isAssignableFrom(beanClass);
                });
    }

    @Override
    public List<BeanNode> beansOf(Class<?> beanClass) {
        return nodes(byClass.getOrDefault(beanClass, List.of()), beanClass);
    }

    @Override
    public List<BeanNode> candidates(Class<?> type) {
        return candidates(type, type);
    }

    private List<BeanNode> candidates(Class<?> raw, Type type, Annotation... qualifiers) {
        try {
            Set<Bean<?>> beans = manager.getBeans(type, qualifiers);
            return nodes(chosen(beans), raw);
        } catch (IllegalArgumentException unresolvable) {
            return List.of(); // a type variable, say: the container's business
        }
    }

    private Collection<Bean<?>> chosen(Set<Bean<?>> beans) {
        try {
            Bean<?> bean = manager.resolve(beans);
            return bean == null ? List.of() : List.of(bean);
        } catch (AmbiguousResolutionException several) {
            return beans; // an Instance may give each of them
        }
    }

    private List<BeanNode> nodes(Collection<Bean<?>> beans, Class<?> injectedAs) {
        return beans.stream()
                .filter(bean -> bean.getBeanClass() == null
                        || !DeployedClasses.isOfLibrary(bean.getBeanClass().getName()))
                .<BeanNode>map(bean -> new Node(this, bean, isClassBean(bean) ? bean.getBeanClass() : injectedAs))
                .toList();
    }

    private List<Injected> injected(Node node) {
        List<Injected> before = known.get(node);
        return before == null ? look(node) : before;
    }

    private List<Injected> look(Node node) {
        List<Injected> found = new ArrayList<>();
        node.bean().getInjectionPoints().forEach(point -> add(point, found));
        Class<?> beanClass = node.bean().getBeanClass();
        if (isClassBean(node.bean())) {
            found.addAll(RequestFields.of(beanClass));
        } else if (beanClass != null
                && !InjectedTypes.isOfNobody(node.type())
                && InjectedTypes.producesByInstance(beanClass)) {
            found.add(new Injected(beanClass, beansOf(beanClass)));
        }
        known.put(node, found);
        return found;
    }

    private void add(InjectionPoint point, List<Injected> found) {
        Annotation[] qualifiers = point.getQualifiers().toArray(Annotation[]::new);
        for (Annotation qualifier : qualifiers) {
            if (RequestTypes.mark(qualifier.annotationType().getName())) {
                found.add(Injected.plain(qualifier.annotationType()));
            }
        }
        Type type = InjectedTypes.unwrapped(point.getType());
        Class<?> raw = InjectedTypes.raw(type);
        if (raw == null || point.isDelegate() || InjectedTypes.isOfContainer(raw.getName())) {
            return;
        }
        found.add(
                RequestTypes.contain(raw) ? Injected.plain(raw) : new Injected(raw, candidates(raw, type, qualifiers)));
    }

    private record Node(RunningBeans beans, Bean<?> bean, Class<?> type) implements BeanNode {

        @Override
        public String scope() {
            return bean.getScope().getName();
        }

        @Override
        public List<Injected> injected() {
            return beans.injected(this);
        }
    }
}
