package dev.memoized.impl.proof;

import dev.memoized.impl.backend.Flaw;
import dev.memoized.impl.backend.Killed;
import java.util.List;
import java.util.stream.Stream;

/** What could be wrong in single rooms beside the stores, and which of their tests finds it. */
final class RoomFlaws {
    private final Class<?> test;

    private RoomFlaws(String test) {
        this.test = named("dev.memoized.impl." + test);
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** All of them. */
    static List<Killed> all() {
        return Stream.of(ofTransactions(), ofNamespaces(), ofFlights(), ofConfiguration(), ofMethods())
                .flatMap(each -> each)
                .toList();
    }

    private Killed killed(String name, String type, String right, String wrong, String method) {
        return new Killed(new Flaw(name, type, right, wrong), test, method);
    }

    private static Stream<Killed> ofTransactions() {
        RoomFlaws test = new RoomFlaws("engine.TransactionsTest");
        return Stream.of(
                test.killed(
                        "the change is made before the commit, and not again",
                        "Dropping",
                        "in.atEnd(ending -> end(ending, result));",
                        "change(result);",
                        "C12_readerThatRefillsBeforeTheCommit_isNotServedThatAfterIt"),
                test.killed(
                        "what is computed across the commit is stored",
                        "Keeper",
                        "call.store().publish(lease, ",
                        "call.store().put(call.key(), ",
                        "C12_readerThatComputesAcrossTheCommit_storesNothing"),
                test.killed(
                        "a transaction is served what it has changed",
                        "Engine",
                        "tools.around().pending().names(method, key) ? null : key",
                        "key",
                        "C12_transactionBypassesWhatItNamed_othersAreServedTheCommitted"),
                test.killed(
                        "what a transaction computes is stored",
                        "Keeper",
                        "|| around.pending().namesOneOf(entry.tags())",
                        "",
                        "C12_valueUnderATagFromInside_isBypassedToo"));
    }

    private static Stream<Killed> ofNamespaces() {
        RoomFlaws test = new RoomFlaws("engine.NamespacesTest");
        return Stream.of(
                test.killed(
                        "the namespace is not in the key",
                        "Stores",
                        "PrefixedStore.named(plan.prefix(), plan.name())",
                        "plan.name()",
                        "C14_applicationsWithNamespacesOfTheirOwn_neverServeEachOthersValues"),
                test.killed(
                        "marks and tags are those of all applications",
                        "Stores",
                        "return PrefixedStore.of(store, plan.prefix());",
                        "return store;",
                        "C14_whatOneInvalidatesByTag_theOthersKeep"));
    }

    private static Stream<Killed> ofFlights() {
        RoomFlaws test = new RoomFlaws("engine.SingleFlightTest");
        String exclusive = "call.plan().singleFlight() == SingleFlight.SHARED\n                && ";
        return Stream.of(
                test.killed(
                        "each JVM computes",
                        "Permits",
                        exclusive,
                        "false && ",
                        "shared_oneJvmComputes_theOtherWaitsForItsValue"),
                test.killed(
                        "no JVM computes beside another one",
                        "Permits",
                        exclusive,
                        "",
                        "local_eachJvmComputesOnce_andTheFirstValueIsStored"));
    }

    private static Stream<Killed> ofConfiguration() {
        RoomFlaws keys = new RoomFlaws("config.KnownKeysTest");
        RoomFlaws made = new RoomFlaws("config.ConfiguredBackendsTest");
        RoomFlaws values = new RoomFlaws("plan.ConfiguredMembersTest");
        RoomFlaws beans = new RoomFlaws("cdi.BackendCandidatesTest");
        return Stream.of(
                keys.killed(
                        "a key that nothing reads is passed over",
                        "KnownKeys",
                        ".filter(key -> nearest(key).isPresent())",
                        ".filter(key -> false)",
                        "C74_keyThatNothingReads_isToldWithTheNearest"),
                made.killed(
                        "a backend that cannot be made is left out",
                        "ConfiguredBackends",
                        "problems.add(refused.getMessage());",
                        "",
                        "C74_backendThatCannotBeMade_isTold"),
                values.killed(
                        "a value that cannot be read is the default",
                        "SettingReader",
                        "problems.add(\"configuration\", WiringMessage.SETTING_UNREADABLE, setting.text(), setting.key());",
                        "",
                        "C74_valueOfASettingThatCannotBeRead_isTold"),
                beans.killed(
                        "an unknown backend is the default",
                        "BackendCandidates",
                        "refuse(choice, declaration, known(), problems);",
                        "",
                        "C74_backendThatNobodyMakes_isToldWithThoseThatThereAre"),
                beans.killed(
                        "of two default backends memory is taken",
                        "BackendCandidates",
                        "problems.add(declaration, \"backend\", WiringMessage.BACKEND_AMBIGUOUS, choice, classes(candidates));",
                        "",
                        "C74_twoDefaultBackends_areTold"));
    }

    private static Stream<Killed> ofMethods() {
        RoomFlaws plans = new RoomFlaws("plan.WrongUseTest");
        RoomFlaws calls = new RoomFlaws("plan.MostSpecificTest");
        RoomFlaws beans = new RoomFlaws("cdi.DeclarationsTest");
        String modifiers = "C75_methodThatNoContainerIntercepts_isRefused";
        return Stream.of(
                plans.killed(
                        "static methods are taken", "PlanDraft", "Modifier.isStatic(modifiers)", "false", modifiers),
                plans.killed(
                        "private methods are taken", "PlanDraft", "Modifier.isPrivate(modifiers)", "false", modifiers),
                plans.killed("final methods are taken", "PlanDraft", "Modifier.isFinal(modifiers)", "false", modifiers),
                beans.killed(
                        "the annotation of an interface is passed over",
                        "Declarations",
                        "problems.add(Declaration.place(beanClass, method), FormMessage.METHOD_ABSTRACT, interfaceName);",
                        "",
                        "C75_annotationOfAnInterface_isRefused"),
                beans.killed(
                        "a bridge is a method of its own",
                        "BeanMethods",
                        "specific && !method.isBridge() && !method.isSynthetic()",
                        "specific",
                        "C75_bridge_isNoMethodOfItsOwn"),
                calls.killed(
                        "a call through a bridge is not known",
                        "MostSpecific",
                        "each.isBridge() ? bridged(type, each) : each",
                        "each",
                        "C75_callThroughABridge_isThatOfItsMethod"));
    }
}
