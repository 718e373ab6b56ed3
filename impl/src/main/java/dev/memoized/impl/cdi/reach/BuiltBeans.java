package dev.memoized.impl.cdi.reach;

import dev.memoized.impl.plan.RequestTypes;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The beans of a build. What is not certain there is passed over: the start of such containers cannot look again. */
public final class BuiltBeans implements BeanGraph {
    private final List<BuiltBean> beans = new ArrayList<>();
    private final Map<Node, List<Injected>> known = new HashMap<>();

    /** One more, of any kind. */
    public void add(BeanInfo bean) {
        if (bean.isClassBean() || bean.isProducerMethod() || bean.isProducerField()) {
            BuiltBean built = BuiltBean.of(bean);
            if (!DeployedClasses.isOfLibrary(built.beanClass())) {
                beans.add(built);
            }
        }
    }

    @Override
    public List<BeanNode> beansOf(Class<?> beanClass) {
        return nodes(beans.stream().filter(bean -> bean.isClassBean() && isOf(bean, beanClass)), beanClass);
    }

    private static boolean isOf(BuiltBean bean, Class<?> beanClass) {
        return bean.beanClass().equals(beanClass.getName());
    }

    @Override
    public List<BeanNode> candidates(Class<?> type) {
        return nodes(chosen(type.getName(), false, Set.of(Default.class.getName())).stream(), type);
    }

    /** Several that fit are told apart by rules of the container; then only a lookup reaches each of them. */
    private List<BuiltBean> chosen(String type, boolean isLookup, Set<String> qualifiers) {
        List<BuiltBean> fitting =
                beans.stream().filter(bean -> bean.fits(type, qualifiers)).toList();
        List<BuiltBean> alternatives =
                fitting.stream().filter(BuiltBean::isAlternative).toList();
        List<BuiltBean> chosen = alternatives.isEmpty() ? fitting : alternatives;
        return isLookup || chosen.size() == 1 ? chosen : List.of();
    }

    private List<BeanNode> nodes(Stream<BuiltBean> found, Class<?> injectedAs) {
        return found.map(bean -> node(bean, injectedAs))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<BeanNode> node(BuiltBean bean, Class<?> injectedAs) {
        return bean.isClassBean()
                ? DeployedClasses.load(bean.beanClass()).map(type -> new Node(this, bean, type))
                : Optional.of(new Node(this, bean, injectedAs));
    }

    private List<Injected> injected(Node node) {
        List<Injected> before = known.get(node);
        return before == null ? look(node) : before;
    }

    private List<Injected> look(Node node) {
        List<Injected> found = new ArrayList<>();
        BuiltBean bean = node.bean();
        bean.points().forEach(point -> add(point, found));
        if (bean.isClassBean()) {
            found.addAll(RequestFields.of(node.type()));
        } else if (bean.isOfInstance() && !InjectedTypes.isOfNobody(node.type())) {
            DeployedClasses.load(bean.beanClass()).ifPresent(type -> found.add(new Injected(type, beansOf(type))));
        }
        known.put(node, found);
        return found;
    }

    private void add(BuiltBean.Point point, List<Injected> found) {
        point.qualifierNames()
                .filter(RequestTypes::mark)
                .map(DeployedClasses::load)
                .flatMap(Optional::stream)
                .forEach(mark -> found.add(Injected.plain(mark)));
        if (!InjectedTypes.isOfContainer(point.raw())) {
            DeployedClasses.load(point.raw()).ifPresent(raw -> found.add(injected(point, raw)));
        }
    }

    private Injected injected(BuiltBean.Point point, Class<?> raw) {
        return RequestTypes.contain(raw)
                ? Injected.plain(raw)
                : new Injected(raw, nodes(chosen(point.type(), point.isLookup(), point.qualifiers()).stream(), raw));
    }

    private record Node(BuiltBeans beans, BuiltBean bean, Class<?> type) implements BeanNode {

        @Override
        public String scope() {
            return bean.scope();
        }

        @Override
        public List<Injected> injected() {
            return beans.injected(this);
        }
    }
}
