package dev.memoized.impl.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.Store;
import dev.memoized.tck.store.ObjectStoreContract;
import dev.memoized.tck.store.StoreContract;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each defect is found by the test of the contract that is named with it. */
class MutantsTest {

    static Stream<Arguments> defects() {
        return Stream.of(
                killed(
                        "publish without a lease",
                        "LocalStore",
                        "closed || !turn.isOut(own) || ",
                        "",
                        "publish_afterDelete_isRefused"),
                killed(
                        "delete keeps the lease",
                        "LocalStore",
                        "turn.endAll();\n        shelf.remove(key);",
                        "shelf.remove(key);",
                        "publish_afterDelete_isRefused"),
                killed(
                        "put keeps the lease",
                        "LocalStore",
                        "turn.endAll();\n        keep(",
                        "keep(",
                        "publish_afterPut_isRefused"),
                killed(
                        "increment keeps the lease",
                        "LocalStore",
                        "turn.endAll();\n            shelf.keep(key, new Node(node",
                        "shelf.keep(key, new Node(node",
                        "publish_afterIncrement_isRefused"),
                killed(
                        "touch voids the lease",
                        "LocalStore",
                        "            } else {\n                shelf.keep(key,",
                        "            } else {\n                turn.endAll();\n                shelf.keep(key,",
                        "publish_afterTouch_succeeds"),
                killed(
                        "asOf is taken late",
                        "LocalStore",
                        "entry.asOf(own.asOf())",
                        "entry.asOf(scope.number())",
                        "publish_storesTheLeasesNumber"),
                killed(
                        "a lease is exclusive to nobody",
                        "LocalStore",
                        "exclusive && out != null",
                        "false",
                        "lease_whileAnotherIsOut_isBusy"),
                killed(
                        "increment gives another life",
                        "LocalStore",
                        "node.deadline()",
                        "node.deadline() + 1_000_000_000_000L",
                        "increment_keepsTheLife"),
                killed("the number is reset", "Marks", "Math.max(last + 1, now)", "1", "number_growsWithEachMark"),
                killed("the number is the time", "Marks", "Math.max(last + 1, now)", "now", "everyMark_counts"),
                killed(
                        "a lost mark is no mark",
                        "Marks",
                        "forgotten.include(of(tagOrGroup));",
                        "",
                        "lostMark_bringsNothingBack"),
                killed(
                        "a lost mark begins anew",
                        "Marks",
                        "numbers.include(of(tagOrGroup));",
                        "",
                        "lostMark_raisedAgainSoftly_bringsNothingBack"),
                killed(
                        "soft does not void leases",
                        "Scope",
                        "left(tags, key, asOf) != Left.ALL",
                        "left(tags, key, asOf) == Left.NOTHING",
                        "publish_afterASoftMarkOfTheNamespace_isRefused"),
                killed(
                        "soft is read as fresh",
                        "Scope",
                        "case STALE -> entry.softly();",
                        "case STALE -> entry;",
                        "softMark_ofTheNamespace_leavesAllStale"),
                killed(
                        "the tags of the reader's key do not count",
                        "Scope",
                        ".and(ofTags(TaggedKey.tagsOf(key), asOf))",
                        "",
                        "mark_ofATagThatOnlyTheReadersKeyHas_countsForIt"),
                killed(
                        "groups do not count",
                        "Scope",
                        ".and(ofGroups(TaggedKey.groupsOf(key), asOf))",
                        "",
                        "hardMark_ofAGroup_takesWhatIsInIt"),
                killed(
                        "the part of a group does not count",
                        "Marks",
                        "case GROUP -> raiseOne(mark, mode, next);",
                        "case GROUP -> raiseOne(Mark.group(mark.name(), mark.name()), mode, next);",
                        "publish_afterAMarkOfItsGroup_isRefused"),
                killed(
                        "a lease does not end by itself",
                        "LocalLease",
                        "isVoid() || Deadline.passed(deadline, now)",
                        "isVoid()",
                        "publish_afterItsLife_isRefused"),
                killed(
                        "release ends the others' leases",
                        "Turn",
                        "lease.end();\n        alive(out.leases());",
                        "endAll();",
                        "release_ofOneOfTwo_leavesTheOther"),
                killed(
                        "put takes the entry's number",
                        "LocalStore",
                        "write(turn, key, entry, life);\n            return",
                        "turn.endAll();\n            keep(turn, key, entry, life);\n            return",
                        "number_ofAPut_isTheStores"),
                killed(
                        "add takes the entry's number",
                        "LocalStore",
                        "write(turn, key, entry, life);\n            }",
                        "turn.endAll();\n                keep(turn, key, entry, life);\n            }",
                        "number_ofAnAdd_isTheStores"),
                killed(
                        "add without life deletes",
                        "LocalStore",
                        "free && !Deadline.isNone(life)",
                        "free",
                        "publish_afterAnAddWithoutLife_succeeds"),
                killed(
                        "touch gives another number",
                        "LocalStore",
                        "new Node(node.entry(), ",
                        "new Node(node.entry().asOf(scope.number()), ",
                        "touch_ofASoftEntry_leavesItSoft"),
                killed(
                        "a refused increment voids the lease",
                        "LocalStore",
                        "            Counter sum =",
                        "            turn.endAll();\n            Counter sum =",
                        "publish_afterARefusedIncrement_succeeds"),
                killed(
                        "renewing always works",
                        "LocalStore",
                        "return out;",
                        "return true;",
                        "renew_belowAMark_isRefused"),
                killed(
                        "a claim is not looked at",
                        "LocalStore",
                        "!closed && turn.isClaimed(own) && ",
                        "",
                        "replace_afterDelete_isRefused"),
                killed(
                        "marks of the new value's tags do not count",
                        "LocalStore",
                        "turn.isClaimed(own) && !scope.raisedSince(own.asOf(), entry.tags(), own.key())",
                        "turn.isClaimed(own)",
                        "replace_afterAMarkOfATagOfItsValue_isNeverFresh"),
                killed(
                        "publishing voids claims",
                        "LocalStore",
                        "turn.endLeases();",
                        "turn.endAll();",
                        "replace_afterPublish_succeeds"),
                killed("delete keeps claims", "Turn", "endAll(out.claims());", "", "replace_afterDelete_isRefused"),
                killed(
                        "a claim keeps others out",
                        "Turn",
                        "return grant(life, out.claims());",
                        "return grant(life, out.leases());",
                        "claim_isInNobodysWay"),
                killed(
                        "what replaces takes the claim's number",
                        "LocalStore",
                        "() -> write(turn, own.key(), entry, life)",
                        "() -> keep(turn, own.key(), entry.asOf(own.asOf()), life)",
                        "replace_withAMark_takesTheOthers"),
                killed(
                        "a mark is raised for a refused value",
                        "Marks",
                        "if (!stands.getAsBoolean()) {\n                return false;\n            }",
                        "boolean stood = stands.getAsBoolean();",
                        "replace_refused_raisesNoMark"),
                killed(
                        "null is nothing",
                        "Shelf",
                        "return readable ?",
                        "return readable && node.entry().value() != null ?",
                        "nullValue_isSomething"),
                killed(
                        "every number becomes a long",
                        "Counter",
                        "narrow ? (Object) (int) number : (Object) number",
                        "(Object) number",
                        "increment_ofASmallNumber_keepsItsType"));
    }

