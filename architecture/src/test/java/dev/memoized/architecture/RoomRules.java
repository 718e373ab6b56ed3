package dev.memoized.architecture;

import static dev.memoized.architecture.Classes.in;
import static dev.memoized.architecture.Classes.member;
import static dev.memoized.architecture.Classes.memberOfAny;
import static dev.memoized.architecture.Classes.mustNot;
import static dev.memoized.architecture.Classes.mustNotHave;
import static dev.memoized.architecture.Classes.mustNotKnow;
import static dev.memoized.architecture.Classes.mustNotUse;
import static dev.memoized.architecture.Classes.named;
import static dev.memoized.architecture.Classes.takes;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.util.TreeScanner;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The walls between rooms, and what no room does. */
final class RoomRules {
    private static final Predicate<JavaClass> HOUSE = in("dev.memoized..");
    private static final Predicate<JavaClass> API = in("dev.memoized", "dev.memoized.spi..");
    private static final Predicate<JavaClass> IMPL = in("dev.memoized.impl..");
    private static final Predicate<JavaClass> LIBRARY = API.or(IMPL);
    private static final Predicate<JavaClass> PUBLISHED = LIBRARY.or(in("dev.memoized.testing.."));

    /** APIs that a runtime may lack: one class each knows them, and is used only where they are present. */
    private static final List<String> OPTIONAL_APIS = List.of(
            "com.fasterxml.jackson..",
            "jakarta.enterprise.concurrent..",
            "jakarta.json.bind..",
            "jakarta.servlet..",
            "jakarta.transaction..",
            "jakarta.ws.rs..",
            "javax.naming..",
            "org.eclipse.microprofile.config..",
            "org.eclipse.microprofile.context..",
            "org.eclipse.microprofile.health..",
            "org.eclipse.microprofile.metrics..");

    static final List<Rule> ALL = List.of(
            Rooms.LOOK_ONE_WAY,
            mustNotKnow(
                    "only-cdi-knows-jakarta",
                    IMPL.and(in("dev.memoized.impl.cdi..").negate())
                            .and(type -> !type.getName().startsWith("dev.memoized.impl.codec.JsonbCodec")),
                    in("jakarta..", "javax.naming..", "org.eclipse.microprofile.context..")),
            mustNotKnow(
                    "only-config-knows-microprofile-config",
                    HOUSE.and(in("dev.memoized.impl.config..").negate()),
                    in("org.eclipse.microprofile.config..")),
            mustNotKnow("only-impl-knows-rooms", HOUSE.and(IMPL.negate()), IMPL),
            mustNot("nothing-directly-in-impl", in("dev.memoized.impl"), type -> Stream.of("is in no room")),
            noCycles(),
            mustNotUse(
                    "time-comes-from-time-source",
                    LIBRARY.and(in("dev.memoized.impl.time..")
                            .or(named("dev.memoized.spi.MachineTime"))
                            .negate()),
                    RoomRules::readsTime),
            mustNotUse(
                    "no-threads-of-our-own",
                    LIBRARY.and(named(
                                    "dev.memoized.impl.refresh.OwnPool",
                                    "dev.memoized.impl.time.SystemTime",
                                    "dev.memoized.spi.MachineTime")
                            .negate()),
                    RoomRules::startsThreads),
            mustNotUse(
                    "only-log-makes-loggers",
                    PUBLISHED.and(in("dev.memoized.impl.log..").negate()),
                    member("java.lang.System", "getLogger")),
            mustNotKnow(
                    "no-other-logging",
                    PUBLISHED,
                    in("java.util.logging..", "org.slf4j..", "org.jboss.logging..", "org.apache.logging..")),
            mustNotUse(
                    "nothing-printed",
                    PUBLISHED,
                    member("java.lang.System", "out", "err")
                            .or(memberOfAny("java.lang.Throwable", "printStackTrace"))
                            .or(member("java.lang.Thread", "dumpStack"))),
            mustNotKnow("no-java-deserialization", PUBLISHED, type -> type.isAssignableTo("java.io.ObjectInput")),
            noSynchronized(),
            mustNotUse("nothing-computed-inside-a-map", PUBLISHED, RoomRules::computesInMap),
            caffeineIsAPlainStore(),
            mustNotHave("no-mutable-statics", PUBLISHED, RoomRules::isMutableStatic),
            mustNotHave("no-field-injection", PUBLISHED, field -> field.isAnnotatedWith("jakarta.inject.Inject")),
            mustNot("api-shows-only-itself", API, RoomRules::foreignTypesShown),
            optionalApisInOneClass());

