package dev.memoized.tck.arc;

import dev.memoized.tck.Body;
import io.quarkus.arc.processor.BeanArchives;
import io.quarkus.arc.processor.BeanDefiningAnnotation;
import io.quarkus.arc.processor.BeanProcessor;
import io.quarkus.arc.processor.DotNames;
import io.quarkus.arc.processor.bcextensions.ExtensionsEntryPoint;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationTransformation;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Indexer;

/** One deployment on ArC: what is listed are its beans, whatever they say themselves, and those that extensions add. */
final class ArcBuild {
    private static final List<DotName> OF_ANNOTATIONS = List.of(
            DotNames.SCOPE,
            DotNames.NORMAL_SCOPE,
            DotNames.QUALIFIER,
            DotNames.INTERCEPTOR_BINDING,
            DotNames.STEREOTYPE);

    private final Set<String> beans = new LinkedHashSet<>();

    ArcBuild(Collection<Class<?>> beanClasses) {
        beanClasses.forEach(type -> beans.add(type.getName()));
    }

    /** All that ArC makes for it. */
    Generated build() throws Exception {
        Index application = ClassFiles.index(Body.class);
        ExtensionsEntryPoint extensions = new ExtensionsEntryPoint();
        Set<String> added = new TreeSet<>();
        extensions.runDiscovery(application, added);
        beans.addAll(added);
        IndexView archive = BeanArchives.buildImmutableBeanArchiveIndex(archive(application));
        Generated generated = new Generated(beans);
        BeanProcessor.builder()
                .setName("Suite")
                .setApplicationIndex(application)
                .setImmutableBeanArchiveIndex(archive)
                .setComputingBeanArchiveIndex(BeanArchives.buildComputingBeanArchiveIndex(
                        Thread.currentThread().getContextClassLoader(), new ConcurrentHashMap<>(), archive))
                .setBuildCompatibleExtensions(extensions)
                .setTransformUnproxyableClasses(false)
                .setRemoveUnusedBeans(false)
                .setAdditionalBeanDefiningAnnotations(
                        Set.of(new BeanDefiningAnnotation(DotName.createSimple(Listed.class))))
                .addAnnotationTransformation(AnnotationTransformation.forClasses()
                        .whenClass(type -> beans.contains(type.name().toString()))
                        .transform(bean -> bean.add(Listed.class)))
                .setOutput(generated::add)
                .build()
                .process();
        return generated;
    }

    /** The beans, what they extend, and the annotations that containers know wherever they are. */
    private Index archive(IndexView application) throws IOException {
        Set<String> types = new HashSet<>();
        for (String bean : beans) {
            types.add(bean);
            ClassInfo type = application.getClassByName(bean);
            while (type != null) {
                types.add(type.name().toString());
                type = application.getClassByName(type.superName());
            }
        }
        OF_ANNOTATIONS.stream()
                .flatMap(meta -> application.getAnnotations(meta).stream())
                .map(annotation -> annotation.target())
                .filter(target -> target.kind() == AnnotationTarget.Kind.CLASS)
                .forEach(target -> types.add(target.asClass().name().toString()));
        Indexer indexer = new Indexer();
        for (String type : types) {
            indexer.index(ClassFiles.open(type));
        }
        return indexer.complete();
    }
}