    private static Arguments killed(String name, String type, String right, String wrong, String test) {
        return arguments(new Defect(name, type, right, wrong), test);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("defects")
    void defect_isFound(Defect defect, String test, @TempDir Path folder) throws Exception {
        Throwable failure = failure(new Contract(defect, folder), test);
        assertThat(failure).as("what %s says of: %s", test, defect).isInstanceOf(AssertionError.class);
    }

    private static Throwable failure(Contract contract, String test) throws Exception {
        invoke(contract, "openBackend");
        try {
            invoke(contract, test);
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        } finally {
            invoke(contract, "closeBackend");
        }
    }

    private static void invoke(Contract contract, String name) throws Exception {
        Class<?> type = StoreContract.class;
        while (Stream.of(type.getDeclaredMethods())
                .noneMatch(method -> method.getName().equals(name))) {
            type = type.getSuperclass();
        }
        Method method = type.getDeclaredMethod(name);
        method.setAccessible(true);
        method.invoke(contract);
    }

    private static final class Contract extends ObjectStoreContract {
        private final ObjectBackend backend;

        Contract(Defect defect, Path folder) throws Exception {
            backend = defect.source(folder).backend(time(), 3);
        }

        @Override
        protected ObjectBackend backend() {
            return backend;
        }

        @Override
        protected void lose(Mark mark) {
            Store<Object> any = backend.open(new Namespace("any", "", 1, Object::toString));
            Stream.of("x", "y", "z").forEach(other -> any.invalidate(Mark.tag(other), InvalidationMode.SOFT));
        }
    }
}