    private RoomRules() {}

    private static boolean readsTime(AccessTarget target) {
        String owner = target.getOwner().getName();
        boolean now = owner.startsWith("java.time.") && target.getName().equals("now");
        boolean timedWait = owner.startsWith("java.util.concurrent.")
                && !target.getName().equals("<init>")
                && takes(target, "java.util.concurrent.TimeUnit");
        return now
                || timedWait
                || member("java.lang.System", "currentTimeMillis", "nanoTime")
                        .or(member("java.time.Clock", "systemUTC", "systemDefaultZone", "system", "tickMillis"))
                        .or(memberOfAny("java.lang.Thread", "sleep", "onSpinWait", "join"))
                        .or(member("java.util.concurrent.TimeUnit", "sleep", "timedJoin", "timedWait"))
                        .or(member("java.util.concurrent.locks.LockSupport", "parkNanos", "parkUntil"))
                        .or(member("java.lang.Object", "wait"))
                        .or(member("java.util.Date", "<init>"))
                        .or(member("java.util.Calendar", "getInstance"))
                        .test(target);
    }

    private static boolean startsThreads(AccessTarget target) {
        boolean onCommonPool = target.getOwner().isAssignableTo("java.util.concurrent.CompletionStage")
                && target.getName().endsWith("Async")
                && !takes(target, "java.util.concurrent.Executor");
        return onCommonPool
                || memberOfAny("java.lang.Thread", "<init>", "startVirtualThread", "ofVirtual", "ofPlatform", "start")
                        .or(memberOfAny("java.util.concurrent.ThreadPoolExecutor", "<init>"))
                        .or(memberOfAny("java.util.concurrent.ForkJoinPool", "<init>", "commonPool"))
                        .or(member("java.util.Timer", "<init>"))
                        .or(memberOfAny("java.util.Collection", "parallelStream"))
                        .or(memberOfAny("java.util.stream.BaseStream", "parallel"))
                        .or(member(
                                "java.util.concurrent.CompletableFuture",
                                "orTimeout",
                                "completeOnTimeout",
                                "delayedExecutor"))
                        .test(target)
                || target.getOwner().getName().equals("java.util.concurrent.Executors");
    }

    private static boolean computesInMap(AccessTarget target) {
        return memberOfAny("java.util.Map", "computeIfAbsent")
                .or(memberOfAny("java.util.concurrent.ConcurrentMap", "compute", "computeIfPresent", "merge"))
                .test(target);
    }

    private static Rule caffeineIsAPlainStore() {
        String root = "com.github.benmanes.caffeine.cache.";
        Predicate<JavaClass> loading = type -> type.getName()
                .matches("\\Q" + root + "\\E(Async\\w*|Loading\\w*|CacheLoader|Expiry|RefreshPolicy|Scheduler|Ticker)");
        Predicate<AccessTarget> computing = memberOfAny(root + "Cache", "get", "getAll", "asMap")
                .or(target -> target.getOwner().getName().equals(root + "Caffeine")
                        && target.getName().matches("refresh.*|expire.*|scheduler|ticker|weak.*|soft.*|build(Async)?")
                        && !isPlainBuild(target));
        Rule known = mustNotKnow("", HOUSE, loading);
        Rule used = mustNotUse("", HOUSE, computing);
        Rule outside =
                mustNotKnow("", HOUSE.and(in("dev.memoized.impl.local..").negate()), in("com.github.benmanes.."));
        return new Rule("caffeine-is-a-plain-store", code -> Stream.of(known, used, outside)
                .flatMap(rule -> rule.violationsIn(code).stream())
                .toList());
    }

