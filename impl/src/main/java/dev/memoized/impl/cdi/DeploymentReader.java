package dev.memoized.impl.cdi;

import dev.memoized.CacheIf;
import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.engine.Memoization;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.Message;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.Instances;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import dev.memoized.impl.plan.SharedNames;
import jakarta.interceptor.Interceptor;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads the beans of a deployment and collects what is wrong with them, for both extensions. */
final class DeploymentReader {
    private final Problems problems;
    private final Settings settings;
    private final SharedNames names;
    private final List<PlanDraft> drafts = new ArrayList<>();
    private final Log log = new Log();

    DeploymentReader(Settings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
        this.names = new SharedNames(problems);
    }

    /** Reads one bean class; one that cannot be read, for want of an optional library, has no memoized methods. */
    void read(Class<?> beanClass, Predicate<Class<? extends Annotation>> isQualifier) {
        if (beanClass.isAnnotationPresent(Interceptor.class)) {
            return;
        }
        List<Declaration> declarations;
        try {
            declarations = Declarations.of(beanClass, isQualifier, problems);
        } catch (LinkageError unreadable) {
            log.once(Message.CLASS_UNREADABLE, beanClass.getName(), unreadable);
            return;
        }
        for (Declaration declaration : declarations) {
            PlanDraft draft = PlanDraft.read(declaration, settings, problems);
            names.check(draft);
            drafts.add(draft);
        }
        tellCovered(beanClass, declarations);
    }

    /** Checks the settings that hold for the whole application. */
    void readSettings() {
        Memoization.longestComputation(settings, problems);
    }

    List<PlanDraft> drafts() {
        return drafts;
    }

    /** Adds a problem for each class that a plan needs and nobody can make. */
    static void checkClasses(PlanDraft draft, Predicate<Class<?>> isBean, Problems problems) {
        Memoized memoized = draft.declaration().memoized();
        if (memoized.keyGenerator() != KeyGenerator.Default.class) {
            checkClass(draft, "keyGenerator", memoized.keyGenerator(), isBean, problems);
        }
        if (memoized.cacheIf() != CacheIf.Always.class) {
            checkClass(draft, "cacheIf", memoized.cacheIf(), isBean, problems);
        }
    }

    private static void checkClass(
            PlanDraft draft, String member, Class<?> type, Predicate<Class<?>> isBean, Problems problems) {
        if (isBean.test(type)) {
            return;
        }
        try {
            Instances.byConstructor().get(type);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError failure) {
            problems.add(draft.declaration(), member, Message.CLASS_UNUSABLE, type.getName(), failure);
        }
    }

    private void tellCovered(Class<?> beanClass, List<Declaration> declarations) {
        List<String> covered = declarations.stream()
                .filter(Declaration::onClass)
                .map(declaration -> declaration.method().getName())
                .toList();
        if (!covered.isEmpty()) {
            log.info(Message.COVERED, beanClass.getName(), covered);
        }
    }
}
