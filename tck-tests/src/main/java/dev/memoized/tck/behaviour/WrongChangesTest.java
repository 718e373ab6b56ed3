package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What would drop nothing fails the deployment, all together. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongChangesTest {
    private static final Pattern WITH_CURE = Pattern.compile("MEMO\\d{4} .+[.;] \\S+ .*\\S+");

    private Refused refused = Refused.nothing();

    @BeforeAll
    void deploy() {
        refused = Refused.of(WrongChanges.class);
    }

    private static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(WrongChanges.NoName.class, "MEMO0149", "@CacheInvalidate, name"),
                Arguments.of(WrongChanges.NothingSaid.class, "MEMO0149", "save(long)"),
                Arguments.of(WrongChanges.UnknownName.class, "MEMO0153", "\"wrong.target\""),
                Arguments.of(WrongChanges.AllAndOne.class, "MEMO0150", "Keep key, or all"),
                Arguments.of(WrongChanges.TagsAndName.class, "MEMO0151", "two annotations"),
                Arguments.of(WrongChanges.NoContext.class, "MEMO0152", "contexts"),
                Arguments.of(WrongChanges.ContextOfAll.class, "MEMO0152", "contexts"),
                Arguments.of(WrongChanges.TooFew.class, "MEMO0154", "1 arguments are given"),
                Arguments.of(WrongChanges.OtherType.class, "MEMO0155", "title takes long"),
                Arguments.of(WrongChanges.NoParameter.class, "MEMO0156", "[id, language]"),
                Arguments.of(WrongChanges.NoProperty.class, "MEMO0157", "\"width\""),
                Arguments.of(WrongChanges.NoResult.class, "MEMO0158", "returns nothing"),
                Arguments.of(WrongChanges.BrokenTag.class, "MEMO0159", "\"shelf:{0\""),
                Arguments.of(WrongChanges.EmptyTag.class, "MEMO0159", "tags"),
                Arguments.of(WrongChanges.MuteTag.class, "MEMO0160", "java.lang.Object"),
                Arguments.of(WrongChanges.UncertainTag.class, "MEMO0160", "double"),
                Arguments.of(WrongChanges.Hit.class, "MEMO0148", "title"),
                Arguments.of(WrongChanges.Private.class, "MEMO0161", "private"),
                Arguments.of(WrongChanges.Static.class, "MEMO0161", "static"),
                Arguments.of(WrongChanges.Observer.class, "MEMO0161", "observer"),
                Arguments.of(WrongChanges.Implementing.class, "MEMO0162", "Saving"),
                Arguments.of(WrongChanges.PutWithoutName.class, "MEMO0190", "@CachePut, name"),
                Arguments.of(WrongChanges.PutOfNothing.class, "MEMO0158", "@CachePut"),
                Arguments.of(WrongChanges.PutUnderItsResult.class, "MEMO0191", "@CacheInvalidate"),
                Arguments.of(WrongChanges.PutOfOtherType.class, "MEMO0192", "long"),
                Arguments.of(WrongChanges.PutOfOtherElements.class, "MEMO0192", "java.util.List<java.lang.Long>"),
                Arguments.of(WrongChanges.PutOfOwned.class, "MEMO0193", "whose"),
                Arguments.of(WrongChanges.PutWithoutTags.class, "MEMO0194", "tags of"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void wrong_change_is_refused(Class<?> bean, String id, String word) {
        refused.assertTold(bean, id, word);
    }

    /** What is wrong in form and in wiring, in two deployments: each with its id, its place and its cure. */
    @Test
    void more_than_sixty_wrong_uses_have_more_than_thirty_five_ids() {
        Set<String> problems = new HashSet<>();
        List<Class<?>> forms = List.of(
                WrongChanges.class,
                WrongMethods.class,
                WrongMembers.class,
                WrongKeys.class,
                WrongOwned.class,
                WrongContexts.class,
                WrongRequests.class,
                WrongVersions.class);
        problems.addAll(Refused.of(forms.toArray(Class<?>[]::new)).problems());
        problems.addAll(Refused.of(WrongWiring.class, WrongReach.class).problems());
        assertThat(problems)
                .hasSizeGreaterThanOrEqualTo(60)
                .allMatch(each -> WITH_CURE.matcher(each).matches());
        assertThat(problems.stream().map(each -> each.substring(0, "MEMO0000".length())))
                .satisfies(ids -> assertThat(Set.copyOf(ids)).hasSizeGreaterThanOrEqualTo(35));
    }
}