    private static boolean isPlainBuild(AccessTarget target) {
        return target.getName().equals("build")
                && target instanceof AccessTarget.CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().isEmpty();
    }

    private static Rule noCycles() {
        SliceAssignment byPackage = new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return HOUSE.test(type) ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
        return new Rule("no-cycles", code -> {
            List<String> found = new ArrayList<>();
            SlicesRuleDefinition.slices()
                    .assignedFrom(byPackage)
                    .should()
                    .beFreeOfCycles()
                    .evaluate(code.classes())
                    .handleViolations((Collection<Dependency> cycle, String message) -> cycle.forEach(step -> found.add(
                            Classes.violation(step.getOriginClass(), "in a cycle: " + step.getDescription()))));
            return found;
        });
    }

    private static Rule noSynchronized() {
        return new Rule("no-synchronized", code -> code.sources().stream()
                .filter(source -> !source.name().matches("dev\\.memoized\\.(tck|examples)\\..*"))
                .flatMap(source -> source
                        .scan(new TreeScanner<Void, List<String>>() {
                            @Override
                            public Void visitSynchronized(SynchronizedTree block, List<String> found) {
                                found.add(source.violation(block, "synchronized block: pins virtual threads"));
                                return super.visitSynchronized(block, found);
                            }

                            @Override
                            public Void visitMethod(MethodTree method, List<String> found) {
                                if (method.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED)) {
                                    found.add(source.violation(method, "synchronized method: pins virtual threads"));
                                }
                                return super.visitMethod(method, found);
                            }
                        })
                        .stream())
                .toList());
    }

    private static boolean isMutableStatic(JavaField field) {
        Set<JavaModifier> modifiers = field.getModifiers();
        if (!modifiers.contains(JavaModifier.STATIC) || modifiers.contains(JavaModifier.SYNTHETIC)) {
            return false;
        }
        JavaClass type = field.getRawType();
        boolean collection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
        return !modifiers.contains(JavaModifier.FINAL)
                || type.isArray()
                || (collection && !type.isInterface())
                || type.isAssignableTo(ThreadLocal.class)
                || type.isAssignableTo(Thread.class)
                || type.isAssignableTo(StringBuilder.class)
                || (type.getPackageName().startsWith("java.util.concurrent") && !type.isEnum());
    }

    private static Stream<String> foreignTypesShown(JavaClass type) {
        Predicate<JavaClass> known = in("java..", "dev.memoized", "dev.memoized.spi", "jakarta.enterprise.util");
        Stream<JavaClass> supertypes = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
                .flatMap(each -> each.getAllInvolvedRawTypes().stream());
        Stream<JavaClass> members = Stream.concat(
                type.getFields().stream()
                        .filter(field -> isShown(field.getModifiers()))
                        .flatMap(field -> field.getAllInvolvedRawTypes().stream()),
                type.getCodeUnits().stream()
                        .filter(unit -> isShown(unit.getModifiers()))
                        .flatMap(unit -> unit.getAllInvolvedRawTypes().stream()));
        return Stream.concat(supertypes, members)
                .map(JavaClass::getBaseComponentType)
                .filter(each -> !each.isPrimitive() && !known.test(each))
                .map(each -> "shows " + each.getName());
    }

    private static boolean isShown(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Rule optionalApisInOneClass() {
        return new Rule("optional-apis-in-one-class", code -> {
            List<String> found = new ArrayList<>();
            for (String api : OPTIONAL_APIS) {
                Set<String> knowing = new TreeSet<>();
                mustNotKnow("", LIBRARY, in(api)).violationsIn(code).forEach(each -> knowing.add(Rule.place(each)));
                if (knowing.size() > 1) {
                    knowing.forEach(each -> found.add(each + " : one of several classes that know " + api));
                }
            }
            return found;
        });
    }
}
