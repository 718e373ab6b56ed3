package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.tck.TestContainer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds for all wrong uses. */
@Timeout(60)
class WrongUseTest {

    /** A bean of a kind that some containers refuse themselves. */
    @ApplicationScoped
    public static class FinalMethod {
        @Memoized
        public final String titles(String key) {
            return key;
        }
    }

    @Test
    void final_method_is_refused() {
        Refused refused = Refused.deploying(FinalMethod.class);
        if (TestContainer.find().leavesFinalMethodsToTheLibrary()) {
            refused.assertTold(FinalMethod.class, "titles", "final");
        }
    }

    @Test
    void every_kind_has_an_id_of_its_own() {
        Refused refused = Refused.of(WrongMethods.class, WrongMembers.class, WrongKeys.class);
        List<Set<String>> ids = kinds().stream()
                .map(kind -> kind.stream().flatMap(refused::idsOf).collect(Collectors.toSet()))
                .toList();
        assertThat(ids).noneMatch(Set::isEmpty);
        assertThat(ids.stream().flatMap(Set::stream)).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(15);
    }

    private static List<List<Class<?>>> kinds() {
        return List.of(
                List.of(WrongMethods.VoidMethod.class),
                List.of(WrongMethods.StaticMethod.class),
                List.of(WrongMethods.PrivateMethod.class),
                List.of(
                        WrongMethods.ProducerMethod.class,
                        WrongMethods.DisposerMethod.class,
                        WrongMethods.ObserverMethod.class),
                List.of(WrongMethods.BothWays.class),
                List.of(WrongMethods.CoversNothing.class),
                List.of(WrongMethods.StreamResult.class, WrongMethods.InputStreamResult.class),
                List.of(WrongMethods.FutureResult.class),
                List.of(WrongMembers.UnreadableRefreshAfter.class, WrongMembers.UnreadableExpireAfter.class),
                List.of(WrongMembers.RefreshAfterExpiry.class, WrongMembers.RefreshAsLateAsExpiry.class),
                List.of(WrongMembers.WaitWithFail.class, WrongMembers.WaitWithCompute.class),
                List.of(WrongMembers.CallerWithoutRefreshAfter.class),
                List.of(WrongMembers.KeyWithoutValue.class),
                List.of(WrongMembers.BlankName.class, WrongMembers.LongName.class),
                List.of(WrongMembers.SharedNameOtherResult.class, WrongMembers.SharedNameOtherKey.class),
                List.of(WrongMembers.BackendTwice.class),
                List.of(WrongMembers.TwoQualifiers.class),
                List.of(WrongKeys.ArgumentWithoutEquality.class),
                List.of(WrongKeys.MixedMarks.class),
                List.of(WrongKeys.KeyBesideGenerator.class, WrongKeys.IgnoreBesideGenerator.class),
                List.of(WrongKeys.KeyAlone.class, WrongKeys.IgnoreAlone.class));
    }
}
